import GaussianMixtures

/// What the engine finds for the exercise on show, as far as it is computed.
extension LabState {
  /// What the half-step brings that is guessed at; for a number of components, what the search has found.
  func solution(of guess: Guess) -> ExerciseSolution? {
    switch guess.question {
    case .owners: ownersSolution(of: guess)
    case .move: guess.maximized.map { .move($0.0.model) }
    case .gain: gainSolution(of: guess)
    case .count: countSolution
    case .onePoint: nil
    }
  }

  private func ownersSolution(of guess: Guess) -> ExerciseSolution? {
    guard let data = try? Dataset(columns: document.points.columns),
      let responsibilities = try? guess.before.responsibilities(of: data)
    else { return nil }
    return .owners(
      document.points.indices.map { point in
        let shares = responsibilities.row(point)
        let most = (shares.max() ?? 0) - OwnersVerdict.tie
        return guess.letters.indices.filter { shares[$0] >= most }.map { guess.letters[$0] }
      })
  }

  private func gainSolution(of guess: Guess) -> ExerciseSolution? {
    let steps = document.runs.current.steps
    guard let scale = gainScale, steps.indices.contains(guess.place.step),
      let before = steps[guess.place.step].logLikelihood
    else { return nil }
    let after = guess.kind == .maximization ? guess.maximized?.1.logLikelihood : before
    return after.map { after in
      .gain(
        before: before, after: after, grain: GainVerdict.grain(before: before, came: after, step: scale.step))
    }
  }

  /// Of those that the floor does not hold up, where there are any.
  var countSolution: ExerciseSolution? {
    guard search.status == .finished else { return nil }
    let own = search.candidates.filter { $0.family == document.options.family && $0.bic != nil }
    let sound = own.contains { !$0.isFloored } ? own.filter { !$0.isFloored } : own
    let criteria = Dictionary(sound.compactMap { row in row.bic.map { (row.asked, $0) } }) { first, _ in first }
    let best = criteria.min { ($0.value, $0.key) < ($1.value, $1.key) }
    return best.map { .count(criteria, best: $0.key) }
  }

  /// That of the half-step that came next when the exercise began.
  var rightOrder: [IterationPart]? {
    let steps = document.runs.current.steps
    guard let begins = lesson?.round.begins, steps.indices.contains(begins) else { return nil }
    return IterationPart.order(before: steps[begins].next)
  }

  var diagnosisSolution: ExerciseSolution? {
    switch document.runs.current.end {
    case .converged: .diagnosis(.converged)
    case .iterationLimit, .cancelled: .diagnosis(.iterationLimit)
    case .failed(.collapsed(let component, _)):
      document.runs.current.latest.identities.indices.contains(component)
        ? .diagnosis(.collapsed(document.runs.current.latest.identities[component])) : nil
    case .failed, nil: nil
    }
  }

  var mysterySolution: ExerciseSolution? {
    guard let mystery = document.mystery, !document.isEdited, let data = try? Dataset(columns: document.points.columns),
      let em = try? EM(data: data), let fit = try? em.fit(from: mystery.mixture),
      let attainable = try? fit.model.overlap(with: mystery.mixture)
    else { return nil }
    return .mystery(truth: mystery.mixture, fit: fit.model, attainable: attainable)
  }
}
