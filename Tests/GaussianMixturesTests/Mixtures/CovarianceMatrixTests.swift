import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct CovarianceMatrixTests {
  @Test func storesByRowAndColumn() {
    var matrix = CovarianceMatrix([[1, 2, 3], [4, 5, 6]])
    #expect(matrix.rows == 2)
    #expect(matrix.columns == 3)
    #expect(matrix[1, 0] == 4)
    matrix[0, 2] = 9
    #expect(matrix.nested == [[1, 2, 9], [4, 5, 6]])
    #expect(matrix.diagonal == [1, 5])
  }

  @Test func identityAndDiagonal() {
    #expect(CovarianceMatrix.identity(2).nested == [[1, 0], [0, 1]])
    #expect(CovarianceMatrix.diagonal([2, 3]).nested == [[2, 0], [0, 3]])
    #expect(CovarianceMatrix.identity(-1).nested.isEmpty)
  }

  @Test func raggedRowsShowAsNotANumber() {
    let matrix = CovarianceMatrix([[1, 2], [3]])
    #expect(matrix[1, 0] == 3)
    #expect(matrix[1, 1].isNaN)
  }
}
