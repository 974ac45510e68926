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

  /// Candidates of several families share their numbers of components: the best is one of them, not the first such.
  @Test func theBestCandidateIsToldByItsFamilyToo() throws {
    // Two round heaps: one variance each says it all.
    var generator = SeededGenerator(seed: 3)
    let points = (0..<120).map { (Double($0 % 2) * 12 + generator.gaussian(), generator.gaussian()) }
    var state = LabState.on(points, components: 2)
    state.perform(.search(.start))
    state.performPendingSearch()
    let best = try #require(state.search.best)
    let candidates = state.search.candidates
    let free = candidates.filter { !$0.isFloored }.compactMap(\.bic)
    #expect(candidates[best].bic == free.min())
    let alike = candidates.firstIndex { $0.components == candidates[best].components }
    #expect(alike != best, "a family before it has as many components")
  }

  /// What was chosen to be tried outlives what was found: that belongs to the points it was found for.
  @Test func otherPointsForgetWhatWasFoundAndKeepWhatIsToBeTried() {
    var state = LabState.on((0..<12).map { (Double($0 % 4), Double($0 * 5 % 7)) }, components: 1)
    state.click(0, 0)
    state.perform(.search(.toggleFamily(.full)), .search(.toggleFamily(.tied)), .search(.toggleFamily(.spherical)))
    for change in [Command.edit(.undo), .edit(.redo), .edit(.clearPoints)] {
      state.perform(.search(.start))
      state.performPendingSearch()
      #expect(state.search.status == .finished && !state.search.candidates.isEmpty)
      state.perform(change)
      #expect(state.search.status == .idle && state.search.candidates.isEmpty && state.search.best == nil)
      #expect(state.search.families == [.diagonal])
    }
  }

  /// A family chosen after a search is tried at once, and stands beside what was found as if it had been there.
  @Test func aFamilyChosenLaterIsTriedAtOnce() {
    var state = LabState.on((0..<12).map { (Double($0 % 4), Double($0 * 5 % 7)) }, components: 1)
    var whole = state
    whole.perform(.search(.start))
    whole.performPendingSearch()
    state.perform(.search(.toggleFamily(.tied)), .search(.start))
    state.performPendingSearch()
    state.perform(.search(.toggleFamily(.full)), .search(.toggleFamily(.full)))
    #expect(!state.search.isRunning, "it was tried before")
    state.perform(.search(.toggleFamily(.tied)))
    #expect(state.search.isRunning)
    var cancelled = state
    state.performPendingSearch()
    #expect(state.search.status == .finished)
    #expect(state.search.candidates == whole.search.candidates && state.search.best == whole.search.best)
    cancelled.perform(.search(.cancel))
    #expect(cancelled.search.status == .finished && !cancelled.search.families.contains(.tied))
    #expect(!cancelled.search.candidates.isEmpty && cancelled.effects.isEmpty)
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
