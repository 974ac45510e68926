import LabCore
import Rasterizer

/// What keys do with tools and with the points that are chosen.
enum ToolKeys {
  /// Takes the stamp in hand, or goes on to the next one.
  static func chooseStamp(_ state: LabState) -> [Command] {
    state.tool == .stamp ? [.stamp(.setShape(state.tools.shape.next))] : [.view(.chooseTool(.stamp))]
  }

  /// Copies stand a little beside what they were copied from, in pixels.
  static func copyOffset(_ layout: Layout) -> Point { Point(14 * layout.metrics.unit, 14 * layout.metrics.unit) }

  /// Moves the mean that stands out where means are in hand, and else the chosen points.
  static func nudge(_ step: CanvasStep, _ state: LabState, _ layout: Layout) -> [Command] {
    let offset = layout.transform.dataStep(step.pixels((step.isFine ? 1 : 6) * layout.metrics.unit))
    let shown = state.document.runs.shown
    if state.tool == .means || state.chosenPoints == nil, let letter = state.interface.emphasis.letter,
      let index = shown.identities.firstIndex(of: letter)
    {
      let mean = state.document.points.place(shown.model.means[index])
      return [.start(.moveMean(index, to: DataPoint(mean.x + offset.width, mean.y + offset.height)))]
    }
    return [.select(.nudge(offset))]
  }
}

extension ToolSetting {
  func commands(_ state: LabState) -> [Command] {
    let tools = state.tools
    switch self {
    case .smallerBrush: return [.view(.setBrushRadius(state.brushRadius / 1.15))]
    case .largerBrush: return [.view(.setBrushRadius(state.brushRadius * 1.15))]
    case .lowerRate: return [.view(.setBrushRate(tools.rate - 1))]
    case .higherRate: return [.view(.setBrushRate(tools.rate + 1))]
    case .fewerPoints: return [.stamp(.setCount(tools.count - ToolSetting.step(below: tools.count)))]
    case .morePoints: return [.stamp(.setCount(tools.count + ToolSetting.step(below: tools.count + 1)))]
    case .narrower: return [.stamp(.setWidth(tools.width - 0.05))]
    case .wider: return [.stamp(.setWidth(tools.width + 0.05))]
    }
  }

  /// Large numbers change by large steps.
  private static func step(below count: Int) -> Int { count > 200 ? 50 : count > 50 ? 10 : count > 10 ? 5 : 1 }
}
