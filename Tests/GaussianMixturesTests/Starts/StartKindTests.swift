import Testing

@testable import GaussianMixtures

@Suite struct StartKindTests {
  @Test(arguments: StartKind.allCases, CovarianceFamily.allCases)
  func startsAreSoundAndRepeatable(_ kind: StartKind, _ type: CovarianceFamily) throws {
    let data = try iris()
    let start = try kind.makeStart(data: data, componentCount: 4, family: type, seed: 3)
    try start.validate()
    #expect(start.componentCount == 4)
    #expect(start.family == type)
    #expect(start == (try kind.makeStart(data: data, componentCount: 4, family: type, seed: 3)))
    #expect(start != (try kind.makeStart(data: data, componentCount: 4, family: type, seed: 4)))
    if type.isDiagonal { #expect(start.covariances.allSatisfy { $0.isDiagonal }) }
    if type == .spherical { #expect(start.covariances.allSatisfy { Set($0.diagonal).count == 1 }) }
    if type == .tied { #expect(start.covariances.allSatisfy { $0 == start.covariances[0] }) }
  }

  @Test func uniformIsTheOriginalsDefault() throws {
    let start = try StartKind.uniform.makeStart(data: iris(), componentCount: 3, seed: 1)
    #expect(start.weights == Array(repeating: 1.0 / 3, count: 3))
    #expect(start.covariances == Array(repeating: .identity(4), count: 3))
    #expect(start.means.allSatisfy { $0.allSatisfy { (-10...10).contains($0) } })
  }

  @Test func dataDrivenCovariancesFollowTheScaleOfTheData() throws {
    let data = try iris()
    let variances = try ColumnScales(data).variances
    for kind in [StartKind.randomPoints, .kMeansPlusPlus] {
      let start = try kind.makeStart(data: data, componentCount: 3, seed: 1)
      #expect(isClose(start.covariances[0], .diagonal(variances.map { $0 / 3 }), 1e-14))
      #expect(start.means.allSatisfy { mean in (0..<data.count).contains { data.row($0) == mean } })
    }
  }

  @Test func randomPointsAreDistinctRows() throws {
    let data = try Dataset(rows: (0..<20).map { [Double($0)] })
    let start = try StartKind.randomPoints.makeStart(data: data, componentCount: 20, seed: 9)
    #expect(Set(start.means.map { $0[0] }).count == 20)
  }

  @Test func kMeansGivesClusterMoments() throws {
    let data = try Dataset(rows: [[0, 0], [0, 2], [2, 0], [100, 100], [100, 104], [103, 100], [101, 101]])
    let start = try StartKind.kMeans.makeStart(data: data, componentCount: 2, seed: 1)
    let order = start.means[0][0] < 50 ? [0, 1] : [1, 0]
    #expect(isClose(start.weights[order[0]], 3.0 / 7, 1e-14))
    #expect(isClose(start.means[order[1]], [101, 101.25], 1e-14))
    #expect(
      isClose(start.covariances[order[0]], CovarianceMatrix([[8.0 / 9, -4.0 / 9], [-4.0 / 9, 8.0 / 9]]), 1e-12))
  }

  @Test func thinClustersGetTheDataSpread() throws {
    let data = try Dataset(rows: [[0], [0], [0], [9], [9]])
    let start = try StartKind.kMeans.makeStart(data: data, componentCount: 2, seed: 1)
    #expect(start.covariances.allSatisfy { $0[0, 0] > 1 })
  }

  @Test(arguments: [StartKind.randomPoints, .kMeansPlusPlus, .kMeans], CovarianceFamily.allCases)
  func theFloorGoverns(_ kind: StartKind, _ family: CovarianceFamily) throws {
    // Three thin groups, far apart.
    var rows: [[Double]] = []
    for n in 0..<60 {
      let group = Double(n % 3)
      rows.append([100 * group + 0.001 * Double(n), 7 * group + 0.0001 * Double(n * 7 % 11)])
    }
    let data = try Dataset(rows: rows)
    let scales = try ColumnScales(data)
    for floor in [0, 1e-12, 1e-6, 1e-3, 0.5] {
      let start = try kind.makeStart(data: data, componentCount: 3, family: family, seed: 1, floor: floor)
      let guardian = CovarianceFloor(scales: scales, floor: floor)
      #expect(start.covariances.allSatisfy { guardian.isSound($0, type: family) })
      // What the floor allows is left as it is.
      if kind == .kMeans, family == .diagonal {
        #expect(start.covariances.allSatisfy { ($0[0, 0] < 1) == (floor < 1e-7) })
      }
    }
    let given = try GaussianMixture.start(means: [[0, 0], [1, 1], [2, 2]], data: data, floor: 0.5)
    #expect(given.covariances.allSatisfy { $0[0, 0] >= 0.5 * scales.variances[0] })
  }

  @Test(arguments: StartKind.allCases)
  func weightsOfAnySum(_ kind: StartKind) throws {
    let plain = try oldFaithful()
    let expected = try kind.makeStart(data: plain, componentCount: 5, seed: 3)
    for weight in [1e-9, 1 / 272.0] {
      let data = try Dataset(columns: plain.columns, sampleWeights: Array(repeating: weight, count: plain.count))
      let start = try kind.makeStart(data: data, componentCount: 5, seed: 3)
      #expect(isClose(start, expected, 1e-9), "\(weight)")
    }
    // More than 2⁶⁰ in all, and rows that matter little.
    let heavy = try Dataset(
      columns: plain.columns, sampleWeights: plain.columns[0].indices.map { $0 % 2 == 0 ? 1e15 : 1e-15 })
    #expect(heavy.totalWeight > 0x1p56)
    #expect(try kind.makeStart(data: heavy, componentCount: 5, seed: 3).componentCount == 5)
    let thousand = try Dataset(
      columns: [(0..<2000).map { Double($0) }], sampleWeights: Array(repeating: 1e15, count: 2000))
    #expect(thousand.totalWeight > 1e18)
    #expect(Set(try kind.makeStart(data: thousand, componentCount: 4, seed: 1).means).count == 4)
    // A row of weight 3 stands for three; three fractions do too.
    #expect(
      try kind.makeStart(data: Dataset(rows: [[7]], sampleWeights: [3]), componentCount: 3, seed: 1).componentCount == 3
    )
    let fractions = try Dataset(rows: [[1], [2], [4]], sampleWeights: [0.999_999, 5e-7, 5e-7])
    #expect(try kind.makeStart(data: fractions, componentCount: 3, seed: 1).componentCount == 3)
    #expect(throws: MixtureError.tooFewPoints(points: 3, components: 4)) {
      try kind.makeStart(data: fractions, componentCount: 4, seed: 1)
    }
  }

