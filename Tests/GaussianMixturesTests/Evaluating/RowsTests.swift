import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct RowsTests {
  private let model = GaussianMixture(
    weights: [0.3, 0.7], means: [[0, 0], [4, 1]],
    covariances: [CovarianceMatrix([[2, 0.5], [0.5, 1]]), .identity(2)])
  private let points = [[0, 0], [3, 1], [-1, 4.5], [2, 0.5]]

  @Test func rowsAndColumnsGiveTheSame() throws {
    let data = try Dataset(rows: points)
    #expect(try model.logLikelihood(of: points) == model.logLikelihood(of: data))
    #expect(try model.logDensities(of: points) == model.logDensities(of: data))
    #expect(try model.densities(of: points) == model.densities(of: data))
    #expect(try model.responsibilities(of: points) == model.responsibilities(of: data))
    #expect(try model.predict(points) == [0, 1, 0, 1] && model.predict(data) == [0, 1, 0, 1])
    #expect(data.rows == points)
  }

  @Test func onePointIsBayesRule() throws {
    for (n, point) in points.enumerated() {
      let posterior = try model.posterior(at: point)
      let products = zip(model.weights, posterior.logDensities).map { $0 * exp($1) }
      #expect(isClose(posterior.logDensity, log(products.reduce(0, +)), 1e-14))
      #expect(isClose(posterior.responsibilities, products.map { $0 / products.reduce(0, +) }, 1e-14))
      #expect(posterior.responsibilities == (try model.responsibilities(of: points)).row(n))
    }
  }

  @Test func pointsOfAnotherLengthAreRefused() throws {
    let wrong = MixtureError.dimensionMismatch(model: 2, data: 3)
    let row = [1.0, 2, 3]
    #expect(throws: wrong) { try model.posterior(at: row) }
    #expect(throws: MixtureError.dimensionMismatch(model: 2, data: 0)) { try model.posterior(at: []) }
    #expect(throws: wrong) { try model.logLikelihood(of: [row]) }
    #expect(throws: wrong) { try model.logDensities(of: [row]) }
    #expect(throws: wrong) { try model.densities(of: [row]) }
    #expect(throws: wrong) { try model.responsibilities(of: [row]) }
    #expect(throws: wrong) { try model.predict([row]) }
    #expect(throws: MixtureError.raggedRow(row: 1, expected: 2, found: 3)) { try model.predict([[1, 2], row]) }
    let data = try Dataset(rows: points)
    #expect(throws: MixtureError.self) { try KMeans(data: data).assign(to: [row]) }
    #expect(throws: MixtureError.self) { try KMeans(data: data).run(from: [row]) }
    #expect(throws: MixtureError.self) { try GaussianMixture.start(means: [row], data: data) }
    let em = try EM(data: data)
    let other = try EM(data: Dataset(rows: [row, row])).expectation(
      of: GaussianMixture(weights: [1], means: [row], covariances: [.identity(3)]))
    #expect(throws: MixtureError.self) { try em.maximization(of: other, iteration: 1) }
    #expect(throws: MixtureError.self) { try em.lowerBound(of: other, with: model) }
    var run = em.run(from: model)
    run.take(em.perform(RunRequest(.evaluation(of: other.model), options: em.options)))
    #expect(run.end == nil && run.logLikelihood == nil)
  }

  @Test func noPointsAreNothing() throws {
    #expect(try model.logLikelihood(of: [[Double]]()) == 0)
    #expect(try model.predict([[Double]]()).isEmpty && model.responsibilities(of: [[Double]]()).count == 0)
  }

  @Test func samplesBySeed() throws {
    var generator = SeededGenerator(seed: 5)
    let sample = try model.sample(count: 20, seed: 5)
    #expect(sample == (try model.sample(count: 20, using: &generator)))
    #expect(sample.points.count == 20 && sample.points[3] == sample.data.row(3))
  }
}
