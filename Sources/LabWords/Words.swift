/// The window's words in one language: give it a text's name and get the text.
///
/// A language is a table from keys to templates. What it lacks appears in English, so that a translation may be begun
/// and never breaks the window.
public struct Words: Sendable {
  public let language: Language
  /// By the keys of `Label`, `Sentence` and `Explanation`.
  public let templates: [String: String]

  public static let english = Words(language: .english)

  /// - Parameter templates: by the keys of `Label` and `Sentence`; empty for English, which has no table.
  public init(language: Language, templates: [String: String] = [:]) {
    self.language = language
    self.templates = templates
  }

  /// A text that is always the same.
  public func callAsFunction(_ label: Label) -> String { templates[label.rawValue] ?? label.english }

  /// One sentence about something in the window, shown while the pointer rests on it.
  public func sentence(on explanation: Explanation) -> String {
    templates[explanation.key] ?? explanation.english
  }

  /// A text that names values.
  public func callAsFunction(_ sentence: Sentence) -> String {
    let values = sentence.values
    if let own = templates[sentence.key], let text = Template.filled(own, values, language) { return text }
    return Template.filled(sentence.english, values, .english) ?? sentence.english
  }
}
