import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The restart race: a button or its progress, how many starts found the best, a fan of curves, and a row per result.
struct RaceLayout: Sendable {
  struct Row: Sendable {
    /// The rank of the result.
    let optimum: Int
    let rect: Rect
  }

  let heading: PageHeading
  let button: Rect
  /// How many found the best, and which seeds were tried.
  let verdictY: Double
  let chart: RaceChart?
  let headsY: Double
  let rows: [Row]
  /// The line that takes the place of the results for which there is no room, or gives the chart its place back.
  let more: (rect: Rect, hidden: Int)?
  /// The left edge of the dots and the right one of seeds.
  let dotsX, seedRight: Double
  let dotRadius, dotPitch: Double
  let valueSize: Int

  /// So many results are listed beneath the chart; all of them in its place.
  static let mostBesideChart = 6

  init(_ state: LabState, panel: Rect, top: Double, metrics m: Metrics, font: any TextSource) {
    let left = panel.x + m.padding
    let right = panel.maxX - m.padding
    let em = Double(m.fine)
    heading = PageHeading(top: top, right: right, metrics: m)
    button = Rect(x: left, y: top + m.headRow, width: right - left, height: (28.0 / 11 * em).rounded())
    let results = state.raceResults
    let optima = results?.optima ?? []
    verdictY = (button.maxY + 1.5 * em).rounded()
    valueSize = m.isProjector ? m.fine : Int((13 * m.scale).rounded())
    let rowHeight = m.isProjector ? max((1.85 * em).rounded(), m.fingertip) : (24 * m.scale).rounded()
    let headsHeight = (1.6 * em).rounded()

    // From the bottom up: the rows, their heads, and the chart in what is left.
    var y = verdictY + (1.3 * em).rounded()
    let room = panel.maxY - (0.6 * em).rounded() - y - headsHeight
    let wanted = (172 * m.scale).rounded()
    let least = (90 * m.scale).rounded()
    let fitting = max(Int(room / rowHeight), 0)
    let beside = min(RaceLayout.mostBesideChart, max(Int((room - least - 2 * em) / rowHeight), 0))
    let showsChart = !m.isProjector && !state.race.showsAll && !optima.isEmpty && beside >= 2
    let most = showsChart ? beside : fitting
    // The line that says how many are hidden takes a row itself.
    let needsMore = optima.count > most || (state.race.showsAll && !m.isProjector && !optima.isEmpty)
    let count = needsMore ? max(min(most - 1, optima.count), 0) : optima.count
    if showsChart, let results {
      let height = min(wanted, room - Double(needsMore ? count + 1 : count) * rowHeight - (1.2 * em).rounded())
      chart = RaceChart(
        results, in: Rect(x: left, y: y, width: right - left, height: height), metrics: m, font: font)
      y += height + (0.6 * em).rounded()
    } else {
      chart = nil
    }
    headsY = (y + headsHeight / 2).rounded()
    y += headsHeight
    var rows: [Row] = []
    for optimum in 0..<count {
      rows.append(Row(optimum: optimum, rect: Rect(x: left, y: y, width: right - left, height: rowHeight)))
      y += rowHeight
    }
    self.rows = rows
    more =
      needsMore && !optima.isEmpty
      ? (Rect(x: left, y: y, width: right - left, height: rowHeight), optima.count - count) : nil
    let ownSize = valueSize
    let values = optima.map { font.pixels(NumberText.logLikelihood($0.logLikelihood), ownSize, .bold) }
    dotsX = left + (0.9 * em).rounded() + max(values.max() ?? 0, font.pixels(state.words(.logL), m.fine)) + em
    seedRight = right - (0.9 * em).rounded()
    let isCrowded = (optima.map(\.seeds.count).max() ?? 0) >= 16
    dotPitch = (isCrowded ? 7 : 9) * em / 11
    dotRadius = min(3.3 * em / 11, 0.45 * dotPitch)
  }

  var controls: [(control: Control, rect: Rect)] {
    [(.closePage, heading.close), (.race, button)] + rows.map { (.optimum($0.optimum), $0.rect) }
      + (more.map { [(.allOptima, $0.rect)] } ?? [])
  }
}

/// The log-likelihoods of the runs of a race, iteration by iteration: how they fan out and where they end.
struct RaceChart: Sendable {
  struct Line: Sendable {
    let seed: UInt64
    let points: [Point]
  }

  let plot: Rect
  let ticksY: Double
  let low, high: Double
  let iterations: Int
  let yTicks, xTicks: AxisTicks
  /// The best last, so that it lies above the others.
  let lines: [Line]

  init(_ results: RestartRace, in rect: Rect, metrics m: Metrics, font: any TextSource) {
    let em = Double(m.fine)
    let ends = results.optima.filter { !$0.isFloored || results.optima[0].isFloored }.map(\.logLikelihood)
    let best = ends.first ?? 0
    // Ends of one optimum are one place in the chart, however near all of them are.
    let spread = max(best - (ends.last ?? best), 20 * results.slack, 1e-6 * max(abs(best), 1))
    low = best - spread - 1.1 * spread
    high = best + 0.17 * 2.1 * spread
    let longest = results.runs.compactMap { $0.fit?.iterations }.max() ?? 1
    iterations = max(longest, 2)
    ticksY = rect.maxY - (0.6 * em).rounded()
    let height = max(ticksY - (1.3 * em).rounded() - rect.y, 1)
    let yTicks = AxisTicks(low: low, high: high, pixels: height, minimumSpacing: 3 * em, mantissas: [1, 2, 5])
    self.yTicks = yTicks
    let gutter = (yTicks.values.map { font.pixels(yTicks.label($0), m.fine) }.max() ?? 0) + (0.7 * em).rounded()
    let plot = Rect(x: rect.x + gutter, y: rect.y, width: max(rect.width - gutter - em, 1), height: height)
    self.plot = plot
    xTicks = AxisTicks(
      low: 0, high: Double(iterations), pixels: plot.width, minimumSpacing: 4 * em, mantissas: [1, 2, 5])
    let (low, high, last) = (low, high, Double(iterations))
    lines = results.runs.reversed().compactMap { run in
      guard let trace = run.fit?.trace, trace.count > 1 else { return nil }
      return Line(
        seed: run.seed,
        points: trace.enumerated().map { index, value in
          let y = plot.maxY - (value - low) / (high - low) * plot.height
          return Point(plot.x + Double(index) / last * plot.width, min(max(y, plot.y - 1e4), plot.maxY + 1e4))
        })
    }
  }

  func y(_ value: Double) -> Double { plot.maxY - (value - low) / (high - low) * plot.height }
}
