/* From the sides of a ring to pixels, row by row: the area that is covered of each. */

/* The columns that edges touch, from the first to behind the last. */
typedef struct {
  long from, to;
} Columns;

/* An edge that passes from column `a` to column `b` over a share of the row, negative where what lies to its right is
   outside: the change of coverage at each column that it passes, and at the one to the right of these. */
INLINE void add_edge(float *changes, double width, double a, double b, double height, Columns *touched) {
  const double left = least(most(least(a, b), 0), width), right = least(most(most(a, b), 0), width);
  const long i = (long)left, j = (long)right;
  if (i < touched->from) touched->from = i;
  if (j + 2 > touched->to) touched->to = j + 2;
  if (i == j || right - left < 1e-9) {
    const double share = height * ((left + right) * 0.5 - (double)i);
    changes[i] += (float)(height - share);
    changes[i + 1] += (float)share;
    return;
  }
  /* Each column gets the height that the edge gains in it, split by the mean position within the column. */
  const double per_column = height / (right - left);
  double start = left;
  float carried = 0;
  long column = i;
  for (; column <= j && (double)column < width; column++) {
    const double end = least((double)(column + 1), right), gained = per_column * (end - start);
    const double share = gained * ((start + end) * 0.5 - (double)column);
    changes[column] = (changes[column] + carried) + (float)(gained - share);
    carried = (float)share;
    start = end;
  }
  changes[column] += carried;
}

/* The parts of a side's edges that lie in a row. `next` is the first edge that is not above it; returns that of the row
   below. */
INLINE const OutlineEdge *add_side(
  float *changes, double width, const OutlineEdge *next, const OutlineEdge *last, double top, double sign,
  Columns *touched
) {
  const double bottom = top + 1;
  const OutlineEdge *kept = next;
  for (const OutlineEdge *edge = next; edge < last && edge->top < bottom; edge++) {
    const double upper = most(edge->top, top), lower = least(edge->bottom, bottom);
    if (upper < lower) {
      add_edge(
        changes, width, edge->x + edge->slope * (upper - edge->top), edge->x + edge->slope * (lower - edge->top),
        (lower - upper) * edge->direction * sign, touched);
    }
    if (edge == kept && edge->bottom <= bottom) kept++;
  }
  return kept;
}

/* Tells memory that columns will be painted; so far apart, it finds out by itself what lies between. */
INLINE void expect_columns(const uint32_t *pixels, long from, long to, long width) {
  enum { LINE = 16, FAR = 8 * LINE };
  if (from >= to) return;
  const long last = to < width ? to : width - 1;
  if (last - from < FAR) {
    for (long x = from; x < last; x += LINE) __builtin_prefetch(pixels + x, 1);
  } else {
    __builtin_prefetch(pixels + from, 1);
  }
  __builtin_prefetch(pixels + last, 1);
}

/* What the edges of a row enclose. */
INLINE PaintedRow paint_row(const Ring *ring, uint32_t *pixels, float *changes, Columns left, Columns right, Ink ink) {
  const long width = ring->width;
  if (left.from >= left.to && right.from >= right.to) return (PaintedRow){0, 0, 0, 0};
  /* A side beyond the right border has no edges left, and the row is covered up to there. */
  if (left.from >= left.to) left.from = left.to = right.from < width ? right.from : width;
  if (right.from >= right.to) right.from = right.to = left.to > width ? left.to : width;
  const long first = left.from < right.from ? left.from : right.from, last = left.to > right.to ? left.to : right.to;
  _Bool is_hollow = 0;
  float sum = 0;
  long next = left.from;
  if (left.to + 8 <= right.from) {
    next = paint_columns(changes, pixels, next, left.to, width, &sum, ink);
    is_hollow = !paint_stretch(pixels, next, right.from, sum, ring->source);
    next = right.from;
  } else {
    next = first;
  }
  next = paint_columns(changes, pixels, next, last, width, &sum, ink);
  /* What is still covered there goes on to the right border. */
  const _Bool is_open = paint_stretch(pixels, next, width, sum, ring->source);
  const int32_t end = (int32_t)(is_open || last > width ? width : last);
  if (!is_hollow) return (PaintedRow){(int32_t)first, end, 0, 0};
  return (PaintedRow){(int32_t)left.from, (int32_t)left.to, (int32_t)right.from, end};
}

static void fill(const Ring *ring, long from_row, long to_row, float *changes, PaintedRow *painted) {
  /* So many rows ahead memory is told what will be painted: sides hardly move from row to row. */
  enum { AHEAD = 5 };
  const Columns nowhere = {LONG_MAX, 0};
  const Ink own = ink(ring->source);
  const OutlineEdge *next[4], *last[4];
  for (int side = 0; side < 4; side++) {
    next[side] = ring->sides[side].edges;
    last[side] = next[side] + ring->sides[side].count;
    while (next[side] < last[side] && next[side]->bottom <= (double)from_row) next[side]++;
  }
  for (long y = from_row; y < to_row; y++) {
    uint32_t *pixels = ring->pixels + y * ring->stride;
    Columns left = nowhere, right = nowhere;
    for (int side = 0; side < 4; side++) {
      /* Inside the inner outline nothing is covered: its sides count the other way. */
      next[side] = add_side(
        changes, (double)ring->width, next[side], last[side], (double)y, side < 2 ? -1 : 1, side & 1 ? &right : &left);
    }
    if (y + AHEAD < to_row) {
      const uint32_t *ahead = pixels + AHEAD * ring->stride;
      if (ring->sides[2].count == 0) {
        expect_columns(ahead, left.from, right.to, ring->width);
      } else {
        expect_columns(ahead, left.from, left.to, ring->width);
        expect_columns(ahead, right.from, right.to, ring->width);
      }
    }
    painted[y - from_row] = paint_row(ring, pixels, changes, left, right, own);
  }
}
