extension Command {
  /// Choosing points, and what is done with those that are chosen.
  public enum Select: Sendable, Equatable, Codable {
    case beginMarquee(DataPoint, SelectionChange)
    /// The point with this index.
    case choose(Int, SelectionChange)
    case beginCarrying(DataPoint, copies: Bool)
    case drag(to: DataPoint)
    case end
    case all
    case nothing
    case nudge(DataSize)
    /// The copies are chosen then.
    case duplicate(DataSize)
    case delete
    /// Moves each a little, normally distributed with these standard deviations; all points where none is chosen.
    case jitter(DataSize)
  }
}
