/// Lines between regions that have different labels, found on a square grid and drawn out where it is too coarse.
public enum LabelBorders {
  /// The borders inside one square cell, in straight pieces.
  ///
  /// Where two labels meet once, the border is a line from edge to edge; where more meet, the cell is quartered until it
  /// is no larger than half a pixel.
  ///
  /// - Parameters:
  ///   - corner: its upper left corner.
  ///   - size: the length of its sides, in pixels.
  ///   - labels: of its corners, clockwise from the upper left one.
  ///   - label: the label of a place.
  ///   - crossing: where between two places of different labels they meet: places and labels.
  ///   - segments: to which the borders are added.
  public static func add(
    corner: Point, size: Double, labels: (Int, Int, Int, Int), label: (Point) -> Int,
    crossing: (Point, Int, Point, Int) -> Point, to segments: inout [LineSegment]
  ) {
    let (a, b, c, d) = labels
    if a == b, b == c, c == d { return }
    let places = (
      corner, Point(corner.x + size, corner.y), Point(corner.x + size, corner.y + size),
      Point(corner.x, corner.y + size)
    )
    let cuts = (a == b ? 0 : 1) + (b == c ? 0 : 1) + (c == d ? 0 : 1) + (d == a ? 0 : 1)
    if cuts > 2, size > 0.5 {
      let half = size / 2
      let middle = Point(corner.x + half, corner.y + half)
      let (top, right) = (Point(middle.x, corner.y), Point(corner.x + size, middle.y))
      let (bottom, left) = (Point(middle.x, corner.y + size), Point(corner.x, middle.y))
      let (m, t, r, l, u) = (label(middle), label(top), label(right), label(left), label(bottom))
      add(corner: corner, size: half, labels: (a, t, m, l), label: label, crossing: crossing, to: &segments)
      add(corner: top, size: half, labels: (t, b, r, m), label: label, crossing: crossing, to: &segments)
      add(corner: middle, size: half, labels: (m, r, c, u), label: label, crossing: crossing, to: &segments)
      add(corner: left, size: half, labels: (l, m, u, d), label: label, crossing: crossing, to: &segments)
      return
    }
    var ends: [Point] = []
    if a != b { ends.append(crossing(places.0, a, places.1, b)) }
    if b != c { ends.append(crossing(places.1, b, places.2, c)) }
    if c != d { ends.append(crossing(places.2, c, places.3, d)) }
    if d != a { ends.append(crossing(places.3, d, places.0, a)) }
    if ends.count == 2 {
      segments.append(LineSegment(from: ends[0], to: ends[1]))
    } else {
      let middle = Point(corner.x + size / 2, corner.y + size / 2)
      for end in ends { segments.append(LineSegment(from: end, to: middle)) }
    }
  }
}
