extension Command {
  /// The page of exports.
  public enum Export: Sendable, Equatable, Codable {
    case set(ExportChange)
    /// The first half-step of an animation, and the last.
    case setFirst(Int)
    case setLast(Int)
    /// Takes hold of an end of that range, and lets go.
    case beginDragging(Drag)
    case endDragging
    /// Plays the animation on the page, or stops it.
    case togglePreview
    /// Letters are those of the file's name from now on, or no longer.
    case name(Bool)
    /// Letters are those of the name that a hand-in bears from now on, or no longer.
    case sign(Bool)
    case type(String)
    case erase
    /// Writes the file; while that is under way, gives it up.
    case write
  }
}
