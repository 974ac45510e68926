import Testing

@testable import Rasterizer

struct BlendTests {
  /// All products of two bytes, against arithmetic in larger numbers.
  @Test func productsAreRoundedExactly() {
    for value in 0..<256 as Range<UInt32> {
      for factor in 0..<256 as Range<UInt32> {
        let exact = (value * factor * 2 + 255) / 510
        let pixel = value << 24 | (255 - value) << 16 | value << 8 | value
        let scaled = Blend.scale(pixel, by: factor)
        if scaled >> 24 != exact || (scaled >> 8) & 255 != exact || scaled & 255 != exact {
          Issue.record("\(value) · \(factor) / 255 gave \(scaled >> 24), not \(exact)")
        }
      }
    }
  }

  @Test func spansOfAnyLengthEqualSinglePixels() {
    var dice = Dice(seed: 1)
    for count in 0...19 {
      for alpha in [0, 0.3, 0.99, 1] {
        let source = Color(UInt32(truncatingIfNeeded: dice.next()) & 0xFFFFFF, alpha: alpha).premultiplied
        let before = (0..<24).map { _ in
          Color(UInt32(truncatingIfNeeded: dice.next()) & 0xFFFFFF, alpha: dice.uniform(0, 1)).premultiplied
        }
        var after = before
        after.withUnsafeMutableBufferPointer { buffer in
          if let base = buffer.baseAddress { Blend.span(base + 2, count: count, source) }
        }
        let expected = before.enumerated().map { i, pixel in
          i >= 2 && i < 2 + count ? Blend.over(source, pixel) : pixel
        }
        #expect(after == expected)
      }
    }
  }

  @Test func premultipliedPixelsStaySo() {
    var dice = Dice(seed: 2)
    for _ in 0..<2000 {
      let below = Color(UInt32(truncatingIfNeeded: dice.next()), alpha: dice.uniform(0, 1)).premultiplied
      let above = Color(UInt32(truncatingIfNeeded: dice.next()), alpha: dice.uniform(0, 1)).premultiplied
      let pixel = Blend.over(above, below)
      let alpha = pixel >> 24
      #expect((pixel >> 16) & 255 <= alpha && (pixel >> 8) & 255 <= alpha && pixel & 255 <= alpha)
    }
  }
}
