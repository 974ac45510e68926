import LabCore
import Rasterizer

/// Data set at the left, transport centered on the canvas, speed, projector and help at the right.
struct TopBarLayout: Sendable {
  let controls: [(control: Control, rect: Rect)]
  /// The room for the data set's name; longer names end in "…".
  let nameWidth: Double
  let speedLabelRight: Double?
  let speedValue: Rect?
  let dividerX: Double?

  init(_ state: LabState, bar: Rect, canvas: Rect, metrics m: Metrics, font: any TextSource) {
    let middle = (bar.height / 2).rounded(.down)
    func box(_ x: Double, _ width: Double, _ height: Double) -> Rect {
      Rect(x: x.rounded(), y: middle - (height / 2).rounded(), width: width, height: height)
    }
    func width(of parts: [(control: Control, width: Double, height: Double, gap: Double)]) -> Double {
      parts.reduce(0) { $0 + $1.width + $1.gap } - (parts.last?.gap ?? 0)
    }
    var controls: [(Control, Rect)] = []

    // From the right, flush with the panel's padding: the icons, not their buttons, end there.
    let projectorGap = (m.gap / 2).rounded()
    var right = bar.maxX - m.padding + ((m.button - m.buttonIcon) / 2).rounded()
    for control in [Control.help, .projector] {
      controls.append((control, box(right - m.button, m.button, m.button)))
      right -= m.button + projectorGap
    }
    if m.isVeryNarrow {
      speedLabelRight = nil
      speedValue = nil
      dividerX = nil
    } else {
      let divider = right + projectorGap - (1.5 * m.gap).rounded()
      let valueWidth = font.pixels("1.5×", m.body, .bold)
      let narrow = (0.9 * m.button).rounded()
      let faster = box(divider - (m.gap / 2).rounded() - narrow, narrow, m.button)
      let value = box(faster.x - valueWidth, valueWidth, m.button)
      let slower = box(value.x - narrow, narrow, m.button)
      controls += [(.faster, faster), (.slower, slower)]
      dividerX = divider
      speedValue = value
      speedLabelRight = m.isNarrow ? nil : slower.x - (m.gap / 2).rounded()
      right = slower.x
    }

    // The transport, centered on the canvas as far as its neighbours allow.
    let near = (m.gap / 2).rounded()
    var transport: [(control: Control, width: Double, height: Double, gap: Double)] = [
      (.restart, m.button, m.button, near), (.back, m.button, m.button, m.gap), (.play, m.play, m.play, m.gap),
      (.next, m.next, m.button, m.gap), (.end, m.button, m.button, 0),
    ]
    let roomRight = (speedLabelRight.map { $0 - font.pixels("Speed", m.body) } ?? right) - m.gap
    let nameRoom = max(
      font.pixels(NumberText.points(state.document.points.count), m.caption), (6 * Double(m.body)).rounded())
    let leftmost = m.padding + nameRoom + 2 * m.gap
    // In a window too narrow for all, the keys remain.
    for control in [Control.restart, .end, .back, .next] where width(of: transport) > roomRight - leftmost {
      transport.removeAll { $0.control == control }
    }
    let width = width(of: transport)
    var x = max(leftmost, min(canvas.midX - width / 2, roomRight - width)).rounded()
    let transportLeft = x
    for (control, size, height, gap) in transport {
      controls.append((control, box(x, size, height)))
      x += size + gap
    }

    let chevron = (0.7 * m.buttonIcon).rounded() + m.gap
    nameWidth = max(0, transportLeft - m.padding - chevron - m.gap)
    let style = TextStyle(size: m.body, weight: .bold)
    let shown = font.truncate(state.document.name.title, style, to: nameWidth)
    let menuWidth = font.width(of: shown, style) + chevron + m.gap
    controls.append(
      (.dataMenu, Rect(x: m.padding - m.gap, y: m.gap / 2, width: menuWidth + m.gap, height: bar.height - m.gap)))
    // From left to right, as the Tab key goes.
    self.controls = controls.sorted { $0.1.x < $1.1.x }
  }
}

extension TextSource {
  /// The text, or its beginning with "…" when it is wider than `width`.
  func truncate(_ text: String, _ style: TextStyle, to width: Double) -> String {
    if self.width(of: text, style) <= width { return text }
    var kept = text
    while !kept.isEmpty, self.width(of: kept + "…", style) > width { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }
}
