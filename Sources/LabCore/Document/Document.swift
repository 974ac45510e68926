import GaussianMixtures

/// Everything that undo restores and a file would keep: the points, the start, the options and the run so far.
///
/// It is a plain value: a snapshot for undo is a copy, and copies share their arrays until one changes.
public struct Document: Sendable, Equatable {
  /// Which data these are, as they were opened.
  public var name: DataName
  /// Whether points were added or removed since.
  public var isEdited = false
  /// The names of the two columns shown.
  public var columnNames: [String]
  public var points: PointCloud
  /// The points as they were opened, by their revision: edits of the same data keep it.
  var opened: Revision
  /// Where EM starts, and where "restart" returns to. K components in two dimensions.
  public var start: GaussianMixture
  public var startState = StartState.drawn
  /// The letters of the start's components (0 is A): one that stays keeps its letter when another goes.
  public var startLetters: [Int] = []
  /// How "new start" places means.
  public var startKind: StartKind
  public var startOrigin = StartOrigin.seeded
  /// The seed of the start; shown in the window.
  public var startSeed: UInt64
  public var options: EMOptions
  public var aspect: Aspect
  public var runs: Runs

  public var componentCount: Int { start.componentCount }
  /// Whether there is a model to show.
  public var hasModel: Bool { startState != .deferred }

  /// A run from the start that has not taken a step yet. An adopted model owns its points at once: it was fitted to them.
  ///
  /// - Parameter place: where the run on show was when its start was placed by hand.
  func freshRun(from place: RunReference? = nil) -> Run {
    let origin: RunOrigin =
      switch startOrigin {
      case .seeded: .seeded(startKind, seed: startSeed)
      case .placed: .placed(from: place)
      case .adopted: .adopted
      }
    return Run(
      from: start, options: options, origin: origin, identities: startLetters, ownsPoints: startOrigin == .adopted)
  }
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

/// Whether the start is there yet.
public enum StartState: String, Sendable, Codable {
  /// It is the one that EM starts from.
  case drawn
  /// The one that kind and seed stand for is being drawn, or will be once there are enough points: what is on show is
  /// what was there before, or a stand-in.
  case awaited
  /// There is none, as on an empty canvas: it is drawn when EM is run, or placed by hand. Until then `Document.start`
  /// says how many components it will have, and nothing else.
  case deferred
}

/// How data units map to the screen.
public enum Aspect: String, Sendable, Codable {
  /// One unit is as long across as up: right for data drawn by hand.
  case equal
  /// Each axis fills the canvas: right for imported columns with different units.
  case independent
}
