import Foundation
import Rasterizer
import Testing

struct ScanlineFillTests {
  /// The shoelace formula.
  static func area(of polygon: [Point]) -> Double {
    var sum = 0.0
    for (p, q) in zip(polygon, polygon.dropFirst() + [polygon[0]]) { sum += p.x * q.y - q.x * p.y }
    return abs(sum) / 2
  }

  @Test func trianglesCoverTheirArea() {
    var dice = Dice(seed: 4)
    for _ in 0..<60 {
      let triangle = (0..<3).map { _ in Point(dice.uniform(2, 62), dice.uniform(2, 62)) }
      let coverage = Coverage { $0.fill(polygon: triangle, white) }
      // Each pixel on the edge is rounded by at most half a 255th, and there are up to 200 of them.
      #expect(abs(coverage.area - ScanlineFillTests.area(of: triangle)) < 0.1)
    }
  }

  @Test func directionDoesNotMatter() {
    let triangle = [Point(3, 5), Point(50, 20), Point(14, 60)]
    #expect(Coverage { $0.fill(polygon: triangle, white) } == Coverage { $0.fill(polygon: triangle.reversed(), white) })
  }

  /// A pentagram's middle has winding number two: non-zero, so filled.
  @Test func nonZeroWinding() {
    let star = (0..<5).map { i in
      Point(32 + 28 * sin(Double(i) * 4 * .pi / 5), 32 - 28 * cos(Double(i) * 4 * .pi / 5))
    }
    let coverage = Coverage { $0.fill(polygon: star, white) }
    #expect(coverage[32, 32] == 255)
  }

  @Test func neighborsMeetWithoutOverlapOrGap() {
    let left = Coverage { $0.fill(polygon: [Point(5, 5), Point(40.3, 5), Point(20.7, 50), Point(5, 50)], white) }
    let right = Coverage { $0.fill(polygon: [Point(40.3, 5), Point(60, 5), Point(60, 50), Point(20.7, 50)], white) }
    for (p, q) in zip(left.values, right.values) { #expect(p + q == 0 || (p + q >= 254 && p + q <= 256)) }
  }

  @Test func cutOffAtEveryBorder() {
    let huge = [Point(-1e9, -1e9), Point(1e9, -1e9), Point(1e9, 1e9), Point(-1e9, 1e9)]
    #expect(Coverage { $0.fill(polygon: huge, white) }.area == 64 * 64)
    let half = [Point(-1e9, -1e9), Point(1e9, 1e9), Point(-1e9, 1e9)]
    #expect(abs(Coverage { $0.fill(polygon: half, white) }.area - 64 * 64 / 2) < 0.5)
  }

  @Test func fewerThanThreeCornersAreEmpty() {
    #expect(Coverage { $0.fill(polygon: [Point(1, 1), Point(30, 30)], white) }.area == 0)
    #expect(Coverage { $0.fill(polygon: [], white) }.area == 0)
    #expect(Coverage { $0.fill(polygon: [Point(1, 1), Point(.nan, 3), Point(30, 30)], white) }.area == 0)
  }
}
