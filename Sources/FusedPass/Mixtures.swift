import CFusedKernel

/// For every point the mixture Σₖ rₖ vₖ of the components' triples of numbers vₖ by responsibility rₖ, each of the three
/// taken to a byte by a table.
///
/// Points of weight zero have no place in the table, hence no mixture.
///
/// - Parameters:
///   - triples: three numbers of each component, 0…1; what lies outside counts as the nearest.
///   - steps: 4096 bytes; i says what i / 4095 becomes, the nearest i where it lies between two. Nothing is written if
///     there are not so many.
///   - words: receives, in the table's order, the three bytes of every point as 0xAABBCC. Nothing is written if there is
///     not room for all.
package func mixTriples(
  _ triples: [SIMD3<Double>], by points: PointTable, under model: [FusedComponent], steps: [UInt8], threads: Int,
  kernel: KernelChoice = .best, into words: UnsafeMutableBufferPointer<UInt32>
) {
  guard let start = words.baseAddress, words.count >= points.count, steps.count == FUSED_STEPS,
    triples.count == model.count
  else { return }
  let components = ComponentTable(model, dimensions: points.dimensions, diagonal: true, pruning: .coarse)
  let values = Scratch<Double>(3 * components.numbers.count)
  for (k, number) in components.numbers.enumerated() {
    for i in 0..<3 { values.start[3 * k + i] = min(max(triples[number][i], 0), 1) }
  }
  let kernel = kernel.kernel
  let output = SharedWords(start: start)
  forEachChunk(of: points, components, threads: threads, kernel) { _, blocks, memory in
    kernel.mixtures(
      points.view, components.view, blocks.lowerBound, blocks.upperBound, values.start, steps, output.start, memory)
  }
}

/// Threads write to different places of it.
private struct SharedWords: @unchecked Sendable {
  let start: UnsafeMutablePointer<UInt32>
}
