import Glibc
import LabCore

/// A new session file under a temporary name, its content on the disk: one step away from its place.
struct SessionDraft {
  let descriptor: Int32
  private let temporary: String
  private let target: String
  private let path: String

  /// - Parameters:
  ///   - target: where it is to stand, links followed.
  ///   - path: what that is called.
  init(_ content: [UInt8], for target: String, path: String) throws(FileError) {
    // Without this, reaching the file-size limit ends the process instead of failing the write.
    signal(SIGXFSZ, SIG_IGN)
    self.target = target
    self.path = path
    (descriptor, temporary) = AtomicFile.create(in: AtomicFile.folder(of: target))
    var code = descriptor < 0 ? errno : AtomicFile.fill(descriptor, with: content)
    if code == 0, fsync(descriptor) != 0 { code = errno }
    guard code == 0 else {
      drop()
      throw failure(code)
    }
  }

  /// Adds what came meanwhile.
  func append(_ bytes: [UInt8]) throws(FileError) {
    let code = AtomicFile.fill(descriptor, with: bytes)
    if code != 0 { throw failure(code) }
  }

  /// Puts the file in its place, and in place of what is there. Where that fails, it is to be dropped.
  func put() throws(FileError) {
    var status = stat()
    if stat(target, &status) == 0 { _ = fchmod(descriptor, status.st_mode & 0o7777) }
    if rename(temporary, target) != 0 { throw failure(errno) }
  }

  /// Makes its new name durable.
  func settle() { AtomicFile.flushFolder(AtomicFile.folder(of: target)) }

  /// Leaves nothing behind.
  func drop() {
    guard descriptor >= 0 else { return }
    unlink(temporary)
    _ = Glibc.close(descriptor)
  }

  private func failure(_ code: Int32) -> FileError {
    .writing(path, folder: AtomicFile.folder(of: target), code: code)
  }

  // MARK: -

  /// A file in its place at once.
  static func put(_ content: [UInt8], at target: String, path: String) throws(FileError) -> SessionDraft {
    let draft = try SessionDraft(content, for: target, path: path)
    do throws(FileError) {
      try draft.put()
    } catch {
      draft.drop()
      throw error
    }
    draft.settle()
    return draft
  }

  /// Throws where an entry has a number that no file can hold.
  static func bytes(_ entries: [SessionEntry], path: String) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      do throws(JSONCodingError) {
        bytes += try SessionLine.bytes(entry)
      } catch {
        throw .notSaved(path: path, problem: "\(error)", advice: "delete earlier runs and try again")
      }
    }
    return bytes
  }

  /// The file that a path leads to: a session is appended to, which only files can be.
  static func target(of path: String) throws(FileError) -> String {
    switch Destination(path) {
    case .file(let target, _): return target
    case .folder: throw .isFolder(path: path)
    case .descriptor, .stream:
      throw .notUsable(path: path, problem: "is no file that could be appended to", advice: "name a file")
    }
  }

  /// Keeps a name free by an empty file, which only one program can make.
  static func reserve(_ target: String, path: String) throws(FileError) {
    let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0, errno == EEXIST { throw .exists(path: path) }
    guard descriptor >= 0 else { throw .writing(path, folder: AtomicFile.folder(of: target), code: errno) }
    _ = Glibc.close(descriptor)
  }
}
