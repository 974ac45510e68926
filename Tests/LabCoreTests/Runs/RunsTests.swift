import GaussianMixtures
import Testing

@testable import LabCore

struct RunsTests {
  /// Likelihoods of other points cannot be compared: with the points the earlier runs go.
  @Test func otherPointsLeaveNoEarlierRuns() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration), .run(.stepIteration), .start(.newStart), .run(.stepIteration))
    #expect(state.runs.earlier.count == 1)
    state.click(1, 1)
    #expect(state.runs.earlier.isEmpty && state.steps.count == 1)
  }

  /// A stroke of many points makes one new run, not one for each point.
  @Test func pointsAddedOneAfterTheOtherContinueOneRun() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration))
    let number = state.runs.number
    state.click(1, 1)
    #expect(state.runs.number == number + 1)
    for place in 0..<4 { state.click(Double(place), 2) }
    #expect(state.runs.number == number + 1)
    state.perform(.run(.stepIteration))
    state.click(1, 1)
    #expect(state.runs.number == number + 2)
  }

  @Test func goingBackAndForthShowsTheSameValues() {
    var state = LabState.opened()
    for _ in 0..<9 { state.perform(.run(.stepForward)) }
    let steps = state.steps
    for index in (0..<9).reversed() {
      state.perform(.run(.stepBack))
      #expect(state.runs.shown == steps[index])
    }
    #expect(!state.canGoBack)
    state.perform(.run(.stepBack))
    #expect(state.runs.cursor == 0)
    for index in 1...9 {
      state.perform(.run(.stepForward))
      #expect(state.runs.shown == steps[index])
    }
    #expect(state.steps == steps)
    state.perform(.run(.stepForward))
    #expect(state.steps.count == steps.count + 1)
  }

  @Test func scrubbingShowsAnyStepAndKeepsAll() {
    var state = LabState.opened()
    for _ in 0..<6 { state.perform(.run(.stepIteration)) }
    let steps = state.steps
    state.perform(.run(.togglePlay), .run(.beginScrubbing))
    #expect(state.playback.mode == .paused)
    for target in [3, 0, 12, 7, -4, 99] {
      state.perform(.run(.scrub(toStep: target)))
      #expect(state.runs.cursor == min(max(target, 0), state.steps.count - 1))
      #expect(state.glide == nil)
    }
    state.perform(.run(.endScrubbing))
    #expect(Array(state.steps.prefix(steps.count)) == steps && state.interface.drag == nil && !state.canUndo)
  }

  @Test func editingFromThePastBranches() {
    var state = LabState.opened()
    for _ in 0..<6 { state.perform(.run(.stepIteration)) }
    let whole = state.runs.current.curve
    state.perform(.run(.beginScrubbing), .run(.scrub(toStep: 4)), .run(.endScrubbing))
    let shown = state.runs.shown
    state.click(3, 3)
    #expect(state.steps.count == 1 && state.model == shown.model && state.runs.shown.iteration == shown.iteration)
    // What was true of other points is in no chart; undo brings it back.
    #expect(state.runs.earlier.isEmpty)
    state.perform(.edit(.undo))
    #expect(state.runs.current.curve == whole && state.runs.cursor == 4)
  }

  @Test func theCurveHasOnePointPerHalfStep() {
    var state = LabState.opened()
    for _ in 0..<5 { state.perform(.run(.stepForward)) }
    #expect(state.runs.current.curve.points.map(\.halfStep) == [0, 1, 2, 3, 4, 5])
    #expect(state.runs.current.curve.points.map(\.value) == state.values.compactMap { $0 })
  }

  @Test func theLastGainIsThatOfTheStepOnShow() throws {
    var state = LabState.opened()
    #expect(state.runs.lastGain == nil)
    state.perform(.run(.stepForward))
    #expect(state.runs.lastGain == nil)
    state.perform(.run(.stepForward))
    let values = state.values.compactMap { $0 }
    let gain = try #require(state.runs.lastGain)
    #expect(abs(gain - (values[2] - values[0])) < 1e-9 && gain > 0)
    state.perform(.run(.stepIteration))
    #expect(state.runs.lastGain != gain)
    state.perform(.run(.stepBack), .run(.stepBack))
    #expect(state.runs.lastGain == gain)
  }

  @Test func theLatestFiveEarlierCurvesAreInTheChart() {
    var state = LabState.opened()
    var runs: [Curve] = []
    for _ in 0..<8 {
      state.perform(.run(.stepIteration), .run(.stepIteration))
      runs.append(state.runs.current.curve)
      state.perform(.start(.newStart))
    }
    #expect(state.runs.curves.map(\.run.curve) == Array(runs.suffix(5)))
    #expect(state.runs.earlier.map(\.run.curve) == runs)
  }

  @Test func aRunOfNothingLeavesNoCurve() {
    var state = LabState.opened()
    for _ in 0..<4 { state.perform(.start(.newStart)) }
    #expect(state.runs.earlier.isEmpty)
  }

  @Test func theExtentOfACurveIsThatOfItsPoints() throws {
    var state = LabState.opened(EMOptions(tolerance: 0, maximumIterations: 40))
    func check() {
      let points = state.runs.current.curve.points
      let settled = points.filter { $0.halfStep >= 2 }.map(\.value)
      let extent = state.runs.extent
      #expect(extent.count == points.count && extent.lastHalfStep == points.map(\.halfStep).max() ?? 0)
      #expect(extent.values?.lowerBound == points.map(\.value).min())
      #expect(extent.values?.upperBound == points.map(\.value).max())
      #expect(extent.settled?.lowerBound == settled.min() && extent.settled?.upperBound == settled.max())
    }
    check()
    for command in [
      Command.run(.stepForward), .run(.stepForward), .run(.stepIteration), .run(.stepBack), .run(.runToConvergence),
      .run(.stepIteration), .edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))), .edit(.endStroke),
      .run(.stepIteration), .start(.newStart), .run(.stepIteration), .edit(.undo), .edit(.undo), .edit(.redo),
    ] {
      state.perform(command)
      check()
      for earlier in state.runs.earlier { #expect(earlier.extent.count == earlier.run.curve.points.count) }
    }
  }

  @Test func aPlaceOnTheAxisHasItsStep() {
    var state = LabState.opened()
    for _ in 0..<4 { state.perform(.run(.stepIteration)) }
    #expect([-3, 0, 0.4, 3.6, 8, 99].map { state.document.step(nearest: $0) } == [0, 0, 0, 4, 8, 8])
    #expect(state.document.step(nearest: .nan) == 8 && state.document.step(nearest: .infinity) == 8)
    state.click(1, 1)
    state.perform(.run(.stepIteration))
    // This run begins at half-step 8.
    #expect([0, 8, 9.2, 10, 1e300].map { state.document.step(nearest: $0) } == [0, 0, 1, 2, 2])
  }

  @Test func aRunThatIsPaintedOnKeepsItsNumberAndItsParent() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration))
    let number = state.runs.number
    state.click(1, 1)
    #expect(
      state.runs.number == number + 1 && state.runs.current.origin == .continued(from: .init(run: number, step: 2)))
    for _ in 0..<5 { state.click(2, 2) }
    #expect(
      state.runs.number == number + 1 && state.runs.current.origin == .continued(from: .init(run: number, step: 2)))
  }

  @Test func trailsLeadFromTheStartToTheMean() {
    var state = LabState.opened()
    let start = state.model.means[0]
    for _ in 0..<4 { state.perform(.run(.stepIteration)) }
    #expect(state.runs.trail(of: 0).count == 5)
    #expect(state.runs.trail(of: 0).first == start)
    #expect(state.runs.trail(of: 0).last == state.model.means[0])
    // Points added meanwhile neither cut the trail nor make it longer.
    let before = state.runs.trail(of: 0)
    state.click(1, 1)
    #expect(state.runs.trail(of: 0) == before)
    state.perform(.run(.stepForward))
    state.click(2, 1)
    #expect(state.runs.trail(of: 0) == before)
    state.perform(.run(.stepForward))
    #expect(state.runs.trail(of: 0).count == 6)
  }
}
