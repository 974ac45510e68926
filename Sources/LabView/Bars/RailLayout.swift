import LabCore
import Rasterizer

/// Tools from the top, undo, redo and fit from the bottom.
struct RailLayout: Sendable {
  let controls: [(control: Control, rect: Rect)]

  init(rail: Rect, metrics m: Metrics) {
    let margin = ((m.rail - m.toolCell) / 2).rounded()
    let gap = m.sizeClass == .projector ? (m.gap * 2 / 3).rounded() : (4 * m.scale).rounded()
    var controls: [(Control, Rect)] = []
    var y = rail.y + margin
    // In a window too low for all, the keys remain.
    for tool in Tool.allCases where y + m.toolCell <= rail.maxY {
      controls.append((.tool(tool), Rect(x: margin, y: y, width: m.toolCell, height: m.toolCell)))
      y += m.toolCell + gap
    }
    let toolsEnd = y
    y = rail.maxY - margin
    for control in [Control.fit, .redo, .undo] {
      y -= m.toolCell
      if y >= toolsEnd { controls.append((control, Rect(x: margin, y: y, width: m.toolCell, height: m.toolCell))) }
    }
    self.controls = controls
  }
}
