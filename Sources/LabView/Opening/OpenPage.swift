import LabCore
import LabWords
import Rasterizer

/// The page on which a file is chosen.
extension Painter {
  mutating func drawOpen(_ part: OpenLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .files
    canvas.fill(layout.window, theme.chrome)
    let (titleEnd, keyX) = drawPageHead(
      words(.openThis), part.header, close: part.close, .closeFiles, hasRing: false, state)
    let caption = words(.openCaption)
    let left = titleEnd + 2 * metrics.padding
    if left + font.pixels(caption, metrics.caption) < keyX - metrics.gap {
      text(caption, x: left, centerY: (part.header.height / 2).rounded(), size: metrics.caption, theme.ink2)
    }
    for place in part.places { drawPlace(place, part, state) }
    for x in [part.placesRight, part.listRight] {
      hairline(Rect(x: x, y: part.body.y, width: metrics.hairline, height: part.body.height))
    }
    drawList(part.list, part, state)
    drawPreview(part.preview, state)
    drawOpenFoot(part, state)
    drawPageStrip(layout.strip, .folder, words(.openThis), ToolHint.opening, sentence: nil)
  }

  private mutating func drawPlace(_ place: OpenLayout.PlaceRow, _ part: OpenLayout, _ state: LabState) {
    let control = Control.place(place.place)
    let isChosen = state.interface.browser.place == place.place
    plainGround(place.rect, look(of: control, state.interface), enabled: true, toggled: isChosen)
    let ink = isChosen ? theme.softInk : theme.ink
    icon(
      control.icon, center: Point(place.rect.x + 1.5 * metrics.gap + metrics.buttonIcon / 2, place.rect.midY),
      size: metrics.buttonIcon, isChosen ? theme.softInk : theme.ink2)
    let x = place.rect.x + 3 * metrics.gap + metrics.buttonIcon
    let style = TextStyle(size: part.size, weight: isChosen ? .bold : .book)
    text(
      font.truncate(place.text, style, to: place.rect.maxX - metrics.gap / 2 - x), x: x,
      centerY: place.rect.midY.rounded(), size: part.size, weight: style.weight, ink)
    if state.interface.focused == control {
      focusRing(place.rect.inset(by: metrics.unit), corner: metrics.buttonCorner)
    }
  }

  // MARK: - Files

  private mutating func drawList(_ list: OpenList, _ part: OpenLayout, _ state: LabState) {
    let canGoUp = state.isEnabled(.folderUp)
    outlineGround(.folderUp, list.up, state)
    icon(.up, center: list.up.center, size: metrics.buttonIcon, canGoUp ? theme.ink : theme.off)
    if state.interface.focused == .folderUp { focusRing(list.up, corner: metrics.buttonCorner) }
    drawFilter(list, part, state)
    for head in list.heads {
      text(
        head.text, x: head.x, centerY: list.headsY, size: metrics.caption, theme.ink2,
        align: head.isRight ? .right : .left)
    }
    for row in list.rows { drawRow(row, list, part, state) }
    for (index, line) in list.note.enumerated() {
      text(
        line, x: list.up.x, centerY: list.noteY + Double(index) * list.lineHeight, size: part.size, theme.ink2)
    }
    if let thumb = list.thumb { canvas.fill(thumb, cornerRadius: thumb.width / 2, theme.ink3) }
  }

  /// What is typed to find, or else the name of the place.
  private mutating func drawFilter(_ list: OpenList, _ part: OpenLayout, _ state: LabState) {
    raised(list.field, corner: metrics.buttonCorner)
    let filter = state.interface.browser.filter
    let y = list.field.midY.rounded()
    let x = list.field.x + 1.5 * metrics.gap
    guard filter.isEmpty else {
      let shown = font.ending(
        of: filter, TextStyle(size: part.size, weight: .bold), within: list.field.width - 4 * metrics.gap)
      let width = text(shown, x: x, centerY: y, size: part.size, weight: .bold, theme.ink)
      return drawTypingMark(after: x + width, centerY: y, size: part.size)
    }
    let hint = words(.typeToFind)
    let hintWidth = font.pixels(hint, metrics.caption)
    let right = list.field.maxX - 1.5 * metrics.gap
    let style = TextStyle(size: part.size, weight: .book)
    let whole = font.pixels(list.title, part.size)
    let hasHint = whole + hintWidth + 2 * metrics.gap <= right - x || list.title.isEmpty
    text(
      font.truncate(list.title, style, to: right - x - (hasHint ? hintWidth + metrics.gap : 0)), x: x, centerY: y,
      size: part.size, theme.ink)
    if hasHint { text(hint, x: right, centerY: y, size: metrics.caption, theme.ink2, align: .right) }
  }

