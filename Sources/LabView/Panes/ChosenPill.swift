import LabCore
import Rasterizer

/// How many points are chosen and what can be done with them, in a corner of the canvas away from them.
struct ChosenLayout: Sendable {
  let frame: Rect
  let text: String
  let textX: Double
  let buttons: [(action: ChosenAction, rect: Rect)]

  init?(
    _ state: LabState, canvas: Rect, heads: [LaneHead], transform: CanvasTransform, metrics m: Metrics,
    font: any TextSource
  ) {
    guard state.tool == .select, state.interface.overlay == nil else { return nil }
    let words = state.words
    let chosen = state.chosenPoints
    text = chosen.map { words(.pointCount(count: $0.count)) } ?? words(.nothingChosen)
    let height = (0.95 * m.button).rounded()
    let pad = (0.9 * Double(m.body)).rounded()
    let all = max(font.pixels(words(.selectAllShort), m.body) + pad, height)
    let width = pad + font.pixels(text, m.body, .bold) + pad + all + 3 * height + m.gap
    let margin = m.gap + (m.gap / 2).rounded()
    let top = canvas.y + max(margin, heads.map { $0.frame.maxY - canvas.y + margin }.min() ?? 0)
    let center = chosen?.bounds.map { transform.pixel($0.center) }
    let isInTheWay = center.map { $0.x > canvas.midX && $0.y < canvas.midY } ?? false
    let bottom = canvas.maxY - margin - height - (2.2 * Double(m.caption)).rounded()
    frame = Rect(
      x: (canvas.maxX - margin - width).rounded(), y: (isInTheWay ? max(bottom, top) : top).rounded(), width: width,
      height: height)
    textX = frame.x + pad
    var x = frame.maxX - m.gap - 3 * height - all
    var buttons: [(ChosenAction, Rect)] = []
    for action in ChosenAction.allCases {
      let wide = action == .all ? all : height
      buttons.append((action, Rect(x: x, y: frame.y, width: wide, height: height)))
      x += wide
    }
    self.buttons = buttons
  }

  var controls: [(control: Control, rect: Rect)] { buttons.map { (.chosen($0.action), $0.rect) } }
}

extension Painter {
  mutating func drawChosenPill(_ part: ChosenLayout, _ state: LabState) {
    log?.layer = .chosen
    canvas.fill(part.frame, cornerRadius: metrics.cardCorner, theme.tip)
    let middle = part.frame.midY.rounded()
    text(part.text, x: part.textX, centerY: middle, size: metrics.body, weight: .bold, theme.tipInk)
    for (action, rect) in part.buttons {
      let control = Control.chosen(action)
      let enabled = state.isEnabled(control)
      if enabled, look(of: control, state.interface) != .rest {
        canvas.fill(rect.inset(by: 3 * metrics.scale), cornerRadius: metrics.keyCorner, theme.tipKey)
      }
      let color = enabled ? theme.tipInk : theme.tipInk2.opacity(0.5)
      if action == .all {
        text(words(.selectAllShort), x: rect.midX, centerY: middle, size: metrics.body, color, align: .center)
      } else {
        icon(control.icon, center: rect.center, size: (0.85 * metrics.buttonIcon).rounded(), color)
      }
      if state.interface.focused == control {
        canvas.stroke(
          rect.inset(by: 3 * metrics.scale), cornerRadius: metrics.keyCorner, width: 2 * metrics.scale, theme.tipInk)
      }
    }
  }
}
