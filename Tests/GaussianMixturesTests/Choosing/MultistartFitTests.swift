import Synchronization
import Testing

@testable import GaussianMixtures

@Suite struct MultistartFitTests {
  @Test func keepsEveryTraceAndTheBest() throws {
    let data = try iris()
    let result = try EM(data: data).fit(componentCount: 3, start: .randomPoints, restarts: 6)
    #expect(result.runs.count == 6)
    #expect(Set(result.runs.map(\.seed)).count == 6)
    #expect(result.runs[0].seed == 1)
    let highest = result.runs.compactMap { $0.fit?.logLikelihood }.max()
    // Within what the tolerance of 10⁻⁶ per point leaves open.
    #expect(result.best.logLikelihood >= (highest ?? .infinity) - 1e-6 * Double(data.count))
    #expect(result.runs[result.bestRun].fit == result.best)
    #expect(result.runs.allSatisfy { ($0.fit?.trace.count ?? 0) > 1 })
  }

  private func run(_ logLikelihood: Double, floored: [Int], seed: UInt64) throws -> MultistartRun {
    let em = try EM(data: Dataset(rows: [[0], [1]]), options: EMOptions(seed: seed))
    var run = em.run(from: GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)]))
    for _ in 0..<3 { try em.advance(&run) }
    run.steps[2] = RunStep(
      kind: .maximization, iteration: 1, model: run.model, identities: [0], owners: nil, logLikelihood: logLikelihood,
      events: [], floored: floored, rescued: [])
    return MultistartRun(seed: seed, outcome: .success(FitResult(run: run, totalWeight: 2, pointCount: 2)))
  }

  @Test func aFitThatNeedsNoFloorGoesBeforeOneThatDoes() throws {
    let lower = try run(-20, floored: [], seed: 1)
    let higher = try run(-10, floored: [], seed: 2)
    let floored = try run(5, floored: [0], seed: 3)
    let failed = MultistartRun(seed: 4, outcome: .failure(.cancelled))
    #expect(try MultistartFit(runs: [floored, failed, lower, higher]).bestRun == 3)
    #expect(try MultistartFit(runs: [lower, floored]).best == lower.fit)
    #expect(try MultistartFit(runs: [failed, floored]).bestRun == 1)
    #expect(throws: MixtureError.cancelled) { try MultistartFit(runs: [failed]) }
  }

  /// Runs to the same place stop some last digits apart, which units and rounding decide.
  @Test func aLittleMoreIsNotBetter() throws {
    let first = try run(-10, floored: [], seed: 1)
    // Two points under a tolerance of 10⁻⁶: 2 · 10⁻⁶ are open.
    #expect(try MultistartFit(runs: [first, run(-10 + 1e-6, floored: [], seed: 2)]).bestRun == 0)
    #expect(try MultistartFit(runs: [first, run(-10 + 1e-5, floored: [], seed: 2)]).bestRun == 1)
    let steps = try (0..<4).map { try run(-10 + 1.5e-6 * Double($0), floored: [], seed: UInt64($0)) }
    #expect(try MultistartFit(runs: steps).bestRun == 2)
    let far = try run(-1e6, floored: [], seed: 1)
    #expect(try MultistartFit(runs: [far, run(-1e6 + 5e-4, floored: [], seed: 2)]).bestRun == 0)
  }

  /// Of data in other units the same start wins.
  @Test(arguments: [330, -330, 480])
  func theUnitsDoNotDecide(_ exponent: Int) throws {
    var generator = SeededGenerator(seed: 3)
    let rows = (0..<200).map { n in [Double(n % 3) * 4 + generator.gaussian()] }
    let options = EMOptions(family: .tied)
    let plain = try EM(data: Dataset(rows: rows), options: options)
    let scale = Double(sign: .plus, exponent: exponent, significand: 1)
    let scaled = try EM(data: Dataset(rows: rows.map { [$0[0] * scale] }), options: options)
    let (a, b) = try (
      plain.fit(componentCount: 3, start: .randomPoints, restarts: 10),
      scaled.fit(componentCount: 3, start: .randomPoints, restarts: 10)
    )
    #expect(a.bestRun == b.bestRun)
  }

  @Test func ofEqualsTheFirstWins() throws {
    let runs = try (1...3).map { try run(-10, floored: [], seed: $0) }
    #expect(try MultistartFit(runs: runs).bestRun == 0)
    #expect(try MultistartFit(runs: [run(-11, floored: [], seed: 9)] + runs).bestRun == 1)
    let floored = try (1...3).map { try run(-10, floored: [0], seed: $0) }
    #expect(try MultistartFit(runs: floored).bestRun == 0)
  }

  @Test func manyRestartsWhereTheyCostLittle() {
    #expect(EM.defaultRestarts(points: 272, components: 2) == 10)
    #expect(EM.defaultRestarts(points: 10_000, components: 10) == 10)
    #expect(EM.defaultRestarts(points: 10_000, components: 11) == 1)
    #expect(EM.defaultRestarts(points: 1_000_000, components: 1) == 1)
    #expect(EM.defaultRestarts(points: .max, components: .max) == 1)
  }

  /// What others published is found with nothing asked for, up to what the tolerance leaves.
  @Test func defaultsFindThePublishedOptima() throws {
    for (data, family, components, expected) in [
      (try oldFaithful(), CovarianceFamily.full, 2, -1130.26396), (try oldFaithful(), .tied, 2, -1140.18676),
      (try oldFaithful(), .tied, 3, -1126.31593), (try iris(), .full, 3, -180.18548),
    ] {
      let restarts = EM.defaultRestarts(points: data.count, components: components)
      let result = try EM(data: data, options: EMOptions(family: family))
        .fit(componentCount: components, start: .kMeans, restarts: restarts)
      #expect(abs(result.best.logLikelihood - expected) < 2e-6 * Double(data.count), "\(family) \(components)")
      #expect(result.best.converged)
    }
  }

  @Test func theFirstOfEqualsIsTheBest() throws {
    let em = try EM(data: oldFaithful())
    let start = try StartKind.kMeans.makeStart(data: em.data, componentCount: 2, seed: 1)
    let worse = try em.fit(from: start, iterations: 0)
    let fit = try em.fit(from: start)
    let outcomes: [Result<FitResult, MixtureError>] = [
      .failure(.noPoints), .success(worse), .success(fit), .success(fit), .success(worse),
    ]
    let result = try MultistartFit(
      runs: outcomes.enumerated().map { MultistartRun(seed: UInt64($0.offset), outcome: $0.element) })
    #expect(result.bestRun == 2 && result.best == fit)
  }

  @Test func threadsAndNumberOfRestartsDoNotMatter() throws {
    let data = try oldFaithful()
    func fit(restarts: Int, threads: Int) throws -> MultistartFit {
      try EM(data: data, resources: PassResources(threads: threads))
        .fit(componentCount: 3, start: .kMeansPlusPlus, restarts: restarts)
    }
    let one = try fit(restarts: 5, threads: 1)
    let seven = try fit(restarts: 5, threads: 7)
    let fewer = try fit(restarts: 2, threads: 2)
    #expect(one == seven)
    #expect(fewer.runs == Array(one.runs.prefix(2)))
  }

  @Test func reportsProgressAndStopsOnRequest() throws {
    let em = try EM(data: oldFaithful(), resources: PassResources(threads: 2))
    let calls = Mutex<[Int]>([])
    _ = try em.fit(
      componentCount: 2, start: .randomPoints, restarts: 4,
      progress: { done, total in calls.withLock { $0.append(done * 100 + total) } })
    #expect(calls.withLock { $0 } == [104, 204, 304, 404])
    #expect(throws: MixtureError.cancelled) {
      try em.fit(componentCount: 2, start: .randomPoints, restarts: 4, shouldCancel: { true })
    }
  }

  @Test func failsOnlyWhenAllFail() throws {
    let em = try EM(data: Dataset(rows: [[1], [1], [1]]), options: EMOptions(floor: 0))
    #expect(throws: MixtureError.collapsed(component: 0, iteration: 1)) {
      try em.fit(componentCount: 1, start: .kMeans, restarts: 3)
    }
    #expect(throws: MixtureError.tooFewPoints(points: 3, components: 9)) {
      try em.fit(componentCount: 9, start: .kMeans)
    }
    #expect(throws: MixtureError.self) { try em.fit(componentCount: 1, start: .kMeans, restarts: 0) }
  }
}
