import Foundation
import Testing

@testable import LabCore
@testable import LabFiles

/// What the lessons that come with the program say in other languages: all of it, page for page.
@Suite struct ShippedLessonWordsTests {
  static let languages = ["ar", "de", "es", "fr", "it", "ja", "pl", "pt", "tr", "uk", "zh"]

  private static func file(_ language: String) throws -> LessonWordsFile {
    try LessonWordsFile.read(Fixture.asset("lessons/words/\(language).json"))
  }

  @Test func theFolderHoldsThoseOfTheWindowAndNoOthers() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Fixture.asset("lessons/words"))
    #expect(files.sorted() == Self.languages.map { "\($0).json" })
    let words = try FileManager.default.contentsOfDirectory(atPath: Fixture.asset("words"))
    #expect(files.sorted() == words.sorted())
  }

  /// A page that was added to a lesson is named here until it is translated.
  @Test(arguments: languages)
  func everyPageIsThere(_ language: String) throws {
    let file = try Self.file(language)
    #expect(file.names == ShippedLessonsTests.names)
    for name in ShippedLessonsTests.names {
      let lesson = try ShippedLessonsTests.lesson(name)
      do throws(FileError) {
        let words = try file.words(for: lesson)
        let missing = lesson.pages.indices.filter { words?.pages[$0] == nil }.map { $0 + 1 }
        #expect(words != nil && missing.isEmpty, "\(language) lacks of \(name) the pages \(missing)")
      } catch {
        Issue.record("\(error)")
      }
    }
  }

  /// A few texts are the same in two languages, such as names and shares; whole sentences are not.
  @Test(arguments: languages)
  func sentencesAreTranslated(_ language: String) throws {
    let file = try Self.file(language)
    for name in ShippedLessonsTests.names {
      let lesson = try ShippedLessonsTests.lesson(name)
      guard let words = try file.words(for: lesson) else { continue }
      #expect(words.line != lesson.line.english, "\(language), \(name)")
      for (index, page) in lesson.pages.enumerated() {
        guard let own = words.pages[index] else { continue }
        #expect(own.text != page.text.english, "\(language), \(name), page \(index + 1)")
        #expect(own.ask == nil || own.ask != page.question?.ask.english, "\(language), \(name), page \(index + 1)")
        let replies = page.question?.choices.map(\.reply.english) ?? []
        for (choice, reply) in zip(own.choices, replies) {
          #expect(choice.reply != reply, "\(language), \(name), page \(index + 1): \(reply)")
        }
        #expect(Set(own.choices.map(\.label)).count == own.choices.count, "\(language), \(name), page \(index + 1)")
        #expect(Set(own.choices.map(\.reply)).count == own.choices.count, "\(language), \(name), page \(index + 1)")
      }
    }
  }
}
