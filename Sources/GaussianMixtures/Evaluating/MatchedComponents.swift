import Glibc

/// Which component of one mixture stands for which of another, and how far each pair is apart.
public struct MatchedComponents: Sendable, Equatable {
  /// A component of the mixture that is judged, and the one of the other that it stands for.
  public struct Pair: Sendable, Equatable {
    /// Indices of the components.
    public let own, truth: Int
    /// √((μ − μ′)ᵀ Σ′⁻¹ (μ − μ′)): how far the mean is off, in standard deviations of the true component.
    public let place: Double
    /// The mean of |log(σ / σ′)| over both axes, the long one with the long one, as a fraction: 0.14 is 14 % off.
    /// Infinite where one of them has no width that a double holds.
    public let shape: Double
    /// |π − π′|.
    public let weight: Double
  }

  /// In the order of the judged components; those that have no counterpart are left out.
  public let pairs: [Pair]

  /// Pairs components so that the sum of squared places is least, as many as the smaller mixture has. Found exactly, by
  /// dynamic programming over sets: for up to 14 components in the other mixture, of which no more are taken.
  ///
  /// Throws what `validate()` throws, and `.dimensionMismatch` unless both have two dimensions.
  public init(of model: GaussianMixture, with truth: GaussianMixture) throws(MixtureError) {
    for mixture in [model, truth] {
      try mixture.validate()
      guard mixture.dimensions == 2 else { throw .dimensionMismatch(model: mixture.dimensions, data: 2) }
    }
    let others = min(truth.componentCount, 14)
    let costs = (0..<model.componentCount).map { own in
      (0..<others).map { MatchedComponents.squaredPlace(model.means[own], truth, $0) }
    }
    pairs = MatchedComponents.assignment(costs, columns: others).map { own, other in
      Pair(
        own: own, truth: other, place: costs[own][other].squareRoot(),
        shape: MatchedComponents.shape(model.covariances[own], truth.covariances[other]),
        weight: abs(model.weights[own] - truth.weights[other]))
    }
  }

  /// The averages over all pairs; nil without any.
  public var averages: (place: Double, shape: Double, weight: Double)? {
    guard !pairs.isEmpty else { return nil }
    let count = Double(pairs.count)
    func mean(_ value: (Pair) -> Double) -> Double { pairs.reduce(0) { $0 + value($1) } / count }
    return (mean(\.place), mean(\.shape), mean(\.weight))
  }

  private static func squaredPlace(_ mean: [Double], _ truth: GaussianMixture, _ k: Int) -> Double {
    let covariance = truth.covariances[k]
    // In units of the larger deviation, in which no product overflows or vanishes.
    let variance = max(covariance[0, 0], covariance[1, 1])
    let unit = variance.squareRoot()
    let (dx, dy) = ((mean[0] - truth.means[k][0]) / unit, (mean[1] - truth.means[k][1]) / unit)
    let (a, b, c) = (covariance[0, 0] / variance, covariance[0, 1] / variance, covariance[1, 1] / variance)
    let squared = (c * dx * dx - 2 * b * dx * dy + a * dy * dy) / (a * c - b * b)
    return squared.isFinite ? max(squared, 0) : .greatestFiniteMagnitude
  }

  private static func shape(_ own: CovarianceMatrix, _ other: CovarianceMatrix) -> Double {
    guard let a = own.principalAxes(), let b = other.principalAxes(), a.short > 0, b.short > 0 else { return .infinity }
    return (abs(log(a.long / b.long)) + abs(log(a.short / b.short))) / 2
  }

  /// The rows and columns paired with the least sum of costs: min(rows, columns) pairs, by row.
  ///
  /// best[s] is the least cost of pairing rows so far with the set s of columns; a row may go without a partner while
  /// there are more rows than columns.
  private static func assignment(_ costs: [[Double]], columns: Int) -> [(Int, Int)] {
    let pairs = min(costs.count, columns)
    var best = [Double](repeating: .infinity, count: 1 << columns)
    best[0] = 0
    var choices: [[Int]] = []
    for row in costs {
      var next = best
      var chosen = [Int](repeating: -1, count: best.count)
      for set in best.indices where best[set] < .infinity {
        for column in 0..<columns where set & (1 << column) == 0 {
          let larger = set | (1 << column)
          if best[set] + row[column] < next[larger] {
            next[larger] = best[set] + row[column]
            chosen[larger] = column
          }
        }
      }
      best = next
      choices.append(chosen)
    }
    var set = best.indices.filter { $0.nonzeroBitCount == pairs }.min { best[$0] < best[$1] } ?? 0
    var result: [(Int, Int)] = []
    for row in costs.indices.reversed() where choices[row][set] >= 0 {
      result.append((row, choices[row][set]))
      set &= ~(1 << choices[row][set])
    }
    return result.reversed()
  }
}
