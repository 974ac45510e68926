import Glibc

extension Canvas {
  /// Fills an ellipse.
  public mutating func fill(_ ellipse: Ellipse, _ color: Color) {
    if let shape = InkedShape(InkedEllipse(ellipse, color), clip: clipRect) { paint(shape) }
  }

  /// Draws an ellipse's outline, `style.width` pixels wide, half of it on either side; dashes begin at the end of the
  /// semi-major axis and run clockwise on screen.
  public mutating func stroke(_ ellipse: Ellipse, style: StrokeStyle, _ color: Color) {
    if let shape = InkedShape(InkedEllipse(ellipse, style: style, color), clip: clipRect) { paint(shape) }
  }

  /// Fills a disc.
  public mutating func fill(discAt center: Point, radius: Double, _ color: Color) {
    fill(Ellipse(center: center, semiMajor: radius, semiMinor: radius, angle: 0), color)
  }

  /// Draws a circle, `width` pixels wide, half of it on either side.
  public mutating func stroke(ringAt center: Point, radius: Double, width: Double, _ color: Color) {
    guard radius > 0, width > 0, center.isNumber else { return }
    let half = min(width, farAway) / 2
    let outer = EllipsePath(center: center, radius: radius + half)
    let inner = radius > half ? EllipsePath(center: center, radius: radius - half) : nil
    if let ring = InkedShape(outer, without: inner, color: color, clip: clipRect) { paint(ring) }
  }

  /// Draws a part of a circle, `width` pixels wide, between two angles in radians from +x, clockwise on screen as y
  /// points down. `to` below `from` runs the other way; a whole turn or more is the ring.
  public mutating func stroke(
    arcAt center: Point, radius: Double, from: Double, to: Double, width: Double, _ color: Color,
    cap: LineCap = .round
  ) {
    guard radius > 0, width > 0, center.isNumber, from.isFinite, to.isFinite, from != to else { return }
    guard abs(to - from) < 2 * .pi else { return stroke(ringAt: center, radius: radius, width: width, color) }
    let half = min(width, farAway) / 2
    let outer = EllipsePath(center: center, radius: radius + half)
    let bounds = outer.bounds.inset(by: cap == .round ? -half : 0)
    guard var fill = scanlineFill(around: bounds) else { return }
    let inner = EllipsePath(center: center, radius: max(radius - half, 0))
    let way: Double = to > from ? 1 : -1
    fill.add(outer, from: from, to: to)
    fill.addCap(cap, center: inner.middle(radius, at: to), half: half, from: to, way: way)
    fill.add(inner, from: to, to: from, begin: false)
    fill.addCap(cap, center: inner.middle(radius, at: from), half: half, from: from + way * .pi, way: way)
    fill.fill(&self, color)
  }
}

extension Ellipse {
  /// Has an inside and no part that is not a number.
  var isDrawable: Bool { semiMajor > 0 && semiMinor > 0 && center.isNumber && angle.isFinite }
}

extension EllipsePath {
  /// The smallest upright rectangle around the curve, or a little more.
  var bounds: Rect {
    let halfWidth = ((a * ux) * (a * ux) + (b * uy) * (b * uy)).squareRoot() + max(offset, 0) + 1
    let halfHeight = ((a * uy) * (a * uy) + (b * ux) * (b * ux)).squareRoot() + max(offset, 0) + 1
    return Rect(x: center.x - halfWidth, y: center.y - halfHeight, width: 2 * halfWidth, height: 2 * halfHeight)
  }

  /// The point at `angle` on a circle of `radius` around the same center.
  func middle(_ radius: Double, at angle: Double) -> Point {
    let radius = min(radius, farAway)
    return Point(center.x + radius * cos(angle), center.y + radius * sin(angle))
  }
}

extension ScanlineFill {
  /// Half a turn around the end of a line, from angle `from` in the direction `way` (±1); nothing for a butt cap.
  mutating func addCap(_ cap: LineCap, center: Point, half: Double, from: Double, way: Double) {
    guard cap == .round else { return }
    add(EllipsePath(center: center, radius: half), from: from, to: from + way * .pi, begin: false)
  }
}
