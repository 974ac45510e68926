import GaussianMixtures

/// Asking for computations and taking in their answers.
extension LabState {
  /// Asks for log L of the parameters on show.
  mutating func requestEvaluation() {
    work = nil
    guard document.timeline.evaluation == nil else {
      // The half-step under way went with the old options; the run goes on with the new ones.
      if playback.mode == .rushing { stepForward() }
      return
    }
    guard document.points.count >= document.timeline.current.model.componentCount else {
      if playback.mode == .rushing { playback.mode = .paused }
      return
    }
    request(.evaluate(document.timeline.latest.model))
  }

  mutating func request(_ task: Work.Task) {
    ticketCount += 1
    work = Work(ticket: ticketCount, task: task, points: document.points, options: document.options)
  }

  mutating func finish(_ ticket: Int, _ result: WorkResult) {
    guard let work, work.ticket == ticket else { return }
    self.work = nil
    switch result {
    case .evaluated(let evaluation):
      document.timeline.evaluation = evaluation
      document.timeline.problem = nil
      document.timeline.setLatest(evaluation)
      if playback.mode == .rushing { stepForward() } else { runDueHalfSteps() }
    case .maximized(let update, let evaluation, let stop):
      finishMaximization(update, evaluation, stop)
    case .drew(let start):
      document.start = start
      beginRun()
    case .failed(let sentence):
      fail(work, sentence)
    }
  }

  private mutating func finishMaximization(_ update: Maximization, _ evaluation: Expectation, _ stop: RunEnd?) {
    let previous = document.timeline.latest
    document.timeline.evaluation = evaluation
    if let stop {
      playback.outcome = .converged(stop)
      playback.mode = .paused
    }
    appendStep(Step(maximizationAfter: previous, update, evaluation: evaluation))
    announceRescues(update.events, letters: previous.letters)
    if playback.mode == .rushing { stepForward() }
  }

  /// One sentence for all components that suffered and got the same; the last such group when there are several.
  private mutating func announceRescues(_ events: [EMEvent], letters: [Int]) {
    guard let last = events.last else { return }
    let alike = events.filter { $0.kind == last.kind && $0.reason == last.reason }
    let struck = alike.compactMap { letters.indices.contains($0.component) ? letters[$0.component] : nil }
    let names = struck.map(ComponentName.letter)
    let list =
      names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "") : names.first ?? ""
    announce(last.message(componentName: list), letter: struck.count == 1 ? struck.first : nil)
  }

  private mutating func fail(_ work: Work, _ sentence: String) {
    document.timeline.problem = sentence
    playback.mode = .paused
    if case .maximize = work.task { playback.outcome = .failed(sentence) }
    announce(sentence)
  }
}

extension Timeline {
  fileprivate mutating func setLatest(_ evaluation: Expectation) {
    var step = latest
    step.logLikelihood = evaluation.logLikelihood
    switch step.kind {
    case .start: break
    case .expectation:
      step.lowerBound = evaluation.logLikelihood
      step.counts = evaluation.counts
    case .maximization:
      // After an M-step Nₖ = N πₖ, also once the points have changed.
      let total = evaluation.counts.reduce(0, +)
      if step.counts == nil { step.counts = step.model.weights.map { $0 * total } }
    }
    steps[steps.count - 1] = step
  }
}
