import GaussianMixtures

/// Asking for computations over the points: one at a time.
extension LabState {
  /// The computation that the state waits for, with its ticket.
  public var pendingComputation: (ticket: Ticket, computation: Computation)? {
    for effect in effects {
      if case .compute(let computation) = effect.task { return (effect.ticket, computation) }
    }
    return nil
  }

  public var isComputing: Bool { pendingComputation != nil }

  /// Asks for what the document lacks, after any change of it: its start, or log L of the run's latest parameters. What
  /// was under way for the document before the change is given up.
  mutating func requestWhatIsMissing() {
    withdraw(pendingComputation?.ticket)
    let count = document.points.count
    switch document.startState {
    case .deferred: break
    case .awaited:
      if count >= document.componentCount { request(document.startTask) }
    case .drawn:
      switch document.runs.current.pending {
      case .computation(let request):
        // A run may have fewer components than it began with.
        if request.measures, count >= request.componentCount, count > 0 { self.request(.advance(request)) }
      case .expectation, .nothing: break
      }
    }
    guard playback.mode == .rushing, !isComputing else { return }
    // The half-step that was under way is given up; the run goes on with what is true now.
    stepForward()
  }

  mutating func request(_ task: Computation.Task) {
    withdraw(pendingComputation?.ticket)
    _ = ask(.compute(Computation(task: task, points: document.points)))
  }

  /// Performs the computations the state waits for until it waits for none: how tests, replays and pictures drive it.
  public mutating func performPendingWork(with memory: EngineMemory = EngineMemory()) {
    while let (ticket, computation) = pendingComputation {
      apply(.answer(Answer(ticket, computation.perform(with: memory))))
    }
  }
}

extension Document {
  fileprivate var startTask: Computation.Task {
    .drawStart(startKind, componentCount: componentCount, family: options.family, floor: options.floor, seed: startSeed)
  }
}
