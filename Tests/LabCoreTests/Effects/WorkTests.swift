import GaussianMixtures
import Testing

@testable import LabCore

/// Computations that are under way while the user goes on.
struct WorkTests {
  @Test func anAnswerToAnOlderRequestIsIgnored() throws {
    var state = LabState.opened()
    state.apply(.stepForward)
    state.apply(.stepForward)
    let stale = try #require(state.pendingWork)
    state.apply(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1)))
    let fresh = try #require(state.pendingWork)
    #expect(fresh.ticket != stale.ticket)
    state.apply(.finish(ticket: stale.ticket, stale.perform()))
    #expect(state.pendingWork?.ticket == fresh.ticket && state.timeline.current.logLikelihood == nil)
    state.apply(.finish(ticket: fresh.ticket, fresh.perform()))
    #expect(state.pendingWork == nil && state.timeline.current.logLikelihood != nil)
    state.apply(.finish(ticket: fresh.ticket, .failed("Too late.")))
    state.apply(.finish(ticket: -5, .failed("Never asked for.")))
    #expect(state.blockedReason == nil)
  }

  @Test func theSameRequestHasTheSameAnswer() throws {
    var state = LabState.opened()
    state.apply(.stepForward)
    state.apply(.stepForward)
    let work = try #require(state.pendingWork)
    #expect(work.perform() == work.perform())
    #expect(work.cost == 450)
  }

  @Test func runningToConvergenceWaitsForTheEvaluation() {
    var state = LabState.opened()
    // A click and the key in the same frame: nothing has been computed between them.
    state.apply(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1)))
    state.apply(.endStroke)
    state.apply(.runToConvergence)
    state.performPendingWork()
    #expect(state.hasConverged && state.playback.mode == .paused)
  }

  @Test func pointsAddedDuringARunToConvergenceDoNotStallIt() {
    var state = LabState.opened()
    state.apply(.runToConvergence)
    state.apply(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1)))
    state.apply(.endStroke)
    state.performPendingWork()
    #expect(state.hasConverged && state.playback.mode == .paused)
  }

  @Test func pointsErasedDuringARunToConvergenceEndIt() {
    var state = LabState.opened()
    state.apply(.runToConvergence)
    state.apply(.clearPoints)
    state.performPendingWork()
    #expect(state.playback.mode == .paused && state.blockedReason != nil)
    #expect(state.pendingWork == nil)
  }

  @Test func goingBackWhileAHalfStepIsComputedStaysBack() throws {
    var state = LabState.opened()
    state.perform(.stepForward, .stepForward, .stepForward)
    state.apply(.stepForward)
    let work = try #require(state.pendingWork)
    state.apply(.stepBack)
    #expect(state.timeline.cursor == 2)
    state.apply(.finish(ticket: work.ticket, work.perform()))
    #expect(state.timeline.cursor == 2 && state.steps.count == 5)
  }

  @Test func pointsAddedWhileItRunsKeepTheParameters() {
    var state = LabState.opened(EMOptions(tolerance: 0))
    state.perform(.setSpeed(Speed(index: 9)), .togglePlay)
    state.run(for: 0.5)
    let model = state.model
    let curve = state.timeline.curve
    let value = state.timeline.current.logLikelihood
    let iteration = state.timeline.current.iteration
    state.apply(.beginPainting(DataPoint(6, 6), radius: DataSize(1, 1)))
    #expect(state.model == model && state.timeline.current.logLikelihood == nil)
    #expect(state.timeline.earlier == [curve])
    #expect(state.playback.mode == .playing)
    state.performPendingWork()
    #expect(state.timeline.current.iteration == iteration)
    #expect(state.timeline.current.logLikelihood.map { $0 < value ?? 0 } == true)
    state.perform(.endStroke)
    state.run(for: 0.5)
    #expect(state.timeline.current.iteration > iteration + 5)
  }

  @Test func aFailureStopsTheRunAndIsSaid() throws {
    var state = LabState.opened()
    state.apply(.togglePlay)
    state.apply(.stepForward)
    let work = try #require(state.pendingWork)
    state.apply(.finish(ticket: work.ticket, .failed("It did not work out; use fewer components.")))
    #expect(state.playback.mode == .paused)
    #expect(state.blockedReason == "It did not work out; use fewer components.")
    #expect(state.announcement?.text == "It did not work out; use fewer components.")
    // An edit is a new chance.
    state.click(0, 0)
    #expect(state.blockedReason == nil)
  }
}
