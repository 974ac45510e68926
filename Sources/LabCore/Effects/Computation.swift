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

/// Remembers points as the engine has them, whose preparation visits every point: the latest, and those before the
/// latest edit, which undo brings back.
public final class EngineMemory: Sendable {
  private struct Entry {
    let revision: Revision
    let foundation: PointCloud.Foundation
    let data: Dataset
    var engine: EM?
  }

  /// The latest first.
  private let known = Mutex<[Entry]>([])
  /// Held while points are prepared: lanes that ask for the same ones at once share them.
  private let preparing = Mutex(())

  public init() {}

  /// The points as the engine has them: if it has them, or has those that they were appended to in order.
  public func data(for points: PointCloud) -> Dataset? {
    if let entry = entry(for: points) { return entry.data }
    return isInOrder(points) ? try? newData(for: points) : nil
  }

  private func entry(for points: PointCloud) -> Entry? {
    known.withLock { $0.first { $0.revision == points.revision } }
  }

  /// Whether these points, or those that they were appended to, have been brought into order: then it takes no sorting.
  public func isInOrder(_ points: PointCloud) -> Bool {
    known.withLock { known in
      known.contains {
        ($0.revision == points.revision || $0.foundation == points.foundation) && $0.data.isInOrder
      }
    }
  }

  func engine(for points: PointCloud) throws(MixtureError) -> EM {
    if let entry = entry(for: points) {
      if let engine = entry.engine { return engine }
      return try newEngine(entry.data, points)
    }
    return try newEngine(newData(for: points), points)
  }

  private func newData(for points: PointCloud) throws(MixtureError) -> Dataset {
    try preparing.withLock { _ throws(MixtureError) in
      // Somebody else may have prepared them meanwhile.
      if let entry = entry(for: points) { return entry.data }
      let foundation = points.foundation
      let like = known.withLock { $0.first { $0.foundation == foundation } }
      let data = try Dataset(columns: points.columns, foundation: foundation.count, like: like?.data)
      let entry = Entry(revision: points.revision, foundation: foundation, data: data)
      // Points that were only added to are not kept twice.
      known.withLock { $0 = [entry] + $0.filter { $0.foundation != foundation }.prefix(1) }
      return data
    }
  }

  private func newEngine(_ data: Dataset, _ points: PointCloud) throws(MixtureError) -> EM {
    let engine = try EM(data: data)
    known.withLock { known in
      if let place = known.firstIndex(where: { $0.revision == points.revision }) { known[place].engine = engine }
    }
    return engine
  }
}
