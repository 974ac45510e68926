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

  /// Less than a millionth of an even share, and less than one point.
  @Test func whatCountsAsEmpty() throws {
    func isEmpty(_ count: Double, _ weights: [Double]) throws -> Bool {
      let data = try Dataset(columns: [weights.indices.map { Double($0) }], sampleWeights: weights)
      var statistics = SufficientStatistics(componentCount: 2, dimensions: 1, isDiagonal: false, centers: [0, 1])
      statistics.counts = [count, weights.reduce(0, +) - count]
      return try EM(data: data).isEmpty(statistics, 0)
    }
    let ones = [Double](repeating: 1, count: 10)
    #expect(try isEmpty(4.9e-6, ones) && !isEmpty(5.1e-6, ones))
    for factor in [1e-9, 0.1, 1e12] {
      #expect(try isEmpty(4.9e-6 * factor, ones.map { $0 * factor }))
      #expect(try !isEmpty(5.1e-6 * factor, ones.map { $0 * factor }))
    }
    // Rows of weight zero are none.
    #expect(try !isEmpty(5.1e-6, ones + [0, 0, 0]))
  }

  /// A millionth of an even share is more than one point here.
  @Test func onePointAmongMillionsIsNotEmpty() throws {
    let data = try Dataset(columns: [Array(repeating: 3, count: 1_500_000)])
    var statistics = SufficientStatistics(componentCount: 1, dimensions: 1, isDiagonal: false, centers: [0])
    statistics.counts = [1.01]
    let em = try EM(data: data)
    #expect(!em.isEmpty(statistics, 0))
    statistics.counts[0] = 0.99
    #expect(em.isEmpty(statistics, 0))
  }

  @Test func weightsThatNearlySumToOneAreNormalized() throws {
    let data = try oldFaithful()
    let means = [[2.0, 50], [4, 80]]
    let exact = try GaussianMixture.start(means: means, weights: [0.25, 0.75], data: data)
    var off = exact
    off.weights = exact.weights.map { $0 * (1 + 9e-7) }
    let em = try EM(data: data)
    #expect(isClose(try off.logLikelihood(of: data), try exact.logLikelihood(of: data), 1e-14))
    let fit = try em.fit(from: off)
    #expect(isClose(fit.run.start.weights.reduce(0, +), 1, 1e-15))
    #expect(isClose(fit.trace, try em.fit(from: exact).trace, 1e-13))
    // Weights as near to 1 as rounding allows stay what they are.
    let thirds = try GaussianMixture.start(means: means + [[3, 60]], data: data)
    #expect(try em.fit(from: thirds, iterations: 0).model == thirds)
    off.weights = [0.25, 0.76]
    #expect(throws: MixtureError.self) { try em.fit(from: off) }
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

  @Test func otherOptionsOnTheSameData() throws {
    let em = try EM(data: oldFaithful())
    let other = EMOptions(family: .diagonal, floor: 1e-3)
    let start = try StartKind.kMeans.makeStart(data: em.data, componentCount: 2, family: .diagonal, seed: 1)
    #expect(try em.with(other).fit(from: start) == EM(data: em.data, options: other).fit(from: start))
    #expect(throws: MixtureError.self) { try em.with(EMOptions(floor: 2)) }
  }
}
