extension Command {
  /// What of the data is seen, and the tool in hand.
  public enum View: Sendable, Equatable, Codable {
    case setViewport(Viewport)
    case fit
    case toggleAspect
    case beginPanning
    case endPanning
    case chooseTool(Tool)
    /// Keeps the arithmetic of the point with this index on show, or no longer.
    case pin(Int?)
    case setBrushRadius(Double)
    /// How many points it leaves at once.
    case setBrushRate(Int)
    case toggleLayer(CanvasLayer)
    case setLayers(Layers)
  }
}
