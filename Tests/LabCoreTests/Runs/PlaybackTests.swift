import GaussianMixtures
import Testing

@testable import LabCore

struct PlaybackTests {
  @Test func itStopsByItselfAndSaysWhy() throws {
    var state = LabState.opened()
    state.perform(.run(.runToConvergence))
    #expect(state.playback.mode == .paused && state.hasConverged)
    #expect(state.runs.current.end == .converged)
    let gain = try #require(state.runs.lastGain)
    #expect(abs(gain) < 1e-6 * 150)
    // There is nothing more to compute; it says what to do instead.
    let count = state.steps.count
    state.perform(.run(.runToConvergence))
    #expect(state.announcement?.notice == .runIsOver && state.steps.count == count)
  }

  @Test func runningToConvergenceEqualsSteppingByHand() {
    var rushed = LabState.opened()
    rushed.perform(.run(.runToConvergence))
    var stepped = LabState.opened()
    while stepped.runs.current.end == nil, stepped.steps.count < 2000 { stepped.perform(.run(.stepForward)) }
    #expect(rushed.steps == stepped.steps)
    #expect(rushed.values.map { $0?.bitPattern } == stepped.values.map { $0?.bitPattern })
    var played = LabState.opened()
    played.perform(.run(.setSpeed(Speed(index: 9))), .run(.togglePlay))
    while played.playback.isRunning, played.now < 600 { played.run(for: 1) }
    #expect(played.steps == rushed.steps && played.runs.current.end == rushed.runs.current.end)
  }

  @Test func theIterationLimitIsAReasonToo() {
    var state = LabState.opened(EMOptions(tolerance: 0, maximumIterations: 7))
    state.perform(.run(.runToConvergence))
    #expect(state.runs.current.end == .iterationLimit && !state.hasConverged)
    #expect(state.runs.shown.iteration == 7 && state.playback.mode == .paused)
    // Asked for again, it goes on as far again.
    state.perform(.run(.runToConvergence))
    #expect(state.runs.current.end == .iterationLimit && state.runs.shown.iteration == 14)
  }

  @Test(arguments: [Command.Run.togglePlay, .runToConvergence])
  func aRunAtItsLimitCanGoOn(_ command: Command.Run) {
    var state = LabState.opened(EMOptions(tolerance: 1e-9, maximumIterations: 7))
    state.perform(.run(.setSpeed(Speed(index: 9))), .run(.runToConvergence))
    #expect(state.shownEnd == .iterationLimit && state.playAction == .run)
    state.perform(.run(command))
    while state.playback.isRunning, state.now < 60 { state.run(for: 1) }
    #expect(state.runs.shown.iteration == 14 && state.shownEnd == .iterationLimit)
    state.perform(.run(.stepIteration))
    #expect(state.runs.shown.iteration == 15 && state.shownEnd == nil)
  }

  @Test func aRunAtItsLimitGoesOnFromAnEdit() {
    var state = LabState.opened(EMOptions(tolerance: 0, maximumIterations: 7))
    state.perform(.run(.runToConvergence))
    state.click(1, 1)
    #expect(state.shownEnd == nil && state.runs.shown.iteration == 7)
    state.perform(.run(.runToConvergence))
    #expect(state.runs.shown.iteration == 14)
    state.perform(.start(.moveMean(0, to: DataPoint(1, 1))), .run(.runToConvergence))
    #expect(state.runs.shown.iteration == 7)
    state.perform(.option(.set(.tolerance(0.05))), .run(.runToConvergence))
    #expect(state.hasConverged)
  }

  @Test func playingAConvergedRunPlaysItOnceMore() {
    var state = LabState.opened()
    state.perform(.run(.setSpeed(Speed(index: 9))), .run(.runToConvergence))
    let steps = state.steps
    #expect(state.playAction == .replay)
    state.perform(.run(.togglePlay))
    #expect(state.runs.cursor == 0 && state.playback.mode == .playing && state.playAction == .pause)
    while state.playback.isRunning, state.now < 60 { state.run(for: 0.1) }
    #expect(state.steps == steps && state.hasConverged && !state.canUndo)
  }

