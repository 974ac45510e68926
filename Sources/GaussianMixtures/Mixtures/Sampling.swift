/// Points drawn from a mixture, and the component that each came from.
public struct LabeledSample: Sendable, Equatable {
  /// The points.
  public let data: Dataset
  /// The component of each point.
  public let labels: [Int]

  /// The points as rows.
  public var points: [[Double]] { data.rows }
}

extension GaussianMixture {
  /// Draws `count` independent points: a component with probability πₖ, then μₖ + Lₖz with z standard normal and
  /// LₖLₖᵀ = Σₖ. Throws what `validate()` throws, or when the count is negative.
  public func sample(count: Int, using generator: inout SeededGenerator) throws(MixtureError) -> LabeledSample {
    guard count >= 0 else { throw .optionOutOfRange(name: "points", allowed: "0 or more") }
    let factors = try choleskyFactors()
    var columns = [[Double]](repeating: [], count: dimensions)
    var labels: [Int] = []
    for _ in 0..<count {
      let k = drawComponent(using: &generator)
      labels.append(k)
      appendPoint(of: k, factors[k], to: &columns, using: &generator)
    }
    return LabeledSample(data: try Dataset(columns: columns), labels: labels)
  }

  /// The same from a generator of its own: the same seed draws the same points. Throws the same.
  public func sample(count: Int, seed: UInt64 = 1) throws(MixtureError) -> LabeledSample {
    var generator = SeededGenerator(seed: seed)
    return try sample(count: count, using: &generator)
  }

  /// Draws the same number of points from every component, component after component, whatever the weights. Throws
  /// what `validate()` throws, or when the number is negative.
  public func sample(
    pointsPerComponent: Int, using generator: inout SeededGenerator
  ) throws(MixtureError) -> LabeledSample {
    guard pointsPerComponent >= 0 else { throw .optionOutOfRange(name: "points", allowed: "0 or more") }
    let factors = try choleskyFactors()
    var columns = [[Double]](repeating: [], count: dimensions)
    var labels: [Int] = []
    for k in 0..<componentCount {
      for _ in 0..<pointsPerComponent {
        labels.append(k)
        appendPoint(of: k, factors[k], to: &columns, using: &generator)
      }
    }
    return LabeledSample(data: try Dataset(columns: columns), labels: labels)
  }

  private func choleskyFactors() throws(MixtureError) -> [Cholesky] {
    try validateEntries()
    var factors: [Cholesky] = []
    for (k, covariance) in covariances.enumerated() {
      guard let factor = Cholesky(covariance) else { throw .covarianceNotPositiveDefinite(component: k) }
      factors.append(factor)
    }
    return factors
  }

  private func drawComponent(using generator: inout SeededGenerator) -> Int {
    let target = generator.uniform()
    var sum = 0.0
    var last = 0
    for (k, weight) in weights.enumerated() where weight > 0 {
      sum += weight
      last = k
      if sum > target { return k }
    }
    return last
  }

  private func appendPoint(
    of k: Int, _ cholesky: Cholesky, to columns: inout [[Double]], using generator: inout SeededGenerator
  ) {
    let z = (0..<dimensions).map { _ in generator.gaussian() }
    for i in 0..<dimensions {
      var value = means[k][i]
      for j in 0...i { value += cholesky.factor[packed(i, j)] * z[j] }
      columns[i].append(value)
    }
  }
}
