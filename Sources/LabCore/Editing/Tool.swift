/// What the left mouse button does on the canvas.
public enum Tool: String, Sendable, Hashable, Codable, CaseIterable {
  case brush, eraser, means, hand, inspect
}
