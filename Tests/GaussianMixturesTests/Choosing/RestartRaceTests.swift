import Synchronization
import Testing

@testable import GaussianMixtures

@Suite struct RestartRaceTests {
  private let seeds = Array(1...12 as ClosedRange<UInt64>)

  private func race(threads: Int, recording: Run.Recording = .trace) throws -> RestartRace {
    try EM(data: try iris(), resources: PassResources(threads: threads)).race(
      componentCount: 4, start: .kMeansPlusPlus, seeds: seeds, recording: recording)
  }

  @Test func everyRunIsAFitOfItsSeedAndBelongsToOneOptimum() throws {
    let race = try race(threads: 2)
    #expect(Set(race.runs.map(\.seed)) == Set(seeds))
    #expect(race.optima.flatMap(\.seeds).sorted() == seeds)
    #expect(race.optima.count > 1, "iris with four components has several")
    for seed in [1, 7] as [UInt64] {
      let alone = try EM(data: try iris(), options: EMOptions(seed: seed)).fit(
        componentCount: 4, start: .kMeansPlusPlus
      ).best
      #expect(race.run(ofSeed: seed)?.fit == alone)
    }
    let slack = 100 * 1e-6 * 150.0
    for run in race.runs {
      let optimum = try #require(race.optimum(ofSeed: run.seed).map { race.optima[$0] })
      let value = try #require(run.fit?.logLikelihood)
      #expect(value <= optimum.logLikelihood && value >= optimum.logLikelihood - slack)
      #expect(run.fit?.isFloored == optimum.isFloored)
    }
  }

  @Test func bestFirst() throws {
    let race = try race(threads: 1)
    let optima = race.runs.compactMap { race.optimum(ofSeed: $0.seed) }
    #expect(optima == optima.sorted())
    let free = race.optima.filter { !$0.isFloored }.map(\.logLikelihood)
    #expect(free == free.sorted(by: >))
    #expect(race.optima.allSatisfy { $0.seeds == $0.seeds.sorted() })
  }

  @Test func threadsDoNotMatterNorDoesWhatIsRecorded() throws {
    let (one, four) = (try race(threads: 1), try race(threads: 4))
    #expect(one == four)
    let whole = try race(threads: 2, recording: .everyStep)
    #expect(whole.optima == one.optima)
    let first = try #require(whole.runs[0].fit?.run)
    #expect(first.recording == .everyStep && first.steps.count == 2 * first.iterations + 1)
    #expect(first.model == one.runs[0].fit?.model)
  }

  private func run(_ value: Double, floored: [Int] = [], seed: UInt64, tolerance: Double = 1e-3) throws -> MultistartRun
  {
    let em = try EM(data: Dataset(rows: [[0], [1]]), options: EMOptions(tolerance: tolerance, seed: seed))
    var run = em.run(from: GaussianMixture(weights: [1], means: [[0]], covariances: [.identity(1)]))
    for _ in 0..<3 { try em.advance(&run) }
    run.steps[2] = RunStep(
      kind: .maximization, iteration: 1, model: run.model, identities: [0], owners: nil, logLikelihood: value,
      events: [], floored: floored, rescued: [])
    return MultistartRun(seed: seed, outcome: .success(FitResult(run: run, totalWeight: 2, pointCount: 2)))
  }

  @Test func oneResultIsWithinAHundredTolerancesPerPoint() throws {
    // 100 ε N = 0.2.
    let race = RestartRace(
      of: try [run(-10.25, seed: 1), run(-10, seed: 9), run(-10.19, seed: 4), run(-10.4, seed: 2)])
    #expect(race.optima.map(\.seeds) == [[4, 9], [1, 2]])
    #expect(race.optima.map(\.logLikelihood) == [-10, -10.25])
    let exact = RestartRace(of: try [run(-10, seed: 1, tolerance: 0), run(-10 - 1e-12, seed: 2, tolerance: 0)])
    #expect(exact.optima.map(\.seeds) == [[1, 2]])
  }

  @Test func whatTheFloorHoldsUpComesAfterAllElseAndAloneIsTheBest() throws {
    let failed = MultistartRun(seed: 5, outcome: .failure(.noPoints))
    let race = RestartRace(
      of: try [failed, run(5, floored: [0], seed: 1), run(-20, seed: 2), run(-20.1, floored: [0], seed: 3)])
    #expect(race.optima.map(\.seeds) == [[2], [1], [3]])
    #expect(race.optima.map(\.isFloored) == [false, true, true])
    #expect(race.runs.map(\.seed) == [2, 1, 3, 5])
    #expect(race.optimum(ofSeed: 5) == nil && race.run(ofSeed: 6) == nil)
    #expect(RestartRace(of: try [run(5, floored: [0], seed: 1)]).optima[0].isFloored)
    #expect(RestartRace(of: [failed]).optima.isEmpty)
  }

  @Test func itTellsOfEveryRunAndCanBeCancelled() throws {
    let heard = Mutex<[UInt64: Int]>([:])
    let em = try EM(data: try iris())
    let race = try em.race(
      componentCount: 3, start: .randomPoints, seeds: seeds,
      ended: { run, done in heard.withLock { $0[run.seed] = done } })
    #expect(heard.withLock { Set($0.keys) } == Set(seeds) && heard.withLock { $0.values.sorted() } == Array(1...12))
    #expect(race.runs.count == 12)
    let asked = Mutex(0)
    #expect(throws: MixtureError.cancelled) {
      try em.race(
        componentCount: 3, start: .randomPoints, seeds: seeds,
        shouldCancel: {
          asked.withLock { asked in
            asked += 1
            return asked > 5
          }
        })
    }
  }

  @Test func whatCannotBeRacedSaysWhy() throws {
    let em = try EM(data: Dataset(rows: [[0], [1]]))
    #expect(throws: MixtureError.tooFewPoints(points: 2, components: 3)) {
      try em.race(componentCount: 3, start: .randomPoints, seeds: [1, 2])
    }
    for seeds in [[], [1, 1]] as [[UInt64]] {
      #expect(throws: MixtureError.optionOutOfRange(name: "seeds", allowed: "1 or more, all different")) {
        try em.race(componentCount: 1, start: .randomPoints, seeds: seeds)
      }
    }
  }
}
