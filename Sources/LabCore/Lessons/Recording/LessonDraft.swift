/// A lesson that is recorded by doing it: its pages with their texts, and for each what was on the screen when it began.
public struct LessonDraft: Sendable, Equatable, Codable {
  public internal(set) var title = ""
  /// At least one.
  public internal(set) var pages: [Page]
  /// The page on show.
  public internal(set) var page = 0
  /// The text that the keyboard writes; nil while the keys do what they do in the window.
  public internal(set) var field: Field?
  /// What is to be chosen from.
  public internal(set) var list: List?
  /// Whether the band is on show; otherwise it is kept to be gone on with.
  public internal(set) var isOpen = true
  /// The page that was taken out last, and where it was: undoing brings it back.
  var removed: Removed?
  /// The file that it is saved to, and what was written there last.
  public internal(set) var path: String?
  var stamp: FileStamp?
  /// Whether that file has all of it.
  public internal(set) var isSaved = false

  struct Removed: Sendable, Equatable, Codable {
    let page: Page
    let index: Int
  }

  /// A page that is being made.
  public struct Page: Sendable, Equatable, Codable {
    public internal(set) var text = ""
    public internal(set) var question: Question?
    /// What was chosen to be done on it; nil for what was done while it was recorded.
    public internal(set) var gate: Gate?
    public internal(set) var standings: [LessonPart: Standing] = [:]
    public internal(set) var highlight: LessonTarget?
    /// What was done while it was recorded.
    public internal(set) var done = Doing()
    /// What it begins with, and what it was left with.
    var begin: LabScene
    var left: LabScene?
    /// Where document and run stood when it began.
    var mark: LessonMark
    /// How many half-steps had been taken then.
    var clock: Int
  }

  /// A question that is being made.
  public struct Question: Sendable, Equatable, Codable {
    public internal(set) var ask = ""
    public internal(set) var choices = [Choice(), Choice()]
    /// Which of them is right.
    public internal(set) var right = 0

    public struct Choice: Sendable, Equatable, Codable {
      public internal(set) var label = ""
      public internal(set) var reply = ""
    }
  }

  /// What of a page is done while it is recorded.
  public struct Doing: Sendable, Equatable, Codable {
    public var halfSteps = 0
    public var points = 0
  }

  /// What can be asked to be done on a page.
  public enum Gate: Sendable, Hashable, Codable {
    /// Nothing.
    case free
    case points, halfSteps
    case guess(Guess.Question)
    case answer
    case logLikelihood(Double)
  }

  /// How a part of the window is on a page; one that is not named is there.
  public enum Standing: String, Sendable, Hashable, Codable { case waits, gone }

  /// A text that can be written.
  public enum Field: Sendable, Hashable, Codable {
    case title, text, ask
    /// An answer, counted from 0, and what is replied to it.
    case label(Int)
    case reply(Int)
  }

  /// What is chosen from a list.
  public enum List: String, Sendable, Hashable, Codable { case gate, parts, highlight }

  init(_ page: Page) { pages = [page] }

  public var shown: Page { pages[page] }

  /// So many letters has a text at most.
  static func limit(_ field: Field) -> Int {
    switch field {
    case .title: 60
    case .text, .reply: 160
    case .ask: 80
    case .label: 24
    }
  }

  /// The texts of the page on show, in the order in which they are written.
  public var fields: [Field] {
    let question = shown.question.map { question in
      [.ask] + question.choices.indices.flatMap { [Field.label($0), .reply($0)] }
    }
    return (page == 0 ? [.title] : []) + [.text] + (question ?? [])
  }

  /// What a field says so far; empty where there is none such.
  public func text(_ field: Field) -> String {
    func choice(_ index: Int) -> Question.Choice? {
      shown.question.flatMap { $0.choices.indices.contains(index) ? $0.choices[index] : nil }
    }
    switch field {
    case .title: return title
    case .text: return shown.text
    case .ask: return shown.question?.ask ?? ""
    case .label(let index): return choice(index)?.label ?? ""
    case .reply(let index): return choice(index)?.reply ?? ""
    }
  }

  mutating func write(_ text: String, in field: Field) {
    let text = String(text.prefix(LessonDraft.limit(field)))
    switch field {
    case .title: title = text
    case .text: pages[page].text = text
    case .ask: pages[page].question?.ask = text
    case .label(let index):
      if shown.question?.choices.indices.contains(index) == true { pages[page].question?.choices[index].label = text }
    case .reply(let index):
      if shown.question?.choices.indices.contains(index) == true { pages[page].question?.choices[index].reply = text }
    }
  }

  /// What it needs before it is a lesson, by page and field; nil where nothing is missing.
  public var flaw: (page: Int, field: Field)? {
    func isEmpty(_ text: String) -> Bool { text.allSatisfy { $0.isWhitespace || $0 == "*" } }
    if isEmpty(title) { return (0, .title) }
    for (index, page) in pages.enumerated() {
      if isEmpty(page.text) { return (index, .text) }
      guard let question = page.question else { continue }
      if isEmpty(question.ask) { return (index, .ask) }
      for (number, choice) in question.choices.enumerated() {
        if isEmpty(choice.label) { return (index, .label(number)) }
        if isEmpty(choice.reply) { return (index, .reply(number)) }
      }
    }
    return nil
  }

  /// What it says beside where it stands in it: what is worth keeping, and what a file would have.
  var content: LessonDraft {
    var content = self
    (content.page, content.field, content.list, content.isOpen) = (0, nil, nil, true)
    (content.path, content.stamp, content.isSaved, content.removed) = (nil, nil, false, nil)
    for index in content.pages.indices { content.pages[index].left = nil }
    return content
  }

  /// Throws where it says what cannot be.
  func check() throws(SceneFlaw) {
    guard pages.indices.contains(page), Lesson.pageCounts.contains(pages.count) else {
      throw SceneFlaw(field: ScenePath(), rule: .consistent)
    }
    for page in pages + [removed?.page].compactMap({ $0 }) {
      try page.begin.check()
      try page.left?.check()
      let right = page.question.map { $0.choices.indices.contains($0.right) } ?? true
      guard right, page.clock >= 0 else { throw SceneFlaw(field: ScenePath(), rule: .consistent) }
    }
  }

  /// Leaves out what no part of the window shows.
  mutating func forgetScenes() {
    guard let empty = pages.first?.begin else { return }
    for index in pages.indices { (pages[index].begin, pages[index].left) = (empty, nil) }
    removed = nil
  }
}

/// Why a lesson that is recorded cannot be saved yet, or what becomes of it.
public enum DraftNotice: Sendable, Equatable {
  /// The band was closed; the lesson can be gone on with.
  case kept
  /// A page was taken out, which undoing brings back.
  case pageRemoved
  case noTitle
  /// By pages, counted from 1.
  case noText(page: Int)
  case noQuestion(page: Int)
  /// It has as many pages as a lesson can have.
  case tooManyPages(limit: Int)
}
