/// How the K covariance matrices of a mixture are restricted.
public enum CovarianceFamily: String, CaseIterable, Codable, Sendable {
  /// Each component has its own matrix.
  case full
  /// All components share one matrix.
  case tied
  /// Each component has its own diagonal matrix.
  case diagonal
  /// Each component has its own variance, equal in every direction.
  case spherical

  /// Whether the matrices are diagonal by definition.
  var isDiagonal: Bool { self == .diagonal || self == .spherical }

  /// The free parameters of K components in D dimensions: K − 1 weights, K·D means, and for the covariances
  /// K·D(D+1)/2 (full), D(D+1)/2 (tied), K·D (diagonal) or K (spherical).
  public func parameterCount(components k: Int, dimensions d: Int) -> Int {
    let covariances =
      switch self {
      case .full: k * d * (d + 1) / 2
      case .tied: d * (d + 1) / 2
      case .diagonal: k * d
      case .spherical: k
      }
    return k - 1 + k * d + covariances
  }
}
