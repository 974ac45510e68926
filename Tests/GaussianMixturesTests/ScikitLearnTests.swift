import Foundation
import Testing

@testable import GaussianMixtures

/// Our JSON sets up scikit-learn's GaussianMixture, whose scores agree with ours. Runs where `python3` (or the
/// interpreter named by `MIXTURE_LAB_PYTHON`) can import sklearn.
@Suite struct ScikitLearnTests {
  @Test(
    .enabled(if: Python.hasScikitLearn, "skipped: python3 with scikit-learn is not installed here"),
    arguments: CovarianceType.allCases)
  func scoresAgree(_ type: CovarianceType) throws {
    let data = try iris()
    let model = try EM(data: data, options: EMOptions(covarianceType: type))
      .fit(componentCount: 3, start: .kMeans).best.model
    struct Question: Encodable {
      let model: GaussianMixture
      let points: [[Double]]
    }
    let question = Question(model: model, points: (0..<data.count).map { data.row($0) })
    let answer = try Python.run(Self.script, input: try JSONEncoder().encode(question))
    let scores = try JSONDecoder().decode([Double].self, from: answer)
    let ours = try model.logDensities(of: data)
    #expect(scores.count == ours.count)
    #expect(zip(scores, ours).allSatisfy { isClose($0, $1, 1e-10) })
  }

  /// The recipe in the documentation of `GaussianMixture.json()`.
  private static let script = """
    import json, sys, numpy, sklearn.mixture
    question = json.load(sys.stdin)
    model = question["model"]
    g = sklearn.mixture.GaussianMixture(len(model["weights"]), covariance_type="full")
    g.weights_ = numpy.array(model["weights"])
    g.means_ = numpy.array(model["means"])
    g.covariances_ = numpy.array(model["covariances"])
    g.precisions_cholesky_ = numpy.linalg.inv(numpy.linalg.cholesky(g.covariances_)).transpose(0, 2, 1)
    print(json.dumps(list(g.score_samples(numpy.array(question["points"])))))
    """
}

private enum Python {
  static let hasScikitLearn = (try? run("import sklearn.mixture", input: Data())) != nil

  static func run(_ script: String, input: Data) throws -> Data {
    let process = Process()
    let interpreter = ProcessInfo.processInfo.environment["MIXTURE_LAB_PYTHON"] ?? "python3"
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [interpreter, "-c", script]
    let stdin = Pipe()
    let stdout = Pipe()
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = Pipe()
    try process.run()
    // A script that fails at once closes its end; the exit status tells.
    DispatchQueue.global().async {
      try? stdin.fileHandleForWriting.write(contentsOf: input)
      try? stdin.fileHandleForWriting.close()
    }
    let output = stdout.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    struct Failed: Error {}
    guard process.terminationStatus == 0 else { throw Failed() }
    return output
  }
}
