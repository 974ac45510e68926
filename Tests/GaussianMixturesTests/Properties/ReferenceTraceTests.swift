import Foundation
import GaussianMixtures
import Testing

/// Property 1: traces of an independent implementation in extended precision.
@Suite struct ReferenceTraceTests {
  struct Reference: Decodable {
    struct Parameters: Decodable {
      let logLikelihood: [Double]?
      let weights: [Double]
      let means: [[Double]]
      let covariances: [[[Double]]]
    }
    let data: String
    let columns: [String]
    let family: CovarianceFamily
    let iterations: Int
    let start: Parameters
    let expected: Parameters

    enum CodingKeys: String, CodingKey {
      case data, columns, iterations, start, expected
      case family = "covarianceType"
    }
  }

  @Test(arguments: [
    "iris_diagonal_3", "iris_full_3", "iris_spherical_3", "iris_tied_3", "old_faithful_diagonal_2",
    "old_faithful_full_2", "old_faithful_spherical_2", "old_faithful_tied_2",
  ])
  func wholeTraceAndParameters(_ name: String) throws {
    let json = try Data(contentsOf: fixturesFolder.appending(path: "\(name).json"))
    let reference = try JSONDecoder().decode(Reference.self, from: json)
    let data = try loadAsset(reference.data, columns: reference.columns)
    let start = GaussianMixture(
      weights: reference.start.weights, means: reference.start.means,
      covariances: reference.start.covariances.map { CovarianceMatrix($0) },
      family: reference.family)
    let em = try EM(data: data, options: plainOptions(reference.family, iterations: reference.iterations))
    let fit = try em.fit(from: start)

    let expected = try #require(reference.expected.logLikelihood)
    #expect(fit.trace.count == expected.count)
    for (t, pair) in zip(fit.trace, expected).enumerated() {
      #expect(isClose(pair.0, pair.1, 1e-9), "log-likelihood \(t)")
    }
    for k in 0..<start.componentCount {
      #expect(isClose(fit.model.weights[k], reference.expected.weights[k], 1e-9))
      for i in 0..<data.dimensions {
        #expect(isClose(fit.model.means[k][i], reference.expected.means[k][i], 1e-9))
        for j in 0..<data.dimensions {
          #expect(isClose(fit.model.covariances[k][i, j], reference.expected.covariances[k][i][j], 1e-9))
        }
      }
    }
    #expect(fit.events.isEmpty)
  }

  @Test(arguments: ["iris_full_3", "old_faithful_full_2", "iris_tied_3", "old_faithful_diagonal_2"])
  func theDefaultFloorChangesNothingOnRealData(_ name: String) throws {
    let json = try Data(contentsOf: fixturesFolder.appending(path: "\(name).json"))
    let reference = try JSONDecoder().decode(Reference.self, from: json)
    let data = try loadAsset(reference.data, columns: reference.columns)
    let options = EMOptions(
      family: reference.family, tolerance: 0, maximumIterations: reference.iterations)
    let fit = try EM(data: data, options: options).fit(
      from: GaussianMixture(
        weights: reference.start.weights, means: reference.start.means,
        covariances: reference.start.covariances.map { CovarianceMatrix($0) }))
    let expected = try #require(reference.expected.logLikelihood)
    #expect(isClose(fit.trace, expected, 1e-9))
    #expect(fit.floored.isEmpty)
  }
}
