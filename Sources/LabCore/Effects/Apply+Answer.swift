import GaussianMixtures

/// Taking in what became of effects.
extension LabState {
  mutating func applyAnswer(_ answer: Answer) {
    guard let index = effects.firstIndex(where: { $0.ticket == answer.ticket }) else { return }
    let task = effects[index].task
    switch answer.outcome {
    case .searching(let done, let total):
      if isSearching(answer.ticket) { search.status = .running(done: done, total: total) }
    case .reading(let fraction): readingGoesOn(fraction, answer.ticket)
    case .evaluated(let evaluation):
      effects.remove(at: index)
      finishEvaluation(evaluation)
    case .maximized(let update, let evaluation, let stop):
      effects.remove(at: index)
      finishMaximization(update, evaluation, stop)
    case .drewStart(let start):
      effects.remove(at: index)
      document.start = start
      beginRun()
    case .computationFailed(let error):
      effects.remove(at: index)
      failComputation(task, error)
    case .found(let candidates, let best):
      effects.remove(at: index)
      finishSearch(candidates, best)
    case .searchFailed(let error):
      effects.remove(at: index)
      failSearch(error)
    case .opened(let source):
      effects.remove(at: index)
      interface.loading = nil
      open(source)
    case .notOpened(let problem):
      effects.remove(at: index)
      interface.loading = nil
      announce(.cannotOpen(problem))
    case .done: effects.remove(at: index)
    case .unrecorded: break
    }
  }

  private mutating func readingGoesOn(_ fraction: Double, _ ticket: Ticket) {
    guard interface.loading?.ticket == ticket else { return }
    interface.loading?.fraction = min(max(fraction, 0), 1)
  }

  // MARK: - Computations

  private mutating func finishEvaluation(_ evaluation: Expectation) {
    document.timeline.evaluation = evaluation
    document.timeline.problem = nil
    document.timeline.setLatest(evaluation)
    if playback.mode == .rushing { stepForward() } else { runDueHalfSteps() }
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

  /// One notice for all components that suffered and got the same; the last such group when there are several.
  private mutating func announceRescues(_ events: [EMEvent], letters: [Int]) {
    guard let last = events.last else { return }
    let alike = events.filter { $0.kind == last.kind && $0.reason == last.reason }
    let struck = alike.compactMap { letters.indices.contains($0.component) ? letters[$0.component] : nil }
    announce(.rescued(Rescue(letters: struck, kind: last.kind, reason: last.reason, points: last.points)))
  }

  private mutating func failComputation(_ task: Effect.Task, _ error: MixtureError) {
    let problem = EngineProblem(error, letters: document.timeline.latest.letters)
    document.timeline.problem = problem
    playback.mode = .paused
    if case .compute(let computation) = task, case .maximize = computation.task { playback.outcome = .failed(problem) }
    announce(.engine(problem))
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
