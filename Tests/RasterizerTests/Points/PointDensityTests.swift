import CRasterKernel
import Foundation
import Testing

@testable import Rasterizer

extension Canvas {
  /// Equality that prints no pixels when it fails.
  fileprivate func looksLike(_ other: Canvas) -> Bool { bitmap == other.bitmap }

  fileprivate mutating func draw(
    _ density: PointDensity, x: [Double], y: [Double], colors: PointColors, threads: Int = 2
  ) {
    draw(density, x: x.span, y: y.span, colors: colors, runs: nil, threads: threads)
  }
}

struct PointDensityTests {
  private let ground = Color(0x223344)

  private func density(radius: Double = 1.3, opacity: Double = 0.2) -> PointDensity {
    PointDensity(scaleX: 11, offsetX: 60, scaleY: -9, offsetY: 45, radius: radius, opacity: opacity)
  }

  /// A cloud that reaches beyond a canvas of 120 × 90.
  private func cloud(_ count: Int) -> (x: [Double], y: [Double], colors: [UInt32]) {
    var dice = Dice(seed: 9)
    let x = (0..<count).map { _ in dice.uniform(-4, 4) + dice.uniform(-2, 2) }
    let y = (0..<count).map { _ in dice.uniform(-4, 4) + dice.uniform(-2, 2) }
    return (x, y, (0..<count).map { _ in UInt32(truncatingIfNeeded: dice.next()) & 0xFFFFFF })
  }

  private func canvas() -> Canvas { Canvas(width: 120, height: 90, fill: ground) }

  /// The picture of some points whose positions are pixels.
  private func picture(
    _ points: [(x: Double, y: Double)], _ colors: PointColors, radius: Double = 0.5, opacity: Double = 0.5
  ) -> Canvas {
    var canvas = canvas()
    canvas.draw(
      PointDensity(scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, radius: radius, opacity: opacity),
      x: points.map(\.x), y: points.map(\.y), colors: colors)
    return canvas
  }

  private func levels(_ pixel: UInt32) -> [Int] { [16, 8, 0].map { Int(pixel >> UInt32($0) & 255) } }

  @Test func everyBuildOfTheKernelGivesTheSamePicture() {
    let points = cloud(5000)
    let order = points.y.indices.sorted { points.y[$0] < points.y[$1] }
    let (x, y) = (order.map { points.x[$0] }, order.map { points.y[$0] })
    for radius in [0.4, 1.3, 2.6, 7] {
      for colors in [PointColors.each(points.colors), .uniform(Color(0x4080C0))] {
        let pictures = [density_kernel_baseline(), DensityTile.fastestKernel].map { kernel in
          var canvas = canvas()
          canvas.draw(
            density(radius: radius), x: x.span, y: y.span, colors: colors, runs: PointRuns(x: x.span, y: y.span),
            threads: 2, kernel: kernel)
          return canvas
        }
        #expect(pictures[0].looksLike(pictures[1]) && !pictures[0].looksLike(canvas()))
      }
    }
  }

  @Test func anyNumberOfThreadsAndAnyOrderGiveTheSamePicture() {
    let points = cloud(5000)
    for radius in [0.4, 1.3, 2.6, 7] {
      var one = canvas()
      one.draw(
        density(radius: radius), x: points.x, y: points.y, colors: .each(points.colors), threads: 1)
      #expect(!one.looksLike(canvas()))
      for threads in [2, 3, 7] {
        var several = canvas()
        several.draw(
          density(radius: radius), x: points.x, y: points.y, colors: .each(points.colors), threads: threads)
        #expect(several.looksLike(one))
      }
      // Sorted by height, bands are small; as they come, there is one for each thread.
      let order = points.y.indices.sorted { points.y[$0] < points.y[$1] }
      var sorted = canvas()
      sorted.draw(
        density(radius: radius), x: order.map { points.x[$0] }, y: order.map { points.y[$0] },
        colors: .each(order.map { points.colors[$0] }), threads: 2)
      #expect(sorted.looksLike(one))
    }
  }

