import Foundation
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct TrailPathTests {
  private let transform = CanvasTransform(
    Viewport(bounds: DataRect(minX: 0, minY: 0, maxX: 1000, maxY: 1000)), aspect: .equal,
    in: Rect(x: 0, y: 0, width: 1000, height: 1000))

  private func path(_ count: Int, _ place: (Int) -> [Double]) -> [Point] {
    TrailPath.points((0..<count).map(place)[...], ModelPlane(across: 0, up: 1), transform)
  }

  @Test func shortTrailsAreDrawnWhole() {
    #expect(path(0) { _ in [0, 0] }.isEmpty)
    #expect(path(TrailPath.few) { [500 + Double($0) * 1e-6, 500] }.count == TrailPath.few)
  }

  @Test func longTrailsKeepTheirEndsAndTheirShape() throws {
    // Ever smaller steps towards a place, as EM takes them.
    for count in [100, 1000, 100_000] {
      let points = path(count) { [900 - 800 * exp(-Double($0) / 50), 100 + 300 * exp(-Double($0) / 20)] }
      #expect(points.count < 800, "\(count) steps")
      #expect(points.first == transform.pixel(DataPoint(100, 400)))
      let end = try #require(points.last)
      #expect(abs(end.x - (900 - 800 * exp(-Double(count - 1) / 50))) < 1e-9)
      for (one, next) in zip(points, points.dropFirst()) {
        #expect(hypot(next.x - one.x, next.y - one.y) < 30 * max(1, Double(count) / 2000))
      }
    }
  }
}
