import Foundation
import LabFiles
import Testing

@Suite struct FitCommandTests {
  /// The start of a published trace on Old Faithful: full covariances, two components.
  private let start = """
    {"weights": [0.5, 0.5], "means": [[1.85518, 54.151172], [1.586189, 62.702178]],
     "covariances": [[[0.648969445, 0], [0, 92.071907439]], [[0.648969445, 0], [0, 92.071907439]]]}
    """

  private func json(_ result: Program.Result) throws -> JSONValue { try JSONValue.parse(Array(result.out.utf8)) }

  @Test func thePublishedFitOfOldFaithful() throws {
    try Program.withFolder { folder in
      try AtomicFile.write(start, to: folder + "/start.json")
      let result = try Program.run(
        ["fit", Program.asset("old_faithful.csv"), "-k", "2", "--start", "start.json", "--json"]
          + ["--iterations", "30", "--tolerance", "0"], in: folder)
      #expect(result.status == 0)
      #expect(result.err.isEmpty)
      let fit = try json(result)
      let trace = try #require(fit["trace"]?.vector)
      #expect(trace.count == 31)
      #expect(abs(trace[0] / -2485.910472226019 - 1) < 1e-9)
      #expect(abs(trace[30] - -1130.26396) < 1e-5)
      #expect(fit["logLikelihood"]?.double == trace[30])
      #expect(fit["iterations"]?.count == 30)
      #expect(fit["converged"] == .bool(false))
      #expect(fit["stopped"]?.text == "iteration-limit")
      #expect(fit["columns"]?.strings == ["eruptions", "waiting"])
      #expect(fit["points"]?.count == 272)
      #expect(fit["covarianceType"]?.text == "full")
      #expect(fit["seed"]?.unsigned == 1)
      #expect(fit["events"] == .array([]))
      #expect(fit["weights"]?.vector?.count == 2)
      #expect(fit["means"]?.matrix?.map(\.count) == [2, 2])
      #expect(fit["covariances"]?.matrices?.map { $0.map(\.count) } == [[2, 2], [2, 2]])
    }
  }

  @Test(arguments: [
    ("tied", "2", -1140.18676), ("full", "2", -1130.26396), ("diagonal", "2", -1147.80635),
  ])
  func thePublishedFitsFromOurOwnStarts(_ family: String, _ k: String, _ expected: Double) throws {
    let result = try Program.run(
      ["fit", Program.asset("old_faithful.csv"), "-k", k, "--covariance", family, "--tolerance", "1e-10", "--json"]
        + ["--restarts", "3"])
    let fit = try json(result)
    #expect(abs((fit["logLikelihood"]?.double ?? 0) - expected) < 2e-5)
    #expect(fit["converged"] == .bool(true))
  }

  @Test func theSameSeedGivesTheSameBytes() throws {
    let arguments = ["fit", Program.asset("iris.csv"), "-k", "3", "--init", "random-points", "--json", "--seed"]
    let first = try Program.run(arguments + ["5"])
    #expect(try Program.run(arguments + ["5"]).out == first.out)
    #expect(try Program.run(arguments + ["6"]).out != first.out)
  }

  @Test func columnsWithoutNumbersAreLeftOutAndNamed() throws {
    let result = try Program.run(["fit", Program.asset("iris.csv"), "-k", "2", "--json"])
    #expect(try json(result)["means"]?.matrix?.map(\.count) == [4, 4])
    #expect(result.errorLines == ["mixture-lab: iris.csv: left out 'species', which holds no numbers"])
  }

  @Test func chosenColumns() throws {
    let result = try Program.run(
      ["fit", Program.asset("iris.csv"), "-k", "2", "--json", "--columns", "petal_width, sepal_length"])
    #expect(try json(result)["columns"]?.strings == ["petal_width", "sepal_length"])
    #expect(result.err.isEmpty)
  }

