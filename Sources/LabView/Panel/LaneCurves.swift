import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The chart of several lanes: a curve each, EM's on the left scale, that of k-means on the right one.
extension Painter {
  mutating func drawLaneCurves(_ part: ChartLayout, _ state: LabState) {
    let document = state.document
    let isPair = document.comparison == .kMeans
    let best = LaneScores(document).leaders.first
    let outer = canvas.narrowClip(to: curveRoom(part))
    let order = document.lanes.indices.sorted { ($0 == best ? 1 : 0, $0) < ($1 == best ? 1 : 0, $1) }
    for index in order {
      let lane = document.lanes[index]
      let scale = part.scale(of: lane)
      let cursor = lane.runs.shown.halfStep
      let curve = lane.runs.current.curve.points
      func points(_ curve: [Curve.Point]) -> [Point] {
        curve.map { Point(part.x(halfStep: Double($0.halfStep)), part.y($0.value, on: scale)) }
      }
      let isStrong = isPair ? lane.algorithm == .em : index == best
      let color = isStrong ? theme.ink : theme.ink2
      let width = (isStrong ? 1 : isPair ? 0.8 : 0.7) * metrics.curve
      let dash = isPair ? [] : LaneSigns.dash(index).map { $0 * width }
      let style = StrokeStyle(width: width, dash: dash, cap: dash.isEmpty ? .round : .butt)
      let future = points(curve.filter { $0.halfStep >= cursor })
      if future.count > 1 { canvas.stroke(polyline: future, style: style, color.opacity(0.35)) }
      let past = points(curve.filter { $0.halfStep <= cursor })
      if past.count > 1 { canvas.stroke(polyline: past, style: style, color) }
      if isPair {
        drawHalfSteps(lane, part, scale, width: width, color)
      } else if let end = past.last, document.clock > 0 {
        laneMark(
          index, at: end, radius: (0.4 * Double(metrics.caption)).rounded(), theme.ink, ground: theme.chrome)
      }
    }
    canvas.restoreClip(outer)
    let time = document.lanes.map(\.runs.shown.halfStep).max() ?? 0
    drawScrubber(
      part, at: time,
      on: document.lanes.compactMap { lane in
        guard isPair, lane.runs.shown.halfStep == time else { return nil }
        return lane.runs.shown.value.map { part.y($0, on: part.scale(of: lane)) }
      })
  }

  /// A mark per half-step, where they can be told apart: EM's round, those of k-means square; E hollow, M filled.
  private mutating func drawHalfSteps(
    _ lane: Lane, _ part: ChartLayout, _ scale: ChartScale, width: Double, _ color: Color
  ) {
    let halfStepWidth = part.plot.width / Double(part.scale.halfSteps)
    guard halfStepWidth >= 2.2 * metrics.curve else { return }
    let radius = min(1.6 * metrics.curve, 0.38 * halfStepWidth)
    for step in lane.runs.current.steps where step.kind != .start {
      guard let value = step.value else { continue }
      let center = Point(part.x(halfStep: Double(step.halfStep)), part.y(value, on: scale))
      let ink = color.opacity(step.halfStep > lane.runs.shown.halfStep ? 0.35 : 1)
      let shape = (lane.algorithm == .kMeans ? 2 : 0) + (step.kind == .expectation ? 1 : 0)
      laneMark(shape, at: center, radius: radius, ink, ground: theme.chrome)
    }
  }

  mutating func drawLaneLegend(left: Double, right: Double, centerY: Double, _ state: LabState) {
    let document = state.document
    let isPair = document.comparison == .kMeans
    let size = metrics.caption
    let y = centerY.rounded()
    let radius = (0.35 * Double(size)).rounded()
    let gap = (0.45 * Double(size)).rounded()
    let sample = isPair ? (1.8 * Double(size)).rounded() : 2 * radius
    let names = document.lanes.indices.map { index in
      isPair ? words(index == 0 ? .leftScale : .rightScale) : words.name(ofLane: index, in: document)
    }
    let widths = names.map { sample + gap + font.pixels($0, size) }
    let space = (right - left - widths.reduce(0, +)) / Double(max(names.count - 1, 1))
    guard space >= 0.3 * Double(size) else {
      return drawLaneNames(document, left: left, right: right, centerY: y)
    }
    var x = left
    for (index, name) in names.enumerated() {
      let shape = isPair ? (document.lanes[index].algorithm == .kMeans ? 2 : 0) : index
      let color = isPair && index > 0 ? theme.ink2 : theme.ink
      if isPair {
        canvas.stroke(from: Point(x, y), to: Point(x + sample, y), width: (index > 0 ? 0.8 : 1) * metrics.curve, color)
      }
      laneMark(shape, at: Point(x + sample / 2, y), radius: radius, color, ground: theme.chrome)
      text(name, x: x + sample + gap, centerY: y, size: size, theme.ink2)
      x += widths[index] + space
    }
  }

  /// Where the legend is too wide: the algorithms alone with their marks, at the sides of their scales.
  private mutating func drawLaneNames(_ document: Document, left: Double, right: Double, centerY: Double) {
    guard document.comparison == .kMeans else { return }
    let radius = (0.35 * Double(metrics.caption)).rounded()
    let gap = (0.45 * Double(metrics.caption)).rounded()
    laneMark(0, at: Point(left + radius, centerY), radius: radius, theme.ink, ground: theme.chrome)
    text(words(.em), x: left + 2 * radius + gap, centerY: centerY, size: metrics.caption, theme.ink2)
    let width = text(words(.kMeans), x: right, centerY: centerY, size: metrics.caption, theme.ink2, align: .right)
    laneMark(2, at: Point(right - width - gap - radius, centerY), radius: radius, theme.ink2, ground: theme.chrome)
  }
}
