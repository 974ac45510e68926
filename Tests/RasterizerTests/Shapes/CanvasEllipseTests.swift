import Foundation
import Rasterizer
import Testing

struct CanvasEllipseTests {
  static let ellipses = [
    Ellipse(center: Point(32.3, 31.8), semiMajor: 28, semiMinor: 15, angle: 0.5),
    Ellipse(center: Point(30, 30), semiMajor: 25, semiMinor: 25, angle: 0),
    Ellipse(center: Point(33.1, 30.4), semiMajor: 29, semiMinor: 2, angle: 2.2),
    Ellipse(center: Point(32.5, 32.5), semiMajor: 5, semiMinor: 20, angle: -0.3),
    Ellipse(center: Point(20.2, 20.7), semiMajor: 3, semiMinor: 3, angle: 0),
    Ellipse(center: Point(20.2, 20.7), semiMajor: 1, semiMinor: 1, angle: 0),
  ]

  @Test(arguments: ellipses)
  func coverageIsExact(ellipse: Ellipse) {
    let coverage = Coverage { $0.fill(ellipse, white) }
    let exact = exactCoverage(width: 64, height: 64) { interval(of: ellipse, at: $0) }
    #expect(coverage.rootMeanSquare(from: exact) < 1)
    #expect(abs(coverage.area - .pi * ellipse.semiMajor * ellipse.semiMinor) < 0.1)
  }

  /// The stroke is the outer offset curve's inside without the inner one's; its area is the width times the perimeter.
  @Test(arguments: ellipses.prefix(2))
  func strokeArea(ellipse: Ellipse) {
    let coverage = Coverage { $0.stroke(ellipse, style: StrokeStyle(width: 3), white) }
    let (a, b) = (ellipse.semiMajor, ellipse.semiMinor)
    let steps = 10_000
    let perimeter = (0..<steps).reduce(0.0) { sum, i in
      let t = (Double(i) + 0.5) / Double(steps) * 2 * .pi
      return sum + (a * a * sin(t) * sin(t) + b * b * cos(t) * cos(t)).squareRoot() * 2 * .pi / Double(steps)
    }
    #expect(abs(coverage.area - 3 * perimeter) < 0.3)
  }

  /// A circle's stroke, compared pixel by pixel.
  @Test func ringIsExact() {
    let center = Point(31.7, 32.4)
    let coverage = Coverage { $0.stroke(ringAt: center, radius: 20, width: 3, white) }
    let outer = exactCoverage(width: 64, height: 64) {
      interval(of: Ellipse(center: center, semiMajor: 21.5, semiMinor: 21.5, angle: 0), at: $0)
    }
    let inner = exactCoverage(width: 64, height: 64) {
      interval(of: Ellipse(center: center, semiMajor: 18.5, semiMinor: 18.5, angle: 0), at: $0)
    }
    #expect(coverage.rootMeanSquare(from: zip(outer, inner).map { $0 - $1 }) < 1)
    let ellipse = Ellipse(center: center, semiMajor: 20, semiMinor: 20, angle: 1)
    let stroked = Coverage { $0.stroke(ellipse, style: StrokeStyle(width: 3), white) }
    #expect(stroked.rootMeanSquare(from: zip(outer, inner).map { $0 - $1 }) < 1)
  }

  @Test func turningKeepsTheArea() {
    for angle in stride(from: -3.0, to: 7, by: 0.37) {
      let ellipse = Ellipse(center: Point(32, 32), semiMajor: 26, semiMinor: 9, angle: angle)
      #expect(abs(Coverage { $0.fill(ellipse, white) }.area - .pi * 26 * 9) < 0.1)
    }
  }

