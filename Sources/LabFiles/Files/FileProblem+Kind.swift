import Glibc
import LabCore

extension FileProblem {
  /// Why what stands at a path cannot be read to its end – a pipe, a socket or a device may never end, or never even
  /// open – or `nil` where it is an ordinary file, or nothing, which opening it will tell.
  public static func unlessFile(_ path: String) -> FileProblem? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return nil
    case S_IFDIR: return .isFolder(path: path)
    default: return .notAFile(path: path)
    }
  }
}
