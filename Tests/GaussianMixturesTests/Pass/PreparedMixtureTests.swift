import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct PreparedMixtureTests {
  @Test func standardNormal() throws {
    let model = GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)])
    let prepared = try PreparedMixture(model)
    #expect(isClose(prepared.logDensity(component: 0, at: [0]), -0.5 * log(2 * .pi), 1e-15))
    #expect(isClose(prepared.logDensity(component: 0, at: [2]), -2 - 0.5 * log(2 * .pi), 1e-15))
  }

  /// The textbook formula with an explicit inverse and determinant.
  @Test func correlatedPlane() throws {
    let model = GaussianMixture(weights: [1], means: [[1, -1]], covariances: [CovarianceMatrix([[4, 1], [1, 2]])])
    let prepared = try PreparedMixture(model)
    let (dx, dy) = (0.5, 3.0)
    let quadratic = (2 * dx * dx - 2 * dx * dy + 4 * dy * dy) / 7
    let expected = -log(2 * .pi) - 0.5 * log(7) - 0.5 * quadratic
    #expect(isClose(prepared.logDensity(component: 0, at: [1.5, 2]), expected, 1e-14))
  }

  @Test func diagonalAndFullStorageAgree() throws {
    var generator = SeededGenerator(seed: 9)
    let deviations = (0..<6).map { _ in 0.1 + generator.uniform() }
    let diagonal = GaussianMixture(
      weights: [1], means: [Array(repeating: 0, count: 6)], covariances: [.diagonal(deviations)])
    var nearly = diagonal
    nearly.covariances[0][0, 1] = 1e-14
    nearly.covariances[0][1, 0] = 1e-14
    let point = (0..<6).map { _ in generator.gaussian() }
    let a = try PreparedMixture(diagonal)
    let b = try PreparedMixture(nearly)
    #expect(a.isDiagonal && !b.isDiagonal)
    #expect(isClose(a.logDensity(component: 0, at: point), b.logDensity(component: 0, at: point), 1e-12))
  }

  @Test func equalCovariancesShareTheirFactor() throws {
    let shared = CovarianceMatrix([[2, 1], [1, 3]])
    let other = CovarianceMatrix([[1, 0], [0, 5]])
    let model = GaussianMixture(
      weights: [0.25, 0.25, 0.25, 0.25], means: [[0, 0], [1, 1], [2, 2], [3, 3]],
      covariances: [shared, shared, other, other])
    let prepared = try PreparedMixture(model)
    for k in 0..<4 {
      let alone = try PreparedMixture(
        GaussianMixture(weights: [1], means: [model.means[k]], covariances: [model.covariances[k]]))
      #expect(prepared.logDensity(component: k, at: [0.3, 7]) == alone.logDensity(component: 0, at: [0.3, 7]))
    }
  }

  @Test func responsibilitiesFarFromEverythingAreExactRatios() throws {
    let model = GaussianMixture(
      weights: [0.25, 0.75], means: [[0], [0]], covariances: [.identity(1), .identity(1)])
    let prepared = try PreparedMixture(model)
    var r: [Double] = []
    let logDensity = prepared.responsibilities(at: [1000], into: &r)
    #expect(isClose(logDensity, -5e5 - 0.5 * log(2 * .pi), 1e-12))
    #expect(isClose(r[0], 0.25, 1e-9) && isClose(r[1], 0.75, 1e-9))
    // Further out the logarithm of a weight is lost in that of the density, but ratios stay ratios.
    #expect(isClose(prepared.responsibilities(at: [1e100], into: &r), -5e199, 1e-12))
    #expect(r[0] + r[1] == 1)
  }

  @Test func beyondTheRangeOfDoublesTheNearestOwnsThePoint() throws {
    let model = GaussianMixture(
      weights: [0.5, 0, 0.5], means: [[0], [1e200], [1e199]],
      covariances: [.identity(1), .identity(1), .identity(1)])
    let prepared = try PreparedMixture(model)
    var r: [Double] = []
    #expect(prepared.responsibilities(at: [1e200], into: &r) > -.infinity || r == [0, 0, 1])
    #expect(prepared.responsibilities(at: [-1e200], into: &r) == -.infinity)
    #expect(r == [1, 0, 0])
  }

  @Test func zeroWeightTakesNoPart() throws {
    let model = GaussianMixture(weights: [0, 1], means: [[0], [5]], covariances: [.identity(1), .identity(1)])
    let prepared = try PreparedMixture(model)
    var r: [Double] = []
    _ = prepared.responsibilities(at: [0], into: &r)
    #expect(r == [0, 1])
  }
}
