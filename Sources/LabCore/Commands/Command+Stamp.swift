extension Command {
  /// The stamp: pressed at a place, dragged out, and how it is set.
  public enum Stamp: Sendable, Equatable, Codable {
    case begin(DataPoint)
    /// How far, and the same at a right angle on the screen.
    case drag(along: DataSize, across: DataSize)
    case end
    case setShape(StampShape)
    case setCount(Int)
    case setWidth(Double)
  }
}
