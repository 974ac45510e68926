import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The likelihood on a plate: where the run stands, and the curve up to there. What comes later is not shown; the axes
/// have room for it from the start, so that nothing but the curve moves.
extension Painter {
  mutating func drawPlateCurve(in rect: Rect, _ plate: Plate, _ state: LabState, beside isBeside: Bool) {
    canvas.fill(rect, theme.canvas)
    if isBeside { hairline(Rect(x: rect.x, y: rect.y, width: metrics.hairline, height: rect.height)) }
    let left = rect.x + metrics.padding
    let right = rect.maxX - metrics.padding
    let headingY = (rect.y + metrics.padding + 0.55 * Double(metrics.value)).rounded()
    var top = rect.y + metrics.padding
    if plate.namesHalfStep {
      drawPlateHeading(state, left: left, right: right, centerY: headingY)
      top = headingY + 2.2 * Double(metrics.body)
    }
    guard state.layers.shows(.model) else { return }
    let part = ChartLayout(
      plate: state, in: Rect(x: rect.x, y: top, width: rect.width, height: max(rect.maxY - top, 1)),
      halfSteps: plate.halfSteps, metrics: metrics, font: font)
    drawAxes(part, state, right: right)
    drawPlayedCurve(part, state)
  }

  private mutating func drawPlateHeading(_ state: LabState, left: Double, right: Double, centerY: Double) {
    let step = state.document.runs.shown
    let size = metrics.value
    text(StepText.place(step), x: left, centerY: centerY, size: size, weight: .bold, theme.ink)
    if state.layers.shows(.model), let value = step.value {
      text(
        NumberText.logLikelihood(value), x: right, centerY: centerY, size: size, weight: .bold, theme.ink,
        align: .right)
    }
    if let does = words.meaning(step.kind, state.document.algorithm) {
      text(
        does, x: left, centerY: centerY + (1.3 * Double(metrics.body)).rounded(), size: metrics.caption,
        theme.ink2)
    }
  }

  /// The curve as far as it is on show, glides included, a line where it stands, and a disc on it.
  private mutating func drawPlayedCurve(_ part: ChartLayout, _ state: LabState) {
    let runs = state.document.runs
    let curve = runs.current.curve.points
    var at = Double(runs.shown.halfStep)
    if let glide = state.glide {
      at = Double(glide.from.halfStep) + (at - Double(glide.from.halfStep)) * glide.progress(at: state.now)
    }
    var past = curve.filter { Double($0.halfStep) <= at }.map {
      Point(part.x(halfStep: Double($0.halfStep)), part.y($0.value))
    }
    if let next = curve.first(where: { Double($0.halfStep) > at }),
      let last = curve.last(where: { Double($0.halfStep) <= at })
    {
      let share = (at - Double(last.halfStep)) / Double(next.halfStep - last.halfStep)
      past.append(Point(part.x(halfStep: at), part.y(last.value + (next.value - last.value) * share)))
    }
    let outer = canvas.narrowClip(to: curveRoom(part))
    if past.count > 1 { canvas.stroke(polyline: past, style: StrokeStyle(width: metrics.curve), theme.ink) }
    canvas.restoreClip(outer)
    let (x, width) = (part.x(halfStep: at), 1.5 * chartUnit)
    canvas.fill(
      Rect(x: x - width / 2, y: part.plot.y, width: width, height: part.plot.height), theme.accent.rest)
    if let end = past.last, end.y <= part.plot.maxY {
      canvas.fill(discAt: Point(x, max(end.y, part.plot.y)), radius: 4.8 * chartUnit, theme.accent.rest)
    }
  }
}
