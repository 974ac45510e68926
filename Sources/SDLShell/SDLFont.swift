import CSDL2
import Rasterizer
import Synchronization

/// Text from a TrueType font by SDL2_ttf, as coverage masks. One thread at a time uses a font, and what all fonts share in
/// SDL2_ttf.
public final class SDLFont: TextSource {
  static let library = Mutex(())

  private let memory: Mutex<FontMemory>

  /// Opens a font file; a bold companion beside it (`Name-Bold.ttf`) is used for bold text. `nil` when the file is
  /// missing or no font.
  public convenience init?(path: String) {
    guard let companions = SDLFont.library.withLock({ _ in SDLFont.companions(of: path) }) else { return nil }
    self.init(companions)
  }

  private init(_ companions: (paths: [FontWeight: String], emboldens: Bool)) {
    memory = Mutex(FontMemory(paths: companions.paths, emboldens: companions.emboldens))
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
    memory.withLock { $0.close() }
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

  public func hasLetters(of text: String) -> Bool { memory.withLock { $0.hasLetters(of: text) } }

  public func width(of text: String, _ style: TextStyle) -> Double { memory.withLock { $0.width(of: text, style) } }

  public func mask(of text: String, _ style: TextStyle) -> TextMask { memory.withLock { $0.mask(of: text, style) } }
}
