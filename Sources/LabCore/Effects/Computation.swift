import GaussianMixtures
import Synchronization

/// A computation over all points. `apply` never does one itself: it asks for it, and the answer comes back as a command.
public struct Computation: Sendable {
  public enum Task: Sendable {
    /// log L and statistics of a mixture.
    case evaluate(GaussianMixture)
    /// The M-step from these statistics, and log L of what it yields.
    case maximize(Expectation, iteration: Int)
    /// Means placed by a start that looks at all points.
    case drawStart(StartKind, componentCount: Int, seed: UInt64)
  }

  public let task: Task
  public let points: PointCloud
  public let options: EMOptions

  /// Point–component pairs to visit: how long it takes, roughly in units of 10 ns.
  public var cost: Int {
    switch task {
    case .evaluate(let model): points.count * model.componentCount
    case .maximize(let expectation, _): points.count * expectation.model.componentCount
    case .drawStart(_, let components, _): points.count * components * Computation.startPasses
    }
  }

  /// About how many passes over the points a k-means start takes.
  static let startPasses = 30

  /// Does the computation. Pure: the same request has the same answer on every machine and thread. What `memory` keeps
  /// only saves preparing the same points twice.
  public func perform(with memory: EngineMemory = EngineMemory()) -> Answer.Outcome {
    do throws(MixtureError) {
      let em = try memory.engine(for: points, options: options)
      switch task {
      case .drawStart(let kind, let count, let seed):
        return .drewStart(
          try kind.makeStart(data: em.data, componentCount: count, family: options.family, seed: seed))
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
      return .computationFailed(error)
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

extension LabState {
  /// The computation under way, if any.
  var computation: Ticket? {
    effects.last { effect in
      switch effect.task {
      case .compute: true
      case .search, .readFile, .toggleFullScreen, .quit: false
      }
    }?.ticket
  }

  /// Whether the state waits for a computation over its points.
  public var isComputing: Bool { computation != nil }

  /// Asks for log L of the parameters on show.
  mutating func requestEvaluation() {
    withdraw(computation)
    guard document.timeline.evaluation == nil else {
      // The half-step under way went with the old options; the run goes on with the new ones.
      if playback.mode == .rushing { stepForward() }
      return
    }
    guard document.points.count >= document.timeline.current.model.componentCount else {
      if playback.mode == .rushing { playback.mode = .paused }
      return
    }
    request(.evaluate(document.timeline.latest.model))
  }

  /// Asks for a computation; it takes the place of the one before.
  mutating func request(_ task: Computation.Task) {
    withdraw(computation)
    _ = ask(.compute(Computation(task: task, points: document.points, options: document.options)))
  }

  /// Performs the computations the state waits for until it waits for none: how tests, replays and pictures drive it.
  public mutating func performPendingWork(with memory: EngineMemory = EngineMemory()) {
    while let (ticket, computation) = pendingComputation {
      apply(.answer(Answer(ticket, computation.perform(with: memory))))
    }
  }

  /// The computation the state waits for, with its ticket.
  public var pendingComputation: (ticket: Ticket, computation: Computation)? {
    for effect in effects {
      if case .compute(let computation) = effect.task { return (effect.ticket, computation) }
    }
    return nil
  }
}
