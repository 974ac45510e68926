import CFusedKernel

// The entry points. Only pointers and C structures cross this border, and nothing here or below uses generic code of
// the standard library that is not inlined: the linker could otherwise take this build's copy of it for all.

/// Bytes of scratch memory one worker needs.
public func workspaceByteCount(_ components: FusedComponents, dimensions: Int) -> Int {
  Workspace.byteCount(components, dimensions: dimensions)
}

/// E-step and M-step statistics of a run of blocks, fused: each block is visited once, and its responsibilities are
/// forgotten as soon as its moments are added.
///
/// - Parameters:
///   - sums: receives the log-likelihood in bits, then for every component the lower triangle, by rows, of
///     Σ r (x − c, 1)(x − c, 1)ᵀ; if diagonal, of that the diagonal but for its end, then the last row.
///   - memory: `workspaceByteCount` bytes, aligned to 64.
public func fusedPass(
  _ points: FusedPoints, _ components: FusedComponents, firstBlock: Int, endBlock: Int,
  sums: UnsafeMutablePointer<Double>, memory: UnsafeMutableRawPointer
) {
  let dimensions = points.dimensions
  let work = Workspace(memory, components, dimensions: dimensions)
  let perComponent = momentCount(components, dimensions: dimensions)
  var i = 0
  while i < components.count * perComponent {
    work.moments[i] = Lanes.zero
    i += 1
  }
  var bits = Lanes.zero
  var block = firstBlock
  while block < endBlock {
    let columns = points.columns + block * FUSED_BLOCK
    let expectation = responsibilities(block: block, points, components, work)
    bits += expectation.bits
    if dimensions == 2 {
      addPlaneMoments(expectation.active, columns, stride: points.stride, work)
    } else {
      addMoments(expectation.active, columns, stride: points.stride, dimensions, components, work)
    }
    block += 1
  }
  sums[0] = bits.sum()
  let isTiled = dimensions != 2 && !components.is_diagonal
  let length = isTiled ? (dimensions + 1) * (dimensions + 2) / 2 : perComponent
  var k = 0
  while k < components.count {
    let moments = work.moments + k * perComponent
    let destination = sums + 1 + k * length
    if isTiled {
      readGram(moments, rowCount: dimensions + 1, into: destination)
    } else {
      i = 0
      while i < length {
        destination[i] = moments[i].sum()
        i += 1
      }
    }
    k += 1
  }
}

/// The colors of a run of blocks: see `mixColors`.
public func mixedColors(
  _ points: FusedPoints, _ components: FusedComponents, firstBlock: Int, endBlock: Int,
  linear: UnsafePointer<Double>, encoding: UnsafePointer<UInt8>, places: UnsafePointer<UInt32>?,
  pixels: UnsafeMutablePointer<UInt32>, memory: UnsafeMutableRawPointer
) {
  let work = Workspace(memory, components, dimensions: points.dimensions)
  var block = firstBlock
  while block < endBlock {
    let expectation = responsibilities(block: block, points, components, work)
    mixColors(
      expectation.active, block: block, points, linear: linear, encoding: encoding, places: places, into: pixels, work)
    block += 1
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
