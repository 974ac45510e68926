import LabCore
import Rasterizer

/// Rings that leave the points an E-step gave to another component, once, in the color of the new owner.
extension Painter {
  mutating func drawOwnerPulse(_ layout: Layout, _ state: LabState) {
    guard let change = state.ownerChange, state.layers.shows(.model), state.layers.shows(.points),
      let pulse = change.pulse(at: state.now)
    else { return }
    let points = state.document.points
    let radius = PointLook(count: points.count, metrics: metrics).radius + (2 + 5 * pulse) * metrics.unit
    for (point, letter) in zip(change.points, change.letters) where points.indices.contains(point) {
      canvas.stroke(
        ringAt: layout.transform.pixel(points[point]), radius: radius, width: 2 * metrics.unit,
        theme.component(letter).opacity(1 - pulse))
    }
  }

  /// Around a point that is pointed at: the shares of its two largest owners, as arcs.
  mutating func drawOwnerArcs(_ inspection: Inspection, at center: Point) {
    let owners = inspection.rows.sorted { $0.responsibility > $1.responsibility }.prefix(2)
    let sum = owners.reduce(0) { $0 + $1.responsibility }
    guard inspection.isOwned, owners.count == 2, sum > 0 else { return }
    let (radius, width, gap) = (11 * metrics.unit, 3.5 * metrics.unit, 0.26)
    canvas.stroke(ringAt: center, radius: radius, width: width + 2 * metrics.unit, theme.canvas.opacity(0.8))
    var from = -Double.pi / 2
    for owner in owners {
      let turn = 2 * Double.pi * owner.responsibility / sum
      if turn > gap {
        canvas.stroke(
          arcAt: center, radius: radius, from: from + gap / 2, to: from + turn - gap / 2, width: width,
          theme.component(owner.letter), cap: .butt)
      }
      from += turn
    }
  }
}
