import Foundation
import Rasterizer
import Testing

struct CanvasLineTests {
  @Test func areaIsLengthTimesWidth() {
    for angle in stride(from: 0.0, to: 6.3, by: 0.21) {
      for width in [0.5, 1, 2.5, 6] {
        let to = Point(32.2 + 22 * cos(angle), 31.9 + 22 * sin(angle))
        let butt = Coverage { $0.stroke(from: Point(32.2, 31.9), to: to, width: width, white) }
        #expect(abs(butt.area - 22 * width) < 0.15)
        let round = Coverage { $0.stroke(from: Point(32.2, 31.9), to: to, width: width, white, cap: .round) }
        #expect(abs(round.area - (22 * width + .pi * width * width / 4)) < 0.15)
      }
    }
  }

  @Test func hairlinesAreSharp() {
    let coverage = Coverage { $0.stroke(from: Point(4, 10.5), to: Point(60, 10.5), width: 1, white) }
    for x in 4..<60 { #expect(coverage[x, 10] == 255) }
    #expect(coverage.area == 56)
  }

  @Test func aDotHasNoDirection() {
    let dot = Coverage { $0.stroke(from: Point(20, 20), to: Point(20, 20), width: 8, white, cap: .round) }
    #expect(abs(dot.area - .pi * 16) < 0.1)
    #expect(Coverage { $0.stroke(from: Point(20, 20), to: Point(20, 20), width: 8, white) }.area == 0)
  }
}

struct PolylineTests {
  static let zigzag = [Point(4, 60), Point(20, 5), Point(24, 55), Point(60, 10), Point(8, 30)]

  /// However the line crosses itself, half-transparent ink is never laid twice.
  @Test func eachPixelIsBlendedOnce() {
    let ink = Color(0xFFFFFF, alpha: 0.5)
    for style in [StrokeStyle(width: 7), StrokeStyle(width: 7, dash: [9, 4]), StrokeStyle(width: 3, cap: .butt)] {
      let coverage = Coverage { $0.stroke(polyline: PolylineTests.zigzag, style: style, ink) }
      #expect(coverage.values.max() == 128)
    }
  }

  @Test func oneSegmentIsALine() {
    let (from, to) = (Point(9.3, 12.1), Point(53.7, 41.9))
    for cap in [LineCap.butt, .round] {
      for width in [1, 2.5, 8.0] {
        let line = Coverage { $0.stroke(from: from, to: to, width: width, white, cap: cap) }
        let poly = Coverage {
          $0.stroke(polyline: [from, to], style: StrokeStyle(width: width, cap: cap), white)
        }
        #expect(poly.rootMeanSquare(from: line.values.map { Double($0) / 255 }) < 3)
        #expect(abs(poly.area - line.area) < 0.6)
      }
    }
  }

  /// Vertices along a straight line leave no trace.
  @Test func straightJointsAreInvisible() {
    let (from, to) = (Point(5.2, 8.3), Point(58.4, 50.1))
    let many = (0...40).map { i in
      let t = Double(i) / 40
      return Point(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y))
    }
    for width in [0.75, 1, 2.0] {
      let one = Coverage { $0.stroke(polyline: [from, to], style: StrokeStyle(width: width), white) }
      let joined = Coverage { $0.stroke(polyline: many, style: StrokeStyle(width: width), white) }
      for (p, q) in zip(one.values, joined.values) { #expect(max(p, q) - min(p, q) <= 3) }
    }
  }

  @Test func joinsAreRound() {
    let corner = [Point(10, 50), Point(32, 20), Point(54, 50)]
    let coverage = Coverage { $0.stroke(polyline: corner, style: StrokeStyle(width: 10), white) }
    #expect(coverage[32, 16] == 255)
    #expect(coverage[32, 14] <= 1)
  }

  @Test func closedHasNoEnds() {
    let square = [Point(10, 10), Point(50, 10), Point(50, 50), Point(10, 50)]
    let coverage = Coverage {
      $0.stroke(polyline: square, closed: true, style: StrokeStyle(width: 4, cap: .butt), white)
    }
    // The outer corners are rounded, the inner ones are square.
    #expect(abs(coverage.area - (4 * 40 * 4 - 16 + 4 * .pi)) < 1)
  }

  @Test func gapsAtWhatIsNoNumber() {
    let points = [Point(5, 10), Point(20, 10), Point(.nan, 10), Point(40, 10), Point(55, 10)]
    let coverage = Coverage { $0.stroke(polyline: points, style: StrokeStyle(width: 4, cap: .butt), white) }
    #expect(coverage[12, 10] == 255 && coverage[50, 10] == 255 && coverage[30, 10] == 0)
    #expect(abs(coverage.area - 120) < 0.1)
  }

  @Test func aGapInAClosedLineOpensIt() {
    let corner = [Point(8, 8), Point(8, 40), Point(40, 40)]
    let other = [Point(56, 40), Point(56, 8)]
    let coverage = Coverage {
      $0.stroke(
        polyline: corner + [Point(.nan, 0)] + other, closed: true, style: StrokeStyle(width: 4, cap: .butt), white)
    }
    #expect(coverage[8, 20] == 255 && coverage[20, 40] == 255 && coverage[56, 20] == 255)
    #expect(coverage[24, 24] == 0 && coverage[32, 8] == 0 && coverage[48, 40] == 0)
  }

  /// A billion pixels long: right where it is seen.
  @Test func farPointsKeepTheirDirection() {
    let points = [Point(-1e9, -1e9 + 0.5), Point(1e9, 1e9 + 0.5)]
    let coverage = Coverage { $0.stroke(polyline: points, style: StrokeStyle(width: 3), white) }
    for x in 2..<60 { #expect(coverage[x, x] == 255) }
    // The corners of the picture cut a triangle off either end.
    #expect(abs(coverage.area - 3 * (64 * 2.0.squareRoot() - 1.5)) < 0.5)
    let infinite = [Point(-.infinity, 20), Point(.infinity, 20)]
    #expect(abs(Coverage { $0.stroke(polyline: infinite, style: StrokeStyle(width: 2), white) }.area - 128) < 0.1)
  }
}
