import LabCore
import Rasterizer

/// Giving a scene its name.
extension Painter {
  mutating func drawFiles(_ part: FilesLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .files
    canvas.fill(layout.window, theme.canvas.opacity(0.62))
    raised(part.frame, corner: metrics.cardCorner)
    let left = part.frame.x + 1.25 * metrics.padding
    text(
      part.title, x: left, centerY: part.titleY, size: metrics.body, weight: .bold, theme.ink)
    plainGround(part.close, look(of: .closeFiles, state.interface), enabled: true)
    icon(.close, center: part.close.center, size: metrics.buttonIcon, theme.ink)
    if state.interface.focused == .closeFiles { focusRing(part.close, corner: metrics.buttonCorner) }
    drawTyped(state.interface.saveEntry.name, in: part.field)
    let hasProblem = state.interface.saveEntry.problem != nil
    for (index, line) in part.lines.enumerated() {
      text(
        line, x: part.field.x, centerY: part.firstLineY + Double(index) * part.lineHeight, size: metrics.caption,
        weight: hasProblem ? .bold : .book, hasProblem ? theme.ink : theme.ink2)
    }
    drawOutlineButton(
      .commitSave, part.button, words(state.interface.saveEntry.replaces ? .replace : .save), state)
  }

  /// A field with what is typed so far, and a cursor behind it.
  private mutating func drawTyped(_ typed: String, in rect: Rect) {
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.keyCorner, width: metrics.hairline, theme.ink3)
    let x = rect.x + metrics.gap
    let y = rect.midY.rounded()
    let shown = font.ending(
      of: typed, TextStyle(size: metrics.body, weight: .bold), within: rect.width - 3 * metrics.gap)
    let width = text(shown, x: x, centerY: y, size: metrics.body, weight: .bold, theme.ink)
    drawTypingMark(after: x + width, centerY: y, size: metrics.body)
  }
}
