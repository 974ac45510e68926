/* From points to sums. */

/* Added to a number, 2⁵² leaves its nearest integer in the low bits. */
INLINE int32_t pixel(double position) {
  union {
    double number;
    uint64_t bits;
  } rounded = {position + 0x1p52};
  return (int32_t)((uint32_t)rounded.bits >> 8);
}

/* The places of points among the sums, whatever comes out for one that has none. */
INLINE void find(const double *x, const double *y, long count, const DensityGrid g, uint32_t *places) {
  for (long i = 0; i < count; i++) {
    int32_t column = pixel(x[i] * g.scale_x + g.offset_x) - g.left;
    int32_t row = pixel(y[i] * g.scale_y + g.offset_y) - g.top;
    places[i] = (uint32_t)(row * g.width + column);
  }
}

/* Moves the points that have a sum to the front, and returns their number. It is left to chance which they are: without
   a jump no processor can guess wrong. */
INLINE long keep_inside(
  const double *x, const double *y, const uint32_t *words, long count, const DensityGrid g, uint32_t *places,
  uint32_t *own_words
) {
  uint32_t is_inside[DENSITY_RUN];
  for (long i = 0; i < count; i++) {
    double across = x[i] * g.scale_x + g.offset_x, down = y[i] * g.scale_y + g.offset_y;
    is_inside[i] = (across >= g.min_x) & (across < g.max_x) & (down >= g.min_y) & (down < g.max_y);
  }
  long found = 0;
  for (long i = 0; i < count; i++) {
    places[found] = places[i];
    own_words[found] = words ? words[i] : 0;
    found += is_inside[i];
  }
  return found;
}

INLINE void add_to(Sum *sums, uint8_t *marks, uint32_t place, int32_t cell_shift, Sum added) {
  sums[place] += added;
  marks[place >> cell_shift] = 1;
}

INLINE Sum light_of(uint32_t word, const float *light) {
  return (Sum){light[word >> 20 & 1023], light[word >> 10 & 1023], light[word & 1023], 1};
}

static void add(
  float *numbers, uint8_t *marks, const double *x, const double *y, const uint32_t *words, long count,
  const DensityGrid *grid, _Bool is_inside, const float *light, const float *common
) {
  const DensityGrid g = *grid;
  Sum *sums = (Sum *)numbers;
  uint32_t places[DENSITY_RUN], own_words[DENSITY_RUN];
  if (count > DENSITY_RUN) count = DENSITY_RUN;
  find(x, y, count, g, places);
  if (!is_inside) {
    count = keep_inside(x, y, words, count, g, places, own_words);
    if (words) words = own_words;
  }
  if (!words) {
    const Sum same = *(const Sum *)common;
    for (long i = 0; i < count; i++) add_to(sums, marks, places[i], g.cell_shift, same);
    return;
  }
  /* Points that follow each other often meet, and have to wait for each other: two halves take turns. Sums are whole
     numbers, the same in any order. */
  const long half = count / 2;
  for (long i = 0; i < half; i++) {
    add_to(sums, marks, places[i], g.cell_shift, light_of(words[i], light));
    add_to(sums, marks, places[half + i], g.cell_shift, light_of(words[half + i], light));
  }
  if (count & 1) add_to(sums, marks, places[count - 1], g.cell_shift, light_of(words[count - 1], light));
}
