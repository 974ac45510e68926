import Foundation
import Testing

@testable import Rasterizer

struct PointBatchTests {
  private func cloud(_ count: Int, radius: Double, rim: Bool, each: Bool, opacity: Double = 0.8) -> PointBatch {
    var dice = Dice(seed: 5)
    let x = (0..<count).map { _ in dice.uniform(-6, 6) }
    let y = (0..<count).map { _ in dice.uniform(-5, 5) }
    let colors = (0..<count).map { _ in UInt32(truncatingIfNeeded: dice.next()) & 0xFFFFFF }
    return PointBatch(
      x: x, y: y, scaleX: 11, offsetX: 60, scaleY: -9, offsetY: 45,
      colors: each ? .each(colors) : .uniform(Color(0x1C95F5)), radius: radius, opacity: opacity,
      rim: rim ? Color(0xFDFDFB, alpha: 0.9) : nil, rimWidth: rim ? 0.9 : 0)
  }

  private func canvas() -> Canvas { Canvas(width: 120, height: 90, fill: Color(0x223344)) }

  @Test func anyNumberOfBandsGivesTheSamePicture() {
    for (radius, rim, each) in [(1.0, false, true), (1.5, false, false), (3.2, true, true), (8, true, false)] {
      let batch = cloud(400, radius: radius, rim: rim, each: each)
      var one = canvas()
      one.draw(batch, bands: 1)
      for bands in [2, 3, 7] {
        var several = canvas()
        several.draw(batch, bands: bands)
        #expect(one.bitmap == several.bitmap)
      }
    }
  }

  /// Single discs are exact; stamps stand to a sixteenth of a pixel.
  @Test func stampsLookLikeDiscs() {
    for radius in [1, 1.5, 2.3, 4.2, 9] {
      let batch = cloud(40, radius: radius, rim: false, each: true, opacity: 1)
      guard case .each(let colors) = batch.colors else { return }
      var stamped = canvas()
      stamped.draw(batch)
      var exact = canvas()
      for i in 0..<40 {
        let center = Point(batch.x[i] * 11 + 60, batch.y[i] * -9 + 45)
        exact.fill(discAt: center, radius: radius, Color(colors[i]))
      }
      var worst = 0
      for (p, q) in zip(stamped.bitmap.pixels, exact.bitmap.pixels) {
        for shift: UInt32 in [0, 8, 16] { worst = max(worst, abs(Int((p >> shift) & 255) - Int((q >> shift) & 255))) }
      }
      #expect(worst < 40)
    }
  }

  @Test func areaOfEveryPosition() {
    for radius in [1.0, 1.5, 3, 6.5] {
      for i in 0..<8 {
        let coverage = Coverage {
          $0.draw(
            PointBatch(
              x: [30 + Double(i) / 8], y: [30 + Double(i * 3 % 8) / 8], scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0,
              colors: .uniform(white), radius: radius, opacity: 1))
        }
        #expect(abs(coverage.area - .pi * radius * radius) < 0.05)
      }
    }
  }

  @Test func laterPointsLieOverEarlierOnes() {
    var canvas = canvas()
    canvas.draw(
      PointBatch(
        x: [50, 50], y: [50, 50], scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, colors: .each([0xFF0000, 0x00FF00]),
        radius: 4, opacity: 1))
    #expect(canvas.bitmap.pixels[50 * 120 + 50] == 0xFF00_FF00)
  }

  /// The rim lies around the disc, not over it, and no background shows between them.
  @Test func theRimSurroundsTheDisc() {
    var canvas = Canvas(width: 40, height: 40, fill: Color(0x0000FF))
    canvas.draw(
      PointBatch(
        x: [20], y: [20], scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, colors: .uniform(Color(0xFF0000)), radius: 6,
        opacity: 1, rim: Color(0x00FF00), rimWidth: 3))
    let row = (0..<40).map { canvas.bitmap.pixels[20 * 40 + $0] }
    #expect(row[20] == 0xFFFF_0000)
    #expect(row[27] == 0xFF00_FF00)
    #expect(row[31] == 0xFF00_00FF)
    for x in 14...27 { #expect(row[x] & 255 <= 1, "background shows at column \(x)") }
  }

  /// What is kept between frames is the disc asked for, in every detail.
  @Test func aRememberedStampIsTheOneAskedFor() {
    let kinds: [(radius: Double, opacity: UInt32, rim: UInt32, rimWidth: Double)] = [
      (3, 200, 0xFF11_2233, 1), (3.5, 200, 0xFF11_2233, 1), (3, 100, 0xFF11_2233, 1), (3, 200, 0xFF44_5566, 1),
      (3, 200, 0xFF11_2233, 2.5), (3, 200, 0, 0),
    ]
    for _ in 0..<2 {
      for kind in kinds {
        let kept = PointStamp.cached(
          radius: kind.radius, opacity: kind.opacity, rim: kind.rim, rimWidth: kind.rimWidth)
        let fresh = PointStamp(radius: kind.radius, opacity: kind.opacity, rim: kind.rim, rimWidth: kind.rimWidth)
        #expect(kept.lanes == fresh.lanes && kept.origins == fresh.origins && kept.rows == fresh.rows)
      }
    }
  }

  @Test func opacityAndCommonAlphaMultiply() {
    let coverage = Coverage {
      $0.draw(
        PointBatch(
          x: [20], y: [20], scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0,
          colors: .uniform(Color(0xFFFFFF, alpha: 0.5)), radius: 6, opacity: 0.5))
    }
    #expect(coverage[20, 20] == 64)
  }

  @Test func discsTooLargeForStamps() {
    let coverage = Coverage {
      $0.draw(
        PointBatch(
          x: [32], y: [32], scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, colors: .uniform(white), radius: 25,
          opacity: 1))
    }
    #expect(abs(coverage.area - .pi * 625) < 0.3)
  }

  @Test func columnsOfDifferentLengthsAndOddNumbers() {
    var canvas = canvas()
    let before = canvas.bitmap
    let odd = [Double.nan, .infinity, -.infinity, 1e300, -1e300]
    for scale in odd + [1] {
      canvas.draw(
        PointBatch(
          x: odd, y: odd.reversed(), scaleX: scale, offsetX: 0, scaleY: 1, offsetY: scale, colors: .uniform(white),
          radius: 3, opacity: 1, rim: white, rimWidth: 1))
    }
    for radius in [0, -1, .nan] {
      canvas.draw(
        PointBatch(
          x: [50], y: [50], scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, colors: .uniform(white), radius: radius,
          opacity: 1))
    }
    canvas.draw(
      PointBatch(
        x: [50, 60], y: [50, 60], scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, colors: .each([]), radius: 3,
        opacity: 1))
    #expect(canvas.bitmap == before)
  }
}
