extension Command {
  /// Changes of the points, and undoing.
  public enum Edit: Sendable, Equatable, Codable {
    case openExample(Example)
    case clearPoints
    case beginPainting(DataPoint, radius: DataSize)
    case beginErasing(DataPoint, radius: DataSize)
    case moveStroke(DataPoint)
    case endStroke
    case undo
    case redo
  }
}
