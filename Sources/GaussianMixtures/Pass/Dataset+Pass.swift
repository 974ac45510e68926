import FoundationEssentials
package import FusedPass

/// From here on points are worth the trouble of bringing them into a spatial order.
private let leastCountForFusedPass = 4096

/// What a pass over many points may use.
public struct PassResources: Sendable, Equatable {
  /// Threads, at most. The result does not depend on it.
  public var threads: Int
  /// The build of the kernel. Builds agree but for rounding.
  package var kernel: KernelChoice

  /// All processors if not told otherwise, and the best build for them.
  public init(threads: Int = ProcessInfo.processInfo.activeProcessorCount) {
    self.init(threads: threads, kernel: .best)
  }

  package init(threads: Int = ProcessInfo.processInfo.activeProcessorCount, kernel: KernelChoice) {
    self.threads = threads
    self.kernel = kernel
  }
}

extension Dataset {
  /// One visit to every point: `pass` for few points, for many the fused pass of `FusedPass`, which computes the same
  /// sums, in another order, on all cores. Where a point is out of reach of every component, the log-likelihood is
  /// not finite, and the statistics mean nothing.
  func pass(
    prepared: PreparedMixture, centers: [Double]? = nil, diagonalScatter: Bool, resources: PassResources = .init()
  ) -> (logLikelihood: Double, statistics: SufficientStatistics) {
    if count < leastCountForFusedPass {
      return GaussianMixtures.pass(
        columns: columns, sampleWeights: sampleWeights, prepared: prepared, centers: centers,
        diagonalScatter: diagonalScatter)
    }
    let centers = centers ?? prepared.means
    let moments = fusedMoments(
      of: pointTable, under: prepared.fusedComponents(centers: centers), diagonal: diagonalScatter,
      threads: resources.threads, kernel: resources.kernel)
    var statistics = SufficientStatistics(
      componentCount: prepared.componentCount, dimensions: dimensions, isDiagonal: diagonalScatter, centers: centers)
    statistics.counts = moments.counts
    statistics.sums = moments.first.flatMap { $0 }
    statistics.scatters = moments.second.flatMap { $0 }
    return (moments.logLikelihood, statistics)
  }

  /// The points in spatial order: made when first asked for, once for all copies of this value.
  package var pointTable: PointTable {
    lazyPointTable.value {
      // Points that were appended stand after the others, whether those were ordered before or only now: the order, and
      // with it the rounding of sums, follows from the points alone.
      guard let first = foundation, sampleWeights == nil else {
        return PointTable(columns: columns, weights: sampleWeights)
      }
      let known = PointTable(columns: columns.map { Array($0[..<first]) })
      return PointTable(columns: columns, first: first, known: known)
    }
  }

  /// The points in spatial order if that has been done; never waits for it.
  package var pointTableIfMade: PointTable? { lazyPointTable.valueIfMade }

  /// Whether it has been done.
  package var isInOrder: Bool { lazyPointTable.valueIfMade != nil }
}

extension Dataset {
  /// Points of which the first ones were there before the others were appended.
  ///
  /// - Parameters:
  ///   - foundation: how many were there before.
  ///   - other: a dataset that begins with just those, and may have more of its own. If it is in order already, so is this
  ///     one, at the price of a copy.
  package init(columns: [[Double]], foundation: Int, like other: Dataset?) throws(MixtureError) {
    let like = other.flatMap { $0.dimensions == columns.count ? $0 : nil }
    // Whoever has the same first points has looked at them.
    try self.init(columns: columns, finiteUntil: max(min(foundation, like?.count ?? 0), 0))
    guard foundation >= leastCountForFusedPass, foundation <= count else { return }
    if foundation < count { self.foundation = foundation }
    guard let known = like?.pointTableIfMade, known.count >= foundation else { return }
    let first = foundation
    _ = lazyPointTable.value { PointTable(columns: columns, first: first, known: known) }
  }
}

extension PreparedMixture {
  /// The components as the fused pass takes them.
  ///
  /// - Parameter centers: about which the moments are taken, K × D; nil for the means.
  package func fusedComponents(centers: [Double]? = nil) -> [FusedComponent] {
    let d = dimensions
    return (0..<componentCount).map { k in
      let logWeight =
        logWeightedNormalizers[k] > -.infinity ? logWeightedNormalizers[k] - logNormalizers[k] : -.infinity
      return FusedComponent(
        logWeight: logWeight, mean: Array(means[k * d..<(k + 1) * d]), whitening: inverseFactor(k),
        center: centers.map { Array($0[k * d..<(k + 1) * d]) })
    }
  }

  /// Lₖ⁻¹ as a packed lower triangle.
  private func inverseFactor(_ k: Int) -> [Double] {
    let stored = inverseFactors[k * factorStride..<(k + 1) * factorStride]
    guard isDiagonal else { return Array(stored) }
    var triangle = [Double](repeating: 0, count: packed(dimensions, 0))
    for (i, value) in stored.enumerated() { triangle[packed(i, i)] = value }
    return triangle
  }
}
