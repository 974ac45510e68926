import CFusedKernel

/// For every point the mixture Σₖ rₖ vₖ of the components' triples of numbers vₖ by responsibility rₖ, in words of ten bits
/// for each of the three.
///
/// Points of weight zero have no place in the table, hence no mixture.
///
/// - Parameters:
///   - triples: three numbers of each component, 0…1; what lies outside counts as the nearest.
///   - words: receives, in the table's order, the square roots of the three numbers in 1023rds, the first in bits 20 to
///     29, the last in bits 0 to 9. Nothing is written if there is not room for all.
package func mixTriples(
  _ triples: [SIMD3<Double>], by points: PointTable, under model: [FusedComponent], threads: Int,
  kernel: KernelChoice = .best, into words: UnsafeMutableBufferPointer<UInt32>
) {
  guard let start = words.baseAddress, words.count >= points.count, triples.count == model.count else { return }
  let components = ComponentTable(model, dimensions: points.dimensions, diagonal: true, pruning: .coarse)
  let values = Scratch<Double>(3 * components.numbers.count)
  for (k, number) in components.numbers.enumerated() {
    for i in 0..<3 { values.start[3 * k + i] = min(max(triples[number][i], 0), 1) }
  }
  let kernel = kernel.kernel
  let output = SharedWords(start: start)
  forEachChunk(of: points, components, threads: threads, kernel) { _, blocks, memory in
    kernel.mixtures(
      points.view, components.view, blocks.lowerBound, blocks.upperBound, values.start, output.start, memory)
  }
}

/// Threads write to different places of it.
private struct SharedWords: @unchecked Sendable {
  let start: UnsafeMutablePointer<UInt32>
}
