/// A run of EM as a stream of half-steps: the start, then E, M, E, M, … until it stops.
///
/// The trace is a plain value. Copying it marks a place to come back to; not asking for more is a pause. A run over
/// T iterations costs T + 1 passes over the data, since the pass that measures an M-step is also the next E-step.
public struct EMTrace: Sequence, IteratorProtocol, Sendable {
  public let em: EM
  /// Why the stream ended; nil while it can go on, or after `failure`.
  public private(set) var stopped: StopReason?
  /// The error that ended it, if any.
  public private(set) var failure: MixtureError?
  private var state: State

  private enum State: Sendable {
    case ready(GaussianMixture)
    case measured(Expectation, iteration: Int, floored: [Int])
    case expected(Expectation, iteration: Int)
  }

  public init(em: EM, start: GaussianMixture) {
    self.em = em
    state = .ready(start)
  }

  /// The next half-step, nil at the end. For the error of a run that failed, see `advance()` or `failure`.
  public mutating func next() -> HalfStep? {
    do throws(MixtureError) { return try advance() } catch { return nil }
  }

  /// The next half-step, nil at the end. Throws the error that ends the run; the trace then stays at its last good
  /// half-step.
  public mutating func advance() throws(MixtureError) -> HalfStep? {
    if let failure { throw failure }
    guard stopped == nil else { return nil }
    do throws(MixtureError) {
      return try takeHalfStep()
    } catch {
      failure = error
      throw error
    }
  }

  private mutating func takeHalfStep() throws(MixtureError) -> HalfStep {
    switch state {
    case .ready(let model):
      let expectation = try em.expectation(of: model)
      state = .measured(expectation, iteration: 0, floored: [])
      if em.options.maximumIterations == 0 { stopped = .iterationLimit }
      return HalfStep(
        kind: .start, iteration: 0, model: model, counts: nil, logLikelihood: expectation.logLikelihood,
        lowerBound: nil, events: [], survivors: Array(0..<model.componentCount), floored: [])
    case .measured(let expectation, let iteration, let floored):
      state = .expected(expectation, iteration: iteration + 1)
      return HalfStep(
        kind: .expectation, iteration: iteration + 1, model: expectation.model, counts: expectation.counts,
        logLikelihood: expectation.logLikelihood, lowerBound: expectation.logLikelihood, events: [],
        survivors: Array(0..<expectation.model.componentCount), floored: floored)
    case .expected(let expectation, let iteration):
      let step = try em.maximization(of: expectation, iteration: iteration)
      let measured = try em.expectation(of: step.model)
      state = .measured(measured, iteration: iteration, floored: step.floored)
      stopped = em.stopReason(
        previous: expectation.logLikelihood, current: measured.logLikelihood, iteration: iteration)
      return HalfStep(
        kind: .maximization, iteration: iteration, model: step.model, counts: nil,
        logLikelihood: measured.logLikelihood, lowerBound: step.lowerBound.isFinite ? step.lowerBound : nil,
        events: step.events, survivors: step.survivors, floored: step.floored)
    }
  }
}

extension EM {
  /// The run from `start`, half-step by half-step.
  public func trace(from start: GaussianMixture) -> EMTrace { EMTrace(em: self, start: start) }
}
