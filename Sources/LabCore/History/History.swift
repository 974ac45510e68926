import GaussianMixtures

/// The documents before each edit, and those undone since: two stacks of plain values.
public struct History: Sendable, Equatable {
  /// How many edits can be undone; older ones are forgotten.
  static let limit = 200
  /// About how many bytes all kept documents together may take, so that undo over huge data and long runs stays within
  /// memory. The latest is kept in any case.
  static let byteLimit = 256 << 20

  private let byteLimit: Int
  private var past: [Edit] = []
  private var future: [Edit] = []
  /// How many edits there have been.
  private(set) var latest = 0

  /// What an edit, by its number, leads from – and once it is undone, to.
  private struct Edit: Sendable, Equatable {
    let number: Int
    let document: Document
  }

  init(byteLimit: Int = History.byteLimit) { self.byteLimit = byteLimit }

  public var canUndo: Bool { !past.isEmpty }
  public var canRedo: Bool { !future.isEmpty }

  /// The number of the edit that undo would take back; 0 where there is none.
  var place: Int { past.last?.number ?? 0 }
  /// How many edits can be undone and redone.
  var depth: (past: Int, future: Int) { (past.count, future.count) }
  /// Whether undo or redo could lead to a guess.
  var holdsGuess: Bool {
    past.contains { $0.document.guess != nil } || future.contains { $0.document.guess != nil }
  }

  /// Remembers the document as it is before an edit.
  mutating func record(_ document: Document) {
    latest += 1
    past.append(Edit(number: latest, document: document))
    future.removeAll()
    if past.count > History.limit { past.removeFirst() }
    var size = DocumentSize()
    let affordable = past.reversed().prefix { kept in
      size.add(kept.document)
      return size.bytes <= byteLimit
    }
    past.removeFirst(past.count - max(1, affordable.count))
  }

  /// Leaves nothing to undo or redo. The numbers of edits go on, so that no two have the same.
  mutating func forget() {
    past = []
    future = []
  }

  mutating func undo(from current: Document) -> Document? {
    guard let edit = past.popLast() else { return nil }
    future.append(Edit(number: edit.number, document: current))
    return edit.document
  }

  mutating func redo(from current: Document) -> Document? {
    guard let edit = future.popLast() else { return nil }
    past.append(Edit(number: edit.number, document: current))
    return edit.document
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
