/* From points to sums. */

/* Eight points. */
typedef double Doubles __attribute__((ext_vector_type(8)));
typedef uint64_t Longs __attribute__((ext_vector_type(8)));
/* Four sums, and as many words for each of their numbers. */
typedef float Light __attribute__((ext_vector_type(16)));
typedef uint32_t Words __attribute__((ext_vector_type(16)));

INLINE Doubles load_doubles(const double *numbers) {
  Doubles loaded;
  __builtin_memcpy(&loaded, numbers, sizeof loaded);
  return loaded;
}

/* Pixels of eight positions. Added to a number, 2⁵² leaves its nearest integer in the low bits. */
INLINE Integers pixels(Doubles positions) {
  return __builtin_convertvector((Longs)(positions + 0x1p52), Integers) >> 8;
}

/* The places of eight points among the sums. Those of points that may have none are compared: what lies outside goes
   where nobody looks, each to a place of its own, so that none waits for another. */
INLINE Integers places_of(const double *x, const double *y, const DensityGrid *g, _Bool is_inside) {
  typedef int64_t Truths __attribute__((ext_vector_type(8)));
  const Doubles across = load_doubles(x) * g->scale_x + g->offset_x, down = load_doubles(y) * g->scale_y + g->offset_y;
  const Integers columns = pixels(across) - (uint32_t)g->left, rows = pixels(down) - (uint32_t)g->top;
  const Integers places = rows * (uint32_t)g->width + columns;
  if (is_inside) return places;
  const Truths has = (across >= g->min_x) & (across < g->max_x) & (down >= g->min_y) & (down < g->max_y);
  const Integers nowhere = (Integers){0, 1, 2, 3, 4, 5, 6, 7} + (uint32_t)g->nowhere;
  return __builtin_convertvector(has, Integers) ? places : nowhere;
}

/* The places of a run of points. */
INLINE void find(
  const double *x, const double *y, long count, const DensityGrid *g, _Bool is_inside, uint32_t *places
) {
  long i = 0;
  for (; i + 8 <= count; i += 8) {
    const Integers found = places_of(x + i, y + i, g, is_inside);
    __builtin_memcpy(places + i, &found, sizeof found);
  }
  if (i == count) return;
  double last_x[8] = {0}, last_y[8] = {0};
  for (long j = 0; i + j < count; j++) {
    last_x[j] = x[i + j];
    last_y[j] = y[i + j];
  }
  const Integers found = places_of(last_x, last_y, g, is_inside);
  for (long j = 0; i + j < count; j++) places[i + j] = found[j];
}

INLINE void add_to(Sum *sums, uint8_t *marks, uint32_t place, Sum added) {
  sums[place] += added;
  marks[place >> DENSITY_CELL_SHIFT] = 1;
}

/* What four points of these colors add. Squares of roots, in steps of light, rounded: faster than looking them up. */
INLINE Light lights(uint32_t a, uint32_t b, uint32_t c, uint32_t d, float steps) {
  const Words words = {a, a, a, a, b, b, b, b, c, c, c, c, d, d, d, d};
  const Words shifts = {20, 10, 0, 30, 20, 10, 0, 30, 20, 10, 0, 30, 20, 10, 0, 30};
  const Words number = {0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1};
  const Light scale = {
    steps, steps, steps, 1, steps, steps, steps, 1, steps, steps, steps, 1, steps, steps, steps, 1,
  };
  /* Added to a number below 2²³ and taken away, this leaves its nearest integer. */
  const Light big = 0x1p23f, root = __builtin_convertvector((words >> shifts & 1023) | number, Light);
  return root * root * scale + big - big;
}

static void add(
  float *numbers, uint8_t *marks, const double *x, const double *y, const uint32_t *words, long count,
  const DensityGrid *grid, _Bool is_inside, float steps, const float *common
) {
  const DensityGrid g = *grid;
  Sum *sums = (Sum *)numbers;
  uint32_t places[DENSITY_RUN];
  if (count > DENSITY_RUN) count = DENSITY_RUN;
  if (is_inside) find(x, y, count, &g, 1, places);
  else find(x, y, count, &g, 0, places);
  if (!words) {
    const Sum same = *(const Sum *)common;
    for (long i = 0; i < count; i++) add_to(sums, marks, places[i], same);
    return;
  }
  /* Points that follow each other often meet, and have to wait for each other: two halves take turns. Sums are whole
     numbers, the same in any order. */
  const long half = count / 4 * 2;
  for (long i = 0; i < half; i += 2) {
    const Light own = lights(words[i], words[half + i], words[i + 1], words[half + i + 1], steps);
    add_to(sums, marks, places[i], own.lo.lo);
    add_to(sums, marks, places[half + i], own.lo.hi);
    add_to(sums, marks, places[i + 1], own.hi.lo);
    add_to(sums, marks, places[half + i + 1], own.hi.hi);
  }
  for (long i = 2 * half; i < count; i++) {
    const uint32_t word = words[i];
    add_to(sums, marks, places[i], lights(word, word, word, word, steps).lo.lo);
  }
}
