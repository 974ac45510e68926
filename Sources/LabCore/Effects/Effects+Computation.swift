import GaussianMixtures

/// Asking for computations over the points: one at a time in each lane.
extension LabState {
  /// The first computation that the state waits for, with its ticket.
  public var pendingComputation: (ticket: Ticket, computation: Computation)? {
    for effect in effects {
      if case .compute(let computation) = effect.task { return (effect.ticket, computation) }
    }
    return nil
  }

  public var isComputing: Bool { pendingComputation != nil }

  /// Whether a lane waits for a computation.
  func isComputing(in lane: Int) -> Bool { effects.contains { $0.isComputation(in: lane) } }

  /// Asks for what the document lacks, after any change of it: starts, or the values of the runs' latest parameters. What
  /// was under way for the document before the change is given up.
  mutating func requestWhatIsMissing() {
    effects.removeAll { $0.isComputation(in: nil) }
    inEveryLane { $0.requestWhatLaneIsMissing() }
    catchUp()
    guard playback.mode == .rushing, !isComputing else { return }
    // The half-step that was under way is given up; the run goes on with what is true now.
    stepForward()
  }

  /// The same for the active lane.
  mutating func requestWhatLaneIsMissing() {
    let count = document.points.count
    switch document.startState {
    case .deferred: break
    case .awaited:
      // One start for all lanes is drawn once.
      if count >= document.componentCount, document.active == 0 || !document.startsTogether {
        request(document.startTask)
      }
    case .drawn:
      switch document.runs.current.pending {
      case .computation(let request):
        // A run may have fewer components than it began with.
        if request.measures, count > 0, count >= document.runs.current.latest.model.componentCount {
          self.request(.advance(request))
        }
      case .expectation, .nothing: break
      }
    }
  }

  /// Asks for a computation in the active lane, in place of another there.
  mutating func request(_ task: Computation.Task) {
    let lane = document.active
    effects.removeAll { $0.isComputation(in: lane) }
    _ = ask(.compute(Computation(task: task, points: document.points, lane: lane)))
  }

  /// Performs the computations the state waits for until it waits for none: how tests, replays and pictures drive it.
  public mutating func performPendingWork(with memory: EngineMemory = EngineMemory()) {
    while let (ticket, computation) = pendingComputation {
      apply(.answer(Answer(ticket, computation.perform(with: memory))))
    }
  }
}

extension Effect {
  /// Whether it is a computation in a lane, or in any.
  fileprivate func isComputation(in lane: Int?) -> Bool {
    guard case .compute(let computation) = task else { return false }
    return lane == nil || computation.lane == lane
  }
}

extension Lane {
  fileprivate var startTask: Computation.Task {
    .drawStart(startKind, componentCount: componentCount, family: options.family, floor: options.floor, seed: startSeed)
  }
}
