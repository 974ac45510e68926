import LabCore
import Rasterizer

/// Tools from the top; clear, undo, redo, what stands side by side, layers and fit from the bottom.
struct RailLayout: Sendable {
  let controls: [(control: Control, rect: Rect)]
  /// Whether the cells have their full height, with room for a letter.
  let isRoomy: Bool

  init(_ state: LabState, rail: Rect, metrics m: Metrics) {
    let others: [Control] = [.clear, .undo, .redo, .compareMenu, .layers, .fit]
    self.init(
      tools: Tool.allCases.map { .tool($0) }.filter(state.isThere), others: others.filter(state.isThere),
      least: (0.6 * m.toolCell).rounded(), rail: rail, metrics: m)
  }

  /// - Parameters:
  ///   - tools: from the top.
  ///   - others: from the bottom.
  ///   - least: the height below which a cell does not go.
  init(tools: [Control], others: [Control], least: Double, rail: Rect, metrics m: Metrics) {
    guard rail.width > 0 else {
      controls = []
      isRoomy = false
      return
    }
    let margin = max(((m.rail - m.toolCell) / 2).rounded(), 1)
    // In a low window cells move together; in one too low for all, the keys remain.
    let count = max(Double(tools.count + others.count), 1)
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

extension LabState {
  /// Whether there is more in the rail than ways of looking: on a projector a lesson does without it otherwise.
  var needsRail: Bool {
    guard lesson != nil, document.guess == nil else { return true }
    let pointed = lesson?.shown.highlight
    let isPointedAt = Tool.allCases.contains { tool in
      Control.tool(tool).lessonPart.map { LessonTarget.part($0) } == pointed
    }
    return isPointedAt || [Tool.brush, .eraser, .select, .stamp, .means].contains { isThere(.tool($0)) }
  }
}
