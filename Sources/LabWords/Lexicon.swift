import Synchronization

/// The languages at hand, each looked up when it is first wanted.
///
/// Like the letters of a font, words come from files that are there when the program starts and do not change while it
/// runs: with the same files, the same state has the same words.
public final class Lexicon: Sendable {
  /// The one that the window reads.
  public static let shared = Lexicon()

  private struct Contents {
    var codes: [String]
    var find: @Sendable (_ code: String) -> Words?
    var known: [String: Words]
  }

  private let contents: Mutex<Contents>

  /// - Parameters:
  ///   - codes: those of all languages at hand but English.
  ///   - find: the words of a language by its code; nil where there are none.
  public init(codes: [String] = [], find: @escaping @Sendable (_ code: String) -> Words? = { _ in nil }) {
    contents = Mutex(Contents(codes: codes, find: find, known: [:]))
  }

  /// Looks for languages elsewhere from now on.
  ///
  /// - Parameters:
  ///   - codes: those of all languages at hand but English.
  ///   - find: the words of a language by its code; nil where there are none.
  public func look(codes: [String] = [], _ find: @escaping @Sendable (_ code: String) -> Words?) {
    contents.withLock { $0 = Contents(codes: codes, find: find, known: [:]) }
  }

  /// The languages at hand, English first.
  public var languages: [Language] {
    [.english] + contents.withLock { $0.codes }.map { words($0).language }.filter { $0 != .english }
  }

  /// The words of a language, or the English ones where it is not at hand.
  public func words(_ code: String) -> Words {
    if code == Language.english.code { return .english }
    return contents.withLock { contents in
      if let known = contents.known[code] { return known }
      let words = contents.find(code) ?? .english
      contents.known[code] = words
      return words
    }
  }
}
