import Glibc
import LabCore
import Rasterizer

/// A stamp that is being dragged out: the points that it will leave, hollow, and its shape.
extension Painter {
  mutating func drawStamp(_ frame: StampFrame, _ layout: Layout, _ state: LabState) {
    let t = layout.transform
    let unit = metrics.unit
    let points = state.stampedPoints
    var batch = PointBatch(
      x: points.map(\.x), y: points.map(\.y), scaleX: t.scaleX, offsetX: t.offsetX, scaleY: t.scaleY,
      offsetY: t.offsetY, colors: .uniform(theme.ink3), radius: 4.3 * unit, opacity: 1)
    canvas.draw(batch)
    batch.colors = .uniform(theme.canvas)
    batch.radius = 2.9 * unit
    canvas.draw(batch)
    let center = t.pixel(frame.origin)
    let end = t.pixel(frame.place(1, 0))
    let length = center.distance(to: end)
    let angle = atan2(end.y - center.y, end.x - center.x)
    let spread = state.tools.width * state.tools.shape.widthFactor
    let fine = StrokeStyle(width: 1.25 * unit, dash: [4 * unit, 3 * unit], cap: .butt)
    switch state.tools.shape {
    case .gaussian:
      for (sigmas, style) in [
        (1.0, StrokeStyle(width: 1.75 * unit, dash: [6 * unit, 4 * unit], cap: .butt)), (2, fine),
      ] {
        let ellipse = Ellipse(
          center: center, semiMajor: sigmas * length, semiMinor: sigmas * spread * length, angle: angle)
        canvas.stroke(ellipse, style: style, theme.ink2)
      }
    case .line:
      for side in [-2.0, 2] {
        let (dx, dy) = (-sin(angle) * side * spread * length, cos(angle) * side * spread * length)
        canvas.stroke(
          polyline: [Point(center.x + dx, center.y + dy), Point(end.x + dx, end.y + dy)], style: fine, theme.ink2)
      }
    case .ring:
      for side in [-2.0, 2] {
        let radius = length * max(1 + side * spread, 0)
        canvas.stroke(
          Ellipse(center: center, semiMajor: radius, semiMinor: radius, angle: 0), style: fine, theme.ink2)
      }
    }
    canvas.stroke(from: center, to: end, width: 1.75 * unit, theme.ink)
    canvas.fill(discAt: center, radius: 3.5 * unit, theme.ink)
    drawStampTip(frame, layout, state)
  }

  /// How many points, how large, how far turned.
  private mutating func drawStampTip(_ frame: StampFrame, _ layout: Layout, _ state: LabState) {
    var facts = [words(.pointCount(count: state.tools.count))]
    // Lengths and angles mean something where both axes have one unit.
    if state.document.aspect == .equal {
      let (dx, dy) = (frame.along.width, frame.along.height)
      let length = (dx * dx + dy * dy).squareRoot()
      let step = 1 / abs(layout.transform.scaleX)
      let long = NumberText.coordinate(length, step: step)
      switch state.tools.shape {
      case .gaussian:
        facts.append(
          words(.stampedAxes(long: long, short: NumberText.coordinate(state.tools.width * length, step: step))))
      case .line: facts.append(words(.stampedLine(length: long)))
      case .ring: facts.append(words(.stampedRing(radius: long)))
      }
      if state.tools.shape != .ring {
        facts.append(NumberText.decimal(atan2(dy, dx) * 180 / .pi, digits: 0) + "°")
      }
    }
    let size = metrics.body
    let gap = Double(size)
    let pad = (0.9 * gap).rounded()
    let widths = facts.map { font.pixels($0, size) }
    let width = widths.reduce(0, +) + gap * Double(facts.count - 1) + 2 * pad
    let height = (2.4 * gap).rounded()
    let canvasRect = layout.canvas
    let margin = 1.5 * metrics.gap
    let origin = layout.transform.pixel(frame.origin)
    let isLow = origin.x < canvasRect.midX && origin.y > canvasRect.midY
    let bottom = canvasRect.maxY - margin - height - (2.2 * Double(metrics.caption)).rounded()
    let frame = Rect(
      x: (canvasRect.midX - width / 2).rounded(),
      y: (isLow ? canvasRect.y + margin + layout.headRoom : bottom).rounded(), width: width, height: height)
    log?.layer = .hint
    canvas.fill(frame, cornerRadius: metrics.buttonCorner, theme.tip)
    var x = frame.x + pad
    for (index, fact) in facts.enumerated() {
      text(fact, x: x, centerY: frame.midY.rounded(), size: size, theme.tipInk)
      x += widths[index] + gap
    }
    log?.layer = .canvas
  }
}
