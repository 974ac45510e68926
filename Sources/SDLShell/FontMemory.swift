import CSDL2
import Rasterizer

/// What a font keeps: its files as they were opened, and the texts that were drawn.
struct FontMemory {
  private struct MaskKey: Hashable {
    let text: String
    let style: TextStyle
  }

  /// A font file in one style.
  private struct FontKey: Hashable {
    /// 0 for the font itself, then the fallbacks.
    let index: Int
    let style: TextStyle
    let isRightToLeft: Bool
  }

  private struct LetterKey: Hashable {
    let letter: Character
    let weight: FontWeight
  }

  private let paths: [FontWeight: String]
  private let emboldens: Bool
  private var fonts: [FontKey: OpaquePointer] = [:]
  /// The fonts that letters are in, found once.
  private var indexes: [LetterKey: Int] = [:]
  private var masks: [MaskKey: TextMask] = [:]
  private var widths: [MaskKey: Double] = [:]

  /// More texts than any window shows at once; beyond them the memory starts afresh.
  private static let limit = 4000

  init(paths: [FontWeight: String], emboldens: Bool) {
    self.paths = paths
    self.emboldens = emboldens
  }

  mutating func close() {
    SDLFont.library.withLock { _ in
      for font in fonts.values { TTF_CloseFont(font) }
    }
    fonts = [:]
  }

  private mutating func font(_ style: TextStyle, _ index: Int = 0, isRightToLeft: Bool = false) -> OpaquePointer? {
    let key = FontKey(index: index, style: style, isRightToLeft: isRightToLeft)
    if let known = fonts[key] { return known }
    let path = index == 0 ? paths[style.weight] : SDLFont.fallbackPaths[index - 1]
    guard let path, let opened = TTF_OpenFont(path, Int32(clamping: max(style.size, 1))) else { return nil }
    TTF_SetFontHinting(opened, TTF_HINTING_LIGHT_SUBPIXEL)
    if emboldens || index > 0, style.weight == .bold { TTF_SetFontStyle(opened, TTF_STYLE_BOLD) }
    if isRightToLeft {
      TTF_SetFontDirection(opened, TTF_DIRECTION_RTL)
      TTF_SetFontScriptName(opened, "Arab")
    }
    fonts[key] = opened
    return opened
  }

  private mutating func hasFont(_ index: Int, for character: Character, _ style: TextStyle) -> Bool {
    guard let scalar = character.unicodeScalars.first, let font = font(style, index) else { return false }
    return TTF_GlyphIsProvided32(font, scalar.value) != 0
  }

  mutating func hasLetters(of text: String) -> Bool {
    let style = TextStyle(size: 12)
    return SDLFont.library.withLock { _ in
      text.allSatisfy { character in
        !character.isLetter || (0...SDLFont.fallbackPaths.count).contains { hasFont($0, for: character, style) }
      }
    }
  }

  private mutating func runs(_ text: String, _ style: TextStyle) -> [TextRun] {
    // The letters of most of Europe are in every font, and read from the left.
    guard text.unicodeScalars.contains(where: { $0.value >= 0x0590 }) else {
      return [TextRun(text: text, font: 0, isRightToLeft: false)]
    }
    return TextRun.runs(of: text) { index(of: $0, style) }
  }

  /// Which font a letter is in does not depend on its size.
  private mutating func index(of letter: Character, _ style: TextStyle) -> Int {
    let key = LetterKey(letter: letter, weight: style.weight)
    if let known = indexes[key] { return known }
    let index = (0...SDLFont.fallbackPaths.count).first { hasFont($0, for: letter, style) } ?? 0
    if indexes.count > FontMemory.limit { indexes.removeAll() }
    indexes[key] = index
    return index
  }

  private mutating func font(_ style: TextStyle, for run: TextRun) -> OpaquePointer? {
    font(style, run.font, isRightToLeft: run.isRightToLeft)
  }

  mutating func width(of text: String, _ style: TextStyle) -> Double {
    let key = MaskKey(text: text, style: style)
    if let known = widths[key] { return known }
    guard let width = SDLFont.library.withLock({ _ in measure(text, style) }) else { return 0 }
    if widths.count > FontMemory.limit { widths.removeAll() }
    widths[key] = width
    return width
  }

  private mutating func measure(_ text: String, _ style: TextStyle) -> Double? {
    var total = 0.0
    for run in runs(text, style) {
      var width: Int32 = 0
      guard let font = font(style, for: run), TTF_SizeUTF8(font, run.text, &width, nil) == 0 else { return nil }
      total += Double(width)
    }
    return total
  }

  mutating func mask(of text: String, _ style: TextStyle) -> TextMask {
    let key = MaskKey(text: text, style: style)
    if let known = masks[key] { return known }
    let mask = SDLFont.library.withLock { _ in render(text, style) }
    if masks.count > FontMemory.limit { masks.removeAll() }
    masks[key] = mask
    return mask
  }

  private mutating func render(_ text: String, _ style: TextStyle) -> TextMask {
    let masks = runs(text, style).compactMap { render($0, style) }
    guard masks.count != 1 else { return masks[0] }
    return TextMask(joining: masks)
  }

  private mutating func render(_ run: TextRun, _ style: TextStyle) -> TextMask? {
    let white = SDL_Color(r: 255, g: 255, b: 255, a: 255)
    guard !run.text.isEmpty, let font = font(style, for: run),
      let surface = TTF_RenderUTF8_Blended(font, run.text, white)
    else { return nil }
    defer { SDL_FreeSurface(surface) }
    let width = Int(surface.pointee.w)
    let height = Int(surface.pointee.h)
    let pitch = Int(surface.pointee.pitch)
    guard let pixels = surface.pointee.pixels else { return nil }
    var coverage = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        coverage[y * width + x] = UInt8(pixels.load(fromByteOffset: y * pitch + x * 4, as: UInt32.self) >> 24)
      }
    }
    var advance: Int32 = 0
    TTF_SizeUTF8(font, run.text, &advance, nil)
    return TextMask(
      mask: CoverageMask(width: width, height: height, coverage: coverage), originX: 0,
      baseline: Int(TTF_FontAscent(font)), advance: Double(advance))
  }
}
