import Testing

@testable import LabFiles

@Suite struct CSVFileTests {
  private func parse(_ text: String, _ request: TableRequest = TableRequest()) throws(CSVError) -> DataTable {
    try CSVFile.parse(bytes: Array(text.utf8), name: "t.csv", request)
  }

  // MARK: What is read

  @Test(arguments: [
    "a,b\n1,2\n3,4\n", "a,b\n1,2\n3,4", "\u{FEFF}a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r",
    "a;b\n1;2\n3;4\n", "a\tb\n1\t2\n3\t4\n", "\"a\",\"b\"\n\"1\",2\n3,\"4\"\n", "\n\na,b\n\n1,2\n  \n3,4\n\n",
    " a , b \n 1 , 2 \n 3 , 4 \n",
  ])
  func formsOfTheSameTable(_ text: String) throws {
    let table = try parse(text)
    #expect(table == DataTable(name: "t.csv", columnNames: ["a", "b"], columns: [[1, 3], [2, 4]]))
  }

  @Test func withoutAHeaderTheColumnsGetStandardNames() throws {
    let table = try parse("1,2,3\n4,5,6\n")
    #expect(table.columnNames == ["x", "y", "column 3"])
    #expect(table.columns == [[1, 4], [2, 5], [3, 6]])
  }

  @Test func oneColumn() throws {
    #expect(try parse("waiting\n79\n54\n").columns == [[79, 54]])
    #expect(try parse("79\n54\n").columns == [[79, 54]])
  }

  @Test func aColumnWithoutNumbersIsLeftOut() throws {
    let table = try parse("length,species\n5.1,setosa\n4.9,virginica\n")
    #expect(table.columnNames == ["length"])
    #expect(table.leftOut == ["species"])
    let headless = try parse("5.1,setosa\n4.9,virginica\n")
    #expect(headless.columns == [[5.1, 4.9]])
    #expect(headless.leftOut == ["y"])
  }

  @Test func aSeparatorAtTheEndOfEveryLineIsNoColumn() throws {
    let table = try parse("a,b,\n1,2,\n3,4,\n")
    #expect(table.columnNames == ["a", "b"])
    #expect(table.leftOut.isEmpty)
  }

  @Test func decimalCommasAreReadAndSaid() throws {
    for text in ["a;b\n1,5;2\n3;4,25\n", "1,5;2\n3;4,25\n", "1,5\t2\n3\t4,25\n"] {
      let table = try parse(text)
      #expect(table.columns == [[1.5, 3], [2, 4.25]])
      #expect(table.notices == ["decimal commas were read, so that 1,5 is 1.5"])
    }
  }

  /// The first mark decides, whichever it is, and wherever the other one comes.
  @Test(arguments: [
    ("a;b\n1,5;2\n3;4.25\n", 3, 2, "4.25"), ("a;b\n1.5;2\n3;4,25\n", 3, 2, "4,25"),
    ("a\tb\n1\t2\n3,5\t4\n5.5\t6\n", 4, 1, "5.5"),
    ("a;b\n1;2,5\n3;1.234,5\n", 3, 2, "1.234,5"),
  ])
  func twoDecimalMarksInOneFileAreRefused(_ text: String, _ line: Int, _ column: Int, _ cell: String) {
    let error = #expect(throws: CSVError.self) { try parse(text) }
    #expect(error?.description.hasPrefix("line \(line), column \(column)") == true)
    #expect(error?.description.contains("'\(cell)' is not a number") == true)
  }

  @Test func rowsWithoutAnyValueAreSkippedAndCounted() throws {
    let table = try parse("a,b\n1,2\n,\n3,4\n,\n")
    #expect(table.columns == [[1, 3], [2, 4]])
    #expect(table.notices == ["2 rows without any value skipped"])
  }

  @Test func aHeaderWithNumbersInItIsSaid() throws {
    let table = try parse("1.O,2\n3,4\n")
    #expect(table.columnNames == ["1.O", "2"])
    #expect(table.notices == ["line 1 was taken as column names although it holds numbers too"])
  }

  @Test func equalNamesAreToldApart() throws {
    #expect(try parse("a,a,\n1,2,3\n").columnNames == ["a", "a (2)", "column 3"])
    #expect(try parse(",x\n3,2\n1,4\n").columnNames == ["column 1", "x"], "a column without a name takes no other's")
  }

