extension Command {
  /// The page of a class: what was handed in, side by side.
  public enum HandIns: Sendable, Equatable, Codable {
    /// Shows what lies in a folder, or a hand-in beside those that are shown.
    case open(path: String)
    /// Guesses, truth, or both.
    case show(LabCore.HandIns.View)
    /// Shows whose they are, or no longer.
    case toggleNames
    /// A question or task, by its place among those of the lesson.
    case choose(Int)
  }
}
