import CFusedKernel

/// One worker's scratch memory, divided into its parts, each of which starts at a multiple of 64 bytes.
struct Workspace {
  /// Registers per block.
  @inline(__always) static var vectors: Int { FUSED_BLOCK / Lanes.scalarCount }

  /// Per component: its sums, each spread over the lanes.
  let moments: UnsafeMutablePointer<Lanes>
  /// Per active component: its share of every point of the block, first as a density.
  let shares: UnsafeMutablePointer<Lanes>
  /// What turns the block's densities into responsibilities.
  let scales: UnsafeMutablePointer<Lanes>
  /// Rows of numbers, one per point of the block: weighted differences from a center, or the parts of colors.
  let rows: UnsafeMutablePointer<Lanes>
  /// Upper bounds of all components.
  let upper: UnsafeMutablePointer<Lanes>
  /// The tables of the active components, copied together (in the plane only).
  let near: UnsafeMutablePointer<Double>
  /// The active components' numbers.
  let numbers: UnsafeMutablePointer<Int32>
  private let end: UnsafeMutableRawPointer

  init(_ memory: UnsafeMutableRawPointer, _ components: FusedComponents, dimensions: Int) {
    let block = FUSED_BLOCK * 8
    let momentBytes = components.count * momentCount(components, dimensions: dimensions) * MemoryLayout<Lanes>.size
    let sharesStart = memory + momentBytes
    let scalesStart = sharesStart + components.padded * block
    let rowsStart = scalesStart + block
    let upperStart = rowsStart + (paddedRows(dimensions) > 3 ? paddedRows(dimensions) : 3) * block
    let nearStart = upperStart + components.padded * 8
    let numbersStart = nearStart + (dimensions == 2 ? components.padded * components.length * 8 : 0)
    moments = memory.assumingMemoryBound(to: Lanes.self)
    shares = sharesStart.assumingMemoryBound(to: Lanes.self)
    scales = scalesStart.assumingMemoryBound(to: Lanes.self)
    rows = rowsStart.assumingMemoryBound(to: Lanes.self)
    upper = upperStart.assumingMemoryBound(to: Lanes.self)
    near = nearStart.assumingMemoryBound(to: Double.self)
    numbers = numbersStart.assumingMemoryBound(to: Int32.self)
    end = numbersStart + components.padded * 8
  }

  static func byteCount(_ components: FusedComponents, dimensions: Int) -> Int {
    // Any address will do: the parts are only measured.
    let start = UnsafeMutableRawPointer(mutating: components.bounds)
    return Workspace(start, components, dimensions: dimensions).end - start
  }
}

/// Sums per component.
@inline(__always)
func momentCount(_ components: FusedComponents, dimensions: Int) -> Int {
  if dimensions == 2 { return 6 }
  return components.is_diagonal ? 2 * dimensions + 1 : gramCount(rows: dimensions + 1)
}
