import Foundation
import LabFiles
import Testing

@Suite struct SelectCommandTests {
  private let faithful = Program.asset("old_faithful.csv")

  private func json(_ result: Program.Result) throws -> JSONValue { try JSONValue.parse(Array(result.out.utf8)) }

  @Test(arguments: [
    ("1...3", [1, 2, 3]), ("2..3", [2, 3]), ("2:3", [2, 3]), ("2-3", [2, 3]), ("3,1,2", [1, 2, 3]), ("2", [2]),
    ("1...2,4", [1, 2, 4]), ("1, 3", [1, 3]),
  ])
  func everyFormOfANumberOfComponents(_ text: String, _ expected: [Int]) throws {
    let result = try Program.run(
      ["select", faithful, "-k", text, "--covariance", "spherical", "--restarts", "1", "--iterations", "3", "--json"])
    #expect(try json(result)["rows"]?.elements?.map { $0["components"]?.count } == expected)
  }

  @Test(arguments: ["", "0", "0...3", "a", "1...", "...3", "1,,2", "1..2..3", "-1", "1.5", "5:2"])
  func otherFormsAreRefusedWithTheForms(_ text: String) throws {
    let result = try Program.run(["select", faithful, "-k=\(text)"])
    #expect(result.status == 64 && result.errorLines.count == 1 && result.out.isEmpty)
  }

  @Test func helpAndErrorsNameTheForms() throws {
    let help = try Program.run(["select", "--help"]).out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(help.contains("1...9, 2..5, 2:5, 2-5 or 2,3,5"))
    #expect(try Program.run(["select", faithful, "-k", "two"]).err.contains("write 1...9, 2..5, 2:5, 2-5 or 2,3,5"))
  }

  @Test func theWinnerIsWritten() throws {
    try Program.withFolder { folder in
      let result = try Program.run(
        ["select", faithful, "-k", "1...4", "--restarts", "3", "--output", "best.json", "--json"], in: folder)
      let best = try #require(try json(result)["best"])
      let file = try ModelFile.read(folder + "/best.json")
      #expect(file.model.componentCount == best["components"]?.count)
      #expect(file.model.family.rawValue == best["covarianceType"]?.text)
      #expect(file.logLikelihood == best["logLikelihood"]?.double)
      #expect(file.columns == ["eruptions", "waiting"])
      let score = try json(Program.run(["score", "best.json", faithful, "--json"], in: folder))
      #expect(abs((score["bic"]?.double ?? 0) - (best["bic"]?.double ?? 1)) < 1e-6)
    }
  }

  @Test func everyRowSaysWhetherItConverged() throws {
    let arguments = ["select", faithful, "-k", "1,3", "--covariance", "full", "--restarts", "1"]
    let cut = try Program.run(arguments + ["--iterations", "3"])
    let lines = cut.out.split(separator: "\n").filter { $0.hasPrefix("full") }.map { $0.split(separator: " ")[7] }
    #expect(lines == ["yes", "no"])
    #expect(cut.out.contains("converged: no – stopped at the limit; raise --iterations"))
    let rows = try json(Program.run(arguments + ["--iterations", "3", "--json"]))["rows"]?.elements
    #expect(rows?.map { $0["converged"] } == [.bool(true), .bool(false)])
    #expect(try !Program.run(arguments).out.contains("raise --iterations"))
  }

  @Test func whatTheFloorHoldsUpIsMarkedAlsoWhereItWins() throws {
    try Program.withFolder { folder in
      let text = "a,b,c\n" + (0..<30).map { "\($0 % 7),\($0 * $0 % 11),\($0 % 7)\n" }.joined()
      try AtomicFile.write(text, to: folder + "/d.csv")
      let result = try Program.run(["select", "d.csv", "-k", "1,2", "--covariance", "full"], in: folder)
      #expect(result.out.contains("* ← best") && result.out.contains("* held up by the floor"))
      #expect(result.err.contains("'c' repeats 'a'"))
    }
  }

  @Test func nothingThatCanBeFittedIsAFailure() throws {
    try Program.withFolder { folder in
      try AtomicFile.write("1,2\n3,5\n4,1\n", to: folder + "/d.csv")
      for options in [[], ["--json"], ["--output", "m.json"]] {
        let result = try Program.run(["select", "d.csv", "-k", "7"] + options, in: folder)
        #expect(result.status == 1 && result.out.isEmpty)
        #expect(
          result.err
            == "mixture-lab: nothing could be fitted: 7 components need at least as many points, and there are 3; add "
            + "points or lower K\n")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["d.csv"])
    }
  }

  @Test(arguments: [("full,full", 1), ("all,full", 4), ("tied,all,tied", 4), ("spherical,full", 2)])
  func familiesMayBeNamedTwice(_ families: String, _ count: Int) throws {
    let result = try Program.run(
      ["select", faithful, "-k", "1", "--covariance", families, "--restarts", "1", "--json"])
    #expect(try JSONValue.parse(Array(result.out.utf8))["rows"]?.elements?.count == count)
  }
}
