import Glibc

/// A file that is locked while this value lives, so that other processes, and other places of this one, can tell that
/// what stands beside it is in use. The lock ends with the process, however that ends.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// Makes the file if need be and locks it. Nil where somebody else holds it; throws the `errno` of any other failure.
  init?(_ path: String) throws(FileCode) {
    // A file that was removed between opening and locking it is nobody's; the next one counts.
    for _ in 0..<100 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { throw FileCode(errno) }
      guard Self.lock(descriptor) else {
        let code = errno
        close(descriptor)
        if code == EAGAIN || code == EACCES { return nil }
        throw FileCode(code)
      }
      if Self.isAt(path, descriptor) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
    return nil
  }

  /// The same, waiting for somebody who holds it; nil where that takes longer.
  static func waiting(_ path: String, seconds: Double) throws(FileCode) -> FileLock? {
    for _ in 0...Int(seconds * 50) {
      if let lock = try FileLock(path) { return lock }
      usleep(20_000)
    }
    return nil
  }

  deinit { close(descriptor) }

  /// Whether somebody holds it. Asking disturbs nobody.
  static func isHeld(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var question = request(F_WRLCK)
    return withUnsafeMutablePointer(to: &question) { fcntl(descriptor, getLock, UnsafeMutableRawPointer($0)) } == 0
      && Int32(question.l_type) != F_UNLCK
  }

  private static func lock(_ descriptor: Int32) -> Bool {
    var wanted = request(F_WRLCK)
    return withUnsafeMutablePointer(to: &wanted) { fcntl(descriptor, setLock, UnsafeMutableRawPointer($0)) } == 0
  }

  /// Of the whole file.
  private static func request(_ type: Int32) -> flock {
    var request = flock()
    request.l_type = Int16(type)
    request.l_whence = Int16(SEEK_SET)
    return request
  }

  /// Locks of an open file, F_OFD_GETLK and F_OFD_SETLK: unlike those of a process they also part two windows of one.
  private static let getLock: Int32 = 36
  private static let setLock: Int32 = 37

  private static func isAt(_ path: String, _ descriptor: Int32) -> Bool {
    var named = stat()
    var opened = stat()
    return lstat(path, &named) == 0 && fstat(descriptor, &opened) == 0 && named.st_ino == opened.st_ino
      && named.st_dev == opened.st_dev
  }
}

/// The `errno` of something that failed.
struct FileCode: Error {
  let code: Int32
  init(_ code: Int32) { self.code = code }
}
