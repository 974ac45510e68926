import CFusedKernel

/// Bytes of scratch memory one worker needs.
public func workspaceByteCount(_ components: FusedComponents, dimensions: Int) -> Int {
  Workspace(components, dimensions: dimensions).byteCount
}

/// E-step and M-step statistics of a run of blocks.
///
/// - Parameters:
///   - sums: receives the log-likelihood in bits, then for every component the lower triangle, by rows, of
///     Σ r (x − μ, 1)(x − μ, 1)ᵀ.
///   - memory: `workspaceByteCount` bytes, aligned to 64.
public func fusedPass(
  _ points: FusedPoints, _ components: FusedComponents, firstBlock: Int, endBlock: Int,
  sums: UnsafeMutablePointer<Double>, memory: UnsafeMutableRawPointer
) {
  let dimensions = points.dimensions
  let moments = (memory + Workspace(components, dimensions: dimensions).moments)
    .assumingMemoryBound(to: Lanes.self)
  let perComponent = momentCount(dimensions)
  var i = 0
  while i < components.count * perComponent {
    moments[i] = Lanes.zero
    i += 1
  }
  sums[0] =
    dimensions == 2
    ? planePass(points, components, firstBlock: firstBlock, endBlock: endBlock, memory: memory)
    : spacePass(points, components, firstBlock: firstBlock, endBlock: endBlock, memory: memory)
  let triangle = (dimensions + 1) * (dimensions + 2) / 2
  var k = 0
  while k < components.count {
    let tiles = moments + k * perComponent
    let destination = sums + 1 + k * triangle
    if dimensions == 2 {
      i = 0
      while i < 6 {
        destination[i] = tiles[i].sum()
        i += 1
      }
    } else {
      readGram(tiles, dimensions: dimensions, into: destination)
    }
    k += 1
  }
}

/// 2ᵗ of `count` numbers, a multiple of eight: the kernel's exponential, open to inspection.
public func exponentials(_ t: UnsafePointer<Double>, count: Int, into results: UnsafeMutablePointer<Double>) {
  var i = 0
  while i < count {
    let lanes = UnsafeRawPointer(t + i).loadUnaligned(as: Lanes.self)
    UnsafeMutableRawPointer(results + i).storeBytes(of: exp2(lanes), as: Lanes.self)
    i += Lanes.scalarCount
  }
}

/// log₂ s of `count` numbers, a multiple of eight: the kernel's logarithm, open to inspection.
public func logarithms(_ s: UnsafePointer<Double>, count: Int, into results: UnsafeMutablePointer<Double>) {
  var i = 0
  while i < count {
    let lanes = UnsafeRawPointer(s + i).loadUnaligned(as: Lanes.self)
    UnsafeMutableRawPointer(results + i).storeBytes(of: log2(lanes), as: Lanes.self)
    i += Lanes.scalarCount
  }
}
