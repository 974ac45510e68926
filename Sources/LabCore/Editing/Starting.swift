import GaussianMixtures

/// Where starts come from: at once while there are few points, as a computation otherwise.
extension LabState {
  /// Up to this many points every start is placed within a frame.
  static let instantStartPoints = 5000
  /// Up to this many, a start that needs nothing but the data's scales.
  static let instantScalePoints = 200_000

  /// A new start of the document's kind and seed, and a run from it.
  mutating func drawStart() {
    document.startOrigin = .seeded
    document.startLetters = []
    if document.startNeedsAllPoints {
      document.startState = .awaited
    } else {
      document.startState = .drawn
      document.start = LabState.makeStart(
        kind: document.startKind, points: document.points, count: document.componentCount, options: document.options,
        seed: document.startSeed)
    }
    beginRun()
  }

  /// Draws the start that was put off, now that EM is to run.
  mutating func drawDeferredStart() {
    if document.startState == .deferred { drawStart() }
  }

  mutating func startWasDrawn(_ start: GaussianMixture) {
    document.start = start
    document.startState = .drawn
    beginRun()
  }

  /// The start asked for cannot be drawn from these points: one that any points allow takes its place, and says so.
  mutating func startFailed(_ error: MixtureError) {
    document.startState = .drawn
    document.startKind = .randomPoints
    playback.mode = .paused
    drawStart()
    announce(.startNotDrawn(error))
  }

  /// A start of `count` components; where the data are too few for one of their own, the uniform default of the plane.
  static func makeStart(
    kind: StartKind, points: PointCloud, count: Int, options: EMOptions, seed: UInt64
  ) -> GaussianMixture {
    let count = min(max(count, componentCounts.lowerBound), componentCounts.upperBound)
    if let data = try? Dataset(columns: [points.x, points.y]),
      let start = try? kind.makeStart(
        data: data, componentCount: count, family: options.family, seed: seed, floor: options.floor)
    {
      return start
    }
    var generator = SeededGenerator(seed: seed)
    return GaussianMixture(
      weights: Array(repeating: 1 / Double(count), count: count),
      means: (0..<count).map { _ in [generator.uniform() * 20 - 10, generator.uniform() * 20 - 10] },
      covariances: Array(repeating: .diagonal([4, 4]), count: count), family: options.family)
  }
}

extension Document {
  /// Whether the start takes a computation of its own: it looks at all of many points.
  fileprivate var startNeedsAllPoints: Bool {
    switch startKind {
    case .uniform: false
    case .randomPoints: points.count > LabState.instantScalePoints
    case .kMeansPlusPlus, .kMeans: points.count > LabState.instantStartPoints
    }
  }
}
