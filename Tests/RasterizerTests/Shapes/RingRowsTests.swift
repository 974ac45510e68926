import Foundation
import Testing

@testable import Rasterizer

/// Ellipses row by row beside the fill for any outlines.
struct RingRowsTests {
  private static let ground = Canvas(width: 180, height: 140, fill: Color(0x336699))

  /// Small and huge, thin, turned, and anywhere: within, across every border, and beyond.
  private static func ellipse(_ dice: inout Dice) -> Ellipse {
    func axis() -> Double { pow(10, dice.uniform(-2, 2.3)) * (dice.next() % 16 == 0 ? 1e4 : 1) }
    return Ellipse(
      center: Point(dice.uniform(-120, 300), dice.uniform(-100, 240)), semiMajor: axis(), semiMinor: axis(),
      angle: dice.pick([0, .pi / 2, dice.uniform(-7, 7), dice.uniform(-7, 7)]))
  }

  private static func difference(_ a: Canvas, _ b: Canvas) -> Int {
    zip(a.bitmap.pixels, b.bitmap.pixels).reduce(0) { worst, pair in
      guard pair.0 != pair.1 else { return worst }
      return [0, 8, 16, 24].reduce(worst) { max($0, abs(Int(pair.0 >> $1 & 255) - Int(pair.1 >> $1 & 255))) }
    }
  }

  @Test(arguments: [nil, 0.4, 2.5, 9] as [Double?])
  func coverWhatAnyOutlineWould(width: Double?) {
    var dice = Dice(seed: 12)
    for turn in 0..<700 {
      let ellipse = RingRowsTests.ellipse(&dice)
      let color = Color(0xFFDD22).opacity(turn % 3 == 0 ? 1 : dice.uniform(0, 1))
      let half = (width ?? 0) / 2
      let (long, short) = (
        max(ellipse.semiMajor, ellipse.semiMinor), min(ellipse.semiMajor, ellipse.semiMinor)
      )
      // Wider lines are drawn as a line through many points.
      guard width == nil || half < 0.9 * short * short / long else { continue }
      var expected = RingRowsTests.ground
      let outer = EllipsePath(ellipse, offset: half)
      if var fill = expected.scanlineFill(around: outer.bounds) {
        fill.add(outer)
        if width != nil { fill.add(EllipsePath(ellipse, offset: -half), from: 2 * .pi, to: 0) }
        fill.fill(&expected, color)
      }
      var canvas = RingRowsTests.ground
      if let width {
        canvas.stroke(ellipse, style: StrokeStyle(width: width), color)
      } else {
        canvas.fill(ellipse, color)
      }
      #expect(RingRowsTests.difference(canvas, expected) <= 1, "\(ellipse), \(width ?? 0)")
    }
  }

  /// Many at once, with bands and threads, as one after the other; and every pixel that changed is known to the clock.
  @Test func manyAtOnceAreTheSame() {
    var dice = Dice(seed: 3)
    for _ in 0..<20 {
      let ellipses = (0..<12).map { index in
        let style: StrokeStyle? =
          switch index % 4 {
          case 0: nil
          case 1: StrokeStyle(width: 3, dash: [7, 4], cap: .butt)
          default: StrokeStyle(width: dice.uniform(0.5, 6))
          }
        let color = Color(UInt32(dice.next() % 0x100_0000)).opacity(dice.uniform(0, 1))
        return InkedEllipse(RingRowsTests.ellipse(&dice), style: style, color)
      }
      var expected = RingRowsTests.ground
      for inked in ellipses {
        if let style = inked.style {
          expected.stroke(inked.ellipse, style: style, inked.color)
        } else {
          expected.fill(inked.ellipse, inked.color)
        }
      }
      var canvas = RingRowsTests.ground
      canvas.keepTime(edges: [])
      let moment = canvas.moment()
      canvas.draw(ellipses)
      #expect(canvas.bitmap == expected.bitmap)
      // What the clock tells of is put back: then nothing is left of the ellipses.
      var snapshot = CanvasSnapshot()
      RingRowsTests.ground.copyClip(to: &snapshot)
      for part in canvas.changes(since: moment) { canvas.restore(snapshot, in: part) }
      #expect(canvas.bitmap == RingRowsTests.ground.bitmap)
    }
  }

  /// Inside a line nothing changed, and nothing has to be put back there.
  @Test func theClockKnowsThatALineIsHollow() {
    var canvas = Canvas(width: 640, height: 480)
    canvas.keepTime(edges: [])
    let moment = canvas.moment()
    canvas.stroke(
      Ellipse(center: Point(320, 240), semiMajor: 300, semiMinor: 220, angle: 0.2), style: StrokeStyle(width: 3),
      Color(0xFF0000))
    let area = canvas.changes(since: moment).reduce(0) { $0 + $1.width * $1.height }
    #expect(area < 640 * 480 / 3)
  }

  @Test func whatIsNoNumberDrawsNothing() {
    for value in [Double.nan, .infinity, -.infinity, 0, -1] {
      for ellipse in [
        Ellipse(center: Point(value, 50), semiMajor: 10, semiMinor: 5, angle: 0),
        Ellipse(center: Point(50, 50), semiMajor: value, semiMinor: 5, angle: 0),
        Ellipse(center: Point(50, 50), semiMajor: 10, semiMinor: value, angle: 1),
        Ellipse(center: Point(50, 50), semiMajor: 10, semiMinor: 5, angle: value),
      ] {
        var canvas = RingRowsTests.ground
        canvas.draw([InkedEllipse(ellipse, Color(0))])
        canvas.draw([InkedEllipse(ellipse, style: StrokeStyle(width: value), Color(0))])
        if value.isNaN { #expect(canvas.bitmap == RingRowsTests.ground.bitmap) }
      }
    }
  }
}
