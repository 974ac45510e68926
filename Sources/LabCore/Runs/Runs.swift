import GaussianMixtures

/// The run on show, which of its steps is seen, and earlier runs on the same points.
public struct Runs: Sendable, Equatable {
  public internal(set) var current: Run {
    didSet { known.follow(current) }
  }
  /// Where the curve of the run on show lies, but for its latest step, which may still learn its value.
  private var known = CurveExtent()
  /// The number of the run on show: runs are numbered as they begin.
  public private(set) var number = 0
  /// The number of the first run on these points.
  public private(set) var first = 0
  /// The number of the latest run.
  private(set) var latestNumber = 0
  /// The index of the step on show.
  public internal(set) var cursor = 0
  /// Oldest first. All have the points of the run on show: likelihoods of other points cannot be compared with its own.
  public internal(set) var earlier: [Earlier] = []
  /// What users call some runs, by their numbers.
  public internal(set) var names: [Int: String] = [:]

  init(_ run: Run, number: Int = 0) { self.init(run, number: number, first: number, latest: number) }

  init(_ run: Run, number: Int, first: Int, latest: Int) {
    current = run
    self.number = number
    latestNumber = latest
    self.first = first
    known.follow(run)
  }

  /// The step on show.
  public var shown: RunStep { current.steps[cursor] }
  /// Whether there is more to see than a start.
  public var hasSteps: Bool { current.steps.count > 1 || current.latest.kind != .start }
  public var isAtLatest: Bool { cursor == current.steps.count - 1 }
  /// Where the run on show stands.
  var place: RunReference { RunReference(run: number, step: cursor) }

  /// The gain of the latest finished iteration up to the step on show: the value after minus before it.
  public var lastGain: Double? {
    guard let lastM = current.steps[...cursor].lastIndex(where: { $0.kind == .maximization }), lastM > 0,
      let after = current.steps[lastM].value, let before = current.steps[lastM - 1].value
    else { return nil }
    // Sums of so many terms differ in their last digits where nothing was gained.
    let gain = after - before
    return abs(gain) <= 64 * max(abs(after), abs(before)).ulp ? 0 : gain
  }

  /// Where the mean of `component` (an index among the components on show) has been, up to the step on show.
  public func trail(of component: Int) -> ArraySlice<[Double]> {
    current.trail(of: shown.identities[component], upTo: cursor)
  }

  /// Where the curve of the run on show lies. Takes the same time however long the run is.
  public var extent: CurveExtent {
    var extent = known
    extent.add(current.latest)
    return extent
  }

  /// Lets the run on show take what is there for it, and shows how far it has come.
  mutating func take(_ change: (inout Run) -> Void) {
    let follows = isAtLatest
    change(&current)
    if follows { cursor = current.steps.count - 1 }
  }

  /// The best value that an earlier run of this algorithm on these points has reached: the highest log-likelihood, in
  /// k-means the lowest sum of squares.
  public var bestOfEarlier: Double? {
    let ranges = earlier.filter { $0.run.algorithm == current.algorithm }.compactMap(\.extent.values)
    return switch current.algorithm {
    case .em: ranges.map(\.upperBound).max()
    case .kMeans: ranges.map(\.lowerBound).min()
    }
  }

  /// Begins a run on the same points. The one on show is kept, if there is anything to see in it.
  mutating func begin(_ run: Run) {
    keepCurrent()
    replace(with: run)
  }

  /// Begins a run in place of the one on show, which is not kept.
  mutating func replace(with run: Run) {
    latestNumber += 1
    put(run, numbered: latestNumber)
  }

  /// Puts a run on show at its first step.
  mutating func put(_ run: Run, numbered number: Int) {
    known = CurveExtent()
    current = run
    self.number = number
    cursor = 0
  }

  /// Puts a run that has been taken on already in place of one from the same start that has not, and shows its end.
  mutating func replaceFresh(with run: Run) {
    put(run, numbered: number)
    cursor = run.steps.count - 1
  }

  /// The points changed under the step on show: its parameters stay, everything computed from the old points goes.
  mutating func continueOnOtherPoints(under options: EMOptions) {
    // A run that has not gone on since the points changed last is the same run still.
    var parent = place
    var own = number
    if case .continued(let from) = current.origin, current.steps.count == 1 {
      parent = from
    } else {
      latestNumber += 1
      own = latestNumber
    }
    put(Run(continuing: current, at: parent, options: options), numbered: own)
    earlier = []
    names = [:]
    first = own
  }
}

extension Lane {
  /// The seed from which the run on show can be had again; nil where it began otherwise, and where it goes on on other
  /// points than those it began on.
  public var seedOfRun: UInt64? {
    if case .continued = runs.current.origin { nil } else { startOrigin == .seeded ? startSeed : nil }
  }
}

/// Where a curve lies: what the axes of a chart need to know of it.
public struct CurveExtent: Sendable, Equatable {
  /// How many of its steps have a value.
  public private(set) var count = 0
  /// The values from the first M-step on; before it a curve climbs too far to be seen beside them.
  public private(set) var settled: ClosedRange<Double>?
  public private(set) var values: ClosedRange<Double>?
  /// The last half-step that has a value.
  public private(set) var lastHalfStep = 0
  private var steps = 0

  mutating func add(_ step: RunStep) {
    guard let value = step.value else { return }
    func extended(_ range: ClosedRange<Double>?) -> ClosedRange<Double> {
      range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
    }
    count += 1
    values = extended(values)
    if step.halfStep >= 2 { settled = extended(settled) }
    lastHalfStep = max(lastHalfStep, step.halfStep)
  }

  /// Takes in the steps that a run has added, except its latest.
  fileprivate mutating func follow(_ run: Run) {
    while steps < run.steps.count - 1 {
      add(run.steps[steps])
      steps += 1
    }
  }
}

/// A line of values over half-steps, as the chart draws it.
public struct Curve: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    /// 0 at the start, 1 after the first E-step, 2 after the first M-step, …
    public let halfStep: Int
    public let value: Double
  }
  public let points: [Point]
}

extension Run {
  /// The values of the steps, with the half-step each belongs to.
  public var curve: Curve {
    Curve(
      // By index: a step is large, and copying thousands of them would be felt in every frame.
      points: steps.indices.compactMap(curvePoint))
  }

  /// The last of them.
  public var curveEnd: Curve.Point? { steps.indices.reversed().lazy.compactMap(curvePoint).first }

  private func curvePoint(_ index: Int) -> Curve.Point? {
    steps[index].value.map { Curve.Point(halfStep: steps[index].halfStep, value: $0) }
  }
}
