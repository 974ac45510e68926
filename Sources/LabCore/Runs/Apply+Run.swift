import GaussianMixtures

extension LabState {
  mutating func applyRun(_ command: Command.Run) {
    switch command {
    case .restart: restart()
    case .togglePlay: togglePlay()
    case .stepForward: stepByHand(wholeIteration: false)
    case .stepBack:
      playback.mode = .paused
      if canGoBack { show(document.clock - 1) }
    case .stepIteration: stepByHand(wholeIteration: true)
    case .runToConvergence: runToConvergence()
    case .setSpeed(let speed):
      playback.speed = speed
      playback.nextStepAt = min(playback.nextStepAt, now + 1 / speed.halfStepsPerSecond)
    case .beginScrubbing:
      endDrag()
      playback.mode = .paused
      interface.drag = .scrub
    case .scrub(let index):
      playback.mode = .paused
      show(min(max(index, 0), document.latest))
    case .endScrubbing: endDrag()
    }
  }

  // MARK: - What can be done

  /// Whether some lane can take a half-step now.
  public var canStep: Bool {
    document.lanes.count == 1 ? blockedReason == nil : document.lanes.contains { blockedReason(in: $0) == nil }
  }
  /// Whether there is a half-step to show after the one on show: one that was taken before, or a new one.
  public var canGoOn: Bool { document.clock < document.latest || canStep }
  public var canGoBack: Bool { document.clock > 0 }
  /// How the run on show ended, where its end is on show.
  public var shownEnd: RunEnd? { document.runs.isAtLatest ? document.runs.current.end : nil }
  public var hasConverged: Bool { shownEnd == .converged }
  /// How the runs of all lanes ended, where all their ends are on show: converged where all have.
  public var commonEnd: RunEnd? {
    let ends = document.lanes.compactMap { $0.runs.isAtLatest ? $0.runs.current.end : nil }
    guard ends.count == document.lanes.count else { return nil }
    return ends.first { $0 != .converged } ?? .converged
  }
  /// Whether that holds in every lane.
  public var allHaveConverged: Bool {
    document.lanes.allSatisfy { $0.runs.isAtLatest && $0.runs.current.end == .converged }
  }

  /// Why the active lane cannot run; `nil` when it can.
  public var blockedReason: BlockedReason? { blockedReason(in: document.activeLane) }

  func blockedReason(in lane: Lane) -> BlockedReason? {
    let components = lane.runs.shown.model.componentCount
    let count = document.points.count
    if count == 0 { return .noPoints }
    if count < components { return .needMorePoints(missing: components - count, components: components) }
    guard case .failed(let error) = lane.runs.current.end else { return nil }
    return .engine(EngineProblem(error, letters: lane.runs.current.latest.identities))
  }

  /// Whether no lane goes on by itself: each has ended, or cannot run.
  private var allHaveEnded: Bool {
    document.lanes.allSatisfy { $0.runs.current.end != nil || blockedReason(in: $0) != nil }
  }

  /// What Play does now.
  public var playAction: PlayAction {
    if playback.isRunning { return .pause }
    if allHaveConverged, document.latest > 0 { return .replay }
    return .run
  }

  /// Announces why nothing can go on; true when something can.
  private mutating func sayIfBlocked() -> Bool {
    guard !canGoOn, let reason = blockedReason else { return true }
    announce(.blocked(reason))
    return false
  }

  // MARK: - Commands

  private mutating func restart() {
    guard document.lanes.contains(where: { $0.runs.hasSteps }) else { return }
    playback.mode = .paused
    edit { $0.beginRun(isSameStart: true) }
  }

  private mutating func togglePlay() {
    switch playAction {
    case .pause:
      playback.mode = .paused
      passageOrigins = [:]
    case .replay:
      show(0)
      // What was said of a later step is not true of the start.
      announcement = nil
      playback.mode = .playing
      // The start is seen for a beat before it moves.
      playback.nextStepAt = now + 1 / playback.speed.halfStepsPerSecond
    case .run:
      guard sayIfBlocked() else { return }
      prepareToGoOn()
      playback.mode = .playing
      playback.nextStepAt = now
      runDueHalfSteps()
    }
  }

  private mutating func runToConvergence() {
    guard sayIfBlocked() else { return }
    if allHaveConverged { return announce(.runIsOver) }
    rememberPassage()
    if document.clock < document.latest {
      show(document.latest)
      if allHaveConverged || !sayIfBlocked() {
        playback.mode = .paused
        return
      }
      rememberPassage()
    }
    prepareToGoOn()
    playback.mode = .rushing
    stepForward()
  }

