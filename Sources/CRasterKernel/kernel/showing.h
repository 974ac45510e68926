/* From sums to pixels, eight at a time. */

INLINE Floats load(const float *numbers) {
  Floats loaded;
  __builtin_memcpy(&loaded, numbers, sizeof loaded);
  return loaded;
}

static void fold(
  float *target, const float *middle, const float *above, const float *below, float own, float near, long count
) {
  for (long i = 0; i < 4 * count; i += 8) {
    Floats folded = load(middle + i) * own + (load(above + i) + load(below + i)) * near;
    __builtin_memcpy(target + i, &folded, sizeof folded);
  }
}

/* The sums of two pixels. */
INLINE Floats two(const float *folded, long width, long reach) {
  Floats sums = load(folded);
  for (long dx = 1; dx <= reach; dx++) {
    const float *side = folded + 4 * dx * width;
    sums += load(side - 4 * dx) + load(side + 4 * dx);
  }
  return sums;
}

/* Some pixels on their way from sums to colors. A processor looks up one number at a time: so that is a loop of its own
   between two that compute eight at a time. */
enum { STRETCH = 64 };
typedef struct {
  Integers red[STRETCH / 8], green[STRETCH / 8], blue[STRETCH / 8], alpha[STRETCH / 8];
} Stretch;

/* Where the colors of eight pixels, the means of their discs, and their alphas are to be looked up. Without discs there
   is no mean, and any color will do: its share is 0. */
INLINE void mean(const float *folded, long width, long reach, const DensityColors *colors, Stretch *to, long i) {
  Floats a = two(folded, width, reach), b = two(folded + 8, width, reach);
  Floats c = two(folded + 16, width, reach), d = two(folded + 24, width, reach);
  /* Pixels 0 and 4, 1 and 5, 2 and 6, 3 and 7. */
  Floats p = __builtin_shufflevector(a, c, 0, 1, 2, 3, 8, 9, 10, 11);
  Floats q = __builtin_shufflevector(a, c, 4, 5, 6, 7, 12, 13, 14, 15);
  Floats r = __builtin_shufflevector(b, d, 0, 1, 2, 3, 8, 9, 10, 11);
  Floats s = __builtin_shufflevector(b, d, 4, 5, 6, 7, 12, 13, 14, 15);
  /* Red and green of both, then blue and number. */
  Floats pq = __builtin_shufflevector(p, q, 0, 8, 1, 9, 4, 12, 5, 13);
  Floats rs = __builtin_shufflevector(r, s, 0, 8, 1, 9, 4, 12, 5, 13);
  Floats red = __builtin_shufflevector(pq, rs, 0, 1, 8, 9, 4, 5, 12, 13);
  Floats green = __builtin_shufflevector(pq, rs, 2, 3, 10, 11, 6, 7, 14, 15);
  pq = __builtin_shufflevector(p, q, 2, 10, 3, 11, 6, 14, 7, 15);
  rs = __builtin_shufflevector(r, s, 2, 10, 3, 11, 6, 14, 7, 15);
  Floats blue = __builtin_shufflevector(pq, rs, 0, 1, 8, 9, 4, 5, 12, 13);
  Floats discs = __builtin_shufflevector(pq, rs, 2, 3, 10, 11, 6, 7, 14, 15);
  /* Added to a number, this leaves its nearest integer in the low bits. */
  const Floats big = 0x1p23f, most = colors->most, scale = 1 / discs;
  const Integers limit = colors->encoded_limit;
  to->red[i] = (Integers)(red * scale + big) & limit;
  to->green[i] = (Integers)(green * scale + big) & limit;
  to->blue[i] = (Integers)(blue * scale + big) & limit;
  to->alpha[i] = (Integers)((discs > most ? most : discs) * colors->steps_per_disc + big) & 0x7FFFFF;
}

/* Opaque colors by `share` / 255, and what was there by the rest, rounded once, exactly: see `Blend`. */
INLINE Integers mix(Integers old, Integers color, Integers share) {
  const Shorts low = 0x00FF, high = 0xFF00, half = 128;
  const Shorts by = (Shorts)(share | share << 16), keep = low - by, from = (Shorts)old, to = (Shorts)color;
  const Shorts even = (to & low) * by + (from & low) * keep + half;
  const Shorts odd = (to >> 8) * by + (from >> 8) * keep + half;
  return (Integers)(((even + (even >> 8)) >> 8) | ((odd + (odd >> 8)) & high));
}

/* A stretch of pixels; `length` is no more than its length. */
INLINE void show_stretch(
  const float *folded, long width, long reach, const DensityColors *colors, uint32_t *pixels, long length
) {
  const uint8_t *encoded = colors->encoded, *alpha = colors->alpha;
  Stretch stretch;
  for (long i = 0; 8 * i < length; i++) mean(folded + 32 * i, width, reach, colors, &stretch, i);
  uint32_t *red = (uint32_t *)stretch.red, *share = (uint32_t *)stretch.alpha;
  const uint32_t *green = (uint32_t *)stretch.green, *blue = (uint32_t *)stretch.blue;
  /* Left to itself the compiler takes registers apart and puts them together again. */
  _Pragma("clang loop vectorize(disable)") for (long i = 0; i < length; i++) {
    red[i] = 0xFF000000 | (uint32_t)encoded[red[i]] << 16 | (uint32_t)encoded[green[i]] << 8 | encoded[blue[i]];
    share[i] = alpha[share[i]];
  }
  long i = 0;
  for (; 8 * i + 8 <= length; i++) {
    Integers old;
    __builtin_memcpy(&old, pixels + 8 * i, sizeof old);
    old = mix(old, stretch.red[i], stretch.alpha[i]);
    __builtin_memcpy(pixels + 8 * i, &old, sizeof old);
  }
  if (8 * i < length) {
    Integers old = 0;
    const unsigned long bytes = (unsigned long)(length - 8 * i) * sizeof *pixels;
    __builtin_memcpy(&old, pixels + 8 * i, bytes);
    old = mix(old, stretch.red[i], stretch.alpha[i]);
    __builtin_memcpy(pixels + 8 * i, &old, bytes);
  }
}

static void show(
  const float *folded, long width, long reach, const DensityColors *colors, uint32_t *pixels, long count
) {
  for (; count > 0; count -= STRETCH, pixels += STRETCH, folded += 4 * STRETCH) {
    const long length = count < STRETCH ? count : STRETCH;
    /* The smallest discs, which are the most numerous, get a loop of their own. */
    if (reach == 1) show_stretch(folded, width, 1, colors, pixels, length);
    else show_stretch(folded, width, reach, colors, pixels, length);
  }
}
