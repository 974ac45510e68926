import Glibc
import LabCore
import Rasterizer

/// A component on the canvas: its path, ellipses, handles, and the leader to a letter outside.
extension Painter {
  mutating func drawTrail(_ component: CanvasScene.Component) {
    let color = component.color(theme).opacity(0.55)
    let trail = component.trail
    guard let first = trail.first, trail.count > 1 else { return }
    let unit = metrics.ellipse2 / 1.25
    canvas.stroke(polyline: trail, style: StrokeStyle(width: metrics.ellipse2), color)
    // One dot per iteration while dots can be told apart.
    var last = first
    for point in trail.dropFirst() where abs(point.x - last.x) + abs(point.y - last.y) >= 5 * unit {
      canvas.fill(discAt: point, radius: 1.9 * unit, color)
      last = point
    }
    canvas.stroke(ringAt: first, radius: 3.75 * unit, width: metrics.ellipse2, color)
  }

  /// The outlines of a component's ellipses, from back to front.
  func outlines(_ component: CanvasScene.Component, _ state: LabState) -> [InkedEllipse] {
    var outlines: [InkedEllipse] = []
    let color = component.color(theme).opacity(1 - 0.65 * component.fade)
    let layers = state.layers
    let (wide1, wide2) = (
      metrics.ellipse1 * (1 + 0.4 * component.emphasis), metrics.ellipse2 * (1 + 0.4 * component.emphasis)
    )
    // Two components of one color side by side: the square one is dashed.
    func style(_ width: Double, on: Double, off: Double) -> StrokeStyle {
      theme.isSquare(component.letter)
        ? StrokeStyle(width: width, dash: [on * width, off * width], cap: .butt) : StrokeStyle(width: width)
    }
    if layers.shows(.threeSigma) {
      outlines.append(
        InkedEllipse(component.threeSigma, style: style(0.8 * metrics.ellipse2, on: 6, off: 4), color.opacity(0.55)))
    }
    if layers.shows(.twoSigma) {
      outlines.append(InkedEllipse(component.twoSigma, style: style(wide2, on: 6, off: 4), color.opacity(0.9)))
    }
    guard layers.shows(.oneSigma) else { return outlines }
    if state.document.points.count > 1000 || component.emphasis > 0 {
      let halo = state.document.points.count > 1000 ? 0.75 : 0.75 * component.emphasis
      outlines.append(
        InkedEllipse(
          component.oneSigma, style: StrokeStyle(width: wide1 + 2 * metrics.scale), theme.canvas.opacity(halo)))
    }
    outlines.append(InkedEllipse(component.oneSigma, style: style(wide1, on: 2.4, off: 1.6), color))
    return outlines
  }

  mutating func drawHandles(_ component: CanvasScene.Component) {
    let color = component.color(theme)
    let handles = component.handles
    let unit = metrics.unit
    if component.canTurn {
      canvas.stroke(from: handles.stretch[0], to: handles.turn, width: 1.25 * unit, color)
      canvas.fill(discAt: handles.turn, radius: 5 * unit, theme.canvas)
      canvas.stroke(ringAt: handles.turn, radius: 5 * unit, width: 2 * unit, color)
    }
    for center in handles.stretch {
      let half = 5 * unit
      let square = Rect(x: center.x - half, y: center.y - half, width: 2 * half, height: 2 * half)
      canvas.fill(square, cornerRadius: 2 * unit, theme.canvas)
      canvas.stroke(square.inset(by: unit), cornerRadius: 2 * unit, width: 2 * unit, color)
    }
  }

  /// A letter outside makes way for the pointer, but with the means tool: there it is what to grab, as one on its mean.
  func letterOpacity(_ component: CanvasScene.Component, _ state: LabState) -> Double {
    guard component.isLetterOutside, state.tool != .means, let pointer = state.interface.pointer,
      state.interface.drag == nil
    else {
      return 1
    }
    let isNear = component.letterCenter.distance(to: Point(pointer.x, pointer.y)) < 2 * metrics.meanRadius
    return isNear ? 0.25 : 1
  }

  /// The mean as a dot.
  mutating func drawMean(_ component: CanvasScene.Component) {
    canvas.fill(discAt: component.mean, radius: 0.26 * metrics.meanRadius, theme.canvas)
    canvas.fill(discAt: component.mean, radius: 0.16 * metrics.meanRadius, component.color(theme))
  }

  /// The mean as a dot, and a line from the edge of the ellipse to the letter.
  mutating func drawLeader(_ component: CanvasScene.Component, _ state: LabState) {
    let color = component.color(theme)
    let (mean, letter) = (component.mean, component.letterCenter)
    let radius = metrics.meanRadius
    drawMean(component)
    let distance = mean.distance(to: letter)
    let direction = atan2(letter.y - mean.y, letter.x - mean.x)
    let edge = component.oneSigma.edge(towards: direction)
    guard distance - radius > edge, distance.isFinite else { return }
    func along(_ length: Double) -> Point {
      Point(mean.x + length * cos(direction), mean.y + length * sin(direction))
    }
    let width = 1.2 * metrics.ellipse2
    canvas.stroke(from: along(edge), to: along(distance - radius), width: width + 2 * metrics.unit, theme.canvas)
    canvas.stroke(
      from: along(edge), to: along(distance - radius), width: width, color.opacity(letterOpacity(component, state)))
  }
}
