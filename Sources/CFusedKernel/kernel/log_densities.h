/* log₂ of weighted densities, t = offset − |W (x − μ)|², of a block's points; the tables are laid out as
   `fused_kernel.h` says. */

enum { PLANE_LENGTH = 8 }; /* numbers per component in the plane */

/* In the plane: z₁ = W₁₁ dx, z₂ = W₂₁ dx + W₂₂ dy, t = offset − z₁² − z₂². */
INLINE Lanes plane_log_density(const double *component, Lanes x, Lanes y) {
  Lanes dx = x - component[0];
  Lanes dy = y - component[1];
  Lanes z1 = dx * component[2];
  Lanes z2 = multiply_add(dy, (Lanes)component[4], dx * component[3]);
  return multiply_add(-z1, z1, multiply_add(-z2, z2, (Lanes)component[5]));
}

static void plane_log_densities(const double *columns, long stride, const double *component, Lanes *results) {
  const Lanes *xs = lanes(columns), *ys = lanes(columns + stride);
  for (int v = 0; v < VECTORS; v++) results[v] = plane_log_density(component, xs[v], ys[v]);
}

/* In any dimension, W diagonal. */
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

/* In any dimension, W in panels of four rows: every difference, once loaded, meets four numbers of W that lie side by
   side. */
static void log_densities(
  const double *columns, long stride, long dimensions, const double *component, Lanes *results
) {
  const double *mean = component + 2;
  for (int v = 0; v < VECTORS; v++) {
    const double *panel = mean + 2 * dimensions;
    Lanes t = (Lanes)component[0];
    for (long row = 0; row < dimensions; row += 4) {
      const long end = row + 4 < dimensions ? row + 4 : dimensions;
      Lanes z0 = (Lanes)0.0, z1 = (Lanes)0.0, z2 = (Lanes)0.0, z3 = (Lanes)0.0;
      for (long j = 0; j < end; j++, panel += 4) {
        Lanes d = lanes(columns + j * stride)[v] - mean[j];
        z0 = multiply_add(d, (Lanes)panel[0], z0);
        z1 = multiply_add(d, (Lanes)panel[1], z1);
        z2 = multiply_add(d, (Lanes)panel[2], z2);
        z3 = multiply_add(d, (Lanes)panel[3], z3);
      }
      t -= multiply_add(z0, z0, z1 * z1) + multiply_add(z2, z2, z3 * z3);
    }
    results[v] = t;
  }
}
