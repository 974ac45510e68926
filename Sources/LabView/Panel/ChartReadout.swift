import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// What the chart says at the half-step nearest to the pointer.
struct ChartReadout: Sendable {
  /// On the curve.
  let place: Point
  /// "7 M".
  let title: String
  let value: Double
  /// What that half-step gained; nil at the start.
  let gain: Double?

  init?(_ layout: Layout, _ state: LabState) {
    guard layout.guess == nil else { return nil }
    let chart = layout.activeChart
    guard layout.page == nil, chart.showsPlot, state.document.lanes.count == 1, state.interface.overlay == nil,
      state.interface.drag == nil, let pointer = state.interface.pointer,
      chart.plot.contains(Point(pointer.x, pointer.y))
    else { return nil }
    let steps = state.document.runs.current.steps
    guard steps.count > 1 else { return nil }
    let index = min(
      max(Int(chart.halfStep(at: pointer.x).rounded()) - steps[0].halfStep, 0), steps.count - 1)
    let step = steps[index]
    guard let value = step.value else { return nil }
    place = Point(chart.x(halfStep: Double(step.halfStep)), chart.y(value))
    title = step.kind == .start ? "0" : StepText.place(step)
    self.value = value
    gain = index > 0 ? steps[index - 1].value.map { value - $0 } : nil
  }
}

extension Painter {
  mutating func drawReadout(_ layout: Layout, _ state: LabState) {
    guard let readout = ChartReadout(layout, state) else { return }
    let plot = layout.activeChart.plot
    let unit = metrics.unit
    let size = metrics.isProjector ? metrics.fine : max(metrics.caption, metrics.stripText)
    let x = readout.place.x
    canvas.stroke(
      polyline: [Point(x, plot.y), Point(x, plot.maxY)],
      style: StrokeStyle(width: metrics.hairline, dash: [2 * unit, 2 * unit], cap: .butt), theme.ink2)
    let y = min(max(readout.place.y, plot.y), plot.maxY)
    canvas.fill(discAt: Point(x, y), radius: 4.4 * unit, theme.ink)
    let number = NumberText.logLikelihood(readout.value)
    let said = readout.gain.map { words(.readout(value: number, gain: NumberText.gain($0))) } ?? number
    let em = Double(size)
    let pad = (0.7 * em).rounded()
    let gap = (0.6 * em).rounded()
    let width = 2 * pad + font.pixels(readout.title, size, .bold) + gap + font.pixels(said, size)
    let height = (2 * em).rounded()
    var rect = Rect(x: x + 8 * unit, y: y + 14 * unit, width: width, height: height)
    let room = layout.largeChart == nil ? layout.panel : layout.stage
    if rect.maxX > room.maxX - 2 { rect.x = x - 8 * unit - width }
    rect.x = max(rect.x, room.x)
    if rect.maxY > plot.maxY - 8 * unit { rect.y = y - 14 * unit - height }
    log?.layer = .tooltip
    canvas.fill(rect, cornerRadius: metrics.keyCorner, theme.tip)
    let end =
      rect.x + pad
      + text(
        readout.title, x: rect.x + pad, centerY: rect.midY.rounded(), size: size, weight: .bold, theme.tipInk)
    text(said, x: end + gap, centerY: rect.midY.rounded(), size: size, theme.tipInk)
  }
}
