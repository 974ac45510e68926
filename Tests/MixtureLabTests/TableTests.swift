import Foundation
import LabFiles
import Testing

/// Tables as people have them.
@Suite struct TableTests {
  private let rows = (0..<40).map { (n: Int) -> (Double, Double) in
    let (first, second): (Double, Double) = (Double(n % 7), Double(n * n % 11))
    return (first + Double(n) / 10, second)
  }

  private func table(_ header: String, _ line: (Int, Double, Double) -> String) -> String {
    header + rows.enumerated().map { line($0.offset, $0.element.0, $0.element.1) }.joined()
  }

  private func fit(_ content: [UInt8], _ options: String...) throws -> Program.Result {
    try Program.withFolder { folder in
      try AtomicFile.write(content, to: folder + "/d.csv")
      return try Program.run(["fit", "d.csv", "-k", "2", "--json"] + options, in: folder)
    }
  }

  private func trace(_ result: Program.Result) throws -> [Double] {
    try #require(try JSONValue.parse(Array(result.out.utf8))["trace"]?.vector)
  }

  @Test func manyFormsOneFit() throws {
    let plain = try trace(fit(Array(table("a,b\n") { "\($1),\($2)\n" }.utf8)))
    let forms: [(String, [String])] = [
      (table("\u{FEFF}a,b\r\n") { "\($1),\($2)\r\n" }, []),
      (table("\"x\"\t\"y\"\n") { "\"\($0 + 1)\"\t\($1)\t\($2)\n" }, []),
      (table("\"\",\"x\",\"y\"\n") { "\"\($0 + 1)\",\($1),\($2)\n" }, []),
      (table("a,b,when\n") { "\($1),\($2),\($0 % 3 == 0 ? "NA" : "\($0)")\n" }, ["--columns", "a,b"]),
      (table("a,b,when\n") { "\($1),\($2),\($0 % 3 == 0 ? "never" : "\($0)")\n" }, ["--columns", "a,b"]),
      (
        table("\"a, m\",\"b, kg\",c\n") { "\($1),\($2),\($0)\n" }, ["--columns", "a, m", "--columns", "b, kg"]
      ),
      (table("a;b;c\n") { "\($1);\($2);1,5\n" }.decimalCommas, ["--columns", "a,b"]),
    ]
    for (text, options) in forms {
      let result = try Program.withFolder { folder in
        try AtomicFile.write(text, to: folder + "/d.csv")
        return try Program.run(["fit", "d.csv", "-k", "2", "--json"] + options, in: folder)
      }
      #expect(result.status == 0, "\(text.prefix(40)): \(result.err)")
      if result.status == 0 { #expect(try trace(result) == plain, "\(text.prefix(40))") }
    }
  }

  @Test func missingValuesAreRefusedOrDroppedAndCounted() throws {
    let text = table("a,b\n") { "\($1),\($0 % 10 == 3 ? "NA" : "\($2)")\n" }
    let refused = try fit(Array(text.utf8))
    #expect(refused.status == 1)
    #expect(
      refused.err
        == "mixture-lab: line 5, column 2 of 'd.csv': 'NA' is no value (4 such rows); fill it in, or leave such rows out "
        + "with --missing drop\n")
    let dropped = try fit(Array(text.utf8), "--missing", "drop")
    #expect(try JSONValue.parse(Array(dropped.out.utf8))["points"]?.count == 36)
    #expect(dropped.err == "mixture-lab: d.csv: 4 of 40 rows dropped for a missing value\n")
  }

  @Test func latin1IsSaid() throws {
    let text = Array(table("Gr\u{F6}\u{DF}e,b\n") { "\($1),\($2)\n" }.unicodeScalars.map { UInt8($0.value) })
    let result = try fit(text)
    #expect(try JSONValue.parse(Array(result.out.utf8))["columns"]?.strings == ["Größe", "b"])
    #expect(result.err == "mixture-lab: d.csv: it is not UTF-8 and was read as Latin-1\n")
  }

  @Test(arguments: [
    ("c", "'c' repeats 'a'", false), ("c", "'c' is a linear function of 'a'", true),
  ])
  func redundantColumnsAreNamed(_ name: String, _ clause: String, _ isScaled: Bool) throws {
    let text = table("a,b,\(name)\n") { "\($1),\($2),\(isScaled ? 3 - 2 * $1 : $1)\n" }
    let result = try fit(Array(text.utf8))
    #expect(result.status == 0)
    #expect(
      result.err.contains("mixture-lab: \(clause), so that the covariance is singular; leave it out with --columns"))
    let failed = try fit(Array(text.utf8), "--on-collapse", "fail")
    #expect(failed.status == 1 && failed.errorLines.count == 1 && failed.err.contains(clause))
    #expect(try fit(Array(text.utf8), "--columns", "a,b").err.isEmpty)
    #expect(try !fit(Array(text.utf8), "--covariance", "diagonal").err.contains("singular"))
  }

  /// Beside one wild point all columns look alike; none of them is to blame.
  @Test func aWildPointMakesNoColumnRedundant() throws {
    let result = try fit(Array((table("a,b\n") { "\($1),\($2)\n" } + "1e6,1e6\n").utf8))
    #expect(result.status == 0 && !result.err.contains("linear function"))
  }

  /// Points in two places lie on a line whatever the columns are: with one of them left out the same would happen.
  @Test func fewPlacesMakeNoColumnRedundant() throws {
    let text = "a,b\n" + String(repeating: "1,1\n", count: 9) + String(repeating: "9,7\n", count: 9)
    let result = try fit(Array(text.utf8), "--on-collapse", "fail")
    #expect(result.status == 1 && !result.err.contains("linear function"), "\(result.err)")
  }

  @Test func aReasonFollowsInTheSameSentence() throws {
    let text = table("a,b,c\n") { "\($1),\($2),\($1)\n" }
    let result = try fit(Array(text.utf8), "--floor", "0")
    #expect(
      result.status == 1 && result.err.contains("; 'c' repeats 'a'") && !result.err.contains("."), "\(result.err)")
  }

  @Test func constantColumnsAndSumsAreNamed() throws {
    let constant = try fit(Array(table("a,b,z\n") { "\($1),\($2),5\n" }.utf8))
    #expect(constant.err.contains("'z' is constant, so that the covariance is singular"))
    let sum = try fit(Array(table("a,b,s\n") { "\($1),\($2),\($1 + 2 * $2)\n" }.utf8))
    #expect(sum.err.contains("'s' is a linear function of the columns before it"))
  }
}

extension String {
  fileprivate var decimalCommas: String { String(map { $0 == "." ? "," : $0 }) }
}
