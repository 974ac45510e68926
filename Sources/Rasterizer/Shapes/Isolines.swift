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

  /// The lines of some levels, in pieces of a cell each: the higher values on either side of none.
  ///
  /// - Parameters:
  ///   - levels: the values of the lines; at most 255.
  ///   - skipped: one entry per cell, row by row, true where nothing is looked for; empty looks everywhere.
  ///   - crossing: where between two nodes with values below and above a level, in either order, its line passes.
  public func isolines(
    levels: [Double], skipped: [Bool] = [], crossing: (_ level: Double, Point, Double, Point, Double) -> Point
  ) -> [LineSegment] {
    guard columns > 1, rows > 1, !levels.isEmpty else { return [] }
    let levels = levels.sorted().prefix(255)
    // Most cells lie between two levels: equal ranks tell so at once.
    let ranks = values.map { value in levels.reduce(UInt8(0)) { value >= $1 ? $0 &+ 1 : $0 } }
    var march = MarchingCells(columns: columns, levels: levels.count)
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let place = row &* columns &+ column
        let (a, b) = (ranks[place], ranks[place &+ 1])
        let (d, c) = (ranks[place &+ columns], ranks[place &+ columns &+ 1])
        if a == b, b == c, c == d { continue }
        if !skipped.isEmpty, skipped[row &* (columns &- 1) &+ column] { continue }
        for index in min(a, b, c, d)..<max(a, b, c, d) {
          let level = levels[Int(index)]
          march.visit(self, row, column, level, Int(index)) { crossing(level, $0, $1, $2, $3) }
        }
      }
    }
    return march.segments
  }
}

/// Cells visited row by row, with the crossings of edges that a later cell shares.
private struct MarchingCells {
  private(set) var segments: [LineSegment] = []
  private let columns: Int
  /// By level and column: the crossing of a lower edge, and the row of its cell.
  private var below: [(row: Int, place: Point)]
  /// By level: the crossing of a right edge, and where its cell is.
  private var right: [(row: Int, column: Int, place: Point)]

  init(columns: Int, levels: Int) {
    self.columns = columns
    below = Array(repeating: (-1, Point(0, 0)), count: columns * levels)
    right = Array(repeating: (-1, -1, Point(0, 0)), count: levels)
  }

  /// Adds the pieces of one level's line in one cell.
  mutating func visit(
    _ grid: ValueGrid, _ row: Int, _ column: Int, _ level: Double, _ index: Int,
    crossing: (Point, Double, Point, Double) -> Point
  ) {
    let place = row &* columns &+ column
    let (a, b) = (grid.values[place], grid.values[place &+ 1])
    let (d, c) = (grid.values[place &+ columns], grid.values[place &+ columns &+ 1])
    let high = (a >= level, b >= level, c >= level, d >= level)
    let (p, q) = (grid.node(column, row), grid.node(column + 1, row))
    let (s, r) = (grid.node(column, row + 1), grid.node(column + 1, row + 1))
    let (above, before) = (below[index &* columns &+ column], right[index])
    var ends: (Point?, Point?, Point?, Point?) = (nil, nil, nil, nil)
    if high.0 != high.1 { ends.0 = above.row == row - 1 && row > 0 ? above.place : crossing(p, a, q, b) }
    if high.1 != high.2 {
      let end = crossing(q, b, r, c)
      ends.1 = end
      right[index] = (row, column, end)
    }
    if high.2 != high.3 {
      let end = crossing(s, d, r, c)
      ends.2 = end
      below[index &* columns &+ column] = (row, end)
    }
    if high.3 != high.0 {
      ends.3 = before.row == row && before.column == column - 1 ? before.place : crossing(p, a, s, d)
    }
    switch ends {
    case (let top?, let right?, let bottom?, let left?):
      // A saddle: its middle tells which corners are joined.
      let isMiddleHigh = (a + b + c + d) / 4 >= level
      join(top, isMiddleHigh == high.0 ? right : left)
      join(bottom, isMiddleHigh == high.0 ? left : right)
    case (let one?, let other?, nil, nil), (let one?, nil, let other?, nil), (let one?, nil, nil, let other?),
      (nil, let one?, let other?, nil), (nil, let one?, nil, let other?), (nil, nil, let one?, let other?):
      join(one, other)
    default: break
    }
  }

  private mutating func join(_ one: Point, _ other: Point) { segments.append(LineSegment(from: one, to: other)) }
}
