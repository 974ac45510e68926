import Foundation
import LabFiles
import Testing

/// Our JSON in the recipe that `ModelFile` documents, read by scikit-learn: the same log densities.
///
/// Runs where `python3`, or the program that the variable PYTHON names, has scikit-learn.
@Suite struct ScikitLearnTests {
  private static let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"

  private static func hasScikitLearn() -> Bool {
    (try? Program.run([python, "-c", "import sklearn.mixture"], executable: "/usr/bin/env").status) == 0
  }

  private static let script = """
    import json, sys, numpy as np
    from sklearn.mixture import GaussianMixture
    model = json.load(open("model.json"))
    mixture = GaussianMixture(len(model["weights"]), covariance_type="full")
    mixture.weights_ = np.array(model["weights"])
    mixture.means_ = np.array(model["means"])
    mixture.covariances_ = np.array(model["covariances"])
    mixture.precisions_cholesky_ = np.linalg.inv(np.linalg.cholesky(mixture.covariances_)).transpose(0, 2, 1)
    points = np.genfromtxt(sys.argv[1], delimiter=",", skip_header=1, usecols=range(4))
    print(json.dumps(list(mixture.score_samples(points))))
    """

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
      let result = try Program.run([Self.python, "-c", Self.script, iris], in: folder, executable: "/usr/bin/env")
      let theirs = try JSONValue.parse(Array(result.out.utf8)).vector
      let pairs = zip(try #require(ours), try #require(theirs))
      #expect(theirs?.count == 150)
      for (a, b) in pairs { #expect(abs(a - b) <= 1e-10 * max(1, abs(b))) }
    }
  }
}
