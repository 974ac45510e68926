import FusedPass
import Testing

@testable import GaussianMixtures

/// Many points take the fused pass: it must tell the same as the plain one.
@Suite struct DatasetPassTests {
  private func difference(_ data: Dataset, _ model: GaussianMixture, diagonal: Bool, centers: [Double]? = nil) throws
    -> Double
  {
    let prepared = try PreparedMixture(model)
    let fused = data.pass(prepared: prepared, centers: centers, diagonalScatter: diagonal)
    let plain = pass(
      columns: data.columns, sampleWeights: data.sampleWeights, prepared: prepared, centers: centers,
      diagonalScatter: diagonal)
    let d = data.dimensions
    var worst = abs(fused.logLikelihood - plain.logLikelihood) / abs(plain.logLikelihood)
    for k in 0..<model.componentCount {
      let count = plain.statistics.counts[k]
      worst = max(worst, abs(fused.statistics.counts[k] - count) / count)
      let stride = plain.statistics.scatterStride
      for i in 0..<d {
        let spread = plain.statistics.scatters[k * stride + (diagonal ? i : packed(i, i))]
        let sums = (fused.statistics.sums[k * d + i], plain.statistics.sums[k * d + i])
        worst = max(worst, abs(sums.0 - sums.1) / (count * spread).squareRoot())
        for j in diagonal ? i...i : 0...i {
          let entry = k * stride + (diagonal ? i : packed(i, j))
          let scale = (spread * plain.statistics.scatters[k * stride + (diagonal ? j : packed(j, j))]).squareRoot()
          worst = max(worst, abs(fused.statistics.scatters[entry] - plain.statistics.scatters[entry]) / scale)
        }
      }
    }
    return worst
  }

  @Test(arguments: [1, 2, 3, 6], CovarianceFamily.allCases)
  func agreesWithThePlainPass(_ dimensions: Int, _ type: CovarianceFamily) throws {
    let problem = Problem(components: 4, dimensions: dimensions, points: 5000, family: type, seed: 41)
    let data = try problem.data()
    let model = try problem.start(for: data)
    #expect(try difference(data, model, diagonal: type.isDiagonal) < 1e-12)
    let centers = model.means.flatMap { $0.map { $0 + 0.5 } }
    #expect(try difference(data, model, diagonal: type.isDiagonal, centers: centers) < 1e-12)
    // A model of one family, moments of another.
    #expect(try difference(data, model, diagonal: !type.isDiagonal) < 1e-12)
  }

  @Test func agreesWithSampleWeights() throws {
    let problem = Problem(components: 3, dimensions: 2, points: 5000, family: .full, seed: 42)
    let plain = try problem.data()
    let data = try Dataset(columns: plain.columns, sampleWeights: (0..<plain.count).map { Double($0 % 3) })
    #expect(try difference(data, problem.start(for: data), diagonal: false) < 1e-12)
  }

  @Test func aPointOutOfReachIsNamed() throws {
    let problem = Problem(components: 2, dimensions: 2, points: 5000, family: .full, seed: 43)
    let plain = try problem.data()
    var columns = plain.columns
    columns[0][1234] = 1e160
    let narrow = GaussianMixture(
      weights: [0.5, 0.5], means: [[0, 0], [1, 1]], covariances: [.diagonal([1, 1]), .diagonal([1, 1])])
    let data = try Dataset(columns: columns)
    let result = try data.pass(prepared: PreparedMixture(narrow), diagonalScatter: false)
    #expect(!result.logLikelihood.isFinite)
    #expect(try data.firstOutOfReach(PreparedMixture(narrow)) == .pointOutOfReach(row: 1234))
  }

  @Test(arguments: KernelChoice.allCases.filter(\.isSupported))
  func aFitDoesNotDependOnThreadsNorMuchOnTheKernel(_ kernel: KernelChoice) throws {
    let problem = Problem(components: 3, dimensions: 2, points: 40_000, family: .full, seed: 44)
    let data = try problem.data()
    let start = try problem.start(for: data)
    let options = EMOptions(tolerance: 0, maximumIterations: 5)
    let fits = try [1, 2, 7].map {
      try EM(data: data, options: options, resources: .init(threads: $0, kernel: kernel)).fit(from: start)
    }
    #expect(fits[0].model == fits[1].model && fits[0].model == fits[2].model)
    let best = try EM(data: data, options: options).fit(from: start)
    #expect(isClose(fits[0].logLikelihood, best.logLikelihood, 1e-12))
  }

  @Test func orderedOncePerDataSet() throws {
    let data = try Problem(components: 2, dimensions: 2, points: 100, family: .full, seed: 45).data()
    let copy = data
    #expect(data.pointTable === copy.pointTable)
    #expect(data == copy)
    #expect(try data == Dataset(columns: data.columns))
  }
}
