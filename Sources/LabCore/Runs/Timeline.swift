import GaussianMixtures

/// The run of EM so far: every half-step as a value, where the scrubber stands among them, and earlier curves.
public struct Timeline: Sendable, Equatable {
  /// From the start to the latest half-step; never empty.
  public internal(set) var steps: [Step]
  /// The index of the step on show.
  public internal(set) var cursor = 0
  /// The log-likelihood and statistics of the latest step's parameters: what the next half-step needs.
  /// `nil` until they are computed, or where they cannot be.
  var evaluation: Expectation?
  /// Why there is no evaluation; `nil` when there is one or it is on its way.
  public internal(set) var problem: EngineProblem?
  /// Curves of runs that an edit or a restart ended, oldest first.
  public internal(set) var earlier: [Curve] = []
  /// Where each component's mean has been before `steps` begins.
  public internal(set) var trails: [[DataPoint]]

  static let earlierLimit = 5

  init(start: GaussianMixture) {
    steps = [Step(start: start)]
    trails = Array(repeating: [], count: start.componentCount)
  }

  /// The step on show.
  public var current: Step { steps[cursor] }
  public var latest: Step { steps[steps.count - 1] }
  public var isAtLatest: Bool { cursor == steps.count - 1 }

  /// The gain of the latest finished iteration up to the step on show: log L after minus before it.
  public var lastGain: Double? {
    guard let lastM = steps[...cursor].lastIndex(where: { $0.kind == .maximization }), lastM > 0,
      let after = steps[lastM].logLikelihood, let before = steps[lastM - 1].logLikelihood
    else { return nil }
    return after - before
  }

  /// The curve of log-likelihoods of `steps`, with the half-step each belongs to.
  public var curve: Curve {
    Curve(
      points: steps.compactMap { step in
        step.logLikelihood.map { Curve.Point(halfStep: step.halfStep, value: $0) }
      })
  }

  /// Where the mean of `component` (an index among the current step's components) has been, up to the step on show.
  public func trail(of component: Int) -> [DataPoint] {
    let letter = current.letters[component]
    var trail = trails.indices.contains(letter) ? trails[letter] : []
    for (number, step) in steps[...cursor].enumerated() where step.kind != .expectation {
      // A component that was started again somewhere else did not walk there.
      let before = number > 0 ? steps[number - 1].letters : step.letters
      let jumped = step.events.contains { event in
        event.kind == .reseeded && before.indices.contains(event.component) && before[event.component] == letter
      }
      if jumped { trail.removeAll() }
      if let index = step.letters.firstIndex(of: letter) {
        trail.append(DataPoint(step.model.means[index][0], step.model.means[index][1]))
      }
    }
    return trail
  }

  /// Keeps a new step, and shows it unless an earlier one is looked at.
  mutating func append(_ step: Step) {
    let follows = isAtLatest
    steps.append(step)
    if follows { cursor = steps.count - 1 }
  }

  /// Keeps the present curve among the faded ones, if there is anything to see in it.
  mutating func retireCurve() {
    let retired = curve
    if retired.points.count > 2 { earlier.append(retired) }
    if earlier.count > Timeline.earlierLimit { earlier.removeFirst(earlier.count - Timeline.earlierLimit) }
  }

  /// Begins again at `start`, iteration 0; the present curve fades.
  mutating func restart(from start: GaussianMixture) {
    retireCurve()
    let kept = earlier
    self = Timeline(start: start)
    earlier = kept
  }

  /// The data changed under the step on show: its parameters stay, everything computed from the old data goes.
  mutating func rebase() {
    let past = (0..<current.model.componentCount).map { trail(of: $0).dropLast(current.kind == .expectation ? 0 : 1) }
    var prefix = trails
    for (component, trail) in past.enumerated() {
      let letter = current.letters[component]
      while prefix.count <= letter { prefix.append([]) }
      prefix[letter] = Array(trail)
    }
    if steps.count > 1 { retireCurve() }
    var step = current
    step.logLikelihood = nil
    step.lowerBound = nil
    step.counts = nil
    step.events = []
    steps = [step]
    cursor = 0
    trails = prefix
    evaluation = nil
    problem = nil
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