  @Test func theTableShowsTheModel() throws {
    let result = try Program.run(
      ["fit", Program.asset("old_faithful.csv"), "-k", "1", "--iterations", "5"])
    #expect(result.out.contains("old_faithful.csv: 272 points in eruptions, waiting"))
    #expect(
      result.out.contains(
        "1 component, full covariances, converged after 2 iterations (gain per point, and what Aitken's estimate leaves, "
          + "below 1e-06), seed 1"))
    #expect(result.out.contains("log-likelihood -1289.79675"))
    #expect(result.out.contains("A               1         3.48778       70.8971"))
  }

  @Test func theModelIsAlsoWrittenToAFile() throws {
    try Program.withFolder { folder in
      let result = try Program.run(
        ["fit", Program.asset("old_faithful.csv"), "-k", "2", "--json", "--output", "model.json"], in: folder)
      let path = folder + "/model.json"
      #expect(try String(contentsOfFile: path, encoding: .utf8) == result.out)
      #expect(try ModelFile.read(path).model.componentCount == 2)
    }
  }

  @Test func rescuesAreAnnounced() throws {
    try Program.withFolder { folder in
      try AtomicFile.write("x,y\n" + String(repeating: "1,2\n", count: 5) + "8,9\n4,3\n", to: folder + "/d.csv")
      try AtomicFile.write(#"{"means": [[1, 2], [6, 6]]}"#, to: folder + "/s.json")
      let result = try Program.run(["fit", "d.csv", "--start", "s.json", "--json"], in: folder)
      #expect(result.status == 0)
      #expect(result.err.contains("floor applied (iteration "))
      #expect(try json(result)["events"]?.elements?.first?["kind"]?.text == "floor-applied")
      let strict = try Program.run(["fit", "d.csv", "--start", "s.json", "--on-collapse", "fail"], in: folder)
      #expect(strict.status == 1)
      #expect(strict.errorLines.count == 1)
    }
  }

  @Test func kMeansFromAStart() throws {
    try Program.withFolder { folder in
      try AtomicFile.write("x,y\n0,0\n0,2\n10,0\n10,2\n10,4\n", to: folder + "/d.csv")
      try AtomicFile.write(#"{"means": [[1, 1], [4, 1], [99, 99]]}"#, to: folder + "/s.json")
      let arguments = ["fit", "d.csv", "--algorithm", "k-means", "--start", "s.json"]
      let result = try Program.run(arguments + ["--json"], in: folder)
      #expect(result.status == 0 && result.err.isEmpty)
      let fit = try json(result)
      #expect(fit["algorithm"]?.text == "k-means" && fit["converged"] == .bool(true))
      #expect(fit["iterations"]?.count == 2)
      #expect(fit["trace"]?.vector == [123, 10, 10])
      #expect(fit["means"]?.matrix == [[0, 1], [10, 2], [99, 99]])
      #expect(fit["weights"]?.vector == [0.4, 0.6, 0])
      #expect(fit["labels"]?.vector == [0, 0, 1, 1, 1] && fit["seed"] == .null)
      #expect(
        try Program.run(arguments, in: folder).out.contains("k-means with 3 centers, converged after 2 iterations"))
      #expect(try Program.run(arguments + ["--output", "m.json"], in: folder).status == 64)
    }
  }

  @Test func kMeansDrawsItsStartsAndKeepsTheBest() throws {
    let result = try Program.run(
      ["fit", Program.asset("iris.csv"), "--algorithm", "k-means", "-k", "3", "--restarts", "5", "--json"])
    let fit = try json(result)
    let last = try #require(fit["trace"]?.vector?.last)
    #expect(abs(last - 78.85144) < 1e-4)
    // Its seed repeats it.
    let seed = try #require(fit["seed"]?.fragment)
    let again = try Program.run(
      ["fit", Program.asset("iris.csv"), "--algorithm", "k-means", "-k", "3", "--restarts", "1", "--seed", seed])
    #expect(again.out.contains(", seed \(seed)\nsum of squares 78.8514\n"), "\(again.out)")
  }

  @Test func aSmallSumOfSquaresIsNotZero() throws {
    try Program.withFolder { folder in
      try AtomicFile.write("x\n1e-9\n2e-9\n4e-9\n", to: folder + "/d.csv")
      let result = try Program.run(["fit", "d.csv", "--algorithm", "k-means", "-k", "1"], in: folder)
      #expect(result.out.contains("sum of squares 4.66667e-18\n"), "\(result.out)")
    }
  }
}
