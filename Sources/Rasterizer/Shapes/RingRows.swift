import CRasterKernel

/// What a convex outline encloses, or the ring between two of them, row by row: the exact area that is covered of each
/// pixel, as `ScanlineFill` has it for any outlines.
///
/// A convex outline has a left and a right side, and a row of pixels passes each of them once. So a row is known from
/// four sides at most, of which each is a list of edges from top to bottom, read on from row to row: between the left
/// sides of both outlines coverage changes from pixel to pixel, and so it does between the right sides; what lies
/// between those is one stretch, covered whole or not at all. Nothing is changed while rows are painted, so that
/// threads can paint rows of the same outline.
struct RingRows: Sendable {
  /// The pixels that it can touch.
  let area: PixelRect
  /// Left and right sides of the outer outline, then of the inner one.
  private var sides: [Side]

  /// Edges of one side by their tops.
  private struct Side: Sendable {
    var edges: ContiguousArray<OutlineEdge> = []

    /// An outline can begin in the midst of a side, and goes up one of them.
    mutating func sort() {
      if let first = edges.first, let last = edges.last, edges.count > 1 {
        if edges[1].top < first.top || (edges.count > 2 && last.top < edges[edges.count - 2].top) { edges.reverse() }
        if let start = edges.indices.dropFirst().first(where: { edges[$0].top < edges[$0 - 1].top }) {
          edges = ContiguousArray(edges[start...] + edges[..<start])
        }
      }
      if zip(edges, edges.dropFirst()).contains(where: { $0.top > $1.top }) { edges.sort { $0.top < $1.top } }
    }
  }

  /// What lies inside `outer` and outside `inner`. Nil where nothing of it can be seen.
  init?(_ outer: EllipsePath, without inner: EllipsePath? = nil, clip: PixelRect) {
    let bounds = outer.bounds
    guard bounds.width >= 0, bounds.height >= 0, bounds.x == bounds.x, bounds.y == bounds.y else { return nil }
    let area = clip.touched(minX: bounds.minX, minY: bounds.minY, maxX: bounds.maxX, maxY: bounds.maxY)
    guard !area.isEmpty else { return nil }
    self.area = area
    sides = RingRows.sides(outer, area)
    if let inner { sides += RingRows.sides(inner, area) }
  }

  private static func sides(_ path: EllipsePath, _ clip: PixelRect) -> [Side] {
    var left = Side()
    var right = Side()
    left.edges.reserveCapacity(32)
    right.edges.reserveCapacity(32)
    var last: Point?
    var first: Point?
    func add(_ from: Point, _ to: Point) {
      // Clockwise on screen: down on the right.
      OutlineEdge.cut(from: from, to: to, at: clip) {
        if $0.direction > 0 { right.edges.append($0) } else { left.edges.append($0) }
      }
    }
    path.walk(visibleIn: clip) { point in
      if let last { add(last, point) } else { first = point }
      last = point
    }
    if let first, let last, first != last { add(last, first) }
    left.sort()
    right.sort()
    return [left, right]
  }

  /// So many rows ahead memory is told what will be painted.
  private static let ahead = 5

  /// Columns beyond the right border that are written to, or read in vain.
  static let margin = 8

  /// Where a row is painted: from and to in the left part and in the right one, in columns of the area. Without a right
  /// part all is in the left one.
  typealias Reach = SIMD4<Int32>

  /// Paints some rows.
  ///
  /// - Parameters:
  ///   - rows: counted from the top of the area.
  ///   - changes: zeros, `margin` more of them than the area has columns; they are zeros again afterwards.
  ///   - reached: what is painted in each row of the area.
  func paint(
    _ rows: Range<Int>, _ source: UInt32, on pixels: UnsafeMutablePointer<UInt32>, stride: Int,
    changes: UnsafeMutablePointer<Float>, reached: UnsafeMutablePointer<Reach>
  ) {
    let painter = RowPainter(ink: ShareBlend(source), source: source, width: area.width, changes: changes)
    var cursors = SIMD4<Int>.zero
    for side in sides.indices {
      cursors[side] = sides[side].edges.firstIndex { $0.bottom > Double(rows.lowerBound) } ?? sides[side].edges.count
    }
    for y in rows {
      var left = RowPainter.nowhere
      var right = RowPainter.nowhere
      for side in sides.indices {
        // Inside the inner outline nothing is covered: its sides count the other way.
        let sign: Double = side & 2 == 0 ? -1 : 1
        sides[side].edges.withUnsafeBufferPointer { edges in
          if side & 1 == 0 {
            painter.add(edges, &cursors[side], row: y, sign: sign, &left)
          } else {
            painter.add(edges, &cursors[side], row: y, sign: sign, &right)
          }
        }
      }
      let row = pixels + (area.top + y) * stride + area.left
      if y + RingRows.ahead < rows.upperBound {
        // Sides hardly move from row to row.
        let next = row + RingRows.ahead * stride
        for side in [left, right] where side.from < side.to {
          expect_writing(next + side.from)
          expect_writing(next + min(side.to, area.width &- 1))
        }
      }
      reached[y] = painter.paint(left, right, on: row)
    }
  }

