import GaussianMixtures
import Testing

@testable import LabCore

/// When the state next changes by itself: at rest never, so that the loop may sleep.
struct ClockTests {
  @Test func atRestNothingIsDue() {
    var state = LabState.opened()
    #expect(state.nextChange == nil && state.pendingWork == nil)
    state.perform(.tick(5), .pointer(.init(x: 500, y: 400), over: nil))
    #expect(state.nextChange == nil)
    state.perform(.runToConvergence)
    state.run(for: 0.5)
    #expect(state.nextChange == nil && state.pendingWork == nil)
  }

  @Test func aGlideIsDueUntilItIsOver() throws {
    var state = LabState.opened()
    state.perform(.tick(5), .stepForward)
    #expect(state.glide != nil && state.nextChange == 5)
    state.run(for: 0.2)
    #expect(state.nextChange == state.now)
    state.run(for: 0.2)
    #expect(state.glide == nil && state.nextChange == nil)
  }

  @Test func aPlayingRunIsDueAtItsNextBeat() throws {
    var state = LabState.opened(EMOptions(tolerance: 0))
    state.perform(.tick(5), .togglePlay)
    state.run(for: 0.5)
    let due = try #require(state.nextChange)
    #expect(abs(due - 6) < 1e-9)
    state.perform(.togglePlay)
    #expect(state.nextChange == nil)
  }

  @Test func aStrokeIsDueAtItsNextPuff() throws {
    var state = LabState.opened()
    state.perform(.tick(5), .beginPainting(DataPoint(0, 0), radius: DataSize(1, 1)))
    #expect(state.nextChange == 5 + Stroke.holdBeforeSpray)
    state.perform(.endStroke)
    #expect(state.nextChange == nil)
  }

  @Test func aTooltipIsDueHalfASecondAfterThePointerCame() {
    var state = LabState.opened()
    state.perform(.tick(5), .pointer(.init(x: 1, y: 1), over: .play))
    #expect(state.nextChange == 5.5 && !state.showsTooltip)
    state.run(for: 0.6)
    #expect(state.showsTooltip && state.nextChange == nil)
    state.perform(.press(.play))
    #expect(!state.showsTooltip)
    state.perform(.press(nil), .pointer(.init(x: 1, y: 1), over: nil))
    #expect(!state.showsTooltip && state.nextChange == nil)
  }

  @Test func aBlockedRunEndsRatherThanKeepingTheLoopAwake() {
    var state = LabState.opened()
    state.perform(.tick(1), .togglePlay)
    state.run(for: 0.5)
    state.perform(.clearPoints)
    state.run(for: 7)
    #expect(state.playback.mode == .paused && state.nextChange == nil)
  }
}
