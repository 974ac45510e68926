/// The hand-ins of a class, as the page over the window shows them.
public struct HandIns: Sendable, Equatable {
  public enum View: String, Sendable, Hashable, Codable, CaseIterable { case guesses, truth, both }

  /// Folders and files that they come from.
  public internal(set) var sources: [String] = []
  /// What became of each file, in the order of the names.
  public internal(set) var files: [GradedHandIn] = []
  /// While they are looked through.
  public internal(set) var reading: Reading?
  /// Whether they were looked through once.
  public internal(set) var isRead = false
  /// When they were looked through last.
  var readAt = 0.0
  public internal(set) var view = View.guesses
  /// Whether it is said whose they are. Never on a projector.
  public internal(set) var showsNames = false
  /// A place among the questions and tasks.
  var chosen = 0

  public struct Reading: Sendable, Equatable {
    let ticket: Ticket
    public internal(set) var done = 0
    public internal(set) var total = 0
  }

  /// Whoever hands in later comes in within so many seconds.
  static let pause = 2.0

  // MARK: - What is shown

  /// Those of the lesson that most of them are of, and its questions and tasks in the order of the pages.
  public internal(set) var shown: [GradedHandIn.Sound] = []
  public internal(set) var questions: [HandInQuestion] = []

  /// So many files that say to be hand-ins, and count nothing.
  public var flawed: [GradedHandIn] { files.filter { $0.flaw != nil && $0.flaw != .noHandIn } }
}

/// What whoever looks through hand-ins needs to know.
public struct HandInRequest: Sendable, Equatable {
  public let sources: [String]
  /// What is known already, and need not be done again where the files are as they were.
  public let known: [GradedHandIn]
  /// The lessons at hand.
  public let lessons: [Lesson]
}

extension LabState {
  mutating func applyHandIns(_ command: Command.HandIns) {
    switch command {
    case .open(let path): openHandIns(path)
    case .show(let view): handIns.view = view
    case .toggleNames: handIns.showsNames.toggle()
    case .choose(let task): handIns.chosen = max(task, 0)
    }
  }

  /// Shows the class; while it is on show, another file comes beside those that are there.
  mutating func openHandIns(_ path: String) {
    if interface.overlay == .handIns, !handIns.sources.isEmpty {
      if !handIns.sources.contains(path) { handIns.sources.append(path) }
    } else {
      handIns = HandIns()
      handIns.sources = [path]
      interface.focused = nil
    }
    endDrag()
    interface.overlay = .handIns
    withdraw(handIns.reading?.ticket)
    readHandIns()
  }

  private mutating func readHandIns() {
    let request = HandInRequest(sources: handIns.sources, known: handIns.files, lessons: lessons.library)
    handIns.reading = HandIns.Reading(ticket: ask(.gradeHandIns(request)))
  }

  /// Looks for those that came later, while the page is open.
  mutating func readLateHandIns() {
    if let due = nextHandIns, now >= due { readHandIns() }
  }

  /// When the folder is looked at again.
  var nextHandIns: Double? {
    guard interface.overlay == .handIns, handIns.reading == nil, !handIns.sources.isEmpty else { return nil }
    return handIns.readAt + HandIns.pause
  }

  /// Nobody waits for what is not on show.
  mutating func followHandIns() {
    guard let reading = handIns.reading, interface.overlay != .handIns else { return }
    withdraw(reading.ticket)
    handIns.reading = nil
  }

  mutating func handInsGoOn(_ done: Int, _ total: Int, _ ticket: Ticket) {
    guard handIns.reading?.ticket == ticket else { return }
    handIns.reading?.done = done
    handIns.reading?.total = total
  }

  /// - Parameter files: nil where nothing has changed.
  mutating func handInsWereRead(_ files: [GradedHandIn]?, _ ticket: Ticket) {
    guard handIns.reading?.ticket == ticket else { return }
    handIns.reading = nil
    handIns.isRead = true
    handIns.readAt = now
    if let files { handIns.take(files) }
  }
}
