/// What to do with a component that has (almost) no points left.
public enum EmptyPolicy: String, CaseIterable, Codable, Sendable {
  /// Leave its mean and covariance as they are; its weight follows its share.
  case keep
  /// Start it again at a random point with the data's own spread.
  case reseed
  /// Remove it.
  case drop
}

/// What to do with a component whose covariance is no longer positive definite or falls below the floor.
public enum CollapsePolicy: String, CaseIterable, Codable, Sendable {
  /// Raise the eigenvalues of its covariance to the floor.
  case floor
  /// Start it again at a random point with the data's own spread.
  case reseed
  /// Remove it.
  case drop
  /// Stop with an error.
  case fail
}

/// The settings of a run of EM.
public struct EMOptions: Sendable, Equatable, Codable {
  /// The family the M-step fits.
  public var family: CovarianceFamily
  /// Stop when an iteration changes the log-likelihood by less than this per point; 0 runs to the limit.
  public var tolerance: Double
  /// A run ends after so many iterations; 0 evaluates its start alone.
  public var maximumIterations: Int
  /// The smallest variance allowed in any direction, as a fraction of the data's own (see `ColumnScales`);
  /// 0 switches it off. The default, 1e−6, allows a component a thousandth of the data's standard deviation.
  public var floor: Double
  /// What to do with a component whose covariance collapses.
  public var onCollapse: CollapsePolicy
  /// What to do with a component without points.
  public var onEmpty: EmptyPolicy
  /// Where reseeded components begin.
  public var seed: UInt64

  /// The settings; each has a default that suits most data.
  public init(
    family: CovarianceFamily = .full, tolerance: Double = 1e-6, maximumIterations: Int = 1000,
    floor: Double = 1e-6, onCollapse: CollapsePolicy = .floor, onEmpty: EmptyPolicy = .reseed, seed: UInt64 = 1
  ) {
    self.family = family
    self.tolerance = tolerance
    self.maximumIterations = maximumIterations
    self.floor = floor
    self.onCollapse = onCollapse
    self.onEmpty = onEmpty
    self.seed = seed
  }

  /// Throws when a number is negative, not finite, or a floor reaches the data's variance itself.
  public func validate() throws(MixtureError) {
    guard tolerance >= 0, tolerance.isFinite else {
      throw .optionOutOfRange(name: "tolerance", allowed: "0 or more")
    }
    guard maximumIterations >= 0 else { throw .optionOutOfRange(name: "iterations", allowed: "0 or more") }
    guard floor >= 0, floor < 1 else { throw .optionOutOfRange(name: "floor", allowed: "0 up to, but not, 1") }
  }
}
