import Glibc

/// Tidying up after earlier sessions. Whatever is not certainly this program's own, and certainly left over, stays.
extension JournalFolder {
  /// Removes journals that were kept for thirty days, locks and notes without a journal, and temporary files of
  /// runs that were killed while they wrote. What was cut off stays until it has been offered.
  ///
  /// - Parameters:
  ///   - folders: where else this program keeps files.
  ///   - now: in seconds since 1970.
  public func sweep(_ folders: [String] = [], now: Int = time(nil)) {
    let known = journals()
    let noted = known.compactMap(\.note).flatMap(\.folders)
    for folder in Set([path] + folders + noted) { TemporaryFiles.sweep(folder, now: now) }
    for journal in known where journal.condition.isAnswered && now - journal.changed > JournalFolder.lifetime {
      remove(journal)
    }
    sweepLeftovers(now: now)
  }

  /// Locks, notes and marks whose journal is gone.
  private func sweepLeftovers(now: Int) {
    let all = entries()
    let whole = Set(all.filter(\.ending.isJournal).map(\.name))
    for name in Set(all.map(\.name)).subtracting(whole) {
      let files = all.filter { $0.name == name }.map { file(name, $0.ending) }
      // One that is just being begun has its lock before it has its journal.
      guard files.allSatisfy({ OwnFile.isOlder($0, than: TemporaryFiles.rest, now: now) }),
        !FileLock.isHeld(file(name, .lock)), let lock = try? FileLock(file(name, .lock))
      else { continue }
      JournalClaim(folder: self, name, lock).discard()
    }
  }
}

/// Files that `AtomicFile` fills before they take the place of others: `.mixture-lab-4242-0.tmp`, by the process.
enum TemporaryFiles {
  /// How long one must have lain unchanged, in seconds.
  static let rest = 60

  static func sweep(_ folder: String, now: Int) {
    for name in FolderNames.all(in: folder) {
      guard let process = process(of: name), !isAlive(process) else { continue }
      let path = UserFolders.joined(folder, name)
      if OwnFile.isOlder(path, than: rest, now: now) { unlink(path) }
    }
  }

  /// The process that made such a file; nil for any other file.
  static func process(of name: String) -> pid_t? {
    name.wholeMatch(of: #/\.mixture-lab-(\d{1,10})-\d{1,4}\.tmp/#).flatMap { pid_t($0.1) }
  }

  /// Of another user it is alive too: it cannot be told then whose it was.
  private static func isAlive(_ process: pid_t) -> Bool { process <= 0 || kill(process, 0) == 0 || errno != ESRCH }
}

extension OwnFile {
  /// Whether it is a regular file of this user that nobody has written to for so long.
  static func isOlder(_ path: String, than seconds: Int, now: Int) -> Bool {
    guard let status = status(of: path) else { return false }
    return now - Int(status.st_mtim.tv_sec) > seconds
  }
}
