import CRasterKernel

/// A piece of an outline, from its top to its bottom, in rows and columns of a clip.
extension OutlineEdge {
  /// Cuts the edge between two points at the clip. What lies to the left still counts, along the left border; what lies
  /// above, below or to the right cannot matter. Calls `body` with the pieces that are left, at most three.
  @inline(__always)
  static func cut(from: Point, to: Point, at clip: PixelRect, _ body: (OutlineEdge) -> Void) {
    let left = Double(clip.left)
    let top = Double(clip.top)
    let width = Double(clip.width)
    let downwards = from.y < to.y
    let upper = downwards ? from : to
    let lower = downwards ? to : from
    let x0 = upper.x - left
    let x1 = lower.x - left
    let y0 = max(upper.y - top, 0)
    let y1 = min(lower.y - top, Double(clip.height))
    guard y0 < y1 else { return }
    let slope = (x1 - x0) / (lower.y - upper.y)
    let direction = downwards ? 1.0 : -1.0
    if min(x0, x1) >= 0, max(x0, x1) <= width {
      let x = x0 + slope * (y0 - (upper.y - top))
      return body(OutlineEdge(x: x, slope: slope, top: y0, bottom: y1, direction: direction))
    }
    // Heights at which the edge passes the left and the right border of the clip, if it does.
    var cuts = (y0, y1)
    for (cut, border) in [(0, 0.0), (1, width)] where slope != 0 {
      let y = min(max(upper.y - top + (border - x0) / slope, y0), y1)
      if cut == 0 { cuts.0 = y } else { cuts.1 = y }
    }
    if cuts.0 > cuts.1 { swap(&cuts.0, &cuts.1) }
    for (a, b) in [(y0, cuts.0), (cuts.0, cuts.1), (cuts.1, y1)] where a < b {
      let middle = x0 + slope * ((a + b) / 2 - (upper.y - top))
      if middle <= 0 {
        body(OutlineEdge(x: 0, slope: 0, top: a, bottom: b, direction: direction))
      } else if middle < width {
        let x = min(max(x0 + slope * (a - (upper.y - top)), 0), width)
        body(OutlineEdge(x: x, slope: slope, top: a, bottom: b, direction: direction))
      }
    }
  }
}
