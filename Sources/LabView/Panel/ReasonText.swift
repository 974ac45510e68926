import GaussianMixtures
import LabCore
import LabWords

/// Why the run stands where it stands, in one line.
extension Words {
  func reason(_ state: LabState) -> String {
    let runs = state.document.runs
    if let blocked = state.blockedReason { return text(blocked) }
    switch state.document.startState {
    case .deferred: return self(.noModelYet)
    case .awaited: return self(.placingMeans)
    case .drawn: break
    }
    if let end = state.shownEnd { return sentence(end, state) }
    if runs.current.latest.value == nil { return self(.computing) }
    if state.playback.isRunning { return stopping(state) }
    if runs.shown.kind == .start, runs.current.steps.count == 1 { return self(.nothingHasRun) }
    if !runs.isAtLatest { return self(.lookingBack(iteration: runs.current.latest.iteration)) }
    return stopping(state)
  }

  /// When the run will end.
  private func stopping(_ state: LabState) -> String {
    switch state.document.algorithm {
    case .em: self(.stopsBelow(gain: threshold(state)))
    case .kMeans: self(.stopsWhenNoneMoves)
    }
  }

  private func sentence(_ end: RunEnd, _ state: LabState) -> String {
    switch end {
    case .converged:
      if state.document.algorithm == .kMeans { return self(.noPointMoved) }
      let rescued = state.document.runs.shown.rescued
      return rescued.isEmpty
        ? self(.convergedBelow(gain: threshold(state)))
        : self(.floorHoldsUp(components: list(letters: rescued.sorted())))
    case .iterationLimit:
      return self(.stoppedAtLimit(iterations: state.document.runs.current.options.maximumIterations))
    case .cancelled: return self(.stoppedOnRequest)
    case .failed(let error): return text(error, letters: state.document.runs.shown.identities)
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

  /// "7 M"; nothing but the number at a start.
  static func place(_ step: RunStep) -> String {
    step.kind == .start ? String(step.iteration) : "\(step.iteration) \(half(step.kind))"
  }

  static func half(_ kind: RunStep.Kind) -> String {
    switch kind {
    case .start: ""
    case .expectation: expectation
    case .maximization: maximization
    }
  }
}