  /// Tells `clock` of the rows that were painted. Tiles are eight rows high, so that many rows are one call.
  func touch(_ clock: inout TileClock, _ reached: ArraySlice<Reach>) {
    let first = reached.startIndex
    func touch(_ from: Int32, _ to: Int32, _ rows: Range<Int>) {
      guard from < to else { return }
      clock.touch(
        PixelRect(
          left: area.left + Int(from), top: area.top + rows.lowerBound, right: area.left + Int(to),
          bottom: area.top + rows.upperBound))
    }
    var y = 0
    while y < area.height {
      let end = min((area.top + y) / 8 * 8 + 8 - area.top, area.height)
      var left = SIMD2<Int32>(.max, 0)
      var right = left
      for row in reached[first + y..<first + end] {
        if row.x < row.y { left = SIMD2(min(left.x, row.x), max(left.y, row.y)) }
        if row.z < row.w { right = SIMD2(min(right.x, row.z), max(right.y, row.w)) }
      }
      if right.x <= left.y, right.x < right.y {
        touch(min(left.x, right.x), max(left.y, right.y), y..<end)
      } else {
        touch(left.x, left.y, y..<end)
        touch(right.x, right.y, y..<end)
      }
      y = end
    }
  }
}

/// One row of pixels while it is painted.
private struct RowPainter {
  /// The columns that edges touch, from the first to behind the last.
  struct Columns {
    var from: Int
    var to: Int
  }

  static let nowhere = Columns(from: .max, to: 0)

  let ink: ShareBlend
  let source: UInt32
  let width: Int
  /// The change of coverage at each pixel.
  let changes: UnsafeMutablePointer<Float>

  /// Adds the parts of a side's edges that lie in a row. `cursor` is the first edge that is not above it.
  @inline(__always)
  func add(
    _ edges: UnsafeBufferPointer<OutlineEdge>, _ cursor: inout Int, row y: Int, sign: Double, _ columns: inout Columns
  ) {
    let top = Double(y)
    let end = top + 1
    var i = cursor
    while i < edges.count, edges[i].top < end {
      let edge = edges[i]
      let upper = max(edge.top, top)
      let lower = min(edge.bottom, end)
      if upper < lower {
        add(
          from: edge.x(at: upper), to: edge.x(at: lower), height: (lower - upper) * edge.direction * sign, &columns)
      }
      if i == cursor, edge.bottom <= end { cursor &+= 1 }
      i &+= 1
    }
  }

  /// An edge that passes from column `a` to column `b` over a share of the row, negative where what lies to its right is
  /// outside.
  @inline(__always)
  private func add(from a: Double, to b: Double, height: Double, _ columns: inout Columns) {
    let left = max(min(a, b), 0)
    let right = min(max(a, b), Double(width))
    let i = Int(left)
    let j = min(Int(right), width)
    if i < columns.from { columns.from = i }
    if j &+ 2 > columns.to { columns.to = j &+ 2 }
    if i == j || right - left < 1e-9 {
      let share = height * ((left + right) / 2 - Double(i))
      changes[i] += Float(height - share)
      changes[i &+ 1] += Float(share)
      return
    }
    // Each column gets the height that the edge gains in it, split by the mean position within the column.
    let perColumn = height / (right - left)
    var start = left
    var column = i
    while column <= min(j, width &- 1) {
      let end = min(Double(column &+ 1), right)
      let gained = perColumn * (end - start)
      let share = gained * ((start + end) / 2 - Double(column))
      changes[column] += Float(gained - share)
      changes[column &+ 1] += Float(share)
      start = end
      column &+= 1
    }
  }

  /// Blends the color over what the edges enclose, and makes the changes zeros again.
  @inline(__always)
  func paint(_ left: Columns, _ right: Columns, on pixels: UnsafeMutablePointer<UInt32>) -> RingRows.Reach {
    guard left.from < left.to || right.from < right.to else { return .zero }
    // A side beyond the right border has no edges left, and the row is covered up to there.
    let left = left.from < left.to ? left : Columns(from: min(right.from, width), to: min(right.from, width))
    let right = right.from < right.to ? right : Columns(from: max(width, left.to), to: max(width, left.to))
    var sum: Float = 0
    var isWhole = true
    if left.to < right.from {
      paint(left.from, left.to, &sum, on: pixels)
      isWhole = paintStretch(left.to, right.from, sum, on: pixels)
      paint(right.from, right.to, &sum, on: pixels)
    } else {
      paint(min(left.from, right.from), max(left.to, right.to), &sum, on: pixels)
    }
    let isOpen = paintStretch(max(left.to, right.to), width, sum, on: pixels)
    func column(_ x: Int) -> Int32 { Int32(truncatingIfNeeded: min(x, width)) }
    let to = isOpen ? column(width) : column(max(left.to, right.to))
    return isWhole
      ? [column(min(left.from, right.from)), to, 0, 0] : [column(left.from), column(left.to), column(right.from), to]
  }

  /// Pixels of equal coverage. Returns whether there is any.
  @inline(__always)
  private func paintStretch(_ from: Int, _ to: Int, _ sum: Float, on pixels: UnsafeMutablePointer<UInt32>) -> Bool {
    let share = UInt32(min(abs(sum), 1) * 255 + 0.5)
    guard share != 0, from < to else { return false }
    Blend.span(pixels + from, count: to &- from, Blend.scale(source, by: share))
    return true
  }

  @inline(__always)
  private func paint(_ from: Int, _ to: Int, _ sum: inout Float, on pixels: UnsafeMutablePointer<UInt32>) {
    let end = min(to, width)
    var x = from
    while x < end {
      sum += changes[x]
      changes[x] = min(abs(sum), 1)
      x &+= 1
    }
    if from < end { ink.paint(pixels + from, changes + from, count: end &- from) }
    x = from
    while x < to {
      changes[x] = 0
      x &+= 1
    }
  }
}
