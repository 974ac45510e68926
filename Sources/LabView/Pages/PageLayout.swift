import LabCore
import Rasterizer

/// What the panel shows instead of the chart, or of cards and chart where it is too small for both.
struct PageLayout: Sendable {
  enum Content: Sendable {
    case options(OptionsLayout)
    case selection(SelectionLayout)
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
    }
  }

  /// The candidate that the search recommends, if it is on show.
  var best: Int? {
    switch content {
    case .options: nil
    case .selection(let part): part.best
    }
  }

  var controls: [(control: Control, rect: Rect)] {
    switch content {
    case .options(let part): part.controls
    case .selection(let part): part.controls
    }
  }
}
