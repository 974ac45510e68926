import LabCore
import LabFiles

/// The marks of a class, for people and for programs.
struct GradeReport {
  private struct Row {
    let number: Int
    let file: String
    let sound: GradedHandIn.Sound
    /// Of all questions and tasks; what was not tried counts nothing. Nil of a lesson that has none.
    let mark: Double?
  }

  /// A question or task of a lesson.
  private struct Task: Hashable {
    let page: Int
    let kind: LessonResult.Kind
    var name: String { "p\(page + 1) \(kind.rawValue)" }
  }

  private let rows: [Row]
  private let rejected: [(file: String, flaw: HandInFlaw)]
  private let hasNames: Bool

  init(_ graded: [GradedHandIn], hasNames: Bool) {
    self.hasNames = hasNames
    rows = graded.compactMap { hand in hand.sound.map { (hand.file, $0) } }.enumerated().map { index, hand in
      let marks = hand.1.report.results.map { $0.mark ?? 0 }
      return Row(
        number: index + 1, file: hand.0, sound: hand.1,
        mark: marks.isEmpty ? nil : marks.reduce(0, +) / Double(marks.count))
    }
    rejected = graded.compactMap { hand in hand.flaw.map { (hand.file, $0) } }
  }

  var isEmpty: Bool { rows.isEmpty }

  // MARK: - What is to be known beside the marks

  var notes: [String] {
    let (skipped, others) = (rejected.filter { $0.flaw == .noHandIn }, rejected.filter { $0.flaw != .noHandIn })
    var notes = (others + skipped.prefix(Self.mostSkipped)).map { "'\($0.file.forOneLine())' \(Self.clause($0.flaw))" }
    if skipped.count > Self.mostSkipped {
      let left = skipped.count - Self.mostSkipped
      notes.append("\(Format.count(left, "other file")) \(left == 1 ? "is" : "are") no hand-in and skipped, too")
    }
    return notes + twice + copies + unknown
  }

  /// So many files that are no hand-ins are named.
  private static let mostSkipped = 20

  private var twice: [String] {
    let named = Dictionary(grouping: rows.filter { !Self.key($0.sound.name).isEmpty }) { Self.key($0.sound.name) }
    return Self.repeated(named).map { rows in
      "hand-ins \(Self.numbers(rows)) have the same name" + (hasNames ? ", \(rows[0].sound.name.forOneLine())" : "")
    }
  }

  /// The clock is in what was done: nobody does the same again.
  private var copies: [String] {
    let done = Dictionary(grouping: rows.filter { $0.sound.work != nil }) { $0.sound.work }
    return Self.repeated(done).map { "hand-ins \(Self.numbers($0)) are the same work" }
  }

  private static func repeated<Key>(_ groups: [Key: [Row]]) -> [[Row]] {
    groups.values.filter { $0.count > 1 }.sorted { $0[0].number < $1[0].number }
  }

  private static func numbers(_ rows: [Row]) -> String { Format.listed(rows.map { String($0.number) }) }

