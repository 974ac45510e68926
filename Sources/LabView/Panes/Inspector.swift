import LabCore
import LabWords
import Rasterizer

/// Who owns the point pointed at, and by which arithmetic.
extension Painter {
  mutating func drawInspector(_ layout: Layout, _ state: LabState) {
    log?.layer = .inspector
    guard let inspection = Inspection(state, layout) else { return }
    let at = layout.transform.pixel(inspection.position)
    guard layout.canvas.contains(at) else { return }
    if inspection.isOwned, inspection.rows.count > 1 {
      drawOwnerArcs(inspection, at: at)
    } else {
      canvas.stroke(ringAt: at, radius: 9 * metrics.unit, width: 3.5 * metrics.unit, theme.canvas)
      canvas.stroke(ringAt: at, radius: 9 * metrics.unit, width: 2 * metrics.unit, theme.ink)
    }
    let part = InspectorLayout(
      inspection, words, at: at, canvas: layout.canvas, metrics: metrics, font: font)
    let frame = part.frame
    raised(frame, corner: metrics.cardCorner)
    let y = frame.y + part.pad + (part.row / 2).rounded()
    let size = metrics.caption
    text(
      words(.pointNumber(number: inspection.index + 1)), x: frame.x + part.pad, centerY: y, size: size, weight: .bold,
      theme.ink)
    text(
      inspection.positionText, x: frame.maxX - part.pad, centerY: y, size: size, theme.ink2,
      align: .right)
    let line = InspectorLayout.valueLine(size)
    for (index, values) in part.values.enumerated() {
      let middle = (y + part.row / 2 + (Double(index) + 0.5) * line).rounded()
      text(values, x: frame.x + part.pad, centerY: middle, size: size, theme.ink2)
    }
    let top = y + Double(part.values.count) * line
    switch part.style {
    case .roomy, .close: drawArithmetic(inspection, part, top: top)
    case .sharesOnly, .sharesClose: drawShares(inspection, part, top: top)
    }
  }

  private mutating func drawArithmetic(_ inspection: Inspection, _ part: InspectorLayout, top: Double) {
    let size = metrics.caption
    let columns = part.columns
    var y = top + part.row
    for (x, head) in zip(columns, [Label.weight, .timesDensity, .product, .owned]) {
      text(words(head), x: x, centerY: y, size: size, theme.ink2, align: .right)
    }
    for entry in inspection.rows {
      y += part.row
      marker(
        entry.letter, center: Point(part.frame.x + part.pad + part.ringRadius, y), radius: part.ringRadius,
        theme: theme, ground: theme.raised, ink: theme.ink)
      let numbers = [
        NumberText.decimal(entry.weight, digits: 3), NumberText.density(entry.density),
        NumberText.density(entry.product),
      ]
      for (x, number) in zip(columns, numbers) {
        text(number, x: x, centerY: y, size: size, theme.ink, align: .right)
      }
      text(
        share(entry.responsibility, inspection), x: columns[3], centerY: y, size: size, weight: .bold, theme.ink,
        align: .right)
    }
    let left = part.frame.x + part.pad
    hairline(
      Rect(
        x: left, y: (y + part.row / 2).rounded(), width: part.frame.maxX - part.pad - left, height: metrics.hairline))
    y += part.row
    text(words(.sum), x: columns[0], centerY: y, size: size, theme.ink2, align: .right)
    text(NumberText.density(inspection.sum), x: columns[2], centerY: y, size: size, theme.ink, align: .right)
    text(share(1, inspection), x: columns[3], centerY: y, size: size, weight: .bold, theme.ink, align: .right)
  }

  private mutating func drawShares(_ inspection: Inspection, _ part: InspectorLayout, top: Double) {
    let size = metrics.caption
    let lefts = [part.frame.x + part.pad, (part.frame.midX + 0.5 * Double(size)).rounded()]
    for (index, entry) in inspection.rows.enumerated() {
      let column = index / part.rowsPerColumn
      let y = top + Double(index % part.rowsPerColumn + 1) * part.row
      marker(
        entry.letter, center: Point(lefts[column] + part.ringRadius, y), radius: part.ringRadius, theme: theme,
        ground: theme.raised, ink: theme.ink)
      text(
        share(entry.responsibility, inspection), x: part.columns[column], centerY: y, size: size, weight: .bold,
        theme.ink, align: .right)
    }
  }

  /// Before the first E-step nobody owns anything.
  private func share(_ value: Double, _ inspection: Inspection) -> String {
    inspection.isOwned ? NumberText.decimal(value, digits: 3) : NumberText.none
  }
}