  /// Points in no order are sorted by tiles first; in order they are not. Some lie on the edges of tiles, some beyond the
  /// canvas, some nowhere.
  @Test(arguments: [0.4, 1.3, 7])
  func sortedByTilesOrNotThePictureIsTheSame(radius: Double) {
    var dice = Dice(seed: 21)
    let count = 30_000
    let x = (0..<count).map { $0 % 997 == 0 ? .nan : (dice.uniform(-60, 1180) * 2).rounded() / 2 }
    let y = (0..<count).map { $0 % 991 == 0 ? .infinity : (dice.uniform(-40, 440) * 4).rounded() / 4 }
    let colors = (0..<count).map { _ in UInt32(truncatingIfNeeded: dice.next()) & 0xFFFFFF }
    let density = PointDensity(scaleX: 1, offsetX: 3, scaleY: 1, offsetY: -2, radius: radius, opacity: 0.3)
    let inOrder = y.indices.sorted { (y[$0], $0) < (y[$1], $1) }
    for isUniform in [false, true] {
      func picture(_ order: [Int], threads: Int) -> Canvas {
        var canvas = Canvas(width: 1100, height: 400, fill: ground)
        canvas.draw(
          density, x: order.map { x[$0] }, y: order.map { y[$0] },
          colors: isUniform ? .uniform(Color(0x4080C0)) : .each(order.map { colors[$0] }), threads: threads)
        return canvas
      }
      let expected = picture(inOrder, threads: 2)
      for threads in [1, 2, 5] { #expect(picture(Array(x.indices), threads: threads).looksLike(expected)) }
    }
  }

  /// n discs on one pixel, each of opacity a, let (1 − a)ⁿ of the ground through.
  @Test(arguments: [0.05, 0.2, 0.5, 0.95, 1])
  func discsOnOnePixelAddUp(opacity: Double) {
    for count in [1, 2, 5, 40, 3000] {
      let drawn = picture(
        Array(repeating: (20.5, 30.5), count: count), .uniform(Color(0xE08020)), radius: 0.7, opacity: opacity)
      // A disc of radius 0.7 covers its pixel but for the corners.
      let whole = picture([(20.5, 30.5)], .uniform(Color(0xE08020)), radius: 0.7, opacity: 1)
      let covered =
        Double(levels(whole.bitmap.pixels[30 * 120 + 20])[0] - Int(ground.red)) / Double(0xE0 - Int(ground.red))
      let alpha = opacity < 1 ? 1 - pow(1 - opacity, covered * Double(count)) : min(covered * Double(count), 1)
      for (level, (from, to)) in zip(
        levels(drawn.bitmap.pixels[30 * 120 + 20]), [(0x22, 0xE0), (0x33, 0x80), (0x44, 0x20)])
      {
        let expected = Double(from) + alpha * Double(to - from)
        #expect(abs(Double(level) - expected) <= 4, "\(count) discs of opacity \(opacity)")
      }
    }
  }

  /// Colors that meet on a pixel are averaged as light.
  @Test func colorsMeetInLinearLight() {
    let drawn = picture(
      Array(repeating: (20.5, 30.5), count: 400),
      .each((0..<400).map { $0 % 2 == 0 ? 0xFF0000 : 0x0000FF }),
      radius: 0.7)
    let half = Int(LinearLight.encode(0.5))
    for (level, expected) in zip(levels(drawn.bitmap.pixels[30 * 120 + 20]), [half, 0, half]) {
      #expect(abs(level - expected) <= 1)
    }
  }

  /// Single points look like the discs of a batch, to the nearest pixel: where few lie, nobody sees the difference.
  @Test(arguments: [1.0, 1.4, 2.1, 3.7])
  func aSinglePointIsADisc(radius: Double) {
    let drawn = picture([(40.5, 30.5)], .uniform(Color(0xE08020)), radius: radius, opacity: 0.3)
    var disc = canvas()
    disc.fill(discAt: Point(40.5, 30.5), radius: radius, Color(0xE08020, alpha: 0.3))
    for (p, q) in zip(drawn.bitmap.pixels, disc.bitmap.pixels) {
      for (a, b) in zip(levels(p), levels(q)) { #expect(abs(a - b) <= 6) }
    }
  }

  /// Also for points on the edges between pixels, and a hair beside them.
  @Test func aPointIsInOneRowForAllBands() {
    var x: [Double] = []
    var y: [Double] = []
    for row in 0..<90 {
      for (column, beside) in [0, 1e-13, -1e-13, 0.5 / 256, -0.5 / 256, 1e-3, -1e-3].enumerated() {
        x.append(Double(column * 9 + 5))
        y.append(Double(row) + beside)
      }
    }
    func drawn(_ threads: Int) -> Canvas {
      var canvas = canvas()
      canvas.draw(
        PointDensity(scaleX: 1, offsetX: 0, scaleY: 1, offsetY: 0, radius: 0.5, opacity: 0.3), x: x, y: y,
        colors: .uniform(Color(0xE08020)), threads: threads)
      return canvas
    }
    for threads in 2...8 { #expect(drawn(threads).looksLike(drawn(1))) }
  }

  @Test func manyMorePointsThanSumsAreExactFor() {
    let drawn = picture(
      Array(repeating: (20.5, 30.5), count: 300_000), .uniform(Color(0x804020)), radius: 0.7, opacity: 0.2)
    #expect(drawn.bitmap.pixels[30 * 120 + 20] == 0xFF80_4020)
  }

  @Test func nothingOutsideTheClipChanges() {
    let points = cloud(3000)
    var whole = canvas()
    whole.draw(density(radius: 2.6), x: points.x, y: points.y, colors: .each(points.colors))
    var clipped = canvas()
    clipped.clip(to: Rect(x: 30, y: 20, width: 41, height: 33)) {
      $0.draw(density(radius: 2.6), x: points.x, y: points.y, colors: .each(points.colors))
    }
    for y in 0..<90 {
      for x in 0..<120 {
        let isInside = (30..<71).contains(x) && (20..<53).contains(y)
        let expected = isInside ? whole.bitmap.pixels[y * 120 + x] : 0xFF22_3344
        #expect(clipped.bitmap.pixels[y * 120 + x] == expected)
      }
    }
  }

  @Test func oddNumbersDrawNothing() {
    let odd = [Double.nan, .infinity, -.infinity, 1e300, -1e300, .greatestFiniteMagnitude]
    for x in odd {
      for y in odd + [10] {
        #expect(picture([(x, y), (y, x)], .uniform(Color(0xFFFFFF)), radius: 3).looksLike(canvas()))
      }
    }
    for scale in odd {
      var drawn = canvas()
      drawn.draw(
        PointDensity(scaleX: scale, offsetX: scale, scaleY: scale, offsetY: scale, radius: 2, opacity: 1),
        x: [1, .nan], y: [1, 2], colors: .uniform(Color(0xFFFFFF)))
      #expect(drawn.looksLike(canvas()))
    }
    for (radius, opacity) in [(0, 1), (-1, 1), (Double.nan, 1), (2, 0), (2, -1), (2, Double.nan)] {
      #expect(
        picture([(20, 20)], .uniform(Color(0xFFFFFF)), radius: radius, opacity: opacity).looksLike(canvas()))
    }
    // As many points as have everything they need.
    #expect(picture([(20, 20)], .each([])).looksLike(canvas()))
    #expect(picture([], .uniform(Color(0xFFFFFF))).looksLike(canvas()))
    // Larger than the largest.
    #expect(!picture([(60, 45)], .uniform(Color(0xFFFFFF)), radius: 1e9, opacity: 1).looksLike(canvas()))
  }
}
