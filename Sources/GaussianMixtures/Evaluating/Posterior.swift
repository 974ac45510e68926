/// Bayes' rule at one point: who owns it, and from which densities that follows.
public struct Posterior: Sendable, Equatable {
  /// log N(x | μₖ, Σₖ) of each component, without its weight: natural logarithms.
  public let logDensities: [Double]
  /// rₖ = πₖ N(x | μₖ, Σₖ) / p(x): K numbers ≥ 0 with sum 1.
  public let responsibilities: [Double]
  /// log p(x) = log Σₖ πₖ N(x | μₖ, Σₖ). −∞ where even the logarithm leaves the range of a double; the point then
  /// belongs to the component nearest in its own metric.
  public let logDensity: Double
}

extension GaussianMixture {
  /// Bayes' rule at a point of D coordinates. Throws what `validate()` throws, and `.dimensionMismatch` for a point of
  /// another length.
  public func posterior(at point: [Double]) throws(MixtureError) -> Posterior {
    let prepared = try PreparedMixture(self)
    guard point.count == dimensions else { throw .dimensionMismatch(model: dimensions, data: point.count) }
    var responsibilities: [Double] = []
    let logDensity = prepared.responsibilities(at: point, into: &responsibilities)
    return Posterior(
      logDensities: (0..<componentCount).map { prepared.logDensity(component: $0, at: point) },
      responsibilities: responsibilities, logDensity: logDensity)
  }
}
