import Foundation
import LabFiles
import Testing

@Suite struct RaceCommandTests {
  private let faithful = Program.asset("old_faithful.csv")

  private func json(_ arguments: [String]) throws -> JSONValue {
    try JSONValue.parse(Array(Program.run(arguments + ["--json"]).out.utf8))
  }

  @Test func twentySeedsAndWhereTheyEnd() throws {
    let race = try json(["race", faithful, "-k", "4", "--starts", "20", "--seed", "1"])
    guard case .object(let members) = race else {
      Issue.record("no object")
      return
    }
    #expect(members.map(\.key) == ["runs", "optima"])
    let runs = try #require(race["runs"]?.elements)
    let optima = try #require(race["optima"]?.elements)
    #expect(runs.compactMap { $0["seed"]?.count }.sorted() == Array(1...20))
    #expect(runs.allSatisfy { ["converged", "iteration-limit"].contains($0["stopped"]?.text) })
    #expect(runs.allSatisfy { $0["iterations"]?.count ?? 0 > 1 })
    #expect(optima.compactMap { $0["count"]?.count }.reduce(0, +) == 20)
    for (index, optimum) in optima.enumerated() {
      let own = runs.filter { $0["optimum"]?.count == index }
      #expect(own.count == optimum["count"]?.count)
      #expect(own.compactMap { $0["seed"]?.count }.min() == optimum["seed"]?.count)
      #expect(own.compactMap { $0["logLikelihood"]?.double }.max() == optimum["logLikelihood"]?.double)
    }
    #expect(runs.first?["optimum"]?.count == 0, "best first")
  }

  /// A seed from the race gives the same fit by itself.
  @Test func aSeedOfTheRaceRepeatsItsRun() throws {
    let runs = try #require(try json(["race", faithful, "-k", "3", "--starts", "3", "--seed", "5"])["runs"]?.elements)
    let seven = try #require(runs.first { $0["seed"]?.count == 7 })
    let fit = try json(["fit", faithful, "-k", "3", "--restarts", "1", "--seed", "7"])
    for key in ["logLikelihood", "iterations", "stopped"] { #expect(fit[key] == seven[key]) }
  }

  @Test func theTableSaysHowManyFoundTheBest() throws {
    let result = try Program.run(["race", faithful, "-k", "2", "--starts", "4"])
    #expect(result.status == 0 && result.err.isEmpty)
    #expect(result.out.contains("4 of 4 starts found the best, seed 1 first"))
    #expect(result.out.contains("-1130.26396"))
  }

  @Test func whatTheFloorHoldsUpIsMarked() throws {
    try Program.withFolder { folder in
      let text = "a,b,c\n" + (0..<30).map { "\($0 % 7),\($0 * $0 % 11),\($0 % 7)\n" }.joined()
      try AtomicFile.write(text, to: folder + "/d.csv")
      let race = try JSONValue.parse(
        Array(Program.run(["race", "d.csv", "-k", "2", "--starts", "3", "--json"], in: folder).out.utf8))
      for member in ["runs", "optima"] { #expect(race[member]?.elements?.first?["floored"] == .bool(true)) }
      let result = try Program.run(["race", "d.csv", "-k", "2", "--starts", "3"], in: folder)
      #expect(result.out.contains("* held up by the floor") && result.err.contains("'c' repeats 'a'"))
    }
  }

  @Test(arguments: [
    ["-k", "0"], ["-k", "2", "--starts", "0"], ["--starts", "3"], ["-k", "2", "--seed", "18446744073709551615"],
    ["-k", "2", "--starts", "99999999"],
  ])
  func whatCannotBeAskedForIsRefusedInOneSentence(_ options: [String]) throws {
    let result = try Program.run(["race", faithful] + options)
    #expect(result.status == 64 && result.errorLines.count == 1 && result.out.isEmpty)
  }

  @Test func theLastSeedIsOne() throws {
    let race = try json(["race", faithful, "-k", "2", "--starts", "1", "--seed", "18446744073709551615"])
    #expect(race["optima"]?.elements?.first?["floored"] == .bool(false))
  }

  @Test func tooFewPointsIsAFailure() throws {
    try Program.withFolder { folder in
      try AtomicFile.write("1,2\n3,5\n4,1\n", to: folder + "/d.csv")
      let result = try Program.run(["race", "d.csv", "-k", "7", "--json"], in: folder)
      #expect(result.status == 1 && result.out.isEmpty && result.errorLines.count == 1)
    }
  }
}
