/// A page of a lesson that is answered and marked: what is asked, about which points, and how near an answer has to be.
///
/// All of it is plain values, and marking is a function of them: whoever replays what was done comes to the same marks.
public struct Exercise: Sendable, Equatable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Which component owns each point: the E-step.
    case owners
    /// Means, axes, angles and weights: the M-step.
    case move
    /// What is done first, and what follows from it, within an iteration.
    case order
    /// Which way the log-likelihood goes, and how far.
    case gain
    /// How many components have the lowest BIC.
    case count
    /// Why a run has stopped, and which component collapsed.
    case diagnosis
    /// Which mixture is in the box.
    case mystery
  }

  /// When the mark is told.
  public enum Feedback: String, Sendable, Hashable, Codable, CaseIterable {
    case atOnce = "at once"
    /// On the last page of the lesson, and on the exercise's own from then on.
    case atEnd = "end"
  }

  /// What the points are drawn from, seed by seed.
  public enum Points: Sendable, Equatable {
    /// As the setup says, but for the seed.
    case made(LessonSetup)
    /// Some run that has stopped.
    case stopped
    case mystery(Mystery.Level)
  }

  public let kind: Kind
  /// How far off an answer may be; what it is a share or a number of depends on the kind (`tolerances`).
  public let tolerance: Double
  public let feedback: Feedback
  /// That of the first points; those that follow have the numbers after it.
  public let seed: UInt64
  public let points: Points

  public init(
    _ kind: Kind, tolerance: Double? = nil, feedback: Feedback = .atOnce, seed: UInt64, points: Points
  ) {
    self.kind = kind
    self.tolerance = tolerance ?? kind.usualTolerance
    self.feedback = feedback
    self.seed = seed
    self.points = points
  }
}

extension Exercise.Kind {
  /// The tolerances that make sense:
  ///
  /// - owners: the share of the points that may be wrong,
  /// - move: a mean so many σ off, axes and weights by such a share, an angle by so many hundred degrees,
  /// - gain: by such a share of the gain itself,
  /// - count: a BIC so far above the lowest,
  /// - mystery: an overlap so far below what the points allow.
  ///
  /// Orders and diagnoses are right or not.
  public var tolerances: ClosedRange<Double> {
    switch self {
    case .owners: 0...0.5
    case .move: 0.05...0.5
    case .gain: 0.05...0.9
    case .count: 0...20
    case .mystery: 0.01...0.5
    case .order, .diagnosis: 0...0
    }
  }

  public var usualTolerance: Double {
    switch self {
    case .owners: 0.1
    case .move: 0.25
    case .gain: 0.5
    case .count: 2
    case .mystery: 0.05
    case .order, .diagnosis: 0
    }
  }

  /// How it is answered where a guess at the next half-step does it.
  public var guess: Guess.Question? {
    switch self {
    case .owners: .owners
    case .move: .move
    case .gain: .gain
    case .count: .count
    case .order, .diagnosis, .mystery: nil
    }
  }
}
