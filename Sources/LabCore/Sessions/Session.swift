/// What happened in a lab, from a scene on: enough to come to the same state again without a window.
///
/// A recording keeps all of it; a journal begins anew at a scene now and then (`LabState.isAtRest`), so that it stays
/// short. Of computations nothing is kept: whoever replays performs them again.
public struct Session: Sendable, Equatable {
  public let header: SessionHeader
  public let entries: [SessionEntry]

  public init(_ header: SessionHeader, _ entries: [SessionEntry]) {
    self.header = header
    self.entries = entries
  }
}

/// What is said once of a session.
public struct SessionHeader: Sendable, Equatable {
  /// Raised whenever a session, or a scene in it, could say something that an older program would not understand.
  public static let version: UInt64 = 1

  /// The program's version.
  public let program: String
  /// The build of the pass over many points: another one rounds otherwise in the last bits.
  public let kernel: String
  /// When it began, as ISO 8601 has it.
  public let began: String

  public init(program: String, kernel: String, began: String) {
    self.program = program
    self.kernel = kernel
    self.began = began
  }
}

/// One line of a session.
///
/// Between two entries all computations that the state asks for are performed, in the order in which it asked, unless
/// the second is `computed`.
public enum SessionEntry: Sendable, Equatable {
  /// The state begins with this, or goes on from it: undo led back to what the session has not seen.
  indirect case scene(LabScene)
  /// What the scene before it does not say.
  indirect case moment(SessionMoment)
  case command(Command)
  /// So many computations were performed; those that the state still asked for came late, or never.
  case computed(Int)
  /// An answer that somebody had to wait for.
  case answer(SessionAnswer)
}

/// That something came of an effect. The state asks for one of a kind at a time, so that the kind says which.
public struct SessionAnswer: Sendable, Equatable, Codable {
  public enum Kind: String, Sendable, Codable { case compute, search, race, read, save, list, export, window }

  public let kind: Kind
  /// The lane that waited for a computation.
  public let lane: Int?
  /// One run of a race has ended, the one with this seed; the others have not.
  public let seed: UInt64?
  /// Nothing could be read or written; nil where it could.
  public let failed: Bool?
  /// What was read, by its checksum.
  public let digest: UInt64?

  init(_ kind: Kind, lane: Int? = nil, seed: UInt64? = nil, failed: Bool? = nil, digest: UInt64? = nil) {
    self.kind = kind
    self.lane = lane
    self.seed = seed
    self.failed = failed
    self.digest = digest
  }
}
