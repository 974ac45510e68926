/* From pieces of lines to coverage, eight pixels at a time. */

INLINE Floats absolute(Floats a) { return (Floats)((Integers)a & 0x7FFFFFFF); }
INLINE Floats lesser(Floats a, Floats b) { return a < b ? a : b; }
INLINE Floats greater(Floats a, Floats b) { return a > b ? a : b; }

/* The share of pixels that lies beyond a straight edge, exactly. Projected on the edge's normal, a pixel is a trapezoid
   with a flat top u - v wide and a foot u + v wide, u and v the larger and smaller part of the normal. The normal may
   have any length, by which the distance of the pixel's middle from the edge is multiplied as well. */
INLINE Floats beyond(Floats distance, Floats u, Floats v) {
  Floats foot = (u + v) * 0.5f - distance;
  foot = lesser(greater(foot, 0), v);
  const Mask is_flat = distance <= (u - v) * 0.5f;
  const Floats area = is_flat ? distance : foot * foot, whole = is_flat ? u : 2 * u * v;
  const Floats share = area / greater(whole, 0x1p-126f);
  return is_flat ? 0.5f - share : share;
}

/* The share that lies within an edge, `depth` inside it, for a normal of a length. */
INLINE Floats within(Floats depth, Floats length, Floats u, Floats v) {
  const Floats outside = beyond(absolute(depth) * length, u, v);
  return depth > 0 ? 1 - outside : outside;
}

/* A piece of a line, for pixels that are at least so far apart. */
INLINE Floats share_of(const StrokePiece *p, Floats along, Floats left, Floats across) {
  const float ax = (float)p->along_x, ay = (float)p->along_y, half = (float)p->half;
  /* From the nearest point of the piece. A pixel on the line itself is moved off it a little, to be on a side of it. */
  const Floats over = lesser(along, 0) * p->round_start - lesser(left, 0) * p->round_end;
  const Floats off = absolute(across) < 0x1p-13f ? 0x1p-13f : across;
  const Floats dx = absolute(over * ax - off * ay), dy = absolute(over * ay + off * ax);
  const Floats u = greater(dx, dy), v = lesser(dx, dy);
  const Floats distance = __builtin_elementwise_sqrt(over * over + off * off);
  Floats share = within(half - distance, distance, u, v);
  /* A thin line ends within the pixels on its other side. */
  if (half < 0.75f) share -= beyond((half + distance) * distance, u, v);
  if (p->round_start == 0 || p->round_end == 0) {
    const float bx = ax < 0 ? -ax : ax, by = ay < 0 ? -ay : ay;
    const float more = bx > by ? bx : by, less = bx > by ? by : bx;
    const Mask is_beside = over == 0;
    if (p->round_start == 0) share *= is_beside ? within(along, 1, more, less) : 1;
    if (p->round_end == 0) share *= is_beside ? within(left, 1, more, less) : 1;
  }
  return share;
}

INLINE double least(double a, double b) { return a < b ? a : b; }
INLINE double most(double a, double b) { return a > b ? a : b; }

/* The first whole number that is not below `a`, and the first above it. */
INLINE int32_t first(double a) { return (int32_t)a + ((double)(int32_t)a < a); }
INLINE int32_t after(double a) { return (int32_t)a + ((double)(int32_t)a <= a); }

/* One row of a piece, from column `from`, which is `across` beside its start and `along` beyond it. */
INLINE void raise_row(const StrokePiece *p, uint8_t *row, long count, double along, double across) {
  const Floats steps = {0, 1, 2, 3, 4, 5, 6, 7};
  const Floats step_along = steps * (float)p->along_x, step_across = steps * (float)p->along_y;
  for (long x = 0; x < count; x += 8) {
    Bytes old;
    __builtin_memcpy(&old, row + x, sizeof old);
    /* Where the pieces before cover all, this one has nothing to add. */
    uint64_t all;
    __builtin_memcpy(&all, &old, sizeof all);
    if (all != ~(uint64_t)0) {
      const Floats share = share_of(
        p, (float)along + step_along, (float)(p->length - along) - step_along, (float)across - step_across);
      const Bytes raised = __builtin_convertvector(__builtin_convertvector(share * 255 + 0.5f, Mask), Bytes);
      old = raised > old ? raised : old;
      __builtin_memcpy(row + x, &old, sizeof old);
    }
    along += 8 * p->along_x;
    across -= 8 * p->along_y;
  }
}

INLINE void raise_piece(const StrokePage *page, const StrokePiece *p) {
  /* No pixel whose middle is further away is touched. */
  const double reach = p->half + 0.75;
  const double end_x = p->x + p->length * p->along_x, end_y = p->y + p->length * p->along_y;
  const double low = most(least(p->x, end_x) - reach, page->left), high = least(most(p->x, end_x) + reach, page->right - 1);
  const double top = most(least(p->y, end_y) - reach, page->top), bottom = least(most(p->y, end_y) + reach, page->bottom - 1);
  if (!(low <= high && top <= bottom)) return;
  /* Along a row, how far apart the sides of the piece and its ends are, and how they move from row to row. */
  const _Bool has_sides = p->along_y < -1e-9 || p->along_y > 1e-9, has_ends = p->along_x < -1e-9 || p->along_x > 1e-9;
  const double by_side = has_sides ? 1 / p->along_y : 0, by_end = has_ends ? 1 / p->along_x : 0;
  const double side = has_sides ? reach * (by_side < 0 ? -by_side : by_side) : 1e300;
  const double start = -least(p->reach_start, reach) * by_end, end = (p->length + least(p->reach_end, reach)) * by_end;
  const double side_slope = p->along_x * by_side, end_slope = -p->along_y * by_end;
  const double first_end = has_ends ? p->x + least(start, end) : -1e300, last_end = has_ends ? p->x + most(start, end) : 1e300;
  for (int32_t y = first(top); y <= bottom; y++) {
    const double down = y - p->y;
    const double middle = p->x + down * side_slope, shift = down * end_slope;
    const double from = most(most(middle - side, first_end + shift), low);
    const double to = least(least(middle + side, last_end + shift), high);
    if (!(from <= to)) continue;
    const int32_t left = first(from), right = after(to);
    if (left >= right) continue;
    const double across = left - p->x;
    raise_row(
      p, page->coverage + (y - page->top) * page->stride + (left - page->left), right - left,
      across * p->along_x + down * p->along_y, down * p->along_x - across * p->along_y);
    StrokeColumns *reached = page->reached + (y - page->top);
    if (left - page->left < reached->from) reached->from = left - page->left;
    if (right - page->left > reached->to) reached->to = right - page->left;
  }
}

static void raise(const StrokePage *page, const StrokePiece *pieces, long count) {
  for (long i = 0; i < count; i++) raise_piece(page, pieces + i);
}
