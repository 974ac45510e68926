import GaussianMixtures

/// What somebody answers to an exercise.
public enum ExerciseAnswer: Sendable, Equatable {
  /// By point, the letter of the component that is said to own it.
  case owners([Int: Int])
  /// The parameters that are said to come.
  case move(GaussianMixture)
  case order([IterationPart])
  /// The log-likelihood that is said to come.
  case gain(Double)
  case count(Int)
  case diagnosis(Diagnosis)
  /// The mixture that is said to be in the box.
  case mystery(GaussianMixture)

  public var kind: Exercise.Kind {
    switch self {
    case .owners: .owners
    case .move: .move
    case .order: .order
    case .gain: .gain
    case .count: .count
    case .diagnosis: .diagnosis
    case .mystery: .mystery
    }
  }
}

/// What an iteration does, each from what the one before has found: two make the E-step, two the M-step.
public enum IterationPart: String, Sendable, Hashable, Codable, CaseIterable {
  /// How dense each weighted component is at each point.
  case densities
  /// Each component's share of that: its responsibility.
  case shares
  /// The means of the points by those shares.
  case means
  /// The covariances around those means.
  case shapes

  /// From the half-step on that comes next.
  public static func order(before kind: RunStep.Kind) -> [IterationPart] {
    kind == .maximization ? [.means, .shapes, .densities, .shares] : [.densities, .shares, .means, .shapes]
  }
}

/// Why a run has stopped.
public enum Diagnosis: Sendable, Hashable, Codable {
  case converged, iterationLimit
  /// The component with this letter.
  case collapsed(Int)
}
