/* One block's mixtures: of every point the three numbers Σₖ rₖ valueₖ, in 0…1, taken to a byte each by a table, and
   packed into one word, the first number highest. The parameters are those of `FusedKernel.mixtures`. */
INLINE void mix(
  long active, long block, const FusedPoints *points, const double *values, const unsigned char *steps,
  unsigned *words, const Workspace *work
) {
  /* Added to a number, this leaves its integer part in the low bits. */
  const double big = 0x1.8p52;
  const long last = FUSED_STEPS - 1;
  for (int v = 0; v < VECTORS; v++) {
    Lanes first = (Lanes)0.0, second = (Lanes)0.0, third = (Lanes)0.0;
    for (long a = 0; a < active; a++) {
      Lanes share = work->shares[a * VECTORS + v];
      const double *value = values + 3 * work->numbers[a];
      first = multiply_add(share, (Lanes)value[0], first);
      second = multiply_add(share, (Lanes)value[1], second);
      third = multiply_add(share, (Lanes)value[2], third);
    }
    Lanes scale = work->scales[v] * last;
    work->rows[v] = multiply_add(first, scale, (Lanes)big);
    work->rows[VECTORS + v] = multiply_add(second, scale, (Lanes)big);
    work->rows[2 * VECTORS + v] = multiply_add(third, scale, (Lanes)big);
  }
  const unsigned long *step = (const unsigned long *)work->rows;
  const long start = block * FUSED_BLOCK;
  const long count = points->count - start < FUSED_BLOCK ? points->count - start : FUSED_BLOCK;
  for (long i = 0; i < count; i++) {
    words[start + i] = (unsigned)steps[step[i] & last] << 16 | (unsigned)steps[step[FUSED_BLOCK + i] & last] << 8 |
                       steps[step[2 * FUSED_BLOCK + i] & last];
  }
}
