import CRasterKernel

/// Cuts outlines at a clip, and their edges count rows and columns from its corner.
struct OutlineClip: Sendable {
  private let left, top, width, height: Double

  init(_ clip: PixelRect) {
    left = Double(clip.left)
    top = Double(clip.top)
    width = Double(clip.width)
    height = Double(clip.height)
  }

  /// The edge between two points. What lies to the left still counts, along the left border; what lies above, below or to
  /// the right cannot matter. Calls `body` with the pieces that are left, at most three.
  @inline(__always)
  func cut(from: Point, to: Point, _ body: (OutlineEdge) -> Void) {
    let downwards = from.y < to.y
    let direction = downwards ? 1.0 : -1.0
    let upper = downwards ? from : to
    let lower = downwards ? to : from
    let start = Point(upper.x - left, upper.y - top)
    let end = Point(lower.x - left, lower.y - top)
    guard start.y < end.y else { return }
    let slope = (end.x - start.x) / (lower.y - upper.y)
    if isInside(start), isInside(end) {
      body(OutlineEdge(x: start.x, slope: slope, top: start.y, bottom: end.y, direction: direction))
    } else {
      cutAtBorders(start, end, slope, direction, body)
    }
  }

  @inline(__always)
  private func isInside(_ p: Point) -> Bool { p.x >= 0 && p.x <= width && p.y >= 0 && p.y <= height }

  @inline(never)
  private func cutAtBorders(
    _ start: Point, _ end: Point, _ slope: Double, _ direction: Double, _ body: (OutlineEdge) -> Void
  ) {
    let (top, bottom) = (max(start.y, 0), min(end.y, height))
    guard top < bottom else { return }
    if min(start.x, end.x) >= 0, max(start.x, end.x) <= width {
      let x = start.x + slope * (top - start.y)
      return body(OutlineEdge(x: x, slope: slope, top: top, bottom: bottom, direction: direction))
    }
    // Heights at which the edge passes the left and the right border, if it does.
    func crossing(_ border: Double, or none: Double) -> Double {
      slope == 0 ? none : min(max(start.y + (border - start.x) / slope, top), bottom)
    }
    let (first, second) = (crossing(0, or: top), crossing(width, or: bottom))
    func add(from a: Double, to b: Double) {
      guard a < b else { return }
      let middle = start.x + slope * ((a + b) / 2 - start.y)
      if middle <= 0 {
        body(OutlineEdge(x: 0, slope: 0, top: a, bottom: b, direction: direction))
      } else if middle < width {
        let x = min(max(start.x + slope * (a - start.y), 0), width)
        body(OutlineEdge(x: x, slope: slope, top: a, bottom: b, direction: direction))
      }
    }
    add(from: top, to: min(first, second))
    add(from: min(first, second), to: max(first, second))
    add(from: max(first, second), to: bottom)
  }
}
