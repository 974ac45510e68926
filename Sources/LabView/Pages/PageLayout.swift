import LabCore
import Rasterizer

/// What the panel shows instead of the chart, or of cards and chart where it is too small for both.
struct PageLayout: Sendable {
  enum Content: Sendable {
    case options(OptionsLayout)
    case selection(SelectionLayout)
    case race(RaceLayout)
    case runs(RunsLayout)
    case mystery(MysteryLayout)
  }

  let content: Content
  let top: Double
  let coversComponents: Bool

  init?(_ state: LabState, panel: Rect, below bottom: Double, metrics m: Metrics, font: any TextSource) {
    let under = bottom + m.hairlineAfterCards
    func options(_ top: Double, _ closeness: Double) -> OptionsLayout {
      OptionsLayout(state, panel: panel, top: top, closeness: closeness, metrics: m, font: font)
    }
    func selection(_ top: Double) -> SelectionLayout {
      SelectionLayout(state, panel: panel, top: top, metrics: m, font: font)
    }
    switch state.interface.page {
    case .run: return nil
    case .options:
      let below = options(under, 1)
      coversComponents = below.bottom > panel.maxY
      top = coversComponents ? panel.y + m.panelTop : under
      let whole = [1, 0.9, 0.8, 0.7].map { options(panel.y + m.panelTop, $0) }
      content = .options(coversComponents ? whole.first { $0.bottom <= panel.maxY } ?? whole[3] : below)
    case .selection:
      let below = selection(under)
      coversComponents = below.plot.height < 8 * Double(m.fine)
      top = coversComponents ? panel.y + m.panelTop : under
      content = .selection(coversComponents ? selection(top) : below)
    case .race:
      coversComponents = m.sizeClass == .compact || panel.maxY - under < 30 * Double(m.fine)
      top = coversComponents ? panel.y + m.panelTop : under
      content = .race(RaceLayout(state, panel: panel, top: top, metrics: m, font: font))
    case .runs:
      coversComponents = m.sizeClass == .compact || panel.maxY - under < 24 * Double(m.fine)
      top = coversComponents ? panel.y + m.panelTop : under
      content = .runs(RunsLayout(state, panel: panel, top: top, metrics: m, font: font))
    case .mystery:
      let below = MysteryLayout(state, panel: panel, top: under, metrics: m, font: font)
      coversComponents = !below.fits
      top = coversComponents ? panel.y + m.panelTop : under
      content = .mystery(
        below.fits ? below : MysteryLayout(state, panel: panel, top: top, metrics: m, font: font))
    }
  }

  /// The candidate that the search recommends, if it is on show.
  var best: Int? {
    switch content {
    case .options, .race, .runs, .mystery: nil
    case .selection(let part): part.best
    }
  }

  /// The rows that the arrow keys lead through: also those for which there is no room.
  func rows(_ state: LabState) -> [Control] {
    switch content {
    case .options, .selection, .mystery: []
    case .race(let part): part.rows.map { .optimum($0.optimum) }
    case .runs: state.document.runs.all.reversed().map { .keptRun($0.number) }
    }
  }

  /// The run after the last one on show in the list, or the first one again.
  func followingRun(_ state: LabState) -> Int? {
    guard case .runs(let part) = content else { return nil }
    let numbers = Array(state.document.runs.all.map(\.number).reversed())
    guard let last = part.rows.last?.number, let index = numbers.firstIndex(of: last) else { return numbers.first }
    return index + 1 < numbers.count ? numbers[index + 1] : numbers.first
  }

  var controls: [(control: Control, rect: Rect)] {
    switch content {
    case .options(let part): part.controls
    case .selection(let part): part.controls
    case .race(let part): part.controls
    case .runs(let part): part.controls
    case .mystery(let part): part.controls
    }
  }
}
