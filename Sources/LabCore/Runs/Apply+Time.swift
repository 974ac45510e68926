/// The clock: what is due when it moves, and when it should next be looked at.
extension LabState {
  mutating func tick(_ time: Double) {
    // A clock that stood still or went back moves nothing; a long absence is no reason to catch up.
    guard time > now, time.isFinite else { return }
    let elapsed = time - now
    now = time
    if elapsed > 1 {
      playback.nextStepAt = max(playback.nextStepAt, now)
      glides = [:]
    }
    if !glides.isEmpty { glides = glides.filter { !$1.isOver(at: now) } }
    // What was on the screen until now is where a rush has come from.
    if playback.mode == .rushing { inEveryLane { $0.passageOrigin = $0.document.runs.shown } }
    sprayDuePuffs()
    runDueHalfSteps()
    readLateHandIns()
  }

  /// Takes the half-step that a playing run owes. Never more than one per call: what the screen cannot show, a learner
  /// cannot see.
  mutating func runDueHalfSteps() {
    guard playback.mode == .playing, now >= playback.nextStepAt, !isComputing else { return }
    let beat = 1 / playback.speed.halfStepsPerSecond
    playback.nextStepAt = max(playback.nextStepAt + beat, now + beat / 2)
    stepForward()
  }

  /// When the state next changes by itself, in seconds on its own clock; `nil` when nothing moves and the loop may sleep.
  public var nextChange: Double? {
    var moments: [Double] = []
    if !glides.isEmpty { moments.append(now) }
    if let stroke, stroke.kind == .paint { moments.append(stroke.nextPuffAt) }
    if playback.mode == .playing, !isComputing { moments.append(playback.nextStepAt) }
    if let moment = interface.emphasis.nextChange(at: now) { moments.append(moment) }
    if let announcement, announcement.isFresh(at: now) { moments.append(announcement.endsAt) }
    if interface.hovered != nil, interface.pressed == nil, !showsTooltip, interface.hoveredSince.isFinite {
      moments.append(interface.hoveredSince + Interface.tooltipDelay)
    }
    if let moment = gallery.preview?.nextChange(at: now) { moments.append(moment) }
    if let moment = lessons.playing?.nextChange(at: now) { moments.append(moment) }
    if lesson?.breath(at: now) != nil { moments.append(now) }
    if let moment = nextHandIns { moments.append(moment) }
    if let moment = nextExportFrame { moments.append(moment) }
    if ownerChange?.pulse(at: now) != nil, layers.shows(.model) { moments.append(now) }
    if canExplain, !showsExplanation { moments.append(interface.restingSince + Interface.explanationDelay) }
    return moments.min()
  }

  /// Whether what the pointer rests on, other than a control, explains itself.
  public var showsExplanation: Bool { canExplain && now >= interface.restingSince + Interface.explanationDelay }

  private var canExplain: Bool {
    guard interface.pointer != nil, interface.drag == nil, interface.pressed == nil, interface.overlay == nil else {
      return false
    }
    if case .card = interface.hovered { return true }
    return interface.hovered == nil
  }

  /// Whether the control under the pointer has been pointed at long enough to say its name.
  public var showsTooltip: Bool {
    interface.hovered != nil && interface.pressed == nil && now >= interface.hoveredSince + Interface.tooltipDelay
  }
}
