import LabCore
import LabFiles
import LabWords

/// The work that is kept, for people and for programs.
struct RecoverReport {
  private struct Row {
    let journal: Journal
    /// Nil where it cannot be read.
    let contents: KeptWork.Contents?
  }

  private let rows: [Row]

  /// What was added since it was last noted is counted by bringing the work back.
  init(_ journals: [Journal]) {
    rows = journals.map { journal in
      Row(journal: journal, contents: journal.contents ?? (try? BroughtBack(journal.path))?.state.contents)
    }
  }

  var text: String {
    var table = TextTable(header: ["", "when", "points", "K", "half-steps", "", ""], words: [1, 5, 6])
    for (index, row) in rows.enumerated() {
      let numbers = [row.contents?.points, row.contents?.components, row.contents?.halfSteps]
      let name = row.journal.note?.file ?? row.journal.note?.name ?? ""
      table.add(
        ["\(index + 1)", Words.english.text(row.journal.moment)] + numbers.map { $0.map(String.init) ?? "–" }
          + [condition(row), name.forOneLine()])
    }
    return table.text
  }

  private func condition(_ row: Row) -> String {
    if row.contents == nil { return "cannot be read" }
    return switch row.journal.condition {
    case .open: "open in a window"
    case .cutOff: "cut off"
    case .closed: "kept"
    case .setAside: "set aside"
    }
  }

  var json: JSONValue {
    .object([.init("sessions", .array(rows.map(Self.json)))])
  }

  private static func json(_ row: Row) -> JSONValue {
    func number(_ value: Int?) -> JSONValue { value.map { JSONValue($0) } ?? .null }
    let condition =
      switch row.journal.condition {
      case .open: "open"
      case .cutOff: "cutOff"
      case .closed: "kept"
      case .setAside: "setAside"
      }
    return .object([
      .init("path", .string(row.journal.path)), .init("condition", .string(condition)),
      .init("changed", JSONValue(row.journal.changed)), .init("points", number(row.contents?.points)),
      .init("components", number(row.contents?.components)), .init("halfSteps", number(row.contents?.halfSteps)),
      .init("data", row.journal.note.map { .string($0.name) } ?? .null),
      .init("file", row.journal.note?.file.map { .string($0) } ?? .null),
    ])
  }
}
