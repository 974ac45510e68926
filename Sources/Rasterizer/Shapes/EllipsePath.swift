import Glibc

/// The outline of an ellipse, or the curve at a constant distance from it, as a polygon fine enough to look round.
///
/// The point at parameter t is c + u cos t + v sin t + h n(t): u and v the half axes, n the outward normal. Steps in t
/// are chosen so that no chord strays more than `tolerance` from the curve; corners are pushed outwards a little so that
/// the polygon has the area of the curve. Parts that a clip cannot see are replaced by their chords.
struct EllipsePath {
  /// Pixels. A hundredth of a pixel is 2.5 steps of 255 at worst and, averaged over an edge, well below one.
  static let tolerance = 0.01

  let center: Point
  let ux: Double
  let uy: Double
  let a: Double
  let b: Double
  let offset: Double

  init(_ ellipse: Ellipse, offset: Double = 0) {
    center = ellipse.center.reachable
    ux = cos(ellipse.angle)
    uy = sin(ellipse.angle)
    a = min(ellipse.semiMajor, farAway)
    b = min(ellipse.semiMinor, farAway)
    self.offset = offset
  }

  init(center: Point, radius: Double) {
    self.center = center.reachable
    ux = 1
    uy = 0
    a = min(radius, farAway)
    b = a
    offset = 0
  }

  /// Calls `emit` with points from parameter `from` to `to` (radians; backwards if `to` is smaller), both included.
  func walk(from: Double = 0, to: Double = 2 * .pi, visibleIn clip: PixelRect, _ emit: (Point) -> Void) {
    let turn = to - from
    let steps = steps(turn)
    let step = turn / Double(steps)
    let grow = 1 + step * step / 12
    emit(point(from, grow))
    refine(from, steps, step, grow, radius, clip, emit)
  }

  private var radius: Double { max(max(a, b) + abs(offset), 1e-6) }

  /// The number of chords for a turn by an angle.
  func steps(_ turn: Double = 2 * .pi) -> Int {
    // A chord over an angle s strays r s² / 8 from its arc.
    let most = (8 * EllipsePath.tolerance / radius).squareRoot()
    return Int(max(min((abs(turn) / most).rounded(.up), 67_108_864), max((abs(turn) * 1.25).rounded(.up), 1)))
  }

  /// Points after `start`, in `count` steps: halves the way until a part is short or out of sight.
  private func refine(
    _ start: Double, _ count: Int, _ step: Double, _ grow: Double, _ radius: Double, _ clip: PixelRect,
    _ emit: (Point) -> Void
  ) {
    let end = start + step * Double(count)
    if count <= 64 {
      walkEvenly(start, count, step, grow, emit)
    } else if abs(end - start) < 0.8, isHidden(start, end, grow, radius, clip) {
      emit(point(end, grow))
    } else {
      let half = count / 2
      refine(start, half, step, grow, radius, clip, emit)
      refine(start + step * Double(half), count - half, step, grow, radius, clip, emit)
    }
  }

  /// The arc and its chord lie on the same side, beyond one border of the clip.
  private func isHidden(_ start: Double, _ end: Double, _ grow: Double, _ radius: Double, _ clip: PixelRect) -> Bool {
    let p = point(start, grow)
    let q = point(end, grow)
    let bulge = radius * (end - start) * (end - start) / 8 + 1
    return max(p.x, q.x) + bulge < Double(clip.left) || min(p.x, q.x) - bulge > Double(clip.right)
      || max(p.y, q.y) + bulge < Double(clip.top) || min(p.y, q.y) - bulge > Double(clip.bottom)
  }

  private func walkEvenly(_ start: Double, _ count: Int, _ step: Double, _ grow: Double, _ emit: (Point) -> Void) {
    let turnX = cos(step)
    let turnY = sin(step)
    var x = cos(start)
    var y = sin(start)
    for _ in 0..<count {
      (x, y) = (x * turnX - y * turnY, x * turnY + y * turnX)
      emit(point(cosine: x, sine: y, grow))
    }
  }

  @inline(__always)
  private func point(_ t: Double, _ grow: Double) -> Point { point(cosine: cos(t), sine: sin(t), grow) }

  @inline(__always)
  private func point(cosine: Double, sine: Double, _ grow: Double) -> Point {
    var along = a * cosine
    var across = b * sine
    if offset != 0 {
      let normalX = b * cosine
      let normalY = a * sine
      let length = (normalX * normalX + normalY * normalY).squareRoot()
      if length > 0 {
        along += offset * normalX / length
        across += offset * normalY / length
      }
    }
    along *= grow
    across *= grow
    return Point(center.x + ux * along - uy * across, center.y + uy * along + ux * across)
  }
}

extension ScanlineFill {
  /// Adds a part of `path` to the outline; `begin` starts a new outline with it, otherwise a line leads to it.
  mutating func add(_ path: EllipsePath, from: Double = 0, to: Double = 2 * .pi, begin: Bool = true) {
    var fresh = begin
    path.walk(from: from, to: to, visibleIn: clip) { p in
      if fresh {
        move(to: p)
        fresh = false
      } else {
        line(to: p)
      }
    }
  }
}
