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

  /// What others have looked at is not looked at again; whatever is new is.
  @Test func onlyWhatIsNewIsChecked() throws {
    let known = (0..<5000).map(Double.init)
    let other = try Dataset(columns: [known, known])
    let more = known + [7, 8]
    #expect(try Dataset(columns: [more, more], foundation: 5000, like: other).count == 5002)
    #expect(throws: MixtureError.valueNotFinite(row: 5001, column: 1)) {
      try Dataset(columns: [more, known + [7, .nan]], foundation: 5000, like: other)
    }
    // A column that the other does not have.
    var third = known
    third[17] = .infinity
    #expect(throws: MixtureError.valueNotFinite(row: 17, column: 2)) {
      try Dataset(columns: [known, known, third], foundation: 5000, like: other)
    }
    #expect(throws: MixtureError.valueNotFinite(row: 17, column: 0)) {
      try Dataset(columns: [third], foundation: 5000, like: nil)
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
