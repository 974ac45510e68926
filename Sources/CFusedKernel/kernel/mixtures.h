/* One block's mixtures: of every point x the three numbers Σₖ rₖ(x) valueₖ, in 0…1, as their square roots in 1023rds,
   packed into one word by ten bits each, the first number highest. The parameters are those of `FusedKernel.mixtures`.

   What is told in ten bits needs no double: in few dimensions shares are computed in single precision, eight of them in
   one register, and are mixed at once, with no word about likelihoods. */

typedef float Floats __attribute__((ext_vector_type(8)));
typedef unsigned Integers __attribute__((ext_vector_type(8)));

/* The word of eight points, from numbers not normalised: √(first / shares) and so on. */
INLINE Integers word(Floats first, Floats second, Floats third, Floats shares) {
  /* Added to a number below 2²³, this leaves its nearest integer in the low bits. */
  const float big = 0x1p23f;
  const Floats scale = 1023 / __builtin_elementwise_sqrt(shares);
  const Integers ten = 1023;
  Integers a = (Integers)(__builtin_elementwise_sqrt(first) * scale + big) & ten;
  Integers b = (Integers)(__builtin_elementwise_sqrt(second) * scale + big) & ten;
  Integers c = (Integers)(__builtin_elementwise_sqrt(third) * scale + big) & ten;
  return a << 20 | b << 10 | c;
}

/* Writes the words of points v of the block, as far as they exist. */
INLINE void write(Integers word, int v, long block, const FusedPoints *points, unsigned *words) {
  const long start = block * FUSED_BLOCK + v * LANES, left = points->count - start;
  if (left >= LANES) {
    __builtin_memcpy(words + start, &word, sizeof word);
  } else {
    for (long i = 0; i < left; i++) words[start + i] = word[i];
  }
}

/* 2ᵗ in single precision for t < 127; below −126 it stays. As `power_of_two`, with the series of the exponential up to
   f⁵: the error is at most 2.5e−6. */
INLINE Floats rough_power_of_two(Floats t) {
  const float big = 0x1.8p23f + 127;
  Floats clamped = t > (Floats)-126.0f ? t : (Floats)-126.0f;
  Floats rounded = clamped + big;
  Floats f = clamped - (rounded - big);
  Floats power = (Floats)((Integers)rounded << 23);
  Floats p = (Floats)1.33335581e-3f;
  p = multiply_add(p, f, (Floats)9.61812911e-3f);
  p = multiply_add(p, f, (Floats)5.55041087e-2f);
  p = multiply_add(p, f, (Floats)2.40226507e-1f);
  p = multiply_add(p, f, (Floats)6.93147181e-1f);
  p = multiply_add(p, f, (Floats)1.0f);
  return p * power;
}

/* Numbers of one component: mean (D), W (its lower triangle by rows), offset, value (3). */
INLINE long rough_length(long dimensions) { return dimensions + triangle(dimensions) + 4; }

/* Whether single precision will do. Where the component has a share s, |z|² is at most offset − shift − log₂ s; an error
   of 2⁻²² of that is an error of the share. */
INLINE _Bool is_rough_enough(Active active, const FusedComponents *components, long dimensions, const Workspace *work) {
  if (!active.is_within_range) return 0;
  for (long a = 0; a < active.count; a++) {
    const double *component = components->table + work->numbers[a] * few_length(dimensions);
    const double height = component[dimensions + triangle(dimensions)] - active.shift;
    if (!(height < 1000) || !(((const double *)work->upper)[work->numbers[a]] - active.shift < 120)) return 0;
  }
  return 1;
}

/* Copies the active components' numbers together, their means seen from the middle of the block. */
INLINE const float *gather_roughly(
  Active active, const FusedComponents *components, long dimensions, const double *middle, const double *values,
  const Workspace *work
) {
  const long length = rough_length(dimensions), offset = dimensions + triangle(dimensions);
  float *all = (float *)work->near;
  for (long a = 0; a < active.count; a++) {
    const double *component = components->table + work->numbers[a] * few_length(dimensions);
    const double *value = values + 3 * work->numbers[a];
    float *own = all + a * length;
    for (long j = 0; j < dimensions; j++) own[j] = (float)(component[j] - middle[j]);
    for (long i = dimensions; i < offset; i++) own[i] = (float)component[i];
    own[offset] = (float)(component[offset] - active.shift);
    for (int i = 0; i < 3; i++) own[offset + 1 + i] = (float)value[i];
  }
  return all;
}

/* Few dimensions, whose number the caller knows. */
INLINE void mix_roughly(
  Active active, long block, const FusedPoints *points, const FusedComponents *components, long dimensions,
  const double *values, unsigned *words, const Workspace *work
) {
  const double *middle = points->boxes + 2 * dimensions * block;
  const float *all = gather_roughly(active, components, dimensions, middle, values, work);
  const double *columns = points->columns + block * FUSED_BLOCK;
  for (int v = 0; v < VECTORS; v++) {
    Floats x[FUSED_FEW];
    UNROLL for (long j = 0; j < dimensions; j++) {
      x[j] = __builtin_convertvector(lanes(columns + j * points->stride)[v] - middle[j], Floats);
    }
    Floats first = 0, second = 0, third = 0, shares = 0;
    for (long a = 0; a < active.count; a++) {
      const float *mean = all + a * rough_length(dimensions), *w = mean + dimensions;
      Floats t = mean[dimensions + triangle(dimensions)];
      UNROLL for (long i = 0; i < dimensions; i++) {
        Floats z = (x[0] - mean[0]) * w[0];
        UNROLL for (long j = 1; j <= i; j++) z = multiply_add(x[j] - mean[j], (Floats)w[j], z);
        w += i + 1;
        t = multiply_add(-z, z, t);
      }
      Floats share = rough_power_of_two(t);
      shares += share;
      first = multiply_add(share, (Floats)w[1], first);
      second = multiply_add(share, (Floats)w[2], second);
      third = multiply_add(share, (Floats)w[3], third);
    }
    write(word(first, second, third, shares), v, block, points, words);
  }
}

/* Any number of dimensions, from the shares in the workspace. */
INLINE void mix(
  long active, long block, const FusedPoints *points, const double *values, unsigned *words, const Workspace *work
) {
  for (int v = 0; v < VECTORS; v++) {
    Lanes first = (Lanes)0.0, second = (Lanes)0.0, third = (Lanes)0.0, shares = (Lanes)0.0;
    for (long a = 0; a < active; a++) {
      Lanes share = work->shares[a * VECTORS + v];
      const double *value = values + 3 * work->numbers[a];
      shares += share;
      first = multiply_add(share, (Lanes)value[0], first);
      second = multiply_add(share, (Lanes)value[1], second);
      third = multiply_add(share, (Lanes)value[2], third);
    }
    const Integers mixed = word(
      __builtin_convertvector(first / shares, Floats), __builtin_convertvector(second / shares, Floats),
      __builtin_convertvector(third / shares, Floats), (Floats)1.0f);
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
