import Testing

@testable import GaussianMixtures

@Suite struct ColumnScalesTests {
  @Test func meanAndBiasedDeviation() throws {
    let scales = try ColumnScales(Dataset(columns: [[1, 2, 3, 6], [0, 0, 1, 1]]))
    #expect(isClose(scales.means, [3, 0.5], 1e-15))
    #expect(isClose(scales.variances, [3.5, 0.25], 1e-15))
    #expect(isClose(scales.diagonalCovariance(.spherical, parts: 1)[1, 1], 1.875, 1e-15))
  }

  @Test func weightsRepeat() throws {
    let weighted = try ColumnScales(Dataset(columns: [[9e9, 1, 4]], sampleWeights: [0, 2, 1]))
    let repeated = try ColumnScales(Dataset(columns: [[1, 1, 4]]))
    #expect(isClose(weighted.deviations, repeated.deviations, 1e-15))
    #expect(isClose(weighted.means, repeated.means, 1e-15))
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
