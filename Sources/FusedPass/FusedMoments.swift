import Glibc

/// What one pass over the points yields: the log-likelihood under the current parameters, and every component's
/// responsibility-weighted moments about its center, from which the M-step follows.
package struct FusedMoments: Sendable, Equatable {
  /// Σₙ vₙ log Σₖ πₖ N(xₙ | μₖ, Σₖ), natural logarithm, v the points' weights. NaN when the densities of a point lie
  /// beyond the range of a `Double`.
  package var logLikelihood: Double
  /// Nₖ = Σₙ vₙ rₙₖ, K numbers.
  package var counts: [Double]
  /// Σₙ vₙ rₙₖ (xₙ − cₖ), K × D.
  package var first: [[Double]]
  /// Σₙ vₙ rₙₖ (xₙ − cₖ)(xₙ − cₖ)ᵀ, K lower triangles by rows, D (D + 1) / 2 numbers each; or only their diagonals.
  package var second: [[Double]]

  /// All sums zero.
  package init(components: Int, dimensions: Int, diagonal: Bool = false) {
    logLikelihood = 0
    counts = .init(repeating: 0, count: components)
    first = .init(repeating: .init(repeating: 0, count: dimensions), count: components)
    let entries = diagonal ? dimensions : dimensions * (dimensions + 1) / 2
    second = .init(repeating: .init(repeating: 0, count: entries), count: components)
  }
}

/// E-step and M-step statistics in one pass over the points, without an N × K array.
///
/// The points are cut into chunks; each chunk's sums are kept apart and added up in the order of the chunks at the
/// end, so that the result is the same, bit for bit, for any number of threads.
///
/// - Parameters:
///   - diagonal: of the second moments only the diagonals are wanted.
///   - pruning: which components to leave out, block by block.
package func fusedMoments(
  of points: PointTable, under model: [FusedComponent], diagonal: Bool = false, threads: Int,
  kernel: KernelChoice = .best, pruning: Pruning = .exact
) -> FusedMoments {
  let dimensions = points.dimensions
  let components = ComponentTable(model, dimensions: dimensions, diagonal: diagonal, pruning: pruning)
  let summed = components.view.is_diagonal ? dimensions : dimensions * (dimensions + 1) / 2
  let perComponent = summed + dimensions + 1
  let length = 1 + components.numbers.count * perComponent
  let sums = Scratch<Double>(points.chunks * length)
  let kernel = kernel.kernel
  forEachChunk(of: points, components, threads: threads, kernel) { chunk, blocks, memory in
    kernel.pass(
      points.view, components.view, blocks.lowerBound, blocks.upperBound, sums.start + chunk * length, memory)
  }

  var total = [Double](repeating: 0, count: length)
  for chunk in 0..<points.chunks {
    for i in 0..<length { total[i] += sums.start[chunk * length + i] }
  }
  var moments = FusedMoments(components: model.count, dimensions: dimensions, diagonal: diagonal)
  moments.logLikelihood = total[0] * log(2)
  for (k, number) in components.numbers.enumerated() {
    let second = 1 + k * perComponent
    let first = second + summed
    for i in moments.second[number].indices {
      moments.second[number][i] = total[second + (diagonal && summed > dimensions ? i * (i + 3) / 2 : i)]
    }
    for d in 0..<dimensions { moments.first[number][d] = total[first + d] }
    moments.counts[number] = total[first + dimensions]
  }
  return moments
}
