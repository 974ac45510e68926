import Testing

@testable import LabCore
@testable import LabFiles

/// Files of what lessons say in other languages: what is read, and how what cannot be is refused.
@Suite struct LessonWordsFileTests {
  private static let lesson = Lesson(
    name: "a-lesson", title: LessonText("Title"), line: LessonText("Line"), minutes: 5,
    scene: .made(LessonSetup(example: .empty)),
    pages: [
      LessonPage(
        text: LessonText("Look at *card A*."), highlight: .card(0),
        question: LessonQuestion(
          ask: LessonText("Why?"),
          choices: [
            .init(label: LessonText("So"), reply: LessonText("Because of *it*."), isRight: true),
            .init(label: LessonText("Not so"), reply: LessonText("No."), isRight: false),
          ])),
      LessonPage(text: LessonText("Paint.")),
    ])

  private static let whole = """
    {"format": "mixture-lab lesson words", "version": 1, "lessons": {
      "a-lesson": {"title": "Titel", "line": "Zeile", "pages": [
        {"text": "Siehe *Karte A*.", "ask": "Warum?", "choices": [
          {"label": "So", "reply": "Wegen *ihr*."}, {"label": "Nicht so", "reply": "Nein."}]},
        {"text": "Male."}]},
      "another": {"title": "", "rubbish": 1}}}
    """

  private static func words(_ text: String) throws -> LessonWords? {
    try LessonWordsFile.file(JSONValue.parse(Array(text.utf8)), path: "/a/de.json").words(for: lesson)
  }

  @Test func everyMemberIsRead() throws {
    let file = try LessonWordsFile.file(JSONValue.parse(Array(Self.whole.utf8)), path: "/a/de.json")
    #expect(file.names == ["a-lesson", "another"])
    #expect(
      try file.words(for: Self.lesson)
        == LessonWords(
          title: "Titel", line: "Zeile",
          pages: [
            .init(
              text: "Siehe *Karte A*.", ask: "Warum?",
              choices: [.init(label: "So", reply: "Wegen *ihr*."), .init(label: "Nicht so", reply: "Nein.")]),
            .init(text: "Male."),
          ]))
  }

  @Test func aPageThatIsNotTranslatedYetIsEmpty() throws {
    let words = try Self.words(Self.whole.replacing("{\"text\": \"Male.\"}", with: "{}"))
    #expect(words?.pages.count == 2 && words?.pages[0] != nil && words?.pages[1] == nil)
  }

  @Test func aLessonThatItSaysNothingOfHasNoWords() throws {
    #expect(try Self.words(Self.whole.replacing("\"a-lesson\"", with: "\"b-lesson\"")) == nil)
  }

  /// What is replaced, and what the error names.
  @Test(arguments: [
    ("\"version\": 1", "\"version\": 2", "newer"), ("\"version\": 1,", "", "without their version"),
    ("mixture-lab lesson words", "mixture-lab lesson", "holds no words of lessons"),
    ("\"version\": 1,", "\"version\": 1, \"language\": \"de\",", "a member 'language'"),
    ("\"lessons\": {", "\"lesson\": {", "a member 'lesson'"),
    ("\"line\": \"Zeile\", ", "", "line is missing"), ("\"Titel\"", "{\"en\": \"Titel\"}", "title is no text"),
    ("\"Titel\"", "\" \"", "title is empty"), ("\"Zeile\",", "\"Zeile\", \"minutes\": 3,", "minutes is not known"),
    (",\n    {\"text\": \"Male.\"}", "", "pages are 1, and the lesson has 2"),
    ("{\"text\": \"Male.\"}", "{\"text\": \"Male.\"}, {}", "pages are 3, and the lesson has 2"),
    ("\"Male.\"", "7", "page 2, text is no text"), ("\"Male.\"", "\"Ma\\nle.\"", "page 2, text is not on one line"),
    ("\"Male.\"", "\"*Male*.\"", "page 2, text marks 1 phrases, and in English it marks 0"),
    ("\"Male.\"", "\"Male*.\"", "page 2, text has an asterisk"),
    ("\"Male.\"", "\"Male.\", \"ask\": \"Was?\"", "page 2, ask is that of a question"),
    ("\"Male.\"", "\"Male.\", \"choices\": []", "page 2, choices is that of a question"),
    ("\"Male.\"", "\"Male.\", \"gate\": 1", "page 2, gate is not known"),
    ("*Karte A*", "Karte A", "page 1, text marks 0 phrases"), ("\"ask\": \"Warum?\", ", "", "page 1, ask is missing"),
    (", {\"label\": \"Nicht so\", \"reply\": \"Nein.\"}", "", "page 1, choices are 1, and the page has 2"),
    ("\"reply\": \"Nein.\"", "\"right\": true", "page 1, choices[1].right is not known"),
    (", \"reply\": \"Nein.\"", "", "page 1, choices[1].reply is missing"),
    ("*ihr*", "ihr", "page 1, choices[0].reply marks 0 phrases"),
  ])
  func whatCannotBeIsRefusedWithLessonPageAndField(_ before: String, _ after: String, _ said: String) throws {
    #expect(Self.whole.contains(before), "\(before)")
    do {
      _ = try Self.words(Self.whole.replacing(before, with: after, maxReplacements: 1))
      Issue.record("\(after) was taken")
    } catch {
      let sentence = "\(error)"
      #expect(sentence.contains(said) && !sentence.contains("\n"), "\(sentence)")
      if said.contains("page") || said.hasPrefix("line") { #expect(sentence.contains("'a-lesson'"), "\(sentence)") }
    }
  }

  @Test func aKeyThatIsThereTwiceIsRefused() {
    let text = Self.whole.replacing("\"line\": \"Zeile\",", with: "\"line\": \"Zeile\", \"line\": \"Reihe\",")
    #expect(throws: JSONError.self) { try JSONValue.parse(Array(text.utf8)) }
  }
}
