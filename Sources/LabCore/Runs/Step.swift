import GaussianMixtures

/// What EM looks like after one half-step.
public struct Step: Sendable, Equatable {
  public enum Kind: String, Sendable, Codable { case start, expectation, maximization }

  public let kind: Kind
  /// The iteration this half-step belongs to: 0 at the start, 1 for the first E and the first M.
  public let iteration: Int
  public let model: GaussianMixture
  /// The letter of each component: 0 is A. Removing B leaves A and C with their own letters and colors.
  public let letters: [Int]
  /// The parameters whose responsibilities color the points; `nil` before the first E-step: nothing is owned yet.
  public let ownership: Ownership?
  /// The expected number of points of each component, Nₖ; `nil` before the first E-step.
  public var counts: [Double]?
  /// log L of the data under `model`; `nil` while it is being computed.
  public var logLikelihood: Double?
  /// The lower bound F(q, θ); `nil` before the first E-step.
  public var lowerBound: Double?
  public var events: [EMEvent]
  /// The letters of the components that the latest M-step had to rescue, or that the floor holds up.
  public let rescued: Set<Int>

  /// 0 at the start, odd after an E-step, even after an M-step: the chart's x axis in half iterations.
  public var halfStep: Int { kind == .expectation ? 2 * iteration - 1 : 2 * iteration }

  /// What comes next.
  public var next: Kind { kind == .expectation ? .maximization : .expectation }
}

/// Who owns the points: the mixture that an E-step evaluated, with the letters its components had.
public struct Ownership: Sendable, Equatable {
  public let model: GaussianMixture
  public let letters: [Int]
}

extension Step {
  init(start: GaussianMixture, letters: [Int], ownsPoints: Bool = false) {
    self.init(
      kind: .start, iteration: 0, model: start, letters: letters,
      ownership: ownsPoints ? Ownership(model: start, letters: letters) : nil, counts: nil,
      logLikelihood: nil, lowerBound: nil, events: [], rescued: [])
  }

  /// The E-step that follows `previous`: same parameters, new responsibilities.
  init(expectationAfter previous: Step, _ evaluation: Expectation) {
    self.init(
      kind: .expectation, iteration: previous.iteration + 1, model: previous.model, letters: previous.letters,
      ownership: Ownership(model: previous.model, letters: previous.letters), counts: evaluation.counts,
      logLikelihood: evaluation.logLikelihood, lowerBound: evaluation.logLikelihood, events: [],
      rescued: previous.rescued)
  }

  /// The M-step that follows `previous`: same responsibilities, new parameters.
  init(maximizationAfter previous: Step, _ update: Maximization, evaluation: Expectation) {
    let letters = update.survivors.map { previous.letters[$0] }
    let struck = update.events.flatMap { event in
      event.reason == .sharedFlat
        ? previous.letters
        : previous.letters.indices.contains(event.component) ? [previous.letters[event.component]] : []
    }
    self.init(
      kind: .maximization, iteration: previous.iteration, model: update.model, letters: letters,
      ownership: previous.ownership, counts: update.survivors.map { previous.counts?[$0] ?? 0 },
      logLikelihood: evaluation.logLikelihood, lowerBound: update.lowerBound.isFinite ? update.lowerBound : nil,
      events: update.events, rescued: Set(struck).union(update.floored.map { letters[$0] }))
  }
}
