/* Mixtures told in words: three numbers in 0…1 as their square roots in 1023rds, packed by ten bits each, the first
   number highest. */

/* Two registers of them: a sum, and even more a root, takes many cycles, in which the other register has its turn. */
enum { FLOATS = 4 * FUSED_WIDTH };

typedef float Floats __attribute__((ext_vector_type(FLOATS)));
typedef unsigned Integers __attribute__((ext_vector_type(FLOATS)));
/* As many in double precision; they stand at a multiple of 64 bytes. */
typedef double Doubles __attribute__((ext_vector_type(FLOATS), aligned(64)));

/* The nearest integer to 1023 √x for x in 0…1, give or take 1e−6 of the root. Processors take their time over roots;
   halving the exponent's bits is a first guess of 1/√x, and two of Newton's steps, their constants such that errors
   above and below are alike (Moroz et al. 2018), make it good. */
INLINE Integers root(Floats x) {
  Floats guess = (Floats)(0x5f376908 - ((Integers)x >> 1));
  Floats near = x * guess;
  guess *= multiply_add(near * -0.5f, guess, (Floats)1.5008909f);
  near = x * guess;
  near *= multiply_add(near * -0.5f, guess, (Floats)1.5000006f);
  /* Added to a number below 2²³, this leaves its nearest integer in the low bits. */
  return (Integers)multiply_add(near, (Floats)1023, (Floats)0x1p23f) & 1023;
}

INLINE Integers word(Floats first, Floats second, Floats third) {
  return root(first) << 20 | root(second) << 10 | root(third);
}

/* Writes the words of points v of the block, as far as they exist. */
INLINE void write(Integers word, int v, long block, const FusedPoints *points, unsigned *words) {
  const long start = block * FUSED_BLOCK + v * FLOATS, left = points->count - start;
  if (left >= FLOATS) {
    __builtin_memcpy(words + start, &word, sizeof word);
  } else {
    for (long i = 0; i < left; i++) words[start + i] = word[i];
  }
}
