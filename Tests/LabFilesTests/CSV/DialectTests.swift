import Testing

@testable import LabFiles

/// Tables as other programs write them: read, or refused for the true reason.
@Suite struct DialectTests {
  private func parse(_ text: String, _ request: TableRequest = TableRequest()) throws(CSVError) -> DataTable {
    try CSVFile.parse(bytes: Array(text.utf8), name: "t.csv", request)
  }

  private func refusal(_ text: String, _ request: TableRequest = TableRequest()) -> String? {
    do throws(CSVError) {
      _ = try parse(text, request)
      return nil
    } catch {
      return error.description
    }
  }

  // MARK: In front of the table

  @Test(arguments: ["sep=;\nx;y\n1;2\n3;4\n", "\u{FEFF}sep=;\r\nx;y\r\n1;2\r\n3;4\r\n", "\"sep=;\"\nx;y\n1;2\n3;4\n"])
  func excelsSeparatorIsRead(_ text: String) throws {
    let table = try parse(text)
    #expect(table.columnNames == ["x", "y"] && table.columns == [[1, 3], [2, 4]] && table.notices.isEmpty)
  }

  @Test func linesAreCountedFromTheBeginningOfTheFile() {
    #expect(refusal("sep=,\nx,y\n1,2\n3,z\n")?.hasPrefix("line 4, column 2") == true)
    #expect(refusal("# one\n# two\nx,y\n1,2\n3,z\n")?.hasPrefix("line 5, column 2") == true)
  }

  @Test func commentsAtTheBeginningAreSkippedAndSaid() throws {
    let table = try parse("# measured in May\n# by hand; twice\nx,y\n1,2\n3,4\n")
    #expect(table.columnNames == ["x", "y"] && table.columns == [[1, 3], [2, 4]])
    #expect(table.notices == ["the first 2 lines begin with # and were skipped"])
    // numpy writes the names so.
    let named = try parse("# written by numpy\n# x,y\n1,2\n3,4\n")
    #expect(named.columnNames == ["x", "y"] && named.columns == [[1, 3], [2, 4]])
    #expect(named.notices == ["the first line begins with # and was skipped"])
    #expect(try parse("#x,y\n1,2\n3,4\n").columnNames == ["x", "y"])
    // A sentence with as many commas as the header below it is none.
    let told = try parse("# source: A, 2024\nx,y\n1,2\n3,4\n")
    #expect(told.columnNames == ["x", "y"] && told.columns == [[1, 3], [2, 4]])
    #expect(try parse("# alone\n1\n2\n").columns == [[1, 2]])
  }

  @Test(arguments: ["sep=;\n# note, 1\nx;y\n1,5;2\n3;4\n", "# a;note\nsep=;\nx;y\n1,5;2\n3;4\n"])
  func aDeclaredSeparatorAndCommentsGoTogether(_ text: String) throws {
    let table = try parse(text)
    #expect(table.columnNames == ["x", "y"] && table.columns == [[1.5, 3], [2, 4]])
    #expect(table.notices.first == "the first line begins with # and was skipped")
    #expect(refusal(text + "5;z\n")?.hasPrefix("line 6, column 2") == true)
  }

  @Test(arguments: ["sep=;\nx;y\n1;2\n3;4\n", "# note\nx;y\n1;2\n3;4\n"])
  func theyStayOutOfATableThatIsWrittenAgain(_ text: String) throws {
    let (table, layout) = try CSVFile.parse(Array(text.utf8), name: "t.csv", TableRequest())
    let whole = WholeTable(table: table, layout: layout, bytes: Array(text.utf8))
    var written = ""
    try whole.write(adding: ["z"], values: { [Double($0)] }, to: { written += $0 })
    #expect(written == "x;y;z\n1;2;0\n3;4;1\n")
  }

  // MARK: Spaces and decimal marks

