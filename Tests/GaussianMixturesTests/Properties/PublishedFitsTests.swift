import Testing

@testable import GaussianMixtures

/// Property 8: fits that others published.
@Suite struct PublishedFitsTests {
  private func best(_ data: Dataset, _ components: Int, _ type: CovarianceFamily, restarts: Int = 4) throws -> FitResult
  {
    try EM(data: data, options: EMOptions(family: type, tolerance: 1e-11, maximumIterations: 5000))
      .fit(componentCount: components, start: .kMeans, restarts: restarts).best
  }

  @Test(arguments: [
    (CovarianceFamily.full, 2, -1130.26396), (.tied, 2, -1140.18676), (.tied, 3, -1126.31593),
  ])
  func oldFaithfulGeyser(_ type: CovarianceFamily, _ components: Int, _ expected: Double) throws {
    let fit = try best(oldFaithful(), components, type)
    #expect(abs(fit.logLikelihood - expected) < 5e-5)
  }

  /// Published as −2314.32 (larger is better), from a run that stopped 0.01 below the maximum of the likelihood.
  @Test func oldFaithfulBIC() throws {
    let data = try oldFaithful()
    #expect(abs(try best(data, 3, .tied).model.bic(on: data) - 2314.32) < 0.05)
  }

  @Test func irisFull() throws {
    let data = try iris()
    // R's iris: some copies in circulation differ in two rows.
    let sums = data.columns.map { $0.reduce(0, +) }
    #expect(isClose(sums, [876.5, 458.6, 563.7, 179.9], 1e-12))
    #expect(abs(try best(data, 3, .full).logLikelihood - -180.18548) < 5e-5)
  }

  @Test func waitingTimesAlone() throws {
    let fit = try best(loadAsset("old_faithful.csv", columns: ["waiting"]), 2, .full)
    #expect(abs(fit.logLikelihood - -1034.002) < 1e-3)
    let order = fit.model.means[0][0] < fit.model.means[1][0] ? [0, 1] : [1, 0]
    for (k, expected) in zip(order, [(0.3609, 54.6149, 5.8712), (0.6391, 80.0911, 5.8677)]) {
      #expect(abs(fit.model.weights[k] - expected.0) < 1e-4)
      #expect(abs(fit.model.means[k][0] - expected.1) < 1e-3)
      #expect(abs(fit.model.covariances[k][0, 0].squareRoot() - expected.2) < 1e-3)
    }
  }
}
