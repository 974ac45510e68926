/// Something the state asks for that `apply` cannot do itself: a long computation, a file, a word to the window.
///
/// The state lists what it waits for in `effects`. Whoever drives it performs what is new in that list, gives up what is
/// no longer there, and applies the answers with their tickets. An answer that nobody waits for changes nothing.
public struct Effect: Sendable, Equatable {
  public enum Task: Sendable {
    case compute(Computation)
    case search(SearchRequest)
    case race(RaceRequest)
    case readFile(path: String)
    /// A table, read as somebody said.
    case readTable(path: String, TableReading)
    case saveScene(LabScene, path: String, SaveCondition)
    case saveLesson(Lesson, path: String, SaveCondition)
    /// The folder that was shown last, or a usual one, where the path is empty.
    case listFolder(path: String)
    /// What has become of files that were open lately.
    case listRecent([String])
    /// What a file holds, read as somebody said.
    case preview(path: String, TableReading)
    case export(ExportRequest)
    /// Does again what was handed in.
    case gradeHandIns(HandInRequest)
    case toggleFullScreen
    case quit
  }

  public let ticket: Ticket
  public let task: Task

  /// A ticket is never used twice.
  public static func == (a: Effect, b: Effect) -> Bool { a.ticket == b.ticket }
}

/// Names one effect asked for; never reused within a session.
public struct Ticket: Sendable, Hashable, Codable {
  let number: Int
  public init(_ number: Int) { self.number = number }

  public init(from decoder: any Decoder) throws { number = try decoder.singleValueContainer().decode(Int.self) }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

extension LabState {
  /// Asks for an effect and returns the ticket of its answer.
  mutating func ask(_ task: Effect.Task) -> Ticket {
    ticketCount += 1
    let ticket = Ticket(ticketCount)
    effects.append(Effect(ticket: ticket, task: task))
    return ticket
  }

  /// No longer waits for an effect.
  mutating func withdraw(_ ticket: Ticket?) {
    if let ticket { effects.removeAll { $0.ticket == ticket } }
  }
}
