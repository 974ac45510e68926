/// How far somebody is with an exercise: its present points, and what was said of them so far.
public struct ExerciseRound: Sendable, Equatable {
  public enum Phase: Sendable, Equatable {
    /// It waits for an answer.
    case open
    case marked
    /// The model answer was looked at, or what follows was seen otherwise: these points count no more.
    case seen
  }

  /// How often there were fresh points.
  public internal(set) var number: UInt64 = 0
  public internal(set) var phase = Phase.open
  /// What was put in order so far.
  public internal(set) var order: [IterationPart] = []
  /// What the order had to be; nil before it was marked or shown.
  public internal(set) var rightOrder: [IterationPart]?
  public internal(set) var diagnosis: Diagnosis?
  /// What it had to be; nil before it is shown.
  public internal(set) var rightDiagnosis: Diagnosis?
  /// Whether the model answer to the present points is on show.
  public internal(set) var showsModelAnswer = false
  /// How many half-steps had been taken of the run when it began.
  var begins = 0
  /// How many answers were marked.
  var attempts = 0
  /// Whether the model answer to these or earlier points was looked at.
  public internal(set) var seenModelAnswer = false
  /// Whether it is to be shown as soon as it is found.
  var awaitsModelAnswer = false

  /// Begins anew, with fresh points.
  mutating func goOn() {
    number &+= 1
    phase = .open
    order = []
    rightOrder = nil
    diagnosis = nil
    rightDiagnosis = nil
    showsModelAnswer = false
    awaitsModelAnswer = false
  }
}

/// What can be chosen in the band of an exercise.
public enum ExerciseChoice: Sendable, Hashable {
  case part(IterationPart)
  case diagnosis(Diagnosis)
}

extension LessonState {
  /// The exercise of the page on show.
  public var exercise: Exercise? { shown.exercise }
  public var round: ExerciseRound { rounds[page] ?? ExerciseRound() }
  /// Whether an answer to the exercise on show would be marked.
  public var isAsking: Bool { exercise != nil && round.phase == .open }

  /// That of an exercise's present points: no two plays of a lesson in one session have the same, nor two rounds of one.
  func seed(of page: Int) -> UInt64 {
    let first = lesson.pages[page].exercise?.seed ?? 0
    return first &+ 1000 &* play &+ (rounds[page]?.number ?? 0)
  }

  /// The mark that the page on show has had for its present points.
  public var mark: ExerciseMark? {
    let seed = seed(of: page)
    return marks.last { $0.page == page && $0.seed == seed }
  }

  /// Whether marks are told that wait for the end of the lesson.
  public var tellsAll: Bool { hasReachedEnd }
  /// Whether the mark of the page on show is told.
  public var tellsMark: Bool { mark != nil && (exercise?.feedback == .atOnce || tellsAll) }

  /// What can be chosen, in the order in which it is shown.
  public var exerciseChoices: [ExerciseChoice] {
    guard let exercise else { return [] }
    switch exercise.kind {
    case .order: return exercise.shuffledParts(seed: seed(of: page)).map { .part($0) }
    case .diagnosis:
      return [.diagnosis(.converged), .diagnosis(.iterationLimit)]
        + (0..<StoppedRun.components).map { .diagnosis(.collapsed($0)) }
    case .owners, .move, .gain, .count, .mystery: return []
    }
  }

  /// How many answers there are to choose from on the page on show.
  public var choiceCount: Int { shown.question?.choices.count ?? exerciseChoices.count }

  /// Whether a choice of the exercise on show was made.
  public func hasChosen(_ choice: Int) -> Bool {
    guard exerciseChoices.indices.contains(choice) else { return false }
    switch exerciseChoices[choice] {
    case .part(let part): return round.order.contains(part)
    case .diagnosis(let diagnosis): return round.diagnosis == diagnosis
    }
  }

  /// What is on show at a page before anything is done there: of an exercise its present points.
  func scene(of page: Int) -> LessonScene {
    lesson.pages[page].exercise?.scene(seed: seed(of: page)) ?? lesson.scene(of: page)
  }
}
