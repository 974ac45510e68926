import FoundationEssentials
import LabCore
import LabFiles

/// The lessons that come with the program, and those that a user added.
enum LessonLibrary {
  /// All of them, in the order of their files' names. One that cannot be played is left out, which is said once.
  static let lessons = found

  private static var found: [Lesson] {
    var found: [String: LessonTranslations.Source] = [:]
    for (index, folder) in folders.enumerated() {
      let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
        $0.hasSuffix(".json")
      }
      for file in files.sorted() {
        do throws(FileError) {
          let lesson = try LessonFile.read("\(folder)/\(file)")
          found[lesson.name] = LessonTranslations.Source(lesson: lesson, folder: index)
        } catch {
          Console.note(error.description)
        }
      }
    }
    let translations = LessonTranslations(found, folders: folders)
    return found.sorted { $0.key < $1.key }.map { name, source in
      source.lesson.inOtherWords { translations.words(of: name, in: $0) }
    }
  }

  /// The lesson in a file; one that is at hand anyway comes in all of its languages.
  static func read(_ path: String) throws(FileError) -> Lesson {
    let lesson = try LessonFile.read(path)
    return lessons.first { $0 == lesson } ?? lesson
  }

  /// The lesson with a name, or the one in a file.
  static func lesson(_ name: String) throws -> Lesson {
    if let lesson = known(name) { return lesson }
    if isFile(name) { return try read(name) }
    let names = lessons.map { shortName($0.name) }
    throw Failure(
      "there is no lesson '\(name)'; "
        + (names.isEmpty ? "name the file of one" : "choose among \(names.joined(separator: ", "))"))
  }

  /// Whether a lesson that is asked for is one in a file, and not one at hand.
  static func isFile(_ name: String) -> Bool {
    known(name) == nil && (name.contains("/") || name.hasSuffix(".json"))
  }

  private static func known(_ name: String) -> Lesson? {
    lessons.first { $0.name == name || shortName($0.name) == name }
  }

  /// Without the number that puts the files in order.
  static func shortName(_ name: String) -> String {
    let rest = name.drop { $0.isNumber }
    return rest.first == "-" && rest.count < name.count ? String(rest.dropFirst()) : name
  }

  /// Later ones win.
  private static var folders: [String] {
    [Assets.file("lessons"), UserFolders().data + "/lessons"].compactMap { $0 }
  }
}
