import Synchronization
import Testing

@testable import GaussianMixtures

@Suite struct ModelSelectionTests {
  @Test func findsThePublishedModelOfOldFaithful() throws {
    let selection = try ModelSelection.search(
      data: oldFaithful(), components: 1...5, restarts: 4, options: EMOptions(tolerance: 1e-7))
    #expect(selection.rows.count == 20)
    let best = try #require(selection.best())
    #expect(best.components == 3)
    #expect(best.family == .tied)
    #expect(abs(try #require(best.criteria).bic - 2314.32) < 0.05)
    #expect(selection.rows.allSatisfy { $0.parameters == $0.fit?.model.parameterCount })
  }

  @Test func oneFamilyOneNumber() throws {
    let selection = try ModelSelection.search(
      data: iris(), components: 2...2, families: [.diagonal], options: EMOptions(tolerance: 1e-3), includingICL: true)
    #expect(selection.rows.map(\.components) == [2])
    #expect(selection.best(by: .aic) == selection.rows[0])
    #expect(selection.best(by: .icl) == selection.rows[0])
    let fit = try #require(selection.rows[0].fit)
    let criteria = try #require(selection.rows[0].criteria)
    #expect(try isClose(#require(criteria.icl), fit.model.icl(on: iris()), 1e-12))
    #expect(isClose([criteria.aic, criteria.bic], [fit.aic, fit.bic], 1e-15))
    // Not asked for, not computed: nothing is best by it.
    let without = try ModelSelection.search(data: iris(), components: [2], families: [.diagonal])
    #expect(without.rows[0].criteria?.icl == nil && without.best(by: .icl) == nil && without.best() != nil)
  }

  @Test func candidatesThatCannotBeFittedAreEmptyRows() throws {
    let data = try Dataset(rows: [[1], [2], [4]])
    let selection = try ModelSelection.search(data: data, components: 1...5, families: [.full])
    #expect(selection.rows[4].criteria == nil)
    #expect(selection.rows[4].failure == .tooFewPoints(points: 3, components: 5))
    #expect(selection.rows[4].value(of: .bic) == .infinity)
    #expect(selection.best() != nil)
    let none = try ModelSelection.search(
      data: Dataset(rows: [[1], [1]]), components: 1...2, options: EMOptions(floor: 0))
    #expect(none.best() == nil)
  }

  @Test func likelihoodsHeldByTheFloorDoNotWin() throws {
    // Ten pairs of equal points: with ten components each collapses onto one.
    let data = try Dataset(rows: (0..<20).map { [Double($0 / 2)] })
    let selection = try ModelSelection.search(data: data, components: 1...10, families: [.full])
    let best = try #require(selection.best())
    #expect(selection.rows[9].isFloored)
    #expect(!best.isFloored)
  }

  /// Rows tell of the model that is left, and what was asked for.
  @Test func droppedComponentsAreNotCounted() throws {
    let data = try Dataset(rows: (0..<40).map { n -> [Double] in [Double(n % 2 * 10 + n / 2 % 3)] })
    let selection = try ModelSelection.search(
      data: data, components: 1...9, families: [.full, .spherical],
      options: EMOptions(onCollapse: .drop, onEmpty: .drop))
    #expect(selection.rows.map(\.asked) == Array(1...9) + Array(1...9))
    #expect(selection.rows.contains { $0.components < $0.asked })
    for row in selection.rows {
      let model = try #require(row.fit?.model)
      #expect(row.components == model.componentCount && row.parameters == model.parameterCount)
      #expect(isClose(try #require(row.criteria).bic, try model.bic(on: data), 1e-12))
      #expect(row.criteria?.parameters == row.parameters)
    }
  }

  /// Of the restarts of one candidate, one that needs no floor comes before a higher likelihood that does.
  @Test func aRestartWithoutTheFloorComesFirst() throws {
    let spread = (0..<20).map { Double($0) / 7 }
    let data = try Dataset(columns: [spread + spread.map { $0 + 20 } + Array(repeating: 10, count: 6)])
    let options = EMOptions()
    let all = try EM(data: data, options: options).fit(componentCount: 3, start: .randomPoints, restarts: 30)
    let fits = all.runs.compactMap(\.fit)
    let highest = try #require(fits.max { $0.logLikelihood < $1.logLikelihood })
    #expect(highest.isFloored && !all.best.isFloored && all.best.logLikelihood < highest.logLikelihood)
    let free = try #require(fits.filter { !$0.isFloored }.map(\.logLikelihood).max())
    #expect(all.best.logLikelihood > free - options.tolerance * data.totalWeight)
    let selection = try ModelSelection.search(
      data: data, components: 3...3, families: [.full], start: .randomPoints, restarts: 30, options: options)
    #expect(selection.rows[0].fit == all.best && !selection.rows[0].isFloored)
  }

  @Test func progressCancelAndThreads() throws {
    let data = try oldFaithful()
    let calls = Mutex<[Int]>([])
    let options = EMOptions(tolerance: 1e-3)
    let one = try ModelSelection.search(
      data: data, components: 1...2, options: options, threads: 1,
      progress: { done, total in calls.withLock { $0.append(done * 100 + total) } })
    #expect(calls.withLock { $0 } == (1...8).map { $0 * 100 + 8 })
    let three = try ModelSelection.search(data: data, components: 1...2, options: options, threads: 3)
    #expect(one == three)
    #expect(throws: MixtureError.cancelled) {
      try ModelSelection.search(data: data, components: 1...9, shouldCancel: { true })
    }
    let asked = Mutex(0)
    #expect(throws: MixtureError.cancelled) {
      try ModelSelection.search(
        data: data, components: 1...9,
        shouldCancel: {
          asked.withLock {
            $0 += 1
            return $0 > 20
          }
        })
    }
  }

  @Test func refusesNonsense() throws {
    let data = try oldFaithful()
    #expect(throws: MixtureError.noComponents) { try ModelSelection.search(data: data, components: 0...2) }
    #expect(throws: MixtureError.self) { try ModelSelection.search(data: data, components: 1...2, restarts: 0) }
    #expect(throws: MixtureError.self) { try ModelSelection.search(data: data, components: 1...10_000_000) }
    #expect(throws: MixtureError.noPoints) {
      try ModelSelection.search(data: Dataset(columns: [[]]), components: 1...2)
    }
  }
}
