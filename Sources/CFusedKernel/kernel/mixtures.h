/* One block's mixtures: of every point x the word of the three numbers Σₖ rₖ(x) valueₖ. The parameters are those of
   `FusedKernel.mixtures`.

   What is told in ten bits needs no double: in few dimensions shares are computed in single precision, and are mixed at
   once, with no word about likelihoods. One component, whose density is surely not small anywhere in the block, serves
   as the reference: its share is 1, those of the others are 2 to the difference of log densities. Where it is the only
   one that matters, all points have one word; where two do, a point costs one power. */

/* 2ᵗ in single precision for t < 127; below −125 it stays. As `power_of_two`, with the polynomial of degree 4 with the
   least relative error, 2.6e−6, whose exponent's bits n is added to. */
INLINE Floats rough_power_of_two(Floats t) {
  const float big = 0x1.8p23f;
  Floats clamped = t > (Floats)-125.0f ? t : (Floats)-125.0f;
  Floats rounded = clamped + big;
  Floats f = clamped - (rounded - big);
  Floats p = (Floats)0x1.3997d6p-7f;
  p = multiply_add(p, f, (Floats)0x1.ca1441p-5f);
  p = multiply_add(p, f, (Floats)0x1.ec06dap-3f);
  p = multiply_add(p, f, (Floats)0x1.62e0dcp-1f);
  p = multiply_add(p, f, (Floats)0x1.ffffe8p-1f);
  return (Floats)((Integers)p + ((Integers)rounded << 23));
}

/* Whether single precision will do. Where the component has a share s, |z|² is at most offset − shift − log₂ s; an error
   of 2⁻²² of that is an error of the share. Nowhere in the block may |z|² be so large that what W (x − middle) adds up to
   cancels. */
INLINE _Bool is_rough_enough(
  Active active, const FusedComponents *components, long dimensions, const Workspace *work
) {
  if (!active.is_within_range) return 0;
  const double *upper = (const double *)work->upper, *lower = (const double *)work->lower;
  for (long a = 0; a < active.count; a++) {
    const int k = work->numbers[a];
    const double offset = components->table[k * few_length(dimensions) + dimensions + triangle(dimensions)];
    if (!(offset - active.shift < 1000) || !(upper[k] - active.shift < 120)) return 0;
    if (!(offset - lower[k] < 0x1p20)) return 0;
  }
  return 1;
}

/* The place among the active components of the one with the highest lower bound. */
INLINE long reference(long active, const Workspace *work) {
  const double *lower = (const double *)work->lower;
  long best = 0;
  for (long a = 1; a < active; a++) {
    best = lower[work->numbers[a]] > lower[work->numbers[best]] ? a : best;
  }
  return best;
}

/* Numbers of one component, as seen from the middle of the block: W (its lower triangle by rows), W (middle − mean),
   offset above the reference's, value (3). */
INLINE long rough_length(long dimensions) { return triangle(dimensions) + dimensions + 4; }

/* Copies the numbers of an active component. */
INLINE void gather_roughly(
  long number, const FusedComponents *components, long dimensions, const double *middle, double zero,
  const double *values, float *to
) {
  const double *mean = components->table + number * few_length(dimensions), *w = mean + dimensions;
  const long rows = triangle(dimensions);
  UNROLL for (long i = 0; i < dimensions; i++) {
    double z = 0;
    UNROLL for (long j = 0; j <= i; j++) {
      to[triangle(i) + j] = (float)w[triangle(i) + j];
      z += w[triangle(i) + j] * (middle[j] - mean[j]);
    }
    to[rows + i] = (float)z;
  }
  to[rows + dimensions] = (float)(w[rows] - zero);
  for (int i = 0; i < 3; i++) to[rows + dimensions + 1 + i] = (float)values[3 * number + i];
}

/* t − |z|² for points that lie x from the middle of the block. */
INLINE Floats rough_log_density(const float *component, const Floats *x, long dimensions, Floats t) {
  UNROLL for (long i = 0; i < dimensions; i++) {
    Floats z = (Floats)component[triangle(dimensions) + i];
    UNROLL for (long j = 0; j <= i; j++) z = multiply_add(x[j], (Floats)component[triangle(i) + j], z);
    t = multiply_add(-z, z, t);
  }
  return t;
}

