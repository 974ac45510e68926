import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct ColumnScalesTests {
  @Test func withoutWildValuesTheBiasedDeviation() throws {
    let scales = try ColumnScales(Dataset(columns: [[1, 2, 3, 6], [0, 0, 1, 1]]))
    #expect(isClose(scales.variances, [3.5, 0.25], 1e-15))
    #expect(isClose(scales.diagonalCovariance(.spherical, parts: 1, floor: 0)[1, 1], 1.875, 1e-15))
  }

  @Test func weightsRepeat() throws {
    let weighted = try ColumnScales(Dataset(columns: [[9e9, 1, 4]], sampleWeights: [0, 2, 1]))
    let repeated = try ColumnScales(Dataset(columns: [[1, 1, 4]]))
    #expect(isClose(weighted.deviations, repeated.deviations, 1e-15))
    #expect(weighted.resolutions == repeated.resolutions)
  }

  @Test func constantColumnsBorrowAScale() throws {
    let some = try ColumnScales(Dataset(columns: [[0, 6], [5, 5]]))
    #expect(some.deviations == [3, 3])
    // Of several: the root of the mean of 1² and 7².
    let between = try ColumnScales(Dataset(columns: [[0, 2], [5, 5], [0, 14]]))
    #expect(isClose(between.deviations, [1, 5, 7], 1e-15))
    let none = try ColumnScales(Dataset(columns: [[7, 7], [0, 0]]))
    #expect(none.deviations == [7, 1])
  }

  @Test(arguments: [1e-150, 1e-100, 1e100, 1e150])
  func extremeUnits(_ unit: Double) throws {
    let scales = try ColumnScales(Dataset(columns: [[1, 2, 3, 6].map { $0 * unit }]))
    #expect(isClose(scales.deviations[0] / unit, 3.5.squareRoot(), 1e-14))
  }

  @Test func wildValuesMoveNeitherScaleNorResolution() throws {
    var generator = SeededGenerator(seed: 1)
    let sane = (0..<1000).map { _ in generator.gaussian() }
    let plain = try ColumnScales(Dataset(columns: [sane]))
    for wild in [[1e6], [-99999], [1e15], [1e100, -1e100], Array(repeating: -99999.0, count: 10)] {
      let scales = try ColumnScales(Dataset(columns: [sane + wild]))
      #expect(isClose(scales.deviations, plain.deviations, 0.15), "\(wild)")
      #expect(scales.resolutions[0] < 1e-14)
      #expect(scales.ranges[0].contains(wild[0]))
    }
    // However far: their distance can still be squared in the scale's units.
    let farthest = try ColumnScales(Dataset(columns: [sane + [1e150]]))
    #expect(farthest.deviations[0] <= 1e20)
    // Nearly a quarter of them: within a small factor.
    let many = try ColumnScales(Dataset(columns: [sane + Array(repeating: 1e9, count: 300)]))
    #expect(many.deviations[0] < 5)
  }

  @Test func tiesAndGroupsKeepTheirDeviation() throws {
    var generator = SeededGenerator(seed: 2)
    let zeros = [Double](repeating: 0, count: 800)
    let few = (0..<200).map { _ in 5 + generator.gaussian() }
    func deviation(_ column: [Double]) throws -> Double { try ColumnScales(Dataset(columns: [column])).deviations[0] }
    func plain(_ column: [Double]) -> Double {
      let mean = column.reduce(0, +) / Double(column.count)
      return (column.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(column.count)).squareRoot()
    }
    #expect(isClose(try deviation(zeros + few), plain(zeros + few), 1e-12))
    #expect(isClose(try deviation(zeros + few + [1e9]), plain(zeros + few), 0.05))
    #expect(isClose(try deviation(zeros + [1]), plain(zeros + [1]), 1e-12))
    let groups = few + few.map { $0 + 1000 }
    #expect(isClose(try deviation(groups), plain(groups), 1e-12))
    // Rounding is no spread.
    #expect(
      isClose(try deviation(zeros.map { _ in 0.3 } + [0.1 + 0.2] + few), plain(zeros.map { _ in 0.3 } + few), 0.01))
  }

  @Test func fewValuesAreAllSane() throws {
    for column in [[0, 1e6], [0, 1, 1e6]] {
      let scales = try ColumnScales(Dataset(columns: [column]))
      #expect(scales.deviations[0] > 4e5)
    }
    #expect(try ColumnScales(Dataset(columns: [[0, 1, 2, 1e6]])).deviations[0] < 3)
    #expect(try ColumnScales(Dataset(columns: [[3]])).deviations == [3])
  }

  /// Shift, scale, sign, order, weights for repeated rows, and weights of any sum.
  @Test(arguments: 1...40)
  func followsTheData(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + Int(generator.uniform() * 400)
    let tail = generator.uniform() * 4
    // Multiples of 1/64 with ties, and some values far out.
    let column = (0..<count).map { _ in (exp(tail * generator.gaussian()) * 64).rounded() / 64 }
    let weights = (0..<count).map { _ in Double(Int(generator.uniform() * 4)) }
    guard weights.reduce(0, +) > 0 else { return }
    func scale(_ column: [Double], _ weights: [Double]? = nil) throws -> Double {
      try ColumnScales(Dataset(columns: [column], sampleWeights: weights)).deviations[0]
    }
    let plain = try scale(column)
    guard Set(column).count > 1 else { return }
    #expect(isClose(try scale(column.map { $0 + 1e4 }), plain, 1e-9))
    #expect(isClose(try scale(column.map { $0 * -0.3 }), plain * 0.3, 1e-12))
    #expect(isClose(try scale(column.shuffled(using: &generator)), plain, 1e-12))
    let repeated = zip(column, weights).flatMap { Array(repeating: $0, count: Int($1)) }
    let weighted = try scale(column, weights)
    #expect(isClose(weighted, try scale(repeated), 1e-12))
    for factor in [1e-12, 1 / weights.reduce(0, +), 1e9] {
      #expect(isClose(try scale(column, weights.map { $0 * factor }), weighted, 1e-12))
    }
  }

  @Test func measuredOncePerDataSet() throws {
    let data = try oldFaithful()
    #expect(try data.scales() == ColumnScales(data))
    #expect(data.lazyScales.valueIfMade != nil)
    let empty = try Dataset(columns: [[]])
    for _ in 0..<2 { #expect(throws: MixtureError.noPoints) { try empty.scales() } }
  }

  @Test func refusesWhatCannotBeSquared() throws {
    #expect(throws: MixtureError.columnTooLarge(column: 0)) { try ColumnScales(Dataset(columns: [[0, 1e200]])) }
    #expect(throws: MixtureError.columnTooFine(column: 1)) {
      try ColumnScales(Dataset(columns: [[0, 1], [0, 1e-200]]))
    }
    #expect(throws: MixtureError.noPoints) { try ColumnScales(Dataset(columns: [[]])) }
    #expect(throws: MixtureError.noPoints) { try ColumnScales(Dataset(columns: [[1]], sampleWeights: [0])) }
    #expect(throws: MixtureError.noDimensions) { try ColumnScales(Dataset(rows: [[], []])) }
  }
}
