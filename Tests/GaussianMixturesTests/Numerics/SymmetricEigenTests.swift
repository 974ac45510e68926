import Testing

@testable import GaussianMixtures

@Suite struct SymmetricEigenTests {
  @Test func knownValues() {
    let eigen = SymmetricEigen(CovarianceMatrix([[2, 1], [1, 2]]))
    #expect(isClose(eigen.values.sorted(), [1, 3], 1e-15))
  }

  @Test(arguments: [1, 2, 5, 12, 50])
  func reassemblesTheMatrix(_ n: Int) throws {
    var generator = SeededGenerator(seed: UInt64(n))
    let matrix = try GaussianMixture.random(componentCount: 1, dimensions: n, using: &generator).covariances[0]
    let eigen = SymmetricEigen(matrix)
    #expect(isClose(eigen.reassembled { $0 }, matrix, 1e-12))
    #expect(isClose(eigen.values.reduce(0, +), matrix.diagonal.reduce(0, +), 1e-12))
  }

  @Test func singularAndZeroMatrices() {
    #expect(SymmetricEigen(CovarianceMatrix([[1, 1], [1, 1]])).values.map { abs($0) }.min() ?? 1 < 1e-15)
    #expect(SymmetricEigen(CovarianceMatrix(rows: 3, columns: 3)).values == [0, 0, 0])
  }
}
