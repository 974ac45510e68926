import Glibc
import LabCore
import Rasterizer

/// The points, one by one or as a density.
extension Painter {
  mutating func drawPoints(_ layout: Layout, _ state: LabState, _ cloud: PaintedCloud) {
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
