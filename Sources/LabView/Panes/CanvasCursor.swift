import LabCore
import Rasterizer

/// Where the keyboard is on the canvas.
extension Painter {
  mutating func drawCanvasCursor(_ layout: Layout, _ state: LabState) {
    guard state.interface.focused == .canvas, state.interface.overlay == nil else { return }
    let scale = metrics.scale
    canvas.stroke(layout.canvas.inset(by: 2 * scale), cornerRadius: 2 * scale, width: 2 * scale, theme.accent.rest)
    let at = CanvasKeys.place(state, layout)
    let unit = metrics.unit
    let radius = 9 * unit
    for (width, color) in [(5.0, theme.canvas), (2, theme.accent.rest)] {
      canvas.stroke(ringAt: at, radius: radius, width: width * unit, color)
      for (dx, dy) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1)] {
        canvas.stroke(
          from: Point(at.x + dx * radius, at.y + dy * radius),
          to: Point(at.x + dx * (radius + 5 * unit), at.y + dy * (radius + 5 * unit)), width: width * unit, color)
      }
    }
    if state.isHeldByKeyboard { canvas.fill(discAt: at, radius: 2.5 * unit, theme.accent.rest) }
  }
}
