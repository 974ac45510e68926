import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The chart in the canvas's place: the same curves with room for what the gap between them means.
extension Painter {
  mutating func drawLargeChart(_ part: ChartLayout, _ layout: Layout, _ state: LabState) {
    canvas.fill(layout.stage, theme.chrome)
    let left = layout.stage.x + (1.6 * Double(metrics.caption)).rounded()
    let right = layout.stage.maxX - (1.6 * Double(metrics.caption)).rounded()
    text(words.chartTitle(state), x: left, centerY: part.headingY, size: metrics.body, weight: .bold, theme.ink)
    if let rect = part.climbButton {
      let isOn = state.interface.showsFirstClimb
      plainGround(rect, look(of: .firstClimb, state.interface), enabled: true, toggled: isOn)
      if isOn {
        canvas.stroke(
          rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner, width: metrics.hairline,
          theme.softLine)
      }
      text(
        words(.firstClimb), x: rect.midX, centerY: rect.midY.rounded(), size: metrics.caption,
        weight: isOn ? .bold : .book, isOn ? theme.softInk : theme.ink2, align: .center)
      if state.interface.focused == .firstClimb { focusRing(rect, corner: metrics.buttonCorner) }
    }
    drawAxes(part, state, right: right)
    fillGap(part, state)
    drawCurves(part, state)
    drawDivergence(part, state)
    if let y = part.legendY {
      drawLegend(left: left, right: min(right, left + 40 * Double(metrics.caption)), centerY: y, state)
    }
  }

  /// The room between bound and log-likelihood.
  private mutating func fillGap(_ part: ChartLayout, _ state: LabState) {
    let runs = state.document.runs
    let steps = runs.current.steps.prefix(runs.cursor + 1).filter { $0.lowerBound != nil && $0.logLikelihood != nil }
    guard steps.count > 1 else { return }
    func place(_ step: RunStep, _ value: Double?) -> Point {
      Point(part.x(halfStep: Double(step.halfStep)), min(part.y(value ?? 0), part.plot.maxY + 1e4))
    }
    let outline =
      steps.map { place($0, $0.logLikelihood) } + steps.reversed().map { place($0, $0.lowerBound) }
    let outer = canvas.narrowClip(to: part.plot)
    canvas.fill(polygon: outline, theme.ink2.opacity(0.12))
    canvas.restoreClip(outer)
  }

  /// What that room is, at the latest M-step on show.
  private mutating func drawDivergence(_ part: ChartLayout, _ state: LabState) {
    let runs = state.document.runs
    let steps = runs.current.steps.prefix(runs.cursor + 1)
    guard let step = steps.last(where: { $0.kind == .maximization && $0.lowerBound != nil }),
      let value = step.logLikelihood, let bound = step.lowerBound
    else { return }
    let size = metrics.caption
    let em = Double(size)
    let x = part.x(halfStep: Double(step.halfStep))
    let top = max(part.y(value), part.plot.y)
    let bottom = min(part.y(bound), part.plot.maxY)
    let width = max(metrics.hairline, 0.6 * metrics.curve)
    let reach = (0.45 * em).rounded()
    let bracketX = x + (0.9 * em).rounded()
    canvas.stroke(
      polyline: [
        Point(bracketX - reach, top), Point(bracketX, top), Point(bracketX, bottom), Point(bracketX - reach, bottom),
      ], style: StrokeStyle(width: width), theme.ink2)
    let label = words(.divergence(value: NumberText.compact(max(value - bound, 0))))
    let labelWidth = font.pixels(label, size)
    var labelX = bracketX + (0.6 * em).rounded()
    var y = ((top + bottom) / 2).rounded()
    if labelX + labelWidth > part.plot.maxX {
      // Low at the right, where no curve is, and beside the scrubber and its handle.
      labelX = max(min(part.plot.maxX, x - handleRadius - 0.6 * em) - labelWidth, part.plot.x + em)
      y = (part.plot.maxY - 2 * em).rounded()
    }
    canvas.fill(
      Rect(x: labelX - 0.3 * em, y: y - 0.8 * em, width: labelWidth + 0.6 * em, height: 1.6 * em), theme.chrome)
    text(label, x: labelX, centerY: y, size: size, theme.ink2)
  }
}
