/// The documents before each edit, and those undone since: two stacks of plain values.
public struct History: Sendable, Equatable {
  /// How many edits can be undone; older ones are forgotten.
  static let limit = 200
  /// How many points all kept documents together may hold, so that undo over huge data stays within memory.
  static let pointLimit = 8_000_000

  private var past: [Document] = []
  private var future: [Document] = []

  public var canUndo: Bool { !past.isEmpty }
  public var canRedo: Bool { !future.isEmpty }

  /// Remembers the document as it is before an edit.
  mutating func record(_ document: Document) {
    past.append(document)
    future.removeAll()
    if past.count > History.limit { past.removeFirst() }
    var points = 0
    let affordable = past.reversed().prefix { kept in
      points += kept.points.count
      return points <= History.pointLimit
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
