import LabCore
import LabWords
import Rasterizer

/// The band of a lesson that is recorded.
extension Painter {
  mutating func drawRecordBand(_ part: RecordBandLayout, _ state: LabState) {
    guard let draft = state.recording else { return }
    canvas.fill(part.frame, theme.chrome)
    hairline(
      Rect(
        x: part.frame.x, y: part.frame.maxY - metrics.hairline, width: part.frame.width, height: metrics.hairline))
    for text in part.texts { drawRecordText(text, part, draft, state) }
    for choice in part.choices { drawRecordChoice(choice, part, draft, state) }
    for button in part.buttons { drawRecordButton(button, part, state) }
    let leave = Control.lesson(.record(.leave))
    plainGround(part.close, look(of: leave, state.interface), enabled: true)
    icon(.close, center: part.close.center, size: metrics.buttonIcon, theme.ink2)
    if state.interface.focused == leave { focusRing(part.close, corner: metrics.buttonCorner) }
  }

  private mutating func drawRecordText(
    _ text: RecordBandLayout.Text, _ part: RecordBandLayout, _ draft: LessonDraft, _ state: LabState
  ) {
    let control = Control.lesson(.record(.field(text.field)))
    let isWritten = draft.field == text.field
    let look = look(of: control, state.interface)
    let ground = text.rect.inset(dx: -metrics.gap / 2, dy: metrics.hairline)
    if isWritten {
      canvas.fill(ground, cornerRadius: metrics.keyCorner, theme.raised)
      canvas.stroke(
        ground.inset(by: metrics.hairline / 2), cornerRadius: metrics.keyCorner, width: metrics.hairline, theme.softLine
      )
    } else if look != .rest {
      canvas.fill(ground, cornerRadius: metrics.keyCorner, look == .pressed ? theme.press : theme.hover)
    }
    var end = (x: text.rect.x, y: text.rect.y + part.lineHeight / 2)
    for (index, line) in text.lines.lines.prefix(LessonBandLayout.most).enumerated() {
      let middle = (text.rect.y + (Double(index) + 0.5) * part.lineHeight).rounded()
      for piece in line {
        // The first words of a reply are the program's own.
        let isOwn = text.isPlaceholder && piece.style == .plain
        self.text(
          piece.text, x: text.rect.x + piece.x, centerY: middle, size: text.size,
          weight: piece.style == .plain ? .book : .bold,
          isOwn ? theme.ink3 : piece.style == .phrase ? theme.softInk : theme.ink)
        let isBefore = isOwn && isWritten
        end = (text.rect.x + piece.x + (isBefore ? 0 : piece.width), middle)
      }
    }
    if isWritten { drawTypingMark(after: end.x, centerY: end.y, size: text.size) }
    if state.interface.focused == control { focusRing(ground, corner: metrics.keyCorner) }
  }

  private mutating func drawRecordChoice(
    _ choice: RecordBandLayout.Choice, _ part: RecordBandLayout, _ draft: LessonDraft, _ state: LabState
  ) {
    let field = Control.lesson(.record(.field(.label(choice.index))))
    let mark = Control.lesson(.record(.right(choice.index)))
    let isWritten = draft.field == .label(choice.index)
    let isMeant = isWritten || draft.field == .reply(choice.index)
    outlineGround(field, choice.rect, state)
    if isMeant {
      canvas.fill(choice.rect.inset(by: metrics.hairline), cornerRadius: metrics.buttonCorner, theme.soft.rest)
    }
    let isRight = draft.shown.question?.right == choice.index
    let radius = 0.28 * choice.mark.height
    if isRight {
      canvas.fill(discAt: choice.mark.center, radius: radius, theme.softInk)
      icon(.check, center: choice.mark.center, size: 1.4 * radius, theme.chrome)
    } else {
      let isHovered = look(of: mark, state.interface) != .rest
      if isHovered { canvas.fill(discAt: choice.mark.center, radius: radius, theme.hover) }
      canvas.stroke(ringAt: choice.mark.center, radius: radius, width: metrics.hairline, theme.ink3)
    }
    let width = text(
      choice.text, x: choice.label.x, centerY: choice.rect.midY.rounded(), size: part.choiceSize, weight: .bold,
      choice.isPlaceholder ? theme.ink3 : isMeant ? theme.softInk : theme.ink)
    if isWritten {
      drawTypingMark(after: choice.label.x + width, centerY: choice.rect.midY.rounded(), size: part.choiceSize)
    }
    if state.interface.focused == field { focusRing(choice.rect, corner: metrics.buttonCorner) }
    if state.interface.focused == mark {
      canvas.stroke(
        ringAt: choice.mark.center, radius: radius + 3 * metrics.hairline, width: 2 * metrics.hairline,
        theme.accent.rest)
    }
  }

  private mutating func drawRecordButton(
    _ button: RecordBandLayout.Button, _ part: RecordBandLayout, _ state: LabState
  ) {
    let control = button.control
    let enabled = state.isEnabled(control)
    let isSave = control == .lesson(.record(.save))
    let isOpen = state.recording?.list.map { control == .lesson(.record(.list($0))) } ?? false
    if isSave, state.recording?.isSaved == false {
      canvas.fill(button.rect, cornerRadius: metrics.buttonCorner, theme.soft.color(look(of: control, state.interface)))
    } else if button.label.isEmpty {
      plainGround(button.rect, look(of: control, state.interface), enabled: enabled, toggled: isOpen)
    } else {
      outlineGround(control, button.rect, state)
      if isOpen {
        canvas.fill(button.rect.inset(by: metrics.hairline), cornerRadius: metrics.buttonCorner, theme.soft.rest)
      }
    }
    let ink = !enabled ? theme.off : isOpen || isSave ? theme.softInk : theme.ink
    let size = button.label.isEmpty ? metrics.buttonIcon : (0.9 * metrics.buttonIcon).rounded()
    icon(
      control.icon, center: Point(button.rect.x + button.rect.height / 2, button.rect.midY), size: size,
      ink)
    if !button.label.isEmpty {
      text(
        button.label, x: button.rect.x + button.rect.height, centerY: button.rect.midY.rounded(), size: part.buttonSize,
        ink)
    }
    if state.interface.focused == control { focusRing(button.rect, corner: metrics.buttonCorner) }
  }
}
