import GaussianMixtures
import Testing

@testable import LabCore

/// While somebody guesses, no half-step is shown that was not guessed at, whatever is done.
struct GateTests {
  @Test func noHalfStepIsShownWithoutACommittedGuess() {
    let total = (1...12).reduce(0) { $0 + reveals(seed: $1) }
    #expect(total > 30, "the test tries something")
  }

  /// Thousands of commands; how many reveals they led to.
  private func reveals(seed: Int) -> Int {
    var state = LabState.opened(EMOptions(maximumIterations: 30))
    if seed.isMultiple(of: 2) { state.perform(.run(.runToConvergence), .run(.stepBack), .run(.stepBack)) }
    if seed.isMultiple(of: 3) { state.perform(.lanes(.compare(.kMeans))) }
    var known = Known()
    known.note(state)
    var reveals = 0
    for command in RandomCommands(seed: UInt64(seed), outlandish: seed > 8, guessing: true).prefix(500) {
      // Mostly armed, however often a command stops it.
      if state.document.guess == nil, state.document.points.count > 9, state.now.truncatingRemainder(dividingBy: 2) < 1
      {
        state.perform(.guess(.toggle))
      }
      let before = state
      state.perform(command)
      if state.document.guess == nil {
        known.note(state)
        continue
      }
      if !command.leadsThroughHistory, let guess = before.document.guess, guess.phase != .revealed,
        state.document.guess?.phase == .revealed
      {
        #expect(guess.isReady && guess.question != .count, "\(command)")
        #expect(state.runs.number == before.runs.number && state.runs.cursor == before.runs.cursor + 1, "\(command)")
        known.note(state)
        reveals += 1
      }
      // Arming shows nothing new either, nor does a start; all else was on show before, or was just guessed at.
      #expect(known.contains(state), "\(command) shows a half-step that nobody guessed at")
      if let flaw = flaw(in: state) { Issue.record("\(flaw) after \(command)") }
    }
    return reveals
  }

  private func flaw(in state: LabState) -> String? {
    guard let guess = state.document.guess else { return nil }
    if state.document.lanes.count != 1 || state.document.algorithm != .em { return "not one lane of EM" }
    if !state.runs.isAtLatest { return "steps lie ahead of the one on show" }
    if state.playback.isRunning { return "it plays" }
    if guess.mixture.componentCount != guess.before.componentCount { return "another number of components" }
    if (try? guess.mixture.validate()) == nil { return "the guess is no mixture" }
    if let brush = guess.brush, !guess.letters.contains(brush) { return "the brush gives nobody's points" }
    if !guess.owners.keys.allSatisfy(state.document.points.indices.contains) { return "a point that is not there" }
    return nil
  }

  /// Which half-steps were on show.
  private struct Known {
    private var steps: [(Revision, RunStep.Kind, GaussianMixture)] = []

    mutating func note(_ state: LabState) {
      for lane in state.document.lanes {
        for step in lane.runs.current.steps.prefix(lane.runs.cursor + 1) where !has(step, state) {
          steps.append((state.document.points.revision, step.kind, step.model))
        }
      }
    }

    func contains(_ state: LabState) -> Bool {
      let shown = state.document.runs.shown
      return shown.kind == .start || has(shown, state)
    }

    private func has(_ step: RunStep, _ state: LabState) -> Bool {
      steps.contains {
        $0.0 == state.document.points.revision && $0.1 == step.kind && $0.2.means == step.model.means
          && $0.2.weights == step.model.weights
      }
    }
  }

  @Test func whatWouldShowTheAnswerIsHeldBack() {
    var state = LabState.opened()
    state.perform(.search(.start))
    state.performPendingSearch()
    state.perform(.race(.start))
    state.performPendingRace()
    state.perform(.guess(.toggle))
    let commands: [Command] = [
      .run(.stepForward), .run(.togglePlay), .run(.runToConvergence), .run(.stepIteration), .run(.scrub(toStep: 7)),
      .search(.adopt(0)), .race(.adopt(0)), .kept(.show(0)), .lanes(.compare(.families)),
      .interface(.showPage(.race)), .interface(.showPage(.selection)), .interface(.toggleLargeChart), .tick(50),
    ]
    for command in commands {
      state.perform(command)
      #expect(state.runs.shown.kind == .start && state.document.lanes.count == 1, "\(command)")
      #expect(state.interface.page == .run && !state.interface.isChartLarge, "\(command)")
    }
  }

  @Test func aHalfStepThatIsBeingComputedWaits() {
    var state = LabState.opened()
    state.perform(.run(.stepForward))
    state.apply(.run(.stepForward))
    #expect(state.isComputing)
    state.apply(.guess(.toggle))
    state.performPendingWork()
    #expect(state.runs.shown.kind == .expectation && state.document.guess?.target != nil)
  }

