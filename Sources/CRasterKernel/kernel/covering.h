/* From coverage to pixels, eight at a time. */

/* Products of two bytes by 255, to the nearest byte. */
INLINE Shorts divided(Shorts product) {
  const Shorts sum = product + 128;
  return (sum + (sum >> 8)) >> 8;
}

/* A premultiplied color, spread out for eight pixels. */
typedef struct {
  Shorts even, odd, alpha;
} Ink;

INLINE Ink ink(uint32_t source) {
  const Integers low = 0x00FF00FF, color = source;
  return (Ink){(Shorts)(color & low), (Shorts)(color >> 8 & low), (uint16_t)(source >> 24)};
}

/* A color, weighted by coverage, over what was there: see `Blend`. */
INLINE Integers blended(Integers old, Ink ink, Bytes coverage) {
  const Integers share = __builtin_convertvector(coverage, Integers);
  const Shorts by = (Shorts)(share | share << 16), from = (Shorts)old;
  const Shorts keep = 255 - divided(ink.alpha * by);
  const Shorts added = divided(ink.even * by) | divided(ink.odd * by) << 8;
  const Shorts kept = divided((from & 0x00FF) * keep) | divided((from >> 8) * keep) << 8;
  return (Integers)(added + kept);
}

/* A premultiplied color multiplied by `share` / 255. */
INLINE uint32_t scaled(uint32_t color, uint32_t share) {
  const uint32_t even = (color & 0x00FF00FF) * share + 0x00800080, odd = (color >> 8 & 0x00FF00FF) * share + 0x00800080;
  return ((even + (even >> 8 & 0x00FF00FF)) >> 8 & 0x00FF00FF) | ((odd + (odd >> 8 & 0x00FF00FF)) & 0xFF00FF00);
}

/* The first and the last `some` of at most eight pixels, which may be the same ones. */
INLINE void cover_ends(uint32_t *pixels, const uint8_t *coverage, long count, long some, Ink ink) {
  const unsigned long bytes = (unsigned long)some;
  Bytes shares = 0;
  Integers old = 0;
  __builtin_memcpy(&shares, coverage, bytes);
  __builtin_memcpy((uint8_t *)&shares + 4, coverage + count - some, bytes);
  __builtin_memcpy(&old, pixels, bytes * 4);
  __builtin_memcpy((uint32_t *)&old + 4, pixels + count - some, bytes * 4);
  old = blended(old, ink, shares);
  __builtin_memcpy(pixels, &old, bytes * 4);
  __builtin_memcpy(pixels + count - some, (uint32_t *)&old + 4, bytes * 4);
}

INLINE void cover_with(uint32_t *pixels, const uint8_t *coverage, long count, Ink ink) {
  for (; count >= 8; count -= 8, coverage += 8, pixels += 8) {
    uint64_t all;
    __builtin_memcpy(&all, coverage, sizeof all);
    /* Most of a mask is empty. */
    if (all != 0) cover_ends(pixels, coverage, 8, 4, ink);
  }
  if (count >= 4) cover_ends(pixels, coverage, count, 4, ink);
  else if (count >= 2) cover_ends(pixels, coverage, count, 2, ink);
  else if (count == 1) cover_ends(pixels, coverage, 1, 1, ink);
}

static void cover(uint32_t *pixels, const uint8_t *coverage, long count, uint32_t source) {
  cover_with(pixels, coverage, count, ink(source));
}

/* A premultiplied color over pixels. */
static void tint(uint32_t *pixels, long count, uint32_t color) {
  const uint32_t keep = 255 - (color >> 24);
  const Integers colors = color;
  const Shorts by = (uint16_t)keep;
  for (; count >= 8; count -= 8, pixels += 8) {
    Integers old = colors;
    if (keep != 0) {
      __builtin_memcpy(&old, pixels, sizeof old);
      const Shorts from = (Shorts)old;
      old = colors + (Integers)(divided((from & 0x00FF) * by) | divided((from >> 8) * by) << 8);
    }
    __builtin_memcpy(pixels, &old, sizeof old);
  }
  for (; count > 0; count--, pixels++) *pixels = color + scaled(*pixels, keep);
}
