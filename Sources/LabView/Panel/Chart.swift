import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The panel's lower part: where the run stands and how it got there.
extension Painter {
  mutating func drawChart(_ layout: Layout, _ state: LabState) {
    let part = layout.chart
    let left = layout.panel.x + metrics.padding
    let right = layout.panel.maxX - metrics.padding
    hairline(Rect(x: left, y: part.hairlineY.rounded(), width: right - left, height: metrics.hairline))
    let badgeLeft = drawBadge(right: right, centerY: part.headingY, state)
    if metrics.sizeClass == .smallProjector {
      drawIterationAndValue(part, state, left: left, right: right, badgeLeft: badgeLeft)
    } else {
      drawChartTitle(left: left, right: badgeLeft - metrics.gap, centerY: part.headingY, state)
      switch (state.document.lanes.count > 1, state.document.comparison == .kMeans) {
      case (false, _): drawNumbers(part, state, right: right)
      case (true, true): drawPairNumbers(part, state, right: right)
      case (true, false): break
      }
    }
    for (control, button) in part.headControls {
      plainGround(button, look(of: control, state.interface), enabled: true)
      icon(control.icon, center: button.center, size: (0.8 * button.height).rounded(), theme.ink2)
      if state.interface.focused == control {
        focusRing(button.inset(by: 2 * metrics.scale), corner: metrics.keyCorner)
      }
    }
    var reason = part.reason
    if state.document.comparison == .kMeans, state.layers.shows(.model), !reason.isEmpty,
      let differing = state.document.disagreement
    {
      let found = words(.disagree(differing: differing, points: state.document.points.count))
      reason = font.wrap(
        found, TextStyle(size: metrics.caption, weight: .book), to: right - left, most: part.reason.count)
    }
    for (index, line) in reason.enumerated() {
      let y = part.reasonY + Double(index) * (1.35 * Double(metrics.caption)).rounded()
      text(line, x: left, centerY: y, size: metrics.caption, theme.ink2)
    }
    guard part.showsPlot, layout.largeChart == nil else { return }
    guard state.layers.shows(.model) else { return drawHidden(part) }
    drawAxes(part, state, right: right)
    if state.document.lanes.count > 1 {
      drawLaneCurves(part, state)
      if let y = part.legendY { drawLaneLegend(left: left, right: right, centerY: y, state) }
    } else {
      drawCurves(part, state)
      if let y = part.legendY { drawLegend(left: left, right: right, centerY: y, state) }
    }
  }

  /// Smaller, or its sign, where a language has no shorter words.
  private mutating func drawChartTitle(left: Double, right: Double, centerY: Double, _ state: LabState) {
    let title = words.chartTitle(state)
    let size = font.size(title, fitting: right - left, upTo: metrics.body, least: metrics.caption, .bold)
    let fits = font.width(of: title, TextStyle(size: size, weight: .bold)) <= right - left
    let sign = words(state.document.algorithm == .kMeans ? .squares : .logL)
    text(fits ? title : sign, x: left, centerY: centerY, size: size, weight: .bold, theme.ink)
  }

