import Testing

@testable import GaussianMixtures

@Suite struct LowerBoundTests {
  @Test(arguments: Problem.all([(1, 1, 30), (3, 2, 150), (2, 5, 100)]))
  func closedFormMatchesTheDefinition(_ problem: Problem) throws {
    let data = try problem.data()
    let em = try EM(data: data, options: plainOptions(problem.family, iterations: 3))
    var model = try problem.start(for: data)
    for iteration in 1...3 {
      let expectation = try em.expectation(of: model)
      let reference = try ReferencePass(data: data, model: model)
      #expect(isClose(try em.lowerBound(of: expectation, with: model), expectation.logLikelihood, 1e-12))
      #expect(
        isClose(try reference.lowerBound(data: data, model: model), expectation.logLikelihood, 1e-11))
      let step = try em.maximization(of: expectation, iteration: iteration)
      #expect(isClose(step.lowerBound, try reference.lowerBound(data: data, model: step.model), 1e-10))
      // It rises in the M-step, and the new likelihood lies above it.
      let slack = 1e-9 * abs(expectation.logLikelihood)
      #expect(step.lowerBound >= expectation.logLikelihood - slack)
      #expect(try em.expectation(of: step.model).logLikelihood >= step.lowerBound - slack)
      model = step.model
    }
  }

  @Test func noParametersOfTheFamilyDoBetter() throws {
    let problem = Problem(components: 2, dimensions: 2, points: 80, family: .full, seed: 3)
    let data = try problem.data()
    let em = try EM(data: data, options: plainOptions(.full, iterations: 1))
    let expectation = try em.expectation(of: problem.start(for: data))
    let step = try em.maximization(of: expectation, iteration: 1)
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<50 {
      var other = step.model
      other.means[0][0] += 0.01 * generator.gaussian()
      other.covariances[1][0, 0] *= 1 + 0.02 * generator.uniform()
      #expect(try em.lowerBound(of: expectation, with: other) <= step.lowerBound)
    }
  }

  @Test func droppingAComponentThatHadPointsLeavesNoBound() throws {
    let data = try Dataset(rows: [[0], [0], [0], [5], [6], [8]])
    let em = try EM(data: data, options: EMOptions(onCollapse: .drop))
    let start = GaussianMixture(
      weights: [0.5, 0.5], means: [[0], [6]], covariances: [.diagonal([1e-4]), .identity(1)])
    let step = try em.maximization(of: em.expectation(of: start), iteration: 1)
    #expect(step.survivors == [1])
    #expect(step.lowerBound == -.infinity)
  }
}
