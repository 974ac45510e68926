import Testing

@testable import LabFiles

/// A table written again with more columns keeps every cell it had.
@Suite struct WholeTableTests {
  private func written(_ bytes: [UInt8], _ request: TableRequest = TableRequest()) throws -> String {
    try Fixture.withFolder { folder in
      let path = folder + "/t.csv"
      try AtomicFile.write(bytes, to: path)
      let whole = try CSVFile.readWhole(path, request)
      var text = ""
      try whole.write(adding: ["label", "p"], values: { [Double($0), 0.5] }, to: { text += $0 })
      return text
    }
  }

  @Test(arguments: [
    ("a,b,s\n1,2,x\n3,4,\"y, z\"\n", "a,b,s,label,p\n1,2,x,0,0.5\n3,4,\"y, z\",1,0.5\n"),
    ("1,2\n3,4\n", "x,y,label,p\n1,2,0,0.5\n3,4,1,0.5\n"),
    ("\u{FEFF}a;b\r\n\r\n1,5;2\r\n;\r\n3;4\r\n", "a;b;label;p\n1,5;2;0;0,5\n3;4;1;0,5\n"),
    ("\"x\"\t\"y\"\n\"r1\"\t5\t2\n\"r2\"\t3\t4\n", "column 1\tx\ty\tlabel\tp\nr1\t5\t2\t0\t0.5\nr2\t3\t4\t1\t0.5\n"),
    ("a,b\n1,2,\n3,4,\n", "a,b,column 3,label,p\n1,2,,0,0.5\n3,4,,1,0.5\n"),
    ("label,b\n1,2\n", "label,b,label (2),p\n1,2,0,0.5\n"),
  ])
  func everyCellStays(_ text: String, _ expected: String) throws {
    #expect(try written(Array(text.utf8)) == expected)
  }

  @Test func rowsThatWereLeftOutStayOut() throws {
    let text = "a,b,c\n1,2,p\nNA,4,q\n5,6,NA\n,,\n7,NA,r\n9,10,s\n"
    #expect(
      try written(Array(text.utf8), TableRequest(columns: ["a", "b"], missing: .drop))
        == "a,b,c,label,p\n1,2,p,0,0.5\n5,6,NA,1,0.5\n9,10,s,2,0.5\n")
  }

  @Test func latin1BecomesUTF8() throws {
    #expect(try written([0xE4, 0x2C, 0x62, 0x0A, 0x31, 0x2C, 0x32, 0x0A]) == "ä,b,label,p\n1,2,0,0.5\n")
  }

  /// More than one piece of the parser's.
  @Test func longTables() throws {
    let rows = (0..<20_000).map { "\($0),word \($0)" }
    let lines = try written(Array(("n,w\n" + rows.joined(separator: "\n")).utf8)).split(separator: "\n")
    #expect(lines.count == 20_001)
    #expect(lines[20_000] == "19999,word 19999,19999,0.5")
  }
}
