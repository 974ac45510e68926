import GaussianMixtures
import LabCore
import Rasterizer

/// The panel's lower part: where the run stands and how it got there.
extension Painter {
  mutating func drawChart(_ layout: Layout, _ state: LabState) {
    let part = layout.chart
    let left = layout.panel.x + metrics.padding
    let right = layout.panel.maxX - metrics.padding
    hairline(Rect(x: left, y: part.hairlineY.rounded(), width: right - left, height: metrics.hairline))
    text("Log-likelihood", x: left, centerY: part.headingY, size: metrics.body, weight: .bold, theme.ink)
    drawBadge(right: right, centerY: part.headingY, state)
    drawNumbers(part, state, right: right)
    if let y = part.reasonY {
      let style = TextStyle(size: metrics.caption, weight: .book)
      text(
        font.truncate(ReasonText.reason(state), style, to: right - left), x: left, centerY: y, size: metrics.caption,
        theme.ink2)
    }
    guard part.showsPlot else { return }
    drawAxes(part, state)
    drawCurves(part, state)
    if let y = part.legendY { drawLegend(left: left, right: right, centerY: y, state) }
  }

  private mutating func drawBadge(right: Double, centerY: Double, _ state: LabState) {
    let word: String
    let symbol: Icon
    let ground: Color
    let ink: Color
    if state.playback.isRunning {
      (word, symbol, ground, ink) = ("running", .play, theme.soft.rest, theme.softInk)
    } else if state.hasConverged {
      (word, symbol, ground, ink) = ("converged", .check, theme.ink, theme.chrome)
    } else if state.blockedReason != nil {
      (word, symbol, ground, ink) = ("cannot run", .info, theme.track, theme.ink2)
    } else {
      (word, symbol, ground, ink) = ("paused", .pause, theme.track, theme.ink2)
    }
    let size = metrics.caption
    let height = (1.9 * Double(size)).rounded()
    let iconSize = (1.3 * Double(size)).rounded()
    let pad = (0.75 * Double(size)).rounded()
    let width = font.pixels(word, size, .bold) + iconSize + 2 * pad + (0.25 * Double(size)).rounded()
    let rect = Rect(x: right - width, y: (centerY - height / 2).rounded(), width: width, height: height)
    canvas.fill(rect, cornerRadius: height / 2, ground)
    icon(symbol, center: Point(rect.x + pad + iconSize / 2, rect.midY), size: iconSize, ink)
    text(word, x: rect.maxX - pad, centerY: centerY, size: size, weight: .bold, ink, align: .right)
  }

  private mutating func drawNumbers(_ part: ChartLayout, _ state: LabState, right: Double) {
    let step = state.document.runs.shown
    for (x, label) in zip(part.columns, ["Iteration", "Value", "Last gain"]) {
      text(label, x: x, centerY: part.captionY, size: metrics.caption, theme.ink2)
    }
    let width = text(
      String(step.iteration), x: part.columns[0], centerY: part.bigY, size: metrics.big, weight: .bold, theme.ink)
    let half = step.kind == .expectation ? "E" : step.kind == .maximization ? "M" : ""
    let gap = (0.3 * Double(metrics.big)).rounded()
    if part.columns[0] + width + gap + font.pixels(half, metrics.big) < part.columns[1] {
      text(half, x: part.columns[0] + width + gap, centerY: part.bigY, size: metrics.big, theme.ink2)
    }
    let value = step.logLikelihood.map(NumberText.logLikelihood) ?? "–"
    fitted(
      value, x: part.columns[1], centerY: part.bigY,
      width: part.columns[2] - part.columns[1] - 0.4 * Double(metrics.big))
    let gain = state.document.runs.lastGain.map(NumberText.gain) ?? "–"
    fitted(gain, x: part.columns[2], centerY: part.bigY, width: right - part.columns[2])
  }

  /// A big number, smaller where it would run into its neighbour.
  private mutating func fitted(_ string: String, x: Double, centerY: Double, width: Double) {
    var size = metrics.big
    while size > metrics.caption, font.width(of: string, TextStyle(size: size, weight: .bold)) > width { size -= 1 }
    text(string, x: x, centerY: centerY, size: size, weight: .bold, theme.ink)
  }

  // MARK: - Axes

  private mutating func drawAxes(_ part: ChartLayout, _ state: LabState) {
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
    for value in part.scale.xTicks.values {
      let x = part.x(halfStep: 2 * value)
      canvas.fill(
        Rect(x: x.rounded(), y: plot.maxY.rounded(), width: metrics.hairline, height: (4 * metrics.scale).rounded()),
        theme.ink3)
      text(
        part.scale.xTicks.label(value), x: x, centerY: part.ticksY, size: size, theme.ink3, align: .center)
    }
    if state.document.runs.current.steps.count == 1, state.document.runs.earlier.isEmpty {
      let style = TextStyle(size: size, weight: .book)
      let pad = (1.5 * Double(size)).rounded()
      let room = plot.width - pad
      let whole = "The curve grows with every half-step"
      let words = font.width(of: whole, style) <= room ? whole : "Grows with each half-step"
      let shown = font.truncate(words, style, to: room)
      let middle = plot.y + 0.5 * plot.height
      // No grid line runs through the words.
      canvas.fill(
        Rect(
          x: plot.x + pad - 3, y: middle - 0.8 * Double(size), width: font.width(of: shown, style) + 6,
          height: 1.6 * Double(size)), theme.chrome)
      text(shown, x: plot.x + pad, centerY: middle, size: size, theme.ink2)
    }
  }

  // MARK: - Curves

