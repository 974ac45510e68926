import Foundation
import GaussianMixtures
import LabCore
import Testing

@testable import LabFiles

/// Damaged files through every reader: a result or one sentence, never a crash, never a hang.
///
/// The damage is the same in every run; the variable MUTATIONS asks for more of it.
@Suite struct MutationTests {
  private static let rounds = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap(Int.init) ?? 2400

  @Test func damagedTables() throws {
    let requests = [
      TableRequest(), TableRequest(columns: ["a,b"]), TableRequest(missing: .drop),
      TableRequest(most: 2, missing: .drop), TableRequest(labels: "b"),
      TableRequest(columns: ["a"], missing: .drop, labels: "g"),
    ]
    try forEachDamage(to: Self.tables, seed: 11) { bytes, round in
      let request = requests[round % requests.count]
      do throws(CSVError) {
        let (table, layout) = try CSVFile.parse(bytes, name: "t.csv", request)
        #expect(table.columns.allSatisfy { $0.count == table.rowCount && $0.allSatisfy(\.isFinite) })
        #expect(table.columnNames.count == table.columns.count && !table.columns.isEmpty)
        #expect(table.labels.map { $0.count == table.rowCount } ?? true)
        // What was read can be written with more columns, and every row finds its place.
        var lines = 0
        let whole = WholeTable(table: table, layout: layout, bytes: bytes)
        try? whole.write(adding: ["label"], values: { [Double($0)] }, to: { _ in lines += 1 })
        #expect(lines == table.rowCount + 1)
      } catch {
        expectOneSentence(error.description)
      }
    }
  }

  @Test func damagedStarts() throws {
    try forEachDamage(to: Self.starts, seed: 12) { bytes, round in
      let family = CovarianceFamily.allCases[round % CovarianceFamily.allCases.count]
      guard let json = document(bytes) else { return }
      do throws(FileError) {
        let start = try StartFile(json, path: "s.json", family: family)
        #expect(Limits.excess(components: start.means.count, dimensions: start.means[0].count) == nil)
        let data = try? Dataset(columns: [[0, 1, 2, 3, 5], [1, 0, 2, 2, 7]])
        if let data, let mixture = try? start.mixture(for: data, family: family) {
          #expect((try? mixture.validate()) != nil)
        }
      } catch {
        expectOneSentence(error.description)
      }
    }
  }

