import Foundation
import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Bayes' arithmetic of the point under the pointer.
struct InspectionTests {
  private func scene() -> Scene {
    var scene = Scene()
    scene.perform(.view(.chooseTool(.inspect)), .run(.stepForward), .tick(1))
    return scene
  }

  @Test func itIsThatOfTheNearestPoint() {
    var scene = scene()
    var generator = SeededGenerator(seed: 5)
    var found = 0
    for _ in 0..<200 {
      let place = Point(
        scene.layout.canvas.x + generator.uniform() * scene.layout.canvas.width,
        scene.layout.canvas.y + generator.uniform() * scene.layout.canvas.height)
      scene.move(to: place)
      let distances = (0..<scene.points.count).map { index in
        let pixel = scene.pixel(scene.points.x[index], scene.points.y[index])
        return hypot(pixel.x - place.x, pixel.y - place.y)
      }
      let inspection = Inspection(scene.state, scene.layout)
      let nearest = distances.min() ?? .infinity
      // As far as 14 window units from it, as on a screen a hand can point.
      #expect((inspection != nil) == (nearest <= 14 * scene.layout.metrics.scale))
      if let inspection {
        found += 1
        #expect(distances[inspection.index] == nearest)
        #expect(inspection.position == scene.points[inspection.index])
      }
    }
    #expect(found > 20)
  }

  /// weight × density = product; the products' sum is the density of the mixture, and each product's share is owned.
  @Test func theArithmeticIsThatOfTheMixture() throws {
    var scene = scene()
    for index in [0, 60, 149] {
      scene.move(to: scene.pixel(scene.points.x[index], scene.points.y[index]))
      let inspection = try #require(Inspection(scene.state, scene.layout))
      let point = try Dataset(rows: [[scene.points.x[inspection.index], scene.points.y[inspection.index]]])
      let owners = try scene.model.responsibilities(of: point).row(0)
      #expect(abs(inspection.sum - (try scene.model.densities(of: point)[0])) < 1e-12 * inspection.sum)
      #expect(inspection.rows.map(\.letter) == [0, 1, 2] && inspection.rows.map(\.weight) == scene.model.weights)
      for (k, row) in inspection.rows.enumerated() {
        #expect(row.product == row.weight * row.density)
        #expect(abs(row.responsibility - row.product / inspection.sum) < 1e-12)
        #expect(abs(row.responsibility - owners[k]) < 1e-12)
      }
    }
  }
}
