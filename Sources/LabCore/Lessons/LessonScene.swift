import GaussianMixtures

/// What a lesson, or a page of one, begins with.
public enum LessonScene: Sendable, Equatable {
  /// As it was saved.
  indirect case saved(LabScene)
  case made(LessonSetup)
}

/// A scene said in a few words: one of the program's own data sets, and how it is begun with.
public struct LessonSetup: Sendable, Equatable {
  public var example: Example
  /// The seed of the points; nil for the one that the gallery has.
  public var seed: UInt64?
  public var components: Int?
  /// The means to begin with, and the variance around them; nil for the example's own start, or one drawn from
  /// `startSeed`.
  public var means: [DataPoint]?
  public var variance: Double
  public var startSeed: UInt64?
  public var startKind: StartKind
  public var family: CovarianceFamily
  public var onCollapse: CollapsePolicy
  public var compare: Comparison?
  public var layers: Layers?
  /// So many half-steps have been taken.
  public var halfSteps: Int
  /// What the lower part of the panel shows.
  public var page: PanelPage
  /// Whether the chart has the canvas's place.
  public var isChartLarge: Bool
  /// So many iterations a run may take; nil for as many as usual.
  public var iterationLimit: Int?
  /// The run has come to its end.
  public var runsToEnd: Bool

  public init(
    example: Example, seed: UInt64? = nil, components: Int? = nil, means: [DataPoint]? = nil, variance: Double = 1,
    startSeed: UInt64? = nil, startKind: StartKind = .randomPoints, family: CovarianceFamily = .full,
    onCollapse: CollapsePolicy = .floor, compare: Comparison? = nil, layers: Layers? = nil, halfSteps: Int = 0,
    page: PanelPage = .run, isChartLarge: Bool = false, iterationLimit: Int? = nil, runsToEnd: Bool = false
  ) {
    self.example = example
    self.seed = seed
    self.components = components
    self.means = means
    self.variance = variance
    self.startSeed = startSeed
    self.startKind = startKind
    self.family = family
    self.onCollapse = onCollapse
    self.compare = compare
    self.layers = layers
    self.halfSteps = halfSteps
    self.page = page
    self.isChartLarge = isChartLarge
    self.iterationLimit = iterationLimit
    self.runsToEnd = runsToEnd
  }

  private var options: EMOptions {
    var options = EMOptions()
    options.family = family
    options.onCollapse = onCollapse
    if let iterationLimit { options.maximumIterations = iterationLimit }
    return options
  }

  /// The mixture to begin with, where it is not drawn.
  private var start: GaussianMixture? {
    if let means, !means.isEmpty {
      let count = means.count
      return GaussianMixture(
        weights: Array(repeating: 1 / Double(count), count: count), means: means.map { [$0.x, $0.y] },
        covariances: Array(repeating: .diagonal([variance, variance]), count: count)
      ).converted(to: family)
    }
    guard seed == nil, startSeed == nil, components == nil else { return nil }
    return example.start.map { $0.converted(to: family) }
  }

  /// A lab that stands where the lesson begins. The points are few, so that this is over within a frame.
  public var lab: LabState {
    let source = example.source(seed: seed ?? Example.seed)
    var lab: LabState
    if let start {
      lab = LabState(
        source: source, start: start, origin: .supplied, seed: startSeed ?? 1, startKind: startKind, options: options)
    } else {
      lab = LabState(
        source: source, componentCount: components ?? example.componentCount, seed: startSeed ?? 1,
        startKind: startKind, options: options)
    }
    let memory = EngineMemory()
    lab.performPendingWork(with: memory)
    if let layers { lab.apply(.view(.setLayers(layers))) }
    if let compare {
      lab.apply(.lanes(.compare(compare)))
      lab.performPendingWork(with: memory)
    }
    lab.reach(halfSteps: halfSteps, with: memory)
    if runsToEnd {
      lab.apply(.run(.runToConvergence))
      lab.performPendingWork(with: memory)
      lab.announcement = nil
    }
    if isChartLarge { lab.apply(.interface(.toggleLargeChart)) }
    if page != .run { lab.apply(.interface(.showPage(page))) }
    return lab
  }
}

extension LessonScene {
  /// What is shown.
  var scene: LabScene {
    switch self {
    case .saved(let scene): scene
    case .made(let setup): setup.lab.scene
    }
  }

  /// A lab that shows it; nil where the scene says what cannot be.
  var lab: LabState? {
    switch self {
    case .saved(let scene): try? LabState(scene)
    case .made(let setup): setup.lab
    }
  }
}

extension LabState {
  /// Takes half-steps until the clock stands at so many, or nothing goes on.
  mutating func reach(halfSteps: Int, with memory: EngineMemory = EngineMemory()) {
    performPendingWork(with: memory)
    while document.clock < halfSteps, canGoOn {
      let before = document.clock
      apply(.run(.stepForward))
      performPendingWork(with: memory)
      if document.clock == before { break }
    }
    glides = [:]
    announcement = nil
    ownerChange = nil
  }
}
