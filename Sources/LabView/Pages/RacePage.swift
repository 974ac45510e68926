import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The restart race in the panel.
extension Painter {
  mutating func drawRace(_ part: RaceLayout, _ layout: Layout, _ state: LabState) {
    let left = layout.panel.x + metrics.padding
    let right = layout.panel.maxX - metrics.padding
    drawPageHeading(words(.restartRace), left: left, part.heading, state)
    drawRaceButton(part.button, state)
    drawRaceVerdict(part, left: left, right: right, state)
    guard let results = state.raceResults, !results.optima.isEmpty else { return }
    let pointedAt = state.pointedOptimum
    if let chart = part.chart {
      drawRaceChart(chart, results, pointedAt: pointedAt.map { results.optima[$0].seeds[0] })
    }
    text(words(.logL), x: left + 0.9 * Double(metrics.fine), centerY: part.headsY, size: metrics.fine, theme.ink2)
    let room = part.seedRight - font.pixels(words(.seedColumn), metrics.fine) - metrics.gap - part.dotsX
    let isLong = !metrics.isProjector && font.pixels(words(.startsThatEndHere), metrics.fine) <= room
    text(
      words(isLong ? .startsThatEndHere : .startsHead), x: part.dotsX, centerY: part.headsY, size: metrics.fine,
      theme.ink2)
    text(words(.seedColumn), x: part.seedRight, centerY: part.headsY, size: metrics.fine, theme.ink2, align: .right)
    for row in part.rows where results.optima.indices.contains(row.optimum) {
      drawResult(row, results.optima[row.optimum], isPointedAt: pointedAt == row.optimum, part, state)
    }
    if let more = part.more {
      plainGround(more.rect, look(of: .allOptima, state.interface), enabled: true)
      let label = state.race.showsAll && more.hidden == 0 ? words(.showTheChart) : words(.andMore(count: more.hidden))
      text(
        label, x: left + 0.9 * Double(metrics.fine), centerY: more.rect.midY.rounded(), size: metrics.fine, theme.ink2)
      if state.interface.focused == .allOptima { focusRing(more.rect, corner: metrics.buttonCorner) }
    }
  }

