/// What a run looks like after one half-step.
public struct RunStep: Sendable, Equatable {
  /// The three kinds of steps.
  public enum Kind: String, CaseIterable, Codable, Sendable {
    /// Parameters alone: nothing has been computed yet but their log-likelihood.
    case start
    /// Responsibilities were computed; the parameters are those of the step before.
    case expectation
    /// Parameters were computed from the responsibilities of the step before.
    case maximization
  }

  /// What was done.
  public let kind: Kind
  /// 0 for the start; an E-step and the M-step that follows it share a number, from 1.
  public let iteration: Int
  /// The parameters after the half-step.
  public let model: GaussianMixture
  /// Which component each one of `model` is: its index among the components of the first start, where that says nothing
  /// else. Where B is dropped, A and C stay 0 and 2.
  public let identities: [Int]
  /// What the points belong to; nil before the first E-step, when nothing is owned yet, unless the start owns them.
  public let owners: Owners?
  /// Nₖ of the latest E-step – or of a start that owns points – for the components still there; nil before there is one,
  /// or while it is unknown.
  public internal(set) var counts: [Double]?
  /// The log-likelihood of `model`: natural logarithm, total over points. Nil while it is unknown, and in k-means.
  public internal(set) var logLikelihood: Double?
  /// F(q, θ): equal to the log-likelihood after an E-step, at most that after an M-step; nil where there is no bound (at
  /// the start, and when a component that had points was dropped) or while it is unknown.
  public internal(set) var lowerBound: Double?
  /// The rescues of this half-step.
  public internal(set) var events: [EMEvent]
  /// The components (indices in `model`) whose covariance the floor holds up.
  public let floored: [Int]
  /// The identities of the components that the latest M-step rescued, or that the floor holds up.
  public let rescued: Set<Int>
  /// In k-means, Σₙ wₙ |xₙ − mean that owns it|² in the data's units squared; at the start, the nearest one. Nil while it
  /// is unknown, and in EM.
  public internal(set) var sumOfSquares: Double?

  /// What the run improves from step to step: the log-likelihood, which rises, or of k-means the sum of squares, which
  /// falls. Nil while it is unknown.
  public var value: Double? { sumOfSquares ?? logLikelihood }

  /// 0 at the start, odd after an E-step, even after an M-step: a chart's axis in half iterations.
  public var halfStep: Int { kind == .expectation ? 2 * iteration - 1 : 2 * iteration }

  /// What comes next: `.maximization` after an E-step, else `.expectation`.
  public var next: Kind { kind == .expectation ? .maximization : .expectation }
}

/// The mixture whose responsibilities the points have: that of the latest E-step, with the identities its components
/// had then.
public struct Owners: Sendable, Equatable, Codable {
  /// The parameters evaluated.
  public let model: GaussianMixture
  /// The identities of its components then.
  public let identities: [Int]

  /// Owners of one's own making, with an identity for each component.
  public init(model: GaussianMixture, identities: [Int]) {
    self.model = model
    self.identities = identities
  }

  /// The owners that an E-step of an algorithm gives.
  init(of model: GaussianMixture, identities: [Int], _ algorithm: Algorithm) {
    switch algorithm {
    case .em: self.init(model: model, identities: identities)
    case .kMeans: self.init(nearestMeanOf: model, identities: identities)
    }
  }
}

extension RunStep {
  init(start: GaussianMixture, identities: [Int]? = nil, ownsPoints: Bool = false, algorithm: Algorithm = .em) {
    let own = Array(0..<start.componentCount)
    let identities = identities.flatMap { $0.count == own.count && Set($0).count == own.count ? $0 : nil } ?? own
    self.init(
      kind: .start, iteration: 0, model: start, identities: identities,
      owners: ownsPoints ? Owners(of: start, identities: identities, algorithm) : nil, counts: nil, logLikelihood: nil,
      lowerBound: nil, events: [], floored: [], rescued: [])
  }

  /// The E-step after `previous`: same parameters, new responsibilities.
  init(expectationAfter previous: RunStep, _ expectation: Expectation) {
    self.init(
      kind: .expectation, iteration: previous.iteration + 1, model: previous.model, identities: previous.identities,
      owners: Owners(model: previous.model, identities: previous.identities), counts: expectation.counts,
      logLikelihood: expectation.logLikelihood, lowerBound: expectation.logLikelihood, events: [],
      floored: previous.floored, rescued: previous.rescued)
  }

  /// The M-step after `previous`: same responsibilities, new parameters.
  init(maximizationAfter previous: RunStep, _ update: Maximization, logLikelihood: Double) {
    let identities = update.survivors.map { previous.identities[$0] }
    let events = update.events.map { $0.among(previous.identities) }
    let struck = events.flatMap { $0.reason == .sharedFlat ? previous.identities : [$0.identity] }
    self.init(
      kind: .maximization, iteration: previous.iteration, model: update.model, identities: identities,
      owners: previous.owners, counts: previous.counts.map { counts in update.survivors.map { counts[$0] } },
      logLikelihood: logLikelihood, lowerBound: update.lowerBound.isFinite ? update.lowerBound : nil,
      events: events, floored: update.floored,
      rescued: Set(struck).union(update.floored.map { identities[$0] }))
  }

  /// The step with everything that was computed from the points unknown again.
  var withUnknownData: RunStep {
    var step = self
    step.counts = nil
    step.logLikelihood = nil
    step.sumOfSquares = nil
    step.lowerBound = nil
    step.events = []
    return step
  }

  /// Fills in what the pass over the points told. What is known stays: that of another machine may differ in the last bits.
  mutating func learn(_ expectation: Expectation) {
    logLikelihood = logLikelihood ?? expectation.logLikelihood
    switch kind {
    case .start: if owners != nil { counts = expectation.counts }
    case .expectation:
      lowerBound = lowerBound ?? expectation.logLikelihood
      counts = counts ?? expectation.counts
    case .maximization:
      // After an M-step Nₖ = N πₖ, whatever the points are by now.
      let total = expectation.counts.reduce(0, +)
      if counts == nil { counts = model.weights.map { $0 * total } }
    }
  }
}
