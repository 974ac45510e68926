import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The panel's lower part: heading and badge, three numbers, the reason, and the log-likelihood chart. A small projector
/// has the iteration beside the badge, the value below, and the chart.
public struct ChartLayout: Sendable {
  let hairlineY, headingY, captionY, bigY: Double
  /// Why the run stands where it stands, in lines that fit; empty where the chart needs the room.
  let reason: [String]
  let reasonY: Double
  /// How many of the reason's lines, at its end, tell how far the model agrees with the groups of the file.
  let agreementLines: Int
  let legendY: Double?
  let ticksY: Double
  /// Left edges of iteration, value and last gain.
  let columns: [Double]
  /// From the top of the curve's room to the axis; its left edge is the x = 0 line.
  public let plot: Rect
  let showsPlot: Bool
  let scale: ChartScale
  /// What the curves are of, the run on show last; none where there is no plot. A long run has a long curve, and only who
  /// draws or points at it needs it: a layout is made with every move of the mouse.
  private let ran: [(number: Int, run: Run)]
  /// The button that opens the list of runs; gone where there is no room for it.
  let runsButton: Rect?
  /// The button that lets chart and canvas change places, beside it.
  let largeButton: Rect?
  /// In the large chart: the button that shows the first climb whole.
  let climbButton: Rect?
  let grabRadius: Double
  /// That of k-means beside EM, at the right.
  let rightScale: ChartScale?

  init(_ state: LabState, panel: Rect, below bottom: Double, metrics m: Metrics, font: any TextSource) {
    let left = panel.x + m.padding
    let width = panel.width - 2 * m.padding
    let isSmallProjector = m.sizeClass == .smallProjector
    hairlineY = bottom + m.hairlineAfterCards
    headingY = hairlineY + m.headingAfterHairline
    captionY = headingY + m.captionAfterHeading
    bigY = captionY + m.bigAfterCaption
    columns = [left, (left + 0.29 * width).rounded(), (left + 0.69 * width).rounded()]

    let runs = state.document.runs
    let lanes = state.document.lanes
    let isPair = state.document.comparison == .kMeans
    let isList = lanes.count > 1 && !isPair
    let least = isSmallProjector ? m.leastChart : m.leastChart * m.scale
    let lowest = panel.maxY - m.legendAboveBottom
    // Where the panel is low, first the legend and then the reason give way to the chart.
    let plotWithLegend = lowest - m.ticksAboveLegend - m.axisAboveTicks - bigY - m.chartAfterReason
    let hasLegend =
      !isSmallProjector && (state.document.latest > 0 || (lanes.count == 1 && !runs.curves.isEmpty))
      && plotWithLegend >= 0.6 * least
    legendY = hasLegend ? lowest : nil
    ticksY = hasLegend ? lowest - m.ticksAboveLegend : isSmallProjector ? lowest : panel.maxY - (20 * m.scale).rounded()
    let axisY = ticksY - m.axisAboveTicks
    // Why nothing runs is said in any case; then the chart has little to show.
    let isBlocked = lanes.count == 1 ? state.blockedReason != nil : !state.canStep
    let style = TextStyle(size: m.caption, weight: .book)
    let agreement =
      lanes.count == 1 ? state.words.agreement(state).map { font.wrap($0, style, to: width, most: 2) } ?? [] : []
    agreementLines = agreement.count
    let lines: [String]
    if lanes.count > 1, !isBlocked {
      let words = state.words
      if isPair {
        // Kept for what is found out when it is drawn.
        lines = font.wrap(words(.lockstep), style, to: width, most: 2)
      } else {
        // The formula where there is room for all of it.
        let formula = words(.smallerBICFormula)
        let showsFormula = LaneScores(state.document).measure == .bic && font.pixels(formula, m.caption) <= width
        lines =
          font.wrap(
            (state.layers.shows(.model) ? words.verdict(state) : nil) ?? words.reason(state), style, to: width, most: 3)
          + (showsFormula ? [formula] : [])
      }
    } else {
      // On a small projector the agreement stands alone.
      let why =
        isSmallProjector && !isBlocked && !agreement.isEmpty
        ? [] : font.wrap(state.words.reason(state), style, to: width, most: isBlocked ? 4 : 2)
      lines = why + agreement
    }
    let lineHeight = (1.35 * Double(m.caption)).rounded()
    // A list of lanes has its numbers on the cards.
    let above = isList && !isSmallProjector ? captionY - m.reasonAfterBig : bigY
    let firstLine = above + (isSmallProjector ? (1.6 * Double(m.caption)).rounded() : m.reasonAfterBig)
    let withReason = firstLine + Double(lines.count - 1) * lineHeight + m.chartAfterReason
    let hasReason = isBlocked || !agreement.isEmpty || (!isSmallProjector && axisY - withReason >= least)
    let room = panel.maxY - firstLine
    reason = hasReason ? Array(lines.prefix(max(1, Int(room / lineHeight)))) : []
    reasonY = firstLine
    let topY =
      hasReason
      ? withReason : above + m.chartAfterReason + (isSmallProjector ? 0 : (0.5 * Double(m.caption)).rounded())
    showsPlot = axisY - topY >= (isSmallProjector ? 0.5 : 0.4) * least

    let height = max(axisY - topY, 1)
    let tickSpacing = max(2.4 * Double(m.caption), height / 6)
    grabRadius = 5 * m.unit
    let button = ChartLayout.runsButton(state, left: left, width: width, centerY: headingY, metrics: m, font: font)
    // Of several lanes none has the chart to itself.
    let buttons = lanes.count > 1 ? nil : button.flatMap { $0.maxY <= panel.maxY ? $0 : nil }
    runsButton =
      state.isThere(.page(.runs)) ? buttons.map { Rect(x: $0.x, y: $0.y, width: $0.width / 2, height: $0.height) } : nil
    largeButton =
      state.isThere(.largeChart)
      ? buttons.map { Rect(x: $0.midX, y: $0.y, width: $0.width / 2, height: $0.height) } : nil
    climbButton = nil
    let scale: ChartScale
    let rightScale: ChartScale?
    if lanes.count == 1 {
      scale = ChartScale(runs, whole: state.interface.showsFirstClimb, height: height, tickSpacing: tickSpacing)
      rightScale = nil
    } else {
      let last = lanes.map(\.runs.extent.lastHalfStep).max() ?? 0
      func own(_ algorithm: Algorithm) -> ChartScale? {
        let extents = lanes.filter { $0.algorithm == algorithm }.map(\.runs.extent)
        if extents.isEmpty { return nil }
        return ChartScale(
          extents, last: last, isEmpty: state.document.latest == 0, height: height, tickSpacing: tickSpacing)
      }
      let (left, right) = (own(.em), own(.kMeans))
      scale = left ?? right ?? ChartScale(runs, height: height, tickSpacing: tickSpacing)
      rightScale = left == nil ? nil : right
    }
    let labels = scale.yTicks.values.map { font.pixels(scale.yTicks.label($0), m.caption) }
    let gutter = ((labels.max() ?? 0) + 0.6 * Double(m.caption)).rounded()
    let rightLabels = (rightScale?.yTicks.values ?? []).compactMap { value in
      rightScale.map { font.pixels($0.yTicks.label(value), m.caption) }
    }
    let rightGutter = rightLabels.max().map { ($0 + 0.6 * Double(m.caption)).rounded() }
    self.rightScale = rightScale
    let right = panel.maxX - m.padding - (rightGutter ?? (0.5 * Double(m.caption)).rounded())
    plot = Rect(x: left + gutter, y: topY, width: max(right - left - gutter, 1), height: height)
    self.scale = scale
    ran = showsPlot ? ChartLayout.runs(runs) : []
  }

