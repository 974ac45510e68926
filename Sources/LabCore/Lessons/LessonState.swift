import GaussianMixtures

/// A lesson that is played.
public struct LessonState: Sendable, Equatable {
  public let lesson: Lesson
  /// The page on show.
  public internal(set) var page = 0
  /// By page.
  public internal(set) var answers: [Int: Answer] = [:]
  /// The pages whose gate was met.
  public internal(set) var met: Set<Int> = []
  /// Those of the exercises that were answered, in the order in which that was done.
  public internal(set) var marks: [ExerciseMark] = []
  /// By page.
  var rounds: [Int: ExerciseRound] = [:]
  /// How often the lesson was begun before in this session.
  public let play: UInt64
  /// Whether its last page was on show.
  var hasReachedEnd = false
  /// The data that the lesson is about: whoever opens others has left it.
  var opened = Revision(0)
  var start = LessonMark()
  /// The edit with which the page began: undo leads back no further.
  var floor = 0
  /// By the pages that brought them, the documents of other scenes as they were left.
  var others: [Int?: Document] = [:]
  /// When the page with its highlight came on show.
  var highlightedAt: Double?
  /// What was there before the lesson.
  var origin: LessonOrigin?

  /// What was done since it began, for whoever hands it in.
  public internal(set) var record: LessonRecord?
  /// Guesses that were revealed in it, the earliest first.
  var guesses: [LessonGuess] = []

  /// What was answered on a page: the first answer is the one that counts, the latest the one that is replied to.
  public struct Answer: Sendable, Equatable {
    public let first: Int
    public internal(set) var latest: Int
    /// How often one was chosen.
    public internal(set) var count = 1
  }

  init(_ lesson: Lesson, play: UInt64 = 0) {
    self.lesson = lesson
    self.play = play
  }

  public var shown: LessonPage { lesson.pages[page] }
  public var answer: Answer? { answers[page] }
  public var isLast: Bool { page == lesson.pages.count - 1 }

  /// Whether there is nothing more to do or to see on the page: it is time to go on.
  public var isTimeToGoOn: Bool {
    guard shown.gate == nil || met.contains(page), !isAsking else { return false }
    guard let question = shown.question, shown.gate != .answer else { return true }
    return answer.map { question.isOpen || question.choices[$0.latest].isRight } ?? false
  }

  /// How long a highlight breathes, in seconds.
  static let breath = 0.6

  /// How far the highlight has come with breathing once, 0 … 1; nil where it is at rest.
  public func breath(at time: Double) -> Double? {
    guard let highlightedAt, shown.highlight != nil, time >= highlightedAt else { return nil }
    let part = (time - highlightedAt) / LessonState.breath
    return part < 1 ? part : nil
  }

  /// Leaves out what no part of the window shows.
  mutating func forgetOthers() {
    others = [:]
    origin = nil
    floor = 0
    record = nil
    guesses = []
  }

  func has(_ part: LessonPart) -> Bool {
    (shown.parts?.contains(part) ?? true) || exercise != nil && !isAsking && part.playsRuns
  }
  func locks(_ part: LessonPart) -> Bool { shown.locked.contains(part) && !isTimeToGoOn }
}

/// What a lesson took the place of.
struct LessonOrigin: Sendable, Equatable {
  let document: Document
  let viewport: Viewport
  let layers: Layers
  let tool: Tool
  let brushRadius: Double
  let tools: ToolSettings
  let speed: Speed
  let page: PanelPage
  let isChartLarge, showsFirstClimb, showsLayers, showsColumns: Bool
}

/// The lessons at hand, how far somebody has come, and what their page shows.
public struct Lessons: Sendable, Equatable {
  public internal(set) var library: [Lesson] = []
  /// The lesson that was left last, as long as the program runs: it can still be handed in.
  var left: LessonState?
  /// By the lessons' names.
  public internal(set) var progress: [String: LessonProgress] = [:]
  /// By the lessons' names, the marks had in this session, oldest first: they outlast the play of the lesson.
  public internal(set) var marks: [String: [ExerciseMark]] = [:]
  /// By the lessons' names, how often each was begun.
  var plays: [String: UInt64] = [:]
  /// The first row of cards on show, where not all have room.
  public internal(set) var firstRow = 0
  /// By their places in the library; made when the page is opened first.
  var pictures: [LessonPicture] = []
  /// The card whose picture plays, and since when.
  public internal(set) var playing: GalleryPreview?

  /// The picture of a lesson: the step of its fit to be drawn at a time.
  public func picture(of lesson: Int, at time: Double) -> RunStep? {
    if let playing, playing.entry == lesson { return playing.step(at: time) }
    return picture(of: lesson).flatMap { $0.showsModel ? $0.fit.last : nil }
  }

  /// What the picture of a lesson is of.
  public func picture(of lesson: Int) -> LessonPicture? { pictures.first { $0.fit.entry == lesson } }
}

/// A scene of a lesson as a small picture.
public struct LessonPicture: Sendable, Equatable {
  public let points: PointCloud
  public let aspect: Aspect
  /// Whether the picture shows more than points while nobody points at it.
  let showsModel: Bool
  /// The values of its half-steps, where it is about the chart.
  public let curve: [Double]?
  let fit: GalleryPreview
}

/// How far somebody has come in a lesson.
public struct LessonProgress: Sendable, Equatable {
  /// The page to go on with.
  public var page: Int
  /// Whether the last page was reached and done.
  public var isDone: Bool

  public init(page: Int = 0, isDone: Bool = false) {
    self.page = page
    self.isDone = isDone
  }
}
