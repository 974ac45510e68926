/// An axis-aligned rectangle in pixels. A negative or NaN width or height makes it empty: nothing is inside it, and
/// drawing it draws nothing.
public struct Rect: Sendable, Hashable {
  /// The left edge.
  public var x: Double
  /// The top edge.
  public var y: Double
  /// From left to right.
  public var width: Double
  /// From top to bottom.
  public var height: Double

  /// A rectangle; negative sizes are empty.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The left edge.
  public var minX: Double { x }
  /// The top edge.
  public var minY: Double { y }
  /// The right edge.
  public var maxX: Double { x + width }
  /// The bottom edge.
  public var maxY: Double { y + height }
  /// Halfway from left to right.
  public var midX: Double { x + width / 2 }
  /// Halfway from top to bottom.
  public var midY: Double { y + height / 2 }
  /// The middle.
  public var center: Point { Point(midX, midY) }

  /// No area.
  public var isEmpty: Bool { !(width > 0 && height > 0) }

  /// The left and top edges belong to the rectangle, the right and bottom edges do not, so that of two neighbors
  /// exactly one contains a point on their common edge.
  public func contains(_ p: Point) -> Bool {
    p.x >= minX && p.x < maxX && p.y >= minY && p.y < maxY
  }

  /// Every edge moved inwards by `amount` pixels (outwards if negative).
  public func inset(by amount: Double) -> Rect { inset(dx: amount, dy: amount) }

  /// Left and right edges moved inwards by `dx`, top and bottom by `dy`; never smaller than empty.
  public func inset(dx: Double, dy: Double) -> Rect {
    Rect(
      x: min(x + dx, max(midX, x)), y: min(y + dy, max(midY, y)), width: max(width - 2 * dx, 0),
      height: max(height - 2 * dy, 0))
  }

  /// What lies in both; empty (zero width or height) when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(minX, other.minX)
    let top = max(minY, other.minY)
    return Rect(
      x: left, y: top, width: max(min(maxX, other.maxX) - left, 0), height: max(min(maxY, other.maxY) - top, 0))
  }

  /// The smallest rectangle around both; an empty one adds nothing.
  public func union(_ other: Rect) -> Rect {
    if isEmpty { return other }
    if other.isEmpty { return self }
    let left = min(minX, other.minX)
    let top = min(minY, other.minY)
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}
