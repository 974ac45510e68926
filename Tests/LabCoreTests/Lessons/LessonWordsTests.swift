import Synchronization
import Testing

@testable import LabCore

/// A lesson in other words: found where they are wanted, English where there are none, and no part of what is played.
struct LessonWordsTests {
  private static let lesson = Lesson(
    name: "a", title: LessonText("Title", others: ["fr": "Titre"]), line: LessonText("Line"), minutes: 5,
    scene: .made(LessonSetup(example: .twoOptima)),
    pages: [
      LessonPage(
        text: LessonText("One."),
        question: LessonQuestion(
          ask: LessonText("Why?"),
          choices: [
            .init(label: LessonText("Wrong"), reply: LessonText("Not so."), isRight: false),
            .init(label: LessonText("Right"), reply: LessonText("So."), isRight: true),
          ])),
      LessonPage(text: LessonText("Two.")), LessonPage(text: LessonText("Three.")),
    ])

  private static let german = LessonWords(
    title: "Titel", line: "Zeile",
    pages: [
      .init(
        text: "Eins.", ask: "Warum?",
        choices: [.init(label: "Falsch", reply: "Nicht so."), .init(label: "Richtig", reply: "So ist es.")]), nil,
    ])

  @Test func eachTextIsFoundInItsPlace() {
    let lesson = Self.lesson.inOtherWords { $0 == "de" || $0 == "fr" ? Self.german : nil }
    #expect(lesson.title.text(in: "de") == "Titel" && lesson.line.text(in: "de-AT") == "Zeile")
    let page = lesson.pages[0]
    #expect(page.text.text(in: "de") == "Eins." && page.question?.ask.text(in: "de") == "Warum?")
    #expect(page.question?.choices.map { $0.label.text(in: "de") } == ["Falsch", "Richtig"])
    #expect(page.question?.choices.map { $0.reply.text(in: "de") } == ["Nicht so.", "So ist es."])
    #expect(page.question?.choices.map(\.isRight) == [false, true])
    #expect(lesson.title.text(in: "fr") == "Titre", "what it says itself counts more")
  }

  @Test func whatIsMissingAppearsInEnglish() {
    let lesson = Self.lesson.inOtherWords { $0 == "de" ? Self.german : nil }
    #expect(lesson.pages[1].text.text(in: "de") == "Two." && lesson.pages[2].text.text(in: "de") == "Three.")
    #expect(lesson.title.text(in: "it") == "Title" && lesson.title.text(in: "en") == "Title")
  }

  @Test func wordsAreLookedForWhereTheyAreWanted() {
    let asked = Mutex<Set<String>>([])
    let lesson = Self.lesson.inOtherWords { language in
      asked.withLock { _ = $0.insert(language) }
      return nil
    }
    #expect(lesson.line.text(in: "en") == "Line" && asked.withLock { $0.isEmpty })
    #expect(lesson.line.text(in: "pt-BR") == "Line" && asked.withLock { $0 } == ["pt-BR", "pt"])
  }

  /// Whatever language is on show and whenever it changes, the same is played.
  @Test func languagesAreNoPartOfWhatIsPlayed() {
    let lesson = Self.lesson.inOtherWords { $0 == "de" ? Self.german : nil }
    #expect(lesson == Self.lesson)
    func played(_ lesson: Lesson, _ languages: [String]) -> LabState {
      var lab = LabState.opened()
      lab.provide([lesson])
      lab.perform(.lesson(.start(name: "a", page: 0)))
      for (index, language) in languages.enumerated() {
        lab.perform(.interface(.setLanguage(language)), .lesson(.answer(index % 2)), .run(.stepForward))
        if index == 1 { lab.perform(.lesson(.next)) }
      }
      lab.perform(.interface(.setLanguage("en")))
      return lab
    }
    let (english, changing) = (played(Self.lesson, ["en", "en", "en"]), played(lesson, ["de", "it", "de"]))
    #expect(english.lesson == changing.lesson && english.lasts(as: changing))
  }
}