  @Test func theEndOfARunIsTheRunsOwnAndComesBackWithUndo() {
    var state = LabState.opened()
    state.perform(.run(.runToConvergence))
    let steps = state.steps
    state.click(3, 3)
    #expect(state.shownEnd == nil)
    state.perform(.edit(.undo))
    #expect(state.hasConverged && state.steps == steps)
    state.perform(.start(.newStart), .edit(.undo))
    #expect(state.hasConverged)
    state.perform(.run(.stepBack))
    #expect(state.shownEnd == nil && state.runs.current.end == .converged)
  }

  @Test func pausingARushStaysWhereItIs() {
    var state = LabState.opened(endless)
    state.perform(.run(.stepIteration), .tick(10))
    // A slow machine: a half-step for every frame.
    state.apply(.run(.runToConvergence))
    for frame in 1...5 {
      guard let pending = state.pendingComputation else { return }
      state.apply(.tick(10 + Double(frame) / 60))
      state.apply(.answer(Answer(pending.ticket, pending.computation.perform())))
    }
    let shown = state.runs.shown
    state.apply(.run(.togglePlay))
    #expect(state.playback.mode == .paused && state.glide == nil && state.runs.shown == shown)
    // The half-step that was under way comes in, from where the screen is.
    state.performPendingWork()
    #expect(state.glide == nil || state.glide?.from == shown)
  }

  @Test func aLongRushGlidesFromWhatTheScreenShowedLast() {
    var state = LabState.opened()
    state.perform(.tick(10))
    state.apply(.run(.runToConvergence))
    var last = state.runs.shown
    var frame = 0
    while let pending = state.pendingComputation {
      frame += 1
      last = state.runs.shown
      state.apply(.tick(10 + Double(frame) / 60))
      state.apply(.answer(Answer(pending.ticket, pending.computation.perform())))
    }
    #expect(state.hasConverged && frame > 5)
    #expect(state.glide == nil || state.glide?.from == last)
  }

  @Test func steppingBeyondTheEndIsPossibleByHand() {
    var state = LabState.opened()
    state.perform(.run(.runToConvergence))
    let count = state.steps.count
    state.perform(.run(.stepForward), .run(.stepForward))
    #expect(state.steps.count == count + 2 && state.hasConverged)
  }

  @Test func restartingRepeatsTheRunBitForBit() {
    var state = LabState.opened()
    let start = state.model
    state.perform(.run(.runToConvergence))
    let steps = state.steps
    let curve = state.runs.current.curve
    state.perform(.run(.restart))
    #expect(state.model == start && state.steps.count == 1 && state.runs.earlier.map(\.run.curve) == [curve])
    #expect(state.runs.current.end == nil && state.playback.mode == .paused)
    state.perform(.run(.runToConvergence))
    #expect(state.steps == steps)
  }

  @Test(arguments: Speed.rates.indices)
  func itTakesAsManyHalfStepsAsTheSpeedSays(_ index: Int) {
    var state = LabState.on((0..<12).map { (Double($0 % 4), Double($0 * 5 % 7)) }, components: 2, options: endless)
    let speed = Speed(index: index)
    let seconds = speed.halfStepsPerSecond < 5 ? 8.0 : 2.0
    state.perform(.tick(5), .run(.setSpeed(speed)), .run(.togglePlay))
    state.run(for: seconds, frame: 1.0 / 120)
    let expected = speed.halfStepsPerSecond * seconds
    #expect(abs(Double(state.steps.count - 1) - expected) <= max(1, 0.03 * expected))
  }

  @Test func theFastestSpeedKeepsUpAtAScreensOwnRate() {
    var state = LabState.on((0..<12).map { (Double($0 % 4), Double($0 * 5 % 7)) }, components: 2, options: endless)
    state.perform(.run(.setSpeed(Speed(index: 9))), .run(.togglePlay))
    state.run(for: 3, frame: 1.0 / 60)
    #expect(state.steps.count - 1 > 3 * 54)
  }

  @Test func speedsGoFromHalfAHalfStepToSixtyASecond() {
    #expect(Speed.rates.first == 0.5 && Speed.rates.last == 60 && Speed.rates == Speed.rates.sorted())
    #expect(Speed(index: -3).index == 0 && Speed(index: 99).index == Speed.rates.count - 1)
    #expect(Speed(index: 0).slower == nil && Speed(index: Speed.rates.count - 1).faster == nil)
    #expect(Speed.normal.faster?.slower == Speed.normal)
    for index in Speed.rates.indices {
      let speed = Speed(index: index)
      #expect(speed.glideDuration <= 0.3 && speed.glideDuration < 1 / speed.halfStepsPerSecond)
    }
    #expect(Speed.normal.glideDuration == 0.3)
  }

