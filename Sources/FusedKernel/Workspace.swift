import CFusedKernel

/// One worker's scratch memory, cut into its parts. Everything starts at a multiple of 64 bytes.
struct Workspace {
  /// Registers per block.
  @inline(__always) static var vectors: Int { FUSED_BLOCK / Lanes.scalarCount }

  /// Per active component: its share of every point of the block, first as a density.
  let shares: UnsafeMutablePointer<Lanes>
  /// What turns the block's densities into responsibilities.
  let scales: UnsafeMutablePointer<Lanes>
  /// Upper bounds of all components.
  let upper: UnsafeMutablePointer<Lanes>
  /// The tables of the active components, copied together.
  let components: UnsafeMutablePointer<Double>
  /// The active components' numbers.
  let numbers: UnsafeMutablePointer<Int32>

  init(_ memory: UnsafeMutableRawPointer, _ components: FusedComponents) {
    let block = FUSED_BLOCK * 8
    var start = memory
    shares = start.assumingMemoryBound(to: Lanes.self)
    start += components.padded * block
    scales = start.assumingMemoryBound(to: Lanes.self)
    start += block
    upper = start.assumingMemoryBound(to: Lanes.self)
    start += components.padded * 8
    self.components = start.assumingMemoryBound(to: Double.self)
    start += components.padded * components.length * 8
    numbers = start.assumingMemoryBound(to: Int32.self)
  }

  static func byteCount(_ components: FusedComponents) -> Int {
    let block = FUSED_BLOCK * 8
    return components.padded * (block + 8 + components.length * 8 + 8) + block
  }
}
