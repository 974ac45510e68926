import LabCore
import LabWords
import Rasterizer

/// The chart of a guess.
extension Painter {
  mutating func drawGuessPlot(_ chart: GuessPlot, _ part: GuessLayout, _ guess: Guess, _ state: LabState) {
    let plot = chart.plot
    let size = metrics.fine
    let showsValues = guess.question != .count || !guess.count.revealed.isEmpty
    for value in chart.yTicks.values where showsValues {
      let y = chart.y(value)
      guard y <= plot.maxY, y >= plot.y else { continue }
      canvas.fill(Rect(x: plot.x, y: y.rounded(), width: plot.width, height: metrics.hairline), theme.line.opacity(0.7))
      text(
        chart.yTicks.label(value), x: plot.x - (0.6 * Double(size)).rounded(), centerY: y, size: size, theme.ink3,
        align: .right)
    }
    canvas.fill(Rect(x: plot.x, y: plot.maxY.rounded(), width: plot.width, height: metrics.hairline), theme.ink3)
    if chart.showsColumns {
      for column in chart.columns {
        text(
          String(column), x: chart.x(Double(column)), centerY: chart.ticksY, size: size, theme.ink3, align: .center)
      }
    }
    switch guess.question {
    case .owners, .onePoint: break
    case .move: drawBounds(chart, guess, state)
    case .gain: drawMark(chart, guess, state)
    case .count: drawCounts(chart, part, guess)
    }
  }

  /// A value across the plot, its name above it at the right.
  private mutating func drawLevel(
    _ chart: GuessPlot, _ value: Double, _ name: String, isDashed: Bool, _ color: Color, isBelow: Bool = false,
    besideMark mark: (y: Double, right: Double)? = nil
  ) {
    let y = chart.clamped(value).rounded()
    let unit = chartUnit
    canvas.stroke(
      polyline: [Point(chart.plot.x, y), Point(chart.plot.maxX, y)],
      style: StrokeStyle(width: 1.5 * unit, dash: isDashed ? [4 * unit, 3 * unit] : [], cap: .butt), color)
    let size = metrics.fine
    let em = Double(size)
    var middle = y + (isBelow ? 0.9 * em : -0.8 * em)
    if middle < chart.plot.y { middle = y + 0.9 * em }
    if middle > chart.plot.maxY - 0.5 * em { middle = y - 0.8 * em }
    // Where a mark is in the way, the numbers above say it.
    let left = chart.plot.maxX - font.pixels(name, size, isDashed ? .book : .bold)
    if let mark, abs(mark.y - middle) < 1.2 * em, mark.right + 0.5 * em > left { return }
    text(
      name, x: chart.plot.maxX, centerY: middle, size: size, weight: isDashed ? .book : .bold,
      isDashed ? theme.ink2 : theme.ink, align: .right)
  }

  private mutating func diamond(_ center: Point, half: Double, isLarge: Bool) {
    func corners(_ half: Double) -> [Point] {
      [
        Point(center.x, center.y - half), Point(center.x + half, center.y), Point(center.x, center.y + half),
        Point(center.x - half, center.y),
      ]
    }
    if isLarge { canvas.fill(polygon: corners(half + 3 * chartUnit), theme.chrome) }
    canvas.fill(polygon: corners(half), theme.raised)
    canvas.stroke(
      polyline: corners(half), closed: true, style: StrokeStyle(width: (isLarge ? 2 : 1.25) * chartUnit),
      isLarge ? theme.ink : theme.ink2)
  }

