import Glibc
import LabCore

/// The right to a journal, which ends with this value or with the process: nobody else goes on with it meanwhile.
public final class JournalClaim: Sendable {
  private let folder: JournalFolder
  private let name: JournalName
  private let lock: FileLock

  init(folder: JournalFolder, _ name: JournalName, _ lock: FileLock) {
    self.folder = folder
    self.name = name
    self.lock = lock
  }

  /// The journal of the window. There need be none yet.
  public var path: String { folder.file(name, .session) }

  /// Writes down what is in it.
  public func note(_ note: JournalNote) throws(FileError) {
    let file = folder.file(name, .about)
    // Only its user may read it, and what replaces it keeps that.
    let descriptor = open(file, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
    try note.write(to: file)
  }

  // MARK: - Bringing it back

  /// How many times bringing it back was begun, and not answered for.
  public var attempts: Int {
    let tries: [JournalName.Ending] = [.try1, .try2]
    return tries.count { access(folder.file(name, $0), F_OK) == 0 }
  }

  /// After so many it is not tried again.
  public static let mostAttempts = 2

  /// Notes that it is now being brought back, so that it is known even if that ends the program, or the machine. False
  /// where that cannot be noted.
  public func beginAttempt() -> Bool {
    let file = folder.file(name, attempts == 0 ? .try1 : .try2)
    let descriptor = open(file, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    folder.flush()
    return true
  }

  /// It was not even tried: there was no display, say.
  public func cancelAttempt() { unlink(folder.file(name, attempts < Self.mostAttempts ? .try1 : .try2)) }

  /// It was brought back, and something was done with it: what was tried before no longer counts.
  public func forgetAttempts() {
    guard attempts > 0 else { return }
    unlink(folder.file(name, .try1))
    unlink(folder.file(name, .try2))
  }

  // MARK: - The end

  /// The work is kept, and not offered again.
  public func keep() { end(as: .kept) }

  /// The work is kept apart: it is not brought back unless somebody asks for it.
  public func setAside() { end(as: .aside) }

  private func end(as ending: JournalName.Ending) {
    forgetAttempts()
    rename(path, folder.file(name, ending))
    unlink(folder.file(name, .lock))
    folder.flush()
  }

  /// There is nothing in it to keep.
  public func discard() {
    // The lock last: while it is there, nobody takes what is half removed for a journal.
    for ending in JournalName.Ending.allCases where ending != .lock { unlink(folder.file(name, ending)) }
    unlink(folder.file(name, .lock))
  }

  /// Leaves everything as it is: it is offered at the next start.
  public func leave() { unlink(folder.file(name, .lock)) }
}
