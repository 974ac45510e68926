import GaussianMixtures

/// One clock for all lanes: it counts half-steps since their runs began. A lane that ended earlier waits at its end.
extension Document {
  /// The half-step on show in every lane that has come so far.
  public var clock: Int { lanes.map(\.runs.cursor).max() ?? 0 }
  /// The last half-step that any lane has taken.
  public var latest: Int { lanes.map { $0.runs.current.steps.count - 1 }.max() ?? 0 }

  /// Has all lanes go on with the same kind of half-step, before their runs go on as new ones: a lane that has just had
  /// an E-step, where another has not, goes back before it.
  mutating func bringIntoStep() {
    let isAtExpectation = lanes.map { $0.runs.shown.kind == .expectation }
    guard Set(isAtExpectation).count > 1 else { return }
    for lane in lanes.indices where isAtExpectation[lane] && lanes[lane].runs.cursor > 0 {
      lanes[lane].runs.cursor -= 1
    }
  }

  /// The step on show that was taken last.
  public var latestShown: RunStep { farthest.runs.shown }
  /// What took that step.
  public var algorithmShownLast: Algorithm { farthest.algorithm }

  private var farthest: Lane { lanes.max { $0.runs.cursor < $1.runs.cursor } ?? activeLane }

  /// Whether the active lane has neither come to where the clock stands nor ended.
  var isBehind: Bool {
    let lane = activeLane
    return lane.startState == .drawn && lane.runs.isAtLatest && lane.runs.current.end == nil && lane.runs.cursor < clock
  }

  /// What a caption counts where the clock is at 0, in half-steps: a run that goes on from an edit goes on counting.
  public var firstHalfStep: Int { activeLane.runs.current.steps[0].halfStep }

  /// The time on the clock of a half-step as captions count them; negative before the run began.
  public func clock(of halfStep: Int) -> Int { halfStep - firstHalfStep }

  /// The time on the clock nearest to a place on the chart's axis, in half-steps.
  public func step(nearest halfStep: Double) -> Int {
    let first = firstHalfStep
    guard halfStep.isFinite else { return clock }
    return Int(min(max(halfStep.rounded() - Double(first), 0), Double(latest)))
  }
}
