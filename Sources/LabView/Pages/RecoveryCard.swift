import LabCore
import LabWords
import Rasterizer

/// Work that was cut off, offered over the canvas on which it lies.
extension Painter {
  mutating func drawRecovery(_ part: RecoveryLayout, _ layout: Layout, _ state: LabState) {
    log?.layer = .recovery
    canvas.fill(layout.stage, theme.canvas.opacity(0.62))
    raised(part.frame, corner: (1.5 * metrics.cardCorner).rounded())
    for line in part.lines {
      text(
        line.text, x: part.left, centerY: line.y, size: line.size, weight: line.weight,
        line.isQuiet ? theme.ink2 : theme.ink)
    }
    drawFirstChoice(.recovery(part.recovery.first), part.first, words.name(part.recovery.first), state)
    drawOutlineButton(.recovery(part.recovery.second), part.second, words.name(part.recovery.second), state)
  }

  /// What is to be done unless somebody wants otherwise: in the color of the next half-step.
  private mutating func drawFirstChoice(_ control: Control, _ rect: Rect, _ label: String, _ state: LabState) {
    canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.soft.color(look(of: control, state.interface)))
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner - metrics.hairline / 2,
      width: metrics.hairline, theme.softLine)
    let width = font.pixels(label, metrics.body, .bold)
    let gap = 0.75 * metrics.gap
    let start = (rect.midX - (width + gap + metrics.buttonIcon) / 2).rounded()
    text(label, x: start, centerY: rect.midY.rounded(), size: metrics.body, weight: .bold, theme.softInk)
    icon(
      .next, center: Point(start + width + gap + metrics.buttonIcon / 2, rect.midY), size: metrics.buttonIcon,
      theme.softInk)
    if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
  }
}

extension ToolHint {
  /// While work of an earlier session is offered: what Enter does with the button that the keyboard is on, and Tab
  /// instead.
  static func recovery(_ recovery: Recovery, focused: Control?) -> [ToolHint] {
    let isFirst = focused != .recovery(recovery.second)
    let (enter, tab) = isFirst ? (recovery.first, recovery.second) : (recovery.second, recovery.first)
    // Esc leaves what lies under the card as it is, whatever the keyboard is on.
    return isFirst
      ? [.keys([.pressControl, .dismiss], enter.effect), .keys([.nextControl], tab.effectInstead)]
      : [.keys([.pressControl], enter.effect), .keys([.nextControl, .dismiss], tab.effectInstead)]
  }
}

extension Command.Recovery {
  fileprivate var effect: Label {
    switch self {
    case .goOn: .doesContinue
    case .startFresh: .doesStartFresh
    case .tryAgain: .doesTryAgain
    }
  }

  fileprivate var effectInstead: Label {
    switch self {
    case .goOn: .doesContinueInstead
    case .startFresh: .doesStartFreshInstead
    case .tryAgain: .doesTryAgainInstead
    }
  }
}
