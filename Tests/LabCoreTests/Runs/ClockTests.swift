import GaussianMixtures
import Testing

@testable import LabCore

/// When the state next changes by itself: at rest never, so that the loop may sleep.
struct ClockTests {
  @Test func atRestNothingIsDue() {
    var state = LabState.opened()
    #expect(state.nextChange == nil && !state.isComputing)
    // What the pointer rests on may explain itself; then nothing is due any more.
    state.perform(.tick(5), .interface(.pointer(.init(x: 500, y: 400), over: nil)))
    #expect(state.nextChange == 5 + Interface.explanationDelay)
    state.run(for: 1)
    #expect(state.nextChange == nil)
    state.perform(.run(.runToConvergence))
    state.run(for: 0.5)
    #expect(state.nextChange == nil && !state.isComputing)
  }

  @Test func aGlideIsDueUntilItIsOver() throws {
    var state = LabState.opened()
    state.perform(.tick(5), .run(.stepForward))
    #expect(state.glide != nil && state.nextChange == 5)
    state.run(for: 0.2)
    #expect(state.nextChange == state.now)
    state.run(for: 0.2)
    #expect(state.glide == nil && state.nextChange == nil)
  }

  @Test func aPlayingRunIsDueAtItsNextBeat() throws {
    var state = LabState.opened(EMOptions(tolerance: 0))
    state.perform(.tick(5), .run(.togglePlay))
    state.run(for: 0.5)
    let due = try #require(state.nextChange)
    #expect(abs(due - 6) < 1e-9)
    state.perform(.run(.togglePlay))
    #expect(state.nextChange == nil)
  }

  @Test func aStrokeIsDueAtItsNextPuff() throws {
    var state = LabState.opened()
    state.perform(.tick(5), .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(1, 1))))
    #expect(state.nextChange == 5 + Stroke.holdBeforeSpray)
    state.perform(.edit(.endStroke))
    #expect(state.nextChange == nil)
  }

  @Test func aTooltipIsDueHalfASecondAfterThePointerCame() {
    var state = LabState.opened()
    state.perform(.tick(5), .interface(.pointer(.init(x: 1, y: 1), over: .play)))
    #expect(state.nextChange == 5.5 && !state.showsTooltip)
    state.run(for: 0.6)
    #expect(state.showsTooltip && state.nextChange == nil)
    state.perform(.interface(.press(.play)))
    #expect(!state.showsTooltip)
    state.perform(.interface(.press(nil)), .interface(.pointer(.init(x: 1, y: 1), over: nil)))
    state.run(for: 1)
    #expect(!state.showsTooltip && state.nextChange == nil)
  }

  @Test func aPointerThatMovesOnItsControlStaysThere() {
    var state = LabState.opened()
    state.perform(.tick(5))
    for step in 0..<8 {
      state.perform(.interface(.pointer(.init(x: Double(step), y: 1), over: .play)), .tick(5.08 + Double(step) * 0.08))
    }
    #expect(state.showsTooltip)
    state.perform(.interface(.pointer(.init(x: 90, y: 1), over: .next)))
    #expect(!state.showsTooltip && state.nextChange == state.now + 0.5)
  }

  @Test func aBlockedRunEndsRatherThanKeepingTheLoopAwake() {
    var state = LabState.opened()
    state.perform(.tick(1), .run(.togglePlay))
    state.run(for: 0.5)
    state.perform(.edit(.clearPoints))
    state.run(for: 7)
    #expect(state.playback.mode == .paused && state.nextChange == nil)
  }
}