  /// The chart in the canvas's place.
  init(large state: LabState, in stage: Rect, metrics m: Metrics, font: any TextSource) {
    let runs = state.document.runs
    let em = Double(m.caption)
    let margin = (1.6 * em).rounded()
    headingY = (stage.y + margin + 0.6 * em).rounded()
    (hairlineY, captionY, bigY, reasonY) = (headingY, headingY, headingY, headingY)
    reason = []
    agreementLines = 0
    columns = []
    showsPlot = true
    legendY = (stage.maxY - margin).rounded()
    ticksY = (stage.maxY - margin - 2.2 * em).rounded()
    let top = (headingY + 2.4 * em).rounded()
    let height = max(ticksY - 1.5 * em - top, 1)
    let scale = ChartScale(
      runs, whole: state.interface.showsFirstClimb, height: height, tickSpacing: max(3.4 * em, height / 12))
    self.scale = scale
    rightScale = nil
    let labels = scale.yTicks.values.map { font.pixels(scale.yTicks.label($0), m.caption) }
    let left = stage.x + margin + (labels.max() ?? 0) + (0.6 * em).rounded()
    let plot = Rect(x: left, y: top, width: max(stage.maxX - 2 * margin - left, 1), height: height)
    self.plot = plot
    grabRadius = 5 * m.unit
    runsButton = nil
    largeButton = nil
    let width = font.pixels(state.words(.firstClimb), m.caption, .bold) + 1.6 * em
    climbButton =
      state.isThere(.firstClimb)
      ? Rect(x: stage.maxX - margin - width, y: (headingY - em).rounded(), width: width, height: (2 * em).rounded())
      : nil
    ran = ChartLayout.runs(runs)
  }

