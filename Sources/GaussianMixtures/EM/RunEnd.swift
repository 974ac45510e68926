/// How a run ended.
public enum RunEnd: Sendable, Equatable, Codable {
  /// The gain per point fell below the tolerance.
  case converged
  /// It has taken as many iterations as the options allow.
  case iterationLimit
  /// Somebody asked for it.
  case cancelled
  /// A half-step could not be computed. The run stands at its last good one.
  case failed(MixtureError)

  /// One sentence.
  public var sentence: String {
    switch self {
    case .converged: "Converged: the gain per point fell below the tolerance."
    case .iterationLimit: "Stopped at the iteration limit."
    case .cancelled: "Stopped on request."
    case .failed(let error): error.description
    }
  }
}
