/// What the left mouse button does on the canvas.
public enum Tool: String, Sendable, Hashable, Codable, CaseIterable {
  case brush, eraser, select, stamp, means, hand, inspect

  /// Whether there is something to set about it.
  public var hasSettings: Bool {
    switch self {
    case .brush, .stamp: true
    case .eraser, .select, .means, .hand, .inspect: false
    }
  }
}
