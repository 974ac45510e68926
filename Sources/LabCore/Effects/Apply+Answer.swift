import GaussianMixtures

/// Taking in what became of effects.
extension LabState {
  mutating func applyAnswer(_ answer: Answer) {
    // What was not written down answers nothing: a replay performs the effect.
    if case .unrecorded = answer.outcome { return }
    guard effects.contains(where: { $0.ticket == answer.ticket }) else { return }
    if answer.isLast { withdraw(answer.ticket) }
    switch answer.outcome {
    case .advanced(let answer): advance(answer)
    case .drewStart(let start): startWasDrawn(start)
    case .drewNoStart(let error): startFailed(error)
    case .searching(let done, let total): searchGoesOn(done, total, answer.ticket)
    case .found(let candidates): finishSearch(candidates)
    case .searchFailed(let error): failSearch(error)
    case .reading(let fraction): readingGoesOn(fraction, answer.ticket)
    case .opened(let source): open(source)
    case .notOpened(let problem): fileFailed(problem)
    case .done, .unrecorded: break
    }
  }

  // MARK: - Runs

  /// Takes the run on show one half-step on.
  private mutating func advance(_ answer: RunAnswer) {
    let last = document.runs.current.latest
    let hadNoValue = last.logLikelihood == nil
    takeStep { $0.take(answer) }
    if let events = document.runs.current.steps.count > 1 ? document.runs.current.latest.events : nil, !hadNoValue {
      announceRescues(events, letters: last.identities)
    }
    if playback.mode == .rushing { stepForward() } else if hadNoValue { runDueHalfSteps() }
  }

  /// One notice for all components that suffered and got the same; the last such group when there are several.
  private mutating func announceRescues(_ events: [EMEvent], letters: [Int]) {
    guard let last = events.last else { return }
    let alike = events.filter { $0.kind == last.kind && $0.reason == last.reason }
    let struck = alike.compactMap { letters.indices.contains($0.component) ? letters[$0.component] : nil }
    announce(.rescued(Rescue(letters: struck, kind: last.kind, reason: last.reason, points: last.points)))
  }
}

extension Answer {
  /// Whether nothing follows it.
  var isLast: Bool {
    switch outcome {
    case .searching, .reading: false
    case .unrecorded(let isLast): isLast
    case .advanced, .drewStart, .drewNoStart, .found, .searchFailed, .opened, .notOpened, .done: true
    }
  }
}
