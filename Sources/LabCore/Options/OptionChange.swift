import GaussianMixtures

/// One setting of the fit, changed. The data and the view stay.
public enum OptionChange: Sendable, Hashable, Codable {
  case family(CovarianceFamily)
  case startKind(StartKind)
  case seed(UInt64)
  case onCollapse(CollapsePolicy)
  case onEmpty(EmptyPolicy)
  /// A fraction of the data's own variance; 0 switches it off.
  case floor(Double)
  /// A gain per point; 0 never stops.
  case tolerance(Double)

  /// The floors and tolerances that the panel steps through.
  public static let floors: [Double] = [0, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2]
  public static let tolerances: [Double] = [0, 1e-12, 1e-10, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3]

  /// The neighbor of `value` on a ladder, one rung up or down; `nil` at its ends.
  public static func rung(_ ladder: [Double], from value: Double, up: Bool) -> Double? {
    up ? ladder.first { $0 > value * (1 + 1e-9) } : ladder.last { $0 < value * (1 - 1e-9) }
  }
}
