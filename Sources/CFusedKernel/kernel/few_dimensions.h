/* Points of up to FUSED_FEW dimensions: every loop over the dimensions, whose number the caller knows, is unrolled, and
   a point's coordinates stay in registers.

   The tables of the active components stand together in the workspace; of one: mean (D), W (its lower triangle by
   rows), offset, center of the moments (D), and the responsibility below which nothing is added to the moments. */

INLINE long triangle(long dimensions) { return dimensions * (dimensions + 1) / 2; }
INLINE long few_length(long dimensions) { return 2 * dimensions + triangle(dimensions) + 2; }

/* Copies the active components' tables together, the block's scale taken off their offsets. */
INLINE void gather(Active active, const FusedComponents *components, long dimensions, const Workspace *work) {
  const long length = few_length(dimensions);
  for (long a = 0; a < active.count; a++) {
    const double *component = components->table + work->numbers[a] * length;
    double *near = work->near + a * length;
    for (long i = 0; i < length; i++) near[i] = component[i];
    near[dimensions + triangle(dimensions)] -= active.shift;
  }
}

/* t = offset − |z|², z = W (x − μ): log₂ of the weighted density of the block's points v. */
INLINE Lanes few_log_density(const double *component, const double *columns, long stride, long dimensions, int v) {
  const double *mean = component, *w = mean + dimensions + triangle(dimensions);
  Lanes d[FUSED_FEW];
  UNROLL for (long j = 0; j < dimensions; j++) d[j] = lanes(columns + j * stride)[v] - mean[j];
  Lanes t = (Lanes)*w;
  UNROLL for (long i = dimensions - 1; i >= 0; i--) {
    w -= i + 1;
    Lanes z = d[0] * w[0];
    UNROLL for (long j = 1; j <= i; j++) z = multiply_add(d[j], (Lanes)w[j], z);
    t = multiply_add(-z, z, t);
  }
  return t;
}

/* The log densities of all active components, one component after the other. */
INLINE void few_log_densities(long active, const double *columns, long stride, long dimensions, const Workspace *work) {
  for (long a = 0; a < active; a++) {
    const double *component = work->near + a * few_length(dimensions);
    Lanes *results = work->shares + a * VECTORS;
    for (int v = 0; v < VECTORS; v++) results[v] = few_log_density(component, columns, stride, dimensions, v);
  }
}

/* The M-step's share of some rows of the moments, from `first` to before `end`, and of the count with the first: with
   responsibilities r = share · scale, the sums of r (x − c)(x − c)ᵀ (its lower triangle), r (x − c) and r are added to
   the component's, in registers. */
INLINE void add_few_rows(
  long first, long end, const double *columns, long stride, long dimensions, const double *center,
  const double *shares, const double *scales, Lanes *total
) {
  const long before = triangle(first), triangles = triangle(end) - before, sums = triangles + end - first + 1;
  Register *into[(FUSED_FEW + 1) * (FUSED_FEW + 2) / 2];
  UNROLL for (long s = 0; s < triangles; s++) into[s] = (Register *)(total + before + s);
  UNROLL for (long i = first; i < end; i++) {
    into[triangles + i - first] = (Register *)(total + triangle(dimensions) + i);
  }
  into[sums - 1] = (Register *)(total + triangle(dimensions) + dimensions);
  for (int part = 0; part < LANES / FUSED_WIDTH; part++) {
    Register sum[(FUSED_FEW + 1) * (FUSED_FEW + 2) / 2], d[FUSED_FEW];
    UNROLL for (long s = 0; s < sums; s++) sum[s] = into[s][part];
    for (long n = part * FUSED_WIDTH; n < FUSED_BLOCK; n += LANES) {
      Register r = *(const Register *)(shares + n) * *(const Register *)(scales + n);
      UNROLL for (long i = 0; i < end; i++) d[i] = *(const Register *)(columns + i * stride + n) - center[i];
      UNROLL for (long i = first; i < end; i++) {
        Register weighted = r * d[i];
        UNROLL for (long j = 0; j <= i; j++) {
          const long s = triangle(i) + j - before;
          sum[s] = multiply_add(weighted, d[j], sum[s]);
        }
        sum[triangles + i - first] += weighted;
      }
      if (first == 0) sum[sums - 1] += r;
    }
    UNROLL for (long s = 0; s < sums; s++) into[s][part] = sum[s];
  }
}

/* The M-step's share of the block. */
INLINE void add_few_moments(
  const Expectation *expectation, const double *columns, long stride, long dimensions, const Workspace *work
) {
  /* Sixteen registers do not hold the fifteen sums of four dimensions and what they are made of. */
  const long split = dimensions > 3 && FUSED_WIDTH < 8 ? 3 : dimensions;
  const double *scales = (const double *)work->scales;
  for (long a = 0; a < expectation->active; a++) {
    const double *center = work->near + a * few_length(dimensions) + dimensions + triangle(dimensions) + 1;
    const double *shares = (const double *)(work->shares + a * VECTORS);
    Lanes *total = work->moments + triangle(dimensions + 1) * work->numbers[a];
    if (dimensions > 2 && is_negligible(expectation, work, a, center[dimensions])) continue;
    add_few_rows(0, split, columns, stride, dimensions, center, shares, scales, total);
    if (split < dimensions) add_few_rows(split, dimensions, columns, stride, dimensions, center, shares, scales, total);
  }
}
