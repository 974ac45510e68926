import Foundation
import LabCore
import Testing

@testable import LabFiles

/// What a file is said to hold before it is opened.
struct FilePreviewTests {
  private func preview(_ text: String, _ reading: TableReading = TableReading()) throws -> TablePreview {
    try preview(Array(text.utf8), reading)
  }

  private func preview(_ bytes: [UInt8], _ reading: TableReading = TableReading()) throws -> TablePreview {
    guard case .table(let table) = TablePreview.content(of: bytes, name: "t.csv", size: bytes.count, reading) else {
      throw CSVError.empty(name: "t.csv")
    }
    return table
  }

  static let reactions: String = {
    let rows = (1...412).map { row -> String in
      let time = row == 5 || row == 88 || row == 301 ? "missed" : "\(200 + row),7"
      return "S\(row);\(time);0,\(100 + row);\(18 + row % 9)"
    }
    return (["subject;rt_ms;accuracy;age"] + rows).joined(separator: "\r\n") + "\r\n"
  }()

  @Test func aTableIsFoundOut() throws {
    let table = try preview(Self.reactions)
    #expect(table.format == TableFormat(separator: .semicolon, decimals: .comma, firstRow: .names, encoding: .utf8))
    #expect(table.columns == ["subject", "rt_ms", "accuracy", "age"] && table.numeric == [1, 2, 3])
    #expect(table.rowCount == 412 && table.isCounted && table.fitted == [1, 2, 3])
    #expect(table.shown == ColumnPair(across: 1, up: 2))
    #expect(table.incomplete == 3 && table.pointCount == 409 && table.x.count == 409)
    #expect(table.gaps == [.init(column: "rt_ms", isText: true, rows: [5, 88, 301], count: 3)])
    #expect(table.problem == .notANumber(line: 6, column: 2, text: "missed"))
    #expect(table.rows[4] == .init(cells: ["S5", "missed", "0,105", "23"], faults: [1]))
    let left = try preview(Self.reactions, TableReading(incomplete: .leftOut))
    #expect(left.problem == nil && left.pointCount == 409)
    // Without the column there is nothing wrong.
    let other = try preview(Self.reactions, TableReading(shown: ["age", "accuracy"], fitsShownOnly: true))
    #expect(other.problem == nil && other.incomplete == 0 && other.fitted == [3, 2] && other.pointCount == 412)
    #expect(other.x[0] == 19 && other.y[0] == 0.101)
  }

  /// What the preview says is what opening it gives.
  @Test func thePreviewIsTrue() throws {
    let request = TableRequest(most: 30, missing: .dropText)
    let table = try CSVFile.parse(bytes: Array(Self.reactions.utf8), name: "t.csv", request)
    let shown = try preview(Self.reactions, TableReading(incomplete: .leftOut))
    #expect(table.rowCount == shown.pointCount && table.columns[0] == shown.x && table.columns[1] == shown.y)
    #expect(table.rowsLeftOut == shown.incomplete)
  }

  @Test func whatIsSaidIsShown() throws {
    let said = TableReading(format: TableFormat(separator: .comma, decimals: .point, firstRow: .data))
    let table = try preview(Self.reactions, said)
    #expect(table.format.separator == .comma && table.problem != nil && !table.rows.isEmpty)
    let data = try preview("a,b\n1,2\n", TableReading(format: TableFormat(firstRow: .data)))
    #expect(data.columns == ["x", "y"] && data.rows.count == 2 && data.rows[0].cells == ["a", "b"])
  }

  @Test func emptyCellsAreCounted() throws {
    let rows = (1...40).map { $0 % 3 == 0 ? "\($0)," : "\($0),\($0)" }
    let table = try preview((["x,y"] + rows).joined(separator: "\n"))
    #expect(table.incomplete == 13 && table.problem == .emptyCell(line: 4, column: 2))
    #expect(table.gaps == [.init(column: "y", isText: false, rows: [3, 6, 9], count: 13)])
    // A missing value that has a name is not empty.
    let named = try preview("x,y\n1,2\n3,nan\n5,6\n")
    #expect(named.problem == .notANumber(line: 3, column: 2, text: "nan"))
    #expect(named.gaps == [.init(column: "y", isText: true, rows: [2], count: 1)])
    // A first row of data is the first row.
    let data = try preview("1,\n2,3\n4,5\n")
    #expect(data.gaps == [.init(column: "y", isText: false, rows: [1], count: 1)] && data.rows[0].faults == [1])
  }

  @Test func columnsThatNameGroupsAreNoMeasurements() throws {
    let table = try preview("class,a,b\n1,2,3\n2,4,5\n")
    #expect(table.fitted == [1, 2] && table.shown == ColumnPair(across: 1, up: 2) && table.numeric == [0, 1, 2])
    let chosen = try preview("class,a,b\n1,2,3\n2,4,5\n", TableReading(shown: ["class", "b"]))
    #expect(chosen.fitted == [0, 1, 2] && chosen.shown == ColumnPair(across: 0, up: 2))
  }

  @Test func longTablesAreEstimated() throws {
    let line = "1.25,2.5\n"
    let head = Array(String(repeating: line, count: 1000).utf8) + Array("3.7".utf8)
    let size = 1_000_000 * line.utf8.count
    guard case .table(let table) = TablePreview.content(of: head, name: "t", size: size, TableReading()) else {
      Issue.record("it is a table")
      return
    }
    #expect(!table.isCounted && abs(table.rowCount - 1_000_000) < 5000 && table.x.count <= TablePreview.mostPoints)
  }

