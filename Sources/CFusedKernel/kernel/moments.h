/* The M-step's share of one block: with responsibilities r = share · scale, the sums of r (x − c)(x − c)ᵀ, r (x − c)
   and r are added to those of the component, c its center. */

/* In the plane: six sums. */
INLINE void add_plane_moments(long active, const double *columns, long stride, const Workspace *work) {
  const Lanes *xs = lanes(columns), *ys = lanes(columns + stride);
  for (long a = 0; a < active; a++) {
    const double *center = work->near + a * PLANE_LENGTH + 6;
    const Lanes *shares = work->shares + a * VECTORS;
    Lanes *total = work->moments + 6 * work->numbers[a];
    const double center_x = center[0], center_y = center[1];
    Lanes qxx = total[0], qxy = total[1], qyy = total[2], sx = total[3], sy = total[4], n = total[5];
    for (int v = 0; v < VECTORS; v++) {
      Lanes r = shares[v] * work->scales[v];
      Lanes dx = xs[v] - center_x;
      Lanes dy = ys[v] - center_y;
      Lanes rx = r * dx;
      Lanes ry = r * dy;
      qxx = multiply_add(rx, dx, qxx);
      qxy = multiply_add(rx, dy, qxy);
      qyy = multiply_add(ry, dy, qyy);
      sx += rx;
      sy += ry;
      n += r;
    }
    total[0] = qxx;
    total[1] = qxy;
    total[2] = qyy;
    total[3] = sx;
    total[4] = sy;
    total[5] = n;
  }
}

/* Of the Gram matrix the diagonal and the last row: first moments are the products with √r. */
static void add_diagonal(const Lanes *rows, long dimensions, Lanes *total) {
  const Lanes *roots = rows + dimensions * VECTORS;
  for (long d = 0; d <= dimensions; d++) {
    const Lanes *row = rows + d * VECTORS;
    Lanes q = total[d], s = total[dimensions + d];
    for (int v = 0; v < VECTORS; v++) {
      q = multiply_add(row[v], row[v], q);
      s = multiply_add(row[v], roots[v], s);
    }
    if (d < dimensions) total[d] = q;
    total[dimensions + d] = s;
  }
}

/* In any dimension, as one Gram matrix: with y = √r (x − c, 1) the sums are the entries of Σ y yᵀ. */
INLINE void add_moments(
  long active, const double *columns, long stride, long dimensions, const FusedComponents *components,
  const Workspace *work
) {
  const long per_component = moment_count(components, dimensions);
  Lanes *roots = work->rows + dimensions * VECTORS;
  for (long a = 0; a < active; a++) {
    const long number = work->numbers[a];
    const double *component = components->table + number * components->length;
    const double *center = component + 2 + dimensions;
    const Lanes *shares = work->shares + a * VECTORS;
    Lanes peak = (Lanes)0.0;
    for (int v = 0; v < VECTORS; v++) {
      Lanes r = shares[v] * work->scales[v];
      peak = larger(r, peak);
      roots[v] = square_root(r);
    }
    if (!(largest(peak) > component[1])) continue;
    for (long d = 0; d < dimensions; d++) {
      const Lanes *column = lanes(columns + d * stride);
      Lanes *row = work->rows + d * VECTORS;
      for (int v = 0; v < VECTORS; v++) row[v] = roots[v] * (column[v] - center[d]);
    }
    Lanes *total = work->moments + number * per_component;
    if (components->is_diagonal) {
      add_diagonal(work->rows, dimensions, total);
    } else {
      add_gram(work->rows, dimensions + 1, total);
    }
  }
}
