import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct EvaluationTests {
  /// Property 3.
  @Test(arguments: Problem.all([(3, 2, 90), (4, 5, 60), (200, 1, 400)]))
  func responsibilitiesAreProbabilitiesAndLabelsTheirMaximum(_ problem: Problem) throws {
    let data = try problem.data()
    let model = try problem.start(for: data)
    let r = try model.responsibilities(of: data)
    let labels = try model.predict(data)
    #expect(r.count == data.count && r.componentCount == problem.components)
    for n in 0..<data.count {
      let row = r.row(n)
      #expect(row.allSatisfy { $0 >= 0 })
      #expect(abs(row.reduce(0, +) - 1) < 1e-12)
      #expect(row[labels[n]] == row.max())
      #expect(r[n, labels[n]] == row.max())
    }
  }

  @Test func theFirstOfEqualOwnersNamesThePoint() throws {
    let model = GaussianMixture(
      weights: [0.2, 0.4, 0.4], means: [[0], [0], [0]], covariances: Array(repeating: .identity(1), count: 3))
    #expect(try model.predict([[0], [3], [-5]]) == [1, 1, 1])
  }

  @Test func densitiesSumToTheLogLikelihood() throws {
    let data = try oldFaithful()
    let model = try StartKind.kMeans.makeStart(data: data, componentCount: 2, seed: 1)
    let logDensities = try model.logDensities(of: data)
    #expect(isClose(logDensities.reduce(0, +), try model.logLikelihood(of: data), 1e-13))
    #expect(isClose(logDensities, try ReferencePassTotals.logDensities(data, model), 1e-12))
    #expect(isClose(try model.densities(of: data), logDensities.map { exp($0) }, 1e-15))
  }

  @Test func densityIntegratesToOne() throws {
    let model = GaussianMixture(
      weights: [0.3, 0.7], means: [[-1], [2]], covariances: [.diagonal([0.5]), .diagonal([2])])
    let grid = try Dataset(columns: [(0..<4000).map { -20 + Double($0) * 0.01 }])
    #expect(abs(try model.densities(of: grid).reduce(0, +) * 0.01 - 1) < 1e-9)
  }

  @Test func emptyDataGiveEmptyAnswers() throws {
    let model = GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)])
    let none = try Dataset(rows: [])
    #expect(try model.predict(none).isEmpty)
    #expect(try model.responsibilities(of: none).values.isEmpty)
    #expect(throws: MixtureError.dimensionMismatch(model: 1, data: 2)) {
      try model.predict(Dataset(rows: [[1, 2]]))
    }
  }
}

private enum ReferencePassTotals {
  /// One log density per point, from the reference's log-likelihood of each point alone.
  static func logDensities(_ data: Dataset, _ model: GaussianMixture) throws -> [Double] {
    try (0..<data.count).map { try ReferencePass(data: Dataset(rows: [data.row($0)]), model: model).logLikelihood }
  }
}
