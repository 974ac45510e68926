import Testing

@testable import GaussianMixtures

@Suite struct DatasetTests {
  @Test func rowsAndColumnsAgree() throws {
    let data = try Dataset(rows: [[1, 2], [3, 4], [5, 6]])
    #expect(data.columns == [[1, 3, 5], [2, 4, 6]])
    #expect(data.count == 3)
    #expect(data.dimensions == 2)
    #expect(data.row(1) == [3, 4])
    #expect(data == (try Dataset(columns: [[1, 3, 5], [2, 4, 6]])))
    #expect(data.totalWeight == 3)
  }

  @Test func emptyIsLegal() throws {
    #expect(try Dataset(rows: []).count == 0)
    #expect(try Dataset(columns: [[], []]).dimensions == 2)
  }

  @Test func namesWhatIsWrong() {
    #expect(throws: MixtureError.raggedRow(row: 1, expected: 2, found: 1)) { try Dataset(rows: [[1, 2], [3]]) }
    #expect(throws: MixtureError.raggedColumn(column: 1, expected: 2, found: 1)) {
      try Dataset(columns: [[1, 2], [3]])
    }
    #expect(throws: MixtureError.valueNotFinite(row: 2, column: 1)) {
      try Dataset(rows: [[1, 2], [3, 4], [5, .nan]])
    }
    #expect(throws: MixtureError.valueNotFinite(row: 0, column: 0)) { try Dataset(rows: [[-.infinity]]) }
    #expect(throws: MixtureError.sampleWeightCount(expected: 1, found: 2)) {
      try Dataset(rows: [[1]], sampleWeights: [1, 1])
    }
    for bad in [-1, Double.nan, .infinity] {
      #expect(throws: MixtureError.sampleWeightInvalid(row: 1)) {
        try Dataset(rows: [[1], [2]], sampleWeights: [1, bad])
      }
    }
  }

  @Test func weightsAddUpAndZeroMeansAbsent() throws {
    let data = try Dataset(rows: [[1], [2], [3]], sampleWeights: [2, 0, 1])
    #expect(data.totalWeight == 3)
    #expect(data.presentRows == [0, 2])
    #expect(data.row(at: 1.9) == 0)
    #expect(data.row(at: 2.1) == 2)
  }
}