  /// What is counted in the beginning of a long table is said of all of it, to three digits.
  @Test func gapsOfLongTablesAreEstimated() throws {
    let rows = (0..<20_000).map { $0 % 76 == 5 ? "\($0 % 7),\n" : "\($0 % 7),1.5\n" }
    let all = Array(("a,b\n" + rows.joined()).utf8)
    guard case .table(let whole) = TablePreview.content(of: all, name: "t", size: all.count, TableReading()),
      case .table(let seen) = TablePreview.content(
        of: Array(all.prefix(all.count / 8)), name: "t", size: all.count, TableReading())
    else {
      Issue.record("they are tables")
      return
    }
    #expect(whole.incomplete == 264 && whole.rowCount == 20_000 && !seen.isCounted)
    #expect(
      abs(seen.rowCount - 20_000) <= 400 && abs(seen.incomplete - 264) <= 8 && seen.gaps[0].count == seen.incomplete)
    #expect(seen.gaps[0].rows == whole.gaps[0].rows && seen.rowCount % 100 == 0 && seen.pointCount % 100 == 0)
    #expect(abs(seen.pointCount - whole.pointCount) <= 400)
  }

  /// A session is no table, whatever its lines look like.
  @Test func aSessionIsNoTable() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/w.session"
      try Data(SessionFile.bytes(Sessions.usual)).write(to: URL(fileURLWithPath: path))
      guard case .session(let contents) = FilePreviews.preview(path, TableReading())?.content else {
        Issue.record("it is a session")
        return
      }
      // Nothing was noted of it.
      #expect(contents == nil)
    }
  }

  /// It says what it is, and can be opened.
  @Test func aLessonIsNoTableEither() throws {
    let path = Fixture.asset("lessons/03-move-and-reshape.json")
    guard case .lesson(let lesson) = FilePreviews.preview(path, TableReading())?.content else {
      Issue.record("it is a lesson")
      return
    }
    #expect(lesson.name == "03-move-and-reshape" && lesson.pages.count > 3)
  }

  @Test func encodingsAreNamed() throws {
    let latin1 = Array("gr\u{F6}\u{DF}e,b\n1,2\n".unicodeScalars.map { UInt8($0.value) })
    #expect(try preview(latin1).format.encoding == .latin1 && preview(latin1).columns[0] == "größe")
    let utf16 = Array("a,b\n1,2\n3,4\n".data(using: .utf16LittleEndian) ?? Data())
    #expect(try preview([0xFF, 0xFE] + utf16).format.encoding == .utf16)
    #expect(try preview("ä,b\n1,2\n").format.encoding == .utf8)
  }

  @Test func manyColumnsAreSaid() throws {
    let names = (1...45).map { "c\($0)" }.joined(separator: ",")
    let row = (1...45).map { "\($0).5" }.joined(separator: ",")
    let table = try preview([names, row, row].joined(separator: "\n"))
    #expect(table.fitted.count == 30 && table.columnsBeyond == 15 && table.columns.count == 45)
  }

  // MARK: - Files

  private func problem(_ path: String) -> FileProblem? {
    guard case .problem(let problem) = FilePreviews.preview(path, TableReading())?.content else { return nil }
    return problem
  }

  @Test func whatIsNoTableIsNamed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
      let path = folder.appendingPathComponent(name).path
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return path
    }
    let zip = try file("a.csv", [0x50, 0x4B, 3, 4, 0, 0, 1])
    #expect(problem(zip) == .notATable(name: "a.csv", looksLike: "ZIP, as .xlsx and .ods are"))
    #expect(problem(try file("b.csv", [1, 0, 0, 0, 200, 0])) == .notATable(name: "b.csv", looksLike: "binary data"))
    #expect(problem(try file("c.csv", [])) == .empty(name: "c.csv"))
    #expect(problem(folder.path) == .isFolder(path: folder.path))
    #expect(problem(folder.path + "/none.csv") == .missing(path: folder.path + "/none.csv"))
    #expect(problem("/dev/zero") == .notAFile(path: "/dev/zero"))
    #expect(problem(try file("d.json", Array(#"{"a": 1}"#.utf8))) != nil)
    guard
      case .table(let words) = FilePreviews.preview(
        try file("e.csv", Array("a,b\nc,d\n".utf8)), TableReading())?.content
    else {
      Issue.record("words are a table without numbers")
      return
    }
    #expect(words.problem == .noNumbers(name: "e.csv") && words.rows.count == 2)
    #expect(FilePreviews.preview(zip, TableReading(), goesOn: { false }) == nil)
  }

  @Test func aSceneSaysWhatItHolds() throws {
    var state = LabState(example: .moons)
    state.performPendingWork()
    state.apply(.run(.stepForward))
    state.performPendingWork()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".json").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = try SceneFile.write(state.scene, to: path, when: .isNew)
    guard case .scene(let scene) = FilePreviews.preview(path, TableReading())?.content else {
      Issue.record("it is a scene")
      return
    }
    #expect(scene.points == state.document.points.count && scene.lanes == 1 && scene.version == 1)
    #expect(scene.components == 4 && scene.halfSteps == 1 && scene.columns == 2)
    // Side by side they have one clock.
    state.apply(.lanes(.compare(.kMeans)))
    for _ in 0..<6 {
      state.performPendingWork()
      state.apply(.run(.stepForward))
    }
    state.performPendingWork()
    #expect(ScenePreview(state.scene, version: 1).halfSteps == state.document.latest)
  }
}
