/* From pieces of lines to coverage, eight pixels at a time. */

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

/* What does not change along a piece: its direction, half its width, and where it ends round (1) or square (0). */
typedef struct {
  float along_x, along_y, half, round_start, round_end;
} Pen;

/* The share of pixels that are so far from the start of a piece, from its end and from its middle line. */
INLINE Floats share_of(const Pen pen, Floats along, Floats left, Floats across) {
  /* From the nearest point of the piece. A pixel on the line itself is moved off it a little, to be on a side of it. */
  const Floats over = lesser(along, 0) * pen.round_start - lesser(left, 0) * pen.round_end;
  const Floats off = absolute(across) < 0x1p-13f ? 0x1p-13f : across;
  const Floats dx = absolute(over * pen.along_x - off * pen.along_y);
  const Floats dy = absolute(over * pen.along_y + off * pen.along_x);
  const Floats u = greater(dx, dy), v = lesser(dx, dy);
  const Floats distance = __builtin_elementwise_sqrt(over * over + off * off);
  Floats share = within(pen.half - distance, distance, u, v);
  /* A thin line ends within the pixels on its other side. */
  if (pen.half < 0.75f) share -= beyond((pen.half + distance) * distance, u, v);
  if (pen.round_start == 0 || pen.round_end == 0) {
    const float x = pen.along_x < 0 ? -pen.along_x : pen.along_x, y = pen.along_y < 0 ? -pen.along_y : pen.along_y;
    const float more = x > y ? x : y, less = x > y ? y : x;
    const Mask is_beside = over == 0;
    if (pen.round_start == 0) share *= is_beside ? within(along, 1, more, less) : 1;
    if (pen.round_end == 0) share *= is_beside ? within(left, 1, more, less) : 1;
  }
  return share;
}

/* The first whole number that is not below `a`, and the first above it. */
INLINE int32_t first(double a) { return (int32_t)a + ((double)(int32_t)a < a); }
INLINE int32_t after(double a) { return (int32_t)a + ((double)(int32_t)a <= a); }

typedef double Doubles __attribute__((ext_vector_type(8)));

INLINE Floats short_of(Doubles a) { return __builtin_convertvector(a, Floats); }

/* One row of a piece: `count` pixels, the first of them `beside` its start, all of them `down` below. Places are doubles,
   so that a pixel's share is the same wherever a clip lets a row begin. */
INLINE void raise_row(
  const Pen pen, uint8_t *row, long count, double beside, double down, double length, double along_x, double along_y
) {
  const Doubles steps = {0, 1, 2, 3, 4, 5, 6, 7};
  for (long x = 0; x < count; x += 8, beside += 8) {
    Bytes old;
    uint64_t all;
    __builtin_memcpy(&old, row + x, sizeof old);
    __builtin_memcpy(&all, &old, sizeof all);
    /* Where the pieces before cover all, this one has nothing to add. */
    if (all == ~(uint64_t)0) continue;
    const Doubles across = beside + steps, along = across * along_x + down * along_y;
    const Floats share = share_of(
      pen, short_of(along), short_of(length - along), short_of(down * along_x - across * along_y));
    const Bytes raised = __builtin_convertvector(__builtin_convertvector(share * 255 + 0.5f, Mask), Bytes);
    old = raised > old ? raised : old;
    __builtin_memcpy(row + x, &old, sizeof old);
  }
}

/* Two borders of what a piece touches in a row: where they are in the row of its start, and how they move. */
typedef struct {
  double from, to, slope;
} Borders;

static const Borders everywhere = {-1e300, 1e300, 0};

/* Those at `from` and `to` along a direction that rows pass with a speed. */
INLINE Borders borders(double from, double to, double speed, double drift) {
  if (speed > -1e-9 && speed < 1e-9) return everywhere;
  const double scale = 1 / speed, a = from * scale, b = to * scale;
  return (Borders){least(a, b), most(a, b), drift * scale};
}

INLINE void raise_piece(const StrokePage *own_page, const StrokePiece *own_piece) {
  /* Copies: for all that a compiler knows, bytes of coverage might be a part of the originals. */
  const StrokePage page = *own_page;
  const StrokePiece p = *own_piece;
  const Pen pen = {(float)p.along_x, (float)p.along_y, (float)p.half, p.round_start, p.round_end};
  /* No pixel whose middle is further away is touched. */
  const double reach = p.half + 0.75, to_x = p.length * p.along_x, to_y = p.length * p.along_y;
  const double low = most(p.x + least(0, to_x) - reach, page.left);
  const double high = least(p.x + most(0, to_x) + reach, page.right - 1);
  const double top = most(p.y + least(0, to_y) - reach, page.top);
  const double bottom = least(p.y + most(0, to_y) + reach, page.bottom - 1);
  if (!(low <= high && top <= bottom)) return;
  const Borders sides = borders(-reach, reach, p.along_y, p.along_x);
  const Borders ends = borders(
    -least(p.reach_start, reach), p.length + least(p.reach_end, reach), p.along_x, -p.along_y);
  for (int32_t y = first(top); y <= bottom; y++) {
    const double down = y - p.y, side = p.x + down * sides.slope, end = p.x + down * ends.slope;
    const double from = most(most(side + sides.from, end + ends.from), low);
    const double to = least(least(side + sides.to, end + ends.to), high);
    if (!(from <= to)) continue;
    const int32_t left = first(from), right = after(to);
    if (left >= right) continue;
    raise_row(
      pen, page.coverage + (y - page.top) * page.stride + (left - page.left), right - left, left - p.x, down, p.length,
      p.along_x, p.along_y);
    RowColumns *reached = page.reached + (y - page.top);
    if (left - page.left < reached->from) reached->from = left - page.left;
    if (right - page.left > reached->to) reached->to = right - page.left;
  }
}

static void raise(const StrokePage *page, const StrokePiece *pieces, long count) {
  for (long i = 0; i < count; i++) raise_piece(page, pieces + i);
}
