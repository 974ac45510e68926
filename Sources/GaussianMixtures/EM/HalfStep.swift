/// One half-step of EM as a value: it can be kept, compared and continued from.
public struct HalfStep: Sendable, Equatable {
  public enum Kind: String, Codable, Sendable {
    case start
    case expectation
    case maximization
  }

  public let kind: Kind
  /// 0 for the start; an E-step and the M-step that follows it share a number, from 1.
  public let iteration: Int
  /// The parameters after the half-step (an E-step changes none).
  public let model: GaussianMixture
  /// Nₖ of the E-step; nil at the start and after an M-step, when the parameters are newer than any responsibilities.
  public let counts: [Double]?
  /// The log-likelihood of `model`.
  public let logLikelihood: Double
  /// F(q, θ): equal to the log-likelihood after an E-step, below it after an M-step; nil where there is no bound (at
  /// the start, and when a component that had points was dropped).
  public let lowerBound: Double?
  public let events: [EMEvent]
  /// For each component of `model`, its index in the half-step before.
  public let survivors: [Int]
  /// The components whose covariance is held up by the floor.
  public let floored: [Int]
}
