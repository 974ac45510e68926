import Foundation
import Testing

@testable import GaussianMixtures

/// Property 5: the answer follows the data when they are moved, stretched, turned or reordered, and the run stops at
/// the same iteration.
@Suite struct EquivarianceTests {
  private func data() throws -> Dataset {
    let plain = try Problem(components: 3, dimensions: 3, points: 180, family: .full, seed: 11).data()
    // Multiples of 1/64, so that an offset of 1e8 loses nothing.
    return try Dataset(columns: plain.columns.map { $0.map { ($0 * 64).rounded() / 64 } })
  }

  private func fit(_ data: Dataset, _ start: GaussianMixture) throws -> FitResult {
    try EM(data: data, options: EMOptions(family: start.family)).fit(from: start)
  }

  private func start(_ data: Dataset, _ type: CovarianceFamily) throws -> GaussianMixture {
    try StartKind.kMeansPlusPlus.makeStart(data: data, componentCount: 3, family: type, seed: 5)
  }

  @Test(arguments: CovarianceFamily.allCases, [-3.5, 1e4, 1e8])
  func shift(_ type: CovarianceFamily, _ offset: Double) throws {
    let data = try data()
    let shifted = try Dataset(columns: data.columns.map { $0.map { $0 + offset } })
    let a = try fit(data, start(data, type))
    let b = try fit(shifted, start(shifted, type))
    #expect(a.iterations == b.iterations)
    #expect(a.iterations > 2)
    #expect(isClose(a.trace, b.trace, 1e-9))
    #expect(isClose(a.model.weights, b.model.weights, 1e-6))
    for k in 0..<3 {
      #expect(isClose(a.model.covariances[k], b.model.covariances[k], 1e-6))
      #expect(zip(a.model.means[k], b.model.means[k]).allSatisfy { abs($0 + offset - $1) < 1e-6 })
    }
  }

  @Test(arguments: CovarianceFamily.allCases, [1e-150, 1e-100, 1e-3, 1e3, 1e100, 1e148])
  func scale(_ type: CovarianceFamily, _ factor: Double) throws {
    let data = try data()
    let scaled = try Dataset(columns: data.columns.map { $0.map { $0 * factor } })
    let a = try fit(data, start(data, type))
    let b = try fit(scaled, start(scaled, type))
    #expect(a.iterations == b.iterations)
    #expect(a.events == b.events)
    let shift = Double(data.count * data.dimensions) * log(factor)
    #expect(isClose(a.trace, b.trace.map { $0 + shift }, 1e-9))
    #expect(isClose(a.model.weights, b.model.weights, 1e-8))
    for k in 0..<3 {
      #expect(isClose(a.model.means[k], b.model.means[k].map { $0 / factor }, 1e-8))
      let rescaled = CovarianceMatrix(b.model.covariances[k].nested.map { $0.map { $0 / factor / factor } })
      #expect(isClose(a.model.covariances[k], rescaled, 1e-8))
    }
  }

  /// Metres in one column, millimetres in another: no family but spherical cares.
  @Test(arguments: [CovarianceFamily.full, .tied, .diagonal])
  func unitsOfOneColumn(_ type: CovarianceFamily) throws {
    let data = try data()
    let scaled = try Dataset(columns: zip(data.columns, [1000, 1e-90, 1]).map { column, s in column.map { $0 * s } })
    let a = try fit(data, start(data, type))
    let b = try fit(scaled, start(scaled, type))
    #expect(a.iterations == b.iterations)
    #expect(isClose(a.model.weights, b.model.weights, 1e-8))
  }

  @Test(arguments: [CovarianceFamily.full, .tied, .spherical])
  func rotation(_ type: CovarianceFamily) throws {
    let data = try data()
    let (c, s) = (cos(0.7), sin(0.7))
    let turn = { (x: [Double]) in [c * x[0] - s * x[1], s * x[0] + c * x[1], x[2]] }
    let turned = try Dataset(rows: (0..<data.count).map { turn(data.row($0)) })
    var start = try start(data, type)
    start.covariances = Array(repeating: .identity(3), count: 3)
    var turnedStart = start
    turnedStart.means = start.means.map(turn)
    let options = plainOptions(type, iterations: 20)
    let a = try EM(data: data, options: options).fit(from: start)
    let b = try EM(data: turned, options: options).fit(from: turnedStart)
    #expect(isClose(a.trace, b.trace, 1e-10))
    for k in 0..<3 { #expect(isClose(turn(a.model.means[k]), b.model.means[k], 1e-8)) }
  }

  @Test(arguments: CovarianceFamily.allCases)
  func orderOfRowsAndOfComponents(_ type: CovarianceFamily) throws {
    let data = try data()
    let start = try start(data, type)
    let order = (0..<data.count).map { ($0 * 77 + 13) % data.count }
    #expect(Set(order).count == data.count)
    let shuffled = try Dataset(rows: order.map { data.row($0) })
    let permutation = [2, 0, 1]
    let relabelled = GaussianMixture(
      weights: permutation.map { start.weights[$0] }, means: permutation.map { start.means[$0] },
      covariances: permutation.map { start.covariances[$0] }, family: type)
    let a = try fit(data, start)
    let b = try fit(shuffled, relabelled)
    #expect(a.iterations == b.iterations)
    #expect(isClose(a.trace, b.trace, 1e-11))
    for (place, k) in permutation.enumerated() {
      #expect(isClose(a.model.means[k], b.model.means[place], 1e-8))
      #expect(isClose(a.model.weights[k], b.model.weights[place], 1e-8))
    }
  }
}
