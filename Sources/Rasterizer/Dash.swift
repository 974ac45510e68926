extension StrokeStyle {
  /// Drawn without gaps.
  var isSolid: Bool {
    let total = dash.reduce(0, +)
    return dash.isEmpty || !(total >= 0.1 && total < farAway && dash.allSatisfy { $0 >= 0 }) || width > 1e5
      || !dashPhase.isFinite
  }

  /// Calls `emit` with the points of every dash along `run` that comes near `area`. Lengths out of sight are skipped
  /// without counting their dashes.
  func forEachDash(of run: [Point], visibleIn area: PixelRect, margin: Double, _ emit: ([Point]) -> Void) {
    let lengths = dash.count % 2 == 0 ? dash : dash + dash
    let total = lengths.reduce(0, +)
    var walker = DashWalker(lengths: lengths, total: total)
    walker.advance(by: dashPhase)
    var current: [Point] = []
    for i in run.indices.dropFirst() {
      let from = run[i - 1]
      let to = run[i]
      let segment = Segment(from: from, to: to, half: margin, buttStart: false, buttEnd: false)
      let length = Point.distance(from, to)
      guard length > 0 else { continue }
      guard let seen = segment.clipped(to: area) else {
        if !current.isEmpty { emit(current) }
        current = []
        walker.advance(by: length)
        continue
      }
      var position = Point.distance(from, seen.from)
      let end = min(Point.distance(from, seen.to), length)
      if position > 0 {
        if !current.isEmpty { emit(current) }
        current = []
        walker.advance(by: position)
      }
      func point(_ position: Double) -> Point {
        Point(from.x + (to.x - from.x) * position / length, from.y + (to.y - from.y) * position / length)
      }
      while position < end {
        let stop = min(position + walker.left, end)
        if walker.isOn {
          if current.isEmpty { current.append(point(position)) }
          current.append(point(stop))
        }
        walker.step(stop - position)
        if !walker.isOn, !current.isEmpty {
          emit(current)
          current = []
        }
        // A remainder too small to move the position would never end.
        position = max(stop, position.nextUp)
      }
      if end < length { walker.advance(by: length - end) }
    }
    if !current.isEmpty { emit(current) }
  }
}

/// A place in a dash pattern.
private struct DashWalker {
  let lengths: [Double]
  let total: Double
  private var index = 0
  private(set) var left: Double

  init(lengths: [Double], total: Double) {
    self.lengths = lengths
    self.total = total
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
