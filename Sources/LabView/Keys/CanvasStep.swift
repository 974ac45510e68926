import Rasterizer

/// Where an arrow key points.
enum Direction: Sendable, Hashable, CaseIterable {
  case left, right, up, down

  var key: Key {
    switch self {
    case .left: .left
    case .right: .right
    case .up: .up
    case .down: .down
    }
  }

  /// One pixel that way.
  var pixel: Point {
    switch self {
    case .left: Point(-1, 0)
    case .right: Point(1, 0)
    case .up: Point(0, -1)
    case .down: Point(0, 1)
    }
  }
}

/// A step of the keyboard on the canvas.
struct CanvasStep: Sendable, Hashable {
  let direction: Direction
  /// With Shift: a small one.
  let isFine: Bool

  /// The way of so many pixels.
  func pixels(_ length: Double) -> Point { Point(direction.pixel.x * length, direction.pixel.y * length) }

  static let all = [false, true].flatMap { isFine in
    Direction.allCases.map { CanvasStep(direction: $0, isFine: isFine) }
  }
}
