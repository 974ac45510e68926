import LabCore
import Rasterizer

/// The list of a page's choices, and marks on the controls that wait or are gone.
extension Painter {
  mutating func drawRecordList(_ part: RecordListLayout, _ state: LabState) {
    log?.layer = .menu
    raised(part.frame, corner: metrics.cardCorner)
    let width = text(part.title, x: part.titleX, centerY: part.titleY, size: part.size, weight: .bold, theme.ink)
    if let note = part.note {
      text(note, x: part.titleX + width + 2 * metrics.gap, centerY: part.titleY, size: part.size, theme.ink2)
    }
    plainGround(part.close, look(of: part.closing, state.interface), enabled: true)
    icon(.close, center: part.close.center, size: 0.8 * metrics.buttonIcon, theme.ink2)
    for row in part.rows { drawRecordRow(row, size: part.size, state) }
  }

  private mutating func drawRecordRow(_ row: RecordListLayout.Row, size: Int, _ state: LabState) {
    let look = look(of: row.control, state.interface)
    if row.mark == .chosen {
      canvas.fill(row.rect, cornerRadius: metrics.keyCorner, theme.soft.color(look))
    } else if look != .rest {
      canvas.fill(row.rect, cornerRadius: metrics.keyCorner, look == .pressed ? theme.press : theme.hover)
    }
    let side = 1.3 * Double(size)
    let center = Point(row.rect.x + 0.3 * Double(size) + side / 2, row.rect.midY)
    switch row.mark {
    case .none: break
    case .chosen: icon(.check, center: center, size: side, theme.softInk)
    case .waits: icon(.lock, center: center, size: side, theme.ink)
    case .gone: icon(.close, center: center, size: side, theme.ink2)
    }
    let x = row.rect.x + 2.1 * Double(size)
    let style = TextStyle(size: size, weight: row.mark == .chosen ? .bold : .book)
    text(
      font.truncate(row.label, style, to: row.rect.maxX - x), x: x, centerY: row.rect.midY.rounded(), size: size,
      weight: style.weight, row.mark == .gone ? theme.off : row.mark == .chosen ? theme.softInk : theme.ink)
    if state.interface.focused == row.control {
      focusRing(row.rect.inset(by: 3 * metrics.scale), corner: metrics.keyCorner)
    }
  }

  /// A small lock on what waits, a veil over what is gone: the one who records still needs them.
  mutating func drawRecordMarks(_ layout: Layout, _ state: LabState) {
    guard let page = state.recording?.shown, state.interface.overlay == nil, !page.standings.isEmpty else { return }
    let radius = (0.22 * metrics.button).rounded()
    for (control, rect) in layout.controls {
      guard let part = control.lessonPart, let standing = page.standings[part],
        layout.recordList?.frame.intersection(rect).isEmpty ?? true
      else { continue }
      if standing == .gone {
        canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.chrome.opacity(0.6))
      }
      let center = Point(rect.maxX - radius, rect.y + radius)
      canvas.fill(discAt: center, radius: radius, theme.chrome)
      canvas.stroke(ringAt: center, radius: radius, width: metrics.hairline, theme.line)
      icon(standing == .waits ? .lock : .close, center: center, size: 1.4 * radius, theme.ink)
    }
  }
}