  /// Half a turn and swapped axes at a quarter turn are the same ellipse.
  @Test func twoDescriptionsOnePicture() {
    let one = Ellipse(center: Point(31, 33), semiMajor: 26, semiMinor: 9, angle: 0.4)
    let two = Ellipse(center: Point(31, 33), semiMajor: 9, semiMinor: 26, angle: 0.4 + .pi / 2)
    let first = Coverage { $0.fill(one, white) }
    let second = Coverage { $0.fill(two, white) }
    for (p, q) in zip(first.values, second.values) { #expect(max(p, q) - min(p, q) <= 4) }
  }

  @Test func aLineWiderThanTheEllipseLeavesNoHole() {
    let ellipse = Ellipse(center: Point(32, 32), semiMajor: 20, semiMinor: 2, angle: 0.3)
    let coverage = Coverage { $0.stroke(ellipse, style: StrokeStyle(width: 6), white) }
    #expect(coverage[32, 32] == 255)
    let flat = Ellipse(center: Point(32, 32), semiMajor: 20, semiMinor: 0.01, angle: 0)
    #expect(abs(Coverage { $0.stroke(flat, style: StrokeStyle(width: 4), white) }.area - (160 + 4 * .pi)) < 2)
  }

  /// A radius of a million pixels: the visible arc is nearly straight, and right.
  @Test func theEdgeOfAHugeDisc() {
    let coverage = Coverage { $0.fill(discAt: Point(-1e6 + 20, 32), radius: 1e6, white) }
    for y in [0, 31, 63] {
      #expect(coverage[19, y] >= 250)
      #expect(coverage[20, y] <= 5)
    }
    let ring = Coverage { $0.stroke(ringAt: Point(32, 1e6 + 32.5), radius: 1e6, width: 1, white) }
    #expect(abs(ring.area - 64) < 1.5)
  }

  /// Of an ellipse thousands of pixels large only the tip of its bend is in sight, at any angle.
  @Test(arguments: [0.3, 0.8, 1.3, 2.2], [(4000.0, 900.0), (30_000, 20_000)])
  func theTipOfAHugeEllipse(_ angle: Double, _ axes: (Double, Double)) {
    let (a, b) = axes
    let (c, s) = (cos(angle), sin(angle))
    let halfWidth = (a * a * c * c + b * b * s * s).squareRoot()
    // Where the bend is rightmost, seen from the center.
    let tip = Point(halfWidth, (a * a - b * b) * s * c / halfWidth)
    for (way, edge) in [(1.0, 12.0), (-1, 52)] {
      let ellipse = Ellipse(
        center: Point(edge - way * tip.x, 32 - way * tip.y), semiMajor: a, semiMinor: b, angle: angle)
      let coverage = Coverage { $0.fill(ellipse, white) }
      let exact = exactCoverage(width: 64, height: 64) { interval(of: ellipse, at: $0) }
      #expect(coverage.area > 50 && abs(coverage.area - exact.reduce(0, +)) < 3)
    }
  }

  @Test func arcs() {
    let quarter = Coverage {
      $0.stroke(arcAt: Point(30, 30), radius: 20, from: 0, to: .pi / 2, width: 4, white, cap: .butt)
    }
    #expect(abs(quarter.area - 4 * 20 * .pi / 2) < 0.2)
    // Clockwise on screen: from +x down to +y.
    #expect(quarter[44, 44] == 255)
    #expect(quarter[16, 16] == 0)
    let round = Coverage { $0.stroke(arcAt: Point(30, 30), radius: 20, from: 0, to: .pi / 2, width: 4, white) }
    #expect(abs(round.area - (4 * 20 * .pi / 2 + .pi * 4)) < 0.2)
    let backwards = Coverage { $0.stroke(arcAt: Point(30, 30), radius: 20, from: .pi / 2, to: 0, width: 4, white) }
    #expect(abs(round.area - backwards.area) < 0.05)
    let turn = Coverage { $0.stroke(arcAt: Point(30, 30), radius: 20, from: 1, to: 9, width: 4, white) }
    #expect(turn == Coverage { $0.stroke(ringAt: Point(30, 30), radius: 20, width: 4, white) })
  }
}
