import Testing

@testable import LabFiles

/// What letters and decimal marks of a file are.
@Suite struct EncodingTests {
  private func parse(_ bytes: [UInt8]) throws(CSVError) -> DataTable { try CSVFile.parse(bytes: bytes, name: "t.csv") }

  @Test func latin1IsRecognisedAndSaid() throws {
    let header: [UInt8] = Array("Gr".utf8) + [0xF6, 0xDF] + Array("e,".utf8) + [0x80] + Array("\n1,2\n3,4\n".utf8)
    let table = try parse(header)
    #expect(table.columnNames == ["Größe", "€"])
    #expect(table.notices == ["it is not UTF-8 and was read as Latin-1"])
    #expect(try parse(Array("Größe,€\n1,2\n3,4\n".utf8)).notices.isEmpty)
  }

  @Test func latin1WordsInMessages() {
    let error = #expect(throws: CSVError.self) { try parse(Array("x\n1\n".utf8) + [0xE4, 0x0A]) }
    #expect(error == .notANumber(name: "t.csv", line: 3, column: 1, text: "ä"))
  }

  /// The first number with a mark decides for the whole file, whichever column it stands in.
  @Test(arguments: [
    ("a;b\n1,5;2\n1.5;3\n", 3, 1, "1.5"), ("a;b\n1.5;2\n1,5;3\n", 3, 1, "1,5"), ("a;b\n1;2.5\n1,5;3\n", 3, 1, "1,5"),
    ("a;b\n1,5;2\n3;2.5\n", 3, 2, "2.5"), ("1,5;2\n1.5;3\n", 1, 1, "1,5"), ("1.5;2\n2;3,5\n3;4\n", 1, 1, "1.5"),
    ("a\tb\n1.5\t2\n1\t2,5\n", 3, 2, "2,5"), ("a;b\n1.234,5;2\n3;4\n", 2, 1, "1.234,5"),
  ])
  func aFileHasOneDecimalMark(_ text: String, _ line: Int, _ column: Int, _ cell: String) {
    #expect(throws: CSVError.notANumber(name: "t.csv", line: line, column: column, text: cell)) {
      try parse(Array(text.utf8))
    }
  }
}
