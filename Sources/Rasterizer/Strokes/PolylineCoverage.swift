/// The coverage of a line through many points, gathered from its segments before anything is painted: a pixel takes the
/// largest share that any segment gives it, so joins are round and nothing is covered twice.
struct PolylineCoverage: Sendable {
  /// The pixels the line can touch.
  let area: PixelRect
  /// Half the width of the line.
  let half: Double
  private var coverage: ContiguousArray<UInt8>
  /// The columns reached in each row of `area`.
  private var reached: ContiguousArray<(from: Int, to: Int)>

  /// Nil when the line cannot be seen.
  init?(_ points: [Point], width: Double, clip: PixelRect) {
    half = min(width, farAway) / 2
    var low = Point(.infinity, .infinity)
    var high = Point(-.infinity, -.infinity)
    for point in points where point.isNumber {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    let reach = half + 1
    area = clip.touched(minX: low.x - reach, minY: low.y - reach, maxX: high.x + reach, maxY: high.y + reach)
    guard !area.isEmpty else { return nil }
    coverage = ContiguousArray(repeating: 0, count: area.width * area.height)
    reached = ContiguousArray(repeating: (area.width, 0), count: area.height)
  }

  /// The coverage of a line through `points` in a style. A point that is not a number leaves a gap.
  init?(_ points: [Point], closed: Bool, style: StrokeStyle, clip: PixelRect) {
    self.init(points, width: style.width, clip: clip)
    for var run in points.split(whereSeparator: { !$0.isNumber }).map({ $0.map(\.reachable) }) {
      let joinsItself = closed && run.count == points.count && run.count > 1
      if joinsItself, let first = run.first { run.append(first) }
      if style.isSolid {
        add(run, cap: joinsItself ? .round : style.cap)
      } else {
        style.forEachDash(of: run, visibleIn: area, margin: half + 2) { add($0, cap: style.cap) }
      }
    }
  }

  /// Adds a run of connected segments; `cap` is the shape of its two ends. `half` may be smaller than the line's.
  mutating func add(_ run: [Point], cap: LineCap, half: Double? = nil) {
    let half = min(half ?? self.half, self.half)
    guard let first = run.first, let last = run.last else { return }
    if run.count == 1 || run.allSatisfy({ $0 == first }) {
      if cap == .round { add(Segment(from: first, to: last, half: half, buttStart: false, buttEnd: false)) }
      return
    }
    var pending: Segment?
    for i in 1..<run.count where run[i] != run[i - 1] {
      var segment = Segment(
        from: run[i - 1], to: run[i], half: half, buttStart: cap == .butt && i == 1,
        buttEnd: cap == .butt && i == run.count - 1)
      if var before = pending {
        // A join may reach beyond a short piece that is cut off.
        if cap == .round || min(before.length, segment.length) > half + 2 { Segment.join(&before, &segment) }
        add(before)
      }
      pending = segment
    }
    if let pending { add(pending) }
  }

  private mutating func add(_ segment: Segment) {
    guard let segment = segment.clipped(to: area) else { return }
    let reach = half + 1
    let rows = area.touched(
      minX: min(segment.from.x, segment.to.x) - reach, minY: min(segment.from.y, segment.to.y) - reach,
      maxX: max(segment.from.x, segment.to.x) + reach, maxY: max(segment.from.y, segment.to.y) + reach)
    guard !rows.isEmpty else { return }
    let area = area
    coverage.withUnsafeMutableBufferPointer { coverage in
      reached.withUnsafeMutableBufferPointer { reached in
        guard let base = coverage.baseAddress else { return }
        for y in rows.top..<rows.bottom {
          let (from, to) = segment.columns(row: y, within: rows)
          guard from < to else { continue }
          let row = base + (y - area.top) * area.width - area.left
          var x = from
          while x < to {
            // Where the piece before covers all of a pixel this one has nothing to add.
            if row[x] < 255 {
              let share = UInt8(truncatingIfNeeded: Int(segment.share(x, y) * 255 + 0.5))
              if share > row[x] { row[x] = share }
            }
            x &+= 1
          }
          let old = reached[y - area.top]
          reached[y - area.top] = (min(old.from, from - area.left), max(old.to, to - area.left))
        }
      }
    }
  }

  /// The parts of rows that the line reaches.
  func forEachRow(_ body: (PixelRect) -> Void) {
    for (y, columns) in reached.enumerated() where columns.from < columns.to {
      body(
        PixelRect(
          left: area.left + columns.from, top: area.top + y, right: area.left + columns.to, bottom: area.top + y + 1))
    }
  }

  /// Blends a color over some rows, counted from the top of the area.
  func paint(_ rows: Range<Int>, _ pixels: UnsafeMutablePointer<UInt32>, _ stride: Int, _ source: UInt32) {
    coverage.withUnsafeBufferPointer { coverage in
      guard let base = coverage.baseAddress else { return }
      for y in rows {
        let (from, to) = reached[y]
        guard from < to else { continue }
        let row = base + y * area.width
        let target = pixels + (area.top + y) * stride + area.left
        Blend.masked(target + from, row + from, count: to - from, source)
      }
    }
  }

  /// The coverage of the whole area, row by row.
  var mask: CoverageMask { CoverageMask(width: area.width, height: area.height, coverage: Array(coverage)) }
}
