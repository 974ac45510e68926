import LabCore
import LabWords

/// Why the run stands where it stands, in one line.
extension Words {
  func reason(_ state: LabState) -> String {
    let timeline = state.document.timeline
    if let blocked = state.blockedReason { return text(blocked) }
    if state.hasConverged, let outcome = state.playback.outcome { return sentence(outcome, state) }
    if timeline.latest.logLikelihood == nil { return self(.computing) }
    if state.playback.isRunning { return self(.stopsBelow(gain: threshold(state))) }
    if timeline.current.kind == .start, timeline.steps.count == 1 { return self(.nothingHasRun) }
    if !timeline.isAtLatest { return self(.lookingBack(iteration: timeline.latest.iteration)) }
    return self(.stopsBelow(gain: threshold(state)))
  }

  private func sentence(_ outcome: Outcome, _ state: LabState) -> String {
    switch outcome {
    case .converged(.converged):
      let rescued = state.document.timeline.current.rescued
      return rescued.isEmpty
        ? self(.convergedBelow(gain: threshold(state))) : self(.floorHoldsUp(components: list(letters: rescued.sorted())))
    case .converged(.iterationLimit): return self(.stoppedAtLimit(iterations: state.document.options.maximumIterations))
    case .converged(.cancelled): return self(.stoppedOnRequest)
    case .converged(.failed(let error)): return text(error, letters: state.document.timeline.current.letters)
    case .failed(let problem): return text(problem)
    }
  }

  /// The tolerance is a gain per point; people watch the total.
  private func threshold(_ state: LabState) -> String {
    let total = state.document.options.tolerance * Double(max(state.document.points.count, 1))
    return NumberText.compact(total)
  }
}

/// The two halves of an iteration, as the field calls them.
enum StepText {
  static let expectation = "E"
  static let maximization = "M"
  /// The number of components.
  static let count = "K"
  /// On a component that the latest M-step had to help.
  static let rescued = "!"

  static func half(_ kind: Step.Kind) -> String {
    switch kind {
    case .start: ""
    case .expectation: expectation
    case .maximization: maximization
    }
  }
}
