import GaussianMixtures
import Glibc
import LabCore
import LabWords
import Rasterizer

/// What is drawn on the canvas, from front to back.
extension ExplainedPlaces {
  func canvas(at point: Point) -> Explanation? {
    if let frame = layout.columns?.frame, frame.contains(point) { return .columnChoice }
    if let frame = layout.layers?.frame, frame.contains(point) { return .layers }
    if let flyout = layout.flyout, flyout.frame.contains(point) {
      guard flyout.tellsAll else { return .columnValues }
      let row = Int(((point.y - flyout.frame.y - flyout.pad) / flyout.row).rounded(.down))
      if row >= flyout.rows, !flyout.columns.isEmpty { return .columnValues }
      let rows = ([.weight, .expects] as [Explanation]) + ShapeRow.of(state).map(\.explanation)
      return rows[min(max(row, 0), rows.count - 1)]
    }
    if let part = InspectorLayout(state, layout, font: font), part.frame.contains(point) { return .arithmetic }
    let scene = CanvasScene(layout, state)
    if let said = component(at: point, scene) ?? field(at: point, scene) { return said }
    if isAtPoint(point) { return state.document.runs.shown.owners == nil ? .unownedPoint : .point }
    return margins(at: point)
  }

  private func component(at point: Point, _ scene: CanvasScene) -> Explanation? {
    let reach = 5 * metrics.unit
    let layers = state.layers
    for component in scene.components.reversed() {
      if layers.shows(.letters), component.letterCenter.distance(to: point) <= metrics.meanRadius { return .letter }
      if component.mean.distance(to: point) <= 0.3 * metrics.meanRadius { return .center }
    }
    for component in scene.spread.reversed() {
      let direction = atan2(point.y - component.mean.y, point.x - component.mean.x)
      let away = component.mean.distance(to: point)
      if component.emphasis > 0.5, away < component.oneSigma.edge(towards: direction) - reach,
        isOnAxis(point, component)
      {
        return .axes
      }
      let lines: [(CanvasLayer, Ellipse, Explanation)] = [
        (.oneSigma, component.oneSigma, .oneSigma), (.twoSigma, component.twoSigma, .twoSigma),
        (.threeSigma, component.threeSigma, .threeSigma),
      ]
      for (layer, ellipse, explanation) in lines
      where layers.shows(layer) && abs(away - ellipse.edge(towards: direction)) <= reach {
        return explanation
      }
    }
    let isOnTrail = scene.components.contains { component in
      component.trail.count > 1 && component.trail.contains { $0.distance(to: point) <= reach }
    }
    return layers.shows(.trails) && isOnTrail ? .trail : nil
  }

  /// Whether a place lies on a half axis that is drawn, or on the number beside it.
  private func isOnAxis(_ point: Point, _ component: CanvasScene.Component) -> Bool {
    let ellipse = component.oneSigma
    let (dx, dy) = (point.x - component.mean.x, point.y - component.mean.y)
    let along = abs(dx * cos(ellipse.angle) + dy * sin(ellipse.angle))
    let across = abs(dy * cos(ellipse.angle) - dx * sin(ellipse.angle))
    return min(along, across) <= 1.6 * Double(metrics.caption)
  }

  /// Contours and borders. This is asked in every frame while the pointer rests, so only the lines near it are looked for.
  private func field(at point: Point, _ scene: CanvasScene) -> Explanation? {
    guard let field = scene.field(layout, state) else { return nil }
    let reach = 4 * metrics.unit
    let near = FieldGrid.cells(around: point, reach: reach, in: layout.canvas)
    let lines = FieldLines(field, canvas: near, state.layers)
    func isNear(_ lines: [LineSegment]) -> Bool {
      lines.contains { $0.from.distance(to: point) <= reach || $0.to.distance(to: point) <= reach }
    }
    return isNear(lines.contours) ? .contours : isNear(lines.borders) ? .regions : nil
  }

  private func isAtPoint(_ point: Point) -> Bool {
    guard state.layers.shows(.points), !PointLook.isCrowd(state.document.points.count),
      let nearest = Inspection.nearest(state, to: point, layout)
    else { return false }
    let look = PointLook(count: state.document.points.count, metrics: metrics)
    return layout.transform.pixel(state.document.points[nearest]).distance(to: point) <= look.radius + 1
  }

  /// Ticks and names of the axes, and what is said over the canvas.
  private func margins(at point: Point) -> Explanation? {
    let rect = layout.canvas
    let em = Double(metrics.caption)
    if state.interface.showsHint, layout.toast == nil, abs(point.x - rect.midX) < 0.4 * rect.width {
      let bottom = rect.maxY - ToastLayout.aboveBottom(metrics)
      if point.y <= bottom, point.y >= bottom - 42 * metrics.unit { return .openingHint }
    }
    if let bounds = state.document.points.bounds, point.y < rect.y + 6 * em, abs(point.x - rect.midX) < 14 * em {
      let shown = layout.transform.dataRect(rect)
      let isHidden =
        bounds.minX < shown.minX || bounds.maxX > shown.maxX || bounds.minY < shown.minY || bounds.maxY > shown.maxY
      if isHidden { return .wayBack }
    }
    let hasNames = state.document.axisNames != DataSource.plainColumnNames
    if hasNames, point.y < rect.y + 2.6 * em, point.x < rect.midX { return .columnName }
    if hasNames, point.y > rect.maxY - 3.8 * em, point.y < rect.maxY - 1.9 * em, point.x > rect.midX {
      return .columnName
    }
    let left = max(5 * em, 0.09 * rect.width)
    return point.y > rect.maxY - 2.2 * em || point.x < rect.x + left ? .axisTicks : nil
  }
}
