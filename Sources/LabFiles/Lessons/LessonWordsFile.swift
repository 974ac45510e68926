import LabCore

/// What lessons say in another language as JSON, in a file that is called after the language:
///
/// ```
/// {"format": "mixture-lab lesson words", "version": 1, "lessons": {
///   "03-move-and-reshape": {"title": "Verschieben und verformen", "line": "…", "pages": [
///     {"text": "…", "ask": "…", "choices": [{"label": "Es wächst", "reply": "…"}, …]},
///     {"text": "Die Marke auf *Karte A* …"}, {}]}}}
/// ```
///
/// Lessons are called as their files are. Each has all of its pages, in its order, with the answers in their order and as
/// many phrases between asterisks as in English; a page that is not translated yet is empty.
public struct LessonWordsFile: Sendable, Equatable {
  static let format = "mixture-lab lesson words"
  /// Raised whenever a file could say something that an older program would not understand.
  static let version: UInt64 = 1

  private let path: String
  private let lessons: [String: JSONValue]

  /// The lessons that it has words for, by their names.
  public var names: [String] { lessons.keys.sorted() }

  /// Throws for whatever is no such file, or is of a newer version. What it says of a lesson is looked at with that
  /// lesson.
  public static func read(_ path: String) throws(FileError) -> LessonWordsFile {
    try file(JSONValue.read(path), path: path)
  }

  static func file(_ json: JSONValue, path: String) throws(FileError) -> LessonWordsFile {
    func refuse(_ problem: String) -> FileError {
      .notUsable(path: path, problem: problem, advice: "see assets/lessons/words for files that are taken")
    }
    guard json["format"]?.text == format, case .object(let members) = json else {
      throw refuse("holds no words of lessons")
    }
    guard let version = json["version"]?.unsigned, version > 0 else {
      throw refuse("holds words of lessons without their version")
    }
    guard version <= LessonWordsFile.version else { throw .newer(path: path, version: version) }
    if let other = members.first(where: { !["format", "version", "lessons"].contains($0.key) }) {
      throw refuse("has a member '\(other.key.forOneLine())' that words of lessons do not have")
    }
    guard case .object(let lessons) = json["lessons"] else { throw refuse("has no lessons") }
    return LessonWordsFile(
      path: path, lessons: Dictionary(lessons.map { ($0.key, $0.value) }) { first, _ in first })
  }

  /// What a lesson says in this language; nil where the file says nothing of it. Throws where the words do not fit the
  /// lesson.
  public func words(for lesson: Lesson) throws(FileError) -> LessonWords? {
    guard let json = lessons[lesson.name] else { return nil }
    do throws(LessonFlaw) {
      return try LessonWordsReader(lesson: lesson).words(json)
    } catch {
      throw .notUsable(
        path: path, problem: "has words for the lesson '\(lesson.name.forOneLine())' that do not fit it (\(error))",
        advice: "correct them; until then they are not used")
    }
  }
}