  private mutating func stepByHand(wholeIteration: Bool) {
    playback.mode = .paused
    guard sayIfBlocked() else { return }
    prepareToGoOn()
    if wholeIteration {
      rememberPassage()
      if document.runs.shown.next == .expectation { stepForward() }
    }
    stepForward()
  }

  /// What is on show in every lane is where its next glide begins.
  private mutating func rememberPassage() { inEveryLane { $0.passageOrigin = $0.document.runs.shown } }

  /// Makes sure that there is a start, and that the runs may go on where the ends of all are on show.
  private mutating func prepareToGoOn() {
    drawDeferredStart()
    guard allHaveEnded, document.clock == document.latest else { return }
    inEveryLane { if $0.shownEnd != nil, $0.blockedReason == nil { $0.resumeRun() } }
  }

  /// Takes back the end of the run on show: it may go on under the document's options, as far again as they allow.
  mutating func resumeRun() {
    var options = document.options
    let (limit, overflow) = options.maximumIterations.addingReportingOverflow(document.runs.current.iterations)
    options.maximumIterations = overflow ? .max : limit
    document.runs.current.resume(under: options)
  }

  // MARK: - Steps

  /// Takes one half-step in every lane that has not ended: along the steps already taken, or a new one.
  mutating func stepForward() {
    guard canGoOn else {
      playback.mode = .paused
      return
    }
    let next = document.clock + 1
    if next <= document.latest { show(next) }
    // A half-step is complete when every lane has it.
    guard !isComputing else { return }
    inEveryLane { $0.stepLane(to: next) }
    // A lane that had ended before the others did has more than one half-step to make up for.
    catchUp()
    if allHaveEnded, document.clock == document.latest { playback.mode = .paused }
    if playback.mode == .rushing, !isComputing { stepForward() }
  }

  /// Takes the active lane one half-step on, if that is what it lacks.
  private mutating func stepLane(to time: Int) {
    let runs = document.runs
    guard runs.isAtLatest, runs.current.end == nil, runs.cursor < time, blockedReason == nil else { return }
    switch runs.current.pending {
    case .computation(let request): self.request(.advance(request))
    case .expectation: takeStep { $0.takeExpectation() }
    case .nothing: break
    }
  }

  /// Lets the run of the active lane take a half-step, follows it, and pauses where the last one ends.
  mutating func takeStep(_ change: (inout Run) -> Void) {
    let shown = document.runs.shown
    let follows = document.runs.isAtLatest
    let count = document.runs.current.steps.count
    change(&document.runs.current)
    switch document.runs.current.end {
    case .failed:
      if allHaveEnded { playback.mode = .paused }
      if let reason = blockedReason, case .engine(let problem) = reason { announce(.engine(problem)) }
    case .converged, .iterationLimit, .cancelled: if allHaveEnded { playback.mode = .paused }
    case nil: break
    }
    guard follows, document.runs.current.steps.count > count else { return }
    document.runs.cursor = document.runs.current.steps.count - 1
    beginGlide(from: shown)
  }

  /// Shows in every lane what it was at a time, or its end if that was before. One that had not come so far goes on.
  private mutating func show(_ time: Int) {
    inEveryLane { $0.showStep(min(time, $0.document.runs.current.steps.count - 1)) }
    catchUp()
  }

  /// Shows a step of the active lane that was taken before.
  private mutating func showStep(_ index: Int) {
    guard index != document.runs.cursor else { return }
    let from = document.runs.shown
    document.runs.cursor = index
    if interface.drag == .scrub { glide = nil } else { beginGlide(from: from) }
  }

  /// Lets the screen pass from `step` to the one on show. A whole iteration is one passage from where it began.
  private mutating func beginGlide(from step: RunStep) {
    guard playback.mode != .rushing else {
      glide = nil
      return
    }
    let duration =
      interface.reducesMotion
      ? 0 : playback.mode == .playing ? playback.speed.glideDuration : Speed.normal.glideDuration
    glide = duration > 0 ? Glide(from: passageOrigin ?? step, beganAt: now, duration: duration) : nil
    if document.runs.shown.kind == .maximization { passageOrigin = nil }
  }
}

/// What the Play button does.
public enum PlayAction: Sendable, Equatable {
  case pause
  /// Goes on from the step on show.
  case run
  /// Plays a converged run once more from its start.
  case replay
}
