import Testing

@testable import GaussianMixtures

@Suite struct CovarianceFloorTests {
  private func scales(_ deviations: [Double]) throws -> ColumnScales {
    try ColumnScales(Dataset(columns: deviations.map { [-$0, $0] }))
  }

  @Test func leavesSoundMatricesAlone() throws {
    let floor = CovarianceFloor(scales: try scales([1, 1]), floor: 1e-6)
    let matrix = CovarianceMatrix([[1, 0.5], [0.5, 1]])
    for type in [CovarianceFamily.full, .tied] {
      let (finding, repaired) = floor.examine(matrix, type: type)
      #expect(finding == .sound)
      #expect(repaired == matrix)
    }
  }

  @Test func raisesOnlyWhatIsTooLow() throws {
    let floor = CovarianceFloor(scales: try scales([1, 1]), floor: 0.01)
    let (finding, repaired) = floor.examine(CovarianceMatrix([[1, 1], [1, 1]]), type: .full)
    #expect(finding == .flat)
    #expect(isClose(SymmetricEigen(repaired).values.sorted(), [0.01, 2], 1e-12))
    #expect(isClose(repaired[0, 1], 0.995, 1e-12))
    #expect(floor.examine(CovarianceMatrix(rows: 2, columns: 2), type: .full).finding == .collapsed)
    #expect(
      isClose(
        floor.examine(CovarianceMatrix(rows: 2, columns: 2), type: .full).repaired, .diagonal([0.01, 0.01]), 1e-12))
    #expect(floor.examine(.diagonal([0.001, 5]), type: .diagonal).repaired == .diagonal([0.01, 5]))
    #expect(floor.examine(.diagonal([0.001, 0.001]), type: .spherical).finding == .collapsed)
  }

  @Test func aRepairedMatrixStaysAsItIs() throws {
    let floor = CovarianceFloor(scales: try scales([1, 3, 0.2]), floor: 1e-6)
    let flat = CovarianceMatrix([[1, 1, 1], [1, 1, 1], [1, 1, 1]])
    let once = floor.examine(flat, type: .full).repaired
    #expect(isClose(floor.examine(once, type: .full).repaired, once, 1e-9))
    #expect(Cholesky(once) != nil)
  }

  @Test(arguments: [1e-150, 1e-3, 1e3, 1e150])
  func unitsDoNotMatter(_ unit: Double) throws {
    let plain = CovarianceFloor(scales: try scales([1, 2]), floor: 1e-3)
    let scaled = CovarianceFloor(scales: try scales([unit, 2 * unit]), floor: 1e-3)
    for entry in [0.0, 1.5, 1.99999, 2] {
      let matrix = CovarianceMatrix([[1, entry], [entry, 4]])
      let inUnits = CovarianceMatrix([[unit * unit, entry * unit * unit], [entry * unit * unit, 4 * unit * unit]])
      let a = plain.examine(matrix, type: .full)
      let b = scaled.examine(inUnits, type: .full)
      #expect(a.finding == b.finding)
      #expect(isClose(b.repaired[0, 1] / unit / unit, a.repaired[0, 1], 1e-9, scale: 1))
    }
  }

  @Test func withoutAFloorOnlySingularMatricesAreRefused() throws {
    let floor = CovarianceFloor(scales: try scales([1, 1]), floor: 0)
    #expect(floor.examine(.diagonal([1e-9, 1e-9]), type: .full).finding == .sound)
    #expect(floor.examine(CovarianceMatrix([[1, 1], [1, 1]]), type: .full).finding == .flat)
    #expect(floor.examine(CovarianceMatrix(rows: 2, columns: 2), type: .full).finding == .collapsed)
    #expect(floor.examine(.diagonal([0, 1]), type: .diagonal).finding == .flat)
    #expect(floor.examine(.diagonal([0, 0]), type: .spherical).finding == .collapsed)
  }
}
