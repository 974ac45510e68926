/// One straight piece of a line: all that lies within `half` pixels of it, cut off square at butt ends.
struct Segment {
  var from: Point
  var to: Point
  let half: Double
  var buttStart: Bool
  var buttEnd: Bool
  /// How far beyond its ends pixels may still be nearer to this piece than to the one that goes on there.
  var reachStart = Double.infinity
  var reachEnd = Double.infinity
  private var alongX = 0.0
  private var alongY = 0.0
  private(set) var length = 0.0
  private var side = HalfPlane(normalX: 1, 0)
  private var end = HalfPlane(normalX: 1, 0)

  init(from: Point, to: Point, half: Double, buttStart: Bool, buttEnd: Bool) {
    self.from = from
    self.to = to
    self.half = half
    self.buttStart = buttStart
    self.buttEnd = buttEnd
    let dx = to.x - from.x
    let dy = to.y - from.y
    length = (dx * dx + dy * dy).squareRoot()
    if length > 0 {
      alongX = dx / length
      alongY = dy / length
      side = HalfPlane(normalX: -alongY, alongX)
      end = HalfPlane(normalX: alongX, alongY)
    }
  }

  /// The part that can reach `area`, or nil (Liang and Barsky 1984). Without it, positions along a segment of a billion
  /// pixels would lose their fractions.
  func clipped(to area: PixelRect) -> Segment? {
    let margin = half + 2
    var start = 0.0
    var stop = 1.0
    let dx = to.x - from.x
    let dy = to.y - from.y
    let borders = (
      (-dx, from.x - (Double(area.left) - margin)), (dx, Double(area.right) + margin - from.x),
      (-dy, from.y - (Double(area.top) - margin)), (dy, Double(area.bottom) + margin - from.y)
    )
    for (speed, room) in [borders.0, borders.1, borders.2, borders.3] {
      if speed == 0 {
        if room < 0 { return nil }
      } else if speed < 0 {
        start = max(start, room / speed)
      } else {
        stop = min(stop, room / speed)
      }
    }
    guard start <= stop else { return nil }
    guard start > 0 || stop < 1 else { return self }
    var part = Segment(
      from: start > 0 ? Point(from.x + start * dx, from.y + start * dy) : from,
      to: stop < 1 ? Point(from.x + stop * dx, from.y + stop * dy) : to,
      half: half, buttStart: buttStart && start <= 0, buttEnd: buttEnd && stop >= 1)
    (part.reachStart, part.reachEnd) = (reachStart, reachEnd)
    return part
  }

  /// Another piece goes on from the end of one, by a round join. What lies further beyond that end than the wedge
  /// between the two is nearer to that piece, which gives it no smaller a share.
  static func join(_ before: inout Segment, _ after: inout Segment) {
    let straight = before.alongX * after.alongX + before.alongY * after.alongY
    guard straight > 0 else { return }
    let turn = abs(before.alongX * after.alongY - before.alongY * after.alongX)
    before.reachEnd = (before.half + 1) * turn + 1
    after.reachStart = before.reachEnd
  }

  /// The columns of `bounds` that the segment may touch in row `y`.
  @inline(__always)
  func columns(row y: Int, within bounds: PixelRect) -> (from: Int, to: Int) {
    var low = -Double.infinity
    var high = Double.infinity
    let down = Double(y) + 0.5 - from.y
    if abs(alongY) > 1e-9 {
      let reach = (half + 0.75) / abs(alongY)
      let middle = from.x + down * alongX / alongY
      (low, high) = (middle - reach, middle + reach)
    }
    if abs(alongX) > 1e-9 {
      let start = from.x + (-reachStart - down * alongY) / alongX
      let end = from.x + (length + reachEnd - down * alongY) / alongX
      (low, high) = (max(low, min(start, end)), min(high, max(start, end)))
    }
    return (
      Int(clamping: (low - 0.5).rounded(.down), to: bounds.left, bounds.right),
      Int(clamping: (high + 0.5).rounded(.up), to: bounds.left, bounds.right)
    )
  }

  /// The share of pixel (`x`, `y`) that is covered.
  @inline(__always)
  func share(_ x: Int, _ y: Int) -> Double {
    let dx = Double(x) + 0.5 - from.x
    let dy = Double(y) + 0.5 - from.y
    let along = dx * alongX + dy * alongY
    let across = abs(dy * alongX - dx * alongY)
    if along < 0 || length == 0, !buttStart { return roundShare(dx, dy) }
    if along > length, !buttEnd { return roundShare(Double(x) + 0.5 - to.x, Double(y) + 0.5 - to.y) }
    var share = across < half - 0.75 ? 1 : side.share(across, half: half)
    if buttStart, share > 0 { share *= end.share(along) }
    if buttEnd, share > 0 { share *= end.share(length - along) }
    return share
  }

  /// The share in the disc of radius `half`, (`dx`, `dy`) from its center.
  @inline(__always)
  private func roundShare(_ dx: Double, _ dy: Double) -> Double {
    let square = dx * dx + dy * dy
    if square > (half + 0.75) * (half + 0.75) { return 0 }
    let distance = square.squareRoot()
    if distance < half - 0.75 { return 1 }
    guard distance > 0 else { return side.share(0, half: half) }
    return HalfPlane(normalX: dx / distance, dy / distance).share(distance, half: half)
  }
}