  @Test(arguments: [
    "\"x\" \"y\"\n\"1\" 0.5 1.5\n\"2\" 2.5 3.5\n", "x y\n0.5 1.5\n2.5 3.5\n", "  1  2\n  3  4\n",
  ])
  func cellsBetweenSpacesAreRefusedForThat(_ text: String) {
    #expect(
      refusal(text)
        == "the cells of 't.csv' seem to be separated by spaces; separate them with commas, semicolons or tabs, as R's "
        + "write.csv does")
  }

  @Test func aColumnMayStandBetweenSpaces() throws {
    #expect(try parse("body mass\n 1 \n 2\n").columns == [[1, 2]])
  }

  @Test func quotedDecimalCommasAmongCommasAreRefusedForThat() {
    #expect(
      refusal("\"x\",\"y\"\n\"0,125\",\"-0,13\"\n\"0,64\",\"0,1\"\n")
        == "line 2, column 1 of 't.csv': '0,125' has a comma in it; write decimal points and no thousands separators, or "
        + "separate the cells with semicolons")
  }

  @Test(arguments: ["x\n1,5\n2,5\n3,5\n7,1\n", "x\n-1,5\n2\n"])
  func decimalCommasBelowOneNameAreRefusedForThat(_ text: String) {
    #expect(
      refusal(text)?.hasSuffix(
        "1,5' has a comma in it; write decimal points and no thousands separators, or separate the cells with semicolons"
      )
        == true)
  }

  /// R's names of rows below one name; the last is no decimal comma.
  @Test(arguments: ["x\nMazda,5\nFiat,3\n", "x\n1;5\n2;3\n", "x\n1,5.0\n2,3\n"])
  func rowsBelowOneNameMayHaveNames(_ text: String) throws {
    let table = try parse(text)
    #expect(table.columnNames == ["x"] && table.columns == [[5, 3]])
    #expect(
      table.notices == ["the first row has a name too few; the first cell of every other row was taken for its name"])
  }

  @Test(arguments: ["x,y\n1,2,\n2,3,\n4,9,\n", "x,y\n1,2,\n2,3,\n4,9,", "x;y\n1;2;\n2;3;\n4;9;\n"])
  func aSeparatorAtTheEndOfEveryLineButTheHeaderIsNoColumn(_ text: String) throws {
    let table = try parse(text)
    #expect(table.columnNames == ["x", "y"] && table.columns == [[1, 2, 4], [2, 3, 9]])
    #expect(table.leftOut.isEmpty && table.notices.isEmpty)
    #expect(try parse(text, TableRequest(columns: ["y"])).columns == [[2, 3, 9]])
    #expect(try parse(text, TableRequest(columns: ["x"], labels: "y")).labels == [0, 1, 2])
  }

  /// Names of rows of which the first has no last value, or values that nobody named: nobody can know.
  @Test(arguments: [TableRequest(), TableRequest(columns: ["x"]), TableRequest(most: 2)])
  func aValueBehindTheLastNameIsRefused(_ request: TableRequest) {
    #expect(
      refusal("x,y\n1,2,\n2,3,5\n4,9,\n", request)
        == "line 2 of 't.csv' has 3 cells where the first row has 2 (3 such lines); give every line the same number of cells"
    )
    #expect(
      refusal("x,y\n1,2,\n2,3\n4,9\n", request)
        == "line 2 of 't.csv' has 3 cells where the first row has 2; give every line the same number of cells")
  }

  @Test func aColumnWithTheOtherMarkIsLeftOutForThat() throws {
    let text = "x;y;z\n0,126;-0.132;u\n0,640;0.105;v\n"
    let table = try parse(text)
    #expect(table.columnNames == ["x"] && table.leftOut == ["z"])
    #expect(
      table.notices.last
        == "left out 'y', which has decimal points where other columns have commas, as in '-0.132'; write the same mark "
        + "everywhere to use it")
    let sentence =
      "line 2, column 2 of 't.csv': '-0.132' has a decimal point where other columns have commas; write the same mark "
      + "everywhere"
    #expect(refusal(text, TableRequest(columns: ["x,y"])) == sentence)
    // Where two columns are needed, it is the reason why there is one.
    #expect(refusal(text, TableRequest(most: 2)) == sentence)
    #expect(
      refusal("x;y\n0.5;0,5\n1.5;1,5\n", TableRequest(columns: ["x,y"]))?.contains(
        "has a decimal comma where other columns have points") == true)
  }

  // MARK: Missing values

  @Test(arguments: [
    "\" \"", "<NA>", "-nan", "\\N", "1.#IND", "-1.#IND", "1.#QNAN", "NIL", "(null)", "\" NA \"", "None",
  ])
  func whatProgramsWriteForNothingIsNoValue(_ cell: String) throws {
    let table = try parse("x,y\n1,2\n3,\(cell)\n5,6\n", TableRequest(missing: .drop))
    #expect(table.columns == [[1, 5], [2, 6]])
    #expect(refusal("x,y\n1,2\n3,\(cell)\n")?.contains("leave such rows out with --missing drop") == true)
  }

  @Test(arguments: ["nanny", "n", "N\\", "inf", "Nile", "null and void"])
  func wordsAreNoMissingValues(_ cell: String) {
    #expect(refusal("x,y\n1,2\n3,\(cell)\n")?.contains("'\(cell)' is not a number") == true)
  }

  // MARK: Names

  @Test func repeatedNamesTakeNoNameThatIsWritten() {
    #expect(ColumnNames.names(header: ["x", "x", "x (2)"], count: 3) == ["x", "x (3)", "x (2)"])
    #expect(ColumnNames.names(header: ["x", "x", "x"], count: 3) == ["x", "x (2)", "x (3)"])
    #expect(ColumnNames.names(header: ["", "column 1"], count: 2) == ["column 1 (2)", "column 1"])
    #expect(ColumnNames.names(header: ["a"], count: 2) == ["a", "column 2"])
  }

  @Test func aTableWithoutAHeaderOffersItsStandardNames() {
    #expect(
      refusal("0.125730,-0.132105\n0.5,1\n", TableRequest(columns: ["2"])) == "there is no column '2'; choose from x, y"
    )
    #expect(
      refusal("5.1,3.5,setosa\n4.9,3,setosa\n", TableRequest(columns: ["z"]))
        == "there is no column 'z'; choose from x, y, column 3")
    #expect(
      refusal("city,2019,2020\nA,1,2\n", TableRequest(columns: ["2021"]))
        == "there is no column '2021'; choose from city, 2019, 2020")
  }

  @Test func theGroupsAreNoCoordinates() {
    #expect(
      refusal("x,y\n1,2\n3,4\n", TableRequest(columns: ["x", "y"], labels: "x"))
        == "column 'x' is used by the model; name another with --truth")
  }
}
