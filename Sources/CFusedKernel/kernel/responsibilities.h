/* The E-step of one block. For every point x with weight v, and every component k that matters in the block:

     tₖ = offsetₖ − |Wₖ (x − μₖ)|²          log₂ of the weighted density
     share = 2^(tₖ − s)                     s common to all components
     scale = v / Σ share                    so that the responsibility is rₖ = v 2^tₖ / Σⱼ 2^tⱼ = share · scale
     bits  = log₂ Σₖ 2^tₖ                   the point's log-likelihood

   Shares and scales stand in the workspace afterwards. A point whose every tₖ is beyond the range of a double makes
   the bits NaN. */

/* The bits of the block on their way. A logarithm takes as long as some components: where they may be, the sums of
   shares are multiplied instead, register by register, and one is taken of the product. */
typedef struct {
  Lanes total, product;
} Bits;

/* Stores the scales of one register of points, and adds their bits. */
INLINE void finish(
  int v, Lanes shares, Lanes shift, const Lanes *weights, Active active, const Workspace *work, Bits *bits
) {
  if (weights) {
    work->scales[v] = weights[v] / shares;
    bits->total = multiply_add(weights[v], logarithm(shares) + shift, bits->total);
    return;
  }
  work->scales[v] = 1 / shares;
  if (active.is_narrow) bits->product *= shares;
  else bits->total += logarithm(shares) + shift;
}

INLINE Lanes all_bits(const Bits *bits, const Lanes *weights, Active active) {
  if (weights || !active.is_narrow) return bits->total;
  return logarithm(bits->product) + VECTORS * active.shift;
}

/* The block's shares in few dimensions, all divided by one power of two: every density is visited once, two components
   at a time. */
INLINE Lanes few_shares(
  const double *columns, long stride, long dimensions, const Lanes *weights, Active active, const Workspace *work
) {
  Bits bits = {(Lanes)0.0, (Lanes)1.0};
  for (int v = 0; v < VECTORS; v++) {
    Lanes shares = (Lanes)0.0;
    long a = 0;
    for (; a + 2 <= active.count; a += 2) {
      const double *component = work->near + a * few_length(dimensions);
      Lanes both[2] = {
        few_log_density(component, columns, stride, dimensions, v),
        few_log_density(component + few_length(dimensions), columns, stride, dimensions, v),
      };
      raise_two(both, 2);
      for (int i = 0; i < 2; i++) {
        work->shares[(a + i) * VECTORS + v] = both[i];
        shares += both[i];
      }
    }
    if (a < active.count) {
      const double *component = work->near + a * few_length(dimensions);
      Lanes share = power_of_two(few_log_density(component, columns, stride, dimensions, v));
      work->shares[a * VECTORS + v] = share;
      shares += share;
    }
    finish(v, shares, (Lanes)active.shift, weights, active, work, &bits);
  }
  return all_bits(&bits, weights, active);
}

/* Log densities become shares: divided by one power of two where that is possible, else those of each point by its
   largest. */
static Lanes shares_of_log_densities(const Lanes *weights, Active active, const Workspace *work) {
  Bits bits = {(Lanes)0.0, (Lanes)1.0};
  for (int v = 0; v < VECTORS; v++) {
    Lanes shift = (Lanes)active.shift;
    if (!active.is_within_range) {
      shift = (Lanes)-__builtin_inf();
      for (long a = 0; a < active.count; a++) shift = larger(work->shares[a * VECTORS + v], shift);
    }
    Lanes shares = (Lanes)0.0;
    for (long a = 0; a < active.count; a++) {
      Lanes share = power_of_two(work->shares[a * VECTORS + v] - shift);
      work->shares[a * VECTORS + v] = share;
      shares += share;
    }
    finish(v, shares, shift, weights, active, work, &bits);
  }
  return all_bits(&bits, weights, active);
}

/* Either of the two, in a number of few dimensions that the caller knows. */
INLINE Lanes few_responsibilities(
  const double *columns, long stride, long dimensions, const Lanes *weights, const FusedComponents *components,
  Active active, const Workspace *work
) {
  gather(active, components, dimensions, work);
  if (active.is_within_range) return few_shares(columns, stride, dimensions, weights, active, work);
  few_log_densities(active.count, columns, stride, dimensions, work);
  return shares_of_log_densities(weights, active, work);
}

/* The weights of a block's points; null where each is one. */
INLINE const Lanes *block_weights(const FusedPoints *points, long block) {
  if (points->weights) return lanes(points->weights + block * FUSED_BLOCK);
  return block == points->blocks - 1 && points->count < points->stride ? lanes(points->tail) : 0;
}

INLINE Expectation responsibilities(
  long block, const FusedPoints *points, const FusedComponents *components, const Workspace *work
) {
  const long dimensions = points->dimensions, stride = points->stride;
  const double *columns = points->columns + block * FUSED_BLOCK;
  const Lanes *weights = block_weights(points, block);
  const Active active = active_components(components, dimensions, points->boxes + 2 * dimensions * block, work);
  Lanes bits;
  switch (dimensions) {
  case 1: bits = few_responsibilities(columns, stride, 1, weights, components, active, work); break;
  case 2: bits = few_responsibilities(columns, stride, 2, weights, components, active, work); break;
  case 3: bits = few_responsibilities(columns, stride, 3, weights, components, active, work); break;
  case 4: bits = few_responsibilities(columns, stride, 4, weights, components, active, work); break;
  default:
    many_log_densities(active.count, columns, stride, dimensions, components, work);
    bits = shares_of_log_densities(weights, active, work);
  }
  return (Expectation){active.count, bits, weights, fraction(active.caution)};
}