  /// Returns its left edge.
  private mutating func drawBadge(right: Double, centerY: Double, _ state: LabState) -> Double {
    let symbol: Icon
    let ground: Color
    let ink: Color
    let status = RunStatus(state)
    let word = words(status.label)
    switch status {
    case .running: (symbol, ground, ink) = (.play, theme.soft.rest, theme.softInk)
    case .cannotRun: (symbol, ground, ink) = (.info, theme.track, theme.ink2)
    case .converged: (symbol, ground, ink) = (.check, theme.ink, theme.chrome)
    case .stopped, .paused: (symbol, ground, ink) = (.pause, theme.track, theme.ink2)
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
    return rect.x
  }

  private mutating func drawNumbers(_ part: ChartLayout, _ state: LabState, right: Double) {
    let step = state.document.runs.shown
    let ends = part.columns.dropFirst().map { $0 - metrics.gap } + [right]
    for ((x, end), label) in zip(zip(part.columns, ends), [Label.iteration, .value, .lastGain]) {
      text(words(label), x: x, centerY: part.captionY, size: metrics.caption, theme.ink2, within: end - x)
    }
    drawIteration(step, x: part.columns[0], centerY: part.bigY, size: metrics.big, until: part.columns[1])
    let isSeen = state.layers.shows(.model)
    let value = isSeen ? step.value.map(NumberText.logLikelihood) ?? NumberText.none : NumberText.none
    fitted(
      value, x: part.columns[1], centerY: part.bigY,
      width: part.columns[2] - part.columns[1] - 0.4 * Double(metrics.big))
    let gain = isSeen ? state.document.runs.lastGain.map(NumberText.gain) ?? NumberText.none : NumberText.none
    fitted(gain, x: part.columns[2], centerY: part.bigY, width: right - part.columns[2])
  }

  /// The iteration, and the values of EM and of k-means beside it.
  private mutating func drawPairNumbers(_ part: ChartLayout, _ state: LabState, right: Double) {
    let hasRoom = font.pixels(words(.sumOfSquares), metrics.caption) <= right - part.columns[2]
    let ends = part.columns.dropFirst().map { $0 - metrics.gap } + [right]
    let labels = [Label.iteration, .logLOfEM, hasRoom ? .sumOfSquares : .squares]
    for ((x, end), label) in zip(zip(part.columns, ends), labels) {
      text(words(label), x: x, centerY: part.captionY, size: metrics.caption, theme.ink2, within: end - x)
    }
    let lanes = state.document.lanes
    drawIteration(
      state.document.latestShown, x: part.columns[0], centerY: part.bigY, size: metrics.big, until: part.columns[1])
    let isSeen = state.layers.shows(.model)
    for (index, lane) in lanes.prefix(2).enumerated() {
      let x = part.columns[index + 1]
      let end = index == 0 ? part.columns[2] - 0.4 * Double(metrics.big) : right
      let value = isSeen ? lane.runs.shown.value.map(NumberText.logLikelihood) : nil
      fitted(value ?? NumberText.none, x: x, centerY: part.bigY, width: end - x)
    }
  }

  /// "7 E": the number bold, its half light where there is room.
  private mutating func drawIteration(_ step: RunStep, x: Double, centerY: Double, size: Int, until right: Double) {
    let width = text(String(step.iteration), x: x, centerY: centerY, size: size, weight: .bold, theme.ink)
    let half = StepText.half(step.kind)
    let gap = (0.3 * Double(size)).rounded()
    if x + width + gap + font.pixels(half, size) < right {
      text(half, x: x + width + gap, centerY: centerY, size: size, theme.ink2)
    }
  }

  private mutating func drawIterationAndValue(
    _ part: ChartLayout, _ state: LabState, left: Double, right: Double, badgeLeft: Double
  ) {
    let step = state.document.runs.shown
    let latest = state.document.lanes.count > 1 ? state.document.latestShown : step
    drawIteration(latest, x: left, centerY: part.headingY, size: metrics.value, until: badgeLeft)
    let label = words(state.document.algorithm == .kMeans ? .squares : .logL)
    text(label, x: left, centerY: part.bigY, size: metrics.caption, theme.ink2)
    let isSeen = state.layers.shows(.model)
    let value = isSeen ? step.value.map(NumberText.logLikelihood) ?? NumberText.none : NumberText.none
    let room = right - left - font.pixels(label, metrics.caption) - metrics.gap
    let size = font.size(value, fitting: room, upTo: metrics.big, least: metrics.caption, .bold)
    text(value, x: right, centerY: part.bigY, size: size, weight: .bold, theme.ink, align: .right)
  }

  /// A big number, smaller where it would run into its neighbor.
  private mutating func fitted(_ string: String, x: Double, centerY: Double, width: Double) {
    let size = font.size(string, fitting: width, upTo: metrics.big, least: metrics.caption, .bold)
    text(string, x: x, centerY: centerY, size: size, weight: .bold, theme.ink)
  }

  var handleRadius: Double { 7 * chartUnit }
  var chartUnit: Double {
    switch metrics.sizeClass {
    case .compact, .regular: metrics.scale
    case .projector: 2.6 * metrics.scale
    case .smallProjector: 1.15 * metrics.unit
    }
  }
}

extension Words {
  /// What the chart is about.
  func chartTitle(_ state: LabState) -> String {
    if state.document.comparison == .kMeans { return self(.emBesideKMeans) }
    let isKMeans = state.document.lanes.allSatisfy { $0.algorithm == .kMeans }
    return self(isKMeans ? .sumOfSquaresTitle : .logLikelihood)
  }
}
