import GaussianMixtures

extension LabState {
  mutating func applyRun(_ command: Command.Run) {
    switch command {
    case .restart: restart()
    case .togglePlay: togglePlay()
    case .stepForward:
      playback.mode = .paused
      if sayIfBlocked(evenAfterConvergence: true) { stepForward() }
    case .stepBack: stepBack()
    case .stepIteration:
      playback.mode = .paused
      stepIteration()
    case .runToConvergence: runToConvergence()
    case .setSpeed(let speed):
      playback.speed = speed
      playback.nextStepAt = min(playback.nextStepAt, now + 1 / speed.halfStepsPerSecond)
    case .beginScrubbing:
      endDrag()
      playback.mode = .paused
      interface.drag = .scrub
    case .scrub(let index):
      show(min(max(index, 0), document.timeline.steps.count - 1))
    case .endScrubbing: interface.drag = nil
    }
  }

  /// Whether EM can take a half-step now.
  public var canStep: Bool { blockedReason == nil }
  public var canGoBack: Bool { document.timeline.cursor > 0 }
  public var hasConverged: Bool { playback.outcome != nil && document.timeline.isAtLatest }

  /// Why EM cannot run; `nil` when it can.
  public var blockedReason: BlockedReason? {
    let components = document.timeline.current.model.componentCount
    let count = document.points.count
    if count == 0 { return .noPoints }
    if count < components { return .needMorePoints(missing: components - count, components: components) }
    return document.timeline.problem.map { .engine($0) }
  }

  private mutating func restart() {
    guard document.timeline.steps.count > 1 || document.timeline.latest.kind != .start else { return }
    playback.mode = .paused
    edit { $0.beginRun() }
  }

  private mutating func togglePlay() {
    if playback.isRunning {
      playback.mode = .paused
      return
    }
    guard sayIfBlocked() else { return }
    playback.mode = .playing
    playback.nextStepAt = now
    runDueHalfSteps()
  }

  private mutating func runToConvergence() {
    guard sayIfBlocked() else { return }
    playback.mode = .rushing
    passageOrigin = document.timeline.current
    document.timeline.cursor = document.timeline.steps.count - 1
    stepForward()
  }

  /// Announces why EM cannot go on; true when it can.
  private mutating func sayIfBlocked(evenAfterConvergence: Bool = false) -> Bool {
    if let reason = blockedReason {
      announce(.blocked(reason))
      return false
    }
    if hasConverged, !evenAfterConvergence {
      announce(.runIsOver)
      return false
    }
    return true
  }

  private mutating func stepBack() {
    playback.mode = .paused
    guard canGoBack else { return }
    show(document.timeline.cursor - 1)
  }

  private mutating func stepIteration() {
    guard sayIfBlocked(evenAfterConvergence: true) else { return }
    passageOrigin = document.timeline.current
    if document.timeline.current.next == .expectation { stepForward() }
    stepForward()
  }

  /// Takes one half-step: along the steps already taken, or a new one.
  mutating func stepForward() {
    guard blockedReason == nil else {
      playback.mode = .paused
      return
    }
    if !document.timeline.isAtLatest {
      show(document.timeline.cursor + 1)
      if hasConverged { playback.mode = .paused }
      return
    }
    guard !isComputing, let evaluation = document.timeline.evaluation else { return }
    let latest = document.timeline.latest
    switch latest.next {
    case .expectation:
      appendStep(Step(expectationAfter: latest, evaluation))
      if playback.mode == .rushing { stepForward() }
    case .start, .maximization:
      request(.maximize(evaluation, iteration: latest.iteration))
    }
  }

  /// Shows a step that was taken before.
  private mutating func show(_ index: Int) {
    guard index != document.timeline.cursor else { return }
    let from = document.timeline.current
    document.timeline.cursor = index
    if interface.drag == .scrub { glide = nil } else { beginGlide(from: from) }
  }

  mutating func appendStep(_ step: Step) {
    let from = document.timeline.current
    document.timeline.append(step)
    if document.timeline.isAtLatest { beginGlide(from: from) }
  }

  /// Lets the screen pass from `step` to the one on show. A whole iteration is one passage from where it began.
  private mutating func beginGlide(from step: Step) {
    guard playback.mode != .rushing else {
      glide = nil
      return
    }
    let duration = playback.mode == .playing ? playback.speed.glideDuration : Speed.normal.glideDuration
    glide = duration > 0 ? Glide(from: passageOrigin ?? step, beganAt: now, duration: duration) : nil
    if document.timeline.current.kind == .maximization { passageOrigin = nil }
  }
}
