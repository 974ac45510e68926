import GaussianMixtures

/// One of the models side by side: an algorithm, its number of components, its start and its runs. All lanes have the
/// same points, and the same clock (`Document+Clock.swift`).
public struct Lane: Sendable, Equatable {
  /// So many stand side by side at most.
  public static let most = 4

  public var algorithm = Algorithm.em
  /// Where the lane starts, and where "restart" returns to. K components in as many dimensions as the points have.
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
  public var runs: Runs

  init(start: GaussianMixture, startKind: StartKind, startSeed: UInt64, options: EMOptions) {
    self.start = start
    self.startKind = startKind
    self.startSeed = startSeed
    self.options = options
    runs = Runs(Run(from: start, options: options))
  }

  public var componentCount: Int { start.componentCount }
  /// Whether there is a model to show.
  public var hasModel: Bool { startState != .deferred }

  /// What it runs.
  public var model: LaneModel {
    get {
      switch algorithm {
      case .em: .em(options.family)
      case .kMeans: .kMeans
      }
    }
    set {
      switch newValue {
      case .em(let family):
        algorithm = .em
        options.family = family
        start = start.converted(to: family)
      case .kMeans: algorithm = .kMeans
      }
    }
  }

  /// A run from the start that has not taken a step yet. An adopted model owns its points at once: it was fitted to them.
  ///
  /// - Parameter place: where the run on show was when its start was placed by hand.
  func freshRun(from place: RunReference? = nil) -> Run {
    let origin: RunOrigin =
      switch startOrigin {
      case .seeded: .seeded(startKind, seed: startSeed)
      case .supplied: .supplied
      case .placed: .placed(from: place)
      case .adopted: .adopted
      }
    return Run(
      from: start, options: options, algorithm: algorithm, origin: origin, identities: startLetters,
      ownsPoints: startOrigin == .adopted)
  }

  /// The same with another model, before its first step.
  func beginning(_ model: LaneModel) -> Lane {
    var lane = self
    lane.model = model
    lane.runs = Runs(lane.freshRun())
    return lane
  }

  /// Begins where another lane begins, in its own family.
  mutating func takeStart(of other: Lane) {
    start = other.start.converted(to: options.family)
    startState = other.startState
    startLetters = other.startLetters
    startKind = other.startKind
    startOrigin = other.startOrigin
    startSeed = other.startSeed
  }

  /// The start that its kind and seed stand for, at once where that is possible.
  mutating func drawStart(of count: Int, among points: PointCloud) {
    startOrigin = .seeded
    startLetters = []
    startState = startNeedsAll(points) ? .awaited : .drawn
    if startState == .drawn || count != componentCount || start.dimensions != points.dimensions {
      start = LabState.makeStart(
        kind: startState == .drawn ? startKind : .randomPoints, points: points, count: count, options: options,
        seed: startSeed)
    }
  }

  /// Makes sure that the start has as many dimensions as the points.
  mutating func fitStart(to points: PointCloud) {
    guard start.dimensions != points.dimensions else { return }
    start = LabState.makeStart(
      kind: .uniform, points: points, count: componentCount, options: options, seed: startSeed)
  }

  /// Whether the start takes a computation of its own: it looks at all of many points.
  private func startNeedsAll(_ points: PointCloud) -> Bool {
    switch startKind {
    case .uniform: false
    case .randomPoints: points.count > LabState.instantScalePoints
    case .kMeansPlusPlus, .kMeans: points.count > LabState.instantStartPoints
    }
  }
}

/// What a lane runs.
public enum LaneModel: Sendable, Hashable, Codable, CaseIterable {
  case em(CovarianceFamily)
  case kMeans

  public static let allCases = CovarianceFamily.allCases.map(LaneModel.em) + [.kMeans]
}
