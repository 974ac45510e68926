import Glibc
import LabCore
import Rasterizer

/// What pressing and dragging mean with the tools that choose and stamp points.
enum SelectInput {
  /// So near, in window units, a press is on a point.
  static let reach = 7.0

  /// On a chosen point: carries all of them, copies with Ctrl. On another: chooses it. Beside them: a marquee.
  static func pressed(
    at point: Point, _ position: DataPoint, _ modifiers: Modifiers, _ state: LabState, _ layout: Layout
  ) -> [Command] {
    let change: SelectionChange = modifiers.contains(.shift) ? .add : modifiers.contains(.control) ? .remove : .replace
    let marquee: [Command] = [.select(.beginMarquee(position, change))]
    guard let nearest = Inspection.nearest(state, to: point, layout, within: reach) else { return marquee }
    if state.chosenPoints?.mask[nearest] == true, change != .add {
      return [.select(.beginCarrying(position, copies: change == .remove))]
    }
    // In a crowd every place is on a point.
    if change == .remove || PointLook.isCrowd(state.document.points.count) { return marquee }
    return [.select(.choose(nearest, change)), .select(.beginCarrying(position, copies: false))]
  }

  /// The long axis of a stamp dragged to a place; with Shift it turns by steps of 15°.
  static func stamp(to point: Point, _ modifiers: Modifiers, _ state: LabState, _ transform: CanvasTransform)
    -> [Command]
  {
    guard case .stamp(let frame) = state.gesture else { return [] }
    let origin = transform.pixel(frame.origin)
    var along = Point(point.x - origin.x, point.y - origin.y)
    if modifiers.contains(.shift) {
      let step = Double.pi / 12
      let angle = (atan2(along.y, along.x) / step).rounded() * step
      let length = (along.x * along.x + along.y * along.y).squareRoot()
      along = Point(length * cos(angle), length * sin(angle))
    }
    return [
      .stamp(.drag(along: transform.dataStep(along), across: transform.dataStep(Point(along.y, -along.x))))
    ]
  }
}
