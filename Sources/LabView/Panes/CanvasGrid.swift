import LabCore
import Rasterizer

/// The lines and numbers behind the data, and the names of the axes.
extension Painter {
  mutating func drawGrid(_ layout: Layout, _ state: LabState) {
    let shown = layout.transform.dataRect(layout.canvas)
    let rect = layout.canvas
    let (across, up) = ticks(layout)
    let line = metrics.hairline
    for value in across.values {
      let x = (value * layout.transform.scaleX + layout.transform.offsetX).rounded()
      canvas.fill(Rect(x: x, y: rect.y, width: line, height: rect.height), theme.grid)
    }
    for value in up.values {
      let y = (value * layout.transform.scaleY + layout.transform.offsetY).rounded()
      canvas.fill(Rect(x: rect.x, y: y, width: rect.width, height: line), theme.grid)
    }
    let zero = layout.transform.pixel(DataPoint(0, 0))
    if shown.minX < 0, shown.maxX > 0 {
      canvas.fill(Rect(x: zero.x.rounded(), y: rect.y, width: line, height: rect.height), theme.zero)
    }
    if shown.minY < 0, shown.maxY > 0 {
      canvas.fill(Rect(x: rect.x, y: zero.y.rounded(), width: rect.width, height: line), theme.zero)
    }
    for label in tickLabels(layout, state, across: across, up: up) { drawTickLabel(label) }
  }

  /// A number of an axis.
  struct TickLabel {
    let text: String
    let rect: Rect
  }

  private mutating func drawTickLabel(_ label: TickLabel) {
    text(label.text, x: label.rect.x, centerY: label.rect.midY, size: metrics.caption, theme.ink3)
  }

  /// Numbers that the line of an ellipse would strike out stand in front of it.
  mutating func drawCrossedTickLabels(_ scene: CanvasScene, _ layout: Layout, _ state: LabState) {
    guard !scene.spread.isEmpty else { return }
    let (across, up) = ticks(layout)
    let lines = scene.spread.flatMap { [$0.oneSigma, $0.twoSigma] }
    for label in tickLabels(layout, state, across: across, up: up)
    where lines.contains(where: { $0.crosses(label.rect) }) {
      canvas.fill(label.rect, cornerRadius: metrics.keyCorner, theme.canvas.opacity(0.85))
      drawTickLabel(label)
    }
  }

  private func ticks(_ layout: Layout) -> (across: AxisTicks, up: AxisTicks) {
    let shown = layout.transform.dataRect(layout.canvas)
    let spacing = 80 * metrics.unit * (metrics.isProjector ? 0.9 : 1)
    return (
      AxisTicks(low: shown.minX, high: shown.maxX, pixels: layout.canvas.width, minimumSpacing: spacing),
      AxisTicks(low: shown.minY, high: shown.maxY, pixels: layout.canvas.height, minimumSpacing: spacing)
    )
  }

  private func tickLabels(_ layout: Layout, _ state: LabState, across: AxisTicks, up: AxisTicks) -> [TickLabel] {
    let rect = layout.canvas
    let size = metrics.caption
    let names = axisNames(layout, state)
    let em = Double(size)
    let below = (rect.maxY - (metrics.sizeClass == .smallProjector ? 0.85 : 1.26) * em).rounded()
    let widest = up.values.map { font.pixels(up.label($0), size) }.max() ?? 0
    let least = metrics.sizeClass == .smallProjector ? 0 : 2.85 * em
    let right = (rect.x + max(least, widest + 0.55 * em)).rounded()
    func label(_ text: String, x: Double, width: Double, y: Double) -> TickLabel {
      TickLabel(text: text, rect: Rect(x: x, y: y - 0.7 * em, width: width, height: 1.4 * em))
    }
    var labels: [TickLabel] = []
    for value in across.values {
      let x = value * layout.transform.scaleX + layout.transform.offsetX
      let text = across.label(value)
      let width = font.width(of: text, TextStyle(size: size, weight: .book))
      guard x - width / 2 > right + 0.3 * em, x + width / 2 < rect.maxX - 2 else { continue }
      labels.append(label(text, x: x - width / 2, width: width, y: below))
    }
    for value in up.values {
      let y = value * layout.transform.scaleY + layout.transform.offsetY
      guard y > rect.y + em, y < below - 1.5 * em else { continue }
      // The name of the axis keeps its place.
      guard names.allSatisfy({ label("", x: right - widest, width: widest, y: y).rect.intersection($0.rect).isEmpty })
      else { continue }
      let text = up.label(value)
      let width = font.width(of: text, TextStyle(size: size, weight: .book))
      labels.append(label(text, x: right - width, width: width, y: y))
    }
    return labels
  }

  struct AxisName {
    let text: String
    let rect: Rect
  }

  /// The columns' names, where they say more than x and y: at the ends of the axes, as much of them as there is room for.
  func axisNames(_ layout: Layout, _ state: LabState) -> [AxisName] {
    let names = words.axisNames(state.document)
    if let chips = layout.chips { return chips.all.map { AxisName(text: $0.name, rect: $0.rect) } }
    guard names.count == 2, names != DataSource.plainColumnNames else { return [] }
    let em = Double(metrics.caption)
    let style = TextStyle(size: metrics.caption, weight: .bold)
    let pad = (0.5 * em).rounded()
    func name(_ text: String, right: Double?, y: Double) -> AxisName {
      let shown = font.truncate(text, style, to: layout.canvas.width - 4 * pad)
      let width = font.width(of: shown, style).rounded(.up) + 2 * pad
      let x = right.map { $0 - width } ?? layout.canvas.x + pad
      return AxisName(text: shown, rect: Rect(x: x, y: y, width: width, height: (1.6 * em).rounded()))
    }
    return [
      name(names[0], right: layout.canvas.maxX - pad, y: (layout.canvas.maxY - 3.5 * em).rounded()),
      name(names[1], right: nil, y: layout.canvas.y + max(pad, layout.headRoom, raceRoom(state))),
    ]
  }

  /// Names that can be pressed are drawn over everything else.
  mutating func drawAxisNames(_ layout: Layout, _ state: LabState) {
    guard layout.chips == nil else { return }
    for name in axisNames(layout, state) {
      canvas.fill(name.rect, cornerRadius: metrics.keyCorner, theme.canvas.opacity(0.8))
      text(
        name.text, x: name.rect.midX, centerY: name.rect.midY.rounded(), size: metrics.caption, weight: .bold,
        theme.ink3, align: .center)
    }
  }
}