  private mutating func drawRow(_ row: OpenList.Row, _ list: OpenList, _ part: OpenLayout, _ state: LabState) {
    let control = Control.fileRow(row.index)
    let isChosen = row.index == state.interface.browser.chosen
    plainGround(row.rect, look(of: control, state.interface), enabled: true, toggled: isChosen)
    if isChosen, state.interface.focused == nil {
      canvas.stroke(
        row.rect.inset(by: -metrics.unit), cornerRadius: metrics.buttonCorner + metrics.unit,
        width: 2 * metrics.unit.rounded(), theme.accent.rest)
    }
    let y = row.rect.midY.rounded()
    let ink = row.entry.isMissing ? theme.off : isChosen ? theme.softInk : theme.ink
    icon(
      row.entry.icon, center: Point(row.rect.x + metrics.gap + metrics.buttonIcon / 2, row.rect.midY),
      size: metrics.buttonIcon, row.entry.isMissing ? theme.off : isChosen ? theme.softInk : theme.ink2)
    let x = row.rect.x + 2 * metrics.gap + metrics.buttonIcon
    var right = row.rect.maxX - metrics.gap
    if let changed = row.changed {
      text(changed, x: right, centerY: y, size: metrics.caption, theme.ink2, align: .right)
      right -= font.pixels(changed, metrics.caption) + metrics.gap
    }
    if let size = row.size {
      text(size, x: list.sizeRight, centerY: y, size: metrics.caption, theme.ink2, align: .right)
      right = min(right, list.sizeRight - font.pixels(size, metrics.caption) - metrics.gap)
    }
    let style = TextStyle(size: part.size, weight: isChosen ? .bold : .book)
    text(font.truncate(row.name, style, to: right - x), x: x, centerY: y, size: part.size, weight: style.weight, ink)
  }

  // MARK: - Foot

  private mutating func drawOpenFoot(_ part: OpenLayout, _ state: LabState) {
    hairline(Rect(x: 0, y: part.footer.y, width: part.footer.maxX, height: metrics.hairline))
    let x = part.placesRight + metrics.padding
    let style = TextStyle(size: part.size, weight: .book)
    let lines = font.wrap(part.note, style, to: part.cancel.x - metrics.padding - x, most: 2)
    let height = 1.35 * Double(part.size)
    for (index, line) in lines.enumerated() {
      let offset = (Double(index) - Double(lines.count - 1) / 2) * height
      text(line, x: x, centerY: (part.footer.midY + offset).rounded(), size: part.size, theme.ink2)
    }
    outlineGround(.closeFiles, part.cancel, state)
    text(
      words(.cancel), x: part.cancel.midX, centerY: part.cancel.midY.rounded(), size: part.size, weight: .bold,
      theme.ink,
      align: .center)
    if state.interface.focused == .closeFiles { focusRing(part.cancel, corner: metrics.buttonCorner) }
    let isOn = state.isEnabled(.openChosen)
    let rect = part.open
    if isOn {
      canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.soft.color(look(of: .openChosen, state.interface)))
    }
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner, width: metrics.hairline,
      isOn ? theme.softLine : theme.line)
    let width = font.pixels(words(.openThis), part.size, .bold)
    let start = (rect.midX - (width + metrics.gap + metrics.buttonIcon) / 2).rounded()
    text(
      words(.openThis), x: start, centerY: rect.midY.rounded(), size: part.size, weight: .bold,
      isOn ? theme.softInk : theme.off)
    icon(
      .next, center: Point(start + width + metrics.gap + metrics.buttonIcon / 2, rect.midY), size: metrics.buttonIcon,
      isOn ? theme.accent.rest : theme.off)
    if state.interface.focused == .openChosen { focusRing(rect, corner: metrics.buttonCorner) }
  }
}
