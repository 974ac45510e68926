import LabCore
import LabWords
import Rasterizer

/// The chart's axes, and what stands where there is no curve yet.
extension Painter {
  mutating func drawAxes(_ part: ChartLayout, _ state: LabState, right: Double) {
    let plot = part.plot
    let clear = part.scale.halfSteps > 0 ? handleRadius : 0
    let size = metrics.caption
    for value in part.scale.yTicks.values {
      let y = part.y(value)
      guard y < plot.maxY - clear, y >= plot.y - 1 else { continue }
      canvas.fill(
        Rect(x: plot.x, y: y.rounded(), width: plot.width, height: metrics.hairline), theme.line.opacity(0.7))
      text(
        part.scale.yTicks.label(value), x: plot.x - (0.6 * Double(size)).rounded(), centerY: y, size: size, theme.ink3,
        align: .right)
    }
    canvas.fill(
      Rect(x: plot.x, y: plot.maxY.rounded(), width: plot.width, height: metrics.hairline), theme.ink3)
    if metrics.sizeClass == .smallProjector { drawIterationRange(part, right: right) }
    for value in part.scale.xTicks.values where metrics.sizeClass != .smallProjector {
      let x = part.x(halfStep: 2 * value)
      canvas.fill(
        Rect(x: x.rounded(), y: plot.maxY.rounded(), width: metrics.hairline, height: (4 * metrics.scale).rounded()),
        theme.ink3)
      text(
        part.scale.xTicks.label(value), x: x, centerY: part.ticksY, size: size, theme.ink3, align: .center)
    }
    drawRightAxis(part, clear: clear)
    if state.document.latest == 0, state.document.latestShown.halfStep == 0,
      state.document.lanes.count > 1 || state.document.runs.curves.isEmpty, part.reason.count < 3
    {
      drawWhatIsToCome(part)
    }
  }

  /// The numbers of k-means, whose scale is at the right.
  private mutating func drawRightAxis(_ part: ChartLayout, clear: Double) {
    guard let scale = part.rightScale else { return }
    let size = metrics.caption
    for value in scale.yTicks.values {
      let y = part.y(value, on: scale)
      guard y < part.plot.maxY - clear, y >= part.plot.y - 1 else { continue }
      text(
        scale.yTicks.label(value), x: part.plot.maxX + (0.6 * Double(size)).rounded(), centerY: y, size: size,
        theme.ink3)
    }
  }

  /// In an empty chart: what will grow there.
  private mutating func drawWhatIsToCome(_ part: ChartLayout) { drawWords(words(.curveGrows), part) }

  /// In place of the curves of a model that is hidden, which would tell how well it fits.
  mutating func drawHidden(_ part: ChartLayout) { drawWords(words(.modelIsHidden), part) }

  /// Words in place of a curve, where there is room for them.
  private mutating func drawWords(_ said: String, _ part: ChartLayout) {
    let size = metrics.caption
    let em = Double(size)
    let style = TextStyle(size: size, weight: .book)
    let pad = (1.5 * em).rounded()
    let lines = font.wrap(said, style, to: part.plot.width - pad, most: .max)
    let lineHeight = (1.5 * em).rounded()
    // All of it or nothing.
    guard lines.count <= 4, Double(lines.count) * lineHeight < part.plot.height - 2 * handleRadius,
      lines.allSatisfy({ font.width(of: $0, style) <= part.plot.width - pad && !$0.hasSuffix("…") })
    else { return }
    let first = part.plot.midY - Double(lines.count - 1) * lineHeight / 2
    let width = lines.map { font.width(of: $0, style) }.max() ?? 0
    // No grid line runs through the words.
    canvas.fill(
      Rect(
        x: part.plot.x + pad - 3, y: first - 0.8 * em, width: width + 6,
        height: Double(lines.count - 1) * lineHeight + 1.6 * em), theme.chrome)
    for (index, line) in lines.enumerated() {
      text(line, x: part.plot.x + pad, centerY: first + Double(index) * lineHeight, size: size, theme.ink2)
    }
  }

  /// Where there is no room for tick labels: the ends of the axis, and between them what it counts.
  private mutating func drawIterationRange(_ part: ChartLayout, right panelRight: Double) {
    let size = metrics.caption
    let last = String(part.scale.halfSteps / 2)
    let right = min(part.plot.maxX + font.pixels(last, size) / 2, panelRight)
    text(String(0), x: part.plot.x, centerY: part.ticksY, size: size, theme.ink3, align: .center)
    text(last, x: right, centerY: part.ticksY, size: size, theme.ink3, align: .right)
    let word = words(.iterations)
    if font.pixels(word, size) + 2 * font.pixels(last, size) + Double(2 * size) / 2 < part.plot.width {
      text(word, x: part.plot.midX, centerY: part.ticksY, size: size, theme.ink3, align: .center)
    }
  }
}
