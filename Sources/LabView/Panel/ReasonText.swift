import GaussianMixtures
import LabCore

/// Why the run stands where it stands, in one line.
enum ReasonText {
  static func reason(_ state: LabState) -> String {
    let runs = state.document.runs
    if let blocked = state.blockedReason { return blocked.sentence }
    if !state.document.hasModel { return "No model yet: Space runs EM, V places means" }
    if state.document.startState == .awaited { return "Placing the means…" }
    if let end = state.shownEnd { return sentence(end, state) }
    if runs.current.latest.logLikelihood == nil { return "Computing…" }
    if state.playback.isRunning { return "Stops at a gain below \(threshold(state))" }
    if runs.shown.kind == .start, runs.current.steps.count == 1 { return "At the start: nothing has run yet" }
    if !runs.isAtLatest { return "Looking back: the run has reached \(runs.current.latest.iteration)" }
    return "Stops at a gain below \(threshold(state))"
  }

  private static func sentence(_ end: RunEnd, _ state: LabState) -> String {
    switch end {
    case .converged where !state.document.runs.shown.rescued.isEmpty:
      "Converged, but only the floor holds up \(rescued(state))"
    case .converged: "Converged: the gain fell below \(threshold(state))"
    case .iterationLimit: "Stopped at the limit of \(state.document.runs.current.options.maximumIterations) iterations"
    case .cancelled, .failed: end.sentence
    }
  }

  private static func rescued(_ state: LabState) -> String {
    state.document.runs.shown.rescued.sorted().map(ComponentName.letter).joined(separator: ", ")
  }

  /// The tolerance is a gain per point; people watch the total.
  private static func threshold(_ state: LabState) -> String {
    let total = state.document.options.tolerance * Double(max(state.document.points.count, 1))
    return NumberText.compact(total)
  }
}
