import Glibc

/// Writes whole files so that after any interruption the old content or the new one is there, never a mixture.
///
/// The bytes go to a new file in the same folder, are flushed to the disk, and the new file takes the old one's name in
/// one step. A symbolic link stays a link, its target is replaced; the old file's permissions are kept, and a file that
/// may not be written is not replaced. When anything fails, the new file is removed and the old one is untouched.
///
/// `-` is standard output. That, pipes and devices are written directly: they have no content to protect.
package enum AtomicFile {
  package static func write(_ text: String, to path: String) throws(FileError) {
    try write(Array(text.utf8), to: path)
  }

  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    // Without this, reaching the file-size limit ends the process instead of failing the write.
    signal(SIGXFSZ, SIG_IGN)
    switch Destination(path) {
    case .descriptor(let descriptor):
      let code = fill(descriptor, with: bytes)
      if code != 0 { throw .passingOn(path, code: code) }
    case .stream(let target):
      let descriptor = open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .passingOn(path, code: errno) }
      let code = fill(descriptor, with: bytes)
      close(descriptor)
      if code != 0 { throw .passingOn(path, code: code) }
    case .folder:
      throw .isFolder(path: path)
    case .file(let target, let mode):
      if let mode, isProtected(target, mode) { throw .writeProtected(path: path) }
      try replace(target, mode: mode, with: bytes, path: path)
    }
  }

  private static func replace(
    _ target: String, mode: mode_t?, with bytes: [UInt8], path: String
  ) throws(FileError) {
    let folder = folder(of: target)
    let (descriptor, temporary) = create(in: folder)
    guard descriptor >= 0 else { throw .writing(path, folder: folder, code: errno) }
    var code = fill(descriptor, with: bytes)
    if code == 0, let mode, fchmod(descriptor, mode & 0o7777) != 0 { code = errno }
    if code == 0, fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(temporary, target) != 0 { code = errno }
    if code != 0 {
      unlink(temporary)
      throw .writing(path, folder: folder, code: code)
    }
    flushFolder(folder)
  }

  /// Nobody may write it, or not this user: a rename would ask the folder only. To the superuser everything is
  /// writable, so the permissions are asked too. On a file system that is read-only altogether it is not the file that
  /// says no.
  package static func isProtected(_ target: String, _ mode: mode_t) -> Bool {
    if access(target, W_OK) != 0 { return errno != EROFS }
    return mode & 0o222 == 0
  }

  /// Opens a new file in the folder, with the permissions that the process gives new files. The descriptor is negative
  /// when that fails.
  package static func create(in folder: String) -> (descriptor: Int32, path: String) {
    for attempt in 0..<1000 {
      let path = "\(folder)/.mixture-lab-\(getpid())-\(attempt).tmp"
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EEXIST { return (descriptor, path) }
    }
    return (-1, "")
  }

  /// Writes all bytes and returns 0, or the `errno` of the failure.
  package static func fill(_ descriptor: Int32, with bytes: [UInt8]) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        written += count
      }
      return 0
    }
  }

  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Makes the new name durable; where a file system cannot do that, the file itself is safe all the same.
  package static func flushFolder(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// What writing to a path amounts to.
package enum Destination {
  /// Open already; its place in a file and its end are not ours.
  case descriptor(Int32)
  /// A pipe or a device.
  case stream(String)
  case folder
  /// A regular file, links followed, and its permissions; nil where there is none yet.
  case file(String, mode: mode_t?)

  package init(_ path: String) {
    var target = path
    // Links are followed by hand: one into a folder of descriptors ends there, one to nothing names the file to make.
    for _ in 0..<40 {
      if let descriptor = DescriptorPath.descriptor(of: target, standard: STDOUT_FILENO) {
        self = .descriptor(descriptor)
        return
      }
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let length = readlink(target, &buffer, buffer.count)
      guard length > 0 else { break }
      let name = buffer.prefix(length).map { UInt8(bitPattern: $0) }
      // A name that is no text cannot be written to: the link itself is replaced, and what it leads to stays whole.
      guard let link = String(validating: name, as: UTF8.self) else { break }
      target = link.hasPrefix("/") ? link : "\(AtomicFile.folder(of: target))/\(link)"
    }
    var status = stat()
    let exists = stat(target, &status) == 0
    if !exists, errno == ELOOP {
      // Links in a circle: opening them says so, where a file of that name would take one's place.
      self = .stream(target)
      return
    }
    switch exists ? status.st_mode & S_IFMT : S_IFREG {
    case S_IFDIR: self = .folder
    case S_IFREG: self = .file(target, mode: exists ? status.st_mode : nil)
    default: self = .stream(target)
    }
  }
}
