import GaussianMixtures
import Testing

@testable import LabCore

/// The runs that were tried, and going back to them.
struct KeptRunsTests {
  /// Three runs of some iterations from three seeds, the last on show.
  private func tried() -> LabState {
    var state = LabState.opened()
    for iterations in [4, 9] {
      for _ in 0..<iterations { state.perform(.run(.stepIteration)) }
      state.perform(.start(.newStart))
    }
    for _ in 0..<3 { state.perform(.run(.stepIteration)) }
    return state
  }

  @Test func returningToARunBringsItBackWhole() throws {
    var state = tried()
    let (first, third) = (try #require(state.runs.earlier.first), state.runs.current)
    let thirdNumber = state.runs.number
    state.perform(.kept(.show(first.number)))
    #expect(state.runs.current == first.run && state.runs.number == first.number && state.runs.isAtLatest)
    #expect(state.runs.earlier.last?.run == third && state.runs.earlier.last?.number == thirdNumber)
    #expect(state.runs.earlier.allSatisfy { $0.extent.count == $0.run.curve.points.count })
    #expect(state.document.start == first.run.start)
    // It goes on, back, and to its start as if it had never been left.
    state.perform(.run(.stepIteration))
    #expect(Array(state.steps.prefix(first.run.steps.count)) == first.run.steps && state.steps.count == 11)
    state.perform(.run(.restart))
    #expect(state.model == first.run.start)
    #expect(state.runs.number > thirdNumber, "a new run has a new number")
  }

  @Test func undoAndRedoAreExact() {
    var state = tried()
    let before = state.document.lanes
    let first = state.runs.first
    state.perform(.kept(.show(first)))
    let after = state.document.lanes
    state.perform(.kept(.beginNaming(first)), .kept(.typeName("a")), .kept(.commitName), .kept(.delete(first + 1)))
    let last = state.document.lanes
    for _ in 0..<2 { state.perform(.edit(.undo)) }
    #expect(state.document.lanes == after)
    state.perform(.edit(.undo))
    #expect(state.document.lanes == before)
    for _ in 0..<3 { state.perform(.edit(.redo)) }
    #expect(state.document.lanes == last)
  }

  @Test func theSeedComesBackWithItsRun() {
    var state = tried()
    let seed = state.document.startSeed
    state.perform(.kept(.show(state.runs.first + 1)))
    #expect(state.document.startSeed == seed - 1 && state.document.startOrigin == .seeded)
  }

  /// Other settings hold from the step on show: what followed under the old ones stays a run of its own.
  @Test func otherSettingsWhileLookingBackBranch() throws {
    var state = LabState.opened(EMOptions(tolerance: 0, maximumIterations: 8))
    state.perform(.run(.runToConvergence))
    let whole = state.runs.current
    let number = state.runs.number
    state.perform(.run(.scrub(toStep: 6)))
    let shown = state.runs.shown
    state.perform(.option(.set(.floor(1e-2))))
    #expect(state.runs.earlier.last?.run == whole && state.runs.earlier.last?.number == number)
    #expect(state.runs.current.origin == .continued(from: RunReference(run: number, step: 6)))
    #expect(state.runs.shown.model == shown.model && state.runs.shown.iteration == shown.iteration)
    #expect(state.runs.shown.value == shown.value)
    state.perform(.run(.stepIteration))
    #expect(state.runs.current.options.floor == 1e-2 && state.runs.shown.iteration == shown.iteration + 1)
    state.perform(.kept(.show(number)))
    #expect(state.runs.current == whole)
    // At its end nothing is left that could be otherwise: the run goes on.
    state.perform(.option(.set(.floor(1e-3))))
    #expect(state.runs.number == number)
  }

  /// Looking back and playing shows the same steps: EM would repeat them.
  @Test func playingFromThePastShowsTheSameRun() {
    var state = LabState.opened()
    for _ in 0..<6 { state.perform(.run(.stepIteration)) }
    let whole = state.runs.current
    state.perform(.run(.scrub(toStep: 3)), .run(.stepForward), .run(.stepForward))
    #expect(state.runs.current == whole && state.runs.earlier.isEmpty)
  }

  @Test func editingTheMeansInThePastKeepsTheRunAndItsPlace() {
    var state = LabState.opened()
    for _ in 0..<6 { state.perform(.run(.stepIteration)) }
    let number = state.runs.number
    state.perform(.run(.scrub(toStep: 4)), .start(.moveMean(0, to: DataPoint(1, 1))))
    #expect(state.runs.current.origin == .placed(from: RunReference(run: number, step: 4)))
    #expect(state.runs.earlier.map(\.number) == [number])
  }

  @Test func namesAndDeleting() {
    var state = tried()
    let first = state.runs.first
    state.perform(.kept(.beginNaming(first)))
    for character in ["b", "e", "\n", "s", "t", "\u{7}", "x"] { state.perform(.kept(.typeName(character))) }
    state.perform(.kept(.eraseName))
    #expect(state.interface.nameDraft?.text == "best")
    state.perform(.kept(.commitName))
    #expect(state.runs.names == [first: "best"] && state.interface.nameDraft == nil)
    // Anything else ends the typing.
    state.perform(.kept(.beginNaming(first + 1)), .run(.stepForward))
    #expect(state.interface.nameDraft == nil)
    state.perform(.kept(.beginNaming(first + 7)))
    #expect(state.interface.nameDraft == nil, "there is no such run")
    state.perform(.kept(.beginNaming(first + 1)), .interface(.dismiss))
    #expect(state.interface.nameDraft == nil && state.runs.names == [first: "best"])
    state.perform(.kept(.delete(first)))
    #expect(state.runs.names.isEmpty && state.runs.earlier.map(\.number) == [first + 1])
    let own = state.runs.number
    state.perform(.kept(.delete(own)), .kept(.show(first)), .kept(.show(own)))
    #expect(state.runs.number == own)
  }

  @Test func theDistanceIsThatToTheBestEnd() throws {
    let state = tried()
    let ends = state.runs.all.compactMap(\.run.logLikelihood)
    let best = try #require(ends.max())
    for (_, run) in state.runs.all {
      #expect(state.runs.distanceToBest(of: run) == best - (run.logLikelihood ?? 0))
    }
  }

  @Test func onlyTheLatestAreKept() {
    var state = LabState.opened()
    for _ in 0..<Runs.earlierLimit + 3 { state.perform(.run(.stepIteration), .run(.stepIteration), .start(.newStart)) }
    #expect(state.runs.earlier.count == Runs.earlierLimit)
    #expect(state.runs.earlier.first?.number == state.runs.first + 3)
    #expect(state.runs.curves.count == 5)
  }

  /// However many runs it begins while it plays, a drag is one: what is kept is the run from before it.
  @Test func aDragKeepsTheRunFromBeforeIt() {
    var state = tried()
    let (kept, number) = (state.runs.earlier.map(\.number), state.runs.number)
    state.perform(.start(.beginShaping(.mean(0))))
    for move in 0..<26 {
      state.perform(.start(.moveMean(0, to: DataPoint(Double(move) / 10, 1))))
      for _ in 0..<6 { state.perform(.run(.stepForward)) }
      #expect(state.runs.current.origin == .placed(from: RunReference(run: number, step: 6)))
    }
    state.perform(.start(.endShaping))
    #expect(state.runs.earlier.map(\.number) == kept + [number])
    state.perform(.start(.beginShaping(.mean(0))), .start(.moveMean(0, to: DataPoint(2, 2))), .start(.endShaping))
    #expect(state.runs.earlier.count == kept.count + 2, "the run that the drag ended with was seen")
  }

  @Test func theBestIsTheLowestSumOfSquaresInKMeans() {
    var state = LabState.opened()
    state.perform(.lanes(.compare(.kMeans)), .lanes(.keepOnly(1)))
    for _ in 0..<3 { state.perform(.run(.runToConvergence), .start(.newStart)) }
    let values = state.runs.earlier.flatMap { $0.run.curve.points.map(\.value) }
    #expect(state.runs.bestOfEarlier != nil && state.runs.bestOfEarlier == values.min())
  }

  @Test func labelsOfKMeansAreCounted() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration))
    let em = state.runs.current.approximateSize
    #expect(state.runs.current.labelCount == 0)
    state.perform(.lanes(.compare(.kMeans)), .run(.restart), .run(.stepIteration), .lanes(.activate(1)))
    #expect(state.runs.current.approximateSize == em + 8 * state.document.points.count)
  }

  @Test func otherPointsForgetAllRuns() {
    var state = tried()
    let first = state.runs.first
    state.perform(.kept(.beginNaming(first)), .kept(.typeName("a")), .kept(.commitName))
    state.click(1, 1)
    #expect(state.runs.earlier.isEmpty && state.runs.names.isEmpty)
    state.perform(.edit(.undo))
    #expect(state.runs.earlier.count == 2 && state.runs.names == [first: "a"])
  }

  @Test func lanesThatBeginTogetherReturnTogether() {
    var state = tried()
    let first = state.runs.first
    state.perform(.lanes(.compare(.kMeans)), .kept(.show(first)))
    let lanes = state.document.lanes
    #expect(lanes[0].runs.number == first && lanes[1].start.means == lanes[0].start.means)
    #expect(lanes[1].runs.current.end != nil || lanes[1].runs.cursor == state.document.clock)
  }
}
