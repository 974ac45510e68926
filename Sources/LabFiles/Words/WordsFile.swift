/// A language of the window as JSON:
///
/// ```
/// {"language": "de", "name": "Deutsch", "plurals": "oneAndOther", "isRightToLeft": false,
///  "texts": {"brush": "Pinsel", "pointCount": "{count, plural, one {# Punkt} other {# Punkte}}"}}
/// ```
///
/// `plurals` names the rule by which numbers choose a form (`PluralRule` in `LabWords`). Texts that are missing appear in
/// English; `isRightToLeft` may be.
public struct WordsFile: Sendable, Equatable {
  /// As in BCP 47.
  public let language: String
  /// What the language calls itself.
  public let name: String
  public let plurals: String
  public let isRightToLeft: Bool
  /// Templates by their keys.
  public let texts: [String: String]

  /// Throws for whatever is no such file.
  public static func read(_ path: String) throws(FileError) -> WordsFile {
    let json = try JSONValue.read(path)
    func refuse(_ problem: String) -> FileError {
      .notUsable(path: path, problem: problem, advice: "see assets/words for files that are taken")
    }
    guard case .object(let members) = json else { throw refuse("is no table of words") }
    let known = ["language", "name", "plurals", "isRightToLeft", "texts"]
    if let other = members.first(where: { !known.contains($0.key) }) {
      throw refuse("has a member '\(other.key.forOneLine())' that a table of words does not have")
    }
    guard let language = json["language"]?.text, !language.isEmpty, let name = json["name"]?.text else {
      throw refuse("does not say its language and what that calls itself")
    }
    guard let plurals = json["plurals"]?.text else { throw refuse("does not say how its numbers choose a form") }
    var isRightToLeft = false
    switch json["isRightToLeft"] {
    case .bool(let value): isRightToLeft = value
    case nil: break
    case .null, .integer, .number, .string, .array, .object:
      throw refuse("says neither true nor false of isRightToLeft")
    }
    guard case .object(let entries) = json["texts"] else { throw refuse("has no texts") }
    var texts: [String: String] = [:]
    for entry in entries {
      guard let text = entry.value.text else { throw refuse("has no text at '\(entry.key.forOneLine())'") }
      texts[entry.key] = text
    }
    return WordsFile(
      language: language, name: name, plurals: plurals, isRightToLeft: isRightToLeft, texts: texts)
  }
}
