import Testing

@testable import GaussianMixtures

@Suite struct KMeansTests {
  @Test func assignAndUpdateByHand() throws {
    let kMeans = try KMeans(data: Dataset(rows: [[0], [1], [10], [12]]), columnScales: [1])
    let first = try kMeans.assign(to: [[0], [4]])
    #expect(first.labels == [0, 0, 1, 1])
    #expect(first.counts == [2, 2])
    #expect(first.inertia == 0 + 1 + 36 + 64)
    #expect(try kMeans.update(first) == [[0.5], [11]])
    let last = try kMeans.run(from: [[0], [4]])
    #expect(last.centers == [[0.5], [11]])
    #expect(last.inertia == 2.5)
  }

  @Test func theFirstOfEquallyNearCentersGetsThePoint() throws {
    let kMeans = try KMeans(data: Dataset(rows: [[0], [1], [2], [7]]))
    #expect(try kMeans.assign(to: [[0], [2]]).labels == [0, 0, 1, 1])
    #expect(try kMeans.assign(to: [[2], [0]]).labels == [1, 0, 0, 0])
    #expect(try kMeans.assign(to: [[5], [5], [5]]).labels == [0, 0, 0, 0])
  }

  @Test func runsAsOftenAsItMay() throws {
    let kMeans = try KMeans(data: iris())
    let start = (0..<4).map { kMeans.data.row($0) }
    var assignment = try kMeans.assign(to: start)
    for iterations in 0...5 {
      #expect(try kMeans.run(from: start, maximumIterations: iterations) == assignment)
      assignment = try kMeans.assign(to: kMeans.update(assignment))
    }
  }

  @Test(arguments: 1...10)
  func inertiaNeverRises(_ seed: UInt64) throws {
    let data = try iris()
    let kMeans = try KMeans(data: data)
    var generator = SeededGenerator(seed: seed)
    var assignment = try kMeans.assign(to: kMeans.plusPlusCenters(4, using: &generator))
    for _ in 0..<10 {
      let next = try kMeans.assign(to: kMeans.update(assignment))
      #expect(next.inertia <= assignment.inertia * (1 + 1e-12))
      assignment = next
    }
    let settled = try kMeans.run(from: assignment.centers)
    #expect(try kMeans.assign(to: kMeans.update(settled)).labels == settled.labels)
  }

  @Test func aCenterWithoutPointsStays() throws {
    let kMeans = try KMeans(data: Dataset(rows: [[0], [1]]))
    let assignment = try kMeans.assign(to: [[0], [100]])
    #expect(try kMeans.update(assignment) == [[0.5], [100]])
  }

  @Test func plusPlusPicksDistinctPointsWhileThereAreAny() throws {
    let data = try Dataset(rows: [[0], [0], [0], [5], [9]])
    let kMeans = try KMeans(data: data)
    for seed: UInt64 in 1...20 {
      var generator = SeededGenerator(seed: seed)
      let centers = try kMeans.plusPlusCenters(3, using: &generator)
      #expect(Set(centers) == [[0], [5], [9]])
    }
    var generator = SeededGenerator(seed: 1)
    #expect(try kMeans.plusPlusCenters(5, using: &generator).count == 5)
  }

  @Test(arguments: [1e-150, 1e148])
  func extremeUnits(_ unit: Double) throws {
    let plain = try KMeans(data: Dataset(rows: [[0], [1], [10], [12]]))
    let scaled = try KMeans(data: Dataset(rows: [[0], [unit], [10 * unit], [12 * unit]]))
    let a = try plain.run(from: [[0], [4]])
    let b = try scaled.run(from: [[0], [4 * unit]])
    #expect(a.labels == b.labels)
    #expect(
      isClose(a.inertia * plain.unit * plain.unit, b.inertia * (scaled.unit / unit) * (scaled.unit / unit), 1e-12))
  }

  @Test func weightsCount() throws {
    let kMeans = try KMeans(data: Dataset(rows: [[0], [3], [1e9]], sampleWeights: [2, 1, 0]), columnScales: [1])
    let assignment = try kMeans.assign(to: [[1]])
    #expect(assignment.counts == [3])
    #expect(assignment.inertia == 6)
    #expect(try kMeans.update(assignment) == [[1]])
  }

  @Test func refusesWrongShapes() throws {
    let kMeans = try KMeans(data: Dataset(rows: [[0, 1], [3, 2]]))
    #expect(throws: MixtureError.noComponents) { try kMeans.assign(to: []) }
    #expect(throws: MixtureError.meanLength(component: 0, expected: 2, found: 1)) { try kMeans.assign(to: [[1]]) }
    #expect(throws: MixtureError.meanNotFinite(component: 1, column: 0)) {
      try kMeans.assign(to: [[1, 2], [.nan, 2]])
    }
    #expect(throws: MixtureError.self) { try KMeans(data: kMeans.data, columnScales: [1]) }
    #expect(throws: MixtureError.noPoints) { try KMeans(data: Dataset(columns: [[]])) }
  }

  /// As EM refuses it: squares of such ways are none.
  @Test func refusesCentersOutOfReach() throws {
    let kMeans = try KMeans(data: Dataset(rows: [[0], [1]]))
    #expect(throws: MixtureError.pointOutOfReach(row: 0)) { try kMeans.assign(to: [[1e160], [2e160]]) }
    #expect(try kMeans.assign(to: [[1e160], [1]]).labels == [1, 1])
    // From as far as squares reach the digits of the points are not lost.
    #expect(try kMeans.run(from: [[1e100]]).centers == [[0.5]])
  }

  @Test func refusesAnAssignmentOfOtherPoints() throws {
    let other = try KMeans(data: Dataset(rows: [[0], [1], [5]])).assign(to: [[0]])
    let em = try EM(data: Dataset(rows: [[0], [1]]))
    #expect(throws: MixtureError.labelCounts(first: 3, second: 2)) { try KMeans(data: em.data).update(other) }
    #expect(
      em.perform(RunRequest(.update(of: other), options: em.options)).outcome
        == .failed(.labelCounts(first: 3, second: 2)))
    let wide = try KMeans(data: Dataset(rows: [[0, 1], [1, 1], [2, 5]]))
    #expect(throws: MixtureError.meanLength(component: 0, expected: 2, found: 1)) { try wide.update(other) }
  }
}
