import LabCore
import Rasterizer

/// The canvas by keyboard alone: arrows lead to what is next, Enter presses there as the mouse would with the tool in
/// hand, arrows then move what is held, Enter lets go.
enum CanvasKeys {
  /// The canvas gets the focus; the keyboard is where it was, or in the middle.
  static func reach(_ state: LabState, _ layout: Layout) -> [Command] {
    let layout = layout.activePane(state)
    let isSeen = state.interface.cursor.map { layout.canvas.contains(layout.transform.pixel($0)) } ?? false
    return [.interface(.focus(.canvas))]
      + (isSeen ? [] : [.interface(.moveCursor(layout.transform.data(layout.canvas.center)))])
  }

  static func move(_ step: CanvasStep, _ state: LabState, _ layout: Layout) -> [Command] {
    let layout = layout.activePane(state)
    let at = place(state, layout)
    guard state.isHeldByKeyboard || step.isFine else {
      let next = next(step.direction, from: at, state, layout)
      return next.map { [.interface(.moveCursor($0))] } ?? []
    }
    let way = step.pixels((state.isHeldByKeyboard && step.isFine ? 1 : 8) * layout.metrics.unit)
    let wanted = Point(at.x + way.x, at.y + way.y)
    let to = Point(
      min(max(wanted.x, layout.canvas.minX), layout.canvas.maxX - 1),
      min(max(wanted.y, layout.canvas.minY), layout.canvas.maxY - 1))
    let moved: [Command] = [.interface(.moveCursor(layout.transform.data(to)))]
    guard state.isHeldByKeyboard, let drag = state.interface.drag else { return moved }
    return InputTranslation.dragged(drag, to: to, [], state, layout) + moved
  }

  static func press(_ state: LabState, _ layout: Layout) -> [Command] {
    if state.interface.drag != nil { return state.isHeldByKeyboard ? InputTranslation.endOfDrag(state) : [] }
    let layout = layout.activePane(state)
    let at = place(state, layout)
    let position = layout.transform.data(at)
    let radius = layout.transform.dataSize(pixels: state.brushRadius * layout.metrics.scale)
    switch state.tool {
    case .brush:
      if let index = Inspection.nearest(state, to: at, layout, within: SelectInput.reach) {
        return [.select(.choose(index, .replace)), .select(.beginCarrying(position, copies: false))]
      }
      return [.edit(.beginPainting(position, radius: radius)), .edit(.endStroke)]
    case .inspect: return [.view(.pin(Inspection.nearest(state, to: at, layout)))]
    case .eraser, .select, .stamp, .means, .hand:
      return InputTranslation.toolPressed(at: at, position, radius, clicks: 1, [], state, layout)
    }
  }

  static func delete(_ state: LabState, _ layout: Layout) -> [Command] {
    guard state.interface.drag == nil else { return [] }
    let layout = layout.activePane(state)
    let at = place(state, layout)
    if state.tool == .means {
      guard case .mean(let index, _) = CanvasScene(layout, state).target(at: at) else { return [] }
      return [.start(.removeMean(index))]
    }
    let nearest = Inspection.nearest(state, to: at, layout, within: SelectInput.reach)
    if let nearest, state.chosenPoints?.mask[nearest] != true {
      return [.select(.choose(nearest, .replace)), .select(.delete)]
    }
    return [.select(.delete)]
  }

  /// Where the keyboard is, in pixels.
  static func place(_ state: LabState, _ layout: Layout) -> Point {
    state.interface.cursor.map(layout.transform.pixel) ?? layout.canvas.center
  }

  /// What is next in a direction: near ahead, and little aside. Means and their handles where they are in hand, points
  /// otherwise.
  private static func next(_ direction: Direction, from at: Point, _ state: LabState, _ layout: Layout) -> DataPoint? {
    let way = direction.pixel
    var best: (place: DataPoint, distance: Double)?
    func consider(_ pixel: Point, _ place: @autoclosure () -> DataPoint) {
      let (dx, dy) = (pixel.x - at.x, pixel.y - at.y)
      let ahead = dx * way.x + dy * way.y
      guard ahead > 0.5, layout.canvas.contains(pixel) else { return }
      let distance = ahead + 2.5 * abs(dx * way.y - dy * way.x)
      if distance < best?.distance ?? .infinity { best = (place(), distance) }
    }
    if state.tool == .means {
      for grip in CanvasScene(layout, state).grips { consider(grip, layout.transform.data(grip)) }
    } else {
      let points = state.document.points
      for index in points.indices { consider(layout.transform.pixel(points[index]), points[index]) }
    }
    return best?.place
  }
}

extension Layout {
  /// With the active lane's part of the canvas as all of it.
  func activePane(_ state: LabState) -> Layout {
    panes.first { $0.lane == state.document.active }.map(inPane) ?? self
  }
}
