import LabCore
import Rasterizer

/// The settings of the fit.
extension Painter {
  mutating func drawOptions(_ part: OptionsLayout, _ layout: Layout, _ state: LabState) {
    let left = layout.panel.x + metrics.padding
    drawPageHeading("Options", left: left, centerY: part.headingY, close: part.close, state)
    for choice in part.choices {
      text(choice.label, x: left, centerY: choice.labelY, size: metrics.caption, theme.ink2)
      drawSegments(choice.segments, state)
    }
    for number in part.numbers {
      text(number.label, x: left, centerY: number.centerY, size: metrics.caption, theme.ink2)
      if let control = number.valueControl {
        plainGround(number.valueRect, look(of: control, state.interface), enabled: true)
        canvas.stroke(
          number.valueRect.inset(by: metrics.hairline / 2), cornerRadius: metrics.keyCorner, width: metrics.hairline,
          theme.line)
        if state.interface.focused == control || state.interface.seedDraft != nil {
          focusRing(number.valueRect.inset(by: 3 * metrics.scale), corner: metrics.keyCorner)
        }
      }
      text(
        number.value, x: number.valueRect.midX, centerY: number.centerY, size: metrics.caption, weight: .bold,
        theme.ink, align: .center)
      for (button, symbol) in [(number.down, Icon.minus), (number.up, Icon.plus)] {
        guard let button else { continue }
        plainGround(button.rect, look(of: button.control, state.interface), enabled: true)
        icon(symbol, center: button.rect.center, size: (0.8 * metrics.buttonIcon).rounded(), theme.ink2)
        if state.interface.focused == button.control { focusRing(button.rect, corner: metrics.buttonCorner) }
      }
    }
  }

  mutating func drawPageHeading(
    _ title: String, left: Double, centerY: Double, close: Rect, _ state: LabState
  ) {
    text(title, x: left, centerY: centerY, size: metrics.body, weight: .bold, theme.ink)
    plainGround(close, look(of: .closePage, state.interface), enabled: true)
    if state.interface.focused == .closePage { focusRing(close, corner: metrics.buttonCorner) }
    icon(.close, center: close.center, size: (0.75 * metrics.buttonIcon).rounded(), theme.ink2)
  }

  /// Choices side by side on a track; chosen ones are raised in the color of what is switched on.
  mutating func drawSegments(_ segments: [OptionsLayout.Segment], _ state: LabState) {
    guard let first = segments.first, let last = segments.last else { return }
    let whole = first.rect.union(last.rect)
    canvas.fill(whole, cornerRadius: metrics.buttonCorner, theme.track)
    for segment in segments {
      let look = look(of: segment.control, state.interface)
      if segment.isChosen || look != .rest {
        plainGround(segment.rect, look, enabled: true, toggled: segment.isChosen)
      }
      if segment.isChosen {
        canvas.stroke(
          segment.rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner, width: metrics.hairline,
          theme.softLine)
      }
      text(
        segment.text, x: segment.rect.midX + segment.leading / 2, centerY: segment.rect.midY.rounded(),
        size: metrics.caption,
        weight: segment.isChosen ? .bold : .book, segment.isChosen ? theme.softInk : theme.ink2, align: .center)
      if state.interface.focused == segment.control { focusRing(segment.rect, corner: metrics.buttonCorner) }
    }
  }
}
