extension Command {
  /// Which models stand side by side.
  public enum Lanes: Sendable, Equatable, Codable {
    /// Puts the active lane among others; once more leaves it alone again.
    case compare(Comparison)
    /// Cards, options and edits are about this one from now on.
    case activate(Int)
    case close(Int)
    /// Goes on with this one alone.
    case keepOnly(Int)
    case change(Int, to: LaneModel)
  }
}
