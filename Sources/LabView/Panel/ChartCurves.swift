import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The chart's curves, the scrubber on them, and what tells them apart.
extension Painter {
  mutating func drawCurves(_ part: ChartLayout, _ state: LabState) {
    let runs = state.document.runs
    func points(_ curve: [Curve.Point]) -> [Point] {
      CurvePath.points(curve.map { Point(part.x(halfStep: Double($0.halfStep)), part.y($0.value)) })
    }
    let curve = runs.current.curve.points
    let cursor = runs.shown.halfStep
    let past = points(curve.filter { $0.halfStep <= cursor })
    let future = points(curve.filter { $0.halfStep >= cursor })
    let faded = part.earlierCurves
    let pointedAt = faded.first {
      state.interface.hovered == .keptRun($0.number) || state.interface.focused == .keptRun($0.number)
    }
    let steps = runs.current.steps
    let bound = CurvePath.points(
      (0...runs.cursor).compactMap { index in
        steps[index].lowerBound.map { Point(part.x(halfStep: Double(steps[index].halfStep)), part.y($0)) }
      })
    let halfStepWidth = part.plot.width / Double(part.scale.halfSteps)
    let colors = theme
    let width = metrics.curve
    canvas.clip(to: curveRoom(part)) { canvas in
      for line in faded {
        canvas.stroke(polyline: line.points, style: StrokeStyle(width: 0.8 * width), colors.faded)
        if let end = line.points.last { canvas.fill(discAt: end, radius: 0.8 * width, colors.faded) }
      }
      if let pointedAt { canvas.stroke(polyline: pointedAt.points, style: StrokeStyle(width: width), colors.ink2) }
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
        for index in steps.indices {
          let (kind, halfStep) = (steps[index].kind, steps[index].halfStep)
          guard kind != .start, let value = steps[index].value else { continue }
          let center = Point(part.x(halfStep: Double(halfStep)), part.y(value))
          let isFuture = halfStep > cursor
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
    drawRunLabels(faded, pointedAt: pointedAt?.number, part, state)
    if state.document.startOrigin == .placed, runs.shown.kind == .start { drawBest(part, runs) }
    drawScrubber(part, at: runs.shown.halfStep, on: [runs.shown.value.map { part.y($0) }].compactMap { $0 })
  }

  /// The plot, and as far beyond it as the lines and marks at its edges reach.
  func curveRoom(_ part: ChartLayout) -> Rect {
    var room = part.plot
    room.y -= metrics.curve
    room.x -= handleRadius
    room.width += 2 * handleRadius
    room.height += metrics.curve
    return room
  }

  /// What there is to beat by hand: the best that an earlier run has reached.
  private mutating func drawBest(_ part: ChartLayout, _ runs: Runs) {
    guard let best = runs.bestOfEarlier else { return }
    let y = part.y(best).rounded()
    guard y > part.plot.y, y < part.plot.maxY else { return }
    let size = metrics.caption
    canvas.stroke(
      polyline: [Point(part.plot.x, y), Point(part.plot.maxX, y)],
      style: StrokeStyle(width: 0.5 * metrics.curve, dash: [metrics.curve, 1.5 * metrics.curve], cap: .butt), theme.ink2
    )
    let word = words(.bestRun)
    let width = font.pixels(word, size)
    let em = Double(size)
    let below = y + em
    guard below + em < part.plot.maxY, width + 2 * em < part.plot.width else { return }
    canvas.fill(
      Rect(x: part.plot.maxX - width - 4, y: below - 0.7 * em, width: width + 4, height: 1.4 * em),
      theme.chrome.opacity(0.85))
    text(word, x: part.plot.maxX, centerY: below, size: size, theme.ink2, align: .right)
  }

  /// Earlier runs by their names or numbers, at the ends of their curves, where these are apart.
  private mutating func drawRunLabels(
    _ curves: [(number: Int, points: [Point])], pointedAt: Int?, _ part: ChartLayout, _ state: LabState
  ) {
    let size = metrics.caption
    let em = Double(size)
    let own = part.curveEnd
    var taken: [Rect] = []
    // The one that is pointed at has its label in any case.
    for curve in curves.sorted(by: { ($0.number == pointedAt ? 0 : 1) < ($1.number == pointedAt ? 0 : 1) }) {
      guard let end = curve.points.last, part.plot.inset(by: -1).contains(end) else { continue }
      let isPointedAt = curve.number == pointedAt
      let full = words.name(ofRun: curve.number, state)
      let label =
        isPointedAt || state.document.runs.names[curve.number] != nil
        ? full : String(words.ordinal(ofRun: curve.number, state))
      let width = font.pixels(label, size, isPointedAt ? .bold : .book)
      guard width < part.plot.width else { continue }
      let x = min(end.x + 0.5 * em, part.plot.maxX - width)
      let y = min(max(end.y + (x < end.x + 0.5 * em ? 0.9 * em : 0), part.plot.y + em), part.plot.maxY - 1.2 * em)
      let rect = Rect(x: x, y: y - 0.6 * em, width: width, height: 1.2 * em)
      let isFree =
        taken.allSatisfy { $0.intersection(rect).isEmpty }
        && (own.map { !rect.inset(by: -0.3 * em).contains($0) } ?? true)
      guard isPointedAt || isFree else { continue }
      taken.append(rect)
      canvas.fill(rect.inset(by: -1), theme.chrome.opacity(0.8))
      text(
        label, x: x, centerY: y, size: size, weight: isPointedAt ? .bold : .book,
        isPointedAt ? theme.ink : theme.ink3)
    }
  }

  /// - Parameters:
  ///   - halfStep: where it stands.
  ///   - heights: where the curves are there.
  mutating func drawScrubber(_ part: ChartLayout, at halfStep: Int, on heights: [Double]) {
    let x = part.x(halfStep: Double(halfStep))
    let unit = chartUnit
    let width = 1.5 * unit
    canvas.fill(
      Rect(x: x - width / 2, y: part.plot.y, width: width, height: part.plot.height), theme.accent.rest)
    for height in heights {
      if height > part.plot.maxY + unit {
        drawBelowChart(x: x, bottom: part.plot.maxY - 12 * unit)
      } else {
        canvas.fill(discAt: Point(x, max(height, part.plot.y)), radius: 4.8 * unit, theme.accent.rest)
      }
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

  /// An arrow in place of a disc that lies below the chart, such as that of a start far under all that followed.
  private mutating func drawBelowChart(x: Double, bottom: Double) {
    let half = 5.5 * chartUnit
    canvas.fill(
      polygon: [Point(x - half, bottom - 1.6 * half), Point(x + half, bottom - 1.6 * half), Point(x, bottom)],
      theme.accent.rest)
  }

  mutating func drawLegend(left: Double, right: Double, centerY: Double, _ state: LabState) {
    let size = metrics.caption
    let dot = (0.35 * Double(size)).rounded()
    let legend = ChartLegend(state.document.algorithm, left: left, right: right, words, metrics, font)
    for entry in legend.entries where entry.textX + font.pixels(entry.text, size) <= right + 1 {
      let y = centerY.rounded()
      let line = [Point(entry.x, y), Point(entry.x + entry.symbolWidth, y)]
      let middle = Point(entry.x + dot, y)
      switch entry.kind {
      case .bound:
        canvas.stroke(
          polyline: line,
          style: StrokeStyle(width: 0.7 * metrics.curve, dash: [2 * metrics.curve, 2 * metrics.curve], cap: .butt),
          theme.ink2)
      case .earlier: canvas.stroke(polyline: line, style: StrokeStyle(width: 0.8 * metrics.curve), theme.faded)
      case .expectation:
        canvas.stroke(ringAt: middle, radius: dot - 0.35 * metrics.curve, width: 0.7 * metrics.curve, theme.ink)
      case .maximization: canvas.fill(discAt: middle, radius: dot, theme.ink)
      }
      text(entry.text, x: entry.textX, centerY: y, size: size, theme.ink2)
    }
  }
}

/// What tells the chart's lines and marks apart, in a row.
struct ChartLegend {
  enum Kind: CaseIterable {
    case bound, earlier, expectation, maximization

    /// What there is to tell apart: k-means has no lower bound.
    static func of(_ algorithm: Algorithm) -> [Kind] {
      switch algorithm {
      case .em: allCases
      case .kMeans: allCases.filter { $0 != .bound }
      }
    }
  }

  struct Entry {
    let kind: Kind
    let text: String
    let x, symbolWidth, textX, right: Double
  }

  let entries: [Entry]

  init(
    _ algorithm: Algorithm, left: Double, right: Double, _ words: Words, _ metrics: Metrics, _ font: any TextSource
  ) {
    let size = metrics.caption
    let isShort = metrics.sizeClass != .regular
    let sample = (1.6 * Double(size)).rounded()
    let dot = (0.35 * Double(size)).rounded()
    let gap = (0.45 * Double(size)).rounded()
    let parts = Kind.of(algorithm).map { kind -> (Kind, String, Double) in
      switch kind {
      case .bound: (kind, words(metrics.isProjector ? .bound : .lowerBound), sample)
      case .earlier: (kind, words(isShort ? .earlier : .earlierRun), sample)
      case .expectation: (kind, StepText.expectation, 2 * dot)
      case .maximization: (kind, StepText.maximization, 2 * dot)
      }
    }
    let widths = parts.map { $0.2 + gap + font.pixels($0.1, size) }
    let space = max((right - left - widths.reduce(0, +)) / Double(parts.count - 1), 2)
    var x = left
    var entries: [Entry] = []
    for (part, width) in zip(parts, widths) {
      entries.append(
        Entry(
          kind: part.0, text: part.1, x: x, symbolWidth: part.2, textX: x + part.2 + gap, right: x + width))
      x += width + space
    }
    self.entries = entries
  }
}