  /// A name, however it was typed.
  private static func key(_ name: String) -> String {
    name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private var unknown: [String] {
    let others = Dictionary(grouping: rows.filter { !$0.sound.isKnown }) { $0.sound.lesson.checksum }
    return others.values.sorted { $0[0].number < $1[0].number }.map { rows in
      "the lesson '\(rows[0].sound.lesson.name.forOneLine())' (\(rows[0].sound.lesson.checksum)) of "
        + "\(Format.count(rows.count, "hand-in")) is not on this machine and was taken from there; "
        + "give your own with --lesson"
    }
  }

  static func clause(_ flaw: HandInFlaw) -> String {
    switch flaw {
    case .noHandIn: "is no hand-in and was skipped"
    case .unreadable(let reason): "counts nothing: \(reason)"
    case .tooLarge: "counts nothing: it is larger than any hand-in"
    case .newer: "counts nothing here: a newer program wrote it"
    case .changed: "counts nothing: it is not as it was written"
    case .notReplayable: "counts nothing: what it says was done cannot be done"
    case .differs: "counts nothing: something else comes of doing it again than it says"
    case .takesTooLong: "counts nothing: doing it again takes too long"
    }
  }

  // MARK: - The marks

  /// A table for each lesson.
  var text: String { lessons.map { text(of: $0) }.joined(separator: "\n") }

  private var lessons: [String] {
    var names: [String] = []
    for row in rows where !names.contains(row.sound.lesson.name) { names.append(row.sound.lesson.name) }
    return names.sorted()
  }

  private func text(of lesson: String) -> String {
    let own = rows.filter { $0.sound.lesson.name == lesson }
    let tasks = tasks(of: own)
    let who = hasNames ? ["name", "file"] : []
    var table = TextTable(
      header: [lesson.forOneLine()] + who + tasks.map(\.name) + ["mark", "tries", "min"],
      words: hasNames ? [1, 2] : [])
    for row in own {
      let marks = tasks.map { task in
        result(task, row).map { Self.text($0.mark) } ?? ""
      }
      let tries = row.sound.report.results.reduce(0) { $0 + $1.attempts }
      table.add(
        [String(row.number)] + (hasNames ? [row.sound.name.forOneLine(), row.file.forOneLine()] : []) + marks + [
          Self.text(row.mark), String(tries), Self.decimal(row.sound.report.seconds / 60, 1),
        ])
    }
    return table.text
  }

  private func tasks(of rows: [Row]) -> [Task] {
    let all = Set(rows.flatMap { $0.sound.report.results.map { Task(page: $0.page, kind: $0.kind) } })
    return all.sorted { ($0.page, $0.kind.rawValue) < ($1.page, $1.kind.rawValue) }
  }

  private func result(_ task: Task, _ row: Row) -> LessonResult? {
    row.sound.report.results.first { $0.page == task.page && $0.kind == task.kind }
  }

  private static func text(_ mark: Double?) -> String { mark.map { decimal($0, 2) } ?? "–" }

  private static func decimal(_ value: Double, _ digits: Int) -> String {
    Format.fixed(value, digits)
  }

  /// A line for each hand-in, and two columns for each question and task of any lesson.
  var csv: String {
    let tasks = tasks(of: rows)
    var text = CSVFile.line(
      of: ["number"] + (hasNames ? ["name", "file"] : []) + ["lesson", "seconds", "mark"]
        + tasks.flatMap { ["\($0.name) mark", "\($0.name) attempts"] })
    for row in rows {
      let who = hasNames ? [Self.cell(row.sound.name), Self.cell(row.file)] : []
      let results = tasks.flatMap { task -> [String] in
        guard let result = result(task, row) else { return ["", ""] }
        return [Self.cell(result.mark), String(result.attempts)]
      }
      text += CSVFile.line(
        of: [String(row.number)] + who
          + [Self.cell(row.sound.lesson.name), CSVFile.number(row.sound.report.seconds), Self.cell(row.mark)]
          + results)
    }
    return text
  }

  private static func cell(_ mark: Double?) -> String { mark.map(CSVFile.number) ?? "" }

  /// A spreadsheet would compute what begins like a formula.
  private static func cell(_ text: String) -> String {
    let line = text.visibleInOneLine
    // Also behind what it may pass over.
    let start = line.unicodeScalars.first { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    return start.map { "=+-@＝＋－＠".unicodeScalars.contains($0) } == true ? "'" + line : line
  }

  var json: JSONValue {
    .object([
      .init("handIns", .array(rows.map { json($0) })),
      .init(
        "rejected",
        .array(
          rejected.map {
            .object([.init("file", .string($0.file)), .init("reason", .string(Self.clause($0.flaw)))])
          })),
    ])
  }

  private func json(_ row: Row) -> JSONValue {
    let report = row.sound.report
    let who: [JSONValue.Member] =
      hasNames ? [.init("name", .string(row.sound.name)), .init("file", .string(row.file))] : []
    return .object(
      [.init("number", JSONValue(row.number))] + who + [
        .init("lesson", .string(row.sound.lesson.name)), .init("checksum", .string(row.sound.lesson.checksum)),
        .init("isKnown", .bool(row.sound.isKnown)), .init("written", .string(row.sound.written)),
        .init("seed", .integer(report.seed)), .init("seconds", .number(report.seconds)),
        .init("mark", row.mark.map(JSONValue.number) ?? .null),
        .init(
          "results",
          .array(
            report.results.map { result in
              .object([
                .init("page", JSONValue(result.page + 1)), .init("kind", .string(result.kind.rawValue)),
                .init("attempts", JSONValue(result.attempts)),
                .init("mark", result.mark.map(JSONValue.number) ?? .null),
                .init("answer", result.answer.map { JSONValue($0 + 1) } ?? .null),
              ])
            })),
      ])
  }
}
