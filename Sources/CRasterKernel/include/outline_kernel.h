/* The innermost loops of lines, masks and filled outlines in C, built for several processors; the results are the same
   to the bit. What an outline is, where it is drawn and by which threads are Swift's (`Rasterizer`). */
#ifndef OUTLINE_KERNEL_H
#define OUTLINE_KERNEL_H

#include <stdint.h>

/* One straight piece of a line: see `Segment`. */
typedef struct {
  double x, y;                   /* where it begins, in pixels from the middle of pixel (0, 0) */
  double along_x, along_y;       /* its direction, of length 1 even where the piece is a point */
  double length, half;           /* half the width of the line */
  double reach_start, reach_end; /* how far beyond its ends pixels matter */
  float round_start, round_end;  /* 1 where it ends round, 0 where it is cut off square */
} StrokePiece;

/* Some columns of a row: none where `from` is not below `to`. */
typedef struct {
  int32_t from, to;
} RowColumns;

enum { STROKE_MARGIN = 7 /* bytes beyond the end of a page that may be written */ };

/* The coverage of some pixels, row by row. */
typedef struct {
  uint8_t *_Nonnull coverage;
  RowColumns *_Nonnull reached; /* by row, from the left of the page */
  int32_t left, top, right, bottom;
  long stride; /* bytes in a row: its columns and the margin */
} StrokePage;

/* A piece of an outline, from its top to its bottom. */
typedef struct {
  double x, slope;    /* where it is at its top, and columns a row */
  double top, bottom; /* rows */
  double direction;   /* 1 for an edge drawn downwards, -1 upwards */
} OutlineEdge;

/* A left or right side of an outline: edges by their tops. */
typedef struct {
  const OutlineEdge *_Nullable edges;
  long count;
} OutlineSide;

enum { ROW_MARGIN = 16 /* columns beyond the right border that are written to, or read in vain */ };

/* A convex outline, or two that are one inside the other: see `RingRows`. */
typedef struct {
  OutlineSide sides[4];      /* left and right of the outer outline, then of the inner one */
  uint32_t *_Nonnull pixels; /* of the first row and column */
  long stride, width;        /* pixels from row to row, and those that may be painted */
  uint32_t source;           /* premultiplied */
} Ring;

/* Where a row is painted: from and to in its left part and in its right one. */
typedef struct {
  int32_t left_from, left_to, right_from, right_to;
} PaintedRow;

typedef struct __attribute__((swift_attr("@Sendable"))) {
  /* Raises the coverage of pixels to the share that each piece gives them. */
  void (*_Nonnull raise)(const StrokePage *_Nonnull page, const StrokePiece *_Nonnull pieces, long count);

  /* Blends a premultiplied color over pixels, each weighted by its coverage: see `Blend`. */
  void (*_Nonnull cover)(
    uint32_t *_Nonnull pixels, const uint8_t *_Nonnull coverage, long count, uint32_t source);

  /* A premultiplied color over pixels. */
  void (*_Nonnull tint)(uint32_t *_Nonnull pixels, long count, uint32_t color);

  /* Paints a row of which the changes of coverage are known, from column to column, and makes it empty. Returns the
     columns that are painted.
     changes: more than there are columns by the margin; zeros where nothing changes.
     touched: a bit for each column that has a change; two columns more than there are may have one. */
  RowColumns (*_Nonnull drain)(
    float *_Nonnull changes, uint64_t *_Nonnull touched, uint32_t *_Nonnull pixels, long width, uint32_t source);

  /* Paints rows of a ring.
     changes: zeros, more than it has columns by the margin; they are zeros again afterwards.
     painted: where, by row from the first one that is painted. */
  void (*_Nonnull fill)(
    const Ring *_Nonnull ring, long from_row, long to_row, float *_Nonnull changes, PaintedRow *_Nonnull painted);
} OutlineKernel;

/* Runs everywhere. */
OutlineKernel outline_kernel_baseline(void);

#if defined(__x86_64__)
/* Runs where `density_supports_avx2`. */
OutlineKernel outline_kernel_avx2(void);
#endif

#endif
