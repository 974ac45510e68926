/// How much of an answer was right. The first answer to each seed's points counts, and no other.
public struct ExerciseMark: Sendable, Equatable, Codable {
  /// Of the lesson, from 0.
  public let page: Int
  public let kind: Exercise.Kind
  /// That of the points.
  public let seed: UInt64
  /// So many points, parameters, places or parts were right, …
  public let right: Double
  /// … of so many; for a mystery the overlap, of the one that the points allow: it may be more.
  public let of: Double
  /// Whether all of it is right within the tolerance.
  public let isPassed: Bool
  /// How many answers there were on this page, with this one.
  public let attempts: Int
  /// Whether the model answer to earlier points had been looked at.
  public let seenModelAnswer: Bool

  /// From 0 to 1.
  public var score: Double { of > 0 ? min(max(right / of, 0), 1) : 0 }
}

/// Where and when an answer is given.
public struct ExerciseAttempt: Sendable, Equatable {
  public let page: Int
  public let seed: UInt64
  public let attempts: Int
  public let seenModelAnswer: Bool

  public init(page: Int, seed: UInt64, attempts: Int = 1, seenModelAnswer: Bool = false) {
    self.page = page
    self.seed = seed
    self.attempts = attempts
    self.seenModelAnswer = seenModelAnswer
  }
}
