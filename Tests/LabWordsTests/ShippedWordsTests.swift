import Foundation
import Testing

@testable import LabCore
@testable import LabWords

/// The languages that come with the program: whole, well formed, and with nothing that no text has.
struct ShippedWordsTests {
  static let codes = ["ar", "de", "es", "fr", "it", "ja", "pl", "pt", "tr", "uk", "zh"]

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("assets/words")

  static func words(_ code: String) throws -> Words {
    let data = try Data(contentsOf: folder.appendingPathComponent("\(code).json"))
    let json = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["language"] as? String == code)
    let rule = try #require((json["plurals"] as? String).flatMap(PluralRule.init(rawValue:)))
    return Words(
      language: Language(
        code: code, name: try #require(json["name"] as? String),
        isRightToLeft: json["isRightToLeft"] as? Bool ?? false, plurals: rule),
      templates: try #require(json["texts"] as? [String: String]))
  }

  @Test func theFolderHoldsTheseAndNoOthers() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ShippedWordsTests.folder.path)
    #expect(files.sorted() == ShippedWordsTests.codes.map { "\($0).json" })
  }

  @Test(arguments: codes)
  func nothingIsMissingAndNothingUnknown(_ code: String) throws {
    let words = try ShippedWordsTests.words(code)
    let keys =
      Label.allCases.map(\.rawValue) + Sentence.samples.map(\.key) + Explanation.allCases.map(\.key)
    let missing = keys.filter { words.templates[$0]?.isEmpty ?? true }
    #expect(missing.isEmpty, "\(code) lacks \(missing)")
    let unknown = Set(words.templates.keys).subtracting(keys).sorted()
    #expect(unknown.isEmpty, "\(code) has \(unknown), which no text is called")
  }

  /// Whatever the number: the language's own rule finds a form, and every value is said.
  @Test(arguments: codes)
  func everySentenceIsFilledForEveryNumber(_ code: String) throws {
    let words = try ShippedWordsTests.words(code)
    for sentence in Sentence.samples {
      guard let template = words.templates[sentence.key] else { continue }
      for count in [0, 1, 2, 3, 5, 11, 21, 22, 100, 12_345] {
        let values = sentence.values.mapValues { value in
          switch value {
          case .count: Sentence.Value.count(count)
          case .text: value
          }
        }
        let text = Template.filled(template, values, words.language)
        #expect(text != nil && text?.contains("{") == false, "\(code) \(sentence.key): \(template)")
      }
      for name in sentence.values.keys {
        #expect(template.contains("{\(name)"), "\(code) \(sentence.key) never says \(name)")
      }
    }
    for label in Label.allCases { #expect(words.templates[label.rawValue]?.contains("{") != true, "\(code) \(label)") }
  }

  /// What the machine prints on keys and what mathematics calls things stays.
  @Test(arguments: codes)
  func symbolsStay(_ code: String) throws {
    let words = try ShippedWordsTests.words(code)
    for symbol in ["σ", "BIC", "CSV", "PNG", "GIF"] {
      for key in words.templates.keys.sorted() {
        guard let english = english(key), english.contains(symbol), !key.hasPrefix("explain.") else { continue }
        #expect(words.templates[key]?.contains(symbol) == true, "\(code) \(key) lost \(symbol)")
      }
    }
  }

  private func english(_ key: String) -> String? {
    Label(rawValue: key)?.english ?? Sentence.samples.first { $0.key == key }?.english
  }
}
