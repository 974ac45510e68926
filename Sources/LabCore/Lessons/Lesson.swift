/// A lesson: a scene and pages that ask, wait and explain. It is data, read from a file, and played in the ordinary window
/// by ordinary commands.
public struct Lesson: Sendable, Equatable {
  /// By which progress is kept and the command line asks for it: the name of its file, without what stands behind the
  /// full stop.
  public let name: String
  public internal(set) var title: LessonText
  /// What it is about, in a line.
  public internal(set) var line: LessonText
  /// About how long it takes.
  public let minutes: Int
  /// What it begins with.
  public let scene: LessonScene
  /// The page whose scene is its picture in the list, from 0.
  public let picture: Int
  /// At least one.
  public internal(set) var pages: [LessonPage]
  /// Its file, as compact JSON; empty for one that was not read. What is played is the same without.
  public var source: String { file.text }
  private let file: LessonSource

  public static let minuteRange = 1...120
  public static let pageCounts = 1...40

  public init(
    name: String, title: LessonText, line: LessonText, minutes: Int, scene: LessonScene, picture: Int = 0,
    pages: [LessonPage], source: String = ""
  ) {
    self.name = name
    self.title = title
    self.line = line
    self.minutes = minutes
    self.scene = scene
    self.picture = picture
    self.pages = pages
    file = LessonSource(text: source)
  }

  /// The page whose scene is on show at a page; nil where it is the one that the lesson begins with.
  /// An exercise has a scene of its own, which is on show at no other page.
  func sceneOwner(of page: Int) -> Int? {
    if pages[page].exercise != nil { return page }
    return pages.indices.prefix(page + 1).last { pages[$0].scene != nil && pages[$0].exercise == nil }
  }

  /// What is on show at a page before anything is done there.
  func scene(of page: Int) -> LessonScene { sceneOwner(of: page).flatMap { pages[$0].scene } ?? scene }
}

/// What a lesson was read from: two are the same lesson whatever their files look like.
private struct LessonSource: Sendable, Equatable {
  let text: String

  static func == (a: LessonSource, b: LessonSource) -> Bool { true }
}

/// A page of a lesson.
public struct LessonPage: Sendable, Equatable {
  /// At most two sentences.
  public internal(set) var text: LessonText
  public let highlight: LessonTarget?
  /// What of the window there is on this page; nil for all of it.
  public let parts: Set<LessonPart>?
  /// What of it has to wait.
  public let locked: Set<LessonPart>
  /// What is to be done before it is time to go on. Nobody is kept from going on.
  public let gate: LessonGate?
  public internal(set) var question: LessonQuestion?
  /// What this page begins with, in place of what was there.
  public let scene: LessonScene?
  /// So many half-steps at least the run has taken when the page begins: those that are missing are taken then.
  public let halfSteps: Int
  /// What is guessed at.
  public let guess: Guess.Question?
  /// The tool in hand when the page begins.
  public let tool: Tool?
  /// What is answered and marked on this page; its points are its own.
  public let exercise: Exercise?

  public static let halfStepRange = 0...400

  public init(
    text: LessonText, highlight: LessonTarget? = nil, parts: Set<LessonPart>? = nil, locked: Set<LessonPart> = [],
    gate: LessonGate? = nil, question: LessonQuestion? = nil, scene: LessonScene? = nil, halfSteps: Int = 0,
    guess: Guess.Question? = nil, tool: Tool? = nil, exercise: Exercise? = nil
  ) {
    self.text = text
    self.highlight = highlight
    self.parts = parts
    self.locked = locked
    self.gate = gate
    self.question = question
    self.scene = scene
    self.halfSteps = halfSteps
    self.guess = guess
    self.tool = tool
    self.exercise = exercise
  }
}

/// A question with answers to choose from. The first one that is chosen is kept. One to argue about has none that is right:
/// each is replied to, and nothing is marked.
public struct LessonQuestion: Sendable, Equatable {
  public struct Choice: Sendable, Equatable {
    public internal(set) var label: LessonText
    /// Why this answer is right, or what speaks against it.
    public internal(set) var reply: LessonText
    public let isRight: Bool

    public init(label: LessonText, reply: LessonText, isRight: Bool) {
      self.label = label
      self.reply = reply
      self.isRight = isRight
    }
  }

  public internal(set) var ask: LessonText
  public internal(set) var choices: [Choice]

  /// Whether it is one to argue about.
  public var isOpen: Bool { !choices.contains(where: \.isRight) }

  public static let choiceCounts = 2...4

  public init(ask: LessonText, choices: [Choice]) {
    self.ask = ask
    self.choices = choices
  }
}

/// What a page points at.
public enum LessonTarget: Sendable, Hashable, Codable {
  case part(LessonPart)
  /// The card of the component with this letter (0 is A).
  case card(Int)
  case area(LessonArea)
}

/// A part of the window that is no control.
public enum LessonArea: String, Sendable, Codable, CaseIterable { case canvas, panel, cards, chart, numbers }
