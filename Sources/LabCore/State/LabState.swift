import GaussianMixtures

/// Everything on screen, as one value. It changes only through `apply`, and what is drawn is a function of it.
public struct LabState: Sendable {
  public internal(set) var document: Document
  public internal(set) var playback = Playback()
  public internal(set) var viewport: Viewport
  public internal(set) var tool = Tool.brush
  /// The brush's radius in window units at scale 1.
  public internal(set) var brushRadius = 22.0
  public internal(set) var interface = Interface()
  /// The latest announcement; the strip keeps it after its time is over.
  public internal(set) var announcement: Announcement?
  public internal(set) var glide: Glide?
  public internal(set) var search = ModelSearch()
  public let menu: [MenuEntry]
  /// The clock, in seconds; only `tick` moves it.
  public internal(set) var now = 0.0

  /// What the state waits for, in the order in which it was asked for.
  public internal(set) var effects: [Effect] = []

  var history = History()
  var stroke: Stroke?
  /// The document as it was when the drag under way began.
  var documentBeforeDrag: Document?
  var ticketCount = 0
  var revisionCount = 0
  var spray = SeededGenerator(seed: 1)
  /// The step on show when a whole iteration or a run to convergence began: it glides from there as one.
  var passageOrigin: Step?

  public var canUndo: Bool { history.canUndo }
  public var canRedo: Bool { history.canRedo }

  public static let brushRadii = 6.0...120.0
  public static let componentCounts = 1...14

  /// A lab opened on an example.
  public init(
    example: Example = .threeClusters, startKind: StartKind = .randomPoints, options: EMOptions = EMOptions(),
    menu: [MenuEntry] = []
  ) {
    self.init(
      source: example.source, start: example.start?.converted(to: options.family), componentCount: 3,
      startKind: startKind, seed: Example.seed, options: options, menu: menu)
  }

  /// A lab opened on data, with `componentCount` means placed by a seeded start.
  public init(
    source: DataSource, componentCount: Int, startKind: StartKind = .randomPoints, seed: UInt64,
    options: EMOptions = EMOptions(), menu: [MenuEntry] = []
  ) {
    self.init(
      source: source, start: nil, componentCount: componentCount, startKind: startKind, seed: seed, options: options,
      menu: menu)
  }

  /// A lab opened on data with a start from elsewhere: a mixture of the options' family in two dimensions.
  public init(
    source: DataSource, start: GaussianMixture, origin: StartOrigin, startKind: StartKind = .randomPoints,
    seed: UInt64, options: EMOptions = EMOptions(), menu: [MenuEntry] = []
  ) {
    self.init(
      source: source, start: start, componentCount: start.componentCount, startKind: startKind, seed: seed,
      options: options, menu: menu)
    document.startOrigin = origin
  }

  init(
    source: DataSource, start: GaussianMixture?, componentCount: Int, startKind kind: StartKind = .randomPoints,
    seed: UInt64, options: EMOptions, menu: [MenuEntry]
  ) {
    let points = PointCloud(x: source.x, y: source.y, revision: Revision(0))
    let start =
      start
      ?? LabState.makeStart(kind: kind, points: points, count: componentCount, options: options, seed: seed)
    document = Document(
      name: source.name, columnNames: source.columnNames, points: points, start: start, startKind: kind,
      startSeed: seed, options: options, aspect: source.aspect, timeline: Timeline(start: start))
    viewport = Viewport.fitting(document)
    self.menu = menu
    requestEvaluation()
  }

  /// A start of `count` components; where the data are too few for one of their own, the uniform default of the plane.
  static func makeStart(
    kind: StartKind, points: PointCloud, count: Int, options: EMOptions, seed: UInt64
  ) -> GaussianMixture {
    let count = min(max(count, componentCounts.lowerBound), componentCounts.upperBound)
    if let data = try? Dataset(columns: [points.x, points.y]),
      let start = try? kind.makeStart(
        data: data, componentCount: count, family: options.family, seed: seed)
    {
      return start
    }
    var generator = SeededGenerator(seed: seed)
    return GaussianMixture(
      weights: Array(repeating: 1 / Double(count), count: count),
      means: (0..<count).map { _ in [generator.uniform() * 20 - 10, generator.uniform() * 20 - 10] },
      covariances: Array(repeating: .diagonal([4, 4]), count: count), family: options.family)
  }

  mutating func nextRevision() -> Revision {
    revisionCount += 1
    return Revision(revisionCount)
  }
}
