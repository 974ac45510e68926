/// A text of a lesson, in English and perhaps in other languages.
///
/// A phrase between two asterisks points at what the page highlights: "the tick on *card A*".
public struct LessonText: Sendable, Equatable {
  public let english: String
  /// By the codes of their languages, as in BCP 47.
  public let others: [String: String]

  public init(_ english: String, others: [String: String] = [:]) {
    self.english = english
    self.others = others
  }

  /// The text in a language, in that language without its region, or else in English.
  public func text(in language: String) -> String {
    others[language] ?? others[String(language.prefix { $0 != "-" })] ?? english
  }

  /// All of it, by language.
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
