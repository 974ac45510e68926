/* The E-step of one block. For every point x with weight v, and every component k that matters in the block:

     tₖ = offsetₖ − |Wₖ (x − μₖ)|²          log₂ of the weighted density
     share = 2^(tₖ − s)                     s common to all components
     scale = v / Σ share                    so that the responsibility is rₖ = v 2^tₖ / Σⱼ 2^tⱼ = share · scale
     bits  = log₂ Σₖ 2^tₖ                   the point's log-likelihood

   Shares and scales stand in the workspace afterwards. A point whose every tₖ is beyond the range of a double makes
   the bits NaN. */
typedef struct {
  long active; /* number of components that matter */
  Lanes bits;  /* v · bits, summed over the block */
} Expectation;

/* Stores the scales of one register of points, and adds their bits to the total. */
INLINE Lanes finish(int v, Lanes shares, Lanes shift, const Lanes *weights, const Workspace *work, Lanes total) {
  Lanes bits = logarithm(shares) + shift;
  if (!weights) {
    work->scales[v] = 1 / shares;
    return total + bits;
  }
  work->scales[v] = weights[v] / shares;
  return multiply_add(weights[v], bits, total);
}

/* The block's shares in the plane, all divided by one power of two: every density is visited once. */
INLINE Lanes plane_shares(
  const double *columns, long stride, const Lanes *weights, Active active, const Workspace *work
) {
  const Lanes *xs = lanes(columns), *ys = lanes(columns + stride);
  Lanes total = (Lanes)0.0;
  for (int v = 0; v < VECTORS; v++) {
    Lanes x = xs[v], y = ys[v], shares = (Lanes)0.0;
    for (long a = 0; a < active.count; a++) {
      Lanes share = power_of_two(plane_log_density(work->near + PLANE_LENGTH * a, x, y));
      work->shares[a * VECTORS + v] = share;
      shares += share;
    }
    total = finish(v, shares, (Lanes)active.shift, weights, work, total);
  }
  return total;
}

/* Log densities become shares, those of each point divided by its largest: right for any range. */
INLINE Lanes shares_of_peak(const Lanes *weights, long active, const Workspace *work) {
  Lanes total = (Lanes)0.0;
  for (int v = 0; v < VECTORS; v++) {
    Lanes peak = (Lanes)-__builtin_inf();
    for (long a = 0; a < active; a++) peak = larger(work->shares[a * VECTORS + v], peak);
    Lanes shares = (Lanes)0.0;
    for (long a = 0; a < active; a++) {
      Lanes share = power_of_two(work->shares[a * VECTORS + v] - peak);
      work->shares[a * VECTORS + v] = share;
      shares += share;
    }
    total = finish(v, shares, peak, weights, work, total);
  }
  return total;
}

/* Copies the active components' tables together, the block's scale taken off their offsets. */
INLINE void gather(Active active, const FusedComponents *components, const Workspace *work) {
  for (long a = 0; a < active.count; a++) {
    const double *component = components->table + work->numbers[a] * PLANE_LENGTH;
    double *near = work->near + a * PLANE_LENGTH;
    for (int i = 0; i < PLANE_LENGTH; i++) near[i] = component[i];
    near[5] -= active.shift;
  }
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
  const Active active =
    active_components(components, dimensions, points->boxes + 2 * dimensions * block, work);
  if (dimensions == 2) {
    gather(active, components, work);
    if (active.is_within_range) {
      return (Expectation){active.count, plane_shares(columns, stride, weights, active, work)};
    }
  }
  for (long a = 0; a < active.count; a++) {
    const double *component = components->table + work->numbers[a] * components->length;
    Lanes *results = work->shares + a * VECTORS;
    if (dimensions == 2) {
      plane_log_densities(columns, stride, component, results);
    } else if (components->is_diagonal) {
      diagonal_log_densities(columns, stride, dimensions, component, results);
    } else {
      log_densities(columns, stride, dimensions, component, results);
    }
  }
  return (Expectation){active.count, shares_of_peak(weights, active.count, work)};
}
