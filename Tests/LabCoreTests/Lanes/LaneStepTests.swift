import GaussianMixtures
import Testing

@testable import LabCore

/// Lanes keep in step, and at their starts, through whatever is done in between.
struct LaneStepTests {
  private func compared(_ comparison: Comparison) -> LabState {
    var state = LabState.opened()
    state.perform(.lanes(.compare(comparison)))
    return state
  }

  @Test func anEditBetweenTwoKindsOfHalfStepsLeavesOne() {
    var state = compared(.kMeans)
    state.perform(.run(.runToConvergence), .run(.beginScrubbing), .run(.scrub(toStep: 21)), .run(.endScrubbing))
    #expect(state.document.lanes.map(\.runs.shown.kind) == [.expectation, .maximization])
    state.click(0, 0)
    #expect(state.document.lanes.map(\.runs.shown.kind) == [.maximization, .maximization])
    for kind in [RunStep.Kind.expectation, .maximization, .expectation] {
      state.perform(.run(.stepForward))
      #expect(state.document.lanes.map(\.runs.shown.kind) == [kind, kind])
    }
  }

  @Test func otherSettingsLookingBackLeaveOneKind() {
    var state = compared(.kMeans)
    state.perform(.run(.runToConvergence), .run(.beginScrubbing), .run(.scrub(toStep: 21)), .run(.endScrubbing))
    state.perform(.option(.set(.tolerance(1e-9))))
    #expect(state.document.lanes.map(\.runs.shown.kind) == [.maximization, .maximization])
  }

  @Test func restartLeadsEveryLaneToItsOwnStart() {
    var state = compared(.families)
    let starts = state.document.lanes.map(\.start)
    state.perform(.run(.stepIteration), .lanes(.activate(3)), .run(.restart))
    #expect(state.document.lanes.map(\.start) == starts)
    #expect(state.document.lanes.map(\.runs.current.start) == starts)
  }

  /// One half-step is one, also where a lane that had ended earlier has more to make up for.
  @Test func endedLanesThatGoOnTakeTheStepAskedFor() {
    var state = compared(.kMeans)
    state.perform(.run(.runToConvergence))
    let clock = state.document.clock
    #expect(state.document.lanes[1].runs.cursor < clock)
    state.perform(.run(.stepForward))
    #expect(state.document.lanes[0].runs.cursor == clock + 1)
    #expect(state.document.isInStep)
  }

  @Test func theLastLaneLeftBeginsWithNoOther() {
    var state = compared(.starts)
    for _ in 0..<3 { state.perform(.lanes(.close(1))) }
    #expect(state.document.lanes.count == 1 && state.document.startsTogether)
    state.perform(.edit(.openExample(.twoOptima)))
    #expect(state.document.startOrigin == .supplied)
  }

  @Test func lanesThatWaitForPointsGetStartsBesideOneWithPlacedMeans() {
    var state = LabState.opened()
    state.perform(.edit(.openExample(.empty)), .lanes(.compare(.starts)))
    for index in 0..<9 { state.click(Double(index), Double(index * index % 5)) }
    state.perform(.start(.addMean(DataPoint(1, 1))), .start(.addMean(DataPoint(6, 2))))
    let placed = state.document.start
    #expect(state.document.lanes.map(\.hasModel) == [true, false, false, false])
    state.perform(.run(.stepForward))
    #expect(state.document.lanes.allSatisfy { $0.hasModel })
    #expect(state.document.lanes[0].start == placed)
    // The first step shows where they begin, as on any canvas that had no model.
    state.perform(.run(.stepForward))
    #expect(state.document.lanes.allSatisfy { $0.runs.cursor == 1 })
  }
}

extension Document {
  /// Whether every lane is where the clock stands, or has ended before.
  fileprivate var isInStep: Bool { lanes.allSatisfy { $0.runs.cursor == clock || $0.runs.current.end != nil } }
}
