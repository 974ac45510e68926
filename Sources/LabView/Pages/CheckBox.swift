import LabCore
import Rasterizer

extension Painter {
  /// A box that is on or off, and what it says.
  mutating func drawCheckBox(
    _ control: Control, _ rect: Rect, isOn: Bool, text label: String, size: Int, _ state: LabState
  ) {
    let side = (1.4 * Double(size)).rounded()
    let box = Rect(x: rect.x, y: (rect.midY - side / 2).rounded(), width: side, height: side)
    if isOn {
      canvas.fill(box, cornerRadius: metrics.keyCorner, theme.softInk)
      icon(.check, center: box.center, size: (0.8 * side).rounded(), theme.chrome)
    } else {
      canvas.fill(
        box, cornerRadius: metrics.keyCorner, look(of: control, state.interface) == .rest ? theme.raised : theme.hover)
      canvas.stroke(
        box.inset(by: metrics.hairline / 2), cornerRadius: metrics.keyCorner, width: metrics.hairline, theme.ink3)
    }
    let x = box.maxX + 0.8 * Double(size)
    let style = TextStyle(size: size, weight: .book)
    text(
      font.truncate(label, style, to: rect.maxX - x), x: x, centerY: rect.midY.rounded(), size: size, theme.ink)
    if state.interface.focused == control { focusRing(box, corner: metrics.keyCorner) }
  }
}
