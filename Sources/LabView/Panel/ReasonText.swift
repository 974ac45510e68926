import LabCore

/// Why the run stands where it stands, in one line.
enum ReasonText {
  static func reason(_ state: LabState) -> String {
    let timeline = state.document.timeline
    if let blocked = state.blockedReason { return blocked.sentence }
    if state.hasConverged, let outcome = state.playback.outcome { return sentence(outcome, state) }
    if timeline.latest.logLikelihood == nil { return "Computing…" }
    if state.playback.isRunning { return "Stops at a gain below \(threshold(state))" }
    if timeline.current.kind == .start, timeline.steps.count == 1 { return "At the start: nothing has run yet" }
    if !timeline.isAtLatest { return "Looking back: the run has reached \(timeline.latest.iteration)" }
    return "Stops at a gain below \(threshold(state))"
  }

  private static func sentence(_ outcome: Outcome, _ state: LabState) -> String {
    switch outcome {
    case .converged(.converged) where !state.document.timeline.current.rescued.isEmpty:
      "Converged, but only the floor holds up \(rescued(state))"
    case .converged(.converged): "Converged: the gain fell below \(threshold(state))"
    case .converged(.iterationLimit): "Stopped at the limit of \(state.document.options.maximumIterations) iterations"
    case .converged(let reason): reason.sentence
    case .failed(let problem): problem.sentence
    }
  }

  private static func rescued(_ state: LabState) -> String {
    state.document.timeline.current.rescued.sorted().map(ComponentName.letter).joined(separator: ", ")
  }

  /// The tolerance is a gain per point; people watch the total.
  private static func threshold(_ state: LabState) -> String {
    let total = state.document.options.tolerance * Double(max(state.document.points.count, 1))
    return NumberText.compact(total)
  }
}
