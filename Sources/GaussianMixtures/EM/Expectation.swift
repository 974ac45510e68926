/// The outcome of an E-step: how well a model explains the data, and all that the M-step needs.
public struct Expectation: Sendable, Equatable {
  /// The model whose responsibilities these are.
  public let model: GaussianMixture
  /// Σₙ wₙ log Σₖ πₖ N(xₙ | μₖ, Σₖ): natural logarithm, total over points.
  public let logLikelihood: Double
  /// The expected number of points Nₖ of each component.
  public var counts: [Double] { statistics.counts }
  /// The moments of the points that each component owns.
  public let statistics: SufficientStatistics
}
