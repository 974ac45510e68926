/* From changes of coverage, column by column, to pixels. */

/* Each number and all those before it. */
INLINE Floats sums_of(Floats a) {
  const Floats none = 0;
  a += __builtin_shufflevector(none, a, 0, 8, 9, 10, 11, 12, 13, 14);
  a += __builtin_shufflevector(none, a, 0, 0, 8, 9, 10, 11, 12, 13);
  return a + __builtin_shufflevector(none, a, 0, 0, 0, 0, 8, 9, 10, 11);
}

/* Pixels from column `from` of which each has a coverage of its own, eight at a time until `to` is reached, but none
   from `limit` on; their changes are zeros again. Adds these up in `sum`, and returns the first column not painted. */
INLINE long paint_columns(float *changes, uint32_t *pixels, long from, long to, long limit, float *sum, Ink ink) {
  const Floats none = 0;
  for (; from < to; from += 8) {
    const long count = limit - from;
    const Floats coverage = sums_of(load(changes + from)) + *sum;
    __builtin_memcpy(changes + from, &none, sizeof none);
    *sum = coverage[7];
    /* Added to a number, this leaves its nearest integer in the low bits. */
    const Floats rounded = lesser(absolute(coverage), 1) * 255 + 0x1p23f;
    const Bytes bytes = __builtin_convertvector((Integers)rounded, Bytes);
    if (count >= 8) {
      cover_ends(pixels + from, (const uint8_t *)&bytes, 8, 4, ink);
    } else if (count > 0) {
      cover_with(pixels + from, (const uint8_t *)&bytes, count, ink);
    }
  }
  return from < limit ? from : limit;
}

/* The coverage of a stretch, in 255ths. */
INLINE uint32_t stretch_byte(float sum) {
  const float size = sum < 0 ? -sum : sum;
  return (uint32_t)((size < 1 ? size : 1) * 255 + 0.5f);
}

/* Pixels of equal coverage. Returns whether they are covered at all. */
INLINE _Bool paint_stretch(uint32_t *pixels, long from, long to, float sum, uint32_t source) {
  const uint32_t share = stretch_byte(sum);
  if (share != 0 && from < to) tint(pixels + from, to - from, scaled(source, share));
  return share != 0;
}

INLINE void widen(RowColumns *painted, long from, long to) {
  if (from >= to) return;
  if (from < painted->from) painted->from = (int32_t)from;
  if (to > painted->to) painted->to = (int32_t)to;
}

static RowColumns drain(float *changes, uint64_t *touched, uint32_t *pixels, long width, uint32_t source) {
  const Ink own = ink(source);
  const long words = (width + 2 + 63) / 64;
  RowColumns painted = {INT32_MAX, 0};
  float sum = 0;
  /* The first column that is not painted yet. */
  long next = 0;
  for (long word = 0; word < words; word++) {
    while (touched[word] != 0) {
      const long from = word * 64 + __builtin_ctzll(touched[word]);
      /* Eight columns at once, which may end in the next word. */
      const uint64_t eight = (uint64_t)0xFF << (from & 63);
      touched[word] &= ~eight;
      if ((from & 63) > 56 && word + 1 < words) touched[word + 1] &= ~((uint64_t)0xFF >> (64 - (from & 63)));
      const long border = from < width ? from : width;
      if (paint_stretch(pixels, next, border, sum, source)) widen(&painted, next, border);
      next = paint_columns(changes, pixels, from, from + 1, width, &sum, own);
      widen(&painted, border, next);
    }
  }
  if (paint_stretch(pixels, next, width, sum, source)) widen(&painted, next, width);
  return painted;
}
