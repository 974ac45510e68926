import Foundation
import GaussianMixtures
import LabCore
import Rasterizer

/// Bayes' arithmetic for the point under the pointer: weight × density = product, and each product's share of their sum.
struct Inspection {
  struct Row {
    let letter: Int
    let weight: Double
    let density: Double
    let product: Double
    let responsibility: Double
  }

  let index: Int
  let position: DataPoint
  let rows: [Row]
  let sum: Double

  /// The point nearest to the pointer, if one is near, under the mixture on show.
  init?(_ state: LabState, _ layout: Layout) {
    guard state.tool == .inspect, let pointer = state.interface.pointer, state.interface.hovered == nil,
      state.interface.overlay == nil, layout.canvas.contains(Point(pointer.x, pointer.y)),
      let index = Inspection.nearest(
        state.document.points, to: Point(pointer.x, pointer.y), within: 14 * layout.metrics.scale, layout.transform)
    else { return nil }
    let step = state.document.runs.shown
    let position = state.document.points[index]
    guard let posterior = try? step.model.posterior(at: [position.x, position.y]) else { return nil }
    self.index = index
    self.position = position
    sum = exp(posterior.logDensity)
    rows = posterior.logDensities.indices.map { k in
      let density = exp(posterior.logDensities[k])
      let weight = step.model.weights[k]
      return Row(
        letter: step.identities[k], weight: weight, density: density, product: weight * density,
        responsibility: posterior.responsibilities[k])
    }
  }

  private static func nearest(
    _ points: PointCloud, to pixel: Point, within radius: Double, _ transform: CanvasTransform
  ) -> Int? {
    var best: Int?
    var least = radius * radius
    for index in 0..<points.count {
      let dx = points.x[index] * transform.scaleX + transform.offsetX - pixel.x
      let dy = points.y[index] * transform.scaleY + transform.offsetY - pixel.y
      let distance = dx * dx + dy * dy
      if distance <= least {
        least = distance
        best = index
      }
    }
    return best
  }
}

extension Painter {
  mutating func drawInspector(_ layout: Layout, _ state: LabState) {
    guard let inspection = Inspection(state, layout) else { return }
    let at = layout.transform.pixel(inspection.position)
    canvas.stroke(ringAt: at, radius: 9 * metrics.scale, width: 2 * metrics.scale, theme.ink)
    let size = metrics.caption
    let unit = Double(size) / 11
    let row = (24 * unit).rounded()
    let pad = (12 * unit).rounded()
    let width = (306 * unit).rounded()
    let shown = inspection.rows.prefix(max(1, Int((layout.canvas.height - 5 * row) / row)))
    let height = 2 * pad + row * Double(shown.count + 3)
    var frame = Rect(x: at.x + 2 * row, y: at.y - height / 2, width: width, height: height)
    if frame.maxX > layout.canvas.maxX - pad { frame.x = at.x - 2 * row - width }
    frame.x = max(layout.canvas.x + pad, min(frame.x, layout.canvas.maxX - pad - width)).rounded()
    frame.y = max(layout.canvas.y + pad, min(frame.y, layout.canvas.maxY - pad - height)).rounded()
    canvas.fill(frame, cornerRadius: metrics.cardCorner, theme.raised)
    canvas.stroke(
      frame.inset(by: metrics.hairline / 2), cornerRadius: metrics.cardCorner, width: metrics.hairline, theme.line)

    var y = frame.y + pad + row / 2
    let right = frame.maxX - pad
    text("Point \(inspection.index + 1)", x: frame.x + pad, centerY: y, size: size, weight: .bold, theme.ink)
    let position =
      "(\(NumberText.coordinate(inspection.position.x)), \(NumberText.coordinate(inspection.position.y)))"
    text(position, x: right, centerY: y, size: size, theme.ink2, align: .right)
    y += row
    let columns = [0.26, 0.48, 0.73, 1].map { frame.x + pad + $0 * (width - 2 * pad) }
    for (x, head) in zip(columns, ["weight", "× density", "= product", "owned"]) {
      text(head, x: x, centerY: y, size: size, theme.ink2, align: .right)
    }
    let isOwned = state.document.runs.shown.owners != nil
    for entry in shown {
      y += row
      marker(
        entry.letter, center: Point(frame.x + pad + 9 * unit, y), radius: 8 * unit, theme: theme, ground: theme.raised,
        ink: theme.ink)
      text(NumberText.decimal(entry.weight, digits: 3), x: columns[0], centerY: y, size: size, theme.ink, align: .right)
      text(NumberText.density(entry.density), x: columns[1], centerY: y, size: size, theme.ink, align: .right)
      text(NumberText.density(entry.product), x: columns[2], centerY: y, size: size, theme.ink, align: .right)
      let owned = isOwned ? NumberText.decimal(entry.responsibility, digits: 3) : "–"
      text(owned, x: columns[3], centerY: y, size: size, weight: .bold, theme.ink, align: .right)
    }
    hairline(
      Rect(
        x: columns[0] - 40 * unit, y: (y + row / 2).rounded(), width: right - columns[0] + 40 * unit,
        height: metrics.hairline))
    y += row
    text("sum", x: columns[0], centerY: y, size: size, theme.ink2, align: .right)
    text(NumberText.density(inspection.sum), x: columns[2], centerY: y, size: size, theme.ink, align: .right)
    text(isOwned ? "1.000" : "–", x: columns[3], centerY: y, size: size, weight: .bold, theme.ink, align: .right)
  }
}
