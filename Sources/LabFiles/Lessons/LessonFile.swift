import LabCore

/// A lesson as JSON:
///
/// ```
/// {"format": "mixture-lab lesson", "version": 1,
///  "title": "What the M-step does", "line": "Weights, means and shapes from shares.", "minutes": 6,
///  "scene": {"example": "threeClusters", "halfSteps": 1},
///  "picture": 1, "controls": ["restart", "back", "next", "hand", "inspect", "fit"],
///  "pages": [
///    {"text": "The tick on *card A* marks how many points it expects.", "highlight": "card A", "locked": ["next"],
///     "question": {"ask": "What will the M-step do to A’s weight?", "choices": [
///       {"label": "It grows", "reply": "…", "right": true}, {"label": "It falls", "reply": "…"}]}},
///    {"text": "See for yourself.", "gate": {"halfSteps": 1}},
///    {"text": "Be the M-step: move, stretch and turn the ellipses.", "scene": {"example": "unequal", "halfSteps": 3},
///     "exercise": {"kind": "move", "tolerance": 0.25, "feedback": "at once", "seed": 5}}]}
/// ```
///
/// A text is English, or an object of texts by language that has "en": `{"en": "It grows", "de": "Es wächst"}`. What is
/// between two asterisks points at the highlight. `controls` and `locked` name parts of the window (`LessonPart`); those of a
/// page take the place of the lesson's. `picture` is the page whose scene the list shows. A scene is one of the
/// program's own data sets, as above, or a whole scene as it is saved. Of a page only its text is needed.
///
/// A question has a choice that is right, or is `"open": true`: one to argue about, which is not marked.
///
/// An exercise (`Exercise`) is of a kind – owners, move, order, gain, count, diagnosis, mystery – and marked within
/// a tolerance that its kind explains; its points are those of its page's scene, or of the lesson's, from its seed on. A
/// diagnosis has runs of its own, a mystery a "level". Its mark is told "at once", or at the "end".
public enum LessonFile {
  static let format = "mixture-lab lesson"
  /// Raised whenever a lesson could say something that an older program would not understand: since 2 there are
  /// exercises and open questions.
  static let version: UInt64 = 2

  /// Throws for whatever is no lesson, says what cannot be, or is of a newer version.
  public static func read(_ path: String) throws(FileError) -> Lesson { try lesson(JSONValue.read(path), path: path) }

  static func isLesson(_ json: JSONValue?) -> Bool { json?["format"]?.text == format }

  /// Whether a file holds a lesson, as far as its format says.
  public static func isLikely(_ path: String) -> Bool {
    SceneFile.isLikely(path) && isLesson(try? JSONValue.read(path))
  }

  /// The lesson that a document says.
  static func lesson(_ json: JSONValue, path: String) throws(FileError) -> Lesson {
    guard isLesson(json) else {
      throw .notUsable(path: path, problem: "is no lesson", advice: "open a lesson, a scene or a table")
    }
    guard let version = json["version"]?.unsigned, version > 0 else {
      throw .notUsable(path: path, problem: "is a lesson without its version", advice: "use a copy that is whole")
    }
    guard version <= LessonFile.version else { throw .newer(path: path, version: version) }
    do throws(LessonFlaw) {
      return try LessonReader(path: path).lesson(json)
    } catch {
      throw .notUsable(
        path: path, problem: "is no usable lesson (\(error))", advice: "correct it, or use a copy that is whole")
    }
  }

  /// What the lesson is called: its file without folder and ending.
  static func name(ofFile path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".json") ? String(file.dropLast(5)) : file
  }
}

/// Why a lesson cannot be played: where, and what is wrong there.
struct LessonFlaw: Error, Equatable, CustomStringConvertible {
  /// Counted from 1; nil where it is no page's.
  let page: Int?
  /// As in question.choices[0].label; empty for the whole.
  let field: String
  /// A clause.
  let problem: String

  var description: String {
    let place = [page.map { "page \($0)" }, field.isEmpty ? nil : field].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty ? problem : "\(place) \(problem)"
  }
}
