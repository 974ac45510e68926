import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct GaussianMixtureFitTests {
  @Test func oneCallFits() throws {
    let points = try oldFaithful().rows
    let fit = try GaussianMixture.fit(points, components: 2)
    #expect(fit.converged && fit.model.componentCount == 2 && fit.model.family == .full)
    #expect(fit.run.origin == .seeded(.kMeans, seed: fit.seed))
    #expect(isClose(fit.logLikelihood, -1130.264, 1e-5))
  }

  @Test func everyDefaultCanBeReplaced() throws {
    let data = try oldFaithful()
    let weights = (0..<data.count).map { Double($0 % 3) }
    let fit = try GaussianMixture.fit(
      data.rows, components: 3, family: .tied, start: .randomPoints, restarts: 4, seed: 9,
      options: EMOptions(family: .spherical, tolerance: 1e-4, seed: 2), sampleWeights: weights, threads: 2)
    let options = EMOptions(family: .tied, tolerance: 1e-4, seed: 9)
    let weighted = try Dataset(columns: data.columns, sampleWeights: weights)
    let em = try EM(data: weighted, options: options)
    #expect(fit == (try em.fit(componentCount: 3, start: .randomPoints, restarts: 4)).best)
    #expect(fit.totalWeight == weights.reduce(0, +))
    let fromOptions = try GaussianMixture.fit(weighted, components: 3, restarts: 1, options: options)
    #expect(fromOptions.model.family == .tied && fromOptions.seed == 9)
  }

  /// The seed is the winner's: one run with it is the same run.
  @Test(arguments: [EmptyPolicy.reseed, .keep])
  func theSeedRepeatsTheFit(_ policy: EmptyPolicy) throws {
    let points = try iris().rows
    let options = EMOptions(onCollapse: .reseed, onEmpty: policy)
    let fit = try GaussianMixture.fit(
      points, components: 6, start: .randomPoints, restarts: 8, seed: 3, options: options)
    #expect(fit.seed != 3)
    let again = try GaussianMixture.fit(
      points, components: 6, start: .randomPoints, restarts: 1, seed: fit.seed, options: options)
    #expect(again == fit)
  }

  @Test func criteriaCostNoPass() throws {
    let data = try oldFaithful()
    let fit = try GaussianMixture.fit(data, components: 2)
    #expect(isClose(fit.aic, try fit.model.aic(on: data), 1e-13))
    #expect(isClose(fit.bic, try fit.model.bic(on: data), 1e-13))
  }

  @Test func whatCannotBeFittedIsRefused() {
    #expect(throws: MixtureError.raggedRow(row: 1, expected: 2, found: 1)) {
      try GaussianMixture.fit([[1, 2], [3]], components: 1)
    }
    #expect(throws: MixtureError.tooFewPoints(points: 2, components: 3)) {
      try GaussianMixture.fit([[1, 2], [3, 4]], components: 3)
    }
    #expect(throws: MixtureError.noComponents) { try GaussianMixture.fit([[1], [2]], components: 0) }
    #expect(throws: MixtureError.noDimensions) { try GaussianMixture.fit([], components: 1) }
    #expect(throws: MixtureError.valueNotFinite(row: 0, column: 1)) {
      try GaussianMixture.fit([[1, .nan]], components: 1)
    }
    #expect(throws: MixtureError.sampleWeightCount(expected: 2, found: 1)) {
      try GaussianMixture.fit([[1], [2]], components: 1, sampleWeights: [1])
    }
  }
}
