import LabCore
import Rasterizer

/// The panel's lower part: heading and badge, three numbers, the reason, and the log-likelihood chart.
public struct ChartLayout: Sendable {
  let hairlineY, headingY, captionY, bigY: Double
  /// `nil` where the chart needs the room.
  let reasonY: Double?
  let legendY: Double?
  let ticksY: Double
  /// Left edges of iteration, value and last gain.
  let columns: [Double]
  /// From the top of the curve's room to the axis; its left edge is the x = 0 line.
  public let plot: Rect
  let showsPlot: Bool
  let scale: ChartScale

  init(_ state: LabState, panel: Rect, below bottom: Double, metrics m: Metrics, font: any TextSource) {
    let left = panel.x + m.padding
    let width = panel.width - 2 * m.padding
    hairlineY = bottom + m.hairlineAfterCards
    headingY = hairlineY + m.headingAfterHairline
    captionY = headingY + m.captionAfterHeading
    bigY = captionY + m.bigAfterCaption
    columns = [left, (left + 0.29 * width).rounded(), (left + 0.69 * width).rounded()]

    let runs = state.document.runs
    let least = (m.sizeClass == .projector ? 150.0 : 100.0) * m.scale
    let lowest = panel.maxY - m.legendAboveBottom
    // Where the panel is low, first the legend and then the reason give way to the chart.
    let plotWithLegend = lowest - m.ticksAboveLegend - m.axisAboveTicks - bigY - m.chartAfterReason
    let hasLegend = (runs.current.steps.count > 1 || !runs.earlier.isEmpty) && plotWithLegend >= 0.6 * least
    legendY = hasLegend ? lowest : nil
    ticksY = hasLegend ? lowest - m.ticksAboveLegend : panel.maxY - (20 * m.scale).rounded()
    let axisY = ticksY - m.axisAboveTicks
    let withReason = bigY + m.reasonAfterBig + m.chartAfterReason
    // Why nothing runs is said in any case; then the chart has little to show.
    let hasReason = axisY - withReason >= least || state.blockedReason != nil
    reasonY = hasReason ? bigY + m.reasonAfterBig : nil
    let topY = hasReason ? withReason : bigY + m.chartAfterReason + (0.5 * Double(m.caption)).rounded()
    showsPlot = axisY - topY >= 0.4 * least

    let height = max(axisY - topY, 1)
    let tickSpacing = max(2.4 * Double(m.caption), height / 6)
    let scale = ChartScale(runs, height: height, tickSpacing: tickSpacing)
    let labels = scale.yTicks.values.map { font.pixels(scale.yTicks.label($0), m.caption) }
    let gutter = ((labels.max() ?? 0) + 0.6 * Double(m.caption)).rounded()
    let right = panel.maxX - m.padding - (0.5 * Double(m.caption)).rounded()
    plot = Rect(x: left + gutter, y: topY, width: max(right - left - gutter, 1), height: height)
    self.scale = scale
  }

  /// The half-step nearest to a position across the chart.
  func halfStep(at x: Double) -> Double {
    (x - plot.x) / plot.width * Double(scale.halfSteps)
  }

  func x(halfStep: Double) -> Double { plot.x + plot.width * halfStep / Double(scale.halfSteps) }

  func y(_ value: Double) -> Double {
    plot.maxY - (value - scale.low) / (scale.high - scale.low) * plot.height
  }
}

/// The ranges of the chart's axes.
struct ChartScale: Sendable {
  let low, high: Double
  /// The half-steps the x axis spans.
  let halfSteps: Int
  let yTicks: AxisTicks
  let xTicks: AxisTicks

  /// Iterations the x axis spans, as the run grows.
  private static let chunks = [12, 25, 50, 100, 250, 500, 1000]

  init(_ runs: Runs, height: Double, tickSpacing: Double) {
    let extents = [runs.extent] + runs.earlier.map(\.extent)
    let all = extents.compactMap(\.values)
    // The first climb would flatten everything after it: the range begins just under what follows the first M-step.
    let settled = extents.compactMap(\.settled)
    let shown = settled.isEmpty ? all : settled
    let least = shown.map(\.lowerBound).min() ?? -1
    let most = shown.map(\.upperBound).max() ?? 1
    let range = most - least
    if range > 1e-9 * max(abs(most), 1e-300) {
      low = least - 0.15 * range
      high = most + 0.05 * range
    } else {
      let spread = max(abs(most) * 0.05, 1e-6)
      low = least - spread
      high = most + spread
    }
    let last = extents.map(\.lastHalfStep).max() ?? 0
    let chunk = ChartScale.chunks.first { 2 * $0 >= last + 1 } ?? (last / 2000 + 1) * 1000
    let iterations = runs.current.steps.count <= 1 && runs.earlier.isEmpty ? 10 : chunk
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
}
