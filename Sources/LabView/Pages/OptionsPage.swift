import LabCore
import Rasterizer

/// The settings of the fit.
extension Painter {
  mutating func drawOptions(_ part: OptionsLayout, _ layout: Layout, _ state: LabState) {
    let left = layout.panel.x + metrics.padding
    let size = metrics.fine
    drawPageHeading(words(.options), left: left, part.heading, state)
    for choice in part.choices {
      let end = choice.link.map { $0.rect.x - metrics.gap } ?? layout.panel.maxX - metrics.padding
      text(choice.label, x: left, centerY: choice.labelY, size: size, theme.ink2, within: end - left)
      if let link = choice.link {
        let look = look(of: link.control, state.interface)
        text(
          link.text, x: link.rect.maxX, centerY: choice.labelY, size: size, weight: look == .rest ? .book : .bold,
          theme.softInk, align: .right)
        if state.interface.focused == link.control { focusRing(link.rect, corner: metrics.keyCorner) }
      }
      drawSegments(choice.segments, size: size, state)
    }
    for number in part.numbers {
      text(number.label, x: left, centerY: number.labelY, size: size, theme.ink2)
      if let control = number.valueControl { drawField(control, number.valueRect, state) }
      text(
        number.value, x: number.valueRect.midX, centerY: number.valueRect.midY.rounded(), size: number.valueSize,
        weight: .bold, theme.ink, align: .center)
      for (button, symbol) in [(number.down, Icon.minus), (number.up, Icon.plus)] {
        guard let button else { continue }
        plainGround(button.rect, look(of: button.control, state.interface), enabled: true)
        icon(symbol, center: button.rect.center, size: (0.8 * metrics.buttonIcon).rounded(), theme.ink2)
        if state.interface.focused == button.control { focusRing(button.rect, corner: metrics.buttonCorner) }
      }
    }
  }

  /// The frame of a number that can be typed.
  mutating func drawField(_ control: Control, _ rect: Rect, _ state: LabState) {
    plainGround(rect, look(of: control, state.interface), enabled: true)
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.keyCorner, width: metrics.hairline, theme.line)
    if state.interface.focused == control || state.interface.seedDraft != nil {
      focusRing(rect.inset(by: 3 * metrics.scale), corner: metrics.keyCorner)
    }
  }

  mutating func drawPageHeading(_ title: String, left: Double, _ heading: PageHeading, _ state: LabState) {
    let close = heading.close
    text(
      title, x: left, centerY: heading.centerY, size: metrics.body, weight: .bold, theme.ink,
      within: close.x - metrics.gap - left)
    plainGround(close, look(of: .closePage, state.interface), enabled: true)
    if state.interface.focused == .closePage { focusRing(close, corner: metrics.buttonCorner) }
    icon(.close, center: close.center, size: (0.75 * metrics.buttonIcon).rounded(), theme.ink2)
  }
}
