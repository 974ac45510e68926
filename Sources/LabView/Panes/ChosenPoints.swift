import LabCore
import Rasterizer

/// The points that are chosen, and where they are being carried.
extension Painter {
  /// So many are marked one by one at most: more could not be told apart, nor drawn within a frame.
  private static func mostMarked(isCrowd: Bool) -> Int { isCrowd ? 4000 : 20_000 }

  mutating func drawChosen(_ layout: Layout, _ state: LabState, _ cloud: PaintedCloud) {
    guard let chosen = state.chosenPoints, state.layers.shows(.points) else { return }
    let points = state.document.points
    let isCrowd = PointLook.isCrowd(points.count)
    let most = Painter.mostMarked(isCrowd: isCrowd)
    let stride = max(1, (chosen.count + most - 1) / most)
    var marked: [Int] = []
    marked.reserveCapacity(min(chosen.count, most))
    var place = 0
    for index in points.indices where chosen.mask[index] {
      if place % stride == 0 { marked.append(index) }
      place += 1
    }
    let t = layout.transform
    let look = PointLook(count: points.count, metrics: metrics)
    let unit = metrics.unit
    var offset = DataSize(0, 0)
    var batch = PointBatch(
      x: marked.map { points.x[$0] }, y: marked.map { points.y[$0] }, scaleX: t.scaleX, offsetX: t.offsetX,
      scaleY: t.scaleY, offsetY: t.offsetY, colors: .uniform(theme.point), radius: look.radius, opacity: 1)
    func draw(_ color: Color, _ radius: Double) {
      batch.colors = .uniform(color)
      batch.radius = radius
      canvas.draw(batch)
    }
    if case .carry(let carry) = state.gesture {
      offset = carry.offset
      if !carry.copies {
        draw(theme.canvas, look.radius + 1.5 * unit)
        draw(theme.ink3, look.radius)
        draw(theme.canvas, look.radius - 1.25 * unit)
      }
    }
    batch.offsetX += offset.width * t.scaleX
    batch.offsetY += offset.height * t.scaleY
    draw(theme.canvas, look.radius + 3.6 * unit)
    draw(theme.ink, look.radius + 2.95 * unit)
    draw(theme.canvas, look.radius + 1.45 * unit)
    batch.radius = look.radius
    batch.colors = .uniform(theme.ink2)
    if !isCrowd {
      switch cloud.colors {
      case .each(let colors): batch.colors = .each(marked.map { colors[$0] })
      case .words(let words): batch.colors = .words(marked.map { words[$0] })
      case .uniform(let color): batch.colors = .uniform(color)
      }
    }
    canvas.draw(batch)
  }

  /// What is being dragged and takes effect when the button is released.
  mutating func drawGesture(_ layout: Layout, _ state: LabState) {
    switch state.gesture {
    case .marquee(let marquee): drawMarquee(marquee, layout)
    case .stamp(let frame): if state.interface.drag == .stamp { drawStamp(frame, layout, state) }
    case .carry, nil: break
    }
  }

  private mutating func drawMarquee(_ marquee: Marquee, _ layout: Layout) {
    let (a, b) = (layout.transform.pixel(marquee.from), layout.transform.pixel(marquee.to))
    let rect = Rect(x: min(a.x, b.x), y: min(a.y, b.y), width: abs(a.x - b.x), height: abs(a.y - b.y))
    let unit = metrics.unit
    canvas.fill(rect, theme.ink.opacity(0.05))
    let corners = [
      Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
      Point(rect.minX, rect.maxY),
    ]
    canvas.stroke(polyline: corners, closed: true, style: StrokeStyle(width: 4 * unit), theme.canvas)
    canvas.stroke(
      polyline: corners, closed: true,
      style: StrokeStyle(width: 1.25 * unit, dash: [4 * unit, 3 * unit], cap: .butt), theme.ink)
  }
}
