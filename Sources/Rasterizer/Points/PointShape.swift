import Glibc

/// The outline of a point. Shapes of one radius look about equally large.
public enum PointShape: Int, Sendable, Hashable, CaseIterable {
  /// Round; the radius is that of the circle.
  case disc
  /// Its corners a little farther out than the circle.
  case square
  /// Standing on an edge.
  case triangle
  /// A square on its corner.
  case diamond
  /// A triangle on its corner.
  case wedge
  /// Two bars, upright and level.
  case cross
  /// Two bars, aslant.
  case saltire

  /// How far the outline reaches from its center, as a multiple of the radius.
  var reach: Double {
    switch self {
    case .disc: 1
    case .square: 1.26
    case .triangle, .wedge: 1.45
    case .diamond, .cross, .saltire: 1.35
    }
  }

  /// The corners around a center; none where there are no corners.
  func corners(center: Point, radius: Double) -> [Point] {
    let long = reach * radius
    switch self {
    case .disc: return []
    case .square: return ring(center, long, [45, 135, 225, 315])
    case .triangle: return ring(center, long, [270, 30, 150])
    case .wedge: return ring(center, long, [90, 210, 330])
    case .diamond: return ring(center, long, [0, 90, 180, 270])
    case .cross: return bars(center, long, turn: 0)
    case .saltire: return bars(center, long, turn: 45)
    }
  }

  private func ring(_ center: Point, _ radius: Double, _ degrees: [Double]) -> [Point] {
    degrees.map { degree in
      let angle = degree * .pi / 180
      return Point(center.x + radius * cos(angle), center.y + radius * sin(angle))
    }
  }

  /// Two bars across each other as one outline.
  private func bars(_ center: Point, _ radius: Double, turn: Double) -> [Point] {
    let half = 0.34
    // The corners of one arm's end, and where it meets the next arm.
    let outer = atan2(half, sqrt(1 - half * half)) * 180 / .pi
    let inner: Double = half * sqrt(2)
    var corners: [Point] = []
    for arm in [turn, turn + 90, turn + 180, turn + 270] {
      corners += ring(center, radius, [arm - outer, arm + outer])
      corners += ring(center, inner * radius, [arm + 45])
    }
    return corners
  }
}
