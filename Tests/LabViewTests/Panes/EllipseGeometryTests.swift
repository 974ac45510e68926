import Foundation
import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct EllipseGeometryTests {
  /// Every point of the k σ ellipse has Mahalanobis distance k.
  @Test func theEllipseIsWhereTheDistanceIsOneSigma() throws {
    let covariance = CovarianceMatrix([[3, 1.2], [1.2, 0.9]])
    let model = GaussianMixture(weights: [1], means: [[2, -1]], covariances: [covariance])
    let bounds = DataRect(minX: -10, minY: -4, maxX: 30, maxY: 5)
    for aspect in [Aspect.equal, .independent] {
      let transform = CanvasTransform(
        Viewport(bounds: bounds), aspect: aspect, in: Rect(x: 50, y: 40, width: 700, height: 500))
      for sigmas in [1.0, 2] {
        let ellipse = EllipseGeometry.ellipse(model, component: 0, sigmas: sigmas, transform)
        for degrees in stride(from: 0.0, to: 360, by: 15) {
          let t = degrees * .pi / 180
          let (u, v) = (ellipse.semiMajor * cos(t), ellipse.semiMinor * sin(t))
          let pixel = Point(
            ellipse.center.x + u * cos(ellipse.angle) - v * sin(ellipse.angle),
            ellipse.center.y + u * sin(ellipse.angle) + v * cos(ellipse.angle))
          let p = transform.data(pixel)
          let (dx, dy) = (p.x - 2, p.y + 1)
          let determinant = 3 * 0.9 - 1.2 * 1.2
          let squared = (0.9 * dx * dx - 2 * 1.2 * dx * dy + 3 * dy * dy) / determinant
          #expect(abs(squared.squareRoot() - sigmas) < 1e-9)
        }
      }
    }
  }
}
