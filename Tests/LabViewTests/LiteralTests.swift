import Foundation
import LabWords
import Testing

/// The window's words live in LabWords: elsewhere in what it is made of no text is spelled out.
struct LiteralTests {
  /// Signs and names of the field that are the same in every language.
  private static let allowed: Set<String> = [
    "E", "M", "K", "F1", "F11", "…", "_", "!", "–", "+", "−", "×", "x", "y", "0.000", "00", "1.5×",
    // The program's name, and SDL's names of drivers and settings.
    "Mixture Lab", "offscreen", "dummy", "nearest",
    // What files of lessons say of when a mark is told.
    "at once", "end",
    // The codes of languages and of a script.
    "en", "ja", "tr", "zh", "Arab",
  ]

  /// What is no word of the window: a sentence for who started the program without a display, and where fonts lie.
  private static let otherReaders: Set<String> = ["Icon.swift", "Screen.swift", "SDLFont.swift"]

  @Test(arguments: ["Sources/LabView", "Sources/LabCore", "Sources/SDLShell"])
  func noFileSpellsOutWords(_ folder: String) throws {
    let root = SourceTree.root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var checked = 0
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      checked += 1
      if LiteralTests.otherReaders.contains(file.lastPathComponent) { continue }
      for literal in LiteralTests.literals(try String(contentsOf: file, encoding: .utf8)) {
        if LiteralTests.allowed.contains(literal) { continue }
        #expect(!LiteralTests.isPhrase(literal), "\(file.lastPathComponent): “\(literal)” belongs into LabWords")
      }
    }
    #expect(checked > 5)
  }

  /// What nobody says is not translated either.
  @Test func everyLabelIsAskedFor() throws {
    let root = SourceTree.root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    var asked: Set<String> = []
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", file.lastPathComponent != "Label+English.swift" else { continue }
      for part in try String(contentsOf: file, encoding: .utf8).utf8.split(separator: UInt8(ascii: ".")).dropFirst() {
        let name = part.prefix { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        asked.insert(String(Substring(name)))
      }
    }
    let unused = Label.allCases.map(\.rawValue).filter { !asked.contains($0) }
    #expect(unused.isEmpty, "\(unused)")
  }

  @Test func phrasesAreRecognized() {
    #expect(
      LiteralTests.isPhrase("Log-likelihood") && LiteralTests.isPhrase("adopt this") && LiteralTests.isPhrase("of"))
    for sign in [
      "%.3g", "e+0", "→", ", ", "(", "\\u{2212}", "random-points", "floor-applied", "SDL_VIDEODRIVER", "x11",
    ] {
      #expect(!LiteralTests.isPhrase(sign), "\(sign)")
    }
    #expect(LiteralTests.literals("let a = \"one \\(b) two\" // \"no\"\n/// \"no\"\nlet c = \"\"") == ["one  two", ""])
  }

  /// Text for people: letters, in words or a word of ordinary spelling; not an identifier, a format, a single letter.
  private static func isPhrase(_ literal: String) -> Bool {
    if literal.contains("%.") || literal.hasPrefix("e+") || literal.hasPrefix("e-") || literal.hasPrefix("\\u") {
      return false
    }
    let letters = literal.filter(\.isLetter)
    guard letters.count >= 2 else { return false }
    if literal.contains(" ") { return true }
    // Identities and names of the system: no spaces, all of one case with signs or digits among them.
    let hasSigns = literal.contains { "-_./0123456789".contains($0) }
    if hasSigns, letters.allSatisfy(\.isLowercase) || letters.allSatisfy(\.isUppercase) { return false }
    return !letters.allSatisfy(\.isUppercase)
  }

  /// The string literals of a source file, without comments and interpolations.
  private static func literals(_ source: String) -> [String] {
    var found: [String] = []
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      var rest = line[...]
      while let start = rest.firstIndex(where: { $0 == "\"" || $0 == "/" }) {
        if rest[start] == "/" {
          let next = rest.index(after: start)
          if next < rest.endIndex, rest[next] == "/" { break }
          rest = rest[next...]
          continue
        }
        var text = ""
        var depth = 0
        var index = rest.index(after: start)
        while index < rest.endIndex {
          let character = rest[index]
          let next = rest.index(after: index)
          if depth == 0, character == "\"" { break }
          if character == "\\", next < rest.endIndex, rest[next] == "(" {
            depth += 1
            index = rest.index(after: next)
            continue
          }
          if depth > 0 {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
          } else {
            text.append(character)
          }
          index = next
        }
        found.append(text)
        rest = index < rest.endIndex ? rest[rest.index(after: index)...] : rest[rest.endIndex...]
      }
    }
    return found
  }
}
