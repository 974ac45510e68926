/// What a lesson says in another language, page by page.
public struct LessonWords: Sendable, Equatable {
  public struct Page: Sendable, Equatable {
    public let text: String
    /// Of a page with a question.
    public let ask: String?
    public let choices: [Choice]

    public init(text: String, ask: String? = nil, choices: [Choice] = []) {
      self.text = text
      self.ask = ask
      self.choices = choices
    }
  }

  /// An answer to choose from, and what is replied to it.
  public struct Choice: Sendable, Equatable {
    public let label, reply: String

    public init(label: String, reply: String) {
      self.label = label
      self.reply = reply
    }
  }

  public let title, line: String
  /// Those of the lesson, in its order; nil where the page is not translated yet, and appears in English.
  public let pages: [Page?]

  public init(title: String, line: String, pages: [Page?]) {
    self.title = title
    self.line = line
    self.pages = pages
  }

  fileprivate func page(_ index: Int) -> Page? { pages.indices.contains(index) ? pages[index] : nil }
}

extension LessonWords.Page {
  fileprivate func choice(_ index: Int) -> LessonWords.Choice? {
    choices.indices.contains(index) ? choices[index] : nil
  }
}

extension Lesson {
  /// The same lesson, whose texts are looked for elsewhere in languages that it does not come in itself.
  ///
  /// - Parameter words: what it says in a language, page for page; nil where nobody translated it.
  public func inOtherWords(_ words: @escaping @Sendable (_ language: String) -> LessonWords?) -> Lesson {
    var lesson = self
    lesson.title = title.found { words($0)?.title }
    lesson.line = line.found { words($0)?.line }
    lesson.pages = pages.enumerated().map { index, page in page.inOtherWords { words($0)?.page(index) } }
    return lesson
  }
}

extension LessonPage {
  fileprivate func inOtherWords(_ words: @escaping @Sendable (_ language: String) -> LessonWords.Page?) -> LessonPage {
    var page = self
    page.text = text.found { words($0)?.text }
    guard var question else { return page }
    question.ask = question.ask.found { words($0)?.ask }
    for (index, choice) in question.choices.enumerated() {
      question.choices[index].label = choice.label.found { words($0)?.choice(index)?.label }
      question.choices[index].reply = choice.reply.found { words($0)?.choice(index)?.reply }
    }
    page.question = question
    return page
  }
}
