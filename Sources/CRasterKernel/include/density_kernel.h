/* The innermost loops of a density in C, built for several processors; the results are the same to the bit. What a
   density is, tiles, threads and the choice of the build are Swift's (`Rasterizer`). */
#ifndef DENSITY_KERNEL_H
#define DENSITY_KERNEL_H

#include <stdint.h>

enum {
  DENSITY_RUN = 128,     /* points added at once, at most */
  DENSITY_CELL_SHIFT = 5 /* a cell is 1 << so many columns */
};

/* From points to their sums in a tile: see `DensityPlaces`. Positions are 256ths of a pixel. */
typedef struct {
  double scale_x, offset_x, scale_y, offset_y;
  double min_x, max_x, min_y, max_y; /* what lies outside has no sum: minima belong to the inside, maxima do not */
  int32_t left, top;                 /* of the first column and row */
  int32_t width;                     /* sums in a row: a whole number of cells */
  int32_t nowhere;                   /* place of eight sums more, for points that have none */
} DensityGrid;

/* From sums to pixels: see `DensityTone`. */
typedef struct {
  const uint8_t *_Nonnull alpha; /* 0...255 by the number of discs, in steps */
  float steps_per_disc, most;    /* more discs than `most` look the same */
  const uint8_t *_Nonnull encoded; /* sRGB byte by linear light */
  uint32_t encoded_limit;          /* its last place, one less than a power of two */
} DensityColors;

/* A sum is four numbers: red, green and blue in linear light, and the number of points. */
typedef struct __attribute__((swift_attr("@Sendable"))) {
  /* Adds points to the sums, and marks their cells by 1.
     words: three numbers of ten bits for each point, red highest, `steps` times whose squares, rounded, are its light;
     null: all add `common`.
     is_inside: every point has a sum. */
  void (*_Nonnull add)(
    float *_Nonnull sums, uint8_t *_Nonnull marks, const double *_Nonnull x, const double *_Nonnull y,
    const uint32_t *_Nullable words, long count, const DensityGrid *_Nonnull grid, _Bool is_inside,
    float steps, const float *_Nonnull common);

  /* target = middle own + (above + below) near, sum by sum. One sum more may be read and written. */
  void (*_Nonnull fold)(
    float *_Nonnull target, const float *_Nonnull middle, const float *_Nonnull above, const float *_Nonnull below,
    float own, float near, long count);

  /* Blends pixels, each by the sum of what stands in `folded` at its place and, dx rows of `width` sums further, dx to
     the left and to the right of it, for all dx up to `reach`. Up to seven sums more may be read. */
  void (*_Nonnull show)(
    const float *_Nonnull folded, long width, long reach, const DensityColors *_Nonnull colors,
    uint32_t *_Nonnull pixels, long count);
} DensityKernel;

/* Runs everywhere. */
DensityKernel density_kernel_baseline(void);

#if defined(__x86_64__)
/* Runs where `density_supports_avx2`. */
DensityKernel density_kernel_avx2(void);
#endif

static inline _Bool density_supports_avx2(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2");
#else
  return 0;
#endif
}

#endif
