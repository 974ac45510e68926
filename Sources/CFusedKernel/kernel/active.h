/* Which components matter in one block of points, and by which power of two to scale its densities. */
typedef struct {
  long count;            /* how many; their numbers stand in the workspace */
  double shift;          /* the scale: log₂ of a density that the best component surely reaches everywhere */
  long caution;          /* how many bits smaller a share has to be to be negligible: see `caution` */
  _Bool is_within_range; /* do all densities that matter, divided by 2^shift, stay within the range of a double? */
  _Bool is_narrow;       /* and do products of their sums for VECTORS points? */
} Active;

typedef struct {
  double best;     /* of the densities' lower bounds the highest */
  double highest;  /* of the upper ones */
  double farthest; /* of the upper bounds of |z|² the highest */
} Bounds;

/* Bounds of the densities of all components in a box, by eights. With zᵢ = Σⱼ Wᵢⱼ (xⱼ − μⱼ), the box gives
   |zᵢ − zᵢ(center)| <= Σⱼ |Wᵢⱼ| hⱼ, hence bounds of |z|² from below and above, hence of offset − |z|².

   upper, lower: receive the bounds. */
INLINE Bounds bound_densities(
  const FusedComponents *components, long dimensions, const double *box, Lanes *upper, Lanes *lower
) {
  const Lanes *rows = lanes(components->bounds);
  const long stride = components->padded / LANES;
  const long triangle = dimensions * stride;
  const long offset = triangle + dimensions * (dimensions + 1) / 2 * stride;
  Lanes best = (Lanes)-__builtin_inf(), highest = best, all_farthest = (Lanes)0.0;
  for (long group = 0; group < stride; group++) {
    Lanes nearest = (Lanes)0.0, farthest = (Lanes)0.0;
    long row = triangle + group;
    for (long i = 0; i < dimensions; i++) {
      Lanes center = (Lanes)0.0, radius = (Lanes)0.0;
      for (long j = 0; j <= i; j++, row += stride) {
        center = multiply_add(rows[row], box[j] - rows[j * stride + group], center);
        radius = multiply_add(magnitude(rows[row]), (Lanes)box[dimensions + j], radius);
      }
      Lanes far = magnitude(center) + radius;
      Lanes near = larger(magnitude(center) - radius, (Lanes)0.0);
      farthest = multiply_add(far, far, farthest);
      nearest = multiply_add(near, near, nearest);
    }
    upper[group] = rows[offset + group] - nearest;
    lower[group] = rows[offset + group] - farthest;
    best = larger(lower[group], best);
    highest = larger(upper[group], highest);
    all_farthest = larger(farthest, all_farthest);
  }
  return (Bounds){largest(best), largest(highest), largest(all_farthest)};
}

/* What is left out has a small mass, but mass times squared distance goes into the second moments. Up to |z|² = 2¹⁰ the
   cuts have room for that; from there on, as where a point is far from every component, they shrink in proportion.
   Returned is by how many bits, 0 or more. */
INLINE long caution(double farthest) {
  long bits;
  __builtin_memcpy(&bits, &farthest, sizeof bits);
  const long exponent = (bits >> 52) - 1023;
  return exponent < 10 ? 0 : exponent - 9;
}

/* 2^-n, for n < 1023. */
INLINE double fraction(long n) {
  const long bits = (1023 - n) << 52;
  double result;
  __builtin_memcpy(&result, &bits, sizeof result);
  return result;
}

/* Finds the components whose share of some point of the block could exceed what their cut allows: those whose upper
   bound passes the best of all lower bounds by the cut. */
INLINE Active active_components(
  const FusedComponents *components, long dimensions, const double *box, const Workspace *work
) {
  const Bounds bounds = bound_densities(components, dimensions, box, work->upper, work->lower);
  const double shift = bounds.best;
  const long margin = caution(bounds.farthest);
  const double *bound = (const double *)work->upper;
  const double *cut =
    components->bounds + (dimensions + dimensions * (dimensions + 1) / 2 + 1) * components->padded;
  long count = 0;
  for (long k = 0; k < components->count; k++) {
    /* Without a jump: which ones they are is hard to guess. */
    work->numbers[count] = (int)k;
    count += bound[k] > shift + cut[k] - margin;
  }
  const double spread = bounds.highest - shift;
  if (count > 0 && spread < 1000) return (Active){count, shift, margin, 1, spread < 50 && count < 4096};
  if (count == 0) {
    /* Bounds beyond the range of a double: leave nobody out. */
    for (; count < components->count; count++) work->numbers[count] = (int)count;
  }
  return (Active){count, 0, margin, 0, 0};
}

/* What the E-step of one block tells the M-step; shares and scales stand in the workspace. */
typedef struct {
  long active;          /* number of components that matter */
  Lanes bits;           /* v · bits, summed over the block */
  const Lanes *weights; /* v; null: all one */
  double caution;       /* the part of a negligible share that still is, 1 or less */
} Expectation;

/* Is the share of an active component below the limit everywhere in the block? A point's weight says nothing about how
   far it belongs to the component. */
INLINE _Bool is_negligible(const Expectation *expectation, const Workspace *work, long active, double limit) {
  const Lanes share = (Lanes)(limit * expectation->caution);
  Lanes excess = (Lanes)-1.0;
  for (int v = 0; v < VECTORS; v++) {
    Lanes least = expectation->weights ? share * expectation->weights[v] : share;
    excess = larger(work->shares[active * VECTORS + v] * work->scales[v] - least, excess);
  }
  return !(largest(excess) > 0);
}
