import Foundation
import LabFiles
import Testing

/// Which of several starts wins, and what is said about it.
@Suite struct RestartTests {
  private func json(_ result: Program.Result) throws -> JSONValue { try JSONValue.parse(Array(result.out.utf8)) }

  /// Two clouds and five equal points far off, on which a component can collapse.
  private func withTrap(_ body: (String) throws -> Void) throws {
    try Program.withFolder { folder in
      let cloud = (0..<60).map { n -> String in
        let angle = Double(n) * 2.4
        let radius = (Double(n) / 60).squareRoot()
        return "\(radius * cos(angle) + (n % 2 == 0 ? 0 : 5)),\(radius * sin(angle))\n"
      }
      try AtomicFile.write("x,y\n" + cloud.joined() + String(repeating: "2.5,3\n", count: 5), to: folder + "/d.csv")
      try body(folder)
    }
  }

  /// The third component soon sits on the five equal points, where the floor makes the likelihood as large as it likes.
  @Test func aFitThatNoFloorHoldsUpWins() throws {
    try withTrap { folder in
      func fit(_ restarts: Int) throws -> JSONValue {
        try json(
          Program.run(
            ["fit", "d.csv", "-k", "3", "--json", "--init", "random-points", "--restarts", "\(restarts)"], in: folder))
      }
      let (single, race) = try (fit(1), fit(10))
      #expect(single["floored"] != .array([]))
      #expect(race["floored"] == .array([]))
      #expect((single["logLikelihood"]?.double ?? 0) > (race["logLikelihood"]?.double ?? 0) + 20)
    }
  }

  @Test func aFitThatTheFloorHoldsUpIsMarkedEverywhere() throws {
    try withTrap { folder in
      try AtomicFile.write(
        #"{"means": [[2.5, 3], [2.5, 0]], "covariances": [[0.01, 0.01], [9, 9]]}"#, to: folder + "/s.json")
      let fit = try Program.run(["fit", "d.csv", "--start", "s.json", "--output", "m.json"], in: folder)
      #expect(
        fit.out.contains("* held up by the floor: A; the log-likelihood says more about --floor than about the data"))
      #expect(fit.out.split(separator: "\n").contains { $0.hasPrefix("A *") })
      let model = try ModelFile.read(folder + "/m.json")
      #expect(model.floored == [0])
      let score = try Program.run(["score", "m.json", "d.csv"], in: folder)
      #expect(score.out.contains("* the floor held up A in the fit"))
      let scored = try json(Program.run(["score", "m.json", "d.csv", "--json"], in: folder))
      #expect(scored["floored"] == .array([.integer(0)]))
    }
  }

  @Test func theDefaultFindsWhatManyStartsFind() throws {
    let arguments = ["fit", Program.asset("iris.csv"), "-k", "3", "--json"]
    let usual = try json(Program.run(arguments))
    #expect(usual["logLikelihood"] == (try json(Program.run(arguments + ["--restarts", "10"])))["logLikelihood"])
    // The value that mclust reports for its VVV model of three components.
    #expect(abs((usual["logLikelihood"]?.double ?? 0) - -180.1855) < 0.01)
  }

  /// The seed that is printed repeats the winning run.
  @Test func theSeedIsTheWinners() throws {
    let arguments = ["fit", Program.asset("iris.csv"), "-k", "4", "--json", "--init", "random-points"]
    let race = try json(Program.run(arguments + ["--restarts", "5"]))
    let seed = try #require(race["seed"]?.unsigned)
    let again = try json(Program.run(arguments + ["--restarts", "1", "--seed", "\(seed)"]))
    #expect(again["trace"] == race["trace"])
  }
}
