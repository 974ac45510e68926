import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct PrincipalAxesTests {
  /// R(φ) diag(long², short²) R(φ)ᵀ.
  private func covariance(_ long: Double, _ short: Double, _ angle: Double) -> CovarianceMatrix {
    let (c, s) = (cos(angle), sin(angle))
    let (p, q) = (long * long, short * short)
    return CovarianceMatrix([[p * c * c + q * s * s, (p - q) * c * s], [(p - q) * c * s, p * s * s + q * c * c]])
  }

  @Test(arguments: [-1.5, -0.7, 0, 0.3, 1.2, 1.57])
  func findsTheAxesAgain(_ angle: Double) throws {
    let axes = try #require(covariance(3, 0.5, angle).principalAxes())
    #expect(isClose([axes.long, axes.short, axes.angle], [3, 0.5, angle], 1e-12))
  }

  @Test func agreeWithTheEigenvalues() throws {
    let matrix = CovarianceMatrix([[4, -1.2], [-1.2, 0.9]])
    let axes = try #require(matrix.principalAxes())
    #expect(isClose([axes.short, axes.long].map { $0 * $0 }, SymmetricEigen(matrix).values.sorted(), 1e-14))
  }

  /// Far from where squares of variances end.
  @Test(arguments: [1e-150, 1e150])
  func theUnitDoesNotMatter(_ unit: Double) {
    let (plain, scaled) = (
      PrincipalAxes(4, -1.2, 0.9), PrincipalAxes(4 * unit * unit, -1.2 * unit * unit, 0.9 * unit * unit)
    )
    #expect(
      isClose([scaled.long / unit, scaled.short / unit, scaled.angle], [plain.long, plain.short, plain.angle], 1e-12))
  }

  @Test func aCircleHasNoDirection() {
    #expect(CovarianceMatrix.diagonal([4, 4]).principalAxes() == PrincipalAxes(4, 0, 4))
    #expect(PrincipalAxes(4, 0, 4).angle == 0 && PrincipalAxes(4, 0, 4).long == 2)
    #expect(PrincipalAxes(1, 0, 4).angle == .pi / 2 && PrincipalAxes(-1, 0, -1).long == 0)
  }

  @Test func twoOfManyDimensionsEachWithItsScale() throws {
    let matrix = CovarianceMatrix([[4, 9, 1], [9, 50, 9], [1, 9, 2]])
    #expect(matrix.principalAxes(inDimensions: 0, 2) == PrincipalAxes(4, 1, 2))
    #expect(matrix.principalAxes(inDimensions: 2, 0, scales: (10, -1)) == PrincipalAxes(200, -10, 4))
    #expect(matrix.principalAxes(inDimensions: 0, 3) == nil && CovarianceMatrix.identity(1).principalAxes() == nil)
  }
}
