import Foundation
import GaussianMixtures
import LabCore
import Rasterizer

/// What dragging a handle makes of a component's covariance.
enum CovarianceDrag {
  /// The covariance whose 1 σ ellipse has the dragged handle under the pointer; `nil` where that is no ellipse.
  ///
  /// Handles 0 and 2 are the ends of the first axis, 1 and 3 of the second, 4 the knob that turns. The first axis
  /// stays the longer one, so that a handle keeps its meaning throughout a drag.
  static func covariance(
    _ state: LabState, _ component: Int, handle: Int, to point: Point, _ transform: CanvasTransform
  ) -> Matrix? {
    let model = state.document.timeline.current.model
    guard model.covariances.indices.contains(component) else { return nil }
    let ellipse = EllipseGeometry.ellipse(model, component: component, sigmas: 1, transform)
    let dx = point.x - ellipse.center.x
    let dy = point.y - ellipse.center.y
    var angle = ellipse.angle
    var long = ellipse.semiMajor
    var short = ellipse.semiMinor
    switch handle {
    case 0, 2: long = max(abs(dx * cos(angle) + dy * sin(angle)), short)
    case 1, 3: short = min(max(abs(dy * cos(angle) - dx * sin(angle)), 2), long)
    default: angle = atan2(dy, dx)
    }
    // Back to data units: S⁻¹ R diag(long², short²) Rᵀ S⁻¹ with S the axes' scales.
    let (c, s) = (cos(angle), sin(angle))
    let xx = (long * long * c * c + short * short * s * s) / (transform.scaleX * transform.scaleX)
    let xy = (long * long - short * short) * c * s / (transform.scaleX * transform.scaleY)
    let yy = (long * long * s * s + short * short * c * c) / (transform.scaleY * transform.scaleY)
    guard xx.isFinite, xy.isFinite, yy.isFinite else { return nil }
    return Matrix([[xx, xy], [xy, yy]])
  }
}
