import LabWords
import Rasterizer
import Testing

@testable import LabView

/// Which languages a font has the letters of.
struct LettersTests {
  private func language(_ code: String, _ name: String) -> Language { Language(code: code, name: name) }

  @Test func theBuiltInFontHasThoseOfEnglish() {
    #expect(Language.english.isReadable(in: BuiltInFont()))
    for (code, name) in [("ja", "日本語"), ("uk", "Українська"), ("ar", "العربية")] {
      #expect(!language(code, name).isReadable(in: BuiltInFont()), "\(name)")
    }
    #expect(BuiltInFont().hasLetters(of: "−3.5 (12)"), "signs and digits are no letters")
  }

  @Test(.enabled(if: TestLanguages.font != nil, "DejaVu Sans is not installed"))
  func theFontOfTheWindowHasThoseOfManyMore() throws {
    let font = try #require(TestLanguages.font)
    for (code, name) in [("de", "Deutsch"), ("uk", "Українська"), ("ar", "العربية"), ("tr", "Türkçe")] {
      #expect(language(code, name).isReadable(in: font), "\(name)")
    }
    // Of no living language: no font of Debian's usual ones has it.
    #expect(!language("sux", "𒅴𒂠").isReadable(in: font))
  }

  @Test func itIsSaidWhatToInstall() {
    #expect(language("ja", "日本語").fontPackage == "fonts-droid-fallback")
    #expect(language("zh-Hant", "中文").fontPackage == "fonts-droid-fallback")
    #expect(language("uk", "Українська").fontPackage == "fonts-dejavu-core")
    let sentence = Words.english(.lettersMissing(languages: "ja", package: "fonts-droid-fallback"))
    #expect(sentence == "No font here has the letters of ja: install fonts-droid-fallback")
  }

  /// Marks that say which way a text reads are not seen, and take no room.
  @Test func marksTakeNoRoom() {
    let font = BuiltInFont()
    let style = TextStyle(size: 12)
    #expect(font.width(of: "\u{200F}weight\u{200E}", style) == font.width(of: "weight", style))
  }
}