  /// The bound of one's own parameters, drag by drag, against that of the M-step.
  private mutating func drawBounds(_ chart: GuessPlot, _ guess: Guess, _ state: LabState) {
    guard let target = guess.target, let own = guess.bound(of: guess.mixture) else { return }
    let isRevealed = guess.phase == .revealed
    let middle = Double(chart.columns.lowerBound + 1)
    let x = chart.x(middle)
    let unit = chartUnit
    canvas.fill(
      Rect(x: x - 0.75 * unit, y: chart.plot.y, width: 1.5 * unit, height: chart.plot.height), theme.accent.rest)
    drawLevel(chart, target, words(.mStep), isDashed: !isRevealed, isRevealed ? theme.ink : theme.ink2)
    // Drag j of n, on the way from the E-step to where the M-step stands.
    let earlier = guess.tries.dropLast()
    let places = earlier.enumerated().map { index, value in
      Point(
        chart.x(middle - 0.5 + Double(index + 1) / (2 * Double(guess.tries.count))), chart.y(value))
    }
    let you = Point(x, chart.y(own))
    let (colors, room) = (theme, chart.plot.inset(by: -4 * unit))
    canvas.clip(to: room) { canvas in
      if let start = guess.bound(of: guess.before) {
        let line = [Point(chart.x(middle - 0.5), chart.y(start))] + places + [you]
        canvas.stroke(
          polyline: line, style: StrokeStyle(width: 1.5 * unit, dash: [4 * unit, 3 * unit], cap: .butt), colors.ink2)
        if isRevealed {
          canvas.stroke(
            polyline: [line[0], Point(x, chart.y(target))], style: StrokeStyle(width: metrics.curve), colors.ink)
        }
      }
    }
    for place in places where room.contains(place) { diamond(place, half: 3.5 * unit, isLarge: false) }
    if isRevealed { canvas.fill(discAt: Point(x, chart.y(target)), radius: 4.8 * unit, theme.accent.rest) }
    let shown = Point(you.x, min(max(you.y, chart.plot.y), chart.plot.maxY))
    diamond(shown, half: 6.5 * unit, isLarge: true)
    text(
      words(.lowercaseYou), x: shown.x + 14 * unit,
      centerY: min(max(shown.y, chart.y(target) + 0.9 * Double(metrics.fine)), chart.plot.maxY), size: metrics.fine,
      weight: .bold, theme.ink)
  }

  /// A mark for where the log-likelihood will be.
  private mutating func drawMark(_ chart: GuessPlot, _ guess: Guess, _ state: LabState) {
    guard let scale = state.gainScale else { return }
    let before = (scale.range.lowerBound + scale.range.upperBound) / 2
    let value = guess.value ?? before
    let said = guess.value.map { NumberText.gain($0 - before) } ?? words(.lowercaseYou)
    let unit = chartUnit
    let place = Point(chart.plot.x + 0.15 * chart.plot.width, chart.clamped(value))
    let left = place.x + 12 * unit
    let mark = (y: place.y, right: left + font.pixels(said, metrics.fine, .bold))
    if case .gain(let verdict) = guess.verdict, guess.phase == .revealed {
      let isBelow = verdict.came > before
      drawLevel(chart, before, words(.now), isDashed: true, theme.ink3, isBelow: isBelow, besideMark: mark)
      let share = state.shownTruth
      if share > 0 {
        drawLevel(
          chart, verdict.said + (verdict.came - verdict.said) * share, words(.itCame), isDashed: false, theme.ink,
          isBelow: !isBelow, besideMark: mark)
      }
    } else {
      drawLevel(chart, before, words(.now), isDashed: true, theme.ink2, besideMark: mark)
    }
    canvas.stroke(
      polyline: [Point(place.x, chart.clamped(before)), place], style: StrokeStyle(width: 1.5 * unit), theme.accent.rest
    )
    diamond(place, half: 6.5 * unit, isLarge: true)
    let size = metrics.fine
    canvas.fill(
      Rect(
        x: left - 2 * unit, y: place.y - 0.65 * Double(size), width: mark.right - left + 4 * unit,
        height: 1.3 * Double(size)), theme.chrome)
    text(said, x: left, centerY: place.y, size: size, weight: .bold, theme.ink)
  }

  /// BIC, as far as it is revealed.
  private mutating func drawCounts(_ chart: GuessPlot, _ part: GuessLayout, _ guess: Guess) {
    let places = zip(part.counts, guess.count.revealed).enumerated().compactMap { index, shown in
      shown.1.bic.map { (components: index + 1, at: Point(shown.0.rect.midX, chart.y($0))) }
    }
    let unit = chartUnit
    if !guess.count.isFinished, guess.count.revealed.count < part.counts.count {
      let next = part.counts[guess.count.revealed.count].rect
      canvas.fill(
        Rect(x: next.x, y: chart.plot.y, width: next.width, height: chart.plot.height), theme.soft.rest.opacity(0.6))
    }
    if places.count > 1 {
      canvas.stroke(polyline: places.map(\.at), style: StrokeStyle(width: metrics.curve), theme.ink)
    }
    for (components, place) in places {
      let isBest = guess.count.best == components
      canvas.fill(discAt: place, radius: (isBest ? 5 : 3.5) * unit, isBest ? theme.accent.rest : theme.ink)
    }
    guard guess.count.revealed.isEmpty else { return }
    text(
      words(.countNext(components: 1)), x: chart.plot.midX, centerY: chart.plot.midY.rounded(), size: metrics.fine,
      theme.ink2, align: .center)
  }
}
