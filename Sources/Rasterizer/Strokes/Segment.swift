/// One straight piece of a line: all that lies within `half` pixels of it, cut off square at butt ends.
struct Segment {
  var from: Point
  var to: Point
  let half: Double
  var buttStart: Bool
  var buttEnd: Bool
  private var alongX = 0.0
  private var alongY = 0.0
  private var length = 0.0
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
    return Segment(
      from: start > 0 ? Point(from.x + start * dx, from.y + start * dy) : from,
      to: stop < 1 ? Point(from.x + stop * dx, from.y + stop * dy) : to,
      half: half, buttStart: buttStart && start <= 0, buttEnd: buttEnd && stop >= 1)
  }

  /// The columns of `bounds` that the segment may touch in row `y`.
  @inline(__always)
  func columns(row y: Int, within bounds: PixelRect) -> (from: Int, to: Int) {
    guard abs(alongY) > 1e-9 else { return (bounds.left, bounds.right) }
    let reach = (half + 0.75) / abs(alongY)
    let middle = from.x + (Double(y) + 0.5 - from.y) * alongX / alongY
    return (
      Int(clamping: (middle - reach - 0.5).rounded(.down), to: bounds.left, bounds.right),
      Int(clamping: (middle + reach + 0.5).rounded(.up), to: bounds.left, bounds.right)
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
    let distance = (dx * dx + dy * dy).squareRoot()
    if distance < half - 0.75 { return 1 }
    if distance > half + 0.75 { return 0 }
    guard distance > 0 else { return side.share(0, half: half) }
    return HalfPlane(normalX: dx / distance, dy / distance).share(distance, half: half)
  }
}
