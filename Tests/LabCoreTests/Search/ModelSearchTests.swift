import GaussianMixtures
import Testing

@testable import LabCore

struct ModelSearchTests {
  @Test func aSearchFindsCandidatesAndOneIsAdopted() throws {
    var points: [(Double, Double)] = []
    for index in 0..<24 { points.append((Double(index % 2 * 10 + index * 7 % 5), Double(index * 11 % 7))) }
    var state = LabState.on(points, components: 3)
    state.perform(
      .search(.toggleFamily(.full)), .search(.toggleFamily(.tied)), .search(.toggleFamily(.spherical)), .search(.start))
    #expect(state.search.isRunning && state.search.families == [.diagonal])
    state.performPendingSearch()
    #expect(state.search.status == .finished && state.effects.isEmpty)
    let best = try #require(state.search.best)
    let bics = state.search.candidates.compactMap(\.bic)
    #expect(state.search.candidates[best].bic == bics.min())
    let coordinates = state.coordinates
    state.perform(.search(.adopt(best)))
    #expect(state.model == state.search.candidates[best].model && state.coordinates == coordinates)
    #expect(state.document.options.family == .diagonal)
    state.perform(.edit(.undo))
    #expect(state.document.options.family == .full && state.model.componentCount == 3)
  }

  @Test func aSearchUnderOtherOptionsIsMarkedAsOld() {
    var state = LabState.on([(0, 0), (4, 1), (2, 5)], components: 1)
    #expect(!state.searchIsOutdated)
    state.perform(.search(.start))
    state.performPendingSearch()
    #expect(!state.searchIsOutdated && state.search.status == .finished)
    // It tried all families, whichever is fitted now.
    state.perform(.option(.set(.family(.tied))))
    #expect(!state.searchIsOutdated)
    for change in [OptionChange.floor(1e-3), .tolerance(1e-2), .onCollapse(.drop), .onEmpty(.keep)] {
      state.perform(.option(.set(change)))
      #expect(state.searchIsOutdated && state.search.status == .finished, "\(change)")
      state.perform(.edit(.undo))
      #expect(!state.searchIsOutdated)
    }
  }

  @Test func aSearchThatCannotBeginSaysWhy() {
    var state = LabState.on([], components: 2)
    state.perform(.search(.start))
    #expect(!state.search.isRunning && state.announcement != nil)
    state = LabState.opened()
    for family in CovarianceFamily.allCases { state.perform(.search(.toggleFamily(family))) }
    state.perform(.search(.start))
    #expect(!state.search.isRunning && state.announcement != nil)
  }

  @Test func aCancelledOrOutdatedSearchChangesNothing() throws {
    var state = LabState.opened()
    state.perform(.search(.start))
    let effect = try #require(state.effects.last)
    guard case .search(let request) = effect.task else { throw Unexpected() }
    state.answer(.searching(done: 3, total: 36))
    #expect(state.search.status == .running(done: 3, total: 36))
    state.click(0, 0)
    #expect(!state.search.isRunning && state.search.status == .idle)
    state.perform(.answer(Answer(effect.ticket, .searchFailed(.noPoints))))
    #expect(state.search.status == .idle && state.announcement == nil)
    state.perform(.search(.start), .search(.cancel))
    #expect(state.search.status == .idle && state.effects.isEmpty)
    #expect(request.perform(shouldCancel: { true }) == .searchFailed(.cancelled))
  }

  private struct Unexpected: Error {}
}
