import LabCore
import LabWords
import Rasterizer

/// A list to choose from beside what opened it: what can stand side by side, or what a lane shows.
struct ListLayout: Sendable {
  struct Row: Sendable {
    let control: Control
    let rect: Rect
    let text: String
    let key: String?
    let isChosen: Bool
  }

  let frame: Rect
  let rows: [Row]

  init?(
    _ state: LabState, tools: RailLayout, heads: [LaneHead], window: Rect, metrics m: Metrics, font: any TextSource
  ) {
    let words = state.words
    let document = state.document
    let items: [(control: Control, isChosen: Bool)]
    let anchor: Rect?
    let isBeside: Bool
    switch state.interface.overlay {
    case .compareMenu:
      items = Comparison.allCases.map { (.comparison($0), $0 == document.comparison) }
      anchor = tools.controls.first { $0.control == .compareMenu }?.rect
      isBeside = true
    case .laneMenu:
      let model = document.activeLane.model
      items =
        LaneModel.allCases.map { (.laneModel($0), $0 == model) }
        + (document.lanes.count > 1 ? [(.keepLane, false), (.closeLane, false)] : [])
      anchor = heads.first { $0.lane == document.active }?.frame
      isBeside = false
    case .help, .gallery, .export, .saving, .opening, .recovering, .settings, .lessons, .handIns, nil: return nil
    }
    let place = anchor ?? Rect(x: m.rail, y: m.topBar, width: 0, height: 0)
    let keys = items.map { item in words.keys(item.control) }
    let keyWidth = keys.compactMap { $0 }.map { font.keyCapWidth($0, size: m.caption) + m.gap }.max() ?? 0
    let widest = items.map { font.pixels(words.name($0.control, state), m.body, .bold) }.max() ?? 0
    let row = min(m.button, ((window.height - 4 * m.gap) / Double(max(items.count, 1))).rounded(.down))
    let width = min(widest + keyWidth + 4 * m.gap + 2 * m.padding, window.width - 2 * m.gap)
    let height = row * Double(items.count) + 2 * m.gap
    let x = isBeside ? place.maxX + m.gap : place.x
    let y = isBeside ? place.maxY - height : place.maxY + (m.gap / 2).rounded()
    let frame = Rect(
      x: max(m.gap, min(x, window.maxX - width - m.gap)), y: max(m.gap, min(y, window.maxY - height - m.gap)),
      width: width, height: height)
    rows = items.indices.map { index in
      Row(
        control: items[index].control,
        rect: Rect(
          x: frame.x + m.gap, y: frame.y + m.gap + Double(index) * row, width: frame.width - 2 * m.gap, height: row),
        text: words.name(items[index].control, state), key: keys[index], isChosen: items[index].isChosen)
    }
    self.frame = frame
  }

  var controls: [(control: Control, rect: Rect)] { rows.map { ($0.control, $0.rect) } }
}

extension Painter {
  mutating func drawList(_ list: ListLayout, _ state: LabState) {
    log?.layer = .menu
    raised(list.frame, corner: metrics.cardCorner)
    for row in list.rows {
      plainGround(row.rect, look(of: row.control, state.interface), enabled: true, toggled: row.isChosen)
      if state.interface.focused == row.control { focusRing(row.rect, corner: metrics.buttonCorner) }
      text(
        row.text, x: row.rect.x + metrics.padding, centerY: row.rect.midY.rounded(), size: metrics.body,
        weight: row.isChosen ? .bold : .book, row.isChosen ? theme.softInk : theme.ink)
      if let key = row.key {
        keyCap(
          key, x: row.rect.maxX - metrics.padding / 2 - keyCapWidth(key, size: metrics.caption),
          centerY: row.rect.midY.rounded(), size: metrics.caption, ground: theme.chrome, ink: theme.ink,
          border: theme.line)
      }
    }
  }
}
