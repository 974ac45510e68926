import LabCore
import Rasterizer

/// Giving a scene its name, and looking for a file to open.
extension Painter {
  mutating func drawFiles(_ part: FilesLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .files
    canvas.fill(layout.window, theme.canvas.opacity(0.62))
    raised(part.frame, corner: metrics.cardCorner)
    let left = part.frame.x + 1.25 * metrics.padding
    let width = text(
      part.title, x: left, centerY: part.titleY, size: metrics.body, weight: .bold, theme.ink)
    if let folder = part.folder {
      let start = left + width + metrics.padding
      let end = font.ending(
        of: folder, TextStyle(size: metrics.caption, weight: .bold), within: part.close.x - metrics.gap - start)
      text(end, x: start, centerY: part.titleY, size: metrics.caption, theme.ink2)
    }
    plainGround(part.close, look(of: .closeFiles, state.interface), enabled: true)
    icon(.close, center: part.close.center, size: metrics.buttonIcon, theme.ink)
    if state.interface.focused == .closeFiles { focusRing(part.close, corner: metrics.buttonCorner) }
    switch part.content {
    case .saving(let lines, let button): drawSaving(part, lines, button, state)
    case .opening(let rows, let note, let up, let thumb): drawOpening(part, rows, note, up, thumb, state)
    }
  }

  private mutating func drawSaving(_ part: FilesLayout, _ lines: [String], _ button: Rect, _ state: LabState) {
    drawTyped(state.interface.saveEntry.name, hint: "", in: part.field)
    let hasProblem = state.interface.saveEntry.problem != nil
    for (index, line) in lines.enumerated() {
      text(
        line, x: part.field.x, centerY: part.firstLineY + Double(index) * part.lineHeight, size: metrics.caption,
        weight: hasProblem ? .bold : .book, hasProblem ? theme.ink : theme.ink2)
    }
    drawOutlineButton(
      .commitSave, button, words(state.interface.saveEntry.replaces ? .replace : .save), state)
  }

  private mutating func drawOpening(
    _ part: FilesLayout, _ rows: [FilesLayout.Row], _ note: String?, _ up: Rect, _ thumb: Rect?, _ state: LabState
  ) {
    let canGoUp = state.isEnabled(.folderUp)
    plainGround(up, look(of: .folderUp, state.interface), enabled: canGoUp)
    icon(.folder, center: up.center, size: metrics.buttonIcon, canGoUp ? theme.ink : theme.ink3)
    if state.interface.focused == .folderUp { focusRing(up, corner: metrics.buttonCorner) }
    drawTyped(state.interface.browser.filter, hint: words(.typeToFind), in: part.field)
    for row in rows { drawRow(row, state) }
    if let note {
      let style = TextStyle(size: metrics.body, weight: .book)
      for (index, line) in font.wrap(note, style, to: part.field.width, most: 4).enumerated() {
        text(
          line, x: part.field.x,
          centerY: part.field.maxY + metrics.gap + metrics.button / 2 + Double(index) * 1.5 * Double(metrics.body),
          size: metrics.body, theme.ink2)
      }
    }
    if let thumb { canvas.fill(thumb, cornerRadius: thumb.width / 2, theme.ink3) }
  }

  private mutating func drawRow(_ row: FilesLayout.Row, _ state: LabState) {
    let control = Control.fileRow(row.index)
    let isChosen = row.index == state.interface.browser.chosen
    plainGround(row.rect, look(of: control, state.interface), enabled: true, toggled: isChosen)
    if state.interface.focused == control { focusRing(row.rect, corner: metrics.buttonCorner) }
    let ink = isChosen ? theme.softInk : theme.ink
    let symbol: Icon =
      switch row.entry.kind {
      case .folder: .folder
      case .table: .file
      case .scene: .save
      case .recent: .recent
      }
    icon(
      symbol, center: Point(row.rect.x + metrics.gap + metrics.buttonIcon / 2, row.rect.midY),
      size: metrics.buttonIcon, ink)
    let x = row.rect.x + 2 * metrics.gap + metrics.buttonIcon
    var room = row.rect.maxX - metrics.gap - x
    if row.entry.kind == .recent {
      let label = words(.recentFile)
      text(
        label, x: row.rect.maxX - metrics.gap, centerY: row.rect.midY.rounded(), size: metrics.caption, theme.ink2,
        align: .right)
      room -= font.pixels(label, metrics.caption) + metrics.gap
    }
    let style = TextStyle(size: metrics.body, weight: isChosen ? .bold : .book)
    text(
      font.truncate(row.entry.name, style, to: room), x: x, centerY: row.rect.midY.rounded(), size: metrics.body,
      weight: style.weight, ink)
  }

  /// A field with what is typed so far, and a cursor behind it.
  private mutating func drawTyped(_ typed: String, hint: String, in rect: Rect) {
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.keyCorner, width: metrics.hairline, theme.ink3)
    let x = rect.x + metrics.gap
    let y = rect.midY.rounded()
    let shown = font.ending(
      of: typed, TextStyle(size: metrics.body, weight: .bold), within: rect.width - 3 * metrics.gap)
    let width = text(shown, x: x, centerY: y, size: metrics.body, weight: .bold, theme.ink)
    drawTypingMark(after: x + width, centerY: y, size: metrics.body)
    if typed.isEmpty { text(hint, x: x + metrics.gap, centerY: y, size: metrics.body, theme.ink3) }
  }
}
