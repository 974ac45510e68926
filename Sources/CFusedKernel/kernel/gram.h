/* The lower triangle of a Gram matrix Y Yᵀ, in tiles of two rows by two columns. A tile keeps its four sums in
   registers while it runs along the rows of Y. Tiles on the diagonal also hold an entry above it, and those at the end
   some of a row too many, which nobody reads. */

/* Adds the products of two rows from a with two from b to a tile. */
INLINE void add_tile(const Lanes *a, const Lanes *b, Lanes *tile) {
  for (int part = 0; part < LANES / PAIR; part++) {
    const Pair *a0 = (const Pair *)a + part, *a1 = (const Pair *)(a + VECTORS) + part;
    const Pair *b0 = (const Pair *)b + part, *b1 = (const Pair *)(b + VECTORS) + part;
    Pair *s = (Pair *)tile + part;
    const int next = LANES / PAIR;
    Pair s00 = s[0], s01 = s[next], s10 = s[2 * next], s11 = s[3 * next];
    for (int p = 0; p < FUSED_BLOCK / PAIR; p += next) {
      s00 = multiply_add(a0[p], b0[p], s00);
      s01 = multiply_add(a0[p], b1[p], s01);
      s10 = multiply_add(a1[p], b0[p], s10);
      s11 = multiply_add(a1[p], b1[p], s11);
    }
    s[0] = s00;
    s[next] = s01;
    s[2 * next] = s10;
    s[3 * next] = s11;
  }
}

/* Adds the Gram matrix of a block's rows to the tiles. */
static void add_gram(const Lanes *rows, long row_count, Lanes *tile) {
  for (long i = 0; i < row_count; i += 2) {
    for (long j = 0; j <= i; j += 2, tile += 4) add_tile(rows + i * VECTORS, rows + j * VECTORS, tile);
  }
}

/* Reads the lower triangle, by rows, out of the tiles. */
static void read_gram(const Lanes *tile, long row_count, double *triangle) {
  for (long i = 0; i < row_count; i += 2) {
    for (long j = 0; j <= i; j += 2, tile += 4) {
      for (int entry = 0; entry < 4; entry++) {
        const long row = i + entry / 2, column = j + entry % 2;
        if (row < row_count && column <= row) triangle[row * (row + 1) / 2 + column] = sum(tile[entry]);
      }
    }
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
