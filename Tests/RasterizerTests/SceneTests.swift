import Foundation
import GoldenImages
import Rasterizer
import Testing

/// Whole pictures, one per family of shapes.
struct SceneTests {
  private let ink = Color(0x1B1D22)
  private let paper = Color(0xFDFDFB)
  private let colors = [0xD17B00, 0x1C95F5, 0x0B7C70, 0x2C4284, 0x983506, 0xE52BB0, 0x8C6E24].map { Color($0) }

  @Test func rectangles() {
    var canvas = Canvas(width: 320, height: 200, fill: Color(0xF3F3F0))
    for (i, radius) in [0.0, 3, 6, 8, 18, 40].enumerated() {
      let rect = Rect(x: 12.5 + Double(i) * 51, y: 12.5, width: 43, height: 36)
      canvas.fill(rect, cornerRadius: radius, Color(0xFFFFFF))
      canvas.stroke(rect, cornerRadius: radius, width: 1, Color(0xDEDED8))
      let low = Rect(x: 14 + Double(i) * 51, y: 62, width: 40, height: 36)
      canvas.fill(low, cornerRadius: radius, colors[i])
      canvas.stroke(low.inset(by: -5), cornerRadius: radius > 0 ? radius + 3 : 0, width: 2, Color(0x6A3DD1))
    }
    for i in 0..<12 {
      let x = 12 + Double(i) * 25
      canvas.fill(Rect(x: x + Double(i) / 12, y: 116 + Double(i) / 12, width: 14, height: 14), ink)
      canvas.fill(Rect(x: x, y: 140, width: 14, height: 0.25 + Double(i) / 4), ink)
      canvas.fill(Rect(x: x, y: 156, width: 20, height: 30), ink.opacity(Double(i) / 11))
    }
    expectGolden(canvas.bitmap, "rectangles")
  }

  @Test func ellipses() {
    var canvas = Canvas(width: 320, height: 240, fill: paper)
    for (i, color) in colors.enumerated() {
      let ellipse = Ellipse(
        center: Point(60 + Double(i % 3) * 100, 55 + Double(i / 3) * 68), semiMajor: 40,
        semiMinor: 30 - Double(i) * 4.8,
        angle: Double(i) * 0.45)
      var outer = ellipse
      outer.semiMajor *= 1.25
      outer.semiMinor *= 1.25
      canvas.fill(ellipse, color.opacity(0.12))
      canvas.stroke(ellipse, style: StrokeStyle(width: 5), paper.opacity(0.75))
      canvas.stroke(ellipse, style: StrokeStyle(width: 2.5, dash: i == 4 ? [6, 4] : []), color)
      canvas.stroke(outer, style: StrokeStyle(width: 1.25), color.opacity(0.9))
      canvas.fill(discAt: ellipse.center, radius: 12, paper)
      canvas.stroke(ringAt: ellipse.center, radius: 10.8, width: 2.4, color)
    }
    // Narrower than the line, partly outside, and so large that only an arc shows.
    canvas.stroke(
      Ellipse(center: Point(220, 200), semiMajor: 60, semiMinor: 2, angle: 0.2), style: StrokeStyle(width: 6), ink)
    canvas.stroke(
      Ellipse(center: Point(300, 230), semiMajor: 60, semiMinor: 40, angle: 0.5), style: StrokeStyle(width: 3), ink)
    canvas.stroke(
      Ellipse(center: Point(160, 100_235), semiMajor: 100_000, semiMinor: 100_000, angle: 0),
      style: StrokeStyle(width: 2, dash: [8, 4]), ink)
    expectGolden(canvas.bitmap, "ellipses")
  }

