import GaussianMixtures

/// The run on show, which of its steps is seen, and earlier runs on the same points.
public struct Runs: Sendable, Equatable {
  /// A run that an edit or a restart ended, with the number that `RunReference`s know it by.
  public struct Earlier: Sendable, Equatable {
    public let number: Int
    public let run: Run
  }

  static let earlierLimit = 5

  public internal(set) var current: Run
  /// The number of the run on show: runs are numbered as they begin.
  public private(set) var number = 0
  /// The index of the step on show.
  public internal(set) var cursor = 0
  /// Oldest first. All have the points of the run on show: likelihoods of other points cannot be compared with its own.
  public private(set) var earlier: [Earlier] = []

  init(_ run: Run, number: Int = 0) {
    current = run
    self.number = number
  }

  /// The step on show.
  public var shown: RunStep { current.steps[cursor] }
  public var isAtLatest: Bool { cursor == current.steps.count - 1 }
  /// Where the run on show stands.
  var place: RunReference { RunReference(run: number, step: cursor) }

  /// The gain of the latest finished iteration up to the step on show: log L after minus before it.
  public var lastGain: Double? {
    guard let lastM = current.steps[...cursor].lastIndex(where: { $0.kind == .maximization }), lastM > 0,
      let after = current.steps[lastM].logLikelihood, let before = current.steps[lastM - 1].logLikelihood
    else { return nil }
    return after - before
  }

  /// Where the mean of `component` (an index among the components on show) has been, up to the step on show.
  public func trail(of component: Int) -> ArraySlice<[Double]> {
    current.trail(of: shown.identities[component], upTo: cursor)
  }

  /// Begins a run on the same points. The one on show is kept, if there is anything to see in it.
  mutating func begin(_ run: Run) {
    if current.curve.points.count > 2 { earlier.append(Earlier(number: number, run: current)) }
    if earlier.count > Runs.earlierLimit { earlier.removeFirst(earlier.count - Runs.earlierLimit) }
    current = run
    number += 1
    cursor = 0
  }

  /// The points changed under the step on show: its parameters stay, everything computed from the old points goes.
  mutating func continueOnOtherPoints(under options: EMOptions) {
    // A run that has not gone on since the points changed last is the same run still.
    let hasGoneOn = current.steps.count > 1 || current.origin.parent == nil
    current = Run(continuing: current, at: place, options: options)
    if hasGoneOn { number += 1 }
    cursor = 0
    earlier = []
  }
}

/// A line of log-likelihoods over half-steps, as the chart draws it.
public struct Curve: Sendable, Equatable {
  public struct Point: Sendable, Equatable {
    /// 0 at the start, 1 after the first E-step, 2 after the first M-step, …
    public let halfStep: Int
    public let value: Double
  }
  public let points: [Point]
}

extension Run {
  /// The log-likelihoods of the steps, with the half-step each belongs to.
  public var curve: Curve {
    Curve(
      points: steps.compactMap { step in
        step.logLikelihood.map { Curve.Point(halfStep: step.halfStep, value: $0) }
      })
  }
}
