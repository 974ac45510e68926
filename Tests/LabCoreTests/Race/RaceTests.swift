import GaussianMixtures
import Synchronization
import Testing

@testable import LabCore

struct RaceTests {
  private func raced(_ options: EMOptions = EMOptions()) -> LabState {
    var state = LabState.opened(options)
    state.perform(.start(.setComponentCount(4)), .option(.set(.startKind(.kMeansPlusPlus))), .race(.start))
    state.performPendingRace()
    return state
  }

  @Test func aRaceFindsOptimaAndOneIsAdoptedWhole() throws {
    var state = raced()
    let results = try #require(state.raceResults)
    #expect(results.runs.map(\.seed).sorted() == Array(1...20) && state.effects.isEmpty && !state.race.isRunning)
    #expect(results.optima.count > 1 && state.adopted == nil)
    let before = state.document
    for index in [1, 0] {
      state.perform(.race(.adopt(index)))
      let seed = results.optima[index].seeds[0]
      #expect(state.adopted?.optimum == index && state.adopted?.seed == seed)
      #expect(state.document.startSeed == seed && state.document.startOrigin == .seeded)
      #expect(state.shownEnd == .converged && state.runs.isAtLatest)
      #expect(state.runs.current == results.run(ofSeed: seed)?.fit?.run)
      #expect(state.announcement?.notice == .adoptedSeed(seed))
    }
    // The same as EM does from that seed's start, half-step by half-step.
    let whole = state.values
    state.perform(.run(.restart))
    #expect(state.steps.count == 1)
    state.perform(.run(.runToConvergence))
    #expect(state.values == whole && state.adopted?.optimum == 0)
    for _ in 0..<3 { state.perform(.edit(.undo)) }
    #expect(state.document.lanes == before.lanes)
  }

  /// Every number is the command line's: seeds 1 to 20 of k-means++ on the opening points.
  @Test func theOpeningPointsWithFourComponentsHaveTheseOptima() throws {
    let results = try #require(raced().raceResults)
    let values = results.optima.map { ($0.logLikelihood * 100).rounded() / 100 }
    #expect(Array(values.prefix(6)) == [-774.97, -776.64, -776.93, -777.51, -777.81, -780.01])
    #expect(results.optima.map(\.seeds.count).prefix(6) == [8, 5, 1, 3, 1, 2])
    #expect(results.optima.map { $0.seeds[0] }.prefix(6) == [3, 2, 16, 9, 19, 1])
  }

  @Test func twentyMoreAreTheNextSeedsAndThereIsAnEnd() throws {
    var state = LabState.on((0..<12).map { (Double($0 % 4), Double($0 * 5 % 7)) }, components: 2)
    for round in 1...Race.most / Race.starts {
      state.perform(.race(.start))
      state.performPendingRace()
      #expect(state.raceResults?.runs.map(\.seed).sorted() == Array(1...UInt64(round * Race.starts)))
    }
    #expect(state.race.isFull)
    state.perform(.race(.start))
    #expect(!state.race.isRunning && state.effects.isEmpty)
  }

  @Test func runsAppearAsTheyEndAndCancellingKeepsThem() throws {
    var state = LabState.opened()
    state.perform(.race(.start))
    #expect(state.race.status == .running(done: 0, total: Race.starts))
    let effect = try #require(state.effects.last)
    guard case .race(let request) = effect.task else {
      Issue.record("no race")
      return
    }
    let heard = Mutex<[MultistartRun]>([])
    let outcome = request.perform(ended: { run in heard.withLock { $0.append(run) } })
    let runs = heard.withLock { $0 }
    for run in runs.prefix(7) { state.apply(.answer(Answer(effect.ticket, .racing(run)))) }
    #expect(state.race.status == .running(done: 7, total: Race.starts))
    #expect(state.raceResults?.runs.count == 7)
    var finished = state
    finished.apply(.answer(Answer(effect.ticket, outcome)))
    #expect(finished.raceResults?.runs.count == Race.starts && !finished.race.isRunning)
    state.perform(.race(.cancel))
    #expect(!state.race.isRunning && state.effects.isEmpty && state.raceResults?.runs.count == 7)
    // A late answer is nobody's; the next race runs what was left out.
    state.apply(.answer(Answer(effect.ticket, outcome)))
    #expect(state.raceResults?.runs.count == 7)
    state.perform(.race(.start))
    state.performPendingRace()
    #expect(state.raceResults?.runs.count == 7 + Race.starts)
    #expect(request.perform(shouldCancel: { true }) == .raceFailed(.cancelled))
  }

  @Test func resultsBelongToPointsModelAndKindOfStart() throws {
    let raced = raced()
    for change in [
      Command.start(.setComponentCount(3)), .option(.set(.family(.tied))), .option(.set(.startKind(.kMeans))),
      .option(.set(.tolerance(1e-3))),
    ] {
      var state = raced
      state.perform(change)
      #expect(state.raceResults == nil, "\(change)")
      state.perform(.race(.adopt(0)))
      #expect(state.adopted == nil)
      state.perform(.edit(.undo))
      #expect(state.raceResults == raced.raceResults, "\(change)")
    }
    var state = raced
    state.click(1, 1)
    #expect(state.race == Race())
    state = raced
    state.perform(.start(.newStart))
    #expect(state.raceResults == raced.raceResults, "another start is one of many")
  }

  @Test func aRaceThatCannotBeginSaysWhy() {
    var state = LabState.on([], components: 2)
    state.perform(.race(.start))
    #expect(!state.race.isRunning && state.announcement?.notice == .blocked(.noPoints))
    state = LabState.on([(1, 1)], components: 2)
    state.perform(.race(.start))
    #expect(!state.race.isRunning && state.announcement != nil)
  }

  /// What a record replays performs the race again.
  @Test func aRecordedRaceIsRunAgain() throws {
    var state = LabState.opened()
    state.perform(.race(.start))
    let ticket = try #require(state.effects.last).ticket
    state.replay(.answer(Answer(ticket, .unrecorded(isLast: true)))) { _ in .notOpened(.missing(path: "")) }
    #expect(state.raceResults?.runs.count == Race.starts)
  }

  @Test func adoptingAmongLanesGivesAllThatStart() throws {
    var state = raced()
    state.perform(.lanes(.compare(.kMeans)), .race(.adopt(0)))
    #expect(state.document.lanes.count == 2)
    #expect(state.document.lanes[1].start.means == state.document.lanes[0].start.means)
    #expect(state.document.lanes[0].runs.current.end == .converged)
  }
}
