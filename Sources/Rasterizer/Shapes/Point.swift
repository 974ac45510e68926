/// A place on the canvas in pixels: x to the right, y down. Pixel (0, 0) covers the square from (0, 0) to (1, 1), so its
/// center is (0.5, 0.5).
public struct Point: Sendable, Hashable {
  /// Pixels to the right.
  public var x: Double
  /// Pixels down.
  public var y: Double

  /// A position; NaN draws nothing.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

extension Point {
  /// Neither coordinate is NaN.
  var isNumber: Bool { x == x && y == y }

  /// The point with both coordinates within ± `farAway`, where `Double` still resolves a ten-thousandth of a pixel.
  var reachable: Point {
    Point(min(max(x, -farAway), farAway), min(max(y, -farAway), farAway))
  }
}

/// Coordinates beyond this many pixels are drawn as if they were this far away: infinities become ordinary numbers.
let farAway = 1e12
