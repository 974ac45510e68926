import Foundation
import Rasterizer
import Testing

@testable import SDLShell

/// One test at a time: SDL2_ttf, like SDL, belongs to one thread.
@Suite(.serialized) struct SDLFontTests {
  private func dejaVu() throws -> SDLFont {
    try #require(SDLFont.usualPaths.lazy.compactMap { SDLFont(path: $0) }.first, "run 'bash .ci/setup'")
  }

  @Test func aMissingOrWrongFileIsNoFont() {
    #expect(SDLFont(path: "/nonexistent.ttf") == nil)
    #expect(SDLFont(path: #filePath) == nil)
    #expect(SDLFont(path: "/") == nil)
  }

  @Test func masksCoverTheirWidth() throws {
    let font = try dejaVu()
    for weight in [FontWeight.book, .bold] {
      let style = TextStyle(size: 18, weight: weight)
      let mask = font.mask(of: "Iteration 42", style)
      #expect(mask.advance == font.width(of: "Iteration 42", style))
      #expect(mask.advance > 60)
      #expect(abs(Double(mask.mask.width) - mask.advance) <= 4)
      #expect(mask.mask.coverage.contains { $0 > 200 })
      #expect((1..<mask.mask.height).contains(mask.baseline))
    }
  }

  /// Asked again, or in another size, it gives what was asked for.
  @Test func everySizeHasItsOwnMask() throws {
    let font = try dejaVu()
    let sizes = [11, 15, 18, 30, 15, 11]
    let masks = sizes.map { font.mask(of: "Hg", TextStyle(size: $0)) }
    #expect(masks[0].mask == masks[5].mask && masks[1].mask == masks[4].mask)
    for (smaller, larger) in zip(masks, masks.dropFirst().prefix(3)) {
      #expect(smaller.mask.height < larger.mask.height && smaller.advance < larger.advance)
    }
    #expect(font.mask(of: "Hg", TextStyle(size: 15, weight: .bold)).mask != masks[1].mask)
  }

  @Test(arguments: [11, 13, 18, 36]) func capitalsStandOnTheBaseline(_ size: Int) throws {
    let text = try dejaVu().mask(of: "HE", TextStyle(size: size))
    let rows = (0..<text.mask.height).filter { y in
      (0..<text.mask.width).contains { text.mask.coverage[y * text.mask.width + $0] > 128 }
    }
    #expect(rows.last == text.baseline - 1)
    #expect(abs(Double(rows.count) - 0.73 * Double(size)) <= 1)
  }

  /// Numbers stand in columns.
  @Test func digitsAreEquallyWide() throws {
    let font = try dejaVu()
    let widths = (0...9).map { font.width(of: "\($0)", TextStyle(size: 15, weight: .bold)) }
    #expect(Set(widths).count == 1)
  }

  @Test(arguments: ["", "\n", "\u{0}", "\u{FFFF}", "🙂", String(repeating: "W", count: 5000)])
  func anyTextIsDrawnOrLeftOut(_ text: String) throws {
    let font = try dejaVu()
    let style = TextStyle(size: 13, weight: .book)
    let mask = font.mask(of: text, style)
    // The pen moves as far as the width says, and ink stays near the way.
    #expect(mask.advance == (mask.mask.width == 0 ? 0 : font.width(of: text, style)))
    #expect(
      Double(mask.mask.width) <= mask.advance + 6 && (text.count > 99 || Double(mask.mask.width) >= mask.advance - 6))
    #expect((0...mask.mask.height).contains(mask.baseline))
    // Another font knows nothing of what this one remembers.
    #expect(try dejaVu().mask(of: text, style).mask == mask.mask)
  }

  @Test(arguments: [Int.min, -1, 0, 1, 100_000, Int.max]) func anySizeIsDrawnOrLeftOut(_ size: Int) throws {
    let mask = try dejaVu().mask(of: "A", TextStyle(size: size, weight: .book)).mask
    // An A is a little higher than wide, and never larger than its size asks for.
    #expect(Double(mask.height) <= 2 * Double(max(size, 1)) + 2 && mask.width <= mask.height + 2)
  }
}
