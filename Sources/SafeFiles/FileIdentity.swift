import Glibc

/// Which file a path or a descriptor stands for, whatever links lead there.
package struct FileIdentity: Equatable {
  package let device: UInt
  package let inode: UInt

  /// Nil where there is no regular file: pipes and devices have no content that could be lost.
  package init?(path: String) {
    if let descriptor = DescriptorPath.descriptor(of: path, standard: STDIN_FILENO) {
      self.init(descriptor: descriptor)
    } else {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      self.init(status)
    }
  }

  package init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init?(_ status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }
}

/// Paths that stand for something the process has open already: `-`, `/dev/stdout`, `/dev/fd/63` as `>(…)` gives it.
package enum DescriptorPath {
  /// The descriptor, nil for any other path. `standard` is what `-` means.
  package static func descriptor(of path: String, standard: Int32) -> Int32? {
    switch path {
    case "-": return standard
    case "/dev/stdin": return STDIN_FILENO
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for folder in ["/dev/fd/", "/proc/self/fd/", "/proc/\(getpid())/fd/"] where path.hasPrefix(folder) {
        return Int32(path.dropFirst(folder.count))
      }
      return nil
    }
  }
}
