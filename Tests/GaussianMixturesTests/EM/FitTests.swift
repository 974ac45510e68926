import Testing

@testable import GaussianMixtures

@Suite struct FitTests {
  /// Property 2.
  @Test(arguments: Problem.all([(2, 1, 60), (3, 2, 90), (4, 2, 200), (3, 4, 150)], seeds: 1...20))
  func likelihoodNeverFalls(_ problem: Problem) throws {
    let data = try problem.data()
    let fit = try EM(data: data, options: plainOptions(problem.family, iterations: 15))
      .fit(from: problem.start(for: data))
    #expect(fit.trace.count == 16)
    for (before, after) in zip(fit.trace, fit.trace.dropFirst()) {
      #expect(after >= before - 1e-9 * abs(before))
    }
  }

  /// Property 6.
  @Test(arguments: CovarianceFamily.allCases)
  func manyIterationsAreManyFitsOfOne(_ type: CovarianceFamily) throws {
    let data = try iris()
    let start = try StartKind.kMeans.makeStart(data: data, componentCount: 3, family: type, seed: 2)
    let em = try EM(data: data, options: plainOptions(type, iterations: 100))
    let whole = try em.fit(from: start, iterations: 7)
    var model = start
    for _ in 0..<7 { model = try em.fit(from: model, iterations: 1).model }
    #expect(model == whole.model)
    #expect(try em.fit(from: start, iterations: 0).model == start)
    #expect(try em.fit(from: start, iterations: 0).trace.count == 1)
  }

  @Test(arguments: CovarianceFamily.allCases)
  func refittingAnOptimumStaysPut(_ type: CovarianceFamily) throws {
    let data = try oldFaithful()
    let em = try EM(data: data, options: EMOptions(family: type, tolerance: 1e-13, maximumIterations: 5000))
    let first = try em.fit(componentCount: 2, start: .kMeans).best
    let again = try em.fit(from: first.model)
    #expect(first.converged)
    // One iteration gains too little, the second shows that little is left.
    #expect(again.iterations <= 2)
    #expect(isClose(again.model, first.model, 1e-6))
  }

  @Test func toleranceZeroRunsExactlyToTheLimit() throws {
    let data = try Dataset(rows: [[0], [1], [2], [5]])
    let start = GaussianMixture(weights: [1], means: [[2]], covariances: [.identity(1)])
    let fit = try EM(data: data, options: EMOptions(tolerance: 0, maximumIterations: 12)).fit(from: start)
    #expect(fit.iterations == 12)
    #expect(fit.end == .iterationLimit)
    #expect(!fit.converged)
  }

  @Test func cancellingKeepsTheResultSoFar() throws {
    let data = try iris()
    let start = try StartKind.kMeansPlusPlus.makeStart(data: data, componentCount: 3, seed: 2)
    var asked = 0
    let fit = try EM(data: data).fit(from: start) {
      asked += 1
      return asked > 3
    }
    #expect(fit.iterations == 3)
    #expect(fit.end == .cancelled)
    #expect(isClose(fit.logLikelihood, try fit.model.logLikelihood(of: data), 1e-13))
  }

  @Test(arguments: CovarianceFamily.allCases)
  func weightsAndRepeatedRowsGiveOneAnswer(_ type: CovarianceFamily) throws {
    let plain = try oldFaithful()
    let weights = (0..<plain.count).map { Double(($0 * 7) % 4) }
    let weighted = try Dataset(columns: plain.columns, sampleWeights: weights)
    let repeated = try Dataset(
      rows: (0..<plain.count).flatMap { Array(repeating: plain.row($0), count: Int(weights[$0])) })
    for kind in StartKind.allCases {
      let a = try kind.makeStart(data: weighted, componentCount: 3, family: type, seed: 6)
      let b = try kind.makeStart(data: repeated, componentCount: 3, family: type, seed: 6)
      #expect(isClose(a, b, 1e-12), "\(kind)")
    }
    let start = try StartKind.kMeans.makeStart(data: weighted, componentCount: 3, family: type, seed: 6)
    let options = EMOptions(family: type, tolerance: 0, maximumIterations: 25)
    let a = try EM(data: weighted, options: options).fit(from: start)
    let b = try EM(data: repeated, options: options).fit(from: start)
    #expect(isClose(a.trace, b.trace, 1e-11))
    #expect(isClose(a.model, b.model, 1e-8))
    #expect(isClose(try a.model.bic(on: weighted), try a.model.bic(on: repeated), 1e-12))
    #expect(isClose(try a.model.icl(on: weighted), try a.model.icl(on: repeated), 1e-12))
  }

  @Test func aPointOfWeightZeroIsAbsent() throws {
    let plain = try oldFaithful()
    let without = try EM(data: plain).fit(componentCount: 2, start: .kMeans).best
    let with = try Dataset(
      columns: plain.columns.map { $0 + [1e90] },
      sampleWeights: Array(repeating: 1, count: plain.count) + [0])
    let fit = try EM(data: with).fit(componentCount: 2, start: .kMeans).best
    #expect(isClose(fit.model, without.model, 1e-12))
    #expect(fit.iterations == without.iterations)
  }

  /// A failure names its component as the start counts it, also when another was dropped before.
  @Test func aFailureAfterADropNamesTheStartsComponent() throws {
    var generator = SeededGenerator(seed: 3)
    var x = (0..<20).map { _ in 4 * generator.uniform() }
    var y = (0..<20).map { _ in 4 * generator.uniform() }
    for _ in 0..<5 {
      x.append(50)
      y.append(50)
    }
    let start = GaussianMixture(
      weights: [0.2, 0.4, 0.4], means: [[900, 900], [2, 2], [40, 40]],
      covariances: [.diagonal([1, 1]), .diagonal([100, 100]), .diagonal([400, 400])])
    let em = try EM(
      data: Dataset(columns: [x, y]), options: EMOptions(floor: 0, onCollapse: .fail, onEmpty: .drop))
    do throws(MixtureError) {
      _ = try em.fit(from: start)
      Issue.record("it did not collapse")
    } catch {
      guard case .collapsed(let component, let iteration) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(component == 2 && iteration > 1)
    }
  }
}
