import GaussianMixtures

/// What became of an effect. Written down it is its ticket alone: whoever replays the record performs the effect again.
public struct Answer: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    // Computations
    case advanced(RunAnswer)
    case drewStart(GaussianMixture)
    case drewNoStart(MixtureError)

    // Searches
    case searching(done: Int, total: Int)
    case found([ModelSearch.Candidate])
    case searchFailed(MixtureError)

    // Races
    /// One run has ended.
    case racing(MultistartRun)
    /// All have.
    case raced([MultistartRun])
    case raceFailed(MixtureError)

    // Files
    /// How much of the file has been read, 0…1.
    case reading(Double)
    case opened(DataSource)
    case openedScene(LabScene, FileStamp?)
    case openedLesson(Lesson)
    /// What a session had come to, which has no file of its own to be saved to, and the lesson that was being recorded.
    case openedSession(LabScene, LessonDraft?)
    /// A mixture, and the names of the columns it was fitted to, as far as they are known.
    case openedModel(GaussianMixture, columns: [String])
    /// A hand-in, or a folder of them.
    case foundHandIns(path: String)
    case notOpened(FileProblem)
    case saved(FileStamp?)
    case notSaved(SaveProblem)
    /// How far an export has come.
    case exporting(ExportProgress)
    case exported(path: String, bytes: Int)
    case notExported(SaveProblem)
    case listed(FolderListing)
    case notListed(FileProblem)
    case previewed(FilePreview)

    // Hand-ins
    case gradingHandIns(done: Int, total: Int)
    /// What became of each; nil where nothing has changed.
    case gradedHandIns([GradedHandIn]?)

    // The window
    case done

    /// Read from a record, which says only that an answer came, and whether it was the last to its ticket.
    case unrecorded(isLast: Bool)
  }

  public let ticket: Ticket
  public let outcome: Outcome

  public init(_ ticket: Ticket, _ outcome: Outcome) {
    self.ticket = ticket
    self.outcome = outcome
  }
}

extension Answer: Codable {
  private enum Key: CodingKey { case ticket, isLast }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let isLast = try container.decode(Bool.self, forKey: .isLast)
    self.init(try container.decode(Ticket.self, forKey: .ticket), .unrecorded(isLast: isLast))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(ticket, forKey: .ticket)
    try container.encode(isLast, forKey: .isLast)
  }
}
