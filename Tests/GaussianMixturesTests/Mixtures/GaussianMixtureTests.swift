import Testing

@testable import GaussianMixtures

@Suite struct GaussianMixtureTests {
  private let model = GaussianMixture(
    weights: [0.25, 0.75], means: [[0, 0], [1, 2]], covariances: [.identity(2), CovarianceMatrix([[2, 1], [1, 3]])])

  @Test func soundModelsPass() throws {
    try model.validate()
    #expect(model.componentCount == 2)
    #expect(model.dimensions == 2)
    #expect(model.parameterCount == 11)
    var withZero = model
    withZero.weights = [0, 1]
    try withZero.validate()
  }

  @Test func namesTheFirstFault() {
    func fault(_ change: (inout GaussianMixture) -> Void) -> MixtureError? {
      var faulty = model
      change(&faulty)
      do throws(MixtureError) {
        try faulty.validate()
        return nil
      } catch {
        return error
      }
    }
    #expect(fault { $0 = GaussianMixture(weights: [], means: [], covariances: []) } == .noComponents)
    #expect(fault { $0.weights = [1] } == .componentCounts(weights: 1, means: 2, covariances: 2))
    #expect(fault { $0.covariances.removeLast() } == .componentCounts(weights: 2, means: 2, covariances: 1))
    #expect(fault { $0.means = [[], []] } == .noDimensions)
    #expect(fault { $0.means[1] = [1] } == .meanLength(component: 1, expected: 2, found: 1))
    #expect(fault { $0.means[1][0] = .nan } == .meanNotFinite(component: 1, column: 0))
    #expect(fault { $0.weights = [-0.1, 1.1] } == .weightInvalid(component: 0))
    #expect(fault { $0.weights[1] = .nan } == .weightInvalid(component: 1))
    #expect(fault { $0.weights = [0.5, 0.25] } == .weightsSum(0.75))
    #expect(
      fault { $0.covariances[1] = .identity(3) } == .covarianceShape(component: 1, expected: 2, rows: 3, columns: 3))
    #expect(
      fault { $0.covariances[0][1, 1] = .infinity } == .covarianceNotFinite(component: 0, row: 1, column: 1))
    #expect(
      fault { $0.covariances[1][0, 1] = 1.1 } == .covarianceNotSymmetric(component: 1, row: 1, column: 0))
    #expect(
      fault { $0.covariances[1] = CovarianceMatrix([[1, 2], [2, 1]]) } == .covarianceNotPositiveDefinite(component: 1))
    #expect(fault { $0.covariances[0][0, 0] = 0 } == .covarianceNotPositiveDefinite(component: 0))
    #expect(fault { $0.covariances[0][0, 0] = -1 } == .covarianceNotPositiveDefinite(component: 0))
  }

  /// What counts as symmetric does not depend on the unit.
  @Test(arguments: [1e-140, 1e-12, 1, 1e12, 1e140])
  func symmetryIsJudgedByTheEntriesOwnSize(_ unit: Double) throws {
    func model(_ lower: Double, _ upper: Double) -> GaussianMixture {
      GaussianMixture(
        weights: [1], means: [[0, 0]],
        covariances: [CovarianceMatrix([[unit, upper * unit], [lower * unit, unit]])])
    }
    try model(0.5, 0.5 + 1e-11).validate()
    #expect(throws: MixtureError.covarianceNotSymmetric(component: 0, row: 1, column: 0)) {
      try model(0.5, 0.5 + 1e-7).validate()
    }
  }

  @Test func diagonalCovariancesAreCheckedToo() {
    var model = GaussianMixture(weights: [1], means: [[0, 0, 0]], covariances: [.diagonal([1, 0, 1])])
    #expect(throws: MixtureError.covarianceNotPositiveDefinite(component: 0)) { try model.validate() }
    model.covariances = [.diagonal([1, -1, 1])]
    #expect(throws: MixtureError.covarianceNotPositiveDefinite(component: 0)) { try model.validate() }
  }
}
