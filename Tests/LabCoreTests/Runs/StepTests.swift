import GaussianMixtures
import Testing

@testable import LabCore

/// Half-steps as they appear in the window.
struct StepTests {
  @Test func anEStepChangesOnlyWhoOwnsThePoints() throws {
    var state = LabState.opened()
    let before = try #require(state.steps.last)
    state.perform(.run(.stepForward))
    let after = try #require(state.steps.last)
    #expect(after.kind == .expectation && after.iteration == 1 && after.halfStep == 1)
    #expect(after.model == before.model && after.logLikelihood == before.logLikelihood)
    #expect(before.owners == nil && after.owners?.model == before.model)
    let counts = try #require(after.counts)
    #expect(abs(counts.reduce(0, +) - 150) < 1e-9)
    #expect(after.lowerBound == after.logLikelihood)
  }

  @Test func anMStepChangesOnlyTheParameters() throws {
    var state = LabState.opened()
    state.perform(.run(.stepForward))
    let before = try #require(state.steps.last)
    state.perform(.run(.stepForward))
    let after = try #require(state.steps.last)
    #expect(after.kind == .maximization && after.iteration == 1 && after.halfStep == 2)
    #expect(after.model != before.model)
    #expect(after.owners == before.owners && after.counts == before.counts)
    let counts = try #require(before.counts)
    for (weight, count) in zip(after.model.weights, counts) { #expect(abs(weight - count / 150) < 1e-12) }
    let bound = try #require(after.lowerBound)
    let now = try #require(after.logLikelihood)
    let then = try #require(before.logLikelihood)
    #expect(bound <= now + 1e-9 && bound >= then - 1e-9)
  }

  /// A run that ended in an error: what it took before can be seen again, by every way that leads there.
  @Test func whatWasTakenBeforeAnErrorIsFoundAgain() {
    var state = LabState.opened()
    for _ in 0..<5 { state.perform(.run(.stepForward)) }
    state.apply(.run(.stepForward))
    state.failComputation(.collapsed(component: 1, iteration: 3))
    let last = state.document.latest
    #expect(last == 5 && !state.canStep && !state.canGoOn)
    for _ in 0..<last { state.perform(.run(.stepBack)) }
    state.perform(.interface(.closeAnnouncement))
    #expect(state.runs.cursor == 0 && state.canGoOn && !state.canStep)
    var playing = state
    var rushing = state
    for step in 1...last {
      state.perform(.run(.stepForward))
      #expect(state.runs.cursor == step && state.announcement == nil)
    }
    state.perform(.run(.stepForward))
    guard case .blocked(.engine) = state.announcement?.notice else {
      Issue.record("nothing is said at its end")
      return
    }
    playing.perform(.run(.togglePlay))
    playing.run(for: 6)
    #expect(playing.runs.cursor == last && !playing.playback.isRunning)
    rushing.perform(.run(.runToConvergence))
    #expect(rushing.runs.cursor == last && !rushing.playback.isRunning && rushing.announcement != nil)
  }

  @Test func theLogLikelihoodNeverFalls() {
    for example in [Example.threeClusters, .crossing, .nested, .ring] {
      var state = LabState(source: example.source, componentCount: 4, seed: 3, options: EMOptions(floor: 0))
      state.performPendingWork()
      for _ in 0..<30 { state.perform(.run(.stepForward)) }
      let values = state.values.compactMap { $0 }
      #expect(values.count == 31)
      for (before, after) in zip(values, values.dropFirst()) {
        #expect(after >= before - 1e-9 * abs(before), "\(example)")
      }
    }
  }

  @Test func whatComesNextAlternates() {
    var state = LabState.opened()
    var next: [RunStep.Kind] = []
    for _ in 0..<4 {
      next.append(state.runs.shown.next)
      state.perform(.run(.stepForward))
    }
    #expect(next == [.expectation, .maximization, .expectation, .maximization])
    #expect(state.steps.map(\.halfStep) == [0, 1, 2, 3, 4])
  }

  @Test func aWholeIterationIsTwoHalfSteps() {
    var a = LabState.opened()
    var b = LabState.opened()
    a.perform(.run(.stepIteration), .run(.stepIteration))
    b.perform(.run(.stepForward), .run(.stepForward), .run(.stepForward), .run(.stepForward))
    #expect(a.steps == b.steps)
    // From the middle of an iteration it finishes that one.
    a.perform(.run(.stepForward), .run(.stepIteration))
    b.perform(.run(.stepForward), .run(.stepForward))
    #expect(a.steps == b.steps && a.runs.shown.kind == .maximization)
  }

  @Test func lettersStayWithTheirComponents() throws {
    // B's mean is so far away that it owns nothing; it is dropped, and A and C keep their letters.
    var state = LabState(
      source: Example.threeClusters.source, componentCount: 3, seed: 1, options: EMOptions(onEmpty: .drop))
    state.performPendingWork()
    state.perform(.start(.moveMean(1, to: DataPoint(400, 400))))
    state.perform(.run(.stepIteration))
    let last = try #require(state.steps.last)
    #expect(last.identities == [0, 2] && last.model.componentCount == 2 && last.counts?.count == 2)
    #expect(state.announcement?.letter == 1)
    state.perform(.run(.stepIteration))
    #expect(state.steps.last?.identities == [0, 2])
    #expect(state.runs.trail(of: 1).count == 3)
  }
}
