import LabCore

/// What could not be read of a session: from a line on, all that follows.
public struct SessionDamage: Error, Sendable, Equatable {
  /// The first line that was lost, from 1.
  public let line: Int
  /// How many lines were lost, a torn one among them, and how many bytes they have.
  public let lines: Int
  public let bytes: Int
}

/// A session as text, a line for each entry (`SessionLine`). Lines are only appended, so that whatever interrupts that
/// leaves all lines before it as they are.
public enum SessionFile {
  /// A session up to the first line that is torn, damaged or says what cannot be. Throws for whatever is no session, is of
  /// a newer version, or larger than a session may be.
  public static func read(_ path: String) throws(FileError) -> (session: Session, damage: SessionDamage?) {
    if let problem = FileProblem.unlessFile(path) {
      if case .isFolder = problem { throw .isFolder(path: path) }
      throw .notUsable(path: path, problem: "is a pipe or a device", advice: "name a file")
    }
    let lines = try SessionLines(path)
    guard let first = try lines.next() else {
      throw .notUsable(path: path, problem: "is empty", advice: "name a file that was written by --record")
    }
    let header = try SessionLine.header(first, path: path)
    var entries: [SessionEntry] = []
    while let line = try lines.next() {
      guard let entry = SessionLine.entry(line) else {
        return (Session(header, entries), try lines.damage(from: entries.count + 2, line.count))
      }
      guard entries.count < Limits.sessionEntries else {
        throw .notUsable(
          path: path, problem: "holds more than \(Limits.sessionEntries) entries", advice: "record shorter sessions")
      }
      entries.append(entry)
    }
    return (Session(header, entries), nil)
  }

  /// Throws where a file is a session of a newer version, which must not be replaced by an older one.
  static func refuseNewer(_ target: String, path: String) throws(FileError) {
    let head = try FileReader.head(of: target).prefix { $0 != UInt8(ascii: "\n") }
    do throws(FileError) {
      _ = try SessionLine.header(Array(head), path: path)
    } catch {
      if case .newer = error { throw error }
    }
  }

  /// Whether a file is one, or was before it was damaged.
  public static func isLikely(_ path: String) -> Bool {
    guard path != "-", FileProblem.unlessFile(path) == nil, let head = try? FileReader.head(of: path) else {
      return false
    }
    return isSession(head)
  }

  /// Whether a file that begins with these bytes is one.
  static func isSession(_ head: [UInt8]) -> Bool { SessionLine.looksLikeHeader(head) }

  /// A session as the file's bytes. Throws where a scene has a number that no file can hold.
  public static func bytes(_ session: Session) throws(JSONCodingError) -> [UInt8] {
    var bytes = SessionLine.bytes(session.header)
    for entry in session.entries { bytes += try SessionLine.bytes(entry) }
    return bytes
  }
}

/// The lines of a file, one at a time.
private final class SessionLines {
  private let reader: FileReader
  private var piece: [UInt8] = []
  private var place = 0
  private var isAtEnd = false

  init(_ path: String) throws(FileError) {
    reader = try FileReader(path)
    if reader.size > Limits.sessionBytes {
      throw .notUsable(
        path: path, problem: "is larger than \(FileError.words(bytes: Limits.sessionBytes))",
        advice: "check that it is the right file")
    }
  }

  /// The next line without its end; one that is longer than a line may be up to there. Nil at the end.
  func next() throws(FileError) -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      let rest = piece[place...]
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += piece[place..<end]
        place = end + 1
        return line
      }
      line += rest
      place = piece.count
      if line.count > Limits.lineBytes { return line }
      if try !fill() { return line.isEmpty ? nil : line }
    }
  }

  /// What is left, and `lost` bytes of a line that was taken already.
  func damage(from line: Int, _ lost: Int) throws(FileError) -> SessionDamage {
    var (lines, bytes) = (1, lost)
    while let next = try next() {
      lines += 1
      bytes += next.count
    }
    return SessionDamage(line: line, lines: lines, bytes: bytes)
  }

  private func fill() throws(FileError) -> Bool {
    if isAtEnd { return false }
    piece = Array(try reader.next())
    place = 0
    isAtEnd = piece.isEmpty
    // A file that grows while it is read ends where it began to be too large.
    if reader.bytesRead > Limits.sessionBytes { isAtEnd = true }
    return !piece.isEmpty
  }
}
