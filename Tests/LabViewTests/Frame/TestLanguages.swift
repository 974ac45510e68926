import Foundation
import GoldenImages
import LabFiles
import Rasterizer
import SDLShell

@testable import LabWords

/// The languages of the tests: those that come with the program, and some that nobody speaks.
enum TestLanguages {
  static let shipped = ["ar", "de", "es", "fr", "it", "ja", "pl", "pt", "tr", "uk", "zh"]

  /// English in disguise.
  enum Pseudo: String, CaseIterable {
    /// Every letter has something above it.
    case accents = "qps-accents"
    /// Every text is wrapped into marks that have it read from the right, which nobody sees.
    case marks = "qps-marks"
    /// Twice as long.
    case long = "qps-long"

    func disguised(_ text: String) -> String {
      switch self {
      case .accents:
        Pseudo.outside(text).map { $0.isOutside ? Pseudo.accented[$0.character] ?? $0.character : $0.character }
          .reduce(into: "") { $0.append($1) }
      case .marks: "\u{200F}" + text + "\u{200F}"
      case .long: text + " " + String(Pseudo.outside(text).filter(\.isOutside).map(\.character))
      }
    }

    private static let accented: [Character: Character] = [
      "a": "å", "e": "ë", "i": "ï", "o": "ö", "u": "ü", "A": "Å", "E": "Ë", "I": "Ï", "O": "Ö", "U": "Ü", "n": "ñ",
      "c": "ç", "s": "š", "y": "ÿ",
    ]

    /// The characters of a template, and whether they are text rather than names of values.
    private static func outside(_ text: String) -> [(character: Character, isOutside: Bool)] {
      var depth = 0
      return text.map { character in
        if character == "{" { depth += 1 }
        defer { if character == "}" { depth -= 1 } }
        return (character, depth == 0)
      }
    }
  }

  /// The font of the window, where it is installed.
  static var font: SDLFont? { SDLFont.usualPaths.lazy.compactMap { SDLFont(path: $0) }.first }

  /// How the letters of three scripts are drawn here: other versions of fonts and of what draws them do it otherwise. nil
  /// where a font is missing.
  static var lettersDigest: UInt64? {
    guard let font, font.hasLetters(of: "日本語") else { return nil }
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for weight in [FontWeight.book, .bold] {
      for text in ["Wie groß wächst A?", "ما الذي يحدث؟", "日本語の問い、「はい」"] {
        let mask = font.mask(of: text, TextStyle(size: 18, weight: weight)).mask
        for byte in mask.coverage { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
      }
    }
    return digest
  }

  /// Lets the window find them.
  static func provide() throws { try provided.get() }

  private static let provided = Result {
    var found = try Dictionary(uniqueKeysWithValues: shipped.map { ($0, try words($0)) })
    // Keys are those of any language; sentences have no English without their values.
    let german = found["de"]?.templates ?? [:]
    let explanations = Dictionary(uniqueKeysWithValues: Explanation.allCases.map { ($0.key, $0.english) })
    for pseudo in Pseudo.allCases {
      let texts = german.map { key, text in
        (key, pseudo.disguised(Label(rawValue: key)?.english ?? explanations[key] ?? text))
      }
      found[pseudo.rawValue] = Words(
        language: Language(code: pseudo.rawValue, name: pseudo.rawValue),
        templates: Dictionary(uniqueKeysWithValues: texts))
    }
    let all = found
    Lexicon.shared.look(codes: shipped) { all[$0] }
  }

  private static func words(_ code: String) throws -> Words {
    let file = try WordsFile.read(SourceTree.root.appendingPathComponent("assets/words/\(code).json").path)
    return Words(
      language: Language(
        code: code, name: file.name, isRightToLeft: file.isRightToLeft,
        plurals: PluralRule(rawValue: file.plurals) ?? .oneAndOther),
      templates: file.texts)
  }
}
