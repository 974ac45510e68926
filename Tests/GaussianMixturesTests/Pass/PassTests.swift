import Testing

@testable import GaussianMixtures

/// The fast pass against its specification.
@Suite struct PassTests {
  private func compare(_ data: Dataset, _ model: GaussianMixture, diagonal: Bool, _ tolerance: Double) throws {
    let reference = try ReferencePass(data: data, model: model)
    let type: CovarianceFamily = diagonal ? .diagonal : .full
    let expectation = try EM(data: data, options: plainOptions(type, iterations: 1)).expectation(of: model)
    let statistics = expectation.statistics
    #expect(isClose(expectation.logLikelihood, reference.logLikelihood, tolerance))
    #expect(isClose(statistics.counts, reference.counts, tolerance))
    for k in 0..<model.componentCount where reference.counts[k] > 1e-6 {
      #expect(isClose(statistics.mean(k), reference.means[k], tolerance))
      let covariance = statistics.covariance(k)
      for i in 0..<data.dimensions {
        for j in 0..<data.dimensions where i == j || !diagonal {
          let scale = (reference.covariances[k][i, i] * reference.covariances[k][j, j]).squareRoot()
          #expect(isClose(covariance[i, j], reference.covariances[k][i, j], tolerance * 10, scale: scale))
        }
      }
    }
  }

  @Test(arguments: Problem.all([(1, 1, 40), (3, 1, 300), (3, 2, 600), (4, 3, 500), (5, 7, 400), (2, 20, 200)]))
  func agreesWithTheReference(_ problem: Problem) throws {
    let data = try problem.data()
    try compare(data, problem.start(for: data), diagonal: problem.family.isDiagonal, 1e-12)
  }

  /// A run may begin in one family and go on in another.
  @Test(arguments: [2, 3], [true, false])
  func modelAndMomentsOfDifferentFamilies(_ dimensions: Int, _ diagonalMoments: Bool) throws {
    let type: CovarianceFamily = diagonalMoments ? .full : .diagonal
    let problem = Problem(components: 3, dimensions: dimensions, points: 300, family: type, seed: 4)
    let data = try problem.data()
    var model = try problem.start(for: data)
    if diagonalMoments { for k in 0..<3 { model.covariances[k][0, 1] = 0.1 } }
    if diagonalMoments { for k in 0..<3 { model.covariances[k][1, 0] = 0.1 } }
    try compare(data, model, diagonal: diagonalMoments, 1e-12)
  }

  @Test(arguments: [CovarianceFamily.full, .diagonal])
  func severalBlocksWithSampleWeights(_ type: CovarianceFamily) throws {
    let problem = Problem(components: 3, dimensions: 2, points: 1500, family: type, seed: 5)
    let plain = try problem.data()
    let weights = (0..<plain.count).map { Double($0 % 4) }
    let data = try Dataset(columns: plain.columns, sampleWeights: weights)
    try compare(data, problem.start(for: data), diagonal: type.isDiagonal, 1e-12)
  }

  /// Means far outside the data: the moments about them would be useless.
  @Test(arguments: [1e3, 1e6, 1e8])
  func centersMoveWhenMeansMustGoFar(_ distance: Double) throws {
    let data = try Problem(components: 2, dimensions: 2, points: 200, family: .full, seed: 8).data()
    let model = GaussianMixture(
      weights: [0.5, 0.5], means: [[distance, 0], [distance, 1]],
      covariances: [.diagonal([distance * distance, 4]), .diagonal([distance * distance, 4])])
    try compare(data, model, diagonal: false, 1e-11)
  }

  /// The rounding of a mean that comes from far away is larger than all these data.
  @Test func dataMuchFinerThanTheWayToThem() throws {
    let data = try Dataset(rows: (0..<8).map { [Double($0 * $0 % 5) * 1e-93, Double($0) * 1e-93] })
    let model = GaussianMixture(weights: [1], means: [[5.3, -4.1]], covariances: [.identity(2)])
    try compare(data, model, diagonal: false, 1e-12)
  }

  @Test(arguments: [1e6, 1e8])
  func anOffsetCostsNoDigits(_ offset: Double) throws {
    let near = try Problem(components: 2, dimensions: 3, points: 200, family: .full, seed: 8).data()
    // Eighths survive the offset unrounded, so both data sets are exactly alike.
    let rounded = near.columns.map { $0.map { ($0 * 8).rounded() / 8 } }
    let data = try Dataset(columns: rounded)
    let shifted = try Dataset(columns: rounded.map { $0.map { $0 + offset } })
    let em = try EM(data: data, options: plainOptions(.full, iterations: 1))
    let shiftedEM = try EM(data: shifted, options: plainOptions(.full, iterations: 1))
    let start = try StartKind.randomPoints.makeStart(data: data, componentCount: 2, seed: 3)
    var shiftedStart = start
    shiftedStart.means = start.means.map { $0.map { $0 + offset } }
    let a = try em.expectation(of: start)
    let b = try shiftedEM.expectation(of: shiftedStart)
    #expect(isClose(a.logLikelihood, b.logLikelihood, 1e-13))
    for k in 0..<2 { #expect(isClose(a.statistics.covariance(k), b.statistics.covariance(k), 1e-12)) }
  }

  @Test func aPointOutOfReachIsMinusInfinityNeverNaN() throws {
    let data = try Dataset(rows: [[0, 0], [1e150, 0]])
    let model = GaussianMixture(weights: [1], means: [[0, 0]], covariances: [.diagonal([1e-20, 1e-20])])
    let result = pass(
      columns: data.columns, sampleWeights: nil, prepared: try PreparedMixture(model), diagonalScatter: false)
    #expect(result.logLikelihood == -.infinity)
    #expect(result.statistics.counts == [1])
    #expect(throws: MixtureError.pointOutOfReach(row: 1)) { try model.logLikelihood(of: data) }
    #expect(throws: MixtureError.pointOutOfReach(row: 1)) { try EM(data: data).expectation(of: model) }
  }

  @Test func noPointsNoLikelihood() throws {
    let model = GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)])
    #expect(try model.logLikelihood(of: Dataset(rows: [])) == 0)
    #expect(try model.logLikelihood(of: Dataset(columns: [[]])) == 0)
  }
}
