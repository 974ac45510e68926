import Foundation
import Rasterizer
import Testing

@testable import LabView

struct CurvePathTests {
  @Test func shortCurvesAreDrawnWhole() {
    #expect(CurvePath.points([]).isEmpty)
    let few = (0..<CurvePath.few).map { Point(Double($0) * 0.01, 5) }
    #expect(CurvePath.points(few) == few)
  }

  @Test func longCurvesKeepTheirEndsAndTheirShape() {
    let all = (0..<20_000).map { Point(Double($0) * 0.015, 200 * exp(-Double($0) / 30)) }
    let points = CurvePath.points(all)
    #expect(points.count < 900 && points.first == all.first && points.last == all.last)
    // No point that was left out is further from one that was kept than the resolution.
    var place = 0
    for point in all {
      while place + 1 < points.count, points[place + 1].x <= point.x { place += 1 }
      #expect(abs(points[place].x - point.x) <= 0.75 && abs(points[place].y - point.y) <= 0.75)
    }
  }
}
