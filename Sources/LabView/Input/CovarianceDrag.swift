import GaussianMixtures
import Glibc
import LabCore
import Rasterizer

/// What dragging a handle makes of a component's covariance.
enum CovarianceDrag {
  /// The covariance whose 1 σ ellipse has the dragged handle under the pointer; `nil` where that is no ellipse.
  ///
  /// Handles 0 and 2 are the ends of the first axis, 1 and 3 of the second, 4 the knob that turns. `angle` is where the
  /// first axis stood when the drag began; stretching keeps it, so either axis may become the longer one.
  static func covariance(
    _ state: LabState, _ component: Int, handle: Int, angle: Double, to point: Point, _ transform: CanvasTransform,
    letterRadius: Double
  ) -> DataCovariance? {
    let model = state.document.points.seen(state.mixtureOnShow)
    guard model.covariances.indices.contains(component) else { return nil }
    let ellipse = EllipseGeometry.ellipse(model, component: component, sigmas: 1, transform)
    let dx = point.x - ellipse.center.x
    let dy = point.y - ellipse.center.y
    let spread = CanvasScene.Handles.spread(ellipse, letterRadius: letterRadius)
    var angle = angle
    var first = ellipse.radius(at: angle)
    var second = ellipse.radius(at: angle + .pi / 2)
    switch handle {
    case 0, 2: first = max(CanvasScene.Handles.axis(abs(dx * cos(angle) + dy * sin(angle)), spread), 2)
    case 1, 3: second = max(CanvasScene.Handles.axis(abs(dy * cos(angle) - dx * sin(angle)), spread), 2)
    default:
      first = ellipse.semiMajor
      second = ellipse.semiMinor
      angle = atan2(dy, dx)
    }
    // Back to data units: S⁻¹ R diag(first², second²) Rᵀ S⁻¹ with S the axes' scales.
    let (c, s) = (cos(angle), sin(angle))
    let xx = (first * first * c * c + second * second * s * s) / (transform.scaleX * transform.scaleX)
    let xy = (first * first - second * second) * c * s / (transform.scaleX * transform.scaleY)
    let yy = (first * first * s * s + second * second * c * c) / (transform.scaleY * transform.scaleY)
    guard xx.isFinite, xy.isFinite, yy.isFinite else { return nil }
    return DataCovariance(xx: xx, xy: xy, yy: yy)
  }
}

extension Ellipse {
  /// The half-length along a direction, √(uᵀ Σ u) for the ellipse of covariance Σ: an axis has its own length.
  fileprivate func radius(at direction: Double) -> Double {
    let c = cos(direction - angle) * semiMajor
    let s = sin(direction - angle) * semiMinor
    return (c * c + s * s).squareRoot()
  }
}
