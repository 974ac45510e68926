extension Canvas {
  /// Fills a polygon; it closes itself. Where it overlaps itself the non-zero rule decides, so a self-crossing star is
  /// filled all over. A corner that is not a number makes it empty.
  public mutating func fill(polygon: [Point], _ color: Color) {
    guard polygon.count > 2, polygon.allSatisfy(\.isNumber), var fill = scanlineFill(around: bounds(of: polygon))
    else { return }
    fill.move(to: polygon[0].reachable)
    for point in polygon.dropFirst() { fill.line(to: point.reachable) }
    fill.fill(&self, color)
  }

  private func bounds(of points: [Point]) -> Rect {
    var low = points[0].reachable
    var high = low
    for point in points {
      let point = point.reachable
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    return Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }
}
