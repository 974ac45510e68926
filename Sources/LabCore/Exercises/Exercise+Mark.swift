import GaussianMixtures

extension Exercise {
  /// Marks an answer by what the engine finds: how much of it is right, not how it was come by.
  public func mark(
    _ answer: ExerciseAnswer, by solution: ExerciseSolution, at attempt: ExerciseAttempt
  ) -> ExerciseMark {
    let (right, all, isPassed) = parts(of: answer, solution)
    return ExerciseMark(
      page: attempt.page, kind: kind, seed: attempt.seed, right: right, of: all, isPassed: isPassed,
      attempts: attempt.attempts, seenModelAnswer: attempt.seenModelAnswer)
  }

  private func parts(
    of answer: ExerciseAnswer, _ solution: ExerciseSolution
  ) -> (right: Double, of: Double, isPassed: Bool) {
    switch (solution, answer) {
    case (.owners(let owners), .owners(let said)):
      let right = owners.indices.count { said[$0].map(owners[$0].contains) ?? false }
      return (Double(right), Double(owners.count), Double(right) >= (1 - tolerance) * Double(owners.count))
    case (.move(let truth), .move(let said)): return whole(MovedParts(said, truth, tolerance: tolerance).areRight)
    case (.order(let order), .order(let said)):
      return whole(order.indices.map { said.indices.contains($0) && said[$0] == order[$0] })
    case (.gain(let before, let after, let grain), .gain(let said)):
      let verdict = GainVerdict(before: before, said: said, came: after, tolerance: grain)
      let isNear = abs(said - after) <= max(tolerance * abs(after - before), grain)
      return whole([verdict.isRight, isNear])
    case (.count(let criteria, let best), .count(let said)):
      guard said != best, let own = criteria[said], let least = criteria[best] else { return whole([said == best]) }
      return whole([own - least <= tolerance])
    case (.diagnosis(let truth), .diagnosis(let said)):
      guard case .collapsed = truth else { return whole([said == truth]) }
      if case .collapsed = said { return whole([true, said == truth]) }
      return whole([false, false])
    case (.mystery(let truth, _, let attainable), .mystery(let said)):
      let overlap = (try? said.overlap(with: truth)) ?? 0
      return (overlap, attainable, overlap >= attainable - tolerance)
    case (.owners(let owners), _): return (0, Double(owners.count), false)
    case (.move, _), (.order, _), (.gain, _), (.count, _), (.diagnosis, _), (.mystery, _): return (0, 1, false)
    }
  }

  /// Parts that all have to be right.
  private func whole(_ areRight: [Bool]) -> (right: Double, of: Double, isPassed: Bool) {
    let right = areRight.count { $0 }
    return (Double(right), Double(areRight.count), right == areRight.count)
  }
}
