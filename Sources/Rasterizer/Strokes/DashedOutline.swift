/// The dashes of an outline, each with the coverage of its own few pixels: what lies between them, and all that the
/// outline encloses, is neither kept nor looked at.
struct DashedOutline: Sendable {
  /// The pixels that dashes can touch.
  let area: PixelRect
  private let dashes: [PolylineCoverage]

  /// A closed line through `points`. Nil where nothing of it can be seen.
  ///
  /// Each dash is blended for itself, so that no two may reach the same pixel: cut off square, with gaps of more than two
  /// pixels, on a line that keeps away from itself.
  init?(_ points: [Point], style: StrokeStyle, clip: PixelRect) {
    let points = points.map(\.reachable)
    guard let start = points.first else { return nil }
    // Dashes that may meet, where the pattern ends, belong together.
    var dashes: [[[Point]]] = []
    style.forEachDash(of: points + [start], visibleIn: clip, margin: style.width / 2 + 2) { dash in
      if !dashes.isEmpty, let end = dash.last, Point.distance(end, start) < style.width + 2 {
        dashes[0].append(dash)
      } else {
        dashes.append([dash])
      }
    }
    self.dashes = dashes.compactMap { parts in
      var coverage = PolylineCoverage(parts.flatMap { $0 }, width: style.width, clip: clip)
      for part in parts { coverage?.add(part, cap: style.cap) }
      return coverage
    }
    if self.dashes.isEmpty { return nil }
    area = PixelRect(around: self.dashes.map(\.area))
  }

  /// Blends a color over some rows, counted from the top of the area.
  func paint(_ rows: Range<Int>, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int, _ source: UInt32) {
    for dash in dashes {
      let own = rows.lowerBound + area.top - dash.area.top..<rows.upperBound + area.top - dash.area.top
      dash.paint(own.clamped(to: 0..<dash.area.height), pixels, stride, source)
    }
  }

  func touch(_ clock: inout TileClock) {
    for dash in dashes { clock.touch(dash.area) }
  }
}
