/// Why a run ended.
public enum StopReason: String, Codable, Sendable {
  /// The gain per point fell below the tolerance.
  case converged
  case iterationLimit = "iteration-limit"
  /// The caller asked for it.
  case cancelled

  public var sentence: String {
    switch self {
    case .converged: "Converged: the gain per point fell below the tolerance."
    case .iterationLimit: "Stopped at the iteration limit."
    case .cancelled: "Stopped on request."
    }
  }
}
