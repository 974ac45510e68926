import Glibc
import Testing

@testable import GaussianMixtures

@Suite struct MarginalTests {
  private let mixture = GaussianMixture(
    weights: [0.6, 0.4], means: [[1, 2, 3], [-1, 0, 5]],
    covariances: [
      CovarianceMatrix([[4, 1, 0.5], [1, 3, -0.7], [0.5, -0.7, 2]]),
      CovarianceMatrix([[1, 0.2, 0], [0.2, 2, 0.6], [0, 0.6, 1.5]]),
    ])

  @Test func itHasTheEntriesOfItsDimensionsInTheirOrder() throws {
    let marginal = mixture.marginal([2, 0])
    try marginal.validate()
    #expect(marginal.weights == mixture.weights && marginal.family == mixture.family)
    #expect(marginal.means == [[3, 1], [5, -1]])
    #expect(marginal.covariances[0] == CovarianceMatrix([[2, 0.5], [0.5, 4]]))
    #expect(mixture.marginal([0, 1, 2]) == mixture)
    #expect(throws: MixtureError.self) { try mixture.marginal([0, 3]).validate() }
    #expect(throws: MixtureError.self) { try mixture.marginal([1, 1]).validate() }
  }

  /// The integral of the density over the dimension that is left out, by Simpson's rule.
  @Test func itIsTheIntegralOverTheOthers() throws {
    let marginal = mixture.marginal([0, 2])
    func density(_ mixture: GaussianMixture, _ place: [Double]) throws -> Double {
      try exp(mixture.posterior(at: place).logDensity)
    }
    for place in [[0.0, 4.0], [1.5, 2.5], [-2, 6]] {
      let (steps, low, high) = (400, -20.0, 20.0)
      let width = (high - low) / Double(steps)
      var sum = 0.0
      for step in 0...steps {
        let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
        sum += weight * (try density(mixture, [place[0], low + Double(step) * width, place[1]]))
      }
      #expect(abs(sum * width / 3 / (try density(marginal, place)) - 1) < 1e-9)
    }
  }

  /// What a sample of the whole has in some columns is a sample of the marginal.
  @Test func samplesAgree() throws {
    var generator = SeededGenerator(seed: 3)
    let sample = try mixture.sample(count: 20_000, using: &generator).data
    let plane = try Dataset(columns: [sample.columns[1], sample.columns[2]])
    let mean = try mixture.marginal([1, 2]).logLikelihood(of: plane) / 20_000
    var other = SeededGenerator(seed: 4)
    let own = try mixture.marginal([1, 2]).sample(count: 20_000, using: &other).data
    #expect(abs(mean - (try mixture.marginal([1, 2]).logLikelihood(of: own)) / 20_000) < 0.03)
  }

  @Test func anotherMarginalCovarianceIsThereAndTheRestStays() throws {
    let wanted = CovarianceMatrix([[1, -0.4], [-0.4, 5]])
    let edited = mixture.replacingMarginalCovariance(of: 0, inDimensions: 0, 2, with: wanted)
    try edited.validate()
    #expect(edited.marginal([0, 2]).covariances[0] == wanted)
    #expect(edited.covariances[0][1, 1] == 3 && edited.covariances[1] == mixture.covariances[1])
    // The same marginal moves nothing.
    let same = mixture.marginal([0, 2]).covariances[0]
    let unmoved = mixture.replacingMarginalCovariance(of: 0, inDimensions: 0, 2, with: same)
    #expect(isClose(unmoved.covariances[0], mixture.covariances[0], 1e-14))
    // The map of the plane keeps correlations beyond it: the determinant changes by that of the plane alone.
    func determinant(_ m: CovarianceMatrix) -> Double {
      m[0, 0] * (m[1, 1] * m[2, 2] - m[1, 2] * m[2, 1]) - m[0, 1] * (m[1, 0] * m[2, 2] - m[1, 2] * m[2, 0]) + m[0, 2]
        * (m[1, 0] * m[2, 1] - m[1, 1] * m[2, 0])
    }
    let ratio = determinant(edited.covariances[0]) / determinant(mixture.covariances[0])
    #expect(abs(ratio / ((5 - 0.16) / (4 * 2 - 0.25)) - 1) < 1e-12)
  }

  @Test(arguments: CovarianceFamily.allCases)
  func itStaysInTheFamily(_ family: CovarianceFamily) throws {
    let mixture = mixture.converted(to: family)
    let edited = mixture.replacingMarginalCovariance(
      of: 1, inDimensions: 2, 1, with: CovarianceMatrix([[2, 0.5], [0.5, 1]]))
    try edited.validate()
    let again = edited.converted(to: family)
    #expect(zip(edited.covariances, again.covariances).allSatisfy { isClose($0, $1, 1e-14) })
    #expect(edited.covariances[1][2, 2] == (family == .spherical ? 1.5 : 2))
    #expect(edited.marginal([0, 1]).family == family)
  }

  @Test func whatIsNoCovarianceChangesNothing() {
    for wrong in [CovarianceMatrix([[1, 2], [2, 1]]), .diagonal([0, 1]), .identity(3), .diagonal([.nan, 1])] {
      #expect(mixture.replacingMarginalCovariance(of: 0, inDimensions: 0, 1, with: wrong) == mixture)
    }
    let right = CovarianceMatrix.identity(2)
    #expect(mixture.replacingMarginalCovariance(of: 2, inDimensions: 0, 1, with: right) == mixture)
    #expect(mixture.replacingMarginalCovariance(of: 0, inDimensions: 0, 3, with: right) == mixture)
    #expect(mixture.replacingMarginalCovariance(of: 0, inDimensions: 1, 1, with: right) == mixture)
  }
}
