import GaussianMixtures
import Testing

@testable import LabCore

struct LanesTests {
  private func compared(_ comparison: Comparison) -> LabState {
    var state = LabState.opened()
    state.perform(.lanes(.compare(comparison)))
    return state
  }

  // MARK: - Presets

  @Test func kMeansStandsBesideEMAtTheSameStart() {
    let state = compared(.kMeans)
    let lanes = state.document.lanes
    #expect(lanes.map(\.model) == [.em(.full), .kMeans] && state.document.active == 0)
    #expect(lanes[1].start.means == lanes[0].start.means)
    #expect(lanes[1].runs.shown.value != nil && lanes[1].runs.shown.logLikelihood == nil)
    #expect(state.document.comparison == .kMeans)
  }

  @Test func fourFamiliesFromOneStart() {
    let state = compared(.families)
    #expect(state.document.lanes.map(\.model) == CovarianceFamily.allCases.map(LaneModel.em))
    #expect(Set(state.document.lanes.map(\.start.means)).count == 1)
    #expect(state.document.comparison == .families)
  }

  @Test func fourStartsFromFourSeeds() {
    let state = compared(.starts)
    let seed = state.document.startSeed
    #expect(state.document.lanes.map(\.startSeed) == (0..<4).map { seed + $0 })
    #expect(Set(state.document.lanes.map(\.start.means)).count == 4)
    #expect(state.document.comparison == .starts)
  }

  @Test(arguments: [(3, [2, 3, 4]), (1, [1, 2]), (14, [13, 14])])
  func oneComponentLessAndOneMore(_ count: Int, _ expected: [Int]) {
    var state = LabState.opened()
    state.perform(.start(.setComponentCount(count)), .lanes(.compare(.components)))
    #expect(state.document.lanes.map(\.componentCount) == expected)
    #expect(state.document.componentCount == count)
    #expect(state.document.comparison == .components)
  }

  @Test(arguments: Comparison.allCases)
  func onceMoreLeavesTheActiveLaneAlone(_ comparison: Comparison) {
    var state = compared(comparison)
    state.perform(.lanes(.activate(1)))
    let kept = state.document.lanes[1]
    state.perform(.lanes(.compare(comparison)))
    #expect(state.document.lanes == [kept])
  }

  // MARK: - One clock

  @Test func everyLaneTakesTheSameHalfSteps() {
    var state = compared(.families)
    for step in 1...12 {
      state.perform(.run(.stepForward))
      #expect(state.document.lanes.map(\.runs.cursor) == Array(repeating: step, count: 4))
    }
    for step in (0..<12).reversed() {
      state.perform(.run(.stepBack))
      #expect(state.document.lanes.map(\.runs.cursor) == Array(repeating: step, count: 4))
    }
  }

  @Test func aLaneRunsAsItWouldAlone() {
    var state = compared(.families)
    state.perform(.run(.runToConvergence))
    for lane in state.document.lanes {
      var alone = LabState.opened()
      alone.perform(.option(.set(.family(lane.options.family))), .run(.runToConvergence))
      #expect(alone.steps == lane.runs.current.steps)
    }
  }

  @Test func aLaneThatHasEndedWaits() {
    var state = compared(.kMeans)
    state.perform(.run(.runToConvergence))
    let (em, kMeans) = (state.document.lanes[0].runs, state.document.lanes[1].runs)
    #expect(em.current.end == .converged && kMeans.current.end == .converged)
    #expect(kMeans.cursor < em.cursor && state.document.clock == em.cursor)
    #expect(state.playback.mode == .paused && state.allHaveConverged)
    state.perform(.run(.stepBack))
    #expect(state.document.lanes[1].runs.cursor == kMeans.cursor)
    for _ in kMeans.cursor..<em.cursor { state.perform(.run(.stepBack)) }
    #expect(state.document.lanes.map(\.runs.cursor) == [kMeans.cursor - 1, kMeans.cursor - 1])
    state.perform(.run(.stepForward), .run(.stepForward))
    #expect(state.document.lanes.map(\.runs.cursor) == [kMeans.cursor + 1, kMeans.cursor])
  }

  @Test func playingStopsWhenTheLastLaneEnds() {
    var state = compared(.kMeans)
    state.perform(.tick(1), .run(.setSpeed(Speed(index: 9))), .run(.togglePlay))
    state.run(for: 30)
    #expect(state.playback.mode == .paused && state.allHaveConverged && state.playAction == .replay)
    state.perform(.run(.togglePlay))
    #expect(state.document.lanes.map(\.runs.cursor) == [0, 0])
  }

