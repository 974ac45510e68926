/// A text of a lesson, in English and perhaps in other languages.
///
/// A phrase between two asterisks points at what the page highlights: "the tick on *card A*".
public struct LessonText: Sendable, Equatable {
  public let english: String
  /// By the codes of their languages, as in BCP 47.
  public let others: [String: String]
  /// Finds it in a language that it does not come in itself: files of words stand beside those of lessons.
  private var find: @Sendable (_ language: String) -> String? = { _ in nil }

  public init(_ english: String, others: [String: String] = [:]) {
    self.english = english
    self.others = others
  }

  /// The text in a language, in that language without its region, or else in English.
  public func text(in language: String) -> String {
    if language == "en" { return english }
    return own(language) ?? own(String(language.prefix { $0 != "-" })) ?? english
  }

  private func own(_ language: String) -> String? { others[language] ?? find(language) }

  /// The same text, which is looked for elsewhere too.
  ///
  /// - Parameter find: the text in a language; nil where there is none.
  func found(by find: @escaping @Sendable (_ language: String) -> String?) -> LessonText {
    var text = self
    text.find = find
    return text
  }

  /// Whether they say the same by themselves, wherever else they are looked for.
  public static func == (a: LessonText, b: LessonText) -> Bool { a.english == b.english && a.others == b.others }

  /// All that it says itself, by language.
  public var all: [String: String] { others.merging(["en": english]) { $1 } }
}

/// A part of a text: as it is, or a phrase that points.
public struct LessonSpan: Sendable, Equatable {
  public let text: String
  public let points: Bool

  public init(_ text: String, points: Bool = false) {
    self.text = text
    self.points = points
  }

  /// The parts of a text with marked phrases. Every second asterisk ends a phrase; one that is left over is a letter.
  public static func spans(of text: String) -> [LessonSpan] {
    var parts = text.split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    if parts.count % 2 == 0, parts.count > 1 {
      let last = parts.removeLast()
      parts[parts.count - 1] += "*" + last
    }
    return parts.enumerated().compactMap { index, part in
      part.isEmpty ? nil : LessonSpan(part, points: index % 2 == 1)
    }
  }
}
