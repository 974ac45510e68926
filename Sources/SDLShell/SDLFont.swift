import CSDL2
import Rasterizer
import Synchronization

/// Text from a TrueType font by SDL2_ttf, as coverage masks. A font belongs to one thread; what all fonts share in
/// SDL2_ttf is used by one thread at a time.
public final class SDLFont: TextSource {
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

  private static let library = Mutex(())

  private let paths: [FontWeight: String]
  private let emboldens: Bool
  private var fonts: [FontKey: OpaquePointer] = [:]
  /// The fonts that letters are in, found once.
  private var indexes: [LetterKey: Int] = [:]
  private var masks: [MaskKey: TextMask] = [:]
  private var widths: [MaskKey: Double] = [:]

  /// More texts than any window shows at once; beyond them the memory starts afresh.
  private static let memoryLimit = 4000

  /// Opens a font file; a bold companion beside it (`Name-Bold.ttf`) is used for bold text. `nil` when the file is
  /// missing or no font.
  public convenience init?(path: String) {
    guard let companions = SDLFont.library.withLock({ _ in SDLFont.companions(of: path) }) else { return nil }
    self.init(companions)
  }

  private init(_ companions: (paths: [FontWeight: String], emboldens: Bool)) {
    (paths, emboldens) = companions
  }

  private static func companions(of path: String) -> (paths: [FontWeight: String], emboldens: Bool)? {
    guard TTF_WasInit() > 0 || TTF_Init() == 0 else { return nil }
    guard let probe = TTF_OpenFont(path, 12) else { return nil }
    TTF_CloseFont(probe)
    var bold = path
    if path.hasSuffix(".ttf") { bold = path.dropLast(4) + "-Bold.ttf" }
    if let probe = bold == path ? nil : TTF_OpenFont(bold, 12) {
      TTF_CloseFont(probe)
      return ([.book: path, .bold: bold], false)
    }
    return ([.book: path, .bold: path], true)
  }

  deinit {
    let opened = Array(fonts.values)
    SDLFont.library.withLock { _ in
      for font in opened { TTF_CloseFont(font) }
    }
  }

  /// Where Debian and its relatives keep DejaVu Sans.
  public static let usualPaths = [
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/TTF/DejaVuSans.ttf", "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
  ]

  /// Fonts with the letters that DejaVu Sans lacks, such as those of Chinese and Japanese.
  public static let fallbackPaths = [
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
  ]

  private func font(_ style: TextStyle, _ index: Int = 0, isRightToLeft: Bool = false) -> OpaquePointer? {
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

  private func hasFont(_ index: Int, for character: Character, _ style: TextStyle) -> Bool {
    guard let scalar = character.unicodeScalars.first, let font = font(style, index) else { return false }
    return TTF_GlyphIsProvided32(font, scalar.value) != 0
  }

  public func hasLetters(of text: String) -> Bool {
    let style = TextStyle(size: 12)
    return SDLFont.library.withLock { _ in
      text.allSatisfy { character in
        !character.isLetter || (0...SDLFont.fallbackPaths.count).contains { hasFont($0, for: character, style) }
      }
    }
  }

  private func runs(_ text: String, _ style: TextStyle) -> [TextRun] {
    // The letters of most of Europe are in every font, and read from the left.
    guard text.unicodeScalars.contains(where: { $0.value >= 0x0590 }) else {
      return [TextRun(text: text, font: 0, isRightToLeft: false)]
    }
    return TextRun.runs(of: text) { index(of: $0, style) }
  }

  /// Which font a letter is in does not depend on its size.
  private func index(of letter: Character, _ style: TextStyle) -> Int {
    let key = LetterKey(letter: letter, weight: style.weight)
    if let known = indexes[key] { return known }
    let index = (0...SDLFont.fallbackPaths.count).first { hasFont($0, for: letter, style) } ?? 0
    if indexes.count > SDLFont.memoryLimit { indexes.removeAll() }
    indexes[key] = index
    return index
  }

  private func font(_ style: TextStyle, for run: TextRun) -> OpaquePointer? {
    font(style, run.font, isRightToLeft: run.isRightToLeft)
  }

  public func width(of text: String, _ style: TextStyle) -> Double {
    let key = MaskKey(text: text, style: style)
    if let known = widths[key] { return known }
    guard let width = SDLFont.library.withLock({ _ in measure(text, style) }) else { return 0 }
    if widths.count > SDLFont.memoryLimit { widths.removeAll() }
    widths[key] = width
    return width
  }

  private func measure(_ text: String, _ style: TextStyle) -> Double? {
    var total = 0.0
    for run in runs(text, style) {
      var width: Int32 = 0
      guard let font = font(style, for: run), TTF_SizeUTF8(font, run.text, &width, nil) == 0 else { return nil }
      total += Double(width)
    }
    return total
  }

  public func mask(of text: String, _ style: TextStyle) -> TextMask {
    let key = MaskKey(text: text, style: style)
    if let known = masks[key] { return known }
    let mask = SDLFont.library.withLock { _ in render(text, style) }
    if masks.count > SDLFont.memoryLimit { masks.removeAll() }
    masks[key] = mask
    return mask
  }

  private func render(_ text: String, _ style: TextStyle) -> TextMask {
    let masks = runs(text, style).compactMap { render($0, style) }
    guard masks.count != 1 else { return masks[0] }
    return TextMask(joining: masks)
  }

  private func render(_ run: TextRun, _ style: TextStyle) -> TextMask? {
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

extension TextMask {
  /// Masks side by side on one baseline, each where the pen is after those before it.
  init(joining masks: [TextMask]) {
    let baseline = masks.map(\.baseline).max() ?? 0
    let below = masks.map { $0.mask.height - $0.baseline }.max() ?? 0
    var pen = 0.0
    let places = masks.map { mask in
      defer { pen += mask.advance }
      return Int(pen.rounded())
    }
    let width = min(zip(masks, places).map { $1 + $0.mask.width }.max() ?? 0, Bitmap.maximumSide)
    let height = baseline + below
    var coverage = [UInt8](repeating: 0, count: width * height)
    for (mask, place) in zip(masks, places) {
      for y in 0..<mask.mask.height {
        let row = (y + baseline - mask.baseline) * width + place
        for x in 0..<min(mask.mask.width, width - place) {
          coverage[row + x] = max(coverage[row + x], mask.mask.coverage[y * mask.mask.width + x])
        }
      }
    }
    self.init(
      mask: CoverageMask(width: width, height: height, coverage: coverage), originX: 0, baseline: baseline, advance: pen
    )
  }
}
