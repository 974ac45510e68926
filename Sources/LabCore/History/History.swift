import GaussianMixtures

/// The documents before each edit, and those undone since: two stacks of plain values.
public struct History: Sendable, Equatable {
  /// How many edits can be undone; older ones are forgotten.
  static let limit = 200
  /// About how many bytes all kept documents together may take, so that undo over huge data and long runs stays within
  /// memory. The latest is kept in any case.
  static let byteLimit = 256 << 20

  private let byteLimit: Int
  private var past: [Document] = []
  private var future: [Document] = []

  init(byteLimit: Int = History.byteLimit) { self.byteLimit = byteLimit }

  public var canUndo: Bool { !past.isEmpty }
  public var canRedo: Bool { !future.isEmpty }

  /// Remembers the document as it is before an edit.
  mutating func record(_ document: Document) {
    past.append(document)
    future.removeAll()
    if past.count > History.limit { past.removeFirst() }
    var size = DocumentSize()
    let affordable = past.reversed().prefix { kept in
      size.add(kept)
      return size.bytes <= byteLimit
    }
    past.removeFirst(past.count - max(1, affordable.count))
  }

  mutating func undo(from current: Document) -> Document? {
    guard let previous = past.popLast() else { return nil }
    future.append(current)
    return previous
  }

  mutating func redo(from current: Document) -> Document? {
    guard let next = future.popLast() else { return nil }
    past.append(current)
    return next
  }
}

/// About how much memory documents take together: what they share counts once.
struct DocumentSize {
  private struct Part: Hashable {
    let lane: Int
    let run: Int
    let steps: Int
  }

  private(set) var bytes = 0
  private var points: Set<Revision> = []
  private var runs: Set<Part> = []

  mutating func add(_ document: Document) {
    if points.insert(document.points.revision).inserted {
      bytes += document.points.byteCount
    }
    for (lane, runs) in document.lanes.map(\.runs).enumerated() {
      add(runs.current, number: runs.number, lane)
      for earlier in runs.earlier { add(earlier.run, number: earlier.number, lane) }
    }
  }

  private mutating func add(_ run: Run, number: Int, _ lane: Int) {
    if runs.insert(Part(lane: lane, run: number, steps: run.steps.count)).inserted { bytes += run.approximateSize }
  }
}

extension Run {
  /// About how many bytes its steps take: each a value of its own, and one mixture, which three small arrays and two per
  /// component hold, for every two of them. Measured: 1,400 bytes a step with nine components. k-means keeps a label of
  /// every point besides.
  var approximateSize: Int {
    steps.count * (MemoryLayout<RunStep>.stride + 64 + 128 * latest.model.componentCount)
      + labelCount * MemoryLayout<Int>.stride
  }
}
