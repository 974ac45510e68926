import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct GaussianMixtureJSONTests {
  /// Property 12.
  @Test(arguments: CovarianceType.allCases)
  func roundTripKeepsEveryBit(_ type: CovarianceType) throws {
    let data = try iris()
    let model = try EM(data: data, options: EMOptions(covarianceType: type, maximumIterations: 5))
      .fit(componentCount: 3, start: .kMeans).best.model
    let loaded = try GaussianMixture(json: model.json())
    #expect(loaded == model)
    #expect(try loaded.logDensities(of: data) == model.logDensities(of: data))
    #expect(try loaded.bic(on: data) == model.bic(on: data))
  }

  @Test(arguments: [1e-150, 1e150])
  func extremeNumbersKeepEveryBit(_ unit: Double) throws {
    let model = GaussianMixture(
      weights: [1.0 / 3, 2.0 / 3], means: [[unit / 3], [unit / 7]],
      covariances: [.diagonal([unit * unit / 3]), .diagonal([unit * unit / 7])])
    #expect(try GaussianMixture(json: model.json()) == model)
  }

  @Test func familyIsOptional() throws {
    let json = #"{"weights": [1], "means": [[0]], "covariances": [[[2]]]}"#
    #expect(try GaussianMixture(json: Data(json.utf8)).covarianceType == .full)
  }

  @Test(arguments: [
    ("", "not valid JSON"), ("[1]", "wrong kind"), (#"{"weights": [1], "means": [[0]]}"#, "\"covariances\" is missing"),
    (#"{"weights": ["a"], "means": [[0]], "covariances": [[[2]]]}"#, "weights [0]"),
    (#"{"weights": [1], "means": [[0]], "covariances": [[[2], [1, 2]]]}"#, "differ in length"),
    (#"{"weights": [1], "means": [[0]], "covariances": [[[2]]], "covarianceType": "round"}"#, "covarianceType"),
  ])
  func saysWhatIsWrong(_ json: String, _ expected: String) {
    let error = #expect(throws: MixtureError.self) { try GaussianMixture(json: Data(json.utf8)) }
    #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
  }

  @Test func modelsAreCheckedBothWays() {
    let broken = GaussianMixture(weights: [0.5], means: [[0]], covariances: [.identity(1)])
    #expect(throws: MixtureError.weightsSum(0.5)) { try broken.json() }
    let json = #"{"weights": [0.5], "means": [[0]], "covariances": [[[2]]]}"#
    #expect(throws: MixtureError.weightsSum(0.5)) { try GaussianMixture(json: Data(json.utf8)) }
  }

  @Test func startsNeedOnlyMeans() throws {
    let data = try oldFaithful()
    let description = try StartDescription(json: Data(#"{"means": [[2, 50], [4, 80]]}"#.utf8))
    let start = try description.model(for: data)
    #expect(start == (try GaussianMixture.start(means: [[2, 50], [4, 80]], data: data)))
    #expect(throws: MixtureError.self) { try StartDescription(json: Data("{}".utf8)) }
  }
}
