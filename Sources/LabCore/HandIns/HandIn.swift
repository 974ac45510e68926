/// A lesson as it is handed in: who says to have done it, what was done, and what that came to.
public struct HandIn: Sendable, Equatable {
  /// A name or a nickname, as wished; may be empty.
  public let name: String
  public let lesson: Lesson
  /// What was done, from the beginning on.
  public let entries: [SessionEntry]

  public static let nameLimit = 60
  /// What the names of hand-ins end in.
  public static let ending = ".handin.json"

  public init(name: String, lesson: Lesson, entries: [SessionEntry]) {
    self.name = String(name.printable.prefix(HandIn.nameLimit))
    self.lesson = lesson
    self.entries = entries
  }
}

/// What a hand-in says to have come to. Nobody has to believe it: the same must come of doing it all again.
public struct HandInClaim: Sendable, Equatable, Codable {
  /// One page's question or task.
  public struct Result: Sendable, Equatable, Codable {
    public let page: Int
    public let kind: LessonResult.Kind
    public let attempts: Int
    public let mark: Double?
    public let answer: Int?

    init(page: Int, kind: LessonResult.Kind, attempts: Int, mark: Double?, answer: Int?) {
      (self.page, self.kind, self.attempts, self.mark, self.answer) = (page, kind, attempts, mark, answer)
    }
  }

  /// The fingerprint of the state at the end.
  public let hash: String
  /// That of the start on show at the end.
  public let seed: UInt64
  public let seconds: Double
  public let results: [Result]

  public init(_ report: LessonReport, hash: String) {
    self.init(
      hash: hash, seed: report.seed, seconds: report.seconds,
      results: report.results.map {
        Result(page: $0.page, kind: $0.kind, attempts: $0.attempts, mark: $0.mark, answer: $0.answer)
      })
  }

  init(hash: String, seed: UInt64, seconds: Double, results: [Result]) {
    (self.hash, self.seed, self.seconds, self.results) = (hash, seed, seconds, results)
  }

  /// Marks that differ by no more than rounding on another kind of processor are equal.
  private static let rounding = 1e-6

  /// Whether two say the same.
  ///
  /// - Parameter isSameKernel: whether both were computed alike to the last bit.
  public func agrees(with other: HandInClaim, isSameKernel: Bool) -> Bool {
    if isSameKernel { return self == other }
    return seed == other.seed && seconds == other.seconds && results.count == other.results.count
      && zip(results, other.results).allSatisfy { a, b in
        a.page == b.page && a.kind == b.kind && a.attempts == b.attempts && a.answer == b.answer
          && (a.mark == nil) == (b.mark == nil) && abs((a.mark ?? 0) - (b.mark ?? 0)) <= Self.rounding
      }
  }
}

extension LabState {
  /// The lesson that can be handed in: the one that is played, or else the one that was left last.
  public var lessonToHandIn: LessonState? {
    let lesson = lesson ?? lessons.left
    return lesson?.record?.isWhole == true ? lesson : nil
  }

  /// The present lesson as it is handed in under a name.
  public func handIn(name: String) -> HandIn? {
    guard let lesson = lessonToHandIn, let record = lesson.record else { return nil }
    return HandIn(name: name, lesson: lesson.lesson, entries: record.entries)
  }
}
