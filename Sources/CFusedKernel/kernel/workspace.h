/* One worker's scratch memory, divided into its parts, each of which starts at a multiple of 64 bytes. */
typedef struct {
  Lanes *moments; /* per component: its sums, each spread over the lanes */
  Lanes *shares;  /* per active component: its share of every point of the block, first as a density */
  Lanes *scales;  /* per point of the block: what turns shares into responsibilities */
  Lanes *rows;    /* rows of numbers, one per point of the block: weighted differences from a center */
  Lanes *upper;   /* per component: the upper bound of its density, as its logarithm */
  Lanes *lower;   /* and the lower one */
  double *near;   /* the active components' tables, copied together (in few dimensions only) */
  int *numbers;   /* the active components' numbers, ascending */
} Workspace;

/* D + 1 rows of a Gram matrix, padded to an even number. */
INLINE long padded_rows(long dimensions) { return (dimensions + 2) / 2 * 2; }

/* Sums in the tiles of that matrix' lower triangle, two rows by two columns each. */
INLINE long gram_count(long dimensions) {
  long tile_rows = padded_rows(dimensions) / 2;
  return 4 * (tile_rows * (tile_rows + 1) / 2);
}

/* Sums per component, as the workspace keeps them. */
INLINE long moment_count(const FusedComponents *components, long dimensions) {
  if (dimensions <= FUSED_FEW) return (dimensions + 1) * (dimensions + 2) / 2;
  return components->is_diagonal ? 2 * dimensions + 1 : gram_count(dimensions);
}

enum { WORKSPACE_PARTS = 8 };

/* Bytes of the parts, in their order. */
static void measure_workspace(const FusedComponents *components, long dimensions, long bytes[WORKSPACE_PARTS]) {
  const long block = FUSED_BLOCK * sizeof(double);
  const long rows = padded_rows(dimensions);
  bytes[0] = components->count * moment_count(components, dimensions) * (long)sizeof(Lanes);
  bytes[1] = components->padded * block;
  bytes[2] = block;
  bytes[3] = (rows > 3 ? rows : 3) * block;
  bytes[4] = components->padded * (long)sizeof(double);
  bytes[5] = bytes[4];
  bytes[6] = dimensions <= FUSED_FEW ? components->padded * components->length * (long)sizeof(double) : 0;
  bytes[7] = components->padded * (long)sizeof(double);
}

static long workspace_bytes(FusedComponents components, long dimensions) {
  long bytes[WORKSPACE_PARTS], total = 0;
  measure_workspace(&components, dimensions, bytes);
  for (int part = 0; part < WORKSPACE_PARTS; part++) total += bytes[part];
  return total;
}

static Workspace workspace(void *memory, const FusedComponents *components, long dimensions) {
  long bytes[WORKSPACE_PARTS];
  char *start[WORKSPACE_PARTS], *next = memory;
  measure_workspace(components, dimensions, bytes);
  for (int part = 0; part < WORKSPACE_PARTS; next += bytes[part++]) start[part] = next;
  return (Workspace){
    (Lanes *)start[0], (Lanes *)start[1], (Lanes *)start[2], (Lanes *)start[3], (Lanes *)start[4],
    (Lanes *)start[5], (double *)start[6], (int *)start[7],
  };
}
