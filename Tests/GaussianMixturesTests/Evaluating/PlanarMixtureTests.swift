import Foundation
import Testing

@testable import GaussianMixtures

/// A mixture as a picture sees it: densities, levels of mass and winners, against the plain formulas.
struct PlanarMixtureTests {
  /// A mixture of its own for each seed, with a narrow component among wide ones.
  private func mixture(_ seed: UInt64, components: Int = 5) -> GaussianMixture {
    var generator = SeededGenerator(seed: seed)
    let weights = (0..<components).map { _ in 0.1 + generator.uniform() }
    let sum = weights.reduce(0, +)
    return GaussianMixture(
      weights: weights.map { $0 / sum },
      means: (0..<components).map { _ in [generator.uniform() * 20 - 10, generator.uniform() * 20 - 10] },
      covariances: (0..<components).map { k in
        let (a, b) = (0.2 + 3 * generator.uniform(), 0.2 + 3 * generator.uniform())
        let c = (generator.uniform() - 0.5) * 1.8 * (a * b).squareRoot()
        let size = k == 0 ? 0.02 : 1
        return CovarianceMatrix([[size * a, size * c], [size * c, size * b]])
      })
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func densitiesAreThoseOfTheMixture(_ seed: UInt64) throws {
    let mixture = mixture(seed)
    let plane = PlanarMixture(mixture, scale: (30, -20), offset: (400, 300))
    var row = [Double](repeating: 0, count: 120)
    for y in stride(from: 0.0, through: 600, by: 37) {
      row.withUnsafeMutableBufferPointer { plane.densities(y: y, x: 3, step: 7, into: $0) }
      for (place, value) in row.enumerated() {
        let x = 3 + 7 * Double(place)
        let exact = try mixture.densities(of: [[(x - 400) / 30, (y - 300) / -20]])[0] / 600
        #expect(abs(value - exact) <= 1e-9 * exact + 1e-300, "\(x), \(y)")
        #expect(abs(plane.density(x: x, y: y) - exact) <= 1e-9 * exact + 1e-300)
      }
    }
  }

  /// The region above a level holds its share of what the mixture produces.
  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func levelsHoldTheirMass(_ seed: UInt64) throws {
    let mixture = mixture(seed, components: Int(seed))
    let masses = [0.1, 0.3, 0.5, 0.7, 0.9]
    let levels = PlanarMixture(mixture).levels(holding: masses)
    let count = 40_000
    var generator = SeededGenerator(seed: 99)
    let drawn = try mixture.densities(of: mixture.sample(count: count, using: &generator).data)
    for (mass, level) in zip(masses, levels) {
      let held = Double(drawn.count { $0 >= level }) / Double(count)
      #expect(abs(held - mass) < 0.012, "\(mass): \(held)")
    }
  }

  /// Of one component the level of mass m is (1 − m) times the peak, wherever it is and however large.
  @Test func levelsOfOneComponentAreExact() {
    let one = GaussianMixture(weights: [1], means: [[3, -2]], covariances: [CovarianceMatrix([[4, 1], [1, 0.5]])])
    let plane = PlanarMixture(one, scale: (50, -50), offset: (1, 2))
    let peak = plane.density(x: 151, y: 102)
    let masses = [0, 0.1, 0.5, 0.9, 1]
    for (mass, level) in zip(masses, plane.levels(holding: masses)) {
      #expect(abs(level / peak - (1 - mass)) < 1e-12)
    }
    #expect(plane.levels(holding: [0.1, 0.5]) == plane.levels(holding: [0.1, 0.5]))
  }

  /// The stretches of a row have no gaps, and in each the winner has the largest responsibility.
  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func winnersHaveTheLargestResponsibility(_ seed: UInt64) throws {
    let mixture = mixture(seed, components: 9)
    let plane = PlanarMixture(mixture, scale: (30, -30), offset: (400, 300))
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let y = generator.uniform() * 700 - 50
      let stretches = plane.owners(y: y, from: -50, to: 900)
      #expect(stretches.first?.from == -50 && stretches.last?.to == 900)
      for (one, next) in zip(stretches, stretches.dropFirst()) {
        #expect(one.to == next.from && one.owner != next.owner)
        let lead =
          plane.logProduct(of: one.owner, x: one.to, y: y) - plane.logProduct(of: next.owner, x: one.to, y: y)
        #expect(abs(lead) < 1e-6, "at a border the two are equal")
      }
      for stretch in stretches {
        let x = stretch.from + (stretch.to - stretch.from) * (0.1 + 0.8 * generator.uniform())
        #expect(plane.owner(x: x, y: y) == stretch.owner)
        let own = try mixture.predict([[(x - 400) / 30, (y - 300) / -30]])[0]
        let tie = abs(
          plane.logProduct(of: own, x: x, y: y) - plane.logProduct(of: stretch.owner, x: x, y: y))
        #expect(own == stretch.owner || tie < 1e-9)
      }
    }
  }

  /// Of more dimensions the plane sees the exact marginal.
  @Test func otherDimensionsAreIntegratedOut() {
    let solid = GaussianMixture(
      weights: [1], means: [[1, 2, 3]],
      covariances: [CovarianceMatrix([[2, 0.5, 0.3], [0.5, 1, 0.2], [0.3, 0.2, 4]])])
    let flat = GaussianMixture(
      weights: [1], means: [[3, 1]], covariances: [CovarianceMatrix([[4, 0.3], [0.3, 2]])])
    let (seen, expected) = (PlanarMixture(solid, dimensions: (2, 0)), PlanarMixture(flat))
    for (x, y) in [(3.0, 1.0), (0, 0), (5, -2)] {
      #expect(abs(seen.density(x: x, y: y) - expected.density(x: x, y: y)) < 1e-15)
    }
  }

  @Test func whatHasNoDensityIsLeftOut() {
    let strange = GaussianMixture(
      weights: [0, 0.5, 0.5], means: [[0, 0], [1, 1], [.infinity, 0]],
      covariances: [.identity(2), .diagonal([1, 0]), .identity(2)])
    let plane = PlanarMixture(strange)
    #expect(plane.isEmpty && plane.levels(holding: [0.5]).isEmpty && plane.owner(x: 0, y: 0) == nil)
    #expect(plane.owners(y: 0, from: 0, to: 10).isEmpty && plane.density(x: 0, y: 0) == 0)
    #expect(PlanarMixture(GaussianMixture(weights: [1], means: [[1]], covariances: [.identity(1)])).isEmpty)
  }
}
