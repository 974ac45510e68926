import LabCore
import Rasterizer

/// What brush or eraser would cover.
extension Painter {
  mutating func drawToolOutline(_ layout: Layout, _ state: LabState) {
    guard let pointer = state.interface.pointer, state.interface.hovered == nil, state.interface.overlay == nil else {
      return
    }
    let at = Point(pointer.x, pointer.y)
    guard layout.canvas.contains(at), !drawGivingOutline(layout, state, at: at) else { return }
    let erases = state.interface.drag == .erase || state.tool == .eraser
    guard erases || state.tool == .brush else { return }
    let radius = state.brushRadius * metrics.scale
    canvas.stroke(ringAt: at, radius: radius, width: 3 * metrics.scale, theme.canvas.opacity(0.9))
    if erases {
      let circle = Ellipse(center: at, semiMajor: radius, semiMinor: radius, angle: 0)
      let dash = [4 * metrics.scale, 3 * metrics.scale]
      canvas.stroke(circle, style: StrokeStyle(width: 1.25 * metrics.scale, dash: dash, cap: .butt), theme.ink2)
    } else {
      canvas.stroke(ringAt: at, radius: radius, width: 1.25 * metrics.scale, theme.ink2)
    }
    for (dx, dy) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1)] {
      let near = 3 * metrics.scale
      let far = 7 * metrics.scale
      canvas.stroke(
        from: Point(at.x + dx * near, at.y + dy * near), to: Point(at.x + dx * far, at.y + dy * far),
        width: 1.25 * metrics.scale, theme.ink2)
    }
  }
}
