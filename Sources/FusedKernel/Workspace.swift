import CFusedKernel

/// How one worker's scratch memory is divided: where each part starts, in bytes, all multiples of 64.
struct Workspace {
  /// Registers per block.
  @inline(__always) static var vectors: Int { FUSED_BLOCK / Lanes.scalarCount }

  /// Per component: its sums, each spread over the lanes.
  let moments: Int
  /// Per active component: its share of every point of the block, first as a density.
  let shares: Int
  /// What turns the block's densities into responsibilities.
  let scales: Int
  /// Differences from a mean, for every point of the block; the last row is for the constant 1.
  let rows: Int
  /// Upper bounds of all components.
  let upper: Int
  /// The tables of the active components, copied together (in the plane only).
  let components: Int
  /// The active components' numbers.
  let numbers: Int
  let byteCount: Int

  init(_ table: FusedComponents, dimensions: Int) {
    let block = FUSED_BLOCK * 8
    moments = 0
    shares = moments + table.count * momentCount(dimensions) * MemoryLayout<Lanes>.size
    scales = shares + table.padded * block
    rows = scales + block
    upper = rows + paddedRows(dimensions) * block
    components = upper + table.padded * 8
    numbers = components + table.padded * (dimensions == 2 ? table.length * 8 : 0)
    byteCount = numbers + table.padded * 8
  }
}
