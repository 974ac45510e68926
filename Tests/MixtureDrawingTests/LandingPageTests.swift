import Foundation
import GaussianMixtures
import MixtureDrawing
import Testing

/// The example of the library's landing page, compiled and run.
@Suite struct LandingPageTests {
  @Test func theExampleRuns() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "landing-page-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "fit.png").path()
    let printed = try example(picture: path)
    #expect(printed.first?.hasPrefix("Converged") == true && printed[2] == "true")
    #expect(printed.last?.contains("maximization") == true)
    #expect(try Data(contentsOf: URL(filePath: path)).starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  /// What is read there is what is compiled here.
  @Test func thePageShowsThisExample() throws {
    let here = URL(filePath: #filePath)
    let page = here.deletingLastPathComponent()
      .appending(path: "../../Sources/GaussianMixtures/GaussianMixtures.docc/GaussianMixtures.md")
    let blocks = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```")
    let shown = lines(try #require(blocks.dropFirst().first)).dropFirst().filter { !$0.hasPrefix("import ") }
    let source = lines(try String(contentsOf: here, encoding: .utf8).replacing("picturePath", with: "\"fit.png\""))
    let begin = try #require(source.firstIndex(of: "// What the landing page shows."))
    #expect(Array(source[(begin + 1)...].prefix(shown.count)) == Array(shown))
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private func example(picture picturePath: String) throws -> [String] {
    var printed: [String] = []
    func print(_ items: Any...) { printed.append(items.map { "\($0)" }.joined(separator: " ")) }
    // What the landing page shows.
    let truth = GaussianMixture(
      weights: [0.5, 0.3, 0.2], means: [[0, 0], [6, 1], [-2, 7]],
      covariances: [.identity(2), CovarianceMatrix([[2, 1], [1, 1]]), .diagonal([3, 0.5])])
    let points = try truth.sample(count: 600, seed: 1).points

    // Fit.
    let fit = try GaussianMixture.fit(points, components: 3, restarts: 5)
    print(fit.end.sentence, fit.iterations, fit.logLikelihood, fit.bic, fit.seed)

    // Use.
    let model = fit.model
    let labels = try model.predict(points)
    let shares = try model.responsibilities(of: points)
    let density = try model.logLikelihood(of: [[1, 2]])
    print(labels[0], shares[0, 2], density)

    // Keep: {"covarianceType": …, "weights": [K], "means": [K][D], "covariances": [K][D][D]}.
    let json = try JSONEncoder().encode(model)
    let again = try JSONDecoder().decode(GaussianMixture.self, from: json)
    print(again == model)

    // Watch: one half-step at a time.
    let em = try EM(data: Dataset(rows: points))
    let start = try StartKind.randomPoints.makeStart(data: em.data, componentCount: 3, seed: 7)
    for halfStep in em.halfSteps(from: start) {
      let step = try halfStep.get()
      print(step.iteration, step.kind, step.logLikelihood ?? .nan)
    }

    // Draw.
    var picture = try MixturePicture(of: model, points: points)
    picture.sigmas = [1, 2, 3]
    try picture.writePNG(to: picturePath)
    return printed
  }
}
