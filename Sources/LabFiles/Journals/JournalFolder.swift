import Glibc
import LabCore

/// The journals of this user's sessions: one for each window that is open, and those that are kept.
///
/// Any number of windows share the folder. Each holds the lock of its own journal while it is open; what nobody holds is
/// to be gone on with, opened or, after thirty days, removed. Nothing that goes wrong here is in the way of a window.
public struct JournalFolder: Sendable {
  public let path: String

  /// How long what nobody goes on with is kept, in seconds.
  static let lifetime = 30 * 24 * 3600

  public init(_ folders: UserFolders = UserFolders()) { path = UserFolders.joined(folders.state, "journals") }

  /// All journals, the latest first.
  public func journals() -> [Journal] {
    let files = entries()
    let found = files.compactMap { name, ending in ending.isJournal ? journal(name, ending) : nil }
    return found.sorted { ($0.changed, $0.nanoseconds, $0.path) > ($1.changed, $1.nanoseconds, $1.path) }
  }

  /// The same journal as it is now: it may have been kept or set aside since it was listed.
  public func current(_ journal: Journal) -> Journal? { journals().first { $0.name == journal.name } }

  /// A journal for a window that opens now, which holds it until its claim is gone.
  public func begin() throws(FileError) -> JournalClaim {
    let code = UserFolders.create(path)
    if code != 0 { throw .writing(path, folder: path, code: code) }
    var last: Int32 = EEXIST
    for number in 0..<1000 {
      let name = JournalName(now: time(nil), process: getpid(), number: number)
      // One that is there already is of another session, or will be.
      if JournalName.Ending.allCases.contains(where: { access(file(name, $0), F_OK) == 0 }) { continue }
      do throws(FileCode) {
        if let lock = try FileLock(file(name, .lock)) { return JournalClaim(folder: self, name, lock) }
      } catch {
        last = error.code
        break
      }
    }
    throw .writing(file(JournalName(now: time(nil), process: getpid(), number: 0), .lock), folder: path, code: last)
  }

  /// A journal that nobody holds, to go on with it. Nil where somebody does, or it cannot be held.
  public func claim(_ journal: Journal) -> JournalClaim? {
    guard let lock = try? FileLock(file(journal.name, .lock)) else { return nil }
    // Somebody may have ended it since it was listed.
    guard access(journal.path, F_OK) == 0 else { return nil }
    return JournalClaim(folder: self, journal.name, lock)
  }

  /// Removes a journal, unless somebody holds it.
  @discardableResult
  public func remove(_ journal: Journal) -> Bool {
    guard let claim = claim(journal) else { return false }
    claim.discard()
    return true
  }

  // MARK: - Files

  func file(_ name: JournalName, _ ending: JournalName.Ending) -> String {
    UserFolders.joined(path, name.file(ending))
  }

  /// The files of journals, by their names.
  func entries() -> [(name: JournalName, ending: JournalName.Ending)] {
    FolderNames.all(in: path).compactMap(JournalName.parts(of:))
  }

  private func journal(_ name: JournalName, _ ending: JournalName.Ending) -> Journal? {
    let path = file(name, ending)
    guard let status = OwnFile.status(of: path) else { return nil }
    let condition: Journal.Condition =
      switch ending {
      case .kept: .closed
      case .aside: .setAside
      case .session, .lock, .about, .try1, .try2:
        FileLock.isHeld(file(name, .lock)) ? .open : .cutOff
      }
    return Journal(
      name: name, path: path, condition: condition, changed: Int(status.st_mtim.tv_sec),
      nanoseconds: Int(status.st_mtim.tv_nsec), bytes: Int(status.st_size),
      note: JournalNote.read(file(name, .about)))
  }

  /// Makes what was done to names in the folder last.
  func flush() {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// One journal in a list.
public struct Journal: Sendable, Equatable {
  public enum Condition: Sendable, Equatable {
    /// A window goes on with it.
    case open
    case cutOff, closed, setAside

    /// Whether somebody has been asked what is to become of it.
    var isAnswered: Bool {
      switch self {
      case .open, .cutOff: false
      case .closed, .setAside: true
      }
    }
  }

  let name: JournalName
  public let path: String
  public let condition: Condition
  /// When something was last written to it, in seconds since 1970.
  public let changed: Int
  /// And so much of the next second.
  let nanoseconds: Int
  public let bytes: Int
  public let note: JournalNote?

  /// What is in it, unless something was added since that was noted.
  public var contents: KeptWork.Contents? { note?.bytes == bytes ? note?.contents : nil }

  /// When something was last written to it, where the user is.
  public var moment: Moment { Moment(at: changed, now: time(nil)) }

  /// As work to be offered; nil while a window goes on with it.
  ///
  /// - Parameter now: in seconds since 1970.
  public func work(now: Int = time(nil)) -> KeptWork? {
    let ending: KeptWork.Ending
    switch condition {
    case .open: return nil
    case .cutOff: ending = .cutOff
    case .closed: ending = .closed
    case .setAside: ending = .setAside
    }
    return KeptWork(
      path: path, moment: Moment(at: changed, now: now), contents: contents, ending: ending)
  }
}

/// Regular files that belong to this user.
enum OwnFile {
  /// Nil for whatever else there is. Links are not followed.
  static func status(of path: String) -> stat? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid() else { return nil }
    return status
  }
}

/// The names in a folder.
enum FolderNames {
  /// None where it cannot be read.
  static func all(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      names.append(
        withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        })
    }
    return names
  }
}

extension Moment {
  /// - Parameters: in seconds since 1970.
  init(at seconds: Int, now: Int) {
    func local(_ seconds: Int) -> tm {
      var seconds = time_t(seconds)
      var parts = tm()
      localtime_r(&seconds, &parts)
      return parts
    }
    let then = local(seconds)
    // Noon, so that an hour more or less in a day changes no count of days.
    func noon(_ day: tm) -> Int {
      var day = day
      day.tm_hour = 12
      day.tm_min = 0
      day.tm_sec = 0
      day.tm_isdst = -1
      return mktime(&day)
    }
    self.init(
      year: Int(then.tm_year) + 1900, month: Int(then.tm_mon) + 1, day: Int(then.tm_mday), hour: Int(then.tm_hour),
      minute: Int(then.tm_min), daysAgo: Int((Double(noon(local(now)) - noon(then)) / 86400).rounded()))
  }
}
