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

/// Remembers the latest points as the engine has them, whose preparation visits every point.
public final class EngineMemory: Sendable {
  private struct Entry {
    let revision: Revision
    let foundation: PointCloud.Foundation
    let data: Dataset
    var engine: EM?
  }

  private let latest = Mutex<Entry?>(nil)

  public init() {}

  /// The points as the engine has them: if it has them, or has those that they were appended to in order.
  public func data(for points: PointCloud) -> Dataset? {
    let entry = latest.withLock { $0 }
    guard let entry, entry.revision != points.revision else { return entry?.data }
    guard entry.foundation == points.foundation, entry.data.isInOrder else { return nil }
    return try? newData(for: points)
  }

  func engine(for points: PointCloud) throws(MixtureError) -> EM {
    let entry = latest.withLock { $0 }
    if let entry, entry.revision == points.revision {
      if let engine = entry.engine { return engine }
      return try newEngine(entry.data, points)
    }
    return try newEngine(newData(for: points), points)
  }

  private func newData(for points: PointCloud) throws(MixtureError) -> Dataset {
    let (foundation, before) = (points.foundation, latest.withLock { $0 })
    let like = before?.foundation == foundation ? before?.data : nil
    let data = try Dataset(columns: points.columns, foundation: foundation.count, like: like)
    latest.withLock { $0 = Entry(revision: points.revision, foundation: foundation, data: data) }
    return data
  }

  private func newEngine(_ data: Dataset, _ points: PointCloud) throws(MixtureError) -> EM {
    let engine = try EM(data: data)
    latest.withLock { entry in if entry?.revision == points.revision { entry?.engine = engine } }
    return engine
  }
}