/* Few dimensions, whose number the caller knows. */
INLINE void mix_roughly(
  Active active, long block, const FusedPoints *points, const FusedComponents *components, long dimensions,
  const double *values, unsigned *words, const Workspace *work
) {
  const long vectors = FUSED_BLOCK / FLOATS, length = rough_length(dimensions), offset = length - 4;
  const long best = reference(active.count, work), own = work->numbers[best];
  if (active.count == 1) {
    const double *value = values + 3 * own;
    const Integers same = word((Floats)(float)value[0], (Floats)(float)value[1], (Floats)(float)value[2]);
    for (int v = 0; v < vectors; v++) write(same, v, block, points, words);
    return;
  }
  const double *middle = points->boxes + 2 * dimensions * block;
  const double zero = components->table[own * few_length(dimensions) + dimensions + triangle(dimensions)];
  float *first_of_all = (float *)work->near, *others = first_of_all + length, *end = others;
  gather_roughly(own, components, dimensions, middle, zero, values, first_of_all);
  for (long a = 0; a < active.count; a++) {
    if (a == best) continue;
    gather_roughly(work->numbers[a], components, dimensions, middle, zero, values, end);
    end += length;
  }
  const double *columns = points->columns + block * FUSED_BLOCK;
  for (int v = 0; v < vectors; v++) {
    Floats x[FUSED_FEW];
    UNROLL for (long j = 0; j < dimensions; j++) {
      x[j] = __builtin_convertvector(((const Doubles *)(columns + j * points->stride))[v] - middle[j], Floats);
    }
    const Floats base = -rough_log_density(first_of_all, x, dimensions, (Floats)0.0f);
    const float *value = first_of_all + offset + 1;
    Floats first = value[0], second = value[1], third = value[2], shares = 1;
    for (const float *other = others; other < end; other += length) {
      value = other + offset + 1;
      const Floats share = rough_power_of_two(rough_log_density(other, x, dimensions, base + other[offset]));
      shares += share;
      first = multiply_add(share, (Floats)value[0], first);
      second = multiply_add(share, (Floats)value[1], second);
      third = multiply_add(share, (Floats)value[2], third);
    }
    const Floats scale = 1 / shares;
    write(word(first * scale, second * scale, third * scale), v, block, points, words);
  }
}

/* Any number of dimensions, from the shares in the workspace. */
INLINE void mix(
  long active, long block, const FusedPoints *points, const double *values, unsigned *words, const Workspace *work
) {
  for (int v = 0; v < FUSED_BLOCK / FLOATS; v++) {
    Doubles first = 0, second = 0, third = 0, shares = 0;
    for (long a = 0; a < active; a++) {
      const Doubles share = ((const Doubles *)(work->shares + a * VECTORS))[v];
      const double *value = values + 3 * work->numbers[a];
      shares += share;
      first = multiply_add(share, (Doubles)value[0], first);
      second = multiply_add(share, (Doubles)value[1], second);
      third = multiply_add(share, (Doubles)value[2], third);
    }
    const Integers mixed = word(
      __builtin_convertvector(first / shares, Floats), __builtin_convertvector(second / shares, Floats),
      __builtin_convertvector(third / shares, Floats));
    write(mixed, v, block, points, words);
  }
}

INLINE void mix_block(
  long block, const FusedPoints *points, const FusedComponents *components, const double *values, unsigned *words,
  const Workspace *work
) {
  const long dimensions = points->dimensions;
  if (dimensions <= FUSED_FEW) {
    const Active active =
      active_components(components, dimensions, points->boxes + 2 * dimensions * block, work);
    if (is_rough_enough(active, components, dimensions, work)) {
      switch (dimensions) {
      case 1: return mix_roughly(active, block, points, components, 1, values, words, work);
      case 2: return mix_roughly(active, block, points, components, 2, values, words, work);
      case 3: return mix_roughly(active, block, points, components, 3, values, words, work);
      default: return mix_roughly(active, block, points, components, 4, values, words, work);
      }
    }
  }
  mix(responsibilities(block, points, components, work).active, block, points, values, words, work);
}
