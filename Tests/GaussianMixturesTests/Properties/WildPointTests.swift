import Testing

@testable import GaussianMixtures

/// A few wild points get a component of their own, or widen one; the others stay as wide as their points are.
@Suite struct WildPointTests {
  private func data(_ wild: [[Double]], seed: UInt64) throws -> Dataset {
    var generator = SeededGenerator(seed: seed)
    return try Dataset(rows: (0..<1000).map { _ in [generator.gaussian(), generator.gaussian()] } + wild)
  }

  /// The standard deviations of the component with most points.
  private func deviations(_ fit: FitResult) -> [Double] {
    let largest = fit.model.weights.indices.max { fit.model.weights[$0] < fit.model.weights[$1] } ?? 0
    return fit.model.covariances[largest].diagonal.map { $0.squareRoot() }
  }

  @Test(arguments: [CovarianceFamily.full, .diagonal, .spherical], [StartKind.kMeans, .kMeansPlusPlus, .randomPoints])
  func oneFarPoint(_ family: CovarianceFamily, _ kind: StartKind) throws {
    for wild in [[[1e6, 1e6]], [[0, -99999]], [[1e9, 0]]] {
      for seed: UInt64 in 1...3 {
        let data = try data(wild, seed: seed)
        let fit = try EM(data: data, options: EMOptions(family: family, seed: seed))
          .fit(componentCount: 2, start: kind, restarts: 1).best
        #expect(deviations(fit).allSatisfy { 0.9 < $0 && $0 < 1.1 }, "\(wild) \(seed): \(deviations(fit))")
        #expect(fit.model.weights.contains { isClose($0, 1.0 / 1001, 1e-6) })
      }
    }
  }

  /// The floor of the sane components is a thousandth of the sane standard deviation.
  @Test func theFloorIsThatOfTheSanePoints() throws {
    let em = try EM(data: data([[1e6, 1e6]], seed: 4))
    #expect(em.scales.deviations.allSatisfy { 0.9 < $0 && $0 < 1.1 })
    let fit = try em.fit(componentCount: 2, start: .kMeans).best
    let floored = try #require(fit.floored.first)
    #expect(isClose(fit.model.covariances[floored][0, 0], 1e-6 * em.scales.variances[0], 1e-3))
    #expect(isClose(fit.model.means[floored], [1e6, 1e6], 1e-9))
  }

  /// Two sane groups stay two, beside a sentinel for what is missing.
  @Test func twoGroupsAndASentinel() throws {
    var generator = SeededGenerator(seed: 7)
    let rows = (0..<500).map { n in [generator.gaussian() + (n % 2 == 0 ? 0 : 12), generator.gaussian()] }
    let fit = try EM(data: Dataset(rows: rows + [[-99999, -99999]])).fit(componentCount: 3, start: .kMeans, restarts: 5)
    let sane = (0..<3).filter { fit.best.model.weights[$0] > 0.4 }
    #expect(sane.count == 2)
    for k in sane { #expect(fit.best.model.covariances[k].diagonal.allSatisfy { 0.8 < $0 && $0 < 1.25 }) }
  }
}
