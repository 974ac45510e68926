import Foundation
import LabFiles
import Testing

/// Our JSON in the recipe of the README, read by scikit-learn: the same log densities.
///
/// Runs where `python3`, or the program that the variable PYTHON names, has scikit-learn.
@Suite struct ScikitLearnTests {
  private static let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"

  private static func hasScikitLearn() -> Bool {
    (try? Program.run([python, "-c", "import sklearn.mixture"], executable: "/usr/bin/env").status) == 0
  }

  /// The README's recipe, with points to score before it and its last line printed.
  private static func script() throws -> String {
    var lines = Readme.code("python", in: try Readme.section("Without the window"))
    let result = lines.removeLast()
    return """
      import sys, json, numpy as np
      points = np.genfromtxt(sys.argv[1], delimiter=",", skip_header=1, usecols=range(4))
      \(lines.joined(separator: "\n"))
      print(json.dumps(list(\(result))))
      """
  }

  @Test(
    .enabled("skipped: python3 has no scikit-learn here") { hasScikitLearn() },
    arguments: ["full", "tied", "diagonal", "spherical"])
  func scoresAgree(_ family: String) throws {
    try Program.withFolder { folder in
      let iris = Program.asset("iris.csv")
      _ = try Program.run(
        ["fit", iris, "-k", "3", "--covariance", family, "--output", "model.json"], in: folder)
      let ours = try JSONValue.parse(
        Array(Program.run(["classify", "model.json", iris, "--json"], in: folder).out.utf8))["logDensities"]?.vector
      let result = try Program.run([Self.python, "-c", Self.script(), iris], in: folder, executable: "/usr/bin/env")
      let theirs = try JSONValue.parse(Array(result.out.utf8)).vector
      let pairs = zip(try #require(ours), try #require(theirs))
      #expect(theirs?.count == 150)
      for (a, b) in pairs { #expect(abs(a - b) <= 1e-10 * max(1, abs(b))) }
    }
  }
}
