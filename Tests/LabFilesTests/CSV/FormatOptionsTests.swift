import Foundation
import LabCore
import Testing

@testable import LabFiles

/// What somebody says of how a table is written.
struct FormatOptionsTests {
  private func read(
    _ text: String, _ format: TableFormat = TableFormat(), missing: MissingValues = .refuse, most: Int? = nil
  ) throws -> DataTable {
    try CSVFile.parse(
      bytes: Array(text.utf8), name: "t.csv", TableRequest(most: most, missing: missing, format: format))
  }

  @Test func theSeparatorIsTheOneThatIsNamed() throws {
    // Rows agree on both: found are semicolons, with decimal commas.
    let text = "1,5;2,5\n3,5;4,5\n"
    #expect(try read(text).columns == [[1.5, 3.5], [2.5, 4.5]])
    let said = try read("1;2,3;4\n5;6,7;8\n", TableFormat(separator: .semicolon), missing: .refuse)
    #expect(said.columns == [[1, 5], [2.3, 6.7], [4, 8]])
    #expect(throws: CSVError.self) { try read("a b\n1 2\n", TableFormat()) }
    // Whoever names one means it: cells with spaces are words.
    #expect(throws: CSVError.noNumbers(name: "t.csv")) { try read("a b\n1 2\n", TableFormat(separator: .comma)) }
  }

  @Test func theDecimalMarkIsTheOneThatIsNamed() throws {
    #expect(try read("1.234;5\n6.789;7\n", TableFormat(decimals: .point)).columns[0] == [1.234, 6.789])
    // With decimal commas these are words, which make no column of numbers.
    #expect(try read("1.234;5\n6.789;7\n", TableFormat(decimals: .comma)).columns == [[5, 7]])
    #expect(try read("\"1,5\",2\n\"2,5\",3\n", TableFormat(decimals: .comma)).columns == [[1.5, 2.5], [2, 3]])
  }

  @Test func theFirstRowIsWhatIsSaid() throws {
    // Years may be names.
    let years = "1990,1991\n1,2\n3,4\n"
    #expect(try read(years).columns[0].count == 3)
    let named = try read(years, TableFormat(firstRow: .names))
    #expect(named.columnNames == ["1990", "1991"] && named.columns == [[1, 3], [2, 4]])
    #expect(throws: CSVError.notANumber(name: "t.csv", line: 1, column: 1, text: "a")) {
      try read("a,b\n1,2\n", TableFormat(firstRow: .data))
    }
    let data = try read("a,b\n1,2\n3,4\n5,6\n", TableFormat(firstRow: .data), missing: .dropText)
    #expect(data.columnNames == ["x", "y"] && data.columns == [[1, 3, 5], [2, 4, 6]] && data.rowsLeftOut == 1)
  }

  @Test func wordsAmongNumbersLeaveTheirRowOut() throws {
    let text = "name,x,y,note\na,1,2,\nb,missed,3,late\nc,4,,\nd,5,6,7\ne,8,9,x\n"
    #expect(throws: CSVError.notANumber(name: "t.csv", line: 3, column: 2, text: "missed")) { try read(text) }
    let table = try read(text, missing: .dropText)
    // One number among words makes no column of numbers.
    #expect(table.columnNames == ["x", "y"] && table.columns == [[1, 5, 8], [2, 6, 9]])
    #expect(table.rowsLeftOut == 2 && table.leftOut.contains("name"))
    #expect(throws: CSVError.self) { try read("x,y\n1,a\nb,2\n", missing: .dropText) }
  }

  @Test func whatIsBeyondTheMostIsNamed() throws {
    let names = (1...33).map { "c\($0)" }.joined(separator: ",")
    let rows = (1...3).map { row in (1...33).map { "\(row * $0)" }.joined(separator: ",") }
    let table = try read(([names] + rows).joined(separator: "\n"), most: 30)
    #expect(table.columns.count == 30 && table.columnsBeyond == ["c31", "c32", "c33"])
    #expect(table.notices.contains { $0.contains("first 30 of 33") })
    #expect(try read("a,b,c\n1,2,3\n4,5,6\n", most: 2).columnsBeyond.isEmpty, "who takes two knows that there are more")
  }

  // MARK: - Encodings

  static let text = "größe,höhe\n1.5,2\n3,4\n€,5\n"

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16IsReadWithAndWithoutItsMark(_ encoding: String.Encoding) throws {
    let plain = Array(try #require(Self.text.data(using: encoding)))
    let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF]
    for bytes in [plain, mark + plain] {
      let table = try CSVFile.parse(bytes: bytes, name: "t.csv", TableRequest(missing: .dropText))
      #expect(table.columnNames == ["größe", "höhe"] && table.columns == [[1.5, 3], [2, 4]])
    }
    // From a file too, in pieces, and whole.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".csv").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data(mark + plain).write(to: URL(fileURLWithPath: file))
    #expect(try CSVFile.read(file, TableRequest(missing: .dropText)).columns == [[1.5, 3], [2, 4]])
    let whole = try CSVFile.readWhole(file, TableRequest(missing: .dropText))
    var lines: [String] = []
    try whole.write(adding: ["k"], values: { _ in [7] }, to: { lines.append($0) })
    #expect(lines == ["größe,höhe,k\n", "1.5,2,7\n", "3,4,7\n"])
  }

  @Test func everyPieceOfAUnitIsPutTogether() {
    let text = "a€😀\u{10FFFF}b"
    for (encoding, big) in [(String.Encoding.utf16LittleEndian, false), (.utf16BigEndian, true)] {
      let bytes = Array(text.data(using: encoding) ?? Data())
      for size in 1...5 {
        var decoder = TextDecoder(.utf16, head: big ? [0xFE, 0xFF] : [0xFF, 0xFE])
        let decoded = stride(from: 0, to: bytes.count, by: size).flatMap {
          decoder.decode(bytes[$0..<min($0 + size, bytes.count)])
        }
        #expect(String(decoding: decoded, as: UTF8.self) == text)
      }
    }
    var decoder = TextDecoder(.utf16, head: [0xFF, 0xFE])
    // Half pairs stand for nothing.
    #expect(String(decoding: decoder.decode([0x00, 0xD8, 0x41, 0, 0x00, 0xDC]), as: UTF8.self) == "\u{FFFD}A\u{FFFD}")
  }

  @Test func latin1IsForcedWhereItIsSaid() throws {
    // These bytes are UTF-8 too.
    let bytes = Array("Ã¤,b\n1,2\n".unicodeScalars.map { UInt8($0.value) })
    #expect(try CSVFile.parse(bytes: bytes, name: "t").columnNames == ["ä", "b"])
    let request = TableRequest(format: TableFormat(encoding: .latin1))
    #expect(try CSVFile.parse(bytes: bytes, name: "t", request).columnNames == ["Ã¤", "b"])
  }
}