  private mutating func drawCurves(_ part: ChartLayout, _ state: LabState) {
    let runs = state.document.runs
    var drawing = part.plot
    drawing.y -= metrics.curve
    drawing.x -= handleRadius
    drawing.width += 2 * handleRadius
    drawing.height += metrics.curve
    func points(_ curve: [Curve.Point]) -> [Point] {
      curve.map { Point(part.x(halfStep: Double($0.halfStep)), part.y($0.value)) }
    }
    let curve = runs.current.curve.points
    let cursor = runs.shown.halfStep
    let past = points(curve.filter { $0.halfStep <= cursor })
    let future = points(curve.filter { $0.halfStep >= cursor })
    let faded = runs.earlier.map { points($0.run.curve.points) }
    let bound = runs.current.steps.prefix(runs.cursor + 1).compactMap { step in
      step.lowerBound.map { Point(part.x(halfStep: Double(step.halfStep)), part.y($0)) }
    }
    let marks = runs.current.steps.compactMap { step -> (Point, RunStep.Kind, Bool)? in
      guard step.kind != .start, let value = step.logLikelihood else { return nil }
      return (Point(part.x(halfStep: Double(step.halfStep)), part.y(value)), step.kind, step.halfStep > cursor)
    }
    let halfStepWidth = part.plot.width / Double(part.scale.halfSteps)
    let colors = theme
    let width = metrics.curve
    canvas.clip(to: drawing) { canvas in
      for line in faded { canvas.stroke(polyline: line, style: StrokeStyle(width: 0.8 * width), colors.faded) }
      if future.count > 1 {
        canvas.stroke(polyline: future, style: StrokeStyle(width: width), colors.ink.opacity(0.35))
      }
      if past.count > 1 { canvas.stroke(polyline: past, style: StrokeStyle(width: width), colors.ink) }
      if bound.count > 1 {
        let dash = [2 * width, 2 * width]
        canvas.stroke(
          polyline: bound, style: StrokeStyle(width: 0.7 * width, dash: dash, cap: .butt), colors.ink2)
      }
      if halfStepWidth >= 2.2 * width {
        let radius = min(1.6 * width, 0.38 * halfStepWidth)
        for (center, kind, isFuture) in marks {
          let color = colors.ink.opacity(isFuture ? 0.35 : 1)
          if kind == .expectation {
            canvas.fill(discAt: center, radius: radius, colors.chrome)
            canvas.stroke(ringAt: center, radius: radius, width: 0.7 * width, color)
          } else {
            canvas.fill(discAt: center, radius: radius, color)
          }
        }
      }
    }
    drawScrubber(part, runs)
  }

  private var handleRadius: Double { 7 * chartUnit }
  private var chartUnit: Double { metrics.sizeClass == .projector ? 2.6 * metrics.scale : metrics.scale }

  private mutating func drawScrubber(_ part: ChartLayout, _ runs: Runs) {
    let x = part.x(halfStep: Double(runs.shown.halfStep))
    let unit = chartUnit
    let width = 1.5 * unit
    canvas.fill(
      Rect(x: x - width / 2, y: part.plot.y, width: width, height: part.plot.height), theme.accent.rest)
    if let value = runs.shown.logLikelihood {
      let y = min(max(part.y(value), part.plot.y), part.plot.maxY)
      canvas.fill(discAt: Point(x, y), radius: 4.8 * unit, theme.accent.rest)
    }
    let handle = Point(x, part.plot.maxY.rounded())
    canvas.fill(discAt: handle, radius: 9 * unit, theme.chrome)
    canvas.fill(discAt: handle, radius: 7 * unit, theme.accent.rest)
    for dx in [-1.5, 1.5] {
      canvas.fill(
        Rect(x: handle.x + dx * unit - 0.5 * unit, y: handle.y - 3 * unit, width: unit, height: 6 * unit),
        theme.onAccent)
    }
  }

  private mutating func drawLegend(left: Double, right: Double, centerY: Double, _ state: LabState) {
    let size = metrics.caption
    let short = metrics.sizeClass != .regular
    let bound = metrics.sizeClass == .projector ? "bound" : "lower bound"
    let entries = [bound, short ? "earlier" : "earlier run", "E", "M"]
    let sample = (1.6 * Double(size)).rounded()
    let dot = (0.35 * Double(size)).rounded()
    let gap = (0.45 * Double(size)).rounded()
    let widths = entries.enumerated().map { index, word in
      (index < 2 ? sample : 2 * dot) + gap + font.pixels(word, size)
    }
    let space = max((right - left - widths.reduce(0, +)) / 3, 2)
    var x = left
    for (index, word) in entries.enumerated() {
      let symbolWidth = index < 2 ? sample : 2 * dot
      let y = centerY.rounded()
      let line = [Point(x, y), Point(x + sample, y)]
      let middle = Point(x + dot, y)
      switch index {
      case 0:
        canvas.stroke(
          polyline: line,
          style: StrokeStyle(width: 0.7 * metrics.curve, dash: [2 * metrics.curve, 2 * metrics.curve], cap: .butt),
          theme.ink2)
      case 1: canvas.stroke(polyline: line, style: StrokeStyle(width: 0.8 * metrics.curve), theme.faded)
      case 2: canvas.stroke(ringAt: middle, radius: dot - 0.35 * metrics.curve, width: 0.7 * metrics.curve, theme.ink)
      default: canvas.fill(discAt: middle, radius: dot, theme.ink)
      }
      text(word, x: x + symbolWidth + gap, centerY: y, size: size, theme.ink2)
      x += widths[index] + space
    }
  }
}
