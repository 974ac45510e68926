import Testing

@testable import GaussianMixtures

@Suite struct EMTraceTests {
  private func trace(_ options: EMOptions = EMOptions()) throws -> EMTrace {
    let data = try oldFaithful()
    let start = try StartKind.randomPoints.makeStart(data: data, componentCount: 2, seed: 4)
    return try EM(data: data, options: options).trace(from: start)
  }

  @Test func alternatesAndAgreesWithFit() throws {
    let trace = try trace()
    let steps = Array(trace)
    let fit = try trace.em.fit(from: steps[0].model)
    #expect(steps[0].kind == .start)
    #expect(steps.dropFirst().enumerated().allSatisfy { $1.kind == ($0 % 2 == 0 ? .expectation : .maximization) })
    #expect(steps.last?.kind == .maximization)
    #expect(steps.last?.model == fit.model)
    #expect([steps[0].logLikelihood] + steps.filter { $0.kind == .maximization }.map(\.logLikelihood) == fit.trace)
    #expect(steps.last?.iteration == fit.iterations)
    #expect(fit.stopped == .converged)
  }

  @Test func parametersAndLikelihoodBelongTogether() throws {
    let trace = try trace()
    for step in trace.prefix(20) {
      #expect(isClose(step.logLikelihood, try step.model.logLikelihood(of: trace.em.data), 1e-13))
      if step.kind == .expectation { #expect(step.counts != nil && step.lowerBound == step.logLikelihood) }
      if step.kind == .maximization {
        let bound = try #require(step.lowerBound)
        #expect(bound <= step.logLikelihood + 1e-9 * abs(bound))
      }
    }
  }

  @Test func aCopyMarksAPlaceToComeBackTo() throws {
    var trace = try trace()
    for _ in 0..<5 { _ = trace.next() }
    var copy = trace
    let ahead = (0..<6).map { _ in trace.next() }
    #expect(ahead == (0..<6).map { _ in copy.next() })
  }

  @Test func saysWhyItEnded() throws {
    var limited = try trace(EMOptions(tolerance: 0, maximumIterations: 3))
    var steps = 0
    while limited.next() != nil { steps += 1 }
    #expect(steps == 7)
    #expect(limited.stopped == .iterationLimit)
    var none = try trace(EMOptions(maximumIterations: 0))
    #expect(none.next()?.kind == .start)
    #expect(none.next() == nil)
    #expect(none.stopped == .iterationLimit)
  }

  @Test func errorsEndItAndAreKept() throws {
    let em = try EM(data: Dataset(rows: [[1], [1]]), options: EMOptions(onCollapse: .fail))
    var trace = EMTrace(em: em, start: GaussianMixture(weights: [1], means: [[1]], covariances: [.identity(1)]))
    #expect(trace.next()?.kind == .start)
    #expect(trace.next()?.kind == .expectation)
    #expect(trace.next() == nil)
    #expect(trace.failure == .collapsed(component: 0, iteration: 1))
    #expect(throws: MixtureError.collapsed(component: 0, iteration: 1)) { try trace.advance() }
    var wrong = EMTrace(em: em, start: GaussianMixture(weights: [1], means: [[1, 2]], covariances: [.identity(2)]))
    #expect(wrong.next() == nil)
    #expect(wrong.failure == .dimensionMismatch(model: 2, data: 1))
  }
}
