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

  private static let library = Mutex(())

  private let paths: [FontWeight: String]
  private let emboldens: Bool
  private var fonts: [TextStyle: OpaquePointer] = [:]
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

  private func font(_ style: TextStyle) -> OpaquePointer? {
    if let known = fonts[style] { return known }
    guard let path = paths[style.weight], let opened = TTF_OpenFont(path, Int32(clamping: max(style.size, 1))) else {
      return nil
    }
    TTF_SetFontHinting(opened, TTF_HINTING_LIGHT_SUBPIXEL)
    if emboldens, style.weight == .bold { TTF_SetFontStyle(opened, TTF_STYLE_BOLD) }
    fonts[style] = opened
    return opened
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
    var width: Int32 = 0
    guard let font = font(style), TTF_SizeUTF8(font, text, &width, nil) == 0 else { return nil }
    return Double(width)
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
    let empty = TextMask(mask: CoverageMask(width: 0, height: 0, coverage: []), originX: 0, baseline: 0, advance: 0)
    let white = SDL_Color(r: 255, g: 255, b: 255, a: 255)
    guard !text.isEmpty, let font = font(style), let surface = TTF_RenderUTF8_Blended(font, text, white) else {
      return empty
    }
    defer { SDL_FreeSurface(surface) }
    let width = Int(surface.pointee.w)
    let height = Int(surface.pointee.h)
    let pitch = Int(surface.pointee.pitch)
    guard let pixels = surface.pointee.pixels else { return empty }
    var coverage = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        coverage[y * width + x] = UInt8(pixels.load(fromByteOffset: y * pitch + x * 4, as: UInt32.self) >> 24)
      }
    }
    return TextMask(
      mask: CoverageMask(width: width, height: height, coverage: coverage), originX: 0,
      baseline: Int(TTF_FontAscent(font)), advance: measure(text, style) ?? 0)
  }
}
