/// Values at the nodes of a square grid, row by row, and the lines along which what they are values of passes a level:
/// marching squares (Lorensen and Cline, "Marching cubes", SIGGRAPH 1987, in the plane).
public struct ValueGrid: Sendable {
  /// The first node.
  public let origin: Point
  /// From node to node, in pixels.
  public let step: Double
  /// Nodes across and down.
  public let columns, rows: Int
  /// One value per node, row by row.
  public var values: [Double]

  /// A grid with all values 0.
  public init(origin: Point, step: Double, columns: Int, rows: Int) {
    self.origin = origin
    self.step = step
    self.columns = max(columns, 0)
    self.rows = max(rows, 0)
    values = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// Where a node lies.
  public func node(_ column: Int, _ row: Int) -> Point {
    Point(origin.x + Double(column) * step, origin.y + Double(row) * step)
  }

  /// The lines of a level, in pieces of a cell each: the higher values on either side of none.
  ///
  /// - Parameters:
  ///   - level: the value of the lines.
  ///   - skipped: one entry per cell, row by row, true where nothing is looked for; empty looks everywhere.
  ///   - crossing: where between two nodes with values below and above the level, in either order, a line passes.
  public func isoline(
    level: Double, skipped: [Bool] = [], crossing: (Point, Double, Point, Double) -> Point
  ) -> [LineSegment] {
    guard columns > 1, rows > 1 else { return [] }
    var segments: [LineSegment] = []
    // Crossings of the edges that the next row, and the next cell, share with this one.
    var above = [Point?](repeating: nil, count: columns)
    var below = above
    values.withUnsafeBufferPointer { values in
      for row in 0..<rows - 1 {
        var left: Point?
        for column in 0..<columns - 1 {
          let place = row &* columns &+ column
          let (a, b) = (values[place], values[place &+ 1])
          let (d, c) = (values[place &+ columns], values[place &+ columns &+ 1])
          let code = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0)
          if code == 0 || code == 15 {
            left = nil
            above[column] = nil
            continue
          }
          if !skipped.isEmpty, skipped[row &* (columns &- 1) &+ column] {
            left = nil
            above[column] = nil
            continue
          }
          let (p, q) = (node(column, row), node(column + 1, row))
          let (s, r) = (node(column, row + 1), node(column + 1, row + 1))
          let isCut = (
            top: code & 1 != (code >> 1) & 1, right: (code >> 1) & 1 != (code >> 2) & 1,
            bottom: (code >> 2) & 1 != (code >> 3) & 1, left: (code >> 3) & 1 != code & 1
          )
          let top = isCut.top ? above[column] ?? crossing(p, a, q, b) : nil
          let right = isCut.right ? crossing(q, b, r, c) : nil
          let bottom = isCut.bottom ? crossing(s, d, r, c) : nil
          let leftEdge = isCut.left ? left ?? crossing(p, a, s, d) : nil
          below[column] = bottom
          left = right
          if let top, let right, let bottom, let leftEdge {
            // A saddle: its middle tells which corners are joined.
            let isMiddleHigh = (a + b + c + d) / 4 >= level
            if isMiddleHigh == (code & 1 == 1) {
              segments.append(LineSegment(from: top, to: right))
              segments.append(LineSegment(from: bottom, to: leftEdge))
            } else {
              segments.append(LineSegment(from: top, to: leftEdge))
              segments.append(LineSegment(from: bottom, to: right))
            }
          } else {
            let ends = [top, right, bottom, leftEdge].compactMap { $0 }
            if ends.count == 2 { segments.append(LineSegment(from: ends[0], to: ends[1])) }
          }
        }
        swap(&above, &below)
        for column in below.indices { below[column] = nil }
      }
    }
    return segments
  }
}
