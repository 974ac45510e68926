import LabCore
import Rasterizer

/// Tools from the top; clear, undo, redo, what stands side by side, layers and fit from the bottom.
struct RailLayout: Sendable {
  let controls: [(control: Control, rect: Rect)]
  /// Whether the cells have their full height, with room for a letter.
  let isRoomy: Bool

  init(rail: Rect, metrics m: Metrics) {
    self.init(
      tools: Tool.allCases.map { .tool($0) }, others: [.clear, .undo, .redo, .compareMenu, .layers, .fit],
      least: (0.6 * m.toolCell).rounded(), rail: rail, metrics: m)
  }

  /// - Parameters:
  ///   - tools: from the top.
  ///   - others: from the bottom.
  ///   - least: the height below which a cell does not go.
  init(tools: [Control], others: [Control], least: Double, rail: Rect, metrics m: Metrics) {
    let margin = max(((m.rail - m.toolCell) / 2).rounded(), 1)
    // In a low window cells move together; in one too low for all, the keys remain.
    let count = Double(tools.count + others.count)
    let share = ((rail.height - 2 * margin - m.toolGap * count) / count).rounded(.down)
    isRoomy = share >= m.toolCell
    let height = max(min(share, m.toolCell), least)
    func cell(_ y: Double) -> Rect { Rect(x: margin, y: y, width: m.rail - 2 * margin, height: height) }
    var controls: [(Control, Rect)] = []
    var y = rail.y + margin
    for tool in tools where y + height <= rail.maxY {
      controls.append((tool, cell(y)))
      y += height + m.toolGap
    }
    let end = y
    y = rail.maxY - margin - height - Double(others.count - 1) * (height + m.toolGap)
    for control in others {
      if y >= end { controls.append((control, cell(y))) }
      y += height + m.toolGap
    }
    self.controls = controls
  }
}