  private mutating func drawRaceButton(_ rect: Rect, _ state: LabState) {
    guard case .running(let done, let total) = state.race.status else {
      let isEnabled = state.isEnabled(.race)
      let label =
        !isEnabled
        ? words(.allStartsRun(starts: Race.most))
        : state.raceResults == nil
          ? words(.raceStarts(starts: Race.starts)) : words(.runMoreStarts(starts: Race.starts))
      canvas.fill(
        rect, cornerRadius: metrics.buttonCorner,
        isEnabled ? theme.soft.color(look(of: .race, state.interface)) : theme.track)
      drawSoftButtonText(.race, rect, label, state)
      return
    }
    canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.track)
    var filled = rect
    filled.width = max(rect.width * Double(done) / Double(max(total, 1)), rect.height / 2)
    canvas.fill(filled, cornerRadius: metrics.buttonCorner, theme.soft.press)
    drawSoftButtonText(.race, rect, words(.racedOf(done: done, total: total)), state)
  }

  /// "8 of 20 starts found the best", and the seeds they had.
  private mutating func drawRaceVerdict(_ part: RaceLayout, left: Double, right: Double, _ state: LabState) {
    let size = metrics.isProjector ? metrics.fine : metrics.stripText
    guard let results = state.raceResults, let best = results.optima.first else {
      let said = words(.raceSays)
      let lines = font.wrap(said, TextStyle(size: metrics.fine, weight: .book), to: right - left, most: 4)
      for (index, line) in lines.enumerated() {
        let y = part.verdictY + Double(index) * (1.4 * Double(metrics.fine)).rounded()
        text(line, x: left, centerY: y, size: metrics.fine, theme.ink2)
      }
      return
    }
    let count = words(.countOf(count: best.seeds.count, total: results.runs.count))
    let rest = words(best.isFloored ? .endHighestButFloored : .startsFoundTheBest)
    let gap = (0.35 * Double(size)).rounded()
    var x = left
    x += text(count, x: x, centerY: part.verdictY, size: size, weight: .bold, theme.ink) + gap
    x += text(rest, x: x, centerY: part.verdictY, size: size, theme.ink)
    let seeds = results.runs.map(\.seed)
    guard let first = seeds.min(), let last = seeds.max() else { return }
    let range = words(.seedRange(first: String(first), last: String(last)))
    if x + Double(size) + font.pixels(range, metrics.fine) <= right {
      text(range, x: right, centerY: part.verdictY, size: metrics.fine, theme.ink2, align: .right)
    }
  }

  private mutating func drawRaceChart(_ chart: RaceChart, _ results: RestartRace, pointedAt: UInt64?) {
    let size = metrics.fine
    let plot = chart.plot
    let unit = metrics.scale
    for value in chart.yTicks.values {
      let y = chart.y(value)
      canvas.fill(
        Rect(x: plot.x, y: y.rounded(), width: plot.width, height: metrics.hairline), theme.line.opacity(0.7))
      text(
        chart.yTicks.label(value), x: plot.x - (0.6 * Double(size)).rounded(), centerY: y, size: size, theme.ink3,
        align: .right)
    }
    canvas.fill(Rect(x: plot.x, y: plot.maxY.rounded(), width: plot.width, height: metrics.hairline), theme.ink3)
    for value in chart.xTicks.values {
      let x = plot.x + value / Double(chart.iterations) * plot.width
      canvas.fill(
        Rect(x: x.rounded(), y: plot.maxY.rounded(), width: metrics.hairline, height: (4 * unit).rounded()), theme.ink3)
      text(chart.xTicks.label(value), x: x, centerY: chart.ticksY, size: size, theme.ink3, align: .center)
    }
    let best = results.optima.first?.seeds[0]
    var room = plot
    room.x -= 4 * unit
    room.width += 8 * unit
    let outer = canvas.narrowClip(to: room)
    let faded = theme.faded.opacity(0.7)
    for line in chart.lines where line.seed != best && line.seed != pointedAt {
      canvas.stroke(polyline: line.points, style: StrokeStyle(width: 1.1 * unit), faded)
      if let end = line.points.last { canvas.fill(discAt: end, radius: 1.8 * unit, theme.faded) }
    }
    if let line = chart.lines.first(where: { $0.seed == best }), let end = line.points.last {
      canvas.stroke(polyline: line.points, style: StrokeStyle(width: metrics.curve), theme.ink)
      canvas.fill(discAt: end, radius: 3.7 * unit, theme.ink)
    }
    if let line = chart.lines.first(where: { $0.seed == pointedAt && $0.seed != best }), let end = line.points.last {
      canvas.stroke(
        polyline: line.points, style: StrokeStyle(width: 1.5 * unit, dash: [4 * unit, 3 * unit], cap: .butt), theme.ink2
      )
      canvas.fill(discAt: end, radius: 3 * unit, theme.chrome)
      canvas.stroke(ringAt: end, radius: 3 * unit, width: 1.25 * unit, theme.ink2)
    }
    canvas.restoreClip(outer)
    guard let best, let end = chart.lines.last(where: { $0.seed == best })?.points.last else { return }
    let label = words(.bestSeed(seed: String(best)))
    let half = font.pixels(label, size, .bold) / 2
    let x = min(max(end.x - half, plot.x + half), plot.maxX - half)
    text(
      label, x: x, centerY: (end.y - 1.15 * Double(size)).rounded(), size: size, weight: .bold, theme.ink,
      align: .center
    )
  }

  private mutating func drawResult(
    _ row: RaceLayout.Row, _ optimum: RestartRace.Optimum, isPointedAt: Bool, _ part: RaceLayout, _ state: LabState
  ) {
    let control = Control.optimum(row.optimum)
    let isAdopted = state.adopted?.optimum == row.optimum
    let rect = row.rect
    if isAdopted || isPointedAt {
      let ground =
        isAdopted
        ? theme.soft.color(look(of: control, state.interface))
        : look(of: control, state.interface) == .pressed ? theme.press : theme.hover
      canvas.fill(rect, cornerRadius: metrics.buttonCorner, ground)
      if isAdopted {
        canvas.stroke(
          rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner, width: metrics.hairline,
          theme.softLine)
      }
    }
    if state.interface.focused == control {
      focusRing(rect.inset(by: 3 * metrics.scale), corner: metrics.buttonCorner)
    }
    let middle = rect.midY.rounded()
    let em = Double(metrics.fine)
    text(
      NumberText.logLikelihood(optimum.logLikelihood), x: rect.x + (0.9 * em).rounded(), centerY: middle,
      size: part.valueSize, weight: isAdopted ? .bold : .book, isAdopted ? theme.softInk : theme.ink)
    let isStrong = isAdopted || isPointedAt
    let seed = String(optimum.seeds[0])
    var right = part.seedRight
    right -=
      text(
        seed, x: right, centerY: middle, size: metrics.fine, weight: isStrong ? .bold : .book,
        isAdopted ? theme.softInk : isStrong ? theme.ink : theme.ink2, align: .right) + 1.5 * em
    if isAdopted {
      icon(.check, center: Point(right - 0.4 * em, middle), size: 1.45 * em, theme.softInk)
      right -= 2 * em
    } else if isPointedAt {
      right -=
        text(
          words(.adopt), x: right, centerY: middle, size: metrics.fine, weight: .bold, theme.ink, align: .right) + em
    } else if optimum.isFloored {
      right -=
        text(words(.floored), x: right, centerY: middle, size: metrics.fine, theme.ink2, align: .right) + em
    }
    drawStarts(optimum.seeds.count, from: part.dotsX, to: right, centerY: middle, part, isAdopted: isAdopted, isStrong)
  }

  /// One dot per start; where they are too many for the row, their number.
  private mutating func drawStarts(
    _ count: Int, from left: Double, to right: Double, centerY: Double, _ part: RaceLayout, isAdopted: Bool,
    _ isStrong: Bool
  ) {
    let ink = isAdopted ? theme.softInk : isStrong ? theme.ink : theme.ink3
    guard !metrics.isProjector, left + Double(count) * part.dotPitch <= right else {
      text(String(count), x: left, centerY: centerY, size: metrics.fine, weight: .bold, ink)
      return
    }
    for index in 0..<count {
      let x = left + (Double(index) + 0.5) * part.dotPitch
      canvas.fill(discAt: Point(x, centerY), radius: part.dotRadius, ink)
    }
  }
}

extension LabState {
  /// The result of the race that is pointed at, or that the keyboard is on.
  var pointedOptimum: Int? {
    guard interface.page == .race, let results = raceResults else { return nil }
    let controls = [interface.hovered, interface.focused]
    for control in controls {
      if case .optimum(let index) = control, results.optima.indices.contains(index) { return index }
    }
    return nil
  }
}
