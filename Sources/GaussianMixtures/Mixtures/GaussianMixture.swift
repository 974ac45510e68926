/// A Gaussian mixture: p(x) = Σₖ πₖ N(x | μₖ, Σₖ). Plain values; nothing is checked until `validate()` or use.
public struct GaussianMixture: Sendable, Equatable {
  /// The mixing weights πₖ: K values ≥ 0 that sum to 1. Zero is legal.
  public var weights: [Double]
  /// The means μₖ: K arrays of D coordinates.
  public var means: [[Double]]
  /// The covariances Σₖ: K symmetric positive definite D × D matrices, whatever the family.
  public var covariances: [CovarianceMatrix]
  /// The family the covariances belong to; decides the number of parameters.
  public var family: CovarianceFamily

  /// The mixture of these parameters, unchecked.
  public init(
    weights: [Double], means: [[Double]], covariances: [CovarianceMatrix], family: CovarianceFamily = .full
  ) {
    self.weights = weights
    self.means = means
    self.covariances = covariances
    self.family = family
  }

  /// K.
  public var componentCount: Int { means.count }
  /// D.
  public var dimensions: Int { means.first?.count ?? 0 }
  /// The number of free parameters, as information criteria count them.
  public var parameterCount: Int {
    family.parameterCount(components: componentCount, dimensions: dimensions)
  }

  /// Throws an error that names the first component and entry with a wrong shape, a number that is not finite,
  /// weights outside 0…1 or not summing to 1 (to 1e−6), or a covariance not symmetric positive definite.
  public func validate() throws(MixtureError) { _ = try PreparedMixture(self) }

  /// Everything `validate()` checks except positive definiteness, which factorising finds out.
  func validateEntries() throws(MixtureError) {
    let d = dimensions
    guard componentCount > 0 else { throw .noComponents }
    guard weights.count == componentCount, covariances.count == componentCount else {
      throw .componentCounts(weights: weights.count, means: means.count, covariances: covariances.count)
    }
    guard d > 0 else { throw .noDimensions }
    for k in 0..<componentCount {
      guard weights[k] >= 0, weights[k] <= 1 + 1e-6 else { throw .weightInvalid(component: k) }
      guard means[k].count == d else { throw .meanLength(component: k, expected: d, found: means[k].count) }
      if let column = means[k].firstIndex(where: { !$0.isFinite }) {
        throw .meanNotFinite(component: k, column: column)
      }
      try covariances[k].validateEntries(component: k, dimensions: d)
    }
    let sum = weights.reduce(0, +)
    guard abs(sum - 1) <= 1e-6 else { throw .weightsSum(sum) }
  }
}

extension CovarianceMatrix {
  fileprivate func validateEntries(component: Int, dimensions d: Int) throws(MixtureError) {
    guard rows == d, columns == d else {
      throw .covarianceShape(component: component, expected: d, rows: rows, columns: columns)
    }
    for i in 0..<d {
      for j in 0...i {
        let lower = self[i, j]
        let upper = self[j, i]
        guard lower.isFinite else { throw .covarianceNotFinite(component: component, row: i, column: j) }
        guard upper.isFinite else { throw .covarianceNotFinite(component: component, row: j, column: i) }
        let scale = abs(self[i, i]).squareRoot() * abs(self[j, j]).squareRoot()
        guard abs(lower - upper) <= 1e-9 * scale else {
          throw .covarianceNotSymmetric(component: component, row: i, column: j)
        }
      }
    }
  }
}
