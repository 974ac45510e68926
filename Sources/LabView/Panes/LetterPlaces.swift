import Glibc
import LabCore
import Rasterizer

/// Where the letters of the components stand: on their means, or, where a letter would hide a small group or another
/// letter, outside on a leader.
struct LetterPlaces {
  /// By component; `nil` for a letter on its mean.
  let outside: [Point?]

  /// Whether a letter of this radius would hide the group within an ellipse.
  static func isSmall(_ ellipse: Ellipse, _ radius: Double) -> Bool {
    ellipse.semiMajor * ellipse.semiMinor < 3 * radius * radius
  }

  /// - Parameters:
  ///   - ellipses: the components' 1 σ ellipses.
  ///   - radius: of a letter's ring.
  init(_ ellipses: [Ellipse], radius: Double, points: PointCloud, _ transform: CanvasTransform, canvas: Rect) {
    var isOutside = ellipses.map { LetterPlaces.isSmall($0, radius) }
    for (i, first) in ellipses.enumerated() {
      for j in ellipses.indices.dropFirst(i + 1) where !isOutside[i] && !isOutside[j] {
        let second = ellipses[j]
        guard first.center.distance(to: second.center) < 2.4 * radius else { continue }
        let firstIsSmaller = first.semiMajor * first.semiMinor < second.semiMajor * second.semiMinor
        isOutside[firstIsSmaller ? i : j] = true
      }
    }
    guard isOutside.contains(true) else {
      outside = ellipses.map { _ in nil }
      return
    }
    let crowd = PointGrid(points, transform, canvas: canvas, cell: max(radius / 2, 2))
    var taken = zip(ellipses, isOutside).filter { !$1 }.map(\.0.center)
    let means = ellipses.map(\.center)
    let room = canvas.inset(by: 1.2 * radius)
    outside = zip(ellipses, isOutside).map { ellipse, isOutside in
      guard isOutside, ellipse.center.x.isFinite, ellipse.center.y.isFinite, canvas.contains(ellipse.center) else {
        return nil
      }
      var best: (place: Point, cost: Double)?
      for step in 0..<32 {
        let angle = Double(step) / 32 * 2 * .pi
        let edge = ellipse.edge(towards: angle)
        guard edge.isFinite else { continue }
        for extra in [0, 0.7, 1.4] {
          let length = edge + (1.9 + extra) * radius
          let place = Point(ellipse.center.x + length * cos(angle), ellipse.center.y + length * sin(angle))
          func cost(_ hidden: Double) -> Double {
            var cost = hidden + 0.3 * extra
            for other in taken where other.distance(to: place) < 2.4 * radius { cost += 1000 }
            for mean in means where mean.distance(to: place) < 1.5 * radius { cost += 20 }
            if !room.contains(place) { cost += 500 }
            return cost
          }
          // Points are counted only where the place would be the best without any.
          if let best, cost(0) >= best.cost { continue }
          let own = cost(crowd.count(within: 1.15 * radius, of: place))
          if best.map({ own < $0.cost }) ?? true { best = (place, own) }
        }
      }
      if let place = best?.place { taken.append(place) }
      return best?.place
    }
  }
}

/// How many points lie where on the canvas, counted in square cells. Of very many points only some are counted.
private struct PointGrid {
  private let origin: Point
  private let cell: Double
  private let columns, rows: Int
  private var counts: [Double]

  private static let most = 4000

  init(_ points: PointCloud, _ transform: CanvasTransform, canvas: Rect, cell: Double) {
    origin = Point(canvas.x, canvas.y)
    self.cell = cell
    columns = max(Int((canvas.width / cell).rounded(.up)), 1)
    rows = max(Int((canvas.height / cell).rounded(.up)), 1)
    counts = Array(repeating: 0, count: columns * rows)
    let stride = max(points.count / PointGrid.most, 1)
    for index in Swift.stride(from: 0, to: points.count, by: stride) {
      let x = (points.x[index] * transform.scaleX + transform.offsetX - origin.x) / cell
      let y = (points.y[index] * transform.scaleY + transform.offsetY - origin.y) / cell
      guard x >= 0, y >= 0, x < Double(columns), y < Double(rows) else { continue }
      counts[Int(y) * columns + Int(x)] += Double(stride)
    }
  }

  /// The points of the cells whose middle lies within `radius` of a place.
  func count(within radius: Double, of place: Point) -> Double {
    let x = (place.x - origin.x) / cell
    let y = (place.y - origin.y) / cell
    let reach = radius / cell
    guard x.magnitude < 1e6, y.magnitude < 1e6 else { return 0 }
    var sum = 0.0
    for row in Int((y - reach).rounded(.down))...Int((y + reach).rounded(.up)) where row >= 0 && row < rows {
      for column in Int((x - reach).rounded(.down))...Int((x + reach).rounded(.up))
      where column >= 0 && column < columns {
        let dx = Double(column) + 0.5 - x
        let dy = Double(row) + 0.5 - y
        if dx * dx + dy * dy <= reach * reach { sum += counts[row * columns + column] }
      }
    }
    return sum
  }
}

extension Ellipse {
  /// The distance from the center to the line of the ellipse in a direction.
  func edge(towards direction: Double) -> Double {
    let a = max(semiMajor, 1e-9)
    let b = max(semiMinor, 1e-9)
    let (c, s) = (cos(direction - angle) / a, sin(direction - angle) / b)
    return 1 / (c * c + s * s).squareRoot()
  }
}

extension Ellipse {
  /// Whether the line of the ellipse goes through a small rectangle: corners or edges of it lie on both sides.
  func crosses(_ rect: Rect) -> Bool {
    let (along, across) = (Point(cos(angle), sin(angle)), Point(-sin(angle), cos(angle)))
    let (a, b) = (max(semiMajor, 1e-9), max(semiMinor, 1e-9))
    var (isInside, isOutside) = (false, false)
    for x in [rect.x, rect.midX, rect.maxX] {
      for y in [rect.y, rect.midY, rect.maxY] {
        let (dx, dy) = (x - center.x, y - center.y)
        let (u, v) = ((dx * along.x + dy * along.y) / a, (dx * across.x + dy * across.y) / b)
        if u * u + v * v < 1 { isInside = true } else { isOutside = true }
      }
    }
    return isInside && isOutside
  }
}

extension Point {
  func distance(to other: Point) -> Double {
    let dx = x - other.x
    let dy = y - other.y
    return (dx * dx + dy * dy).squareRoot()
  }
}
