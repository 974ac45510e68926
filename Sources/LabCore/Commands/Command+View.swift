extension Command {
  /// What of the data is seen, and the tool in hand.
  public enum View: Sendable, Equatable, Codable {
    case setViewport(Viewport)
    case fit
    case toggleAspect
    case beginPanning
    case endPanning
    case chooseTool(Tool)
    case setBrushRadius(Double)
  }
}
