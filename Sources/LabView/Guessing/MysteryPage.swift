import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The mixture in its box.
extension Painter {
  mutating func drawMystery(_ part: MysteryLayout, _ layout: Layout, _ state: LabState) {
    let left = layout.panel.x + metrics.padding
    let right = layout.panel.maxX - metrics.padding
    let size = metrics.fine
    let em = Double(size)
    drawPageHeading(part.title, left: left, part.heading, state)
    if let badge = part.badge, let score = state.document.mystery?.score {
      let isRight = score.ownCount == score.trueCount
      drawBadge(
        badge, isRight ? .check : .info, ground: isRight ? theme.ink : theme.track,
        ink: isRight ? theme.chrome : theme.ink2, right: right,
        centerY: (part.heading.centerY + 0.5 * metrics.headRow + 0.9 * em).rounded())
    }
    text(words(.numberRow), x: left, centerY: part.numberLabelY, size: size, theme.ink2)
    drawField(.seedField, part.number, state)
    text(
      part.numberText, x: part.number.midX, centerY: part.number.midY.rounded(), size: size, weight: .bold, theme.ink,
      align: .center)
    drawSegments(part.levels, size: size, state)
    for line in part.lines + part.notes { text(line.text, x: left, centerY: line.y, size: size, theme.ink2) }
    if let overlap = part.overlap {
      text(overlap.text, x: left, centerY: overlap.y, size: overlap.size, weight: .bold, theme.ink)
      for line in overlap.lines { text(line.text, x: overlap.x, centerY: line.y, size: size, theme.ink2) }
    }
    if let bar = part.bar, let score = state.document.mystery?.score {
      canvas.fill(bar, cornerRadius: bar.height / 2, theme.track)
      var filled = bar
      filled.width = max(bar.width * score.overlap, bar.height)
      canvas.fill(filled, cornerRadius: bar.height / 2, theme.ink)
    }
    for row in part.rows {
      text(row.label, x: left, centerY: row.y, size: size, theme.ink2)
      let room = right - left - font.pixels(row.label, size) - metrics.gap
      text(
        row.value, x: right, centerY: row.y, size: font.size(row.value, fitting: room, upTo: size, least: 9, .book),
        theme.ink, align: .right)
    }
    if let y = part.legendY { drawBoxLegend(left: left, right: right, centerY: y) }
    for (control, rect) in part.buttons { drawOutlineButton(control, rect, words.name(control, state), state) }
  }

  private mutating func drawBoxLegend(left: Double, right: Double, centerY: Double) {
    let size = metrics.fine
    let em = Double(size)
    let sample = (1.9 * em).rounded()
    var (x, centerY) = (left, centerY)
    for (label, dash) in [(Label.yourAnswer, []), (.whatWasInside, [0.55 * em, 0.4 * em])] {
      if x + sample + 0.6 * em + font.pixels(words(label), size) > right {
        x = left
        centerY += (1.5 * em).rounded()
      }
      canvas.stroke(
        polyline: [Point(x, centerY), Point(x + sample, centerY)],
        style: StrokeStyle(width: 1.75 * metrics.scale, dash: dash, cap: .butt), theme.ink)
      x += sample + 0.6 * em
      x += text(words(label), x: x, centerY: centerY, size: size, theme.ink2) + 1.4 * em
    }
  }

  /// What was in the box, over the canvas: dashed ink, a cross at each mean.
  mutating func drawBox(_ layout: Layout, _ state: LabState) {
    guard let truth = state.document.mystery?.truth else { return }
    let unit = metrics.unit
    for index in truth.means.indices {
      let ellipse = EllipseGeometry.ellipse(truth, component: index, sigmas: 1, layout.transform)
      canvas.stroke(ellipse, style: StrokeStyle(width: 4 * unit), theme.canvas.opacity(0.7))
      canvas.stroke(
        ellipse, style: StrokeStyle(width: 1.75 * unit, dash: [6 * unit, 4 * unit], cap: .butt), theme.ink)
      let (center, arm) = (ellipse.center, 5 * unit)
      for (dx, dy) in [(arm, 0.0), (0.0, arm)] {
        let (from, to) = (Point(center.x - dx, center.y - dy), Point(center.x + dx, center.y + dy))
        canvas.stroke(from: from, to: to, width: 4 * unit, theme.canvas)
        canvas.stroke(from: from, to: to, width: 2 * unit, theme.ink)
      }
    }
  }
}