  @Test func givenStarts() throws {
    let data = try oldFaithful()
    let means = [[2.0, 50], [4, 80]]
    let plain = try GaussianMixture.start(means: means, data: data)
    #expect(plain.weights == [0.5, 0.5])
    #expect(isClose(plain.covariances[0].diagonal, try ColumnScales(data).variances.map { $0 / 2 }, 1e-14))
    let whole = try GaussianMixture.start(
      means: means, weights: [0.1, 0.9], covariances: [.identity(2), .identity(2)], data: data)
    #expect(whole.weights == [0.1, 0.9])
    #expect(throws: MixtureError.weightsSum(0.5)) {
      try GaussianMixture.start(means: means, weights: [0.25, 0.25], data: data)
    }
    #expect(throws: MixtureError.dimensionMismatch(model: 1, data: 2)) {
      try GaussianMixture.start(means: [[1]], covariances: [.identity(1)], data: data)
    }
    #expect(throws: MixtureError.self) { try GaussianMixture.start(means: [[1]], data: data) }
    #expect(throws: MixtureError.noComponents) { try GaussianMixture.start(means: [], data: data) }
  }

  @Test(arguments: StartKind.allCases)
  func sayWhatIsMissing(_ kind: StartKind) throws {
    let data = try Dataset(rows: [[1], [2]])
    #expect(throws: MixtureError.noComponents) { try kind.makeStart(data: data, componentCount: 0, seed: 1) }
    #expect(throws: MixtureError.tooFewPoints(points: 2, components: 3)) {
      try kind.makeStart(data: data, componentCount: 3, seed: 1)
    }
    #expect(throws: MixtureError.noPoints) {
      try kind.makeStart(data: Dataset(columns: [[]]), componentCount: 1, seed: 1)
    }
    #expect(try kind.makeStart(data: Dataset(rows: [[1]]), componentCount: 1, seed: 1).componentCount == 1)
  }
}
