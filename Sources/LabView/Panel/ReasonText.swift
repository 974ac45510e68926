import GaussianMixtures
import LabCore
import LabWords

/// Why the run stands where it stands, in one line.
extension Words {
  func reason(_ state: LabState) -> String {
    let runs = state.document.runs
    if state.hidesEnd, runs.isAtLatest { return self(.whyItStopped) }
    if let blocked = state.blockedReason { return text(blocked) }
    switch state.document.startState {
    case .deferred: return self(.noModelYet)
    case .awaited: return self(.placingMeans)
    case .drawn: break
    }
    // Several lanes have ended when all have.
    if let end = state.document.lanes.count > 1 ? state.commonEnd : state.shownEnd { return sentence(end, state) }
    if let text = byHand(state) { return text }
    if runs.current.latest.value == nil { return self(.computing) }
    if state.playback.isRunning { return stopping(state) }
    if runs.shown.kind == .start, runs.current.steps.count == 1 { return self(.nothingHasRun) }
    if !runs.isAtLatest { return self(.lookingBack(iteration: runs.current.latest.iteration)) }
    return stopping(state)
  }

  /// When the run will end.
  private func stopping(_ state: LabState) -> String {
    switch state.document.algorithm {
    case .em: self(.stopsBelow(gain: threshold(state.document.options, state)))
    case .kMeans: self(.stopsWhenNoneMoves)
    }
  }

  /// How far the model agrees with the groups that the file names, while those are on show.
  func agreement(_ state: LabState) -> String? {
    guard let agreement = state.agreement, let column = state.document.truthColumn else { return nil }
    return self(.agreement(column: column, index: NumberText.decimal(agreement.index, digits: 3)))
  }

  /// How parameters placed by hand do against the best run of the same points; nil where none were, or the model is
  /// hidden.
  private func byHand(_ state: LabState) -> String? {
    let runs = state.document.runs
    guard state.document.startOrigin == .placed, runs.shown.kind == .start, state.layers.shows(.model),
      let own = runs.shown.logLikelihood, let best = runs.bestOfEarlier
    else { return nil }
    let gap = NumberText.gain(abs(best - own)).filter { $0 != "+" }
    return own >= best ? self(.byHandAbove(gap: gap)) : self(.byHandBelow(gap: gap))
  }

  private func sentence(_ end: RunEnd, _ state: LabState) -> String {
    switch end {
    case .converged:
      if state.document.algorithm == .kMeans { return self(.noPointMoved) }
      let rescued = state.document.runs.shown.rescued
      return rescued.isEmpty
        ? self(.convergedBelow(gain: threshold(state.document.runs.current.options, state)))
        : self(.floorHoldsUp(components: list(letters: rescued.sorted())))
    case .iterationLimit:
      let run = state.document.runs.current
      let limit = run.options.maximumIterations
      // A run that goes on from an edit goes on counting, but not towards its limit.
      return run.steps[0].iteration > 0
        ? self(.stoppedAtLimitOfRun(iterations: limit)) : self(.stoppedAtLimit(iterations: limit))
    case .cancelled: return self(.stoppedOnRequest)
    case .failed(let error): return text(error, letters: state.document.runs.shown.identities)
    }
  }

  /// The tolerance is a gain per point; people watch the total.
  ///
  /// - Parameter options: those of the run that is meant: one that was kept has its own.
  private func threshold(_ options: EMOptions, _ state: LabState) -> String {
    let total = options.tolerance * Double(max(state.document.points.count, 1))
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
