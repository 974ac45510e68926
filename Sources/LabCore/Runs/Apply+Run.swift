import GaussianMixtures

extension LabState {
  mutating func applyRun(_ command: Command.Run) {
    switch command {
    case .restart: restart()
    case .togglePlay: togglePlay()
    case .stepForward: stepByHand(wholeIteration: false)
    case .stepBack:
      playback.mode = .paused
      if canGoBack { show(document.runs.cursor - 1) }
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
      show(min(max(index, 0), document.runs.current.steps.count - 1))
    case .endScrubbing: endDrag()
    }
  }

  // MARK: - What can be done

  /// Whether EM can take a half-step now.
  public var canStep: Bool { blockedReason == nil }
  public var canGoBack: Bool { document.runs.cursor > 0 }
  /// How the run on show ended, where its end is on show.
  public var shownEnd: RunEnd? { document.runs.isAtLatest ? document.runs.current.end : nil }
  public var hasConverged: Bool { shownEnd == .converged }

  /// Why EM cannot run; `nil` when it can.
  public var blockedReason: BlockedReason? {
    let components = document.runs.shown.model.componentCount
    let count = document.points.count
    if count == 0 { return .noPoints }
    if count < components { return .needMorePoints(missing: components - count, components: components) }
    guard case .failed(let error) = document.runs.current.end else { return nil }
    return .engine(EngineProblem(error, letters: document.runs.current.latest.identities))
  }

  /// What Play does now.
  public var playAction: PlayAction {
    if playback.isRunning { return .pause }
    if hasConverged, document.runs.current.steps.count > 1 { return .replay }
    return .run
  }

  /// Announces why EM cannot go on; true when it can.
  private mutating func sayIfBlocked() -> Bool {
    guard let reason = blockedReason else { return true }
    announce(.blocked(reason))
    return false
  }

  // MARK: - Commands

  private mutating func restart() {
    guard document.runs.current.steps.count > 1 || document.runs.current.latest.kind != .start else { return }
    playback.mode = .paused
    edit { $0.beginRun() }
  }

  private mutating func togglePlay() {
    switch playAction {
    case .pause:
      playback.mode = .paused
      passageOrigin = nil
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
    if hasConverged { return announce(.runIsOver) }
    passageOrigin = document.runs.shown
    if !document.runs.isAtLatest {
      show(document.runs.current.steps.count - 1)
      if hasConverged {
        playback.mode = .paused
        return
      }
      passageOrigin = document.runs.shown
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
      passageOrigin = document.runs.shown
      if document.runs.shown.next == .expectation { stepForward() }
    }
    stepForward()
  }

  /// Makes sure that there is a start, and that the run may go on where its end is on show.
  private mutating func prepareToGoOn() {
    drawDeferredStart()
    if shownEnd != nil { resumeRun() }
  }

  /// Takes back the end of the run on show: it may go on under the document's options, as far again as they allow.
  mutating func resumeRun() {
    var options = document.options
    let (limit, overflow) = options.maximumIterations.addingReportingOverflow(document.runs.current.iterations)
    options.maximumIterations = overflow ? .max : limit
    document.runs.current.resume(under: options)
  }

  // MARK: - Steps

  /// Takes one half-step: along the steps already taken, or a new one.
  mutating func stepForward() {
    guard blockedReason == nil else {
      playback.mode = .paused
      return
    }
    if !document.runs.isAtLatest {
      show(document.runs.cursor + 1)
      if shownEnd != nil { playback.mode = .paused }
      return
    }
    guard !isComputing else { return }
    switch document.runs.current.pending {
    case .computation(let request): self.request(.advance(request))
    case .expectation:
      takeStep { $0.takeExpectation() }
      if playback.mode == .rushing { stepForward() }
    case .nothing: playback.mode = .paused
    }
  }

  /// Lets the run on show take a half-step, follows it, and pauses where it ends.
  mutating func takeStep(_ change: (inout Run) -> Void) {
    let shown = document.runs.shown
    let follows = document.runs.isAtLatest
    let count = document.runs.current.steps.count
    change(&document.runs.current)
    switch document.runs.current.end {
    case .failed:
      playback.mode = .paused
      if let reason = blockedReason, case .engine(let problem) = reason { announce(.engine(problem)) }
    case .converged, .iterationLimit, .cancelled: playback.mode = .paused
    case nil: break
    }
    guard follows, document.runs.current.steps.count > count else { return }
    document.runs.cursor = document.runs.current.steps.count - 1
    beginGlide(from: shown)
  }

  /// Shows a step that was taken before.
  private mutating func show(_ index: Int) {
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
    let duration = playback.mode == .playing ? playback.speed.glideDuration : Speed.normal.glideDuration
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