  @Test func armingAndStrokesAreUndoneOneByOne() {
    var state = LabState.opened()
    state.perform(.guess(.toggle))
    state.give(0, 1, to: 0)
    state.give(2, 3, to: 1)
    #expect(state.document.guess?.owners == [0: 0, 1: 0, 2: 1, 3: 1])
    state.perform(.edit(.undo))
    #expect(state.document.guess?.owners == [0: 0, 1: 0])
    state.perform(.edit(.undo), .edit(.undo))
    #expect(state.document.guess == nil)
    state.perform(.edit(.redo), .edit(.redo))
    #expect(state.document.guess?.owners == [0: 0, 1: 0])
  }

  /// Whatever is asked before an E-step: who owns what is its answer.
  @Test func ownersWaitForTheEStepWhateverIsAsked() {
    var state = LabState.opened()
    state.perform(.run(.stepForward), .run(.stepForward), .view(.toggleLayer(.regions)), .guess(.toggle))
    for question in [Guess.Question.owners, .onePoint, .gain, .count] {
      state.perform(.guess(.ask(question)))
      #expect(state.document.guess?.question == question && state.hides(.regions) && !state.hides(.oneSigma))
    }
    state.perform(.guess(.ask(.gain)), .guess(.mark(0)), .run(.stepForward))
    #expect(state.document.guess?.phase == .revealed && !state.hides(.regions))
  }

  @Test func undoMakesNothingNew() {
    var state = LabState.opened()
    state.perform(.guess(.toggle))
    state.give(0, to: 0)
    #expect(state.document.guess?.wasSeen == false)
    state.perform(.run(.stepForward), .edit(.undo))
    #expect(state.document.guess?.phase == .open && state.document.guess?.wasSeen == true)
    state.give(0, to: 0)
    state.perform(.run(.stepForward))
    #expect(state.document.guess?.phase == .revealed && state.document.guess?.wasSeen == true)
  }

  /// Going back step by step keeps the run that was there once, and shrinks the chart's axes with it.
  @Test func goingBackKeepsWhatFollows() {
    var state = LabState.opened()
    state.perform(.run(.runToConvergence))
    let (whole, number) = (state.runs.current, state.runs.number)
    state.perform(.guess(.toggle))
    for _ in 0..<whole.steps.count - 5 { state.perform(.run(.stepBack)) }
    #expect(state.steps.count == 5 && state.runs.extent.lastHalfStep == 4)
    #expect(state.runs.extent.count == state.runs.current.curve.points.count)
    #expect(state.runs.earlier.map(\.number) == [number] && state.runs.earlier.first?.run == whole)
    // A half-step that was guessed at is found in it too.
    state.give(0, to: 0)
    state.perform(.run(.stepForward), .run(.stepBack), .run(.stepBack), .guess(.toggle))
    #expect(state.runs.earlier.map(\.number) == [number])
    state.perform(.kept(.show(number)))
    #expect(state.runs.current == whole)
  }

  @Test func ofLanesTheActiveOneGoesOn() {
    var state = LabState.opened()
    state.perform(.lanes(.compare(.families)), .lanes(.activate(2)), .guess(.toggle))
    #expect(state.document.lanes.count == 1 && state.document.options.family == CovarianceFamily.allCases[2])
    state.perform(.edit(.undo))
    #expect(state.document.lanes.count == 4 && state.document.guess == nil)
  }

  @Test func kMeansIsNotGuessed() {
    var state = LabState.opened()
    state.perform(.lanes(.compare(.kMeans)), .lanes(.activate(1)), .guess(.toggle))
    #expect(state.document.guess == nil && state.announcement?.notice == .guess(.needsEM))
  }

  /// Looking back and arming there: what follows is kept as a run, and found again guess by guess.
  @Test func whatLiesAheadIsFoundAgain() {
    var state = LabState.opened()
    for _ in 0..<6 { state.perform(.run(.stepForward)) }
    let ahead = state.steps
    for _ in 0..<4 { state.perform(.run(.stepBack)) }
    state.perform(.guess(.toggle))
    #expect(state.runs.cursor == 2 && state.steps.count == 3 && state.runs.earlier.count == 1)
    state.give(0, to: 0)
    state.perform(.run(.stepForward))
    #expect(state.steps.last == ahead[3])
    state.perform(.run(.stepForward))
    state.perform(.start(.moveMean(0, to: DataPoint(1, 1))), .run(.stepForward))
    #expect(state.steps.last == ahead[4] && state.document.guess?.phase == .revealed)
    // Back again: it has been seen, so nobody is scored for it.
    state.perform(.run(.stepBack))
    #expect(state.steps.count == 4 && state.document.guess?.phase == .open)
    #expect(state.document.guess?.wasSeen == true)
  }
}

extension Command {
  fileprivate var leadsThroughHistory: Bool { self == .edit(.undo) || self == .edit(.redo) }
}

extension LabState {
  /// Gives points to a component by one stroke over each.
  mutating func give(_ points: Int..., to letter: Int) {
    perform(.guess(.choose(letter)))
    let at = points.map { document.points[$0] }
    // The way from one to the next would meet others.
    apply(.guess(.beginGiving(at[0], radius: DataSize(1e-9, 1e-9))))
    for point in points.dropFirst() { document.guess?.owners[point] = letter }
    perform(.guess(.endStroke))
  }
}
