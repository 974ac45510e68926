import CRasterKernel
import Glibc

extension Canvas {
  /// Draws a straight line, `width` pixels wide. A line without length is a disc with a round cap and nothing with a
  /// butt cap.
  public mutating func stroke(from: Point, to: Point, width: Double, _ color: Color, cap: LineCap = .butt) {
    guard width > 0, from.isNumber, to.isNumber else { return }
    let half = min(width, farAway) / 2
    let from = from.reachable
    let to = to.reachable
    let length = hypot(to.x - from.x, to.y - from.y)
    guard length > 0 else {
      if cap == .round { fill(discAt: from, radius: half, color) }
      return
    }
    let dx = (to.x - from.x) / length * half
    let dy = (to.y - from.y) / length * half
    let reach = half + 1
    let bounds = Rect(
      x: min(from.x, to.x) - reach, y: min(from.y, to.y) - reach, width: abs(to.x - from.x) + 2 * reach,
      height: abs(to.y - from.y) + 2 * reach)
    guard var fill = scanlineFill(around: bounds) else { return }
    let angle = atan2(dy, dx)
    fill.move(to: Point(from.x + dy, from.y - dx))
    fill.line(to: Point(to.x + dy, to.y - dx))
    fill.addCap(cap, center: to, half: half, from: angle - .pi / 2, way: 1)
    fill.line(to: Point(to.x - dy, to.y + dx))
    fill.line(to: Point(from.x - dy, from.y + dx))
    fill.addCap(cap, center: from, half: half, from: angle + .pi / 2, way: 1)
    fill.fill(&self, color)
  }

  /// Draws a line through many points with round joins. However often it crosses itself, each pixel is blended once.
  /// A point that is not a number leaves a gap. One point alone is a dot with round caps.
  public mutating func stroke(polyline: [Point], closed: Bool = false, style: StrokeStyle, _ color: Color) {
    let source = color.premultiplied
    guard style.width > 0, source != 0,
      let stroke = Stroke(polyline, closed: closed, style: style, clip: clipRect)
    else { return }
    var painted = ContiguousArray(repeating: PaintedRow.nowhere, count: stroke.area.height)
    painted.withUnsafeMutableBufferPointer { painted in
      guard let base = painted.baseAddress else { return }
      withPixels(in: .nothing) { pixels, stride in
        stroke.paint(0..<stroke.area.height, source, on: pixels, stride: stride, painted: base)
      }
      stroke.touch(&clock, UnsafeBufferPointer(painted))
    }
  }
}
