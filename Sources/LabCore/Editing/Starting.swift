import GaussianMixtures

/// Where starts come from: at once while there are few points, as a computation otherwise.
extension LabState {
  /// Up to this many points every start is placed within a frame.
  static let instantStartPoints = 5000
  /// Up to this many, a start that needs nothing but the data's scales.
  static let instantScalePoints = 200_000

  /// A new start of the document's kind and seed, and a run from it.
  mutating func drawStart() {
    document.lanes[document.active].drawStart(of: document.componentCount, among: document.points)
    beginRun()
  }

  /// New starts in all lanes: one, if they begin together.
  mutating func drawEveryStart() {
    if !document.startsTogether {
      for lane in document.lanes.indices where lane != document.active {
        document.lanes[lane].drawStart(of: document.lanes[lane].componentCount, among: document.points)
      }
    }
    drawStart()
  }

  /// Draws the starts that were put off, now that EM is to run.
  mutating func drawDeferredStart() {
    let deferred = document.lanes.indices.filter { document.lanes[$0].startState == .deferred }
    guard !deferred.isEmpty else { return }
    if deferred.count == document.lanes.count { return drawEveryStart() }
    // Where lanes begin apart, means may have been placed in some of them.
    for lane in deferred {
      document.lanes[lane].drawStart(of: document.lanes[lane].componentCount, among: document.points)
      document.lanes[lane].runs.begin(document.lanes[lane].freshRun())
    }
    startChanged()
  }

  mutating func startWasDrawn(_ start: GaussianMixture) {
    document.start = start
    document.startState = .drawn
    // It was asked for before the drag under way began: it is no part of what that changes. The points are.
    defer {
      for lane in documentBeforeDrag?.lanes.indices ?? 0..<0
      where documentBeforeDrag?.lanes[lane].startState == .awaited {
        if lane == document.active || document.startsTogether { documentBeforeDrag?.lanes[lane] = document.lanes[lane] }
      }
    }
    guard !document.startsTogether else { return beginRun() }
    // The others may still wait for theirs.
    document.runs.begin(document.lanes[document.active].freshRun())
    glide = nil
    requestWhatLaneIsMissing()
    catchUp()
  }

  /// The start asked for cannot be drawn from these points: one that any points allow takes its place, and says so.
  mutating func startFailed(_ error: MixtureError) {
    document.startState = .drawn
    // Of very many points even random ones are looked for among all; what is uniform needs none.
    document.startKind = document.startKind == .randomPoints ? .uniform : .randomPoints
    playback.mode = .paused
    drawStart()
    announce(.startNotDrawn(error))
  }

  /// A start of `count` components; where the data are too few for one of their own, one that is
  /// drawn evenly from where they usually are.
  static func makeStart(
    kind: StartKind, points: PointCloud, count: Int, options: EMOptions, seed: UInt64
  ) -> GaussianMixture {
    let count = min(max(count, componentCounts.lowerBound), componentCounts.upperBound)
    if let data = try? Dataset(columns: points.columns),
      let start = try? kind.makeStart(
        data: data, componentCount: count, family: options.family, seed: seed, floor: options.floor)
    {
      return start
    }
    var generator = SeededGenerator(seed: seed)
    var variances = points.scales.map { $0.deviation * $0.deviation }
    if options.family == .spherical {
      let mean = variances.reduce(0, +) / Double(variances.count)
      variances = variances.map { _ in mean }
    }
    return GaussianMixture(
      weights: Array(repeating: 1 / Double(count), count: count),
      means: (0..<count).map { _ in points.drawPlace(using: &generator) },
      covariances: Array(repeating: .diagonal(variances), count: count), family: options.family)
  }
}