  @Test func damagedModels() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/m.json"
      try forEachDamage(to: Self.models, seed: 13) { bytes, _ in
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        do throws(FileError) {
          let file = try ModelFile.read(path)
          #expect((try? file.model.validate()) != nil)
          #expect(file.columns.isEmpty || file.columns.count == file.model.dimensions)
          #expect(file.floored.allSatisfy(file.model.means.indices.contains))
          _ = file.json.indentedText
        } catch {
          expectOneSentence(error.description)
        }
      }
    }
  }

  /// Objects of objects; whatever becomes of a scene begins with the JSON reader.
  @Test func damagedScenes() throws {
    try forEachDamage(to: Self.scenes, seed: 14) { bytes, _ in
      guard let json = document(bytes) else { return }
      #expect((try? JSONValue.parse(Array(json.indentedText.utf8))) == json)
    }
  }

  /// Damage that the checksums give away, and damage that they were made for.
  @Test func damagedSessions() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/s.session"
      let entries = Sessions.usual.entries.suffix(11)
      let files = try [Sessions.usual, Session(Sessions.header, Array(entries))].map {
        String(decoding: try SessionFile.bytes($0), as: UTF8.self)
      }
      try forEachDamage(to: files, seed: 15) { bytes, round in
        try Data(round % 3 == 0 ? bytes : signed(bytes)).write(to: URL(fileURLWithPath: path))
        do throws(FileError) {
          let (session, damage) = try SessionFile.read(path)
          #expect(damage?.lines != 0)
          var replay = SessionReplay()
          for entry in session.entries.prefix(40) {
            try? replay.take(entry) { path, _ in .notOpened(.missing(path: path)) }
          }
          let written = try? SessionFile.bytes(session)
          #expect(written != nil)
        } catch {
          expectOneSentence(error.description)
        }
      }
    }
  }

  /// Whatever is left of a lesson is one with pages, or a sentence.
  @Test func damagedLessons() throws {
    try forEachDamage(to: Self.lessons, seed: 16) { bytes, _ in
      guard let json = document(bytes) else { return }
      do throws(FileError) {
        let lesson = try LessonFile.lesson(json, path: "l.json")
        #expect(!lesson.pages.isEmpty)
      } catch {
        expectOneSentence(error.description)
      }
    }
  }

  /// With checksums of what the lines have become.
  private func signed(_ bytes: [UInt8]) -> [UInt8] {
    Array(
      bytes.split(separator: UInt8(ascii: "\n")).map { line in
        let content = line.dropFirst(9)
        return Array(CRC32.of(content).hexadecimal(digits: 8).utf8) + [0x20] + content
      }.joined(separator: [UInt8(ascii: "\n")]))
  }

  private func document(_ bytes: [UInt8]) -> JSONValue? {
    do throws(JSONError) {
      return try JSONValue.parse(bytes)
    } catch {
      #expect(error.line >= 1)
      expectOneSentence(error.description)
      return nil
    }
  }

  private func expectOneSentence(_ text: String) {
    #expect(!text.isEmpty && text.count < 1000 && !text.contains { $0.isNewline }, "\(text)")
  }

  // MARK: Damage

  private func forEachDamage(to files: [String], seed: UInt64, _ body: ([UInt8], Int) throws -> Void) throws {
    var generator = SplitMix(state: seed)
    for round in 0..<Self.rounds / 4 {
      var bytes = Array(files[round % files.count].utf8)
      for _ in 0...Int.random(in: 0...4, using: &generator) { damage(&bytes, files, &generator) }
      try body(bytes, round)
    }
  }

  private func damage(_ bytes: inout [UInt8], _ files: [String], _ generator: inout SplitMix) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let end = Int.random(in: place...min(bytes.count, place + 40), using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 2: bytes.replaceSubrange(place..<end, with: Self.words.randomElement(using: &generator)?.utf8 ?? "".utf8)
    case 3: bytes.insert(contentsOf: Self.words.randomElement(using: &generator)?.utf8 ?? "".utf8, at: place)
    case 4: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
    case 5: bytes.removeLast(bytes.count - place)
    case 6:
      for index in place..<end where Int.random(in: 0..<3, using: &generator) == 0 {
        bytes[index] ^= 1 << UInt8(index % 8)
      }
    default:
      let other = Array((files.randomElement(using: &generator) ?? "").utf8)
      bytes.insert(contentsOf: other.prefix(Int.random(in: 0...other.count, using: &generator)), at: place)
    }
  }

  private static let words = [
    "\"", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "NA", "nan", "inf", "1e999", "-1e-999", "0x10", "1,5", "1.5", "[",
    "]", "{", "}", ":", "null", "true", "-0", "9223372036854775808", "18446744073709551616", "1e308", "\\ud800", "\\",
    "\u{FEFF}", "\0", "é", "[[[[[[[[[[", "]]]]]]]]]]", "{\"a\":", "\"means\"", String(repeating: "9", count: 400),
    String(repeating: ",", count: 300),
  ]

  private static let tables = [
    "a,b,g\n1,2,x\n3,4,y\n5.5,-6e3,x\n7,8,z\n", "\u{FEFF}a;b;g\r\n1,5;2;x\r\n;;\r\n3;4,25;\"y\"\"z\"\r\n",
    "\"a\"\t\"b\"\n\"1\"\t5\t2\n\"2\"\t3\t4\n", "1,2\n3,4\n5,6\n7,8\n",
    "\"\",\"a\",\"b\"\n\"1\",5,NA\n\"2\",?,4\n\"3\",6,7\n",
  ]
  private static let starts = [
    #"{"means": [[1, 2], [3, 4.5]]}"#, #"{"means": [1, 2.5], "weights": [0.25, 0.75], "covariances": [4, 9]}"#,
    #"{"start": {"means": [[1, 2], [3, 4]], "columns": ["a", "b"], "covariances": [[[4, 1], [1, 4]], [[9, 0], [0, 9]]]}}"#,
    #"{"means": [[1, 2], [3, 4]], "covariances": [[4, 1], [1, 9]], "weights": null}"#,
  ]
  private static let models = [
    """
    {"columns": ["a", "b"], "points": 60, "covarianceType": "full", "iterations": 1, "converged": true,
     "stopped": "converged", "logLikelihood": -201.5, "trace": [-210.25, -201.5], "weights": [0.5, 0.5],
     "means": [[1, 2], [3, 4]], "covariances": [[[4, 1], [1, 4]], [[9, 0], [0, 9]]], "seed": 1,
     "events": [{"iteration": 1, "component": 0, "kind": "dropped", "reason": "empty", "points": 0.25}], "floored": [1]}
    """, #"{"weights": [1], "means": [[0]], "covariances": [[[1]]]}"#,
  ]
  private static let lessons = [
    """
    {"format": "mixture-lab lesson", "version": 1, "title": {"en": "One", "de": "Eins"}, "line": "Short.", "minutes": 6,
     "scene": {"example": "threeClusters", "startSeed": 2, "halfSteps": 1}, "picture": 1,
     "controls": ["restart", "back", "next", "hand", "fit"], "pages": [
      {"text": "The tick on *card A*.", "highlight": "card A", "locked": ["next"], "question": {"ask": "What?",
       "choices": [{"label": "It grows", "reply": "So it is.", "right": true}, {"label": "Falls", "reply": "No."}]}},
      {"text": "See.", "gate": {"halfSteps": 1}, "tool": "inspect"},
      {"text": "Paint.", "guess": "owners", "gate": "guess", "scene": {"example": "nested"}}]}
    """,
    """
    {"format": "mixture-lab lesson", "version": 1, "title": "T", "line": "L", "minutes": 1, "pages": [{"text": "P"}]}
    """,
  ]
  private static let scenes = [
    """
    {"version": 1, "name": "Two clouds", "points": {"x": [1, 2.5, -3e2], "y": [4, 5, 6]}, "view": {"aspect": "equal"},
     "start": {"kind": "k-means++", "seed": 18446744073709551615, "means": [[1, 2]]}, "notes": "a \\"b\\" \\u00e9 \\n"}
    """
  ]
}
