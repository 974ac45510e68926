import LabCore
import LabWords
import Rasterizer

/// The run's numbers and its chart.
extension ExplainedPlaces {
  func chart(at point: Point) -> Explanation? {
    let part = layout.chart
    let isSmall = metrics.sizeClass == .smallProjector
    let half = Double(metrics.big) * 0.8
    if abs(point.y - part.headingY) <= half {
      if point.x > layout.panel.midX { return .badge }
      return isSmall ? .iteration : .logLikelihood
    }
    if point.y < part.headingY { return nil }
    if isSmall, abs(point.y - part.bigY) <= half { return .value }
    if !isSmall, point.y > part.headingY, point.y <= part.bigY + half {
      return point.x < part.columns[1] ? .iteration : point.x < part.columns[2] ? .value : .gain
    }
    let line = 1.35 * Double(metrics.caption)
    let last = part.reasonY + Double(part.reason.count - 1) * line
    if !part.reason.isEmpty, point.y <= last + line * 0.6 {
      return part.agreementLines > 0 && point.y > last - (Double(part.agreementLines) - 0.5) * line
        ? .agreement : .reason
    }
    guard part.showsPlot else { return nil }
    if let legend = part.legendY, abs(point.y - legend) <= line { return self.legend(at: point) }
    guard state.layers.shows(.model) else { return .hiddenCurve }
    if point.y > part.plot.maxY + 2 { return .iterationAxis }
    if point.x < part.plot.minX - 2 { return .valueAxis }
    return curve(at: point)
  }

  private func legend(at point: Point) -> Explanation? {
    if state.document.lanes.count > 1 { return .laneCurves }
    let (left, right) = (layout.panel.x + metrics.padding, layout.panel.maxX - metrics.padding)
    let entries = ChartLegend(state.document.algorithm, left: left, right: right, words, metrics, font).entries
    guard let entry = entries.first(where: { point.x <= $0.right + 4 }) else { return nil }
    switch entry.kind {
    case .bound: return .bound
    case .earlier: return .earlierRun
    case .expectation: return .expectation
    case .maximization: return .maximization
    }
  }

  /// The nearest of the chart's lines, or the curve that all of it is about.
  private func curve(at point: Point) -> Explanation {
    if state.document.lanes.count > 1 { return .laneCurves }
    let part = layout.chart
    let runs = state.document.runs
    let reach = 6 * metrics.unit
    if abs(point.x - part.x(halfStep: Double(runs.shown.halfStep))) <= reach { return .scrubber }
    if state.document.startOrigin == .placed, runs.shown.kind == .start, let best = runs.bestOfEarlier,
      point.y >= part.y(best) - reach, point.y <= part.y(best) + 1.6 * Double(metrics.caption)
    {
      return .bestRun
    }
    func distance(_ line: [Point]) -> Double {
      zip(line, line.dropFirst()).map { Segment.distance(from: point, to: ($0, $1)) }.min() ?? .infinity
    }
    func points(_ run: Curve) -> [Point] {
      run.points.map { Point(part.x(halfStep: Double($0.halfStep)), part.y($0.value)) }
    }
    let steps = runs.current.steps
    let bound = steps.indices.compactMap { index in
      steps[index].lowerBound.map { Point(part.x(halfStep: Double(steps[index].halfStep)), part.y($0)) }
    }
    let own = distance(points(runs.current.curve))
    let below = distance(bound)
    let earlier = runs.earlier.map { distance(points($0.run.curve)) }.min() ?? .infinity
    if below < own, below <= reach { return .bound }
    return earlier < own && earlier <= reach ? .earlierRun : .curve
  }
}

extension Segment {
  /// How far a place is from a straight line between two others.
  fileprivate static func distance(from point: Point, to line: (Point, Point)) -> Double {
    let (dx, dy) = (line.1.x - line.0.x, line.1.y - line.0.y)
    let length = dx * dx + dy * dy
    let along = length > 0 ? ((point.x - line.0.x) * dx + (point.y - line.0.y) * dy) / length : 0
    let t = min(max(along, 0), 1)
    return Point(line.0.x + t * dx, line.0.y + t * dy).distance(to: point)
  }
}
