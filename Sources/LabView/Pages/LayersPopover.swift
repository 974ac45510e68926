import LabCore
import Rasterizer

/// The list of layers with their switches.
extension Painter {
  mutating func drawLayers(_ part: LayersLayout, _ state: LabState) {
    log?.layer = .layers
    raised(part.frame, corner: metrics.cardCorner)
    text(
      words(.layers), x: part.frame.x + part.pad, centerY: part.headY, size: part.headSize, weight: .bold, theme.ink)
    let canReset = state.isEnabled(.resetLayers)
    plainGround(part.reset, look(of: .resetLayers, state.interface), enabled: canReset)
    text(
      words(.resetLayers), x: part.reset.midX, centerY: part.reset.midY.rounded(), size: metrics.caption, weight: .bold,
      canReset ? theme.ink2 : theme.off, align: .center)
    if state.interface.focused == .resetLayers { focusRing(part.reset.inset(by: 3 * metrics.scale), corner: 4) }
    for row in part.rows {
      let enabled = state.isEnabled(row.control)
      let look = look(of: row.control, state.interface)
      let ink = enabled ? theme.ink : theme.off
      drawSample(row.layer, center: Point(part.sampleX, row.rect.midY), size: part.sample, enabled: enabled)
      text(row.label, x: part.labelX, centerY: row.rect.midY.rounded(), size: part.size, ink)
      if let key = row.key {
        keyCap(
          key.text, x: key.x, centerY: row.rect.midY.rounded(), size: max(part.size - 1, 11), ground: theme.chrome,
          ink: theme.ink, border: theme.line)
      }
      drawSwitch(
        row.toggle, isOn: state.layers.switchedOn.contains(row.layer), enabled: enabled, isHovered: look != .rest)
      if state.interface.focused == row.control {
        focusRing(row.rect.inset(by: 4 * metrics.scale), corner: metrics.keyCorner)
      }
    }
  }

  /// A switch: accent where it is on.
  mutating func drawSwitch(_ rect: Rect, isOn: Bool, enabled: Bool, isHovered: Bool) {
    let unit = rect.height / 16
    let corner = rect.height / 2
    if isOn, enabled {
      canvas.fill(rect, cornerRadius: corner, isHovered ? theme.accent.hover : theme.accent.rest)
      canvas.fill(discAt: Point(rect.maxX - corner, rect.midY), radius: 5.5 * unit, theme.onAccent)
      return
    }
    canvas.fill(rect, cornerRadius: corner, isHovered && enabled ? theme.press : theme.track)
    if enabled {
      canvas.stroke(rect.inset(by: metrics.hairline / 2), cornerRadius: corner, width: metrics.hairline, theme.off)
    }
    let x = isOn ? rect.maxX - corner : rect.x + corner
    canvas.fill(discAt: Point(x, rect.midY), radius: 4 * unit, enabled ? theme.ink2 : theme.off)
  }

  /// What a layer looks like, in a small picture.
  private mutating func drawSample(_ layer: CanvasLayer, center: Point, size: Double, enabled: Bool) {
    let ink = enabled ? theme.ink2 : theme.off
    let u = size / 20
    func at(_ x: Double, _ y: Double) -> Point { Point(center.x + x * u, center.y + y * u) }
    func oval(_ scale: Double) -> Ellipse {
      Ellipse(center: center, semiMajor: 9 * scale * u, semiMinor: 6 * scale * u, angle: 0)
    }
    switch layer {
    case .points:
      for (x, y) in [(-7.0, 2.0), (-2, -3), (1, 3), (6, 2), (7, -4)] {
        canvas.fill(discAt: at(x, y), radius: 2.1 * u, ink)
      }
    case .oneSigma: canvas.stroke(oval(0.9), style: StrokeStyle(width: 2.5 * u), ink)
    case .twoSigma: canvas.stroke(oval(1), style: StrokeStyle(width: 1.25 * u), ink)
    case .threeSigma: canvas.stroke(oval(1), style: StrokeStyle(width: max(u, 1)), ink.opacity(0.55))
    case .trails:
      let path = [at(-8, 4), at(-3, -1), at(2, -2), at(8, -4)]
      canvas.stroke(polyline: path, style: StrokeStyle(width: 1.25 * u), ink)
      canvas.fill(discAt: path[0], radius: 2.6 * u, theme.raised)
      canvas.stroke(ringAt: path[0], radius: 2.6 * u, width: 1.25 * u, ink)
      for point in path.dropFirst() { canvas.fill(discAt: point, radius: 1.7 * u, ink) }
    case .letters:
      canvas.stroke(ringAt: center, radius: 6.5 * u, width: 1.5 * u, ink)
      text(
        ComponentName.letter(0), x: center.x, centerY: center.y, size: max(Int(9 * u), 8), weight: .bold, ink,
        align: .center)
    case .contours:
      for scale in [1, 0.66, 0.33] { canvas.stroke(oval(scale), style: StrokeStyle(width: max(u, 1)), ink) }
    case .regions:
      let frame = Rect(x: center.x - 9 * u, y: center.y - 6 * u, width: 18 * u, height: 12 * u)
      canvas.fill(
        polygon: [at(0, -6), at(3, 0), at(1, 6), at(-9, 6), at(-9, -6)], ink.opacity(0.18))
      canvas.stroke(frame, cornerRadius: u, width: max(u, 1), ink)
      canvas.stroke(polyline: [at(0, -6), at(3, 0), at(1, 6)], style: StrokeStyle(width: max(u, 1)), ink)
    case .uncertainty:
      canvas.fill(discAt: at(-8, 0), radius: 1.6 * u, ink)
      canvas.fill(discAt: at(-2.5, 0), radius: 2.6 * u, ink)
      canvas.fill(discAt: at(5, 0), radius: 4.2 * u, ink)
    case .truth:
      for (x, inner) in [(-5.5, 1.0), (5.5, 0.45)] {
        canvas.stroke(ringAt: at(x, 0), radius: 4 * u, width: 1.5 * u, ink)
        canvas.fill(discAt: at(x, 0), radius: 2.2 * u, ink.opacity(inner))
      }
    case .model:
      canvas.stroke(oval(0.9), style: StrokeStyle(width: 1.6 * u), ink)
      canvas.fill(discAt: center, radius: 2.2 * u, ink)
    }
  }
}