  @Test func whoeverJoinsCatchesUp() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration), .run(.stepIteration), .run(.stepForward))
    let steps = state.steps
    state.perform(.lanes(.compare(.kMeans)))
    #expect(state.steps == steps, "the lane in hand keeps its run")
    #expect(state.document.lanes.map(\.runs.cursor) == [5, 5])
    state.perform(.run(.runToConvergence), .lanes(.compare(.families)))
    #expect(
      state.document.lanes[3].runs.current.end == .converged
        || state.document.lanes[3].runs.cursor == state.document.clock)
  }

  @Test func scrubbingTakesAllAlong() {
    var state = compared(.kMeans)
    state.perform(.run(.runToConvergence), .run(.beginScrubbing), .run(.scrub(toStep: 4)), .run(.endScrubbing))
    #expect(state.document.lanes.map(\.runs.cursor) == [4, 4])
  }

  @Test func aStepIsWholeOnlyWhenEveryLaneHasIt() {
    var state = compared(.families)
    state.perform(.run(.stepForward))
    state.apply(.run(.stepForward))
    #expect(state.effects.count == 4)
    let pending = state.pendingComputation
    if let pending { state.apply(.answer(Answer(pending.ticket, pending.computation.perform()))) }
    state.apply(.run(.stepForward))
    #expect(state.effects.count == 3 && state.document.lanes.map(\.runs.current.steps.count) == [3, 2, 2, 2])
    state.performPendingWork()
    #expect(state.document.lanes.map(\.runs.cursor) == [2, 2, 2, 2])
  }

  // MARK: - One data set, one start

  @Test func pointsReachAllLanes() {
    var state = compared(.families)
    state.perform(.run(.stepIteration))
    state.click(3, 3)
    let values = state.document.lanes.map(\.runs.shown.value)
    for (lane, value) in zip(state.document.lanes, values) {
      let data = try? Dataset(columns: state.coordinates)
      let expected = data.flatMap { try? lane.runs.shown.model.logLikelihood(of: $0) }
      #expect(value.map { abs($0 - (expected ?? 0)) < 1e-9 } == true)
    }
  }

  @Test func anEditOfTheStartInOneIsOneInAll() {
    var state = compared(.kMeans)
    state.perform(.run(.stepIteration), .lanes(.activate(1)), .start(.moveMean(0, to: DataPoint(1, 2))))
    #expect(state.document.lanes[0].start.means == state.document.lanes[1].start.means)
    #expect(state.document.lanes[0].start.means[0] == [1, 2])
    #expect(state.document.clock == 0)
    state.perform(.start(.setComponentCount(5)))
    #expect(state.document.lanes.map(\.componentCount) == [5, 5])
    state.perform(.start(.newStart))
    #expect(state.document.lanes[0].start.means == state.document.lanes[1].start.means)
  }

  @Test func lanesThatBeginApartKeepTheirStarts() {
    var state = compared(.starts)
    let others = state.document.lanes.dropFirst().map(\.start)
    state.perform(.start(.moveMean(0, to: DataPoint(1, 2))))
    #expect(state.document.lanes.dropFirst().map(\.start) == others)
  }

  /// A new start is one for all lanes: where starts are compared, each begins at one that none has had; where numbers
  /// of components are, all at the next seed.
  @Test(arguments: [
    (Comparison.starts, [25, 26, 27, 28]), (.components, [22, 22, 22]), (.families, [22, 22, 22, 22]),
  ])
  func aNewStartReachesAllLanes(_ comparison: Comparison, _ seeds: [UInt64]) {
    var state = LabState()
    state.perform(.option(.set(.seed(21))), .lanes(.compare(comparison)), .start(.newStart))
    #expect(state.document.lanes.map(\.startSeed) == seeds)
    for lane in state.document.lanes {
      #expect(lane.runs.current.steps.count == 1)
      let expected = LabState.makeStart(
        kind: lane.startKind, points: state.document.points, count: lane.componentCount, options: lane.options,
        seed: lane.startSeed)
      #expect(lane.start.means == expected.means)
    }
    state.perform(.edit(.undo))
    #expect(state.document.lanes.map(\.startSeed) != seeds)
  }

  @Test func otherDataFindAllLanesAtTheirStarts() {
    for comparison in Comparison.allCases {
      var state = compared(comparison)
      state.perform(.run(.runToConvergence), .edit(.openExample(.crossing)))
      #expect(state.document.componentCount == 2 && state.document.clock == 0)
      #expect(state.document.lanes.allSatisfy { $0.runs.shown.value != nil && $0.runs.earlier.isEmpty })
    }
  }

  @Test func manyPointsAwaitOneStartOrOneEach() {
    for (comparison, count) in [(Comparison.families, 1), (.starts, 4)] {
      var state = LabState.on((0..<6000).map { (Double($0 % 77), Double($0 % 91)) }, components: 2)
      state.perform(.option(.set(.startKind(.kMeansPlusPlus))), .lanes(.compare(comparison)))
      state.apply(.edit(.openExample(.ring)))
      state.receive(.points((0..<6000).map { (Double($0 % 77), Double($0 % 91)) }))
      #expect(state.document.lanes.allSatisfy { $0.startState == .drawn && $0.runs.shown.value != nil })
      #expect(Set(state.document.lanes.map(\.start.means)).count == count)
    }
  }

  // MARK: - Changing lanes

  @Test func changingALaneBeginsItsRunAndCatchesUp() {
    var state = compared(.kMeans)
    state.perform(.run(.stepIteration), .run(.stepIteration), .lanes(.change(1, to: .em(.tied))))
    #expect(state.document.lanes.map(\.model) == [.em(.full), .em(.tied)])
    #expect(state.document.lanes.map(\.runs.cursor) == [4, 4])
    #expect(state.document.comparison == nil)
    state.perform(.edit(.undo))
    #expect(state.document.lanes[1].model == .kMeans)
  }

  @Test func closingALane() {
    var state = compared(.families)
    state.perform(.lanes(.activate(3)), .lanes(.close(1)))
    #expect(state.document.lanes.map(\.options.family) == [.full, .diagonal, .spherical] && state.document.active == 2)
    state.perform(.lanes(.close(2)), .lanes(.close(0)), .lanes(.close(0)))
    #expect(state.document.lanes.map(\.options.family) == [.diagonal], "the last one stays")
  }

  @Test func kMeansAloneIsALane() {
    var state = compared(.kMeans)
    state.perform(.lanes(.keepOnly(1)), .run(.runToConvergence))
    #expect(state.document.algorithm == .kMeans && state.shownEnd == .converged)
    state.perform(.lanes(.compare(.kMeans)))
    #expect(state.document.lanes.map(\.model) == [.em(.full), .kMeans])
  }

  @Test func undoAndRedoOfLanesAreExact() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration))
    var kept = [state.document.lanes]
    for command in [
      Command.lanes(.compare(.families)), .lanes(.close(1)), .lanes(.change(0, to: .kMeans)), .lanes(.keepOnly(0)),
    ] {
      state.perform(command)
      kept.append(state.document.lanes)
    }
    for lanes in kept.reversed().dropFirst() {
      state.perform(.edit(.undo))
      #expect(state.document.lanes == lanes)
    }
    for lanes in kept.dropFirst() {
      state.perform(.edit(.redo))
      #expect(state.document.lanes == lanes)
    }
  }

  @Test func settingsOfTheFitHoldInAllLanes() {
    var state = compared(.families)
    state.perform(.option(.set(.floor(1e-3))))
    #expect(state.document.lanes.map(\.options.floor) == [1e-3, 1e-3, 1e-3, 1e-3])
    #expect(state.document.lanes.map(\.options.family) == CovarianceFamily.allCases)
  }

  @Test func aLaneWithTooFewPointsLetsTheOthersGoOn() {
    var state = LabState.on([(0, 0), (1, 5), (6, 2)], components: 3)
    state.perform(.lanes(.compare(.components)), .run(.stepForward), .run(.stepForward))
    #expect(state.document.lanes.map(\.runs.cursor) == [2, 2, 0])
    state.perform(.run(.runToConvergence))
    #expect(state.playback.mode == .paused)
  }

  // MARK: - The large chart

  @Test func theLargeChartIsForOneModelThatIsSeen() {
    var state = compared(.kMeans)
    state.perform(.interface(.toggleLargeChart))
    #expect(!state.interface.isChartLarge && state.announcement?.notice == .noLargeChart)
    state.perform(.lanes(.keepOnly(0)), .view(.toggleLayer(.model)), .interface(.toggleLargeChart))
    #expect(!state.interface.isChartLarge && state.announcement?.notice == .noLargeChart)
    state.perform(.view(.toggleLayer(.model)), .interface(.toggleLargeChart))
    #expect(state.interface.isChartLarge && state.announcement?.notice != .noLargeChart)
  }
}
