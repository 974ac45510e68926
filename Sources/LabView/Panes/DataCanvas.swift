import Foundation
import GaussianMixtures
import LabCore
import Rasterizer

/// The data: grid, points, ellipses, means. From back to front.
extension Painter {
  /// Grid, 1 σ fills and points: what stays the same while only the mouse moves.
  mutating func drawGround(_ scene: CanvasScene, _ layout: Layout, _ state: LabState, _ cloud: PaintedCloud) {
    canvas.fill(layout.canvas, theme.canvas)
    drawGrid(layout, state)
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
    drawAxisNames(layout, state)
    drawToolOutline(layout, state)
  }

  private mutating func drawFills(_ scene: CanvasScene) {
    for component in scene.components {
      canvas.fill(component.oneSigma, component.color(theme).opacity(theme.ellipseFill))
    }
  }

  /// A letter outside makes way for the pointer; one on its mean is what there is to grab.
  private func letterOpacity(_ component: CanvasScene.Component, _ state: LabState) -> Double {
    guard component.isLetterOutside, let pointer = state.interface.pointer, state.interface.drag == nil else {
      return 1
    }
    let isNear = component.letterCenter.distance(to: Point(pointer.x, pointer.y)) < 2 * metrics.meanRadius
    return isNear ? 0.25 : 1
  }

  /// The mean as a dot, and a line from the edge of the ellipse to the letter.
  private mutating func drawLeader(_ component: CanvasScene.Component, _ state: LabState) {
    let color = component.color(theme)
    let (mean, letter) = (component.mean, component.letterCenter)
    let radius = metrics.meanRadius
    canvas.fill(discAt: mean, radius: 0.26 * radius, theme.canvas)
    canvas.fill(discAt: mean, radius: 0.16 * radius, color)
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

  // MARK: - Grid

  private mutating func drawGrid(_ layout: Layout, _ state: LabState) {
    let shown = layout.transform.dataRect(layout.canvas)
    let rect = layout.canvas
    let spacing = 80 * metrics.unit * (metrics.isProjector ? 0.9 : 1)
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
    let names = axisNames(layout, state)
    let em = Double(size)
    let below = (rect.maxY - (metrics.sizeClass == .smallProjector ? 0.85 : 1.26) * em).rounded()
    let widest = up.values.map { font.pixels(up.label($0), size) }.max() ?? 0
    let least = metrics.sizeClass == .smallProjector ? 0 : 2.85 * em
    let right = (rect.x + max(least, widest + 0.55 * em)).rounded()
    for value in across.values {
      let x = value * layout.transform.scaleX + layout.transform.offsetX
      let label = across.label(value)
      let width = font.width(of: label, TextStyle(size: size, weight: .book))
      guard x - width / 2 > right + 0.3 * em, x + width / 2 < rect.maxX - 2 else { continue }
      text(label, x: x, centerY: below, size: size, theme.ink3, align: .center)
    }
    for value in up.values {
      let y = value * layout.transform.scaleY + layout.transform.offsetY
      guard y > rect.y + em, y < below - 1.5 * em else { continue }
      // The name of the axis keeps its place.
      let label = Rect(x: right - widest, y: y - 0.7 * em, width: widest, height: 1.4 * em)
      guard names.allSatisfy({ label.intersection($0.rect).isEmpty }) else { continue }
      text(up.label(value), x: right, centerY: y, size: size, theme.ink3, align: .right)
    }
  }

  private struct AxisName {
    let text: String
    let rect: Rect
  }

  /// The columns' names, where they say more than x and y: at the ends of the axes, as much of them as there is room for.
  private func axisNames(_ layout: Layout, _ state: LabState) -> [AxisName] {
    let names = state.document.columnNames
    guard names.count == 2, names != DataSource.plainColumnNames else { return [] }
    let em = Double(metrics.caption)
    let style = TextStyle(size: metrics.caption, weight: .bold)
    let pad = (0.5 * em).rounded()
    func name(_ text: String, right: Double?, y: Double) -> AxisName {
      let shown = font.truncate(text, style, to: layout.canvas.width - 4 * pad)
      let width = font.width(of: shown, style).rounded(.up) + 2 * pad
      let x = right.map { $0 - width } ?? layout.canvas.x + pad
      return AxisName(text: shown, rect: Rect(x: x, y: y, width: width, height: (1.6 * em).rounded()))
    }
    return [
      name(names[0], right: layout.canvas.maxX - pad, y: (layout.canvas.maxY - 3.5 * em).rounded()),
      name(names[1], right: nil, y: layout.canvas.y + pad),
    ]
  }

  private mutating func drawAxisNames(_ layout: Layout, _ state: LabState) {
    for name in axisNames(layout, state) {
      canvas.fill(name.rect, cornerRadius: metrics.keyCorner, theme.canvas.opacity(0.8))
      text(
        name.text, x: name.rect.midX, centerY: name.rect.midY.rounded(), size: metrics.caption, weight: .bold,
        theme.ink3, align: .center)
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
    // Two components of one color side by side: the square one is dashed.
    func style(_ width: Double, on: Double, off: Double) -> StrokeStyle {
      theme.isSquare(component.letter)
        ? StrokeStyle(width: width, dash: [on * width, off * width], cap: .butt) : StrokeStyle(width: width)
    }
    canvas.stroke(component.twoSigma, style: style(metrics.ellipse2, on: 6, off: 4), color.opacity(0.9))
    if pointCount > 1000 {
      canvas.stroke(
        component.oneSigma, style: StrokeStyle(width: metrics.ellipse1 + 2 * metrics.scale), theme.canvas.opacity(0.75))
    }
    canvas.stroke(component.oneSigma, style: style(metrics.ellipse1, on: 2.4, off: 1.6), color)
  }

  private mutating func drawHandles(_ component: CanvasScene.Component) {
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
