import CFusedKernel

/// Bytes of scratch memory one worker needs.
public func workspaceByteCount(_ components: FusedComponents, dimensions: Int) -> Int {
  Workspace.byteCount(components) + dimensions * 0 + (6 * components.count + 1) * MemoryLayout<Lanes>.size
}

/// E-step and M-step statistics of a run of blocks.
///
/// - Parameters:
///   - sums: receives log-likelihood in bits, then per component N, S (D), Q (lower triangle by rows).
///   - memory: `workspaceByteCount` bytes, aligned to 64.
public func fusedPass(
  _ points: FusedPoints, _ components: FusedComponents, firstBlock: Int, endBlock: Int,
  sums: UnsafeMutablePointer<Double>, memory: UnsafeMutableRawPointer
) {
  let count = components.count * 6
  let moments = memory.assumingMemoryBound(to: Lanes.self)
  var i = 0
  while i < count {
    moments[i] = Lanes.zero
    i += 1
  }
  let workspace = Workspace(memory + (count + 1) * MemoryLayout<Lanes>.size, components)
  sums[0] = planePass(
    points, components, firstBlock: firstBlock, endBlock: endBlock, moments: moments, workspace: workspace)
  i = 0
  while i < count {
    sums[1 + i] = moments[i].sum()
    i += 1
  }
}
