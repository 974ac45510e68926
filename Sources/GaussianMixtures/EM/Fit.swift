/// The outcome of a run of EM.
public struct FitResult: Sendable, Equatable {
  /// The parameters after the last iteration.
  public let model: GaussianMixture
  /// The T + 1 log-likelihoods of T iterations: entry t belongs to the parameters after t iterations, entry 0 to the
  /// start.
  public let trace: [Double]
  public let stopped: StopReason
  public let events: [EMEvent]
  /// The components whose covariance the floor holds up at the end.
  public let floored: [Int]
  /// The seed of the options.
  public let seed: UInt64

  /// T.
  public var iterations: Int { trace.count - 1 }
  public var converged: Bool { stopped == .converged }
  /// The log-likelihood of `model`.
  public var logLikelihood: Double { trace.last ?? -.infinity }
}

extension EM {
  /// Runs EM until it converges, at most `iterations` times (by default the options' limit). With a tolerance of 0 it
  /// runs exactly that often. `shouldCancel` is asked once per iteration; the result so far is returned.
  public func fit(
    from start: GaussianMixture, iterations: Int? = nil, shouldCancel: () -> Bool = { false }
  ) throws(MixtureError) -> FitResult {
    let limit = max(0, iterations ?? options.maximumIterations)
    var expectation = try expectation(of: start)
    var trace = [expectation.logLikelihood]
    var events: [EMEvent] = []
    var floored: [Int] = []
    var stopped = StopReason.iterationLimit
    while trace.count <= limit {
      if shouldCancel() {
        stopped = .cancelled
        break
      }
      let step = try maximization(of: expectation, iteration: trace.count)
      let next = try self.expectation(of: step.model)
      events += step.events
      floored = step.floored
      let gain = (previous: expectation.logLikelihood, current: next.logLikelihood)
      trace.append(next.logLikelihood)
      expectation = next
      if stopReason(previous: gain.previous, current: gain.current, iteration: 0) == .converged {
        stopped = .converged
        break
      }
    }
    return FitResult(
      model: expectation.model, trace: trace, stopped: stopped, events: events, floored: floored,
      seed: options.seed)
  }
}
