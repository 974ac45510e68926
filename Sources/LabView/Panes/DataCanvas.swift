import Foundation
import GaussianMixtures
import LabCore
import Rasterizer

/// The data: grid, points, ellipses, means. From back to front.
extension Painter {
  /// Grid, 1 σ fills and points: what stays the same while only the mouse moves.
  mutating func drawGround(_ scene: CanvasScene, _ layout: Layout, _ state: LabState, _ cloud: PaintedCloud) {
    canvas.fill(layout.canvas, theme.canvas)
    drawGrid(layout)
    if !PointLook.isCrowd(state.document.points.count) { drawFills(scene) }
    drawPoints(layout, state, cloud)
  }

  /// Everything on the canvas that moves without the points.
  mutating func drawScene(_ scene: CanvasScene, _ layout: Layout, _ state: LabState) {
    let outer = canvas.narrowClip(to: layout.canvas)
    defer { canvas.restoreClip(outer) }
    // Under a crowd the fill would hardly be seen, and every frame of a glide would have to draw the crowd again.
    if PointLook.isCrowd(state.document.points.count) { drawFills(scene) }
    for component in scene.components where state.document.runs.shown.kind != .start || component.trail.count > 1 {
      drawTrail(component)
    }
    for component in scene.components { drawEllipses(component, pointCount: state.document.points.count) }
    if state.tool == .means {
      for component in scene.components { drawHandles(component) }
    }
    for component in scene.components {
      let isHovered = scene.hovered == component.index
      marker(
        component.letter, center: component.mean, radius: metrics.meanRadius, theme: theme, ground: theme.canvas,
        ink: theme.ink, ringWidth: isHovered ? 0.3 : 0.2, halo: theme.canvas)
    }
    drawAxisNames(layout, state)
    drawToolOutline(layout, state)
  }

  private mutating func drawFills(_ scene: CanvasScene) {
    for component in scene.components {
      canvas.fill(component.oneSigma, component.color(theme).opacity(theme.ellipseFill))
    }
  }

  // MARK: - Grid

  private mutating func drawGrid(_ layout: Layout) {
    let shown = layout.transform.dataRect(layout.canvas)
    let rect = layout.canvas
    let spacing = 80 * metrics.scale * (metrics.sizeClass == .projector ? 1.6 : 1)
    let across = AxisTicks(low: shown.minX, high: shown.maxX, pixels: rect.width, minimumSpacing: spacing)
    let up = AxisTicks(low: shown.minY, high: shown.maxY, pixels: rect.height, minimumSpacing: spacing)
    let line = metrics.hairline
    for value in across.values {
      let x = (value * layout.transform.scaleX + layout.transform.offsetX).rounded()
      canvas.fill(Rect(x: x, y: rect.y, width: line, height: rect.height), theme.grid)
    }
    for value in up.values {
      let y = (value * layout.transform.scaleY + layout.transform.offsetY).rounded()
      canvas.fill(Rect(x: rect.x, y: y, width: rect.width, height: line), theme.grid)
    }
    let zero = layout.transform.pixel(DataPoint(0, 0))
    if shown.minX < 0, shown.maxX > 0 {
      canvas.fill(Rect(x: zero.x.rounded(), y: rect.y, width: line, height: rect.height), theme.zero)
    }
    if shown.minY < 0, shown.maxY > 0 {
      canvas.fill(Rect(x: rect.x, y: zero.y.rounded(), width: rect.width, height: line), theme.zero)
    }
    let size = metrics.caption
    let below = rect.maxY - (metrics.sizeClass == .projector ? 34 : 14) * metrics.scale
    for value in across.values {
      let x = value * layout.transform.scaleX + layout.transform.offsetX
      let label = across.label(value)
      let width = font.width(of: label, TextStyle(size: size, weight: .book))
      guard x - width / 2 > rect.x + 34 * metrics.scale, x + width / 2 < rect.maxX - 2 else { continue }
      text(label, x: x, centerY: below, size: size, theme.ink3, align: .center)
    }
    let labelRight = rect.x + (metrics.sizeClass == .projector ? 79 : 31) * metrics.scale
    let widest = up.values.map { font.pixels(up.label($0), size) }.max() ?? 0
    let right = max(labelRight, rect.x + widest + 6 * metrics.scale)
    for value in up.values {
      let y = value * layout.transform.scaleY + layout.transform.offsetY
      guard y > rect.y + Double(size), y < below - 1.5 * Double(size) else { continue }
      text(up.label(value), x: right, centerY: y, size: size, theme.ink3, align: .right)
    }
  }

  /// The columns' names, where they say more than x and y.
  private mutating func drawAxisNames(_ layout: Layout, _ state: LabState) {
    let names = state.document.columnNames
    guard names.count == 2, names != ["x", "y"] else { return }
    let size = metrics.caption
    let pad = (0.8 * Double(size)).rounded()
    for (name, x, y, align) in [
      (names[0], layout.canvas.maxX - pad, layout.canvas.maxY - 2.6 * Double(size), TextAlign.right),
      (names[1], layout.canvas.x + pad, layout.canvas.y + 1.2 * Double(size), .left),
    ] {
      let width = font.pixels(name, size, .bold)
      let left = align == .left ? x : x - width
      canvas.fill(
        Rect(x: left - 3, y: y - 0.8 * Double(size), width: width + 6, height: 1.6 * Double(size)), cornerRadius: 3,
        theme.canvas.opacity(0.8))
      text(name, x: x, centerY: y, size: size, weight: .bold, theme.ink3, align: align)
    }
  }

