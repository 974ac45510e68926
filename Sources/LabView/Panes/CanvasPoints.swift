import Glibc
import LabCore
import Rasterizer

/// The points, one by one or as a density.
extension Painter {
  mutating func drawPoints(_ layout: Layout, _ state: LabState, _ cloud: PaintedCloud) {
    let points = state.document.points
    guard !points.isEmpty, state.layers.shows(.points) else { return }
    let look = PointLook(count: points.count, metrics: metrics)
    let t = layout.transform
    if PointLook.isCrowd(points.count) {
      let density = PointDensity(
        scaleX: t.scaleX, offsetX: t.offsetX, scaleY: t.scaleY, offsetY: t.offsetY, radius: look.radius,
        opacity: look.opacity)
      if let order = cloud.order {
        let plane = points.plane
        canvas.draw(
          density, x: order.column(plane.across).span, y: order.column(plane.up).span, colors: cloud.colors,
          runs: cloud.runs)
      } else {
        canvas.draw(density, x: points.x.span, y: points.y.span, colors: cloud.colors)
      }
    } else {
      var batch = PointBatch(
        x: points.x, y: points.y, scaleX: t.scaleX, offsetX: t.offsetX, scaleY: t.scaleY, offsetY: t.offsetY,
        colors: cloud.colors, radius: look.radius, opacity: look.opacity,
        rim: look.rimWidth > 0 ? theme.canvas.opacity(0.9) : nil, rimWidth: look.rimWidth)
      if state.layers.shows(.truth), !points.groups.isEmpty { drawTruth(batch, state) }
      guard cloud.sizes != nil || cloud.shapes != nil, case .each(let colors) = cloud.colors else {
        return canvas.draw(batch)
      }
      let kinds = Dictionary(grouping: colors.indices) { point in
        PointKind(step: cloud.sizes?[point] ?? 0, shape: cloud.shapes?[point] ?? .disc)
      }
      // The small first: what is uncertain is what there is to see.
      for (kind, some) in kinds.sorted(by: { $0.key < $1.key }) {
        batch.x = some.map { points.x[$0] }
        batch.y = some.map { points.y[$0] }
        batch.colors = .each(some.map { colors[$0] })
        if cloud.sizes != nil { batch.radius = look.radius * PointSizes.factor(kind.step) }
        batch.shape = kind.shape
        canvas.draw(batch)
      }
    }
  }
}

/// Points that are drawn together.
private struct PointKind: Hashable, Comparable {
  /// Of the sizes.
  let step: UInt8
  let shape: PointShape

  static func < (a: PointKind, b: PointKind) -> Bool {
    (a.step, a.shape.rawValue) < (b.step, b.shape.rawValue)
  }
}

extension Painter {
  /// Rims in the colors of the groups that the file names: the color of the component that stands for a group.
  private mutating func drawTruth(_ points: PointBatch, _ state: LabState) {
    let groups = state.document.points.groups
    var rims = points
    let known = groups.indices.filter { groups[$0] >= 0 }
    rims.x = known.map { points.x[$0] }
    rims.y = known.map { points.y[$0] }
    rims.radius = max(1.75 * points.radius, points.radius + 1.5)
    rims.colors = .each(
      known.map { theme.component(state.agreement?.letters[groups[$0]] ?? groups[$0]).rgb })
    canvas.draw(rims)
    rims.radius = max(1.25 * points.radius, points.radius + 0.5)
    rims.colors = .uniform(theme.canvas)
    rims.opacity = 1
    rims.rim = nil
    canvas.draw(rims)
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
