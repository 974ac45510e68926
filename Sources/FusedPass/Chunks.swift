import CFusedKernel

/// Every chunk once, each worker with its own scratch memory.
func forEachChunk(
  of points: PointTable, _ components: ComponentTable, threads: Int, _ kernel: FusedKernel,
  _ body: @Sendable @escaping (_ chunk: Int, _ blocks: Range<Int>, _ memory: UnsafeMutableRawPointer) -> Void
) {
  let workers = max(1, min(threads, points.chunks))
  let bytes = (kernel.workspace_bytes(components.view, points.dimensions) + 63) / 64 * 64
  let memory = Scratch<UInt8>(workers * bytes)
  forEachInParallel(points.chunks, threads: workers) { chunk, worker in
    let first = chunk * PointTable.blocksPerChunk
    let blocks = first..<min(first + PointTable.blocksPerChunk, points.blocks)
    body(chunk, blocks, UnsafeMutableRawPointer(memory.start) + worker * bytes)
  }
}
