/* What the builds of the fused kernel share with their caller: plain tables of numbers, and the question
   which builds this processor can run. A header only, so that no compiled code is shared between the builds. */
#ifndef FUSED_KERNEL_H
#define FUSED_KERNEL_H

enum { FUSED_BLOCK = 128 }; /* points per block */

/* The points, by column and block after block. */
typedef struct {
  const double *_Nonnull columns;  /* D columns, `stride` apart, padded by copies of the last point */
  const double *_Nullable weights; /* one per point, 0 where padded; null: all one */
  const double *_Nonnull tail;     /* FUSED_BLOCK ones and zeros: which points of the last block exist */
  const double *_Nonnull boxes;    /* per block: D centers, then D half-widths of its bounding box */
  const unsigned *_Nullable rows;  /* per point: its number in the user's order, if it is known */
  long count, stride, blocks, dimensions;
} FusedPoints;

/* The components, in base two: log2 of a weighted density is offset - |W (x - mean)|^2, W lower triangular. */
typedef struct {
  /* Row by row, a row holding one number of every component (`padded` of them):
     D means, the lower triangle of W by rows, the offset, and the cut: a component matters in a block if its
     offset - |W (x - mean)|^2 exceeds, somewhere in the box, what the best one surely has there, plus its cut. */
  const double *_Nonnull bounds;
  /* One component after the other, `length` numbers each.
     In the plane: mean (2), W (3), offset, center of the moments (2).
     Otherwise: the offset, the responsibility below which nothing is added to the moments, mean (D), center (D),
     then W: its diagonal alone if `is_diagonal`, else in panels of four rows, each column by column, with zeros
     above the diagonal and below the last row. */
  const double *_Nonnull table;
  long count, padded, length;
  /* Every W is diagonal, and of the second moments only the diagonal is wanted. Not in the plane. */
  _Bool is_diagonal;
} FusedComponents;

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
