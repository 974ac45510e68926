extension StrokeStyle {
  /// Drawn without gaps: because there are none, because round caps close them, or because the pattern is none.
  var isSolid: Bool {
    let total = dash.reduce(0, +)
    guard total >= 0.5, total < farAway, width <= 1024, dashPhase.isFinite, dash.allSatisfy({ $0 >= 0 }) else {
      return true
    }
    let isOdd = dash.count % 2 == 1
    return cap == .round && dash.indices.allSatisfy { ($0 % 2 == 0 && !isOdd) || dash[$0] <= width / 2 }
  }

  /// Calls `emit` with the points of every dash along `run` that comes near `area`. Lengths out of sight are skipped
  /// without counting their dashes.
  func forEachDash(of run: [Point], visibleIn area: PixelRect, margin: Double, _ emit: ([Point]) -> Void) {
    var walker = DashWalker(lengths: dash.count % 2 == 0 ? dash : dash + dash)
    walker.advance(by: dashPhase)
    var current: [Point] = []
    func finish() {
      if !current.isEmpty { emit(current) }
      current.removeAll(keepingCapacity: true)
    }
    for (from, to) in zip(run, run.dropFirst()) {
      let length = Point.distance(from, to)
      guard length > 0 else { continue }
      let whole = Segment(from: from, to: to, half: margin, buttStart: false, buttEnd: false)
      guard let seen = whole.clipped(to: area) else {
        finish()
        walker.advance(by: length)
        continue
      }
      let skipped = Point.distance(from, seen.from)
      if skipped > 0 {
        finish()
        walker.advance(by: skipped)
      }
      // Positions count from where the segment comes into sight, so that they keep their fractions.
      let end = Point.distance(seen.from, seen.to)
      func point(_ position: Double) -> Point {
        Point(
          seen.from.x + (seen.to.x - seen.from.x) * position / end,
          seen.from.y + (seen.to.y - seen.from.y) * position / end)
      }
      var position = 0.0
      while position < end {
        let stop = min(position + walker.left, end)
        if walker.isOn {
          if current.isEmpty { current.append(point(position)) }
          current.append(point(stop))
        }
        walker.step(stop - position)
        if !walker.isOn { finish() }
        position = max(stop, position.nextUp)
      }
      let rest = length - skipped - end
      if rest > 0 { walker.advance(by: rest) }
    }
    finish()
  }
}

/// A place in a dash pattern.
private struct DashWalker {
  let lengths: [Double]
  let total: Double
  private var index = 0
  private(set) var left: Double

  /// An even number of lengths, at least one of them above zero.
  init(lengths: [Double]) {
    self.lengths = lengths
    total = lengths.reduce(0, +)
    left = lengths[0]
  }

  var isOn: Bool { index % 2 == 0 }

  /// Moves on by at most what is left of the current piece.
  mutating func step(_ distance: Double) {
    left -= distance
    var tries = lengths.count
    while left <= 1e-9, tries > 0 {
      index = (index + 1) % lengths.count
      left = lengths[index]
      tries -= 1
    }
  }

  /// Moves on by any distance; negative goes back.
  mutating func advance(by distance: Double) {
    var rest = distance.truncatingRemainder(dividingBy: total)
    if rest < 0 { rest += total }
    var tries = 2 * lengths.count + 2
    while rest > 0, tries > 0 {
      let part = min(rest, left)
      step(part)
      rest -= part
      tries -= 1
    }
  }
}

extension Point {
  static func distance(_ p: Point, _ q: Point) -> Double {
    ((q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y)).squareRoot()
  }
}