  @Test func aRunPlayedOnceMoreShowsItsStartForABeat() {
    var state = LabState.opened()
    state.perform(.tick(1), .run(.runToConvergence), .tick(2), .run(.togglePlay))
    #expect(state.runs.cursor == 0 && state.playback.isRunning)
    let beat = 1 / state.playback.speed.halfStepsPerSecond
    state.run(for: 0.9 * beat)
    #expect(state.runs.cursor == 0)
    state.run(for: 0.2 * beat)
    #expect(state.runs.cursor == 1)
  }

  @Test func aFasterSpeedTakesEffectAtOnce() {
    var state = LabState.opened(endless)
    state.perform(.tick(1), .run(.setSpeed(Speed(index: 0))), .run(.togglePlay))
    state.run(for: 0.1)
    let count = state.steps.count
    state.perform(.run(.setSpeed(Speed(index: 9))))
    state.run(for: 0.2)
    #expect(state.steps.count > count + 5)
  }

  @Test func anHourAwayIsNotCaughtUp() {
    var state = LabState.opened(endless)
    state.perform(.tick(1), .run(.setSpeed(Speed(index: 9))), .run(.togglePlay))
    state.run(for: 0.1)
    let count = state.steps.count
    state.perform(.tick(state.now + 3600))
    #expect(state.steps.count <= count + 1)
    state.run(for: 0.5)
    #expect(abs(state.steps.count - count - 30) <= 3)
  }

  @Test func aClockSetBackMovesNothing() {
    var state = LabState.opened(endless)
    state.perform(.tick(100), .run(.togglePlay))
    let count = state.steps.count
    let now = state.now
    state.perform(.tick(50), .tick(-1e9), .tick(.nan), .tick(-.infinity))
    #expect(state.now == now && state.steps.count == count)
    state.run(for: 2)
    #expect(abs(state.steps.count - count - 2) <= 1)
  }

  @Test func aClockBeyondAllTimeIsIgnored() {
    var state = LabState.opened()
    state.perform(.tick(.infinity), .tick(3))
    #expect(state.now == 3)
  }

  @Test func playingFromThePastFollowsTheKeptSteps() {
    var state = LabState.opened()
    state.perform(.run(.runToConvergence))
    let steps = state.steps
    state.perform(
      .run(.beginScrubbing), .run(.scrub(toStep: 2)), .run(.endScrubbing), .run(.setSpeed(Speed(index: 9))),
      .run(.togglePlay))
    while state.playback.isRunning, state.now < 600 { state.run(for: 1) }
    #expect(state.steps == steps && state.runs.isAtLatest && state.hasConverged)
  }

  @Test func pausingStopsAtOnce() {
    var state = LabState.opened(endless)
    state.perform(.run(.setSpeed(Speed(index: 9))), .run(.togglePlay))
    state.run(for: 0.3)
    state.perform(.run(.togglePlay))
    let count = state.steps.count
    state.run(for: 1)
    #expect(state.steps.count == count)
  }

  private var endless: EMOptions { EMOptions(tolerance: 0, maximumIterations: 1_000_000) }

  /// A run to convergence that is asked for in the middle of a drag of the scrubber ends with its next move.
  @Test func scrubbingPausesWhateverRuns() {
    var state = LabState.opened(endless)
    state.perform([Command](repeating: .run(.stepForward), count: 6))
    state.apply(.run(.beginScrubbing))
    state.apply(.run(.runToConvergence))
    #expect(state.playback.mode == .rushing)
    state.perform(.run(.scrub(toStep: 2)), .run(.endScrubbing))
    state.run(for: 1)
    #expect(!state.playback.isRunning && !state.isComputing)
  }

  /// What was said of a rescue is not yet true when the run is played once more.
  @Test func aReplayBeginsWithoutWhatIsToCome() {
    var state = LabState.on([(Double, Double)](repeating: (3, 4), count: 20), components: 2)
    state.perform(.run(.runToConvergence))
    #expect(state.hasConverged && state.announcement != nil)
    state.perform(.run(.togglePlay))
    #expect(state.playback.isRunning && state.announcement == nil)
  }
}
