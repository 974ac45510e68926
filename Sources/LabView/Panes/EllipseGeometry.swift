import Foundation
import GaussianMixtures
import LabCore
import Rasterizer

/// Covariance ellipses on the screen.
enum EllipseGeometry {
  /// The ellipse `sigmas` standard deviations around a component's mean, in pixels.
  ///
  /// On the screen the covariance is S Σ S with S the axes' scales; its eigenvalues are the squared half-axes. For
  /// [[a, b], [b, c]] they are m ± √(d² + b²) with m = (a + c) / 2 and d = (a − c) / 2, and the long axis stands at
  /// ½ atan2(2b, a − c).
  static func ellipse(_ model: GaussianMixture, component k: Int, sigmas: Double, _ transform: CanvasTransform)
    -> Ellipse
  {
    let covariance = model.covariances[k]
    let a = covariance[0, 0] * transform.scaleX * transform.scaleX
    let b = covariance[0, 1] * transform.scaleX * transform.scaleY
    let c = covariance[1, 1] * transform.scaleY * transform.scaleY
    let middle = (a + c) / 2
    let half = (a - c) / 2
    let root = (half * half + b * b).squareRoot()
    return Ellipse(
      center: transform.pixel(DataPoint(model.means[k][0], model.means[k][1])),
      semiMajor: sigmas * max(middle + root, 0).squareRoot(), semiMinor: sigmas * max(middle - root, 0).squareRoot(),
      angle: root == 0 ? 0 : 0.5 * atan2(2 * b, a - c))
  }
}
