import GaussianMixtures
import Synchronization

/// A computation the state asks for. `apply` never computes over all points itself: it leaves a request, whoever drives
/// the state performs it – at once, or off the main thread when it is long – and the answer comes back as a command.
public struct Work: Sendable {
  public enum Task: Sendable {
    /// log L and statistics of a mixture.
    case evaluate(GaussianMixture)
    /// The M-step from these statistics, and log L of what it yields.
    case maximize(Expectation, iteration: Int)
    /// Means placed by a start that looks at all points.
    case drawStart(StartKind, componentCount: Int, seed: UInt64)
  }

  /// Names the request; an answer to an older request is ignored.
  public let ticket: Int
  public let task: Task
  public let points: PointCloud
  public let options: EMOptions

  /// Point–component pairs to visit: how long it takes, roughly in units of 10 ns.
  public var cost: Int {
    switch task {
    case .evaluate(let model): points.count * model.componentCount
    case .maximize(let expectation, _): points.count * expectation.model.componentCount
    case .drawStart(_, let components, _): points.count * components * Work.startPasses
    }
  }

  /// About how many passes over the points a k-means start takes.
  static let startPasses = 30

  /// Does the computation. Pure: the same request has the same answer on every machine and thread. What `memory` keeps
  /// only saves preparing the same points twice.
  public func perform(with memory: EngineMemory = EngineMemory()) -> WorkResult {
    do {
      let em = try memory.engine(for: points, options: options)
      switch task {
      case .drawStart(let kind, let count, let seed):
        return .drew(
          try kind.makeStart(
            data: em.data, componentCount: count, family: options.family, seed: seed))
      case .evaluate(let model):
        return .evaluated(try em.expectation(of: model))
      case .maximize(let expectation, let iteration):
        let update = try em.maximization(of: expectation, iteration: iteration)
        let evaluation = try em.expectation(of: update.model)
        let hasConverged = em.hasConverged(from: expectation.logLikelihood, to: evaluation.logLikelihood)
        let end: RunEnd? = hasConverged ? .converged : iteration >= options.maximumIterations ? .iterationLimit : nil
        return .maximized(update, evaluation, end)
      }
    } catch {
      return .failed(error.description)
    }
  }
}

/// Remembers the engine of the latest points and options, whose preparation visits every point.
public final class EngineMemory: Sendable {
  private struct Entry {
    let revision: Revision
    let options: EMOptions
    let engine: EM
  }

  private let latest = Mutex<Entry?>(nil)

  public init() {}

  /// The points as the engine has them, if it has them.
  public func data(for points: PointCloud) -> Dataset? {
    latest.withLock { entry in entry.flatMap { $0.revision == points.revision ? $0.engine.data : nil } }
  }

  func engine(for points: PointCloud, options: EMOptions) throws(MixtureError) -> EM {
    let known = latest.withLock { entry in
      entry.flatMap { $0.revision == points.revision && $0.options == options ? $0.engine : nil }
    }
    if let known { return known }
    let engine = try EM(data: Dataset(columns: [points.x, points.y]), options: options)
    latest.withLock { $0 = Entry(revision: points.revision, options: options, engine: engine) }
    return engine
  }
}

/// The answer to a `Work` request.
public enum WorkResult: Sendable, Equatable {
  case evaluated(Expectation)
  case maximized(Maximization, Expectation, RunEnd?)
  case drew(GaussianMixture)
  /// One sentence that says what is wrong.
  case failed(String)
}

extension LabState {
  /// Performs what the state waits for until it waits for nothing: how tests, replays and pictures drive it.
  public mutating func performPendingWork(with memory: EngineMemory = EngineMemory()) {
    while let work = pendingWork { apply(.finish(ticket: work.ticket, work.perform(with: memory))) }
  }
}
