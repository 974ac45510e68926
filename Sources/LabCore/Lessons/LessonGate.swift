import GaussianMixtures

/// What is to be done on a page before it is time to go on.
public enum LessonGate: Sendable, Equatable {
  /// So many points added.
  case points(Int)
  /// So many half-steps taken.
  case halfSteps(Int)
  /// A log-likelihood reached.
  case logLikelihood(Double)
  /// A number of components chosen.
  case components(Int)
  /// The run has come to its end.
  case end
  /// A guess made, and what it was about revealed.
  case guess
  /// Any answer chosen.
  case answer
  /// Starts raced.
  case race
  /// A number of components searched for.
  case search

  public static let counts = 1...200
}

/// How far somebody is with what a page asks for.
public enum LessonGateProgress: Sendable, Equatable {
  case points(done: Int, all: Int)
  case halfSteps(done: Int, all: Int)
  case logLikelihood(now: Double?, wanted: Double)
  /// It is done, or not.
  case whole
}

/// Where document and run stood when a page began.
struct LessonMark: Sendable, Equatable, Codable {
  var points = 0
  var run = 0
  var halfSteps = 0
}

extension LabState {
  var lessonMark: LessonMark {
    LessonMark(points: document.points.count, run: document.runs.number, halfSteps: document.latest)
  }

  /// How far the gate of the page on show is; nil where it has none.
  public var lessonGateProgress: LessonGateProgress? {
    guard let lesson, let gate = lesson.shown.gate else { return nil }
    switch gate {
    case .points(let all):
      return .points(done: min(max(document.points.count - lesson.start.points, 0), all), all: all)
    case .halfSteps(let all):
      let before = lesson.start.run == document.runs.number ? lesson.start.halfSteps : 0
      return .halfSteps(done: min(max(document.latest - before, 0), all), all: all)
    case .logLikelihood(let wanted): return .logLikelihood(now: document.runs.shown.logLikelihood, wanted: wanted)
    case .components, .end, .guess, .answer, .race, .search: return .whole
    }
  }

  /// Whether what the page asks for is so now.
  var isLessonGateMet: Bool {
    guard let lesson, let gate = lesson.shown.gate else { return true }
    switch (gate, lessonGateProgress) {
    case (_, .points(let done, let all)), (_, .halfSteps(let done, let all)): return done >= all
    case (_, .logLikelihood(let now, let wanted)): return now.map { $0 >= wanted } ?? false
    case (.components(let count), _): return document.runs.shown.model.componentCount == count
    case (.end, _):
      return document.latest > 0 && document.lanes.allSatisfy { $0.runs.current.end != nil }
    case (.guess, _): return document.guess.map { $0.phase == .revealed || !$0.count.revealed.isEmpty } ?? false
    case (.answer, _): return lesson.answer != nil
    case (.race, _): return !race.results.runs.isEmpty && !race.isRunning
    case (.search, _): return search.status == .finished && !search.candidates.isEmpty
    case (.points, _), (.halfSteps, _), (.logLikelihood, _): return false
    }
  }
}
