import CRasterKernel

/// One straight piece of a line: all that lies within `half` pixels of it, cut off square at butt ends.
struct Segment {
  let from: Point
  let to: Point
  let half: Double
  let buttStart: Bool
  let buttEnd: Bool
  /// How far beyond its ends pixels may still be nearer to this piece than to the one that goes on there.
  private(set) var reachStart = Double.infinity
  private(set) var reachEnd = Double.infinity
  private let alongX: Double
  private let alongY: Double
  private let length: Double

  init(from: Point, to: Point, half: Double, buttStart: Bool, buttEnd: Bool) {
    self.from = from
    self.to = to
    self.half = half
    self.buttStart = buttStart
    self.buttEnd = buttEnd
    length = Point.distance(from, to)
    alongX = length > 0 ? (to.x - from.x) / length : 0
    alongY = length > 0 ? (to.y - from.y) / length : 0
  }

  /// The pieces of a run of connected points; `cap` is the shape of its two ends.
  static func forEach(of run: [Point], half: Double, cap: LineCap, _ body: (Segment) -> Void) {
    guard let first = run.first else { return }
    guard run.contains(where: { $0 != first }) else {
      if cap == .round { body(Segment(from: first, to: first, half: half, buttStart: false, buttEnd: false)) }
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
        body(before)
      }
      pending = segment
    }
    if let pending { body(pending) }
  }

  /// Another piece goes on from the end of one, by a round join. What lies further beyond that end than the wedge
  /// between the two is nearer to that piece, which gives it no smaller a share.
  private static func join(_ before: inout Segment, _ after: inout Segment) {
    let straight = before.alongX * after.alongX + before.alongY * after.alongY
    guard straight > 0 else { return }
    let turn = abs(before.alongX * after.alongY - before.alongY * after.alongX)
    before.reachEnd = (before.half + 1) * turn + 1
    after.reachStart = before.reachEnd
  }

  /// The part that can reach `area`, or nil (Liang and Barsky 1984). Without it, positions along a segment of a billion
  /// pixels would lose their fractions.
  func clipped(to area: PixelRect) -> Segment? {
    let margin = half + 2
    let (left, right) = (Double(area.left) - margin, Double(area.right) + margin)
    let (top, bottom) = (Double(area.top) - margin, Double(area.bottom) + margin)
    func isInside(_ p: Point) -> Bool { p.x >= left && p.x <= right && p.y >= top && p.y <= bottom }
    if isInside(from), isInside(to) { return self }
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var range = 0.0...1.0
    guard range.cut(speed: -dx, room: from.x - left), range.cut(speed: dx, room: right - from.x),
      range.cut(speed: -dy, room: from.y - top), range.cut(speed: dy, room: bottom - from.y)
    else { return nil }
    let (start, stop) = (range.lowerBound, range.upperBound)
    guard start > 0 || stop < 1 else { return self }
    var part = Segment(
      from: start > 0 ? Point(from.x + start * dx, from.y + start * dy) : from,
      to: stop < 1 ? Point(from.x + stop * dx, from.y + stop * dy) : to,
      half: half, buttStart: buttStart && start <= 0, buttEnd: buttEnd && stop >= 1)
    (part.reachStart, part.reachEnd) = (reachStart, reachEnd)
    return part
  }

  /// As the kernel has it: a piece without length is a disc, and its direction any.
  var piece: StrokePiece {
    StrokePiece(
      x: from.x - 0.5, y: from.y - 0.5, along_x: length > 0 ? alongX : 1, along_y: alongY, length: length, half: half,
      reach_start: min(reachStart, buttStart ? 0.75 : half + 0.75),
      reach_end: min(reachEnd, buttEnd ? 0.75 : half + 0.75), round_start: buttStart ? 0 : 1, round_end: buttEnd ? 0 : 1
    )
  }
}

extension ClosedRange<Double> {
  /// Leaves out what lies beyond a border that is `room` away from 0, for who moves towards it at a speed. Returns whether
  /// anything is left.
  fileprivate mutating func cut(speed: Double, room: Double) -> Bool {
    if speed == 0 { return room >= 0 }
    let place = room / speed
    let (start, stop) =
      speed < 0 ? (Swift.max(lowerBound, place), upperBound) : (lowerBound, Swift.min(upperBound, place))
    guard start <= stop else { return false }
    self = start...stop
    return true
  }
}
