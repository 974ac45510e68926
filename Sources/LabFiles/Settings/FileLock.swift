import Glibc

/// A lock that one process has at a time; it ends with the process, so that none is left behind.
struct FileLock {
  private let descriptor: Int32

  /// - Parameter patience: for so many seconds it is waited for; nil is what comes then.
  init?(_ path: String, patience: Double) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    for _ in 0...Int(patience * 50) {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        self.descriptor = descriptor
        return
      }
      usleep(20_000)
    }
    close(descriptor)
    return nil
  }

  func release() { close(descriptor) }
}
