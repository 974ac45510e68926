/* The innermost loop of the fused pass in C, built for several processors: the tables of numbers it works on, its entry
   points, and the question which builds this processor can run. Its specification is in Swift: see kernel/kernel.h. */
#ifndef FUSED_KERNEL_H
#define FUSED_KERNEL_H

enum {
  FUSED_FEW = 4,     /* up to so many dimensions are few */
  FUSED_BLOCK = 128  /* points per block */
};

/* The points, by column and block after block. */
typedef struct {
  const double *_Nonnull columns;  /* D columns, `stride` apart, padded by copies of the last point */
  const double *_Nullable weights; /* one per point, 0 where padded; null: all one */
  const double *_Nonnull tail;     /* FUSED_BLOCK ones and zeros: which points of the last block exist */
  const double *_Nonnull boxes;    /* per block: D centers, then D half-widths of its bounding box */
  long count, stride, blocks, dimensions;
} FusedPoints;

/* The components, in base two: log2 of a weighted density is offset - |W (x - mean)|^2, W lower triangular. */
typedef struct {
  /* Row by row, a row holding one number of every component (`padded` of them):
     D means, the lower triangle of W by rows, the offset, and the cut: a component matters in a block if its
     offset - |W (x - mean)|^2 exceeds, somewhere in the box, what the best one surely has there, plus its cut. */
  const double *_Nonnull bounds;
  /* One component after the other, `length` numbers each.
     Of up to FUSED_FEW dimensions: mean (D), W (its lower triangle by rows), offset, center of the moments (D), and
     the responsibility below which nothing is added to the moments.
     Of more: the offset, that responsibility, mean (D), center (D), then W: its diagonal alone if `is_diagonal`, else
     in panels of four rows, each column by column, with zeros above the diagonal and below the last row. */
  const double *_Nonnull table;
  long count, padded, length;
  /* Every W is diagonal, and of the second moments only the diagonal is wanted; not in few dimensions. */
  _Bool is_diagonal;
} FusedComponents;

/* What every build offers. Memory is at a multiple of 64 bytes. */
typedef struct __attribute__((swift_attr("@Sendable"))) {
  /* Bytes of scratch memory that one worker needs. */
  long (*_Nonnull workspace_bytes)(FusedComponents components, long dimensions);

  /* E-step and M-step statistics of a run of blocks.
     sums: receives the log-likelihood in bits, then for every component the lower triangle, by rows, of
     sum r (x - c, 1)(x - c, 1)^T, r its responsibility, c its center; if diagonal, of that the diagonal but for its
     end, then the last row. */
  void (*_Nonnull pass)(
    FusedPoints points, FusedComponents components, long first_block, long end_block, double *_Nonnull sums,
    void *_Nonnull memory);

  /* For every point of a run of blocks sum r v over the components: a mixture of their triples v of numbers in 0...1.
     values: three numbers per component.
     words: receives, in the points' order, the square roots of the three numbers in 1023rds, the first in bits 20-29,
     the last in bits 0-9. */
  void (*_Nonnull mixtures)(
    FusedPoints points, FusedComponents components, long first_block, long end_block, const double *_Nonnull values,
    unsigned *_Nonnull words, void *_Nonnull memory);

  /* 2^t and log2 s of `count` numbers, a multiple of eight: the elementary functions, open to inspection. */
  void (*_Nonnull powers_of_two)(const double *_Nonnull t, long count, double *_Nonnull results);
  void (*_Nonnull logarithms)(const double *_Nonnull s, long count, double *_Nonnull results);
} FusedKernel;

/* The builds. Only a processor of which the question below is true may run the later ones. */
FusedKernel fused_kernel_baseline(void);
#if defined(__x86_64__)
FusedKernel fused_kernel_avx2(void);
FusedKernel fused_kernel_avx512(void);
#endif

/* Can this processor, and its operating system, run the build? */
static inline _Bool fused_supports_avx2(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return 0;
#endif
}

static inline _Bool fused_supports_avx512(void) {
#if defined(__x86_64__)
  return fused_supports_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
         __builtin_cpu_supports("avx512vl");
#else
  return 0;
#endif
}

#endif
