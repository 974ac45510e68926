extension Command.Lesson {
  /// Recording a lesson.
  public enum Recording: Sendable, Equatable, Codable {
    /// Begins one with what is on the screen, or goes on with the one that is kept.
    ///
    /// - Parameter file: the file to save it to; nil where that is asked for later.
    case begin(file: String?)
    /// Closes the band and keeps what was recorded.
    case leave
    /// Puts the keyboard into a text, or takes it out.
    case edit(LessonDraft.Field?)
    /// To the text that follows, or the one before.
    case nextField(forward: Bool)
    /// Letters of the text.
    case type(String)
    case erase
    /// A page after the one on show, which begins with what is on the screen.
    case addPage
    case removePage
    case turn(to: Int)
    /// The page begins with what is on the screen now.
    case beginHere
    /// Opens a list to choose from, or closes it.
    case toggle(LessonDraft.List)
    /// What is to be done on the page; nil for what was done while it was recorded.
    case setGate(LessonDraft.Gate?)
    /// A part of the window: it is there, it waits, it is gone.
    case turnPart(LessonPart)
    case setHighlight(LessonTarget?)
    /// A question, or one more answer to it.
    case addChoice
    /// Removes the last answer; with the last two the question.
    case removeChoice
    case setRight(Int)
    case save
  }
}
