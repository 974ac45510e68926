/* Points of any number of dimensions. Of one component the table holds: the offset, the responsibility below which
   nothing is added to the moments, mean (D), center (D), then W as `fused_kernel.h` lays it out. */

/* t = offset − |W (x − μ)|², log₂ of the weighted density of the block's points, W diagonal. */
static void diagonal_log_densities(
  const double *columns, long stride, long dimensions, const double *component, Lanes *results
) {
  const double *mean = component + 2, *factor = mean + 2 * dimensions;
  for (int v = 0; v < VECTORS; v++) {
    Lanes t = (Lanes)component[0];
    for (long d = 0; d < dimensions; d++) {
      Lanes z = (lanes(columns + d * stride)[v] - mean[d]) * factor[d];
      t = multiply_add(-z, z, t);
    }
    results[v] = t;
  }
}

/* The same, W in panels of four rows: every difference, once loaded, meets four numbers of W that lie side by side. */
static void full_log_densities(
  const double *columns, long stride, long dimensions, const double *component, double *results
) {
  const double *mean = component + 2;
  for (int n = 0; n < FUSED_BLOCK; n += PAIR) {
    const double *panel = mean + 2 * dimensions;
    Pair t = (Pair)component[0];
    for (long row = 0; row < dimensions; row += 4) {
      const long end = row + 4 < dimensions ? row + 4 : dimensions;
      Pair z0 = (Pair)0.0, z1 = (Pair)0.0, z2 = (Pair)0.0, z3 = (Pair)0.0;
      for (long j = 0; j < end; j++, panel += 4) {
        Pair d = *(const Pair *)(columns + j * stride + n) - mean[j];
        z0 = multiply_add(d, (Pair)panel[0], z0);
        z1 = multiply_add(d, (Pair)panel[1], z1);
        z2 = multiply_add(d, (Pair)panel[2], z2);
        z3 = multiply_add(d, (Pair)panel[3], z3);
      }
      t -= multiply_add(z0, z0, z1 * z1) + multiply_add(z2, z2, z3 * z3);
    }
    *(Pair *)(results + n) = t;
  }
}

/* The log densities of all active components, one component after the other. */
static void many_log_densities(
  long active, const double *columns, long stride, long dimensions, const FusedComponents *components,
  const Workspace *work
) {
  for (long a = 0; a < active; a++) {
    const double *component = components->table + work->numbers[a] * components->length;
    Lanes *results = work->shares + a * VECTORS;
    if (components->is_diagonal) {
      diagonal_log_densities(columns, stride, dimensions, component, results);
    } else {
      full_log_densities(columns, stride, dimensions, component, (double *)results);
    }
  }
}

/* The M-step's share of the block, as one Gram matrix: with y = √r (x − c, 1), r = share · scale and c the component's
   center, the sums of r (x − c)(x − c)ᵀ, r (x − c) and r are the entries of Σ y yᵀ. */
static void add_many_moments(
  const Expectation *expectation, const double *columns, long stride, long dimensions, const FusedComponents *components,
  const Workspace *work
) {
  const long per_component = moment_count(components, dimensions);
  Lanes *roots = work->rows + dimensions * VECTORS;
  for (long a = 0; a < expectation->active; a++) {
    const long number = work->numbers[a];
    const double *component = components->table + number * components->length;
    const double *center = component + 2 + dimensions;
    if (is_negligible(expectation, work, a, component[1])) continue;
    for (int v = 0; v < VECTORS; v++) roots[v] = square_root(work->shares[a * VECTORS + v] * work->scales[v]);
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
