import GaussianMixtures

/// What the engine finds for an exercise: all that marking needs.
public enum ExerciseSolution: Sendable, Equatable {
  /// By point, the letters of its most likely owners: several where they are equal.
  case owners([[Int]])
  case move(GaussianMixture)
  case order([IterationPart])
  /// The log-likelihoods before and after, and how near to the one before says that it stays.
  case gain(before: Double, after: Double, grain: Double)
  /// The BIC of each number of components, and the number that is best.
  case count([Int: Double], best: Int)
  case diagnosis(Diagnosis)
  /// What is in the box, what EM makes of the points from there on, and the overlap that it has then.
  case mystery(truth: GaussianMixture, fit: GaussianMixture, attainable: Double)

  /// What the engine itself would answer.
  public var modelAnswer: ExerciseAnswer {
    switch self {
    case .owners(let owners):
      .owners(
        Dictionary(
          uniqueKeysWithValues: owners.enumerated().compactMap { point, letters in letters.first.map { (point, $0) } }))
    case .move(let mixture): .move(mixture)
    case .order(let order): .order(order)
    case .gain(_, let after, _): .gain(after)
    case .count(_, let best): .count(best)
    case .diagnosis(let diagnosis): .diagnosis(diagnosis)
    case .mystery(_, let fit, _): .mystery(fit)
    }
  }
}
