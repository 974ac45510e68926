import LabCore

/// Takes apart what a lesson says in another language, or says what of it does not fit the lesson.
struct LessonWordsReader {
  let lesson: Lesson

  func words(_ json: JSONValue) throws(LessonFlaw) -> LessonWords {
    let members = try LessonMembers(json, page: nil, field: "", known: ["title", "line", "pages"])
    let title = try members.words("title", most: LessonReader.titleLength)
    let line = try members.words("line", most: LessonReader.titleLength)
    guard let listed = try members.required("pages").elements else { throw members.flaw("pages", "is no list") }
    guard listed.count == lesson.pages.count else {
      throw members.flaw("pages", "are \(listed.count), and the lesson has \(lesson.pages.count)")
    }
    var pages: [LessonWords.Page?] = []
    for (index, page) in listed.enumerated() { pages.append(try self.page(page, index)) }
    return LessonWords(title: title, line: line, pages: pages)
  }

  private func page(_ json: JSONValue, _ index: Int) throws(LessonFlaw) -> LessonWords.Page? {
    if case .object(let members) = json, members.isEmpty { return nil }
    let page = lesson.pages[index]
    let members = try LessonMembers(json, page: index + 1, field: "", known: ["text", "ask", "choices"])
    let text = try words("text", members, like: page.text)
    guard let question = page.question else {
      for key in ["ask", "choices"] where members[key] != nil {
        throw members.flaw(key, "is that of a question, and the page has none")
      }
      return LessonWords.Page(text: text)
    }
    let ask = try words("ask", members, like: question.ask)
    guard let listed = try members.required("choices").elements else { throw members.flaw("choices", "is no list") }
    guard listed.count == question.choices.count else {
      throw members.flaw("choices", "are \(listed.count), and the page has \(question.choices.count)")
    }
    var choices: [LessonWords.Choice] = []
    for (place, json) in listed.enumerated() {
      let choice = try LessonMembers(
        json, page: index + 1, field: "choices[\(place)]", known: ["label", "reply"])
      choices.append(
        LessonWords.Choice(
          label: try choice.words("label", most: LessonReader.labelLength),
          reply: try words("reply", choice, like: question.choices[place].reply)))
    }
    return LessonWords.Page(text: text, ask: ask, choices: choices)
  }

  /// A text that points at the highlight as often as the English one does.
  private func words(
    _ key: String, _ members: LessonMembers, like english: LessonText
  ) throws(LessonFlaw) -> String {
    let text = try members.words(key, most: LessonReader.textLength)
    let (own, wanted) = (phrases(in: text), phrases(in: english.english))
    guard own == wanted else { throw members.flaw(key, "marks \(own) phrases, and in English it marks \(wanted)") }
    return text
  }

  private func phrases(in text: String) -> Int { LessonSpan.spans(of: text).count(where: \.points) }
}
