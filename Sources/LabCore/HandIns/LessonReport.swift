import GaussianMixtures

/// What somebody came to in a lesson, page by page.
public struct LessonReport: Sendable, Equatable {
  /// That of the start on show at the end.
  public let seed: UInt64
  /// From the beginning to the latest thing that was done.
  public let seconds: Double
  /// A result for each question and each task that is marked, in the order of the pages, whether it was tried or not.
  public let results: [LessonResult]
}

/// What came of one question or task of a lesson.
public struct LessonResult: Sendable, Equatable {
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case question
    /// Exercises; and guesses at the E-step, at the M-step and at the log-likelihood.
    case owners, move, gain, order, count, diagnosis, mystery
  }

  /// From 0.
  public let page: Int
  public let kind: Kind
  /// How often it was tried.
  public let attempts: Int
  /// What of it was right, 0 … 1: of an exercise the best time, of anything else the first; nil where it was not tried.
  public let mark: Double?
  /// The first answer to a question.
  public let answer: Int?
  /// What was said the time that the mark is of, beside the truth; nil where there is nothing to see.
  public let sight: LessonSight?
}

/// A guess and the truth, as they are drawn.
public struct LessonSight: Sendable, Equatable {
  public let points: PointCloud
  /// What the half-step came to.
  public let truth: GaussianMixture
  /// The letters of its components.
  public let letters: [Int]
  /// What was said to come; nil where points were given.
  public let said: GaussianMixture?
  /// By point, the letter of the component that was said to own it.
  public let owners: [Int: Int]

  /// Points by their values: what a cloud is called inside one session says nothing in another.
  public static func == (a: LessonSight, b: LessonSight) -> Bool {
    a.truth == b.truth && a.letters == b.letters && a.said == b.said && a.owners == b.owners && a.showsPoints(of: b)
  }

  /// Whether both are of the same points, seen from the same side.
  public func showsPoints(of other: LessonSight) -> Bool {
    points.choice == other.points.choice && points.fileColumns == other.points.fileColumns
  }

  /// By component, how far the mean that was said is from the true one, in standard deviations of the component.
  public var distances: [Double]? {
    guard let said, said.componentCount == truth.componentCount else { return nil }
    return said.means.indices.map { distance(from: said.means[$0], to: $0) ?? 0 }
  }

  /// How far a place is from a true mean, in standard deviations along the way.
  public func distance(from place: [Double], to component: Int) -> Double? {
    guard truth.means.indices.contains(component), place.count == 2, truth.means[component].count == 2 else {
      return nil
    }
    let shape = truth.covariances[component]
    let (dx, dy) = (place[0] - truth.means[component][0], place[1] - truth.means[component][1])
    let determinant = shape[0, 0] * shape[1, 1] - shape[0, 1] * shape[1, 0]
    guard determinant > 0 else { return nil }
    let square = (shape[1, 1] * dx * dx - 2 * shape[0, 1] * dx * dy + shape[0, 0] * dy * dy) / determinant
    return max(square, 0).squareRoot()
  }
}

/// A guess that was revealed in a lesson, or marked as the answer to an exercise.
struct LessonGuess: Sendable, Equatable {
  let page: Int
  /// That of an exercise's points; nil where it answers none.
  let seed: UInt64?
  let place: RunReference
  let points: Revision
  let mark: Double
  let sight: LessonSight?
}

extension LabState {
  /// Keeps what was said on a page of a lesson, once it is revealed. What answers an exercise is kept when it is marked.
  mutating func noteLessonGuess() {
    guard let lesson, let guess = document.guess, guess.phase == .revealed, let verdict = guess.verdict,
      !guess.wasSeen, lesson.exercise == nil, guess.question == lesson.shown.guess
    else { return }
    let known = lesson.guesses.last
    if let known, known.page == lesson.page, known.place == guess.place, known.points == guess.points { return }
    let shown = document.runs.shown
    let sight = guess.question == .gain ? nil : sight(of: guess, truth: shown.model, letters: shown.identities)
    self.lesson?.guesses.append(
      LessonGuess(
        page: lesson.page, seed: nil, place: guess.place, points: guess.points, mark: verdict.mark(guess),
        sight: sight))
  }

