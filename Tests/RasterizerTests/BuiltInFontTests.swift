import GoldenImages
import Testing

@testable import Rasterizer

struct BuiltInFontTests {
  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let ascii =
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
  private static let signs = "−×·…–—→←↑↓²½±≤≥πσμΣ∞✓’“”éüöäß°"

  @Test func everyGlyphIsThereAndReadable() {
    for character in BuiltInFontTests.ascii + BuiltInFontTests.signs where character != " " {
      #expect(Glyph.all[character] != nil, "no glyph for \(character)")
    }
    #expect(Glyph.all.count == 94 + 30 + 1)
    for (character, glyph) in Glyph.all {
      #expect(glyph.strokes.allSatisfy { !$0.isEmpty }, "an empty stroke in \(character)")
      #expect(glyph.left >= -5 && glyph.right <= glyph.advance + 2, "\(character) leaves its cell")
    }
  }

  @Test func everyWordOfTheTableIsUnderstood() {
    for (table, isLowercase) in [(GlyphTable.capitals, false), (GlyphTable.lowercase, true)] {
      let glyphs = Glyph.read(table, isLowercase: isLowercase)
      for line in table.split(separator: "\n") {
        let words = line.split(separator: " ")
        let glyph = words[0].first.flatMap { glyphs[$0] }
        let points = words.dropFirst(2).count { $0 != "|" }
        #expect(glyph?.strokes.joined().count == points, "\(line)")
      }
    }
  }

  @Test func digitsAreTabular() {
    let font = BuiltInFont()
    for weight in [FontWeight.book, .bold] {
      let widths = (0...9).map { font.width(of: "\($0)", TextStyle(size: 100, weight: weight)) }
      #expect(widths.allSatisfy { abs($0 - widths[0]) < 1e-9 })
    }
    #expect(abs(font.width(of: "0", TextStyle(size: 100)) - 64) < 0.5)
  }

  /// Advances of DejaVu Sans Bold in hundredths of an em, for A–Z, a–z, 0–9.
  @Test func boldFitsALayoutMadeForDejaVu() {
    let bold = [
      77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85, 73, 85, 77, 72, 68, 81, 77, 110, 77, 72, 73, 67, 72,
      59, 72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 70, 70, 70, 70,
      70, 70, 70, 70, 70, 70,
    ]
    let font = BuiltInFont()
    for (letter, limit) in zip(BuiltInFontTests.letters, bold) {
      let width = font.width(of: String(letter), TextStyle(size: 100, weight: .bold))
      #expect(width <= Double(limit) + 0.5, "\(letter)")
    }
  }

  @Test func capitalsStandOnTheBaselineAndReachTheCapHeight() {
    let font = BuiltInFont()
    for size in [11, 13, 15, 18, 27, 38] {
      let text = font.mask(of: "H", TextStyle(size: size))
      let cap = Int((0.73 * Double(size)).rounded())
      let rows = (0..<text.mask.height).filter { y in
        (0..<text.mask.width).contains { text.mask.coverage[y * text.mask.width + $0] > 8 }
      }
      #expect(rows.first == text.baseline - cap)
      #expect(rows.last == text.baseline - 1)
    }
  }

  @Test func unknownCharactersAreBoxes() {
    let font = BuiltInFont()
    let style = TextStyle(size: 20)
    #expect(font.mask(of: "☃", style).mask == font.mask(of: "漢", style).mask)
    // Four sides, and paper within.
    let box = font.mask(of: "☃", style).mask
    let column = (0..<box.height).map { box.coverage[$0 * box.width + box.width / 2] }
    let row = (0..<box.width).map { box.coverage[box.height / 2 * box.width + $0] }
    for line in [column, row] {
      let ink = line.indices.filter { line[$0] > 100 }
      #expect(ink.contains { $0 < line.count / 3 } && ink.contains { $0 >= 2 * line.count / 3 })
      #expect(line[line.count / 2] == 0)
    }
  }

  @Test func oddTextIsHarmless() {
    let font = BuiltInFont()
    for size in [Int.min, -1, 0, 1, 6, 600, Int.max] {
      for text in ["", " ", "\n", "\u{0}", "👩‍👩‍👧‍👦", "e\u{301}", String(repeating: "W", count: 3000)]
      where size < 600 || text.count < 9 {
        let style = TextStyle(size: size)
        let (mask, width) = (font.mask(of: text, style), font.width(of: text, style))
        // What is farther away than any screen is cut off; up to there the ink is as wide as the pen goes.
        let end = min(width, Double(Bitmap.maximumSide / 2 + 4 * 512))
        #expect(mask.advance <= end && (mask.advance == width || width > Double(Bitmap.maximumSide / 2)))
        #expect(Double(mask.mask.width) <= mask.advance + 4)
        #expect(mask.mask.height <= 2 * min(max(size, 6), 512))
        if text.allSatisfy({ $0 == " " }) { #expect(mask.mask.coverage.allSatisfy { $0 == 0 }) }
      }
    }
  }

  @Test func sameTextSameMask() {
    let style = TextStyle(size: 13, weight: .bold)
    let font = BuiltInFont()
    #expect(font.mask(of: "who owns", style).mask == font.mask(of: "who owns", style).mask)
    #expect(font.mask(of: "who owns", style).mask == BuiltInFont().mask(of: "who owns", style).mask)
    #expect(font.mask(of: "who", style).advance == font.width(of: "who", style))
  }

  @Test func specimenAtReadingSizes() {
    var canvas = Canvas(width: 820, height: 356, fill: Color(0xFDFDFB))
    let font = BuiltInFont()
    var y = 4.0
    for size in [11, 13, 15, 18] {
      for weight in [FontWeight.book, .bold] {
        for line in [
          "E: who owns each point?  Log-likelihood −1119.33 (150 points), expects 38.4 of 150",
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 abcdefghijklmnopqrstuvwxyz",
          BuiltInFontTests.signs + " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ ☃",
        ] {
          y += Double(size)
          canvas.draw(
            text: line, at: Point(8, y), style: TextStyle(size: size, weight: weight), color: Color(0x1B1D22),
            font: font)
        }
      }
    }
    expectGolden(canvas.bitmap, "font-small")
  }

  @Test func specimenForTheProjector() {
    var canvas = Canvas(width: 900, height: 460, fill: Color(0x000000))
    let font = BuiltInFont()
    var y = 0.0
    for line in [
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz πσμΣ∞✓²½", "0123456789 !\"#$%&'()*+,-./:;<=>?",
      "@[\\]^_`{|}~ −×·…–—→←↑↓±≤≥’“”éüöäß°☃",
    ] {
      for weight in [FontWeight.book, .bold] {
        y += 54
        canvas.draw(
          text: line, at: Point(450, y), align: .center, style: TextStyle(size: 36, weight: weight),
          color: Color(0xFFFFFF), font: font)
      }
    }
    expectGolden(canvas.bitmap, "font-large")
  }
}
