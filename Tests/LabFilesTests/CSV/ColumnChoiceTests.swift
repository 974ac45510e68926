import Testing

@testable import LabFiles

/// Which columns of a table are read, by which names, and what stands in the way.
@Suite struct ColumnChoiceTests {
  private func parse(_ text: String, _ columns: String..., missing: MissingValues = .refuse) throws(CSVError)
    -> DataTable
  {
    let request = TableRequest(columns: columns.isEmpty ? nil : columns, missing: missing)
    return try CSVFile.parse(bytes: Array(text.utf8), name: "t.csv", request)
  }

  // MARK: Names

  @Test func columnsAreChosenByNameInTheOrderGiven() throws {
    let text = "a,B,species\n1,2,x\n3,4,y\n"
    #expect(try parse(text, "b,a").columns == [[2, 4], [1, 3]])
    #expect(try parse(text, "b", "a").columnNames == ["B", "a"])
    #expect(try parse(text, " a , b ").columnNames == ["a", "B"])
    let available = ["a", "B", "species"]
    #expect(throws: CSVError.unknownColumn(column: "c", available: available)) { try parse(text, "a,c") }
    #expect(throws: CSVError.columnWithoutNumbers(column: "species")) { try parse(text, "species") }
    #expect(throws: CSVError.repeatedColumn(column: "a")) { try parse(text, "a,A") }
    #expect(try parse(text, "a").leftOut.isEmpty)
  }

  @Test func namesWithCommasAreChosenWhole() throws {
    let text = "\"height, cm\",\"weight, kg\"\n1,2\n3,4\n"
    #expect(try parse(text, "weight, kg", "height, cm").columns == [[2, 4], [1, 3]])
    #expect(try parse(text, "weight, kg").columns == [[2, 4]])
    let error = #expect(throws: CSVError.self) { try parse(text, "weight") }
    #expect(error?.description == "there is no column 'weight'; choose from 'height, cm', 'weight, kg'")
  }

  @Test func aTableWithoutAHeaderHasStandardNames() throws {
    #expect(try parse("1,2,3\n4,5,6\n", "y,column 3").columns == [[2, 5], [3, 6]])
    #expect(throws: CSVError.unknownColumn(column: "x", available: ["a", "b"])) { try parse("a,b\n1,2\n", "x") }
  }

  @Test func numbersThatAreChosenAsNamesAreNames() throws {
    let table = try parse("2019,2020\n1,2\n3,4\n", "2020")
    #expect(table.columns == [[2, 4]])
    #expect(table.notices == ["line 1 was taken as column names although it holds numbers too"])
  }

  @Test func manyNamesAreCutInMessages() {
    let header = (1...40).map { "c\($0)" }.joined(separator: ",")
    let error = #expect(throws: CSVError.self) { try parse(header + "\n", "d") }
    #expect(error?.description.hasSuffix("c11, c12 and 28 more") == true)
  }

  // MARK: Names of rows

