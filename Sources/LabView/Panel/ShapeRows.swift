import LabCore
import LabWords
import Rasterizer

/// What a card tells of its component's shape when it is pointed at.
extension Painter {
  /// In an open card: below its lines a hairline and three rows.
  mutating func drawShape(_ rect: Rect, left: Double, right: Double, _ index: Int, _ state: LabState) {
    let unit = metrics.scale
    hairline(Rect(x: left, y: rect.y + (65 * unit).rounded(), width: right - left, height: metrics.hairline))
    let rows = [80, 100, 120].map { rect.y + ($0 * unit).rounded() }
    drawShapeRows(rows, left: left, right: right, index, state)
  }

  mutating func drawShapeRows(_ rows: [Double], left: Double, right: Double, _ index: Int, _ state: LabState) {
    guard let shape = ComponentShape(state.mixtureOnShow, index) else { return }
    let said = [
      (Label.shapeCenter, shape.centerText),
      (.shapeAxes, shape.axesText),
      (.shapeAngle, shape.degrees),
    ]
    for (y, row) in zip(rows, said) {
      text(words(row.0), x: left, centerY: y, size: metrics.caption, theme.ink2)
      text(row.1, x: right, centerY: y, size: metrics.caption, weight: .bold, theme.ink, align: .right)
    }
  }
}

/// Beside a card too small to open: the same over the canvas.
struct FlyoutLayout: Sendable {
  let frame: Rect
  let index: Int
  let pad, row: Double

  init?(_ state: LabState, _ part: ComponentsLayout, canvas: Rect, metrics m: Metrics, font: any TextSource) {
    guard part.style != .twoLines || state.interface.page != .run,
      let (letter, strength) = state.interface.emphasis.strengths(at: state.now).max(by: { $0.value < $1.value }),
      strength > 0.5, let index = part.letters.firstIndex(of: letter), state.interface.overlay == nil
    else { return nil }
    self.index = index
    let em = Double(m.caption)
    pad = (1.1 * em).rounded()
    row = (1.8 * em).rounded()
    let words = state.words
    let shape = ComponentShape(state.mixtureOnShow, index)
    let axes = shape?.axesText ?? ""
    let center = shape?.centerText ?? ""
    let widest = max(
      font.pixels(words(.shapeAxes), m.caption) + font.pixels(axes, m.caption, .bold),
      font.pixels(words(.shapeCenter), m.caption) + font.pixels(center, m.caption, .bold),
      font.pixels(words(.shapeAngle), m.caption) + font.pixels("−00°", m.caption, .bold))
    let width = max((288 * m.unit * (m.isProjector ? 0.75 : 1)).rounded(), widest + 2 * em + 2 * pad)
    let height = 2 * pad + 5 * row
    let y = part.cards[index].midY - height / 2
    frame = Rect(
      x: canvas.maxX - min(width, canvas.width - 2) - (0.7 * em).rounded(),
      y: min(max(y, canvas.y + (0.7 * em).rounded()), canvas.maxY - height - (0.7 * em).rounded()).rounded(),
      width: min(width, canvas.width - 2), height: height)
  }
}

extension Painter {
  mutating func drawFlyout(_ part: FlyoutLayout, _ state: LabState) {
    log?.layer = .flyout
    let card = CardValues(state)[part.index]
    let size = metrics.caption
    raised(part.frame, corner: metrics.cardCorner, edge: theme.ink3)
    let left = part.frame.x + part.pad
    let right = part.frame.maxX - part.pad
    func y(_ row: Int) -> Double { (part.frame.y + part.pad + (Double(row) + 0.5) * part.row).rounded() }
    let radius = (0.85 * part.row / 2 * 1.15).rounded()
    cardMarker(card, center: Point(left + radius, y(0)), radius: radius)
    text(words(.weight), x: left + 2 * radius + metrics.gap, centerY: y(0), size: size, theme.ink2)
    text(weightText(card), x: right, centerY: y(0), size: size, weight: .bold, theme.ink, align: .right)
    text(words(.expects), x: left, centerY: y(1), size: size, theme.ink2)
    let expected = card.expected.map { countText($0, of: card.pointCount) } ?? words(.noPointsYet)
    text(expected, x: right, centerY: y(1), size: size, weight: .bold, theme.ink, align: .right)
    drawShapeRows([y(2), y(3), y(4)], left: left, right: right, part.index, state)
  }
}
