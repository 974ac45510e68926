import LabCore
import LabWords
import Rasterizer

/// The names of the axes as buttons that open the choice of columns: of data with more than two of them.
struct AxisChips: Sendable {
  struct Chip: Sendable {
    let control: Control
    let name: String
    let rect: Rect
  }

  let across, up: Chip
  let pad, chevron: Double
  let size: Int

  /// - Parameter isBelowHead: whether the head of a lane has the upper left corner.
  init?(_ state: LabState, canvas: Rect, isBelowHead: Bool, metrics m: Metrics, font: any TextSource) {
    guard state.document.points.choice != nil else { return nil }
    let size = m.stripText
    let em = Double(size)
    let (pad, chevron, height) = ((0.9 * em).rounded(), (1.1 * em).rounded(), (2.15 * em).rounded())
    let margin = ((m.sizeClass == .smallProjector ? 6 : 12) * m.unit).rounded()
    let style = TextStyle(size: size, weight: .bold)
    let most = max(0.7 * canvas.width - 2 * pad - chevron, 0)
    let names = state.words.axisNames(state.document).map { font.truncate($0, style, to: most) }
    let widths = names.map { font.width(of: $0, style).rounded(.up) + 2 * pad + chevron }
    let head = isBelowHead ? LaneHead.height(m) + 2 * LaneHead.margin(m) : margin
    across = Chip(
      control: .axis(up: false), name: names[0],
      rect: Rect(
        x: canvas.maxX - margin - widths[0],
        y: (canvas.maxY - margin - 1.45 * Double(m.caption)).rounded() - height, width: widths[0], height: height))
    up = Chip(
      control: .axis(up: true), name: names[1],
      rect: Rect(x: canvas.x + margin, y: canvas.y + head, width: widths[1], height: height))
    (self.pad, self.chevron, self.size) = (pad, chevron, size)
  }

  var all: [Chip] { [across, up] }
  var controls: [(control: Control, rect: Rect)] { all.map { ($0.control, $0.rect) } }
}

extension Painter {
  mutating func drawAxisChips(_ chips: AxisChips, _ state: LabState) {
    log?.layer = .heads
    for chip in chips.all {
      let look = look(of: chip.control, state.interface)
      let isOpen = state.interface.showsColumns
      let corner = metrics.buttonCorner
      canvas.fill(
        chip.rect, cornerRadius: corner,
        isOpen ? theme.soft.color(look) : look == .rest ? theme.raised : look == .pressed ? theme.press : theme.hover)
      canvas.stroke(
        chip.rect.inset(by: metrics.hairline / 2), cornerRadius: corner, width: metrics.hairline,
        isOpen ? theme.softLine : theme.line)
      let ink = isOpen ? theme.softInk : theme.ink
      let middle = chip.rect.midY.rounded()
      text(chip.name, x: chip.rect.x + chips.pad, centerY: middle, size: chips.size, weight: .bold, ink)
      icon(
        .down, center: Point(chip.rect.maxX - 0.6 * chips.pad - chips.chevron / 2, middle), size: chips.chevron, ink)
      if state.interface.focused == chip.control { focusRing(chip.rect, corner: corner) }
    }
  }
}
