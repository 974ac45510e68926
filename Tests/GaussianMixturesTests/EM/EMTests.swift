import Testing

@testable import GaussianMixtures

@Suite struct EMTests {
  @Test func optionsAreChecked() throws {
    let data = try Dataset(rows: [[1], [2]])
    for options in [
      EMOptions(tolerance: -1), EMOptions(tolerance: .nan), EMOptions(maximumIterations: -1), EMOptions(floor: -1e-9),
      EMOptions(floor: 1), EMOptions(floor: .nan),
    ] {
      #expect(throws: MixtureError.self) { try EM(data: data, options: options) }
    }
    #expect(throws: MixtureError.noPoints) { try EM(data: Dataset(columns: [[], []])) }
    #expect(throws: MixtureError.noDimensions) { try EM(data: Dataset(rows: [])) }
  }

  @Test func modelsOfOtherDimensionsAreRefused() throws {
    let em = try EM(data: Dataset(rows: [[1, 2], [3, 4]]))
    let model = GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)])
    #expect(throws: MixtureError.dimensionMismatch(model: 1, data: 2)) { try em.expectation(of: model) }
  }

  @Test func expectationCountsPoints() throws {
    let data = try iris()
    let start = try StartKind.kMeansPlusPlus.makeStart(data: data, componentCount: 3, seed: 1)
    let expectation = try EM(data: data).expectation(of: start)
    #expect(isClose(expectation.counts.reduce(0, +), 150, 1e-13))
    #expect(isClose(expectation.logLikelihood, try start.logLikelihood(of: data), 1e-13))
    #expect(expectation.model == start)
  }

  /// Moments about a center so far away say nothing about where the points are: rounding alone is larger than their
  /// range. What is known is that no mean lies outside it.
  @Test(arguments: [1e12, 1e60, 1e100, 1e140], [false, true])
  func aMeanFromFarAwayComesHomeInOneStep(_ distance: Double, _ isFused: Bool) throws {
    let repeats = isFused ? 1500 : 1
    let rows: [[Double]] = Array(repeating: [[1, 7], [2, 5], [4, 6]], count: repeats).flatMap { $0 }
    let em = try EM(data: Dataset(rows: rows))
    let start = GaussianMixture(
      weights: [1], means: [[distance, -distance]],
      covariances: [.diagonal([distance * distance, distance * distance])])
    let expectation = try em.expectation(of: start)
    let model = try em.maximization(of: expectation, iteration: 1).model
    #expect(isClose(model.means[0], [7.0 / 3, 6], 1e-14))
    #expect(
      isClose(model.covariances[0], CovarianceMatrix([[14.0 / 9, -1.0 / 3], [-1.0 / 3, 2.0 / 3]]), 1e-12))
    for (center, range) in zip(expectation.statistics.centers, em.scales.ranges) { #expect(range.contains(center)) }
  }

  @Test func stopsOnGainPerPoint() throws {
    let em = try EM(
      data: Dataset(rows: [[0], [1], [2], [3]]), options: EMOptions(tolerance: 0.01, maximumIterations: 5))
    #expect(!em.hasConverged(from: -10, to: -9.9))
    #expect(em.hasConverged(from: -10, to: -9.961))
    // A rescue may cost likelihood: that is not convergence.
    #expect(!em.hasConverged(from: -10, to: -12))
  }

  @Test func otherOptionsOnTheSameData() throws {
    let em = try EM(data: oldFaithful())
    let other = EMOptions(family: .diagonal, floor: 1e-3)
    let start = try StartKind.kMeans.makeStart(data: em.data, componentCount: 2, family: .diagonal, seed: 1)
    #expect(try em.with(other).fit(from: start) == EM(data: em.data, options: other).fit(from: start))
    #expect(throws: MixtureError.self) { try em.with(EMOptions(floor: 2)) }
  }
}
