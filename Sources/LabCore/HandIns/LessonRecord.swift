/// What somebody did in a lesson, from its beginning on: enough to come to the same end without a window.
///
/// It begins with an empty lab that has the settings of the one in which the lesson was begun, and none of the work that
/// lay there: nobody hands that in.
public struct LessonRecord: Sendable, Equatable {
  public private(set) var entries: [SessionEntry]
  /// Whether all of it is there; what is longer than can be handed in is no longer written down.
  public private(set) var isWhole = true
  /// Names the beginning: no two in a session have the same.
  let ground: Int
  /// When it began, or was gone on with.
  private var beganAt: Double
  /// How long it had taken when it was cut off.
  private var before = 0.0
  /// Whether nothing was done since it was gone on with.
  private var isResumed = false
  private var log: SessionLog

  /// More than anybody does in a lesson.
  public static let most = 100_000

  /// - Parameters:
  ///   - beginning: what leads to the state.
  ///   - state: with the lesson begun in it.
  init(_ beginning: [SessionEntry], _ state: LabState) {
    entries = beginning
    ground = state.revisionCount
    beganAt = state.now
    log = SessionLog(state, keepsPointer: false)
  }

  /// From the beginning to the latest thing that was done, in seconds, without the time in which it was cut off.
  public var seconds: Double { isResumed ? before : before + max(log.written - beganAt, 0) }

  mutating func note(_ command: Command, _ eve: SessionEve, _ state: LabState) {
    // Which language is on show is no part of what is done.
    if case .interface(.setLanguage) = command { return }
    guard isWhole else { return }
    let isRecovery = if case .recovery = command { true } else { false }
    // The clock may be another since: it goes on with what is done next.
    if isRecovery { (before, isResumed) = (seconds, true) }
    let news = log.note(command, eve, state)
    entries += news
    if isResumed, !isRecovery, !news.isEmpty { (beganAt, isResumed) = (log.written, false) }
    if entries.count > LessonRecord.most { isWhole = false }
  }

  public static func == (a: LessonRecord, b: LessonRecord) -> Bool {
    a.ground == b.ground && a.isWhole == b.isWhole && a.entries == b.entries
  }
}

extension LabState {
  /// What leads to the beginning of a lesson, said before it is begun.
  func beginning(of lesson: Lesson, at page: Int) -> [SessionEntry] {
    var blank = LabState(example: .empty)
    blank.now = now
    blank.spray = spray
    blank.freshCount = freshCount
    blank.playback.speed = playback.speed
    blank.layers = layers
    blank.tool = tool
    blank.tools = tools
    blank.brushRadius = brushRadius
    blank.search.families = search.families
    // Which points its exercises have.
    blank.lessons.plays[lesson.name] = lessons.plays[lesson.name]
    blank.applyShell(
      .resize(width: interface.width, height: interface.height, pixelRatio: interface.pixelRatio))
    return SessionLog.beginning(blank) + [.command(.lesson(.start(name: lesson.name, page: page)))]
  }

  /// Writes down what was done in a lesson.
  ///
  /// - Parameter ground: of the record that was there before.
  mutating func noteInLesson(_ command: Command, _ eve: SessionEve, _ ground: Int) {
    guard var record = lesson?.record, record.ground == ground else { return }
    // Not kept twice: what is appended to is not copied.
    lesson?.record = nil
    record.note(command, eve, self)
    lesson?.record = record
  }
}

extension Command {
  /// Whether nothing of a lesson follows from it while the page is open on which lessons are handed in, nor from opening
  /// that: a name that is typed there, and taken back, is nobody's business.
  var isAboutExporting: Bool {
    switch self {
    case .export, .interface, .lesson(.handIn): true
    case .tick, .edit, .select, .stamp, .start, .option, .run, .lanes, .search, .race, .kept, .guess, .view, .columns,
      .shell, .file, .recovery, .handIns, .lesson, .answer:
      false
    }
  }
}
