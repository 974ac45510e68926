import LabCore
import Rasterizer

extension Painter {
  mutating func drawRail(_ layout: Layout, _ state: LabState) {
    canvas.fill(layout.rail, theme.chrome)
    hairline(
      Rect(
        x: layout.rail.maxX - metrics.hairline, y: layout.rail.y, width: metrics.hairline, height: layout.rail.height))
    for (control, rect) in layout.tools.controls {
      if drawGiving(control, rect, isRoomy: layout.tools.isRoomy, state) { continue }
      var chosen = false
      if case .tool(let tool) = control { chosen = tool == state.tool }
      if control == .layers { chosen = state.interface.showsLayers }
      if control == .compareMenu { chosen = state.document.lanes.count > 1 }
      let enabled = state.isEnabled(control)
      plainGround(rect, look(of: control, state.interface), enabled: enabled, toggled: chosen)
      let color = chosen ? theme.softInk : enabled ? theme.ink2 : theme.off
      let key = metrics.sizeClass == .regular && layout.tools.isRoomy ? railKey(control) : nil
      let lift = key == nil ? 0 : (5 * metrics.scale).rounded()
      let icon = control == .tool(.stamp) ? state.tools.shape.icon : control.icon
      self.icon(
        icon, center: Point(rect.midX, rect.midY - lift), size: metrics.toolIcon, color)
      if let key {
        text(
          key, x: rect.midX, centerY: rect.maxY - (9 * metrics.scale).rounded(), size: metrics.caption,
          weight: chosen ? .bold : .book, chosen ? theme.softInk : theme.ink3, align: .center)
      }
      if case .tool(let tool) = control, tool.hasSettings { drawCornerMark(rect, color) }
      if state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
    }
  }

  /// There is more to the tool.
  private mutating func drawCornerMark(_ rect: Rect, _ color: Color) {
    let side = (4 * metrics.unit).rounded()
    let corner = Point(rect.maxX - side, rect.maxY - side)
    canvas.fill(polygon: [corner, Point(corner.x - side, corner.y), Point(corner.x, corner.y - side)], color)
  }

  /// The letter under an icon; undo and its like have none.
  private func railKey(_ control: Control) -> String? {
    // The menu's first line has a letter of its own.
    if control == .compareMenu { return words.caps([.compare(.kMeans)]).first }
    return words.keys(control).flatMap { $0.count == 1 ? $0 : nil }
  }
}