  /// The curve of a plate: axes and no more.
  ///
  /// - Parameter halfSteps: what the axis has room for; nil for all that were taken.
  init(
    plate state: LabState, in rect: Rect, halfSteps: ClosedRange<Int>?, metrics m: Metrics, font: any TextSource
  ) {
    let runs = state.document.runs
    let em = Double(m.caption)
    (hairlineY, headingY, captionY, bigY, reasonY) = (rect.y, rect.y, rect.y, rect.y, rect.y)
    reason = []
    agreementLines = 0
    columns = []
    showsPlot = true
    legendY = nil
    ticksY = (rect.maxY - m.padding - 0.5 * em).rounded()
    let top = (rect.y + 0.6 * em).rounded()
    let height = max(ticksY - 1.5 * em - top, 1)
    let scale = ChartScale(
      [runs.extent], onShow: runs.extent,
      // The clock counts from where the run begins, and that may be a later half-step than a start's.
      last: halfSteps.map { runs.current.steps[0].halfStep + $0.upperBound } ?? runs.extent.lastHalfStep, fits: true,
      isEmpty: runs.current.steps.count <= 1, height: height, tickSpacing: max(3.4 * em, height / 8))
    self.scale = scale
    rightScale = nil
    let labels = scale.yTicks.values.map { font.pixels(scale.yTicks.label($0), m.caption) }
    let left = rect.x + m.padding + (labels.max() ?? 0) + (0.6 * em).rounded()
    plot = Rect(x: left, y: top, width: max(rect.maxX - m.padding - em - left, 1), height: height)
    grabRadius = 0
    (runsButton, largeButton, climbButton) = (nil, nil, nil)
    ran = []
  }

  private static func runs(_ runs: Runs) -> [(number: Int, run: Run)] {
    runs.curves.map { ($0.number, $0.run) } + [(runs.number, runs.current)]
  }

  /// The curves of earlier runs, by their numbers.
  var earlierCurves: [(number: Int, points: [Point])] { ran.dropLast().map { ($0.number, points(of: $0.run)) } }

  /// Where the curve of the run on show ends.
  var curveEnd: Point? { ran.last.flatMap { end(of: $0.run) } }

  private func points(of run: Run) -> [Point] { CurvePath.points(run.curve.points.map { scale.place($0, in: plot) }) }

  private func end(of run: Run) -> Point? { run.curveEnd.map { scale.place($0, in: plot) } }

  private static func runsButton(
    _ state: LabState, left: Double, width: Double, centerY: Double, metrics m: Metrics, font: any TextSource
  ) -> Rect? {
    guard m.sizeClass != .smallProjector else { return nil }
    let size = (2.1 * Double(m.caption)).rounded()
    let x = left + font.pixels(state.words.chartTitle(state), m.body, .bold) + (m.gap / 2).rounded()
    let badge =
      [Label.running, .converged, .cannotRun, .stopped, .paused].map {
        font.pixels(state.words($0), m.caption, .bold)
      }.max() ?? 0
    guard x + 2 * size + badge + 3.2 * Double(m.caption) <= left + width else { return nil }
    return Rect(x: x, y: (centerY - size / 2).rounded(), width: 2 * size, height: size)
  }

  /// The buttons in the heading.
  var headControls: [(control: Control, rect: Rect)] {
    (runsButton.map { [(.page(.runs), $0)] } ?? []) + (largeButton.map { [(.largeChart, $0)] } ?? [])
      + (climbButton.map { [(.firstClimb, $0)] } ?? [])
  }

  /// The ends of earlier curves are buttons.
  var curveControls: [(control: Control, rect: Rect)] {
    ran.dropLast().compactMap { number, run in
      guard let end = end(of: run), plot.inset(by: -grabRadius).contains(end) else { return nil }
      return (
        .keptRun(number),
        Rect(x: end.x - grabRadius, y: end.y - grabRadius, width: 2 * grabRadius, height: 2 * grabRadius)
      )
    }
  }

  /// The chart's room in the panel, for whatever takes its place.
  func room(in panel: Rect, _ m: Metrics) -> Rect {
    let least = 60 * m.unit
    let top = min(plot.y - (0.4 * Double(m.caption)).rounded(), panel.maxY - m.padding - least)
    return Rect(
      x: panel.x + m.padding, y: top.rounded(), width: max(panel.width - 2 * m.padding, 1),
      height: max((panel.maxY - m.padding - top).rounded(), 1))
  }

  /// The number of the earlier run whose curve is under the pointer, unless the one on show is nearer.
  func keptRun(near point: Point) -> Int? {
    guard ran.count > 1, plot.contains(point) else { return nil }
    let distances = ran.map { ($0.number, ChartLayout.distance(from: point, to: points(of: $0.run))) }
    guard let nearest = distances.min(by: { $0.1 < $1.1 }), nearest.1 <= grabRadius,
      nearest.0 != ran.last?.number
    else { return nil }
    return nearest.0
  }

  private static func distance(from point: Point, to line: [Point]) -> Double {
    var least = Double.infinity
    for (a, b) in zip(line, line.dropFirst()) {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let t = length > 0 ? min(max(((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0), 1) : 0
      least = min(least, Point(a.x + t * dx, a.y + t * dy).distance(to: point))
    }
    return least
  }

  /// The half-step nearest to a position across the chart.
  func halfStep(at x: Double) -> Double {
    (x - plot.x) / plot.width * Double(scale.halfSteps)
  }

  func x(halfStep: Double) -> Double { plot.x + plot.width * halfStep / Double(scale.halfSteps) }

  func y(_ value: Double) -> Double { y(value, on: scale) }

  func y(_ value: Double, on scale: ChartScale) -> Double {
    plot.maxY - (value - scale.low) / (scale.high - scale.low) * plot.height
  }

  /// The scale of a lane's values.
  func scale(of lane: Lane) -> ChartScale { lane.algorithm == .kMeans ? rightScale ?? scale : scale }
}
