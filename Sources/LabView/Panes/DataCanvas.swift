import GaussianMixtures
import LabCore
import Rasterizer

/// The data: grid, points, ellipses, means. From back to front.
extension Painter {
  /// Regions and grid: what stays the same while EM goes on, but for the regions.
  mutating func drawGround(_ scene: CanvasScene, _ layout: Layout, _ state: LabState) {
    if state.layers.shows(.regions), let field = scene.field(layout, state) {
      drawTints(scene, field, canvas: layout.canvas)
    } else {
      canvas.fill(layout.canvas, theme.canvas)
    }
    drawGrid(layout, state)
  }

  /// Contours, 1 σ fills and points over the ground: what stays the same while only the mouse moves.
  mutating func drawPointsLayer(_ scene: CanvasScene, _ layout: Layout, _ state: LabState, _ cloud: PaintedCloud) {
    let field = scene.field(layout, state)
    let isCrowd = PointLook.isCrowd(state.document.points.count)
    if let field, !isCrowd { drawFieldLines(field, state.layers, canvas: layout.canvas) }
    if !isCrowd { drawFills(scene, state) }
    if state.layers.shows(.model) { drawBorders(CellBorders.segments(state, layout)) }
    drawPoints(layout, state, cloud)
    drawPaneEdges(layout)
  }

  /// The hairlines between lanes.
  private mutating func drawPaneEdges(_ layout: Layout) {
    for pane in layout.panes where pane.rect == layout.canvas && layout.panes.count > 1 {
      let first = layout.panes[0].rect
      if pane.rect.x > first.x {
        hairline(Rect(x: pane.rect.x, y: pane.rect.y, width: metrics.hairline, height: pane.rect.height))
      }
      if pane.rect.y > first.y {
        hairline(Rect(x: pane.rect.x, y: pane.rect.y, width: pane.rect.width, height: metrics.hairline))
      }
    }
  }

  /// Everything on the canvas that moves without the points, but for what follows the pointer.
  mutating func drawModel(_ scene: CanvasScene, _ layout: Layout, _ state: LabState, _ cloud: PaintedCloud) {
    let outer = canvas.narrowClip(to: layout.canvas)
    defer { canvas.restoreClip(outer) }
    // Under a crowd the fill would hardly be seen, and every frame of a glide would have to draw the crowd again.
    if PointLook.isCrowd(state.document.points.count) {
      if let field = scene.field(layout, state) { drawFieldLines(field, state.layers, canvas: layout.canvas) }
      drawFills(scene, state)
    }
    drawOwnerPulse(layout, state)
    drawChosen(layout, state, cloud)
    if state.layers.shows(.trails), state.interface.page != .race, state.guessedMixture == nil {
      for component in scene.components where state.document.runs.shown.kind != .start || component.trail.count > 1 {
        drawTrail(component)
      }
    }
    canvas.draw(scene.spread.flatMap { outlines($0, state) })
    drawCrossedTickLabels(scene, layout, state)
    if state.tool == .means, state.document.guess?.canMove != false {
      for component in scene.spread { drawHandles(component) }
    }
    for component in scene.spread { drawHalfAxes(component, scene, layout) }
    if state.layers.shows(.letters) {
      for component in scene.components where component.isLetterOutside { drawLeader(component, state) }
      for component in scene.components { drawLetter(component, scene, state) }
    } else {
      for component in scene.components { drawMean(component) }
    }
  }

  /// What lies over the model and is drawn in each frame.
  mutating func drawOverModel(_ scene: CanvasScene, _ layout: Layout, _ state: LabState) {
    let outer = canvas.narrowClip(to: layout.canvas)
    defer { canvas.restoreClip(outer) }
    log?.layer = .canvas
    drawRaceOnCanvas(scene, layout, state)
    drawGuessOnCanvas(scene, layout, state)
    drawBox(layout, state)
    drawAxisNames(layout, state)
    drawGesture(layout, state)
    drawToolOutline(layout, state)
    drawCanvasCursor(layout, state)
  }

  private mutating func drawLetter(_ component: CanvasScene.Component, _ scene: CanvasScene, _ state: LabState) {
    let isHovered = scene.hovered == component.index
    let opacity = letterOpacity(component, state) * (1 - 0.5 * component.fade)
    marker(
      component.letter, center: component.letterCenter, radius: metrics.meanRadius, theme: theme,
      ground: theme.canvas.opacity(opacity), ink: theme.ink.opacity(opacity),
      ringWidth: isHovered ? 0.3 : 0.2 + 0.1 * component.emphasis,
      halo: component.isLetterOutside ? nil : theme.canvas, opacity: opacity)
  }

  private mutating func drawFills(_ scene: CanvasScene, _ state: LabState) {
    guard state.layers.shows(.oneSigma) else { return }
    canvas.draw(
      scene.spread.map { component in
        let opacity = theme.ellipseFill + 0.06 * component.emphasis
        return InkedEllipse(component.oneSigma, component.color(theme).opacity(opacity))
      })
  }
}

extension CanvasScene {
  /// The mixture as the canvas sees it, where regions or contours are to be drawn of it.
  func field(_ layout: Layout, _ state: LabState) -> PlanarMixture? {
    guard state.layers.shows(.regions) || state.layers.shows(.contours), !spread.isEmpty else { return nil }
    let field = PlanarMixture(model, layout.transform)
    return field.isEmpty ? nil : field
  }
}
