import LabCore
import Rasterizer

/// The pointer's shape: where a tool draws its own outline there is none.
public enum CursorShape: Sendable, Hashable { case none, arrow, pointing, moving, crosshair }

extension InputTranslation {
  public static func cursor(_ state: LabState, font: any TextSource) -> CursorShape {
    guard let pointer = state.interface.pointer else { return .arrow }
    switch state.interface.drag {
    case .pan, .mean, .covariance, .carry: return .moving
    case .marquee, .stamp: return .crosshair
    case .scrub, .weight, .mark, .exportRange: return .pointing
    case .give, .takeBack: return state.document.guess?.paintsPoints == true ? .none : .pointing
    case .paint, .erase, nil: break
    }
    let layout = Layout(state, font: font)
    let point = Point(pointer.x, pointer.y)
    if case .card = state.interface.hovered, layout.components.bar(at: point, state) != nil { return .pointing }
    if state.interface.hovered != nil || state.interface.overlay != nil || layout.transcript != nil { return .arrow }
    guard let pane = layout.pane(at: point),
      [layout.layers?.frame, layout.settings?.frame, layout.chosen?.frame].allSatisfy({ $0?.contains(point) != true })
    else { return .arrow }
    if let guess = state.document.guess, state.tool != .hand, state.tool != .inspect {
      return guess.paintsPoints ? .none : guess.canMove ? .crosshair : .moving
    }
    switch state.tool {
    case .brush, .eraser: return .none
    case .hand: return .moving
    case .inspect: return .arrow
    case .stamp: return .crosshair
    case .select:
      let nearest = Inspection.nearest(state, to: point, layout.inPane(pane), within: SelectInput.reach)
      return nearest.map { state.chosenPoints?.mask[$0] == true } == true ? .moving : .crosshair
    case .means:
      return CanvasScene(layout.inPane(pane), state.looking(at: pane.lane)).target(at: point) == nil
        ? .crosshair : .moving
    }
  }
}
