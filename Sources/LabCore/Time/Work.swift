import GaussianMixtures

/// A computation the state asks for. `apply` never computes over all points itself: it leaves a request, whoever drives
/// the state performs it – at once, or off the main thread when it is long – and the answer comes back as a command.
public struct Work: Sendable {
  public enum Task: Sendable {
    /// log L and statistics of a mixture.
    case evaluate(GaussianMixture)
    /// The M-step from these statistics, and log L of what it yields.
    case maximize(Expectation, iteration: Int)
  }

  /// Names the request; an answer to an older request is ignored.
  public let ticket: Int
  public let task: Task
  public let points: PointCloud
  public let options: EMOptions

  /// Point–component pairs to visit: how long it takes, roughly in units of 10 ns.
  public var cost: Int {
    let components =
      switch task {
      case .evaluate(let model): model.componentCount
      case .maximize(let expectation, _): expectation.model.componentCount
      }
    return points.count * components
  }

  /// Does the computation. Pure: the same request has the same answer on every machine and thread.
  public func perform() -> WorkResult {
    do {
      let em = try EM(data: Dataset(columns: [points.x, points.y]), options: options)
      switch task {
      case .evaluate(let model):
        return .evaluated(try em.expectation(of: model))
      case .maximize(let expectation, let iteration):
        let update = try em.maximization(of: expectation, iteration: iteration)
        let evaluation = try em.expectation(of: update.model)
        let stop = em.stopReason(
          previous: expectation.logLikelihood, current: evaluation.logLikelihood, iteration: iteration)
        return .maximized(update, evaluation, stop)
      }
    } catch {
      return .failed(error.description)
    }
  }
}

/// The answer to a `Work` request.
public enum WorkResult: Sendable, Equatable {
  case evaluated(Expectation)
  case maximized(Maximization, Expectation, StopReason?)
  /// One sentence that says what is wrong.
  case failed(String)
}

extension LabState {
  /// Performs what the state waits for until it waits for nothing: how tests, replays and pictures drive it.
  public mutating func performPendingWork() {
    while let work = pendingWork { apply(.finish(ticket: work.ticket, work.perform())) }
  }
}