  @Test func theExamplesOfTheProject() throws {
    let faithful = try CSVFile.read(Fixture.asset("old_faithful.csv"))
    #expect(faithful.columnNames == ["eruptions", "waiting"])
    #expect(faithful.rowCount == 272)
    let iris = try CSVFile.read(Fixture.asset("iris.csv"))
    #expect(iris.columns.map { ($0.reduce(0, +) * 10).rounded() / 10 } == [876.5, 458.6, 563.7, 179.9])
    #expect(iris.leftOut == ["species"])
  }

  @Test func whatIsQuotedSeparatesNothing() throws {
    let table = try parse("\"a;b\",1\n\"c;d\",2\n")
    #expect(table.columns == [[1, 2]] && table.leftOut == ["x"])
  }

  /// A missing value is no word: the row that holds it is no header.
  @Test(arguments: ["NA", "na", "Na"])
  func aMissingValueInTheFirstRowIsNoColumnName(_ cell: String) {
    let error = #expect(throws: CSVError.self) { try parse("1,\(cell)\n3,4\n") }
    #expect(error?.description.hasPrefix("line 1, column 2") == true)
  }

  // MARK: What is refused

  @Test(arguments: [
    (
      "x,y\n1,2\n3,4\n5,6\n7,8\n9,10\n11,abc\n",
      "line 7, column 2 of \'t.csv\': 'abc' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "x,y\r\n\r\n1,2\r\nabc,4\r\n",
      "line 4, column 1 of \'t.csv\': 'abc' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "x,n\n1,\"a\nb\"\n2,c\nq,d\n",
      "line 5, column 1 of \'t.csv\': 'q' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "x\nabc\n1\n",
      "line 2, column 1 of \'t.csv\': 'abc' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "1,2\n3,nan\n",
      "line 2, column 2 of \'t.csv\': 'nan' is no value; fill it in, or leave such rows out with --missing drop"
    ),
    (
      "1,NaN\n3,4\n",
      "line 1, column 2 of \'t.csv\': 'NaN' is no value; fill it in, or leave such rows out with --missing drop"
    ),
    (
      "1,2\n3,-inf\n",
      "line 2, column 2 of \'t.csv\': '-inf' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "1,2\n3,1e400\n",
      "line 2, column 2 of \'t.csv\': '1e400' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "1,2\n3,0x10\n",
      "line 2, column 2 of \'t.csv\': '0x10' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "a;b\n1,5;2\n1.5;3\n",
      "line 3, column 1 of \'t.csv\': '1.5' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "a;b\n1.234,5;2\n3;4\n",
      "line 2, column 1 of \'t.csv\': '1.234,5' is not a number; correct it, remove the line or choose other columns"
    ),
    (
      "x,y\n1,2\n3,\n",
      "line 3, column 2 of \'t.csv\': the cell is empty; fill it in, or leave such rows out with --missing drop"
    ),
    (
      "1,\n3,4\n",
      "line 1, column 2 of \'t.csv\': the cell is empty; fill it in, or leave such rows out with --missing drop"
    ),
    (
      "x,y\n1,2\n3\n4,5\n",
      "line 3 of \'t.csv\' has 1 cell where the first row has 2; give every line the same number of cells"
    ),
    (
      "x,y\n1,2,3\n3,4\n4,5,6,7\n",
      "line 2 of \'t.csv\' has 3 cells where the first row has 2 (2 such lines); give every line the same number of cells"
    ),
    ("", "'t.csv' is empty; choose a file with at least one row of numbers"),
    ("\n \n\r\n", "'t.csv' is empty; choose a file with at least one row of numbers"),
    ("\u{FEFF}", "'t.csv' is empty; choose a file with at least one row of numbers"),
    (
      "a,b\nc,d\n",
      "no column of 't.csv' holds numbers; write rows of numbers separated by commas, semicolons or tabs"
    ),
    (
      "3.6 79\n1.8 54\n",
      "the cells of 't.csv' seem to be separated by spaces; separate them with commas, semicolons or tabs, as R's "
        + "write.csv does"
    ),
    ("1,2\n\"3,4\n5,6\n", "line 2 of \'t.csv\': a quotation mark is never closed; close it or remove it"),
    (
      "1,2\n3,4\"5\n",
      "line 2 of \'t.csv\': a quotation mark stands inside a cell; remove it or put the whole cell in quotation marks"
    ),
  ])
  func refusals(_ text: String, _ sentence: String) {
    let error = #expect(throws: CSVError.self) { try parse(text) }
    #expect(error?.description == sentence)
  }

  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04, 0x14], "ZIP"), ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG"),
    ([0x25, 0x50, 0x44, 0x46], "PDF"),
    ([0x31, 0x2C, 0x00, 0x32], "binary"),
  ])
  func otherKindsOfFiles(_ bytes: [UInt8], _ kind: String) {
    let error = #expect(throws: CSVError.self) { try CSVFile.parse(bytes: bytes, name: "t.xlsx") }
    #expect(error?.description.hasPrefix("'t.xlsx' is not a CSV (looks like \(kind)") == true)
    #expect(error?.description.contains(kind) == true)
  }

  @Test func longCellsAreCutInMessages() {
    let error = #expect(throws: CSVError.self) { try parse("x\n1\n\(String(repeating: "a\u{1B}", count: 500))\n") }
    #expect((error?.description.count ?? 999) < 160)
    #expect(error?.description.contains("\u{1B}") == false)
  }

  @Test func missingFilesAndFolders() {
    let missing = #expect(throws: CSVError.self) { try CSVFile.read("/nowhere/t.csv") }
    #expect(missing?.description == "there is no file '/nowhere/t.csv'; check the name and the folder")
    let folder = #expect(throws: CSVError.self) { try CSVFile.read("/tmp") }
    #expect(folder?.description == "'/tmp' is a folder; name a file in it")
  }

  // MARK: Size

  @Test func aFileInManyPiecesReportsProgressAndCanBeCancelled() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/long.csv"
      let rows = 60_000
      let numbers = (0..<rows).map(Double.init)
      let sevenths = numbers.map { $0 / 7 }
      let lines = (0..<rows).map { "\($0),\(sevenths[$0])\r\n" }
      try AtomicFile.write("n,seventh\r\n" + lines.joined(), to: path)
      var fractions: [Double] = []
      let table = try CSVFile.read(path) { fraction in
        fractions.append(fraction)
        return true
      }
      #expect(table.columns == [numbers, sevenths])
      #expect(fractions.count > 3 && fractions == fractions.sorted() && fractions.last == 1)
      #expect(throws: CSVError.cancelled(name: "long.csv")) { try CSVFile.read(path) { $0 < 0.5 } }
    }
  }

  /// A mark that is never closed swallows the rest of the file: a megabyte of it is enough to know.
  @Test func anUnclosedQuotationMarkEndsTheReadingEarly() throws {
    try Fixture.withFolder { folder in
      let path = folder + "/long.csv"
      try AtomicFile.write("x,y\n1,2\n3,\"4\n" + String(repeating: "5,6\n", count: 1 << 20), to: path)
      var read = 0.0
      let error = #expect(throws: CSVError.self) {
        try CSVFile.read(path) { fraction in
          read = fraction
          return true
        }
      }
      #expect(error?.description.contains("a quotation mark is never closed") == true && read < 0.5)
    }
  }

  @Test func randomBytesNeverTrap() {
    var generator = SplitMix(state: 3)
    let alphabet = Array("0123456789.,;-+eE\t\r\n\"\" abx\u{FEFF}é".utf8)
    var refused = 0
    for round in 0..<4000 {
      let length = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<length).map { _ in
        round % 2 == 0 ? alphabet.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
      }
      do throws(CSVError) {
        let table = try CSVFile.parse(bytes: bytes, name: "noise")
        #expect(table.rowCount > 0)
        #expect(table.columns.allSatisfy { $0.count == table.rowCount && $0.allSatisfy(\.isFinite) })
        #expect(table.columnNames.count == table.columns.count)
      } catch {
        refused += 1
        #expect(!error.description.contains("\n"))
      }
    }
    #expect(refused > 1000)
  }

  // MARK: Writing

  @Test func writtenTablesReadBackTheSame() throws {
    let table = DataTable(
      name: "t.csv", columnNames: ["a", "b, with \"marks\""],
      columns: [[1, -0.1, .leastNonzeroMagnitude, 123_456_789.125], [3, 2.0 / 3, 1e300, -7]])
    try Fixture.withFolder { folder in
      try CSVFile.write(table, to: folder + "/t.csv")
      #expect(try CSVFile.read(folder + "/t.csv") == table)
    }
    // Whatever a name holds, it is one name: alone, too, where any mark in it could pass for a separator.
    for name in ["a;b", "a\tb", "a,b", "a\"b", "\"", " a", "a ", "a\nb"] {
      let alone = DataTable(name: "t.csv", columnNames: [name], columns: [[1, 2]])
      let back = try parse(CSVFile.text(of: alone))
      #expect(back.columnNames == [name.forOneLine()] && back.columns == alone.columns, "\(name)")
    }
    #expect(CSVFile.text(of: table).hasPrefix("a,\"b, with \"\"marks\"\"\"\n1,3\n-0.1,0.6666666666666666\n"))
  }
}