  @Test(arguments: [
    "\"\",\"x\",\"y\"\n\"1\",5,2\n\"2\",3,4\n", ",x,y\n0,5,2\n1,3,4\n", "\"\",\"x\",\"y\"\n\"3\",5,2\n\"17\",3,4\n",
  ])
  func anUnnamedFirstColumnThatCountsTheRowsIsLeftOut(_ text: String) throws {
    let table = try parse(text)
    #expect(table.columnNames == ["x", "y"])
    #expect(table.columns == [[5, 3], [2, 4]])
    #expect(
      table.notices == [
        "the first column has no name and only counts the rows; left out, choose 'column 1' to use it"
      ])
    #expect(try parse(text, "column 1,x").columns[1] == [5, 3])
  }

  @Test func anUnnamedFirstColumnOfOtherNumbersIsRead() throws {
    #expect(try parse(",y\n5,2\n3,4\n").columnNames == ["column 1", "y"])
  }

  /// R's `write.table`: the header has no cell above the names of the rows.
  @Test(arguments: [
    "\"x\"\t\"y\"\n\"1\"\t5\t2\n\"2\"\t3\t4\n", "x,y\nMazda,5,2\nFiat,3,4\n",
    "\"x\";\"y\"\n\"a b\";5,0;2\n\"c\";3,0;4\n",
  ])
  func rowsMayHaveNamesThatTheHeaderDoesNotCount(_ text: String) throws {
    #expect(try parse(text).columns == [[5, 3], [2, 4]])
    let chosen = try parse(text, "y,x")
    #expect(chosen.columns == [[2, 4], [5, 3]])
    #expect(chosen.columnNames == ["y", "x"])
  }

  // MARK: What is not chosen is not checked

  @Test func otherColumnsMayHoldAnything() throws {
    let text = "a,b,c\n1,NA,7\n2,oops,8\n3,,x\n4,5,\n"
    #expect(try parse(text, "a").columns == [[1, 2, 3, 4]])
    let error = #expect(throws: CSVError.self) { try parse(text, "c") }
    #expect(
      error?.description
        == "line 4, column 3 of 't.csv': 'x' is not a number; correct it, remove the line or choose other columns")
  }

  @Test func linesAreCountedThroughTheOthers() {
    let error = #expect(throws: CSVError.self) { try parse("a,n\n1,\"two\nlines\"\n2,\"and\r\nagain\"\nq,\n", "a") }
    #expect(error?.description.hasPrefix("line 6, column 1") == true)
  }

  @Test func onlyTheFirstSoManyNumericColumnsAreChecked() throws {
    func first(_ text: String) throws -> DataTable {
      try CSVFile.parse(bytes: Array(text.utf8), name: "t.csv", TableRequest(most: 2))
    }
    let table = try first("s,a,b,c\nx,1,2,3\ny,4,5,oops\nz,6,7,NA\n")
    #expect(table.columnNames == ["a", "b"])
    #expect(table.columns == [[1, 4, 6], [2, 5, 7]])
    #expect(throws: CSVError.notANumber(name: "t.csv", line: 3, column: 1, text: "oops")) {
      try first("a,b,c\n1,2,3\noops,5,6\n")
    }
    #expect(throws: CSVError.missingValue(name: "t.csv", line: 3, column: 2, text: "NA", rows: 1)) {
      try first("a,b,c\n1,2,3\n4,NA,6\n")
    }
  }

  // MARK: Missing values

  @Test(arguments: ["", "NA", "na", "N/A", "#N/A", "NaN", "null", "None", "?", ".", "-", "\"\"", "\"NA\""])
  func rowsWithAMissingValueAreRefusedOrDropped(_ gap: String) throws {
    let text = "a,b,c\n1,2,z\n3,\(gap),z\n5,6,z\n\(gap),8,\n"
    let error = #expect(throws: CSVError.self) { try parse(text) }
    guard case .missingValue(_, 3, 2, _, rows: 2) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let table = try parse(text, missing: .drop)
    #expect(table.columns == [[1, 5], [2, 6]])
    #expect(table.notices == ["2 of 4 rows dropped for a missing value"])
    #expect(try parse(text, "b", missing: .drop).columns == [[2, 6, 8]])
  }

  @Test func aGapInTheFirstRowOfATableWithoutAHeader() throws {
    #expect(try parse("1,NA\n2,3\n4,5\n", missing: .drop).columns == [[2, 4], [3, 5]])
    #expect(throws: CSVError.missingValue(name: "t.csv", line: 1, column: 2, text: "NA", rows: 1)) {
      try parse("1,NA\n2,3\n")
    }
  }

  @Test func nothingLeftIsSaid() {
    #expect(throws: CSVError.nothingComplete(name: "t.csv")) { try parse("a,b\n1,NA\nNA,2\n", missing: .drop) }
  }

  // MARK: Groups

  @Test func aColumnOfWordsOrNumbersNamesGroups() throws {
    func labels(_ text: String, _ column: String, _ missing: MissingValues = .refuse) throws -> DataTable {
      try CSVFile.parse(bytes: Array(text.utf8), name: "t.csv", TableRequest(missing: missing, labels: column))
    }
    let table = try labels("a,kind\n1,x\n2,y\n3,x\n", "Kind")
    #expect(table.labels == [0, 1, 0])
    #expect(table.columns == [[1, 2, 3]])
    #expect(try labels("a,b\n1,7\n2,7\n3,8\n", "b").labels == [0, 0, 1])
    #expect(try labels("a,b\n1,7\n2,7\n3,8\n", "b").columnNames == ["a"])
    #expect(try labels("1,p\n2,q\n", "y").labels?.count == 2)
    #expect(throws: CSVError.missingValue(name: "t.csv", line: 3, column: 2, text: "NA", rows: 1)) {
      try labels("a,b\n1,x\n2,NA\n", "b")
    }
    #expect(try labels("a,b\n1,x\n2,NA\n3,y\n", "b", .drop).labels == [0, 1])
    #expect(throws: CSVError.unknownColumn(column: "z", available: ["a", "b"])) { try labels("a,b\n1,2\n", "z") }
  }
}
