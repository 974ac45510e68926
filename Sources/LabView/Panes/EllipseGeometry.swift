import GaussianMixtures
import LabCore
import Rasterizer

/// Covariance ellipses on the screen.
enum EllipseGeometry {
  /// The ellipse `sigmas` standard deviations around a component's mean, in pixels.
  static func ellipse(_ model: GaussianMixture, component k: Int, sigmas: Double, _ transform: CanvasTransform)
    -> Ellipse
  {
    let axes = model.covariances[k].principalAxes(scales: (transform.scaleX, transform.scaleY))
    return Ellipse(
      center: transform.pixel(DataPoint(model.means[k][0], model.means[k][1])),
      semiMajor: sigmas * (axes?.long ?? 0), semiMinor: sigmas * (axes?.short ?? 0), angle: axes?.angle ?? 0)
  }
}
