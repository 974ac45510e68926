import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct CholeskyTests {
  @Test(arguments: [1, 2, 3, 10, 50])
  func factorAndInverse(_ n: Int) throws {
    var generator = SeededGenerator(seed: UInt64(n))
    let model = try GaussianMixture.random(componentCount: 1, dimensions: n, using: &generator)
    let matrix = model.covariances[0]
    let cholesky = try #require(Cholesky(matrix))
    let l = { (i: Int, j: Int) in j > i ? 0 : cholesky.factor[packed(i, j)] }
    let inverse = cholesky.inverse
    let m = { (i: Int, j: Int) in j > i ? 0 : inverse[packed(i, j)] }
    for i in 0..<n {
      for j in 0...i {
        #expect(isClose((0..<n).reduce(0) { $0 + l(i, $1) * l(j, $1) }, matrix[i, j], 1e-12))
        let unit = (0..<n).reduce(0) { $0 + m(i, $1) * l($1, j) }
        #expect(abs(unit - (i == j ? 1 : 0)) < 1e-10)
      }
    }
  }

  @Test func logDeterminantOfTheVeryLargeAndTheVerySmall() throws {
    let small = try #require(Cholesky(.diagonal(Array(repeating: 1e-300, count: 50))))
    #expect(isClose(small.logDeterminant, -15_000 * log(10), 1e-14))
    let mixed = try #require(Cholesky(.diagonal([1e300, 1e300, 1e-300])))
    #expect(isClose(mixed.logDeterminant, 300 * log(10), 1e-12))
  }

  @Test func refusesWhatIsNotPositiveDefinite() {
    #expect(Cholesky(CovarianceMatrix([[1, 2], [2, 1]])) == nil)
    #expect(Cholesky(CovarianceMatrix([[1, 1], [1, 1]])) == nil)
    #expect(Cholesky(CovarianceMatrix([[0]])) == nil)
    #expect(Cholesky(CovarianceMatrix([[.nan]])) == nil)
    #expect(Cholesky(CovarianceMatrix([[2, 0], [0, 3]]), shift: 2) == nil)
    #expect(Cholesky(CovarianceMatrix([[2, 0], [0, 3]]), shift: 1.9) != nil)
  }

  /// A pivot that is a unit in the last place of the entry it came from is what rounding left, not variance.
  @Test func aPivotOfRoundingErrorsIsNone() {
    for unit in [1e-150, 1, 1e150] {
      let matrix = { (excess: Double) in CovarianceMatrix([[unit, unit], [unit, unit * (1 + excess)]]) }
      #expect(Cholesky(matrix(.ulpOfOne)) == nil)
      #expect(Cholesky(matrix(64 * .ulpOfOne)) != nil)
    }
  }

  @Test(arguments: [1e-150, 1e-75, 1, 1e75, 1e150])
  func decisionsDoNotDependOnUnits(_ unit: Double) {
    let scaled = { (a: Double, b: Double, c: Double) in
      CovarianceMatrix([[a * unit * unit, b * unit], [b * unit, c]])
    }
    #expect(Cholesky(scaled(1, 0.999999, 1)) != nil)
    #expect(Cholesky(scaled(1, 1, 1)) == nil)
  }
}
