import LabCore
import Rasterizer

/// The data: grid, points, ellipses, means. From back to front.
extension Painter {
  /// Grid, 1 σ fills and points: what stays the same while only the mouse moves.
  mutating func drawGround(_ scene: CanvasScene, _ layout: Layout, _ state: LabState, _ cloud: PaintedCloud) {
    canvas.fill(layout.canvas, theme.canvas)
    drawGrid(layout, state)
    if !PointLook.isCrowd(state.document.points.count) { drawFills(scene) }
    drawBorders(CellBorders.segments(state, layout))
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

  /// Everything on the canvas that moves without the points.
  mutating func drawScene(_ scene: CanvasScene, _ layout: Layout, _ state: LabState) {
    let outer = canvas.narrowClip(to: layout.canvas)
    defer { canvas.restoreClip(outer) }
    // Under a crowd the fill would hardly be seen, and every frame of a glide would have to draw the crowd again.
    if PointLook.isCrowd(state.document.points.count) { drawFills(scene) }
    let hasTrails = state.interface.page != .race
    for component in scene.components
    where hasTrails && (state.document.runs.shown.kind != .start || component.trail.count > 1) {
      drawTrail(component)
    }
    for component in scene.spread { drawEllipses(component, pointCount: state.document.points.count) }
    if state.tool == .means {
      for component in scene.spread { drawHandles(component) }
    }
    for component in scene.components where component.isLetterOutside { drawLeader(component, state) }
    for component in scene.components {
      let isHovered = scene.hovered == component.index
      let opacity = letterOpacity(component, state)
      marker(
        component.letter, center: component.letterCenter, radius: metrics.meanRadius, theme: theme,
        ground: theme.canvas.opacity(opacity), ink: theme.ink.opacity(opacity), ringWidth: isHovered ? 0.3 : 0.2,
        halo: component.isLetterOutside ? nil : theme.canvas, opacity: opacity)
    }
    log?.layer = .canvas
    drawRaceOnCanvas(scene, layout, state)
    drawAxisNames(layout, state)
    drawToolOutline(layout, state)
  }

  private mutating func drawFills(_ scene: CanvasScene) {
    for component in scene.spread {
      canvas.fill(component.oneSigma, component.color(theme).opacity(theme.ellipseFill))
    }
  }
}
