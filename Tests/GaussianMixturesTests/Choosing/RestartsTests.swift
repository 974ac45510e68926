import Synchronization
import Testing

@testable import GaussianMixtures

@Suite struct RestartsTests {
  @Test func keepsEveryTraceAndTheBest() throws {
    let data = try iris()
    let result = try EM(data: data).fit(componentCount: 3, start: .randomPoints, restarts: 6)
    #expect(result.runs.count == 6)
    #expect(Set(result.runs.map(\.seed)).count == 6)
    #expect(result.runs[0].seed == 1)
    let highest = result.runs.compactMap { $0.fit?.logLikelihood }.max()
    #expect(result.best.logLikelihood == highest)
    #expect(result.runs[result.bestRun].fit == result.best)
    #expect(result.runs.allSatisfy { ($0.fit?.trace.count ?? 0) > 1 })
  }

  @Test func theFirstOfEqualsIsTheBest() throws {
    let em = try EM(data: oldFaithful())
    let start = try StartKind.kMeans.makeStart(data: em.data, componentCount: 2, seed: 1)
    let worse = try em.fit(from: start, iterations: 0)
    let fit = try em.fit(from: start)
    let outcomes: [Result<FitResult, MixtureError>] = [
      .failure(.noPoints), .success(worse), .success(fit), .success(fit), .success(worse),
    ]
    let result = try RestartResult(
      runs: outcomes.enumerated().map { Restart(seed: UInt64($0.offset), outcome: $0.element) })
    #expect(result.bestRun == 2 && result.best == fit)
  }

  @Test func threadsAndNumberOfRestartsDoNotMatter() throws {
    let em = try EM(data: oldFaithful())
    let one = try em.fit(componentCount: 3, start: .kMeansPlusPlus, restarts: 5, threads: 1)
    let seven = try em.fit(componentCount: 3, start: .kMeansPlusPlus, restarts: 5, threads: 7)
    let fewer = try em.fit(componentCount: 3, start: .kMeansPlusPlus, restarts: 2, threads: 2)
    #expect(one == seven)
    #expect(fewer.runs == Array(one.runs.prefix(2)))
  }

  @Test func reportsProgressAndStopsOnRequest() throws {
    let em = try EM(data: oldFaithful())
    let calls = Mutex<[Int]>([])
    _ = try em.fit(
      componentCount: 2, start: .randomPoints, restarts: 4, threads: 2,
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
