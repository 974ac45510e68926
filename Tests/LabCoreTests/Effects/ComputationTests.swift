import GaussianMixtures
import Testing

@testable import LabCore

/// Computations that are under way while the user goes on.
struct ComputationTests {
  @Test func anAnswerToAnOlderRequestIsIgnored() throws {
    var state = LabState.opened()
    state.apply(.run(.stepForward))
    state.apply(.run(.stepForward))
    let stale = try #require(state.pendingComputation)
    state.apply(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))))
    let fresh = try #require(state.pendingComputation)
    #expect(fresh.ticket != stale.ticket)
    state.apply(.answer(Answer(stale.ticket, stale.computation.perform())))
    #expect(state.pendingComputation?.ticket == fresh.ticket && state.runs.shown.logLikelihood == nil)
    state.apply(.answer(Answer(fresh.ticket, fresh.computation.perform())))
    #expect(!state.isComputing && state.runs.shown.logLikelihood != nil)
    state.apply(.answer(Answer(fresh.ticket, .drewNoStart(.noPoints))))
    state.apply(.answer(Answer(Ticket(-5), .drewNoStart(.noPoints))))
    #expect(state.blockedReason == nil)
  }

  @Test func theSameRequestHasTheSameAnswer() throws {
    var state = LabState.opened()
    state.apply(.run(.stepForward))
    state.apply(.run(.stepForward))
    let work = try #require(state.pendingComputation)
    #expect(work.computation.perform() == work.computation.perform())
    #expect(work.computation.cost == 450)
  }

  @Test func runningToConvergenceWaitsForTheEvaluation() {
    var state = LabState.opened()
    // A click and the key in the same frame: nothing has been computed between them.
    state.apply(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))))
    state.apply(.edit(.endStroke))
    state.apply(.run(.runToConvergence))
    state.performPendingWork()
    #expect(state.hasConverged && state.playback.mode == .paused)
  }

  @Test func pointsAddedDuringARunToConvergenceDoNotStallIt() {
    var state = LabState.opened()
    state.apply(.run(.runToConvergence))
    state.apply(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))))
    state.apply(.edit(.endStroke))
    state.performPendingWork()
    #expect(state.hasConverged && state.playback.mode == .paused)
  }

  @Test func pointsErasedDuringARunToConvergenceEndIt() {
    var state = LabState.opened()
    state.apply(.run(.runToConvergence))
    state.apply(.edit(.clearPoints))
    state.performPendingWork()
    #expect(state.playback.mode == .paused && state.blockedReason != nil)
    #expect(!state.isComputing)
  }

  @Test func goingBackWhileAHalfStepIsComputedStaysBack() throws {
    var state = LabState.opened()
    state.perform(.run(.stepForward), .run(.stepForward), .run(.stepForward))
    state.apply(.run(.stepForward))
    let work = try #require(state.pendingComputation)
    state.apply(.run(.stepBack))
    #expect(state.runs.cursor == 2)
    state.apply(.answer(Answer(work.ticket, work.computation.perform())))
    #expect(state.runs.cursor == 2 && state.steps.count == 5)
  }

  @Test func pointsAddedWhileItRunsKeepTheParameters() {
    var state = LabState.opened(EMOptions(tolerance: 0))
    state.perform(.run(.setSpeed(Speed(index: 9))), .run(.togglePlay))
    state.run(for: 0.5)
    let model = state.model
    let curve = state.runs.current.curve
    let value = state.runs.shown.logLikelihood
    let iteration = state.runs.shown.iteration
    state.apply(.edit(.beginPainting(DataPoint(6, 6), radius: DataSize(1, 1))))
    #expect(state.model == model && state.runs.shown.logLikelihood == nil)
    #expect(state.runs.earlier.isEmpty && curve.points.count > 10)
    #expect(state.playback.mode == .playing)
    state.performPendingWork()
    #expect(state.runs.shown.iteration == iteration)
    #expect(state.runs.shown.logLikelihood.map { $0 < value ?? 0 } == true)
    state.perform(.edit(.endStroke))
    state.run(for: 0.5)
    #expect(state.runs.shown.iteration > iteration + 5)
  }

  @Test func aFailureStopsTheRunAndIsSaid() {
    var state = LabState.opened()
    state.apply(.run(.togglePlay))
    state.apply(.run(.stepForward))
    state.failComputation(.collapsed(component: 1, iteration: 1))
    let problem = EngineProblem(.collapsed(component: 1, iteration: 1), letters: [0, 1, 2])
    #expect(state.playback.mode == .paused)
    #expect(state.blockedReason == .engine(problem))
    #expect(state.announcement?.notice == .engine(problem))
    // An edit is a new chance.
    state.click(0, 0)
    #expect(state.blockedReason == nil)
  }

  /// Points appended to others that are in order are in order at once, and give the same answers.
  @Test func appendedPointsAreInOrderAtOnce() throws {
    var generator = SeededGenerator(seed: 3)
    let x = (0..<6000).map { _ in generator.gaussian() }
    let y = (0..<6000).map { _ in generator.gaussian() }
    var points = PointCloud(x: x, y: y, revision: Revision(1))
    let memory = EngineMemory()
    #expect(memory.data(for: points) == nil)
    _ = try memory.engine(for: points).data.pointTable
    points.append(DataPoint(0.5, 0.5), revision: Revision(2))
    let data = try #require(memory.data(for: points))
    #expect(data.isInOrder && data.count == 6001)
    // Whoever begins with them has the same order.
    let fresh = try EngineMemory().engine(for: points).data
    #expect((0..<6001).allSatisfy { fresh.pointTable[$0] == data.pointTable[$0] })
    var other = points
    #expect(other.remove(revision: Revision(3)) { index, _, _ in index == 7 } == 1)
    #expect(memory.data(for: other) == nil)
  }

  /// Lanes are drawn at once: whoever asks while another one has points prepared gets the same.
  @Test func whoAsksAtOnceSharesWhatIsPrepared() throws {
    let x = (0..<6000).map { Double($0 * 7919 % 6007) }
    var points = PointCloud(x: x, y: x.reversed(), revision: Revision(1))
    let memory = EngineMemory()
    _ = try memory.engine(for: points).data.pointTable
    for round in 2..<12 {
      points.append(DataPoint(Double(round), 3), revision: Revision(round))
      let asked = points
      let tables = concurrentMap(8, threads: 4) { _ in memory.data(for: asked).map { ObjectIdentifier($0.pointTable) } }
      #expect(Set(tables).count == 1 && tables[0] != nil)
    }
  }
}
