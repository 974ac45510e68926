/// What became of one file among hand-ins.
public struct GradedHandIn: Sendable, Equatable {
  /// What counts, since doing it again came to the same.
  public struct Sound: Sendable, Equatable {
    public let name: String
    /// The lesson that it was done again with.
    public let lesson: Lesson
    /// Whether that is the marker's own, and not the one in the file.
    public let isKnown: Bool
    /// When it was written, as ISO 8601 has it.
    public let written: String
    public let report: LessonReport
    /// Tells what was done apart, whoever handed it in; nil where nothing was tried.
    public let work: String?

    public init(
      name: String, lesson: Lesson, isKnown: Bool, written: String, report: LessonReport, work: String? = nil
    ) {
      self.name = name
      self.lesson = lesson
      self.isKnown = isKnown
      self.written = written
      self.report = report
      self.work = work
    }
  }

  public let path: String
  /// The name of the file.
  public let file: String
  public let stamp: FileStamp?
  public let outcome: Result<Sound, HandInFlaw>

  public init(path: String, file: String, stamp: FileStamp?, outcome: Result<Sound, HandInFlaw>) {
    self.path = path
    self.file = file
    self.stamp = stamp
    self.outcome = outcome
  }

  public var sound: Sound? { try? outcome.get() }
  public var flaw: HandInFlaw? {
    if case .failure(let flaw) = outcome { flaw } else { nil }
  }
}
