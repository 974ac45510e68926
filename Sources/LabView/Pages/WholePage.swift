import LabCore
import LabWords
import Rasterizer

/// What pages over the whole window have in common: a head with their title and the way out, and a strip with what the
/// keys do.
extension Painter {
  /// Title, the key that closes the page, and the button that does. Returns where the title ends and the key begins.
  @discardableResult
  mutating func drawPageHead(
    _ title: String, _ header: Rect, close: Rect, _ control: Control, hasRing: Bool = true, _ state: LabState
  ) -> (titleEnd: Double, keyX: Double) {
    let middle = (header.height / 2).rounded()
    let left = 1.5 * metrics.padding
    let width = text(title, x: left, centerY: middle, size: metrics.big, weight: .bold, theme.ink)
    let escape = words.caps([.dismiss]).first ?? ""
    let keyX = close.x - metrics.gap - keyCapWidth(escape, size: metrics.caption)
    keyCap(
      escape, x: keyX, centerY: middle, size: metrics.caption, ground: theme.raised, ink: theme.ink, border: theme.line)
    plainGround(close, look(of: control, state.interface), enabled: true)
    icon(.close, center: close.center, size: metrics.buttonIcon, theme.ink)
    if hasRing, state.interface.focused == control { focusRing(close, corner: metrics.buttonCorner) }
    hairline(Rect(x: 0, y: header.maxY - metrics.hairline, width: header.width, height: metrics.hairline))
    return (left + width, keyX)
  }

  /// - Parameter sentence: what is said at the right end, if there is anything to say.
  mutating func drawPageStrip(_ strip: Rect, _ symbol: Icon, _ title: String, _ hints: [ToolHint], sentence: String?) {
    guard strip.height > 0 else { return }
    canvas.fill(strip, theme.chrome)
    hairline(Rect(x: 0, y: strip.y, width: strip.width, height: metrics.hairline))
    let middle = strip.midY.rounded()
    let size = metrics.stripText
    let iconSize = (metrics.isProjector ? 1.15 : 1.35) * Double(size)
    icon(symbol, center: Point(metrics.padding + iconSize / 2, middle), size: iconSize, theme.ink2)
    var x = metrics.padding + iconSize + (1.25 * metrics.gap).rounded()
    var right = strip.maxX - metrics.padding
    if let sentence {
      text(sentence, x: right, centerY: middle, size: size, theme.ink, align: .right)
      right -= font.pixels(sentence, size) + 2 * metrics.gap
    }
    x += text(title, x: x, centerY: middle, size: size, weight: .bold, theme.ink) + Double(size)
    for hint in hints {
      let width = hintWidth(hint, size: size)
      guard x + width <= right else { break }
      drawHint(hint, x: x, centerY: middle, size: size)
      x += width + (1.35 * Double(size)).rounded()
    }
  }

  /// Where letters go next, behind a text that ends at `x`.
  mutating func drawTypingMark(after x: Double, centerY: Double, size: Int) {
    let height = (1.3 * Double(size)).rounded()
    canvas.fill(
      Rect(
        x: (x + 2 * metrics.hairline).rounded(), y: (centerY - height / 2).rounded(), width: 2 * metrics.hairline,
        height: height), theme.accent.rest)
  }
}
