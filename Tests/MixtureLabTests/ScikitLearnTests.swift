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

  /// Lloyd's algorithm of scikit-learn, stopped after each number of iterations in turn.
  private static let lloyd = """
    import sys, json, numpy as np
    from sklearn.cluster import KMeans
    points = np.genfromtxt(sys.argv[1], delimiter=",", skip_header=1, usecols=range(4))
    start = np.array(json.load(open(sys.argv[2]))["means"])
    fits = [KMeans(len(start), init=start, n_init=1, max_iter=t, tol=0, algorithm="lloyd").fit(points)
            for t in range(1, int(sys.argv[3]) + 1)]
    print(json.dumps([fit.inertia_ for fit in fits] + [fits[-1].n_iter_]))
    """

  @Test(
    .enabled("skipped: python3 has no scikit-learn here") { hasScikitLearn() })
  func tracesOfKMeansAgree() throws {
    try Program.withFolder { folder in
      let iris = Program.asset("iris.csv")
      try AtomicFile.write(
        #"{"means": [[5.1, 3.5, 1.4, 0.2], [4.9, 3.0, 1.4, 0.2], [6.2, 3.4, 5.4, 2.3]]}"#, to: folder + "/s.json")
      let fit = try Program.run(
        ["fit", iris, "--algorithm", "k-means", "--start", "s.json", "--json"], in: folder)
      let trace = try #require(JSONValue.parse(Array(fit.out.utf8))["trace"]?.vector)
      let result = try Program.run(
        [Self.python, "-W", "ignore", "-c", Self.lloyd, iris, "s.json", String(trace.count - 1)], in: folder,
        executable: "/usr/bin/env")
      let theirs = try #require(JSONValue.parse(Array(result.out.utf8)).vector)
      #expect(theirs.count == trace.count && theirs.count > 3)
      #expect(theirs.last == Double(trace.count - 1), "as many iterations")
      for (a, b) in zip(trace.dropFirst(), theirs.dropLast()) { #expect(abs(a - b) <= 1e-9 * b) }
    }
  }
}
