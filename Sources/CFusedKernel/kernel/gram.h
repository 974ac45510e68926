/* The lower triangle of a Gram matrix Y Yᵀ, in tiles of two rows by two columns. A tile keeps its four sums in
   registers while it runs along the rows of Y. Tiles on the diagonal also hold an entry above it, and those at the end
   some of a row too many, which nobody reads. */

/* Adds the Gram matrix of a block's rows to the tiles. */
static void add_gram(const Lanes *rows, long row_count, Lanes *tile) {
  for (long i = 0; i < row_count; i += 2) {
    const Lanes *a0 = rows + i * VECTORS, *a1 = a0 + VECTORS;
    for (long j = 0; j <= i; j += 2, tile += 4) {
      const Lanes *b0 = rows + j * VECTORS, *b1 = b0 + VECTORS;
      Lanes s00 = tile[0], s01 = tile[1], s10 = tile[2], s11 = tile[3];
      for (int v = 0; v < VECTORS; v++) {
        s00 = multiply_add(a0[v], b0[v], s00);
        s01 = multiply_add(a0[v], b1[v], s01);
        s10 = multiply_add(a1[v], b0[v], s10);
        s11 = multiply_add(a1[v], b1[v], s11);
      }
      tile[0] = s00;
      tile[1] = s01;
      tile[2] = s10;
      tile[3] = s11;
    }
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
