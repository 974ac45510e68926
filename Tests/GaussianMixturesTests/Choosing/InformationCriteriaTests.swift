import Foundation
import Testing

@testable import GaussianMixtures

@Suite struct InformationCriteriaTests {
  @Test func smallerIsBetter() throws {
    let data = try oldFaithful()
    let fit = try EM(data: data, options: EMOptions(family: .tied, tolerance: 1e-10))
      .fit(componentCount: 2, start: .kMeans).best
    let criteria = try fit.model.criteria(on: data)
    #expect(criteria.parameters == 8)
    #expect(isClose(criteria.aic, 2 * 1140.18676 + 16, 1e-7))
    #expect(isClose(criteria.bic, 2 * 1140.18676 + 8 * log(272), 1e-7))
    let icl = try #require(criteria.icl)
    #expect(icl > criteria.bic)
    #expect(fit.criteria.icl == nil && isClose([fit.aic, fit.bic], [criteria.aic, criteria.bic], 1e-12))
    #expect(try fit.model.aic(on: data) == criteria.aic)
    #expect(try fit.model.bic(on: data) == criteria.bic)
    #expect(try fit.model.icl(on: data) == icl)
  }

  @Test func entropyOfCertaintyAndOfIgnorance() throws {
    let data = try Dataset(rows: [[0], [1]], sampleWeights: [3, 1])
    let one = GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)])
    #expect(try one.entropy(on: data) == 0)
    let two = GaussianMixture(
      weights: [0.5, 0.5], means: [[0], [0]], covariances: [.identity(1), .identity(1)])
    #expect(isClose(try two.entropy(on: data), 4 * log(2), 1e-14))
  }

  @Test func needsPoints() {
    let model = GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)])
    #expect(throws: MixtureError.noPoints) { try model.criteria(on: Dataset(columns: [[]])) }
  }
}
