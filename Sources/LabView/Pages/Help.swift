import LabCore
import Rasterizer

/// All keys and gestures on one card.
extension Painter {
  mutating func drawHelp(_ part: HelpLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .help
    canvas.fill(layout.window, theme.canvas.opacity(0.7))
    let frame = part.frame
    let size = part.size
    let em = Double(size)
    raised(frame, corner: metrics.cardCorner)
    text(
      words(.helpTitle), x: frame.x + part.pad, centerY: part.headCenterY, size: size + 2, weight: .bold, theme.ink)
    let closes = words(.helpCloses)
    let right = frame.maxX - part.pad
    text(closes, x: right, centerY: part.headCenterY, size: size, theme.ink2, align: .right)
    if let escape = words.caps([.dismiss]).first {
      let x = right - font.pixels(closes, size) - 0.5 * em - keyCapWidth(escape, size: part.capSize)
      cap(escape, x: x, centerY: part.headCenterY, size: part.capSize)
    }
    for title in part.titles {
      text(title.text, x: title.x, centerY: title.centerY, size: size, weight: .bold, theme.ink)
    }
    for (index, row) in part.rows.enumerated() {
      let control = Control.helpRow(index)
      if row.action != nil { plainGround(row.rect, look(of: control, state.interface), enabled: true) }
      if state.interface.focused == control {
        focusRing(row.rect.inset(by: 3 * metrics.scale), corner: metrics.keyCorner)
      }
      if let gesture = row.gesture { text(gesture, x: row.x, centerY: row.centerY, size: size, theme.ink) }
      for key in row.caps { cap(key.text, x: key.x, centerY: row.centerY, size: part.capSize) }
      text(row.effect, x: row.effectX, centerY: row.centerY, size: size, theme.ink2)
    }
  }

  private mutating func cap(_ key: String, x: Double, centerY: Double, size: Int) {
    keyCap(key, x: x, centerY: centerY, size: size, ground: theme.chrome, ink: theme.ink, border: theme.line)
  }
}
