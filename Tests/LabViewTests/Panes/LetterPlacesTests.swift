import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct LetterPlacesTests {
  private let canvas = Rect(x: 0, y: 0, width: 600, height: 400)
  private var transform: CanvasTransform {
    CanvasTransform(
      Viewport(bounds: DataRect(minX: 0, minY: 0, maxX: 600, maxY: 400)), aspect: .equal, in: canvas)
  }
  private func circle(_ x: Double, _ y: Double, _ radius: Double) -> Ellipse {
    Ellipse(center: Point(x, y), semiMajor: radius, semiMinor: radius, angle: 0)
  }
  private func places(_ ellipses: [Ellipse], _ points: [Point] = []) -> [Point?] {
    let data = points.map { transform.data($0) }
    let cloud = PointCloud(x: data.map(\.x), y: data.map(\.y), revision: Revision(1))
    return LetterPlaces(ellipses, radius: 12, points: cloud, transform, canvas: canvas).outside
  }

  @Test func aLargeGroupKeepsItsLetterAndASmallOneShowsItself() {
    let found = places([circle(150, 200, 60), circle(400, 200, 12)])
    #expect(found[0] == nil)
    let place = found[1] ?? Point(400, 200)
    // 1.9 radii beyond the edge.
    #expect(place.distance(to: Point(400, 200)) >= 12 + 1.9 * 12 - 1e-9)
  }

  @Test func ofTwoLettersThatWouldOverlapTheSmallerGoesOutside() {
    let found = places([circle(200, 200, 50), circle(215, 200, 80)])
    #expect(found[0] != nil && found[1] == nil)
    let place = found[0] ?? Point(215, 200)
    #expect(place.distance(to: Point(215, 200)) >= 2.4 * 12)
  }

  @Test func aLetterGoesWhereItHidesFewest() {
    // Points everywhere to the right of the group.
    let points = (0..<400).map { Point(310 + Double($0 % 20) * 5, 150 + Double($0 / 20) * 5) }
    let place = places([circle(300, 200, 10)], points)[0] ?? Point(999, 0)
    #expect(points.allSatisfy { $0.distance(to: place) > 12 })
  }

  @Test func lettersStayOnTheCanvasAndApart() {
    let small = [circle(4, 4, 8), circle(20, 8, 8), circle(596, 396, 5), circle(300, 200, 9), circle(308, 204, 9)]
    let found = places(small).compactMap { $0 }
    #expect(found.count == small.count)
    for (index, place) in found.enumerated() {
      #expect(canvas.inset(by: 12).contains(place))
      for other in found.dropFirst(index + 1) { #expect(place.distance(to: other) >= 2.4 * 12) }
    }
  }

  @Test func strangeEllipsesAreNoProblem() {
    let strange = [
      circle(.nan, 3, 2), circle(1e300, 1, 1), circle(100, 100, 0), circle(100, 100, .infinity), circle(-50, 10, 3),
    ]
    #expect(places(strange).count == strange.count)
    #expect(places([]).isEmpty)
  }
}