  @Test func lines() {
    var canvas = Canvas(width: 320, height: 240, fill: paper)
    for i in 0..<24 {
      let angle = Double(i) * .pi / 12
      let width = 0.5 + Double(i % 6) * 0.5
      canvas.stroke(
        from: Point(60 + 12 * cos(angle), 60 + 12 * sin(angle)), to: Point(60 + 50 * cos(angle), 60 + 50 * sin(angle)),
        width: width, ink, cap: i % 2 == 0 ? .butt : .round)
    }
    let curve = (0...60).map {
      Point(125 + Double($0) * 3.1, 60 - 40 * (1 - exp(-Double($0) / 9)) + 8 * sin(Double($0)))
    }
    canvas.stroke(polyline: curve, style: StrokeStyle(width: 2), ink)
    canvas.stroke(
      polyline: curve.map { Point($0.x, $0.y + 14) }, style: StrokeStyle(width: 1.4, dash: [4, 4]), Color(0x4A4E57))
    canvas.stroke(
      polyline: curve.map { Point($0.x, $0.y + 30) }, style: StrokeStyle(width: 9), colors[1].opacity(0.35))
    let zigzag = [Point(14, 225), Point(50, 130), Point(60, 220), Point(110, 140), Point(30, 170), Point(120, 215)]
    canvas.stroke(polyline: zigzag, style: StrokeStyle(width: 8), colors[3].opacity(0.5))
    canvas.stroke(
      polyline: zigzag.map { Point($0.x + 120, $0.y) }, closed: true,
      style: StrokeStyle(width: 2.5, dash: [10, 4, 1, 4], cap: .butt), colors[5])
    for (i, cap) in [LineCap.butt, .round].enumerated() {
      let center = Point(285, 145 + Double(i) * 55)
      canvas.stroke(arcAt: center, radius: 20, from: -2, to: 2.4, width: 5, colors[4], cap: cap)
      canvas.stroke(arcAt: center, radius: 11, from: 0.5, to: -1.5, width: 2, colors[2], cap: cap)
    }
    expectGolden(canvas.bitmap, "lines")
  }

  @Test func polygons() {
    var canvas = Canvas(width: 320, height: 130, fill: paper)
    let star = (0..<5).map { i in
      Point(60 + 48 * sin(Double(i) * 4 * .pi / 5), 65 - 48 * cos(Double(i) * 4 * .pi / 5))
    }
    canvas.fill(polygon: star, colors[0])
    canvas.fill(polygon: star.map { Point($0.x + 40, $0.y) }, colors[1].opacity(0.5))
    canvas.fill(polygon: [Point(170, 20), Point(230, 65), Point(170, 110)], colors[2])
    for i in 0..<30 {
      let angle = Double(i) * .pi / 15
      let next = angle + .pi / 40
      canvas.fill(
        polygon: [
          Point(275, 65), Point(275 + 60 * cos(angle), 65 + 60 * sin(angle)),
          Point(275 + 60 * cos(next), 65 + 60 * sin(next)),
        ], ink)
    }
    expectGolden(canvas.bitmap, "polygons")
  }

  @Test func points() {
    var canvas = Canvas(width: 320, height: 200, fill: paper)
    var dice = Dice(seed: 21)
    for (i, (count, radius, alpha)) in [(60, 4.2, 0.95), (300, 3, 0.95), (2000, 1.5, 0.7), (6000, 1, 0.4)].enumerated()
    {
      let x = (0..<count).map { _ in (0..<6).reduce(0) { sum, _ in sum + dice.uniform(-1, 1) } }
      let y = (0..<count).map { _ in (0..<6).reduce(0) { sum, _ in sum + dice.uniform(-1, 1) } }
      let mixed = (0..<count).map { j in
        let share = 1 / (1 + exp(-2 * x[j]))
        return Color.mix([colors[0], colors[1]], weights: [1 - share, share]).rgb
      }
      canvas.draw(
        PointBatch(
          x: x, y: y, scaleX: 14, offsetX: 45 + Double(i) * 77, scaleY: -14, offsetY: 50, colors: .each(mixed),
          radius: radius, opacity: alpha, rim: radius >= 2.5 ? paper.opacity(0.9) : nil,
          rimWidth: max(0.22 * radius, 0.9)))
      canvas.draw(
        PointBatch(
          x: x, y: y, scaleX: 14, offsetX: 45 + Double(i) * 77, scaleY: -14, offsetY: 150,
          colors: .uniform(Color(0x7D828C)), radius: radius * 2, opacity: alpha,
          rim: radius >= 1.5 ? paper.opacity(0.9) : nil, rimWidth: max(0.22 * radius, 0.9)))
    }
    expectGolden(canvas.bitmap, "points")
  }
}
