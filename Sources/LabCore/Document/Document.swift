import GaussianMixtures

/// Everything that undo restores and a file would keep: the points, the start, the options and the run so far.
///
/// It is a plain value: a snapshot for undo is a copy, and copies share their arrays until one changes.
public struct Document: Sendable {
  /// Which data these are.
  public var name: DataName
  /// The names of the two columns shown.
  public var columnNames: [String]
  public var points: PointCloud
  /// Where EM starts, and where "restart" returns to. K components in two dimensions.
  public var start: GaussianMixture
  /// How "new start" places means.
  public var startKind: StartKind
  public var startOrigin = StartOrigin.seeded
  /// The seed of the start; shown in the window.
  public var startSeed: UInt64
  public var options: EMOptions
  public var aspect: Aspect
  public var timeline: Timeline

  public var componentCount: Int { start.componentCount }
}

/// Where the start comes from.
public enum StartOrigin: String, Sendable, Codable {
  /// Drawn by the start kind from the seed.
  case seeded
  /// Means placed, moved or removed by hand.
  case placed
  /// A model taken over from a search.
  case adopted
}

/// How data units map to the screen.
public enum Aspect: String, Sendable, Codable {
  /// One unit is as long across as up: right for data drawn by hand.
  case equal
  /// Each axis fills the canvas: right for imported columns with different units.
  case independent
}
