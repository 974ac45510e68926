import LabCore
import Rasterizer

/// The ranges of the chart's axes.
struct ChartScale: Sendable {
  let low, high: Double
  /// The half-steps the x axis spans.
  let halfSteps: Int
  let yTicks: AxisTicks
  let xTicks: AxisTicks

  /// Iterations the x axis spans, as the run grows.
  private static let chunks = [12, 25, 50, 100, 250, 500, 1000]

  init(_ runs: Runs, whole: Bool = false, height: Double, tickSpacing: Double) {
    let extents = [runs.extent] + runs.curves.map(\.extent)
    self.init(
      extents, onShow: runs.extent, whole: whole, last: extents.map(\.lastHalfStep).max() ?? 0,
      isEmpty: runs.current.steps.count <= 1 && runs.curves.isEmpty, height: height, tickSpacing: tickSpacing)
  }

  /// - Parameters:
  ///   - extents: where the curves on this scale lie.
  ///   - onShow: that of the one curve that stays in the chart whatever the others are.
  ///   - whole: whether the first climb is shown too.
  ///   - last: the last half-step of any curve in the chart.
  ///   - fits: whether the x axis ends with the last half-step, which nothing will follow.
  ///   - isEmpty: whether nothing has run.
  init(
    _ extents: [CurveExtent], onShow: CurveExtent? = nil, whole: Bool = false, last: Int, fits: Bool = false,
    isEmpty: Bool, height: Double, tickSpacing: Double
  ) {
    let all = extents.compactMap(\.values)
    // The first climb would flatten everything after it: the range begins just under what follows the first M-step.
    let settled = extents.compactMap(\.settled)
    let shown = settled.isEmpty || whole ? all : settled
    let least = shown.map(\.lowerBound).min() ?? -1
    // The run on show stays in the chart, also where it has but a start, above all that came of others.
    let most = (shown + [onShow?.values].compactMap { $0 }).map(\.upperBound).max() ?? 1
    let range = most - least
    if range > 1e-9 * max(abs(most), 1e-300) {
      low = least - 0.15 * range
      high = most + 0.05 * range
    } else {
      let spread = max(abs(most) * 0.05, 1e-6)
      low = least - spread
      high = most + spread
    }
    let chunk = ChartScale.chunks.first { 2 * $0 >= last + 1 } ?? (last / 2000 + 1) * 1000
    let iterations = isEmpty && last < 20 ? 10 : fits ? max((last + 1) / 2, 1) : chunk
    halfSteps = max(2 * iterations, 2)
    // No values, no scale. Three labels or more, closer together where the chart is low.
    let (bottom, top) = (low, all.isEmpty ? low : high)
    let candidates = [1, 0.75, 0.55].map { closeness in
      AxisTicks(
        low: bottom, high: top, pixels: height, minimumSpacing: closeness * tickSpacing, mantissas: [1, 2, 5])
    }
    yTicks = candidates.first { $0.values.count >= 3 } ?? candidates[2]
    xTicks = AxisTicks(
      low: 0, high: Double(iterations), pixels: 1, minimumSpacing: iterations <= 10 ? 0.2 : 0.3, mantissas: [1, 2, 5])
  }

  /// Where a value of a curve lies in a plot with these axes.
  func place(_ point: Curve.Point, in plot: Rect) -> Point {
    Point(
      plot.x + plot.width * Double(point.halfStep) / Double(halfSteps),
      plot.maxY - (point.value - low) / (high - low) * plot.height)
  }
}
