/* Eight numbers computed at once: one register of AVX-512, two of AVX2, four of SSE2 or NEON. Several registers at a
   time share the loading of constants, and hide that a sum takes a few cycles. */

typedef double Lanes __attribute__((ext_vector_type(8)));
typedef unsigned long Words __attribute__((ext_vector_type(8)));

/* Where sums, not constants, fill the registers, fewer at once: what one register holds, or two, eight at most. */
typedef double Register __attribute__((ext_vector_type(FUSED_WIDTH)));
typedef double Pair __attribute__((ext_vector_type(FUSED_WIDTH < 4 ? 2 * FUSED_WIDTH : 8)));

enum {
  LANES = 8,
  VECTORS = FUSED_BLOCK / LANES, /* per block */
  PAIR = sizeof(Pair) / sizeof(double)
};

/* Lanes as an argument or a result has to stay in registers. */
#define INLINE static inline __attribute__((always_inline))

/* For loops whose length is known once they are inlined. */
#define UNROLL _Pragma("clang loop unroll(full)")

/* a·b + c of vectors of any length, rounded once where the processor has the instruction. Without it a single rounding
   would be a library call per number, so there it rounds twice. */
#if FUSED_ROUNDS_ONCE
#define multiply_add(a, b, c) __builtin_elementwise_fma(a, b, c)
#else
#define multiply_add(a, b, c) ((a) * (b) + (c))
#endif

/* a where it is the larger, else b: one instruction, unlike the library's maximum, which looks for NaN. */
INLINE Lanes larger(Lanes a, Lanes b) { return a > b ? a : b; }

INLINE Lanes magnitude(Lanes a) { return (Lanes)((Words)a & 0x7fffffffffffffff); }

/* The lanes added up, from the first to the last. */
INLINE double sum(Lanes a) {
  double total = a[0];
  for (int lane = 1; lane < LANES; lane++) total += a[lane];
  return total;
}

/* Of numbers, in any order the same: halves are compared with halves. */
INLINE double largest(Lanes a) {
  typedef double Four __attribute__((ext_vector_type(4)));
  typedef double Two __attribute__((ext_vector_type(2)));
  Four four = a.lo > a.hi ? a.lo : a.hi;
  Two two = four.lo > four.hi ? four.lo : four.hi;
  return two.x > two.y ? two.x : two.y;
}

INLINE Lanes square_root(Lanes a) { return __builtin_elementwise_sqrt(a); }

/* Memory in which numbers stand by eights, at a multiple of 64 bytes. */
INLINE const Lanes *lanes(const double *numbers) { return (const Lanes *)numbers; }
