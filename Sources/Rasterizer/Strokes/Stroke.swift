import CRasterKernel

/// A line through many points, or the dashes of one, as straight pieces: a pixel takes the largest share that any piece
/// gives it, so joins are round and nothing is covered twice.
struct Stroke: Sendable {
  /// Pieces whose pixels are blended together, once each.
  struct Part: Sendable {
    var area: PixelRect
    var pieces: Range<Int>
  }

  /// The pixels the line can touch.
  let area: PixelRect
  /// Half the width of the line.
  let half: Double
  private(set) var pieces: ContiguousArray<StrokePiece> = []
  /// The dashes of an outline, of which each is blended for itself; empty where all pieces belong together.
  private(set) var dashes: ContiguousArray<Part> = []

  /// A line whose runs are still to be added. Nil when it cannot be seen.
  init?(_ points: [Point], width: Double, clip: PixelRect) {
    half = min(width, farAway) / 2
    area = clip.touched(by: points, reach: half + 1)
    guard !area.isEmpty else { return nil }
  }

  /// A line through `points` in a style. A point that is not a number leaves a gap.
  init?(_ points: [Point], closed: Bool, style: StrokeStyle, clip: PixelRect) {
    self.init(points, width: style.width, clip: clip)
    let isSolid = style.isSolid
    for run in points.split(whereSeparator: { !$0.isNumber }) {
      var run = run.map { $0.reachable }
      let joinsItself = closed && run.count == points.count && run.count > 1
      if joinsItself { run.append(run[0]) }
      if isSolid {
        add(run, cap: joinsItself ? .round : style.cap)
      } else {
        style.forEachDash(of: run, visibleIn: area, margin: half + 2) { add($0, cap: style.cap) }
      }
    }
  }

  /// The dashes of a closed line through `points`, each with its own few pixels: what lies between them, and all that the
  /// line encloses, is not looked at. Nil where nothing of it can be seen.
  ///
  /// Each dash is blended for itself, so that no two may reach the same pixel: cut off square, with gaps of more than two
  /// pixels, on a line that keeps away from itself.
  init?(dashesOf points: [Point], style: StrokeStyle, clip: PixelRect) {
    half = min(style.width, farAway) / 2
    area = clip
    var outline = points.map { $0.reachable }
    guard let start = outline.first else { return nil }
    outline.append(start)
    style.forEachDash(of: outline, visibleIn: clip, margin: half + 2) { run in
      var dash = Part(area: clip.touched(by: run, reach: half + 1), pieces: pieces.count..<pieces.count)
      guard !dash.area.isEmpty, let end = run.last else { return }
      // Dashes that may meet, where the pattern ends, belong together.
      let meets = !dashes.isEmpty && Point.distance(end, start) < style.width + 2
      if meets {
        dash.area = PixelRect(around: [dash.area, dashes[0].area])
        pieces += pieces[dashes[0].pieces]
      }
      add(run, cap: style.cap)
      dash.pieces = dash.pieces.lowerBound..<pieces.count
      if meets { dashes[0] = dash } else { dashes.append(dash) }
    }
    if dashes.isEmpty { return nil }
  }

  /// Adds a run of connected pieces; `cap` is the shape of its two ends. `half` may be smaller than the line's.
  mutating func add(_ run: [Point], cap: LineCap, half: Double? = nil) {
    Segment.forEach(of: run, half: min(half ?? self.half, self.half), cap: cap) { segment in
      if let piece = segment.clipped(to: area)?.piece { pieces.append(piece) }
    }
  }
}

extension PixelRect {
  /// The pixels within `reach` of a line through points, as far as these are numbers.
  fileprivate func touched(by points: [Point], reach: Double) -> PixelRect {
    var low = Point(.infinity, .infinity)
    var high = Point(-.infinity, -.infinity)
    for point in points where point.isNumber {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    return touched(minX: low.x - reach, minY: low.y - reach, maxX: high.x + reach, maxY: high.y + reach)
  }
}
