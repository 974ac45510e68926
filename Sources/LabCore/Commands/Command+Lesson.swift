extension Command {
  /// Lessons: beginning one, going through its pages, leaving it.
  public enum Lesson: Sendable, Equatable, Codable {
    /// The lesson of the library with this name, from a page on.
    case start(name: String, page: Int)
    /// To the page that follows; after the last one the lesson is done.
    case next
    case back
    /// Chooses an answer, counted from 0.
    case answer(Int)
    /// Shows what the engine answers to an exercise: these points count no more.
    case showAnswer
    /// Fresh points for an exercise.
    case newPoints
    /// Begins the page anew.
    case restartPage
    case record(Recording)
    /// Keeps the place, and has what was there before the lesson back.
    case leave
    /// Opens the page on which it is handed in.
    case handIn
    /// Forgets how far somebody has come in a lesson.
    case forget(name: String)
  }
}
