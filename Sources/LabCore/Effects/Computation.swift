import GaussianMixtures
import Synchronization

/// A computation over all points. `apply` never does one itself: it asks for it, and the answer comes back as a command.
public struct Computation: Sendable {
  public enum Task: Sendable {
    /// What a run needs to go on.
    case advance(RunRequest)
    /// Means placed by a start that looks at all points.
    case drawStart(StartKind, componentCount: Int, family: CovarianceFamily, floor: Double, seed: UInt64)
  }

  public let task: Task
  public let points: PointCloud
  /// The index of the lane that waits for it.
  public let lane: Int

  /// Point–component pairs to visit: how long it takes, roughly in units of 10 ns.
  public var cost: Int {
    switch task {
    case .advance(let request): points.count * request.componentCount
    case .drawStart(_, let components, _, _, _): points.count * components * Computation.startPasses
    }
  }

  /// About how many passes over the points a k-means start takes.
  static let startPasses = 30

  /// Does the computation. Pure: the same request has the same answer on every machine and thread. What `memory` keeps
  /// only saves preparing the same points twice.
  public func perform(with memory: EngineMemory = EngineMemory()) -> Answer.Outcome {
    switch task {
    case .advance(let request):
      do throws(MixtureError) {
        return .advanced(try memory.engine(for: points).perform(request))
      } catch {
        return .advanced(RunAnswer(to: request, .failed(error)))
      }
    case .drawStart(let kind, let count, let family, let floor, let seed):
      do throws(MixtureError) {
        let data = try memory.engine(for: points).data
        return .drewStart(
          try kind.makeStart(data: data, componentCount: count, family: family, seed: seed, floor: floor))
      } catch {
        return .drewNoStart(error)
      }
    }
  }
}

/// Remembers the engine of the latest points, whose preparation visits every point.
public final class EngineMemory: Sendable {
  private struct Entry {
    let revision: Revision
    let engine: EM
  }

  private let latest = Mutex<Entry?>(nil)

  public init() {}

  /// The points as the engine has them, if it has them.
  public func data(for points: PointCloud) -> Dataset? {
    latest.withLock { entry in entry.flatMap { $0.revision == points.revision ? $0.engine.data : nil } }
  }

  func engine(for points: PointCloud) throws(MixtureError) -> EM {
    let known = latest.withLock { entry in entry.flatMap { $0.revision == points.revision ? $0.engine : nil } }
    if let known { return known }
    let engine = try EM(data: Dataset(columns: points.columns))
    latest.withLock { $0 = Entry(revision: points.revision, engine: engine) }
    return engine
  }
}
