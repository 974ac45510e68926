/* Second and first moments of a block about a component's center, from the rows of differences d and of weights r in the
   workspace: Σ r dᵢ dⱼ and Σ r dᵢ.

   The lower triangle of the second moments is summed in tiles of two rows by two columns. A tile keeps its four sums in
   registers while it runs along the rows. Tiles on the diagonal also hold an entry above it, and those at the end some
   of a row too many, which nobody reads. */

/* Weighs a row: r dᵢ, added up in the first moment. */
INLINE void weigh(const Lanes *weights, const Lanes *row, Lanes *weighted, Lanes *first) {
  Lanes total = *first;
  for (int v = 0; v < VECTORS; v++) {
    weighted[v] = weights[v] * row[v];
    total += weighted[v];
  }
  *first = total;
}

/* One tile: of two weighted rows with two rows. */
INLINE void add_tile(const Lanes *weighted, const Lanes *rows, Lanes *tile) {
  const Lanes *a0 = weighted, *a1 = a0 + VECTORS, *b0 = rows, *b1 = b0 + VECTORS;
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

INLINE void add_products(const Workspace *work, long dimensions, Lanes *tile, Lanes *first) {
  for (long i = 0; i < dimensions; i += 2) {
    const Lanes *row = work->rows + i * VECTORS;
    weigh(work->weights, row, work->weighted, first + i);
    if (i + 1 < dimensions) weigh(work->weights, row + VECTORS, work->weighted + VECTORS, first + i + 1);
    for (long j = 0; j <= i; j += 2, tile += 4) add_tile(work->weighted, work->rows + j * VECTORS, tile);
  }
}

/* Of the second moments only the diagonal. */
INLINE void add_diagonal(const Workspace *work, long dimensions, Lanes *second, Lanes *first) {
  for (long d = 0; d < dimensions; d++) {
    const Lanes *row = work->rows + d * VECTORS;
    weigh(work->weights, row, work->weighted, first + d);
    Lanes total = second[d];
    for (int v = 0; v < VECTORS; v++) total = multiply_add(work->weighted[v], row[v], total);
    second[d] = total;
  }
}

/* Reads the lower triangle, by rows, out of the tiles. */
static void read_tiles(const Lanes *tile, long dimensions, double *triangle) {
  for (long i = 0; i < dimensions; i += 2) {
    for (long j = 0; j <= i; j += 2, tile += 4) {
      for (int entry = 0; entry < 4; entry++) {
        const long row = i + entry / 2, column = j + entry % 2;
        if (row < dimensions && column <= row) triangle[row * (row + 1) / 2 + column] = sum(tile[entry]);
      }
    }
  }
}
