import Synchronization

/// The program's own font: used when no font file is found, and for golden images, whose text must not depend on a
/// machine's fonts. Its widths are those of DejaVu Sans, so a layout made for that fits; digits are all equally wide.
/// A character it does not have is drawn as a small box. Sizes below 6 pixels per em are drawn as 6, above 512 as 512.
public final class BuiltInFont: TextSource {
  private struct Key: Hashable {
    var character: Character
    var style: TextStyle
    var phase: Int
  }

  /// Pens stand on quarters of a pixel.
  private static let phases = 4
  private static let cacheLimit = 4096
  private let glyphs = Mutex<[Key: TextMask]>([:])

  /// The font; it has no state.
  public init() {}

  /// How far the text reaches, in pixels.
  public func width(of text: String, _ style: TextStyle) -> Double {
    let pen = GlyphPen(style)
    return text.reduce(0) { $0 + pen.advance(of: $1) }
  }

  /// The text as coverage.
  public func mask(of text: String, _ style: TextStyle) -> TextMask {
    let pen = GlyphPen(style)
    var x = 0.0
    var placed: [(left: Int, glyph: TextMask)] = []
    for character in text {
      // Farther than any screen: the rest is cut off.
      guard x < Double(Bitmap.maximumSide / 2) else { break }
      let quarter = Int((x * Double(BuiltInFont.phases)).rounded())
      let glyph = glyph(character, style, phase: quarter % BuiltInFont.phases, pen)
      placed.append((quarter / BuiltInFont.phases + glyph.originX, glyph))
      x += glyph.advance
    }
    return BuiltInFont.join(placed, advance: x)
  }

  /// Whether it has a glyph for each letter of a text.
  public func hasLetters(of text: String) -> Bool { text.allSatisfy { !$0.isLetter || Glyph.all[$0] != nil } }

  private func glyph(_ character: Character, _ style: TextStyle, phase: Int, _ pen: GlyphPen) -> TextMask {
    let key = Key(character: character, style: style, phase: phase)
    if let known = glyphs.withLock({ $0[key] }) { return known }
    let glyph = pen.draw(character, phase: Double(phase) / Double(BuiltInFont.phases))
    glyphs.withLock { glyphs in
      if glyphs.count >= BuiltInFont.cacheLimit { glyphs.removeAll() }
      glyphs[key] = glyph
    }
    return glyph
  }

  /// One mask around all glyphs; where two touch, their coverage adds up.
  private static func join(_ placed: [(left: Int, glyph: TextMask)], advance: Double) -> TextMask {
    let inked = placed.filter { $0.glyph.mask.width > 0 }
    let left = inked.map(\.left).min() ?? 0
    let right = inked.map { $0.left + $0.glyph.mask.width }.max() ?? 0
    let above = inked.map(\.glyph.baseline).max() ?? 0
    let below = inked.map { $0.glyph.mask.height - $0.glyph.baseline }.max() ?? 0
    let width = right - left
    var coverage = [UInt8](repeating: 0, count: width * (above + below))
    coverage.withUnsafeMutableBufferPointer { target in
      for (column, glyph) in inked {
        glyph.mask.coverage.withUnsafeBufferPointer { source in
          for y in 0..<glyph.mask.height {
            let row = (above - glyph.baseline + y) * width + column - left
            for x in 0..<glyph.mask.width {
              let sum = Int(target[row + x]) + Int(source[y * glyph.mask.width + x])
              target[row + x] = UInt8(min(sum, 255))
            }
          }
        }
      }
    }
    return TextMask(
      mask: CoverageMask(width: width, height: above + below, coverage: coverage), originX: left, baseline: above,
      advance: advance)
  }
}
