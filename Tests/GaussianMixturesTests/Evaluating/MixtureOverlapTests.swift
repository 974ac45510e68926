import Foundation
import Testing

@testable import GaussianMixtures

struct MixtureOverlapTests {
  private func one(_ x: Double, _ y: Double, _ covariance: [[Double]] = [[1, 0], [0, 1]]) -> GaussianMixture {
    GaussianMixture(weights: [1], means: [[x, y]], covariances: [CovarianceMatrix(covariance)])
  }

  /// Two normal distributions of one covariance, d standard deviations apart: 2 Φ(−d / 2).
  @Test(arguments: [0.0, 0.5, 1, 2, 4, 8])
  func ofTwoNormalDistributionsItIsKnown(_ distance: Double) throws {
    let overlap = try one(0, 0, [[4, 0], [0, 1]]).overlap(with: one(2 * distance, 0, [[4, 0], [0, 1]]))
    #expect(abs(overlap - erfc(distance / 2 / 2.0.squareRoot())) < 1e-3)
  }

  @Test func itIsSymmetricAndOneForTheSame() throws {
    let a = try SyntheticData(componentCount: 3, dimensions: 2, pointsPerComponent: 1, seed: 4).model
    let b = try SyntheticData(componentCount: 4, dimensions: 2, pointsPerComponent: 1, seed: 5).model
    #expect(abs(try a.overlap(with: a) - 1) < 1e-3)
    #expect(try a.overlap(with: b) == b.overlap(with: a))
    #expect(throws: MixtureError.self) {
      try a.overlap(with: GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)]))
    }
  }

  /// Against an estimate from points drawn: E under p of min(1, q/p).
  @Test func itAgreesWithDrawnPoints() throws {
    let a = try SyntheticData(componentCount: 2, dimensions: 2, pointsPerComponent: 1, meanRange: -3...3, seed: 8).model
    let b = try SyntheticData(componentCount: 3, dimensions: 2, pointsPerComponent: 1, meanRange: -3...3, seed: 9).model
    let data = try a.sample(count: 40_000, seed: 1).data
    let (p, q) = (try a.densities(of: data), try b.densities(of: data))
    let estimate = zip(p, q).reduce(0) { $0 + min(1, $1.1 / $1.0) } / 40_000
    #expect(abs(try a.overlap(with: b) - estimate) < 0.01)
  }

  @Test func componentsAreMatchedByPlace() throws {
    let truth = GaussianMixture(
      weights: [0.2, 0.3, 0.5], means: [[0, 0], [5, 0], [0, 6]],
      covariances: Array(repeating: .diagonal([4, 1]), count: 3))
    let model = GaussianMixture(
      weights: [0.45, 0.25, 0.3], means: [[1, 6], [0, 0.5], [5, 0]],
      covariances: [.diagonal([4, 1]), .diagonal([16, 1]), .diagonal([4, 1])])
    let matched = try MatchedComponents(of: model, with: truth)
    #expect(matched.pairs.map(\.own) == [0, 1, 2] && matched.pairs.map(\.truth) == [2, 0, 1])
    #expect(zip(matched.pairs.map(\.place), [0.5, 0.5, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(abs(matched.pairs[1].shape - log(2.0) / 2) < 1e-12)
    #expect(abs(matched.pairs[0].weight - 0.05) < 1e-12)
    #expect(abs(try #require(matched.averages).place - 1.0 / 3) < 1e-12)
  }

  @Test(arguments: [1e-140, 1e140]) func pairsAreAsFarApartInAnyUnit(_ unit: Double) throws {
    func mixture(_ mean: [Double], _ long: Double) -> GaussianMixture {
      GaussianMixture(
        weights: [1], means: [mean.map { $0 * unit }],
        covariances: [.diagonal([long * long * unit * unit, unit * unit])])
    }
    let pair = try #require(MatchedComponents(of: mixture([1, 0], 4), with: mixture([0, 0], 2)).pairs.first)
    #expect(abs(pair.place - 0.5) < 1e-12 && abs(pair.shape - log(2.0) / 2) < 1e-12)
  }

  @Test(arguments: 1...20) func thePairingIsTheBest(_ seed: Int) throws {
    let a = try SyntheticData(componentCount: 4, dimensions: 2, pointsPerComponent: 1, seed: UInt64(seed)).model
    let b = try SyntheticData(componentCount: 3, dimensions: 2, pointsPerComponent: 1, seed: UInt64(seed + 100)).model
    func cost(_ own: Int, _ other: Int) throws -> Double {
      var single = b
      single.means = [b.means[other]]
      single.covariances = [b.covariances[other]]
      single.weights = [1]
      let only = GaussianMixture(weights: [1], means: [a.means[own]], covariances: [a.covariances[own]])
      let place = try #require(MatchedComponents(of: only, with: single).pairs.first).place
      return place * place
    }
    var least = Double.infinity
    for i in 0..<4 {
      for j in 0..<4 where j != i {
        for k in 0..<4 where k != i && k != j {
          least = min(least, try cost(i, 0) + cost(j, 1) + cost(k, 2))
        }
      }
    }
    let found = try MatchedComponents(of: a, with: b).pairs
    #expect(found.count == 3)
    #expect(abs(found.reduce(0) { $0 + $1.place * $1.place } - least) < 1e-9 * max(least, 1))
  }
}
