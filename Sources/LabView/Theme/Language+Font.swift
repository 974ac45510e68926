import LabWords
import Rasterizer

extension Language {
  /// Whether a font has the letters in which the language writes its own name, and so those that it writes with.
  public func isReadable(in font: any TextSource) -> Bool { font.hasLetters(of: name) }
}
