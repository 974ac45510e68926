import Testing

@testable import GaussianMixtures

@Suite struct MixtureEditingTests {
  private let mixture = GaussianMixture(
    weights: [0.5, 0.3, 0.2], means: [[0, 0], [4, 1], [-2, 7]],
    covariances: [CovarianceMatrix([[4, 1], [1, 2]]), .diagonal([1, 3]), .identity(2)])

  @Test(arguments: CovarianceFamily.allCases)
  func whateverIsDoneStaysInTheFamily(_ family: CovarianceFamily) throws {
    let a = mixture.converted(to: family)
    #expect(a.family == family && a.converted(to: family) == a)
    let edited = [
      a.adding(mean: [9, 9], covariance: CovarianceMatrix([[2, 0.5], [0.5, 1]])),
      a.replacingCovariance(of: 1, with: CovarianceMatrix([[2, 0.5], [0.5, 1]])), a.removing(1),
      a.interpolated(
        to: mixture.removing(0).adding(mean: [1, 1], covariance: .identity(2)).converted(to: family), 0.4),
    ]
    for mixture in edited {
      try mixture.validate()
      let again = mixture.converted(to: family)
      #expect(zip(mixture.covariances, again.covariances).allSatisfy { isClose($0, $1, 1e-14) }, "\(family)")
    }
  }

  @Test func conversionTakesMeans() {
    #expect(isClose(mixture.converted(to: .tied).covariances[2], CovarianceMatrix([[2.5, 0.5], [0.5, 2.1]]), 1e-14))
    #expect(mixture.converted(to: .diagonal).covariances[0] == .diagonal([4, 2]))
    #expect(mixture.converted(to: .spherical).covariances[1] == .diagonal([2, 2]))
    #expect(mixture.converted(to: .full).covariances == mixture.covariances)
  }

  @Test func weightsAreSharedOut() {
    #expect(
      isClose(mixture.adding(mean: [1, 1], covariance: .identity(2)).weights, [0.375, 0.225, 0.15, 0.25], 1e-14))
    #expect(isClose(mixture.removing(0).weights, [0.6, 0.4], 1e-14))
    var weightless = mixture
    weightless.weights = [1, 0, 0]
    #expect(weightless.removing(0).weights == [0.5, 0.5])
  }

  @Test func halfwayThereIsHalfwayThere() throws {
    var other = mixture
    other.means[0] = [2, 4]
    other.covariances[1] = .diagonal([3, 5])
    let between = mixture.interpolated(to: other, 0.5)
    #expect(between.means[0] == [1, 2] && between.covariances[1] == .diagonal([2, 4]))
    #expect(mixture.interpolated(to: other, 0) == mixture && mixture.interpolated(to: other, 1) == other)
  }

  /// Nothing here traps; `validate()` says what is wrong.
  @Test func whatDoesNotFitIsRefusedLater() {
    let odd = mixture.adding(mean: [1, 2, 3], covariance: .identity(2))
    #expect(throws: MixtureError.meanLength(component: 3, expected: 2, found: 3)) { try odd.validate() }
    let wide = mixture.replacingCovariance(of: 0, with: .identity(3))
    for family in CovarianceFamily.allCases {
      #expect(throws: MixtureError.self) { try wide.converted(to: family).validate() }
    }
    #expect(mixture.interpolated(to: odd, 0.5) == odd && mixture.interpolated(to: wide, 0.5) == wide)
    #expect(mixture.removing(7) == mixture && mixture.replacingCovariance(of: -1, with: .identity(2)) == mixture)
    #expect(CovarianceFamily.tied.restricted([.identity(2)], counts: [1, 2]) == [.identity(2)])
    #expect(CovarianceFamily.tied.restricted([], counts: []).isEmpty)
  }
}