  // MARK: - Points

  private mutating func drawPoints(_ layout: Layout, _ state: LabState, _ cloud: PaintedCloud) {
    let points = state.document.points
    guard !points.isEmpty else { return }
    let look = PointLook(count: points.count, metrics: metrics)
    let t = layout.transform
    if PointLook.isCrowd(points.count) {
      let density = PointDensity(
        scaleX: t.scaleX, offsetX: t.offsetX, scaleY: t.scaleY, offsetY: t.offsetY, radius: look.radius,
        opacity: look.opacity)
      if let order = cloud.order {
        canvas.draw(density, x: order.column(0).span, y: order.column(1).span, colors: cloud.colors)
      } else {
        canvas.draw(density, x: points.x.span, y: points.y.span, colors: cloud.colors)
      }
    } else {
      canvas.draw(
        PointBatch(
          x: points.x, y: points.y, scaleX: t.scaleX, offsetX: t.offsetX, scaleY: t.scaleY, offsetY: t.offsetY,
          colors: cloud.colors, radius: look.radius, opacity: look.opacity,
          rim: look.rimWidth > 0 ? theme.canvas.opacity(0.9) : nil, rimWidth: look.rimWidth))
    }
  }

  // MARK: - Components

  private mutating func drawTrail(_ component: CanvasScene.Component) {
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
    canvas.fill(discAt: first, radius: 3.75 * unit, theme.canvas.opacity(0.6))
    canvas.stroke(ringAt: first, radius: 3.75 * unit, width: metrics.ellipse2, color)
  }

  private mutating func drawEllipses(_ component: CanvasScene.Component, pointCount: Int) {
    let color = component.color(theme)
    canvas.stroke(component.twoSigma, style: StrokeStyle(width: metrics.ellipse2), color.opacity(0.9))
    if pointCount > 1000 {
      canvas.stroke(
        component.oneSigma, style: StrokeStyle(width: metrics.ellipse1 + 2 * metrics.scale), theme.canvas.opacity(0.75))
    }
    let dash = theme.isSquare(component.letter) ? [2.4 * metrics.ellipse1, 1.6 * metrics.ellipse1] : []
    canvas.stroke(
      component.oneSigma,
      style: StrokeStyle(width: metrics.ellipse1, dash: dash, cap: dash.isEmpty ? .round : .butt), color)
  }

  private mutating func drawHandles(_ component: CanvasScene.Component) {
    let color = component.color(theme)
    let handles = component.handles
    let unit = metrics.handleScale
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

  // MARK: - Tool outline

  private mutating func drawToolOutline(_ layout: Layout, _ state: LabState) {
    guard let pointer = state.interface.pointer, state.interface.hovered == nil, state.interface.overlay == nil else {
      return
    }
    let at = Point(pointer.x, pointer.y)
    guard layout.canvas.contains(at) else { return }
    let erases = state.interface.drag == .erase || state.tool == .eraser
    guard erases || state.tool == .brush else { return }
    let radius = state.brushRadius * metrics.scale
    canvas.stroke(ringAt: at, radius: radius, width: 3 * metrics.scale, theme.canvas.opacity(0.9))
    if erases {
      let circle = Ellipse(center: at, semiMajor: radius, semiMinor: radius, angle: 0)
      let dash = [4 * metrics.scale, 3 * metrics.scale]
      canvas.stroke(circle, style: StrokeStyle(width: 1.25 * metrics.scale, dash: dash, cap: .butt), theme.ink2)
    } else {
      canvas.stroke(ringAt: at, radius: radius, width: 1.25 * metrics.scale, theme.ink2)
    }
    for (dx, dy) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1)] {
      let near = 3 * metrics.scale
      let far = 7 * metrics.scale
      canvas.stroke(
        from: Point(at.x + dx * near, at.y + dy * near), to: Point(at.x + dx * far, at.y + dy * far),
        width: 1.25 * metrics.scale, theme.ink2)
    }
  }
}

/// How large and how opaque points are: less of both as they grow in number.
struct PointLook {
  let radius: Double
  let opacity: Double
  /// 0 where points are too small for a rim.
  let rimWidth: Double

  /// So many that they are drawn as a density: what lies over what can no longer be told.
  static func isCrowd(_ count: Int) -> Bool { count > 50_000 }

  init(count: Int, metrics: Metrics) {
    let n = Double(max(count, 1))
    radius = min(max(4.2 - log10(n / 150), 1), 4.2) * metrics.pointFactor
    opacity = n <= 1000 ? 0.95 : min(max(0.95 * pow(1000 / n, 0.3), 0.2), 0.95)
    rimWidth = radius >= 2.5 ? max(0.22 * radius, 0.9) : 0
  }
}
