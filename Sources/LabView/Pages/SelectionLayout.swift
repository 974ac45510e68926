import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The search for a model: families to try, a button or its progress, and BIC against the number of components.
struct SelectionLayout: Sendable {
  struct Mark: Sendable {
    let candidate: Int
    let family: CovarianceFamily
    /// Where its value is, perhaps above the chart.
    let center: Point
    /// Where it stands: at the chart's edge if its value is beyond.
    let place: Point
  }

  let heading: PageHeading
  let families: [Segment]
  let searchButton: Rect
  /// Takes over the best of the families shown; there once there is one.
  let adoptButton: Rect?
  let best: Int?
  let verdict: [String]
  let verdictY: Double
  let plot: Rect
  let ticksY: Double
  let low, high: Double
  let yTicks: AxisTicks
  /// The candidates of the families that are switched on, those above the plot too: their lines come from there.
  let marks: [Mark]
  let markRadius: Double

  init(_ state: LabState, panel: Rect, top: Double, metrics m: Metrics, font: any TextSource) {
    let left = panel.x + m.padding
    let right = panel.maxX - m.padding
    let em = Double(m.fine)
    heading = PageHeading(top: top, right: right, metrics: m)
    let search = state.search
    let words = state.words
    markRadius = (0.36 * em).rounded()
    // In a window too low for it all of the page counts more.
    let touched = panel.height < 20 * em ? 0 : m.fingertip
    families = Segment.lines(
      CovarianceFamily.allCases.map {
        Segment.Item(control: .searchFamily($0), text: words.name($0), isChosen: search.families.contains($0))
      }, x: left, y: top + m.headRow + (0.2 * em).rounded(), width: right - left,
      height: max((2.05 * em).rounded(), touched),
      size: m.fine, font: font, leading: (1.2 * em).rounded())
    var y = (families.last?.rect.maxY ?? top) + (0.8 * em).rounded()
    let shown = search.candidates.indices.filter { search.families.contains(search.candidates[$0].family) }
    best = search.isRunning ? nil : search.best(of: shown)
    let height = max((2.6 * em).rounded(), touched)
    let gap = (0.7 * em).rounded()
    let again = font.pixels(words(.searchAgain), m.fine, .bold) + (1.6 * em).rounded()
    searchButton = Rect(x: left, y: y, width: best == nil ? right - left : again, height: height)
    adoptButton =
      best == nil ? nil : Rect(x: left + again + gap, y: y, width: right - left - again - gap, height: height)
    y += height
    let style = TextStyle(size: m.fine, weight: .book)
    let isFaint = shown.contains { search.candidates[$0].isFloored && search.candidates[$0].bic != nil }
    verdict =
      font.wrap(words.verdict(state, best: best, isShort: m.isProjector), style, to: right - left, most: 3)
      + (isFaint ? font.wrap(words(.faintIsFloored), style, to: right - left, most: 1) : [])
    verdictY = y + (1.2 * em).rounded()
    // Room for two rows of marks above the plot.
    let plotTop = verdictY + Double(max(verdict.count, 1) - 1) * (1.35 * em).rounded() + (2.7 * em).rounded()

    ticksY = panel.maxY - (1.6 * em).rounded()
    let bottom = ticksY - (1.5 * em).rounded()
    // What the floor holds up cannot win, and would take all the room.
    let free = shown.filter { !search.candidates[$0].isFloored }.compactMap { search.candidates[$0].bic }
    let values = free.isEmpty ? shown.compactMap { search.candidates[$0].bic } : free
    (low, high) = SelectionLayout.range(values)
    let ticks = AxisTicks(
      low: low, high: high, pixels: max(bottom - plotTop, 1), minimumSpacing: 3 * em, mantissas: [1, 2, 5])
    yTicks = ticks
    let widest = ticks.values.map { font.pixels(ticks.label($0), m.fine) }.max() ?? 0
    let gutter = values.isEmpty ? 0 : widest + (1.2 * em).rounded()
    let plot = Rect(
      x: left + gutter, y: plotTop, width: max(right - left - gutter - em, 1), height: max(bottom - plotTop, 1))
    self.plot = plot
    let counts = ModelSearch.components
    let step = plot.width / Double(max(counts.count - 1, 1))
    let (floor, span) = (low, high - low)
    // Those above the plot stand over its edge, two by two above their K.
    var above: [Int: Int] = [:]
    let apart = 2.4 * markRadius
    marks = shown.compactMap { index in
      let candidate = search.candidates[index]
      return candidate.bic.map { bic in
        let x = plot.x + step * Double(candidate.asked - counts.lowerBound)
        let y = plot.maxY - (bic - floor) / span * plot.height
        var place = Point(x, min(y, plot.maxY))
        if y < plot.y - 1 {
          let rank = above[candidate.asked, default: 0]
          above[candidate.asked] = rank + 1
          place = Point(
            x + (rank % 2 == 0 ? -0.5 : 0.5) * apart, plot.y - (0.5 + Double(rank / 2)) * apart)
        }
        return Mark(candidate: index, family: candidate.family, center: Point(x, y), place: place)
      }
    }
  }

  /// The values that contend for the best, and a little around them: a hopeless candidate would flatten the rest.
  static func range(_ values: [Double]) -> (low: Double, high: Double) {
    let sorted = values.sorted()
    guard let least = sorted.first, let most = sorted.last else { return (0, 1) }
    let middle = sorted[(sorted.count * 2) / 3 < sorted.count ? (sorted.count * 2) / 3 : sorted.count - 1]
    let top = min(most, least + 1.5 * (middle - least))
    let range = max(top - least, 1e-9 * max(abs(least), 1))
    return (least - 0.08 * range, top + 0.05 * range)
  }

  var controls: [(control: Control, rect: Rect)] {
    let reach = 2 * markRadius
    return [(.closePage, heading.close)] + families.map { ($0.control, $0.rect) } + [(.search, searchButton)]
      + (adoptButton.map { [(.adoptBest, $0)] } ?? [])
      + marks.map { mark in
        (
          .candidate(mark.candidate),
          Rect(x: mark.place.x - reach, y: mark.place.y - reach, width: 2 * reach, height: 2 * reach)
        )
      }
  }

  /// Of candidates that lie over each other the pointer means the nearest.
  func candidate(near point: Point) -> Control? {
    let reach = 2 * markRadius
    func distance(_ mark: Mark) -> Double {
      let dx = mark.place.x - point.x
      let dy = mark.place.y - point.y
      return (dx * dx + dy * dy).squareRoot()
    }
    let near = marks.filter { distance($0) <= 1.5 * reach }
    return near.min { distance($0) < distance($1) }.map { .candidate($0.candidate) }
  }
}
