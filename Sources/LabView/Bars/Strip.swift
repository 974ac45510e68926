import LabCore
import Rasterizer

/// The bottom strip: what the mouse and the keys do with this tool, the latest announcement, and the seed.
extension Painter {
  mutating func drawStrip(_ layout: Layout, _ state: LabState) {
    canvas.fill(layout.strip, theme.chrome)
    hairline(Rect(x: 0, y: layout.strip.y, width: layout.strip.width, height: metrics.hairline))
    let middle = (layout.strip.midY).rounded()
    let size = metrics.stripText
    let iconSize = (metrics.sizeClass == .projector ? 1.15 : 1.35) * Double(size)
    var right = layout.strip.maxX - metrics.padding
    if metrics.sizeClass != .projector {
      let seed =
        switch state.document.startOrigin {
        case .seeded: "Start: seed \(state.document.startSeed)"
        case .placed: "Start: by hand"
        case .adopted: "Start: adopted model"
        }
      right -= text(seed, x: right, centerY: middle, size: size, theme.ink2, align: .right) + 2 * metrics.gap
    }
    icon(
      ControlText.icon(state.tool), center: Point(metrics.padding + iconSize / 2, middle), size: iconSize, theme.ink2)
    var x = metrics.padding + iconSize + (1.25 * metrics.gap).rounded()
    x += text(
      ControlText.toolName(state.tool), x: x, centerY: middle, size: size, weight: .bold, theme.ink)
    x += Double(size)
    if let announcement = state.announcement, !announcement.isFresh(at: state.now) {
      let width = min(font.width(of: announcement.text, TextStyle(size: size, weight: .book)), right - x)
      let shown = font.truncate(announcement.text, TextStyle(size: size, weight: .book), to: width)
      right -= text(shown, x: right, centerY: middle, size: size, theme.ink3, align: .right) + 2 * metrics.gap
    }
    let hints = StripHints.hints(state.tool, isProjector: metrics.sizeClass == .projector)
    for hint in hints {
      let width = hintWidth(hint, size: size)
      guard x + width <= right else { break }
      drawHint(hint, x: x, centerY: middle, size: size)
      x += width + (1.35 * Double(size)).rounded()
    }
  }

  private func hintWidth(_ hint: StripHint, size: Int) -> Double {
    var width = 0.0
    for (index, key) in hint.keys.enumerated() {
      width += keyCapWidth(key, size: keySize(size)) + (index > 0 ? metrics.gap * 0.75 : 0)
    }
    if let gesture = hint.gesture { width += font.pixels(gesture, size) }
    return width + space(size) + font.pixels(hint.effect, size)
  }

  private mutating func drawHint(_ hint: StripHint, x start: Double, centerY: Double, size: Int) {
    var x = start
    for (index, key) in hint.keys.enumerated() {
      if index > 0 { x += metrics.gap * 0.75 }
      x += keyCap(
        key, x: x, centerY: centerY, size: keySize(size), ground: theme.raised, ink: theme.ink, border: theme.line)
    }
    if let gesture = hint.gesture { x += text(gesture, x: x, centerY: centerY, size: size, theme.ink) }
    text(hint.effect, x: x + space(size), centerY: centerY, size: size, theme.ink2)
  }

  private func keySize(_ size: Int) -> Int { max(11, size - (metrics.sizeClass == .projector ? 2 : 1)) }
  private func space(_ size: Int) -> Double { (0.42 * Double(size)).rounded() }
}

/// A gesture or some keys, and what they do.
struct StripHint: Sendable {
  let gesture: String?
  let keys: [String]
  let effect: String

  init(_ gesture: String, _ effect: String) {
    self.gesture = gesture
    keys = []
    self.effect = effect
  }

  init(keys: String..., effect: String) {
    gesture = nil
    self.keys = keys
    self.effect = effect
  }
}

enum StripHints {
  static func hints(_ tool: Tool, isProjector: Bool) -> [StripHint] {
    let ending =
      isProjector
      ? [StripHint(keys: "→", effect: "next half-step"), StripHint(keys: "P", effect: "leave projector mode")]
      : [StripHint(keys: "→", effect: "next half-step"), StripHint(keys: "Ctrl Z", effect: "undo")]
    let own = hints(tool)
    return (isProjector ? Array(own.prefix(2)) : own) + ending
  }

  private static func hints(_ tool: Tool) -> [StripHint] {
    switch tool {
    case .brush:
      [
        StripHint("Click", "adds a point"), StripHint("Drag", "sprays"), StripHint("Right button", "erases"),
        StripHint(keys: "[", "]", effect: "brush size"),
      ]
    case .eraser: [StripHint("Drag", "erases points"), StripHint(keys: "[", "]", effect: "eraser size")]
    case .means:
      [
        StripHint("Click", "places a start mean"), StripHint("Drag", "moves, stretches or turns"),
        StripHint("Right button", "removes"),
      ]
    case .hand:
      [StripHint("Drag", "pans"), StripHint("Wheel", "zooms"), StripHint("Double-click", "fits all")]
    case .inspect: [StripHint("Point", "at a data point to see who owns it")]
    }
  }
}