  /// Keeps what was said as the answer to an exercise that was just marked, whether it is revealed now or not at all.
  mutating func noteSight(of guess: Guess, _ solution: ExerciseSolution) {
    guard let mark = lesson?.marks.last else { return }
    let truth: GaussianMixture
    switch solution {
    // The E-step leaves the parameters as they are.
    case .owners: truth = guess.before
    case .move(let mixture): truth = mixture
    case .order, .gain, .count, .diagnosis, .mystery: return
    }
    guard truth.componentCount == guess.letters.count else { return }
    let sight = sight(of: guess, truth: truth, letters: guess.letters)
    lesson?.guesses.append(
      LessonGuess(
        page: mark.page, seed: mark.seed, place: guess.place, points: guess.points, mark: mark.score, sight: sight))
  }

  private func sight(of guess: Guess, truth: GaussianMixture, letters: [Int]) -> LessonSight {
    LessonSight(
      points: document.points, truth: truth, letters: letters, said: guess.question == .move ? guess.mixture : nil,
      owners: guess.owners)
  }

  /// What the present lesson has come to.
  public var lessonReport: LessonReport? {
    guard let lesson, let record = lesson.record else { return nil }
    return LessonReport(
      seed: document.activeLane.startSeed, seconds: record.seconds,
      results: lesson.lesson.pages.indices.flatMap { lesson.results(of: $0) })
  }
}

extension LessonState {
  private var all: [LessonResult] { lesson.pages.indices.flatMap { results(of: $0) } }
  /// How many questions and tasks the lesson has, and how many of them were tried.
  public var taskCount: Int { all.count }
  public var triedCount: Int { all.count { $0.attempts > 0 } }

  fileprivate func results(of page: Int) -> [LessonResult] {
    let content = lesson.pages[page]
    var results: [LessonResult] = []
    if let question = content.question, !question.isOpen {
      let answer = answers[page]
      results.append(
        LessonResult(
          page: page, kind: .question, attempts: answer?.count ?? 0,
          mark: answer.map { question.choices[$0.first].isRight ? 1 : 0 }, answer: answer?.first, sight: nil))
    }
    if let exercise = content.exercise {
      let own = marks.filter { $0.page == page }
      // Mark and picture are of one time: the first of the best.
      let best = own.max { $0.score < $1.score }
      let sight = best.flatMap { best in guesses.first { $0.page == page && $0.seed == best.seed }?.sight }
      results.append(
        LessonResult(
          page: page, kind: LessonResult.Kind(exercise.kind), attempts: own.last?.attempts ?? 0,
          mark: best?.score, answer: nil, sight: sight))
    } else if let kind = content.guess.flatMap(LessonResult.Kind.init) {
      let own = guesses.filter { $0.page == page }
      results.append(
        LessonResult(
          page: page, kind: kind, attempts: own.count, mark: own.first?.mark, answer: nil, sight: own.first?.sight))
    }
    return results
  }
}

extension LessonResult.Kind {
  fileprivate init(_ kind: Exercise.Kind) {
    switch kind {
    case .owners: self = .owners
    case .move: self = .move
    case .order: self = .order
    case .gain: self = .gain
    case .count: self = .count
    case .diagnosis: self = .diagnosis
    case .mystery: self = .mystery
    }
  }

  /// Nil for what is not marked.
  fileprivate init?(_ question: Guess.Question) {
    switch question {
    case .owners, .onePoint: self = .owners
    case .move: self = .move
    case .gain: self = .gain
    case .count: return nil
    }
  }
}

extension GuessVerdict {
  /// What was right of a guess, 0 … 1: the share of the points; how much of the way up to the M-step's bound; the way of
  /// the log-likelihood.
  fileprivate func mark(_ guess: Guess) -> Double {
    switch self {
    case .owners(let verdict): return Double(verdict.right) / Double(max(verdict.given, 1))
    case .move(let verdict):
      guard let start = guess.bound(of: guess.before), verdict.target > start else { return 1 }
      return min(max((verdict.bound - start) / (verdict.target - start), 0), 1)
    case .gain(let verdict): return verdict.isRight ? 1 : 0
    }
  }
}
