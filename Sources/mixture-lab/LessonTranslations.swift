import FoundationEssentials
import LabCore
import LabFiles
import Synchronization

/// What lessons say in other languages. The files of a language are read when it is first wanted, and are supposed not to
/// change while the program runs, as those of its words.
final class LessonTranslations: Sendable {
  /// A lesson as its file has it, and which of the folders that is in.
  struct Source: Sendable {
    let lesson: Lesson
    let folder: Int
  }

  private let sources: [String: Source]
  private let folders: [String]
  private let known = Mutex<[String: [String: LessonWords]]>([:])

  /// - Parameters:
  ///   - sources: the lessons by their names.
  ///   - folders: those that lessons are in, later ones win. The words stand in the folder "words" of each, and are those
  ///     of lessons there or in folders before it.
  init(_ sources: [String: Source], folders: [String]) {
    self.sources = sources
    self.folders = folders
  }

  func words(of lesson: String, in language: String) -> LessonWords? {
    known.withLock { known in
      if let words = known[language] { return words[lesson] }
      let words = read(language)
      known[language] = words
      return words[lesson]
    }
  }

  /// By the lessons' names. What cannot be used is left out, which is said.
  private func read(_ language: String) -> [String: LessonWords] {
    guard language.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else { return [:] }
    var found: [String: LessonWords] = [:]
    for (index, folder) in folders.enumerated() {
      let path = "\(folder)/words/\(language).json"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      do throws(FileError) {
        let file = try LessonWordsFile.read(path)
        for name in file.names {
          guard let source = sources[name] else {
            Console.note("'\(path)' has words for '\(name.forOneLine())', which is no lesson here")
            continue
          }
          if source.folder > index { continue }
          do throws(FileError) {
            found[name] = try file.words(for: source.lesson)?.over(found[name]) ?? found[name]
          } catch {
            Console.note(error.description)
          }
        }
      } catch {
        Console.note(error.description)
      }
    }
    return found
  }
}

extension LessonWords {
  /// These words, and others on the pages that they do not have.
  fileprivate func over(_ others: LessonWords?) -> LessonWords {
    guard let others, others.pages.count == pages.count else { return self }
    return LessonWords(title: title, line: line, pages: zip(pages, others.pages).map { $0 ?? $1 })
  }
}
