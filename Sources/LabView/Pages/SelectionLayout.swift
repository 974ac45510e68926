import GaussianMixtures
import LabCore
import Rasterizer

/// The search for a model: families to try, a button or its progress, and BIC against the number of components.
struct SelectionLayout: Sendable {
  struct Mark: Sendable {
    let candidate: Int
    let family: CovarianceFamily
    let center: Point
  }

  let headingY: Double
  let close: Rect
  let families: [OptionsLayout.Segment]
  let button: Rect
  let verdictY: Double
  let plot: Rect
  let ticksY: Double
  let low, high: Double
  let yTicks: AxisTicks
  let marks: [Mark]
  let markRadius: Double

  static func height(_ m: Metrics) -> Double { m.headRow + 22 * Double(m.caption) }

  init(_ state: LabState, panel: Rect, top: Double, metrics m: Metrics, font: any TextSource) {
    let left = panel.x + m.padding
    let right = panel.maxX - m.padding
    let em = Double(m.caption)
    headingY = top + m.headRow / 2
    close = OptionsLayout.closeButton(right: right, centerY: headingY, m)
    var y = top + m.headRow + (0.2 * em).rounded()
    let row = Rect(x: left, y: y, width: right - left, height: (2.05 * em).rounded())
    let search = state.search
    families = OptionsLayout.Segment.row(
      CovarianceFamily.allCases.map { (.searchFamily($0), $0.rawValue, search.families.contains($0)) }, in: row,
      size: m.caption, font: font, leading: (1.2 * em).rounded())
    y = row.maxY + (0.8 * em).rounded()
    button = Rect(x: left, y: y, width: right - left, height: (2.6 * em).rounded())
    verdictY = button.maxY + (1.2 * em).rounded()

    ticksY = panel.maxY - (1.6 * em).rounded()
    let bottom = ticksY - (1.5 * em).rounded()
    let plotTop = verdictY + (1.8 * em).rounded()
    let values = search.candidates.compactMap(\.bic)
    let least = values.min() ?? 0
    let most = values.max() ?? 1
    let range = max(most - least, 1e-9 * max(abs(most), 1))
    low = least - 0.08 * range
    high = most + 0.05 * range
    let ticks = AxisTicks(
      low: low, high: high, pixels: max(bottom - plotTop, 1), minimumSpacing: 3 * em, mantissas: [1, 2, 5])
    yTicks = ticks
    let widest = ticks.values.map { font.pixels(ticks.label($0), m.caption) }.max() ?? 0
    let gutter = values.isEmpty ? 0 : widest + (1.2 * em).rounded()
    let plot = Rect(
      x: left + gutter, y: plotTop, width: max(right - left - gutter - em, 1), height: max(bottom - plotTop, 1))
    self.plot = plot
    markRadius = (0.36 * em).rounded()
    let counts = ModelSearch.components
    let step = plot.width / Double(max(counts.count - 1, 1))
    let floor = low
    let span = high - low
    marks = search.candidates.enumerated().compactMap { index, candidate in
      candidate.bic.map { bic in
        let x = plot.x + step * Double(candidate.components - counts.lowerBound)
        return Mark(
          candidate: index, family: candidate.family,
          center: Point(x, plot.maxY - (bic - floor) / span * plot.height))
      }
    }
  }

  var controls: [(control: Control, rect: Rect)] {
    let reach = 2 * markRadius
    return [(.closePage, close), (.search, button)] + families.map { ($0.control, $0.rect) }
      + marks.map { mark in
        (
          .candidate(mark.candidate),
          Rect(x: mark.center.x - reach, y: mark.center.y - reach, width: 2 * reach, height: 2 * reach)
        )
      }
  }
}
