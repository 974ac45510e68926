import Glibc

/// Which components are left out where they matter little.
package enum Pruning: Sendable {
  /// None.
  case none
  /// Those whose share of any point of a block cannot reach 2⁻⁵⁶ = 1.4e−17 of their mixing weight: sums lose less than
  /// rounding takes anyway, those of a light component too. Where some component is more than 32 standard deviations
  /// away, the limit is lower in proportion to the squared distance, which the second moments take a share times.
  case exact
  /// Those whose share of any point cannot reach 2⁻¹⁶: a sum of shares below 1, told in bytes, moves by a small part of
  /// a step.
  case coarse

  /// log₂ of the negligible share.
  func cut(logWeight: Double) -> Double {
    switch self {
    case .none: -.infinity
    case .exact: logWeight / log(2) - 56
    case .coarse: -16
    }
  }
}
