import Glibc
import LabCore

/// Looks for hand-ins.
public enum HandInFolder {
  /// What lies in folders and what is named itself, by name; hidden files and what folders lie in a folder left out.
  ///
  /// - Returns: the paths, each file once, and how many were too many to be looked at: of hand-ins only where nothing else
  ///   is left out.
  public static func files(in sources: [String]) throws(FileError) -> (paths: [String], left: Int) {
    var paths: Set<String> = []
    for source in sources {
      guard case .isFolder = FileProblem.unlessFile(source) else {
        paths.insert(source)
        continue
      }
      guard let folder = opendir(source) else { throw .reading(source, code: errno) }
      defer { closedir(folder) }
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { paths.insert(UserFolders.joined(source, name)) }
      }
    }
    var places: Set<String> = []
    let once = inOrder(paths).filter { places.insert(place(of: $0)).inserted }
    guard once.count > Limits.handIns else { return (once, 0) }
    let first = once.filter { $0.hasSuffix(HandInFile.ending) } + once.filter { !$0.hasSuffix(HandInFile.ending) }
    return (inOrder(first.prefix(Limits.handIns)), once.count - Limits.handIns)
  }

  private static func inOrder(_ paths: some Sequence<String>) -> [String] {
    paths.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }

  /// Where a file lies, however the way there is written. What is a link itself is not followed.
  public static func place(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return place(of: "./" + path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return Folder.resolved(folder).map { UserFolders.joined($0, String(path[path.index(after: slash)...])) } ?? path
  }

  /// Whether a folder is one of hand-ins: one lies there, or nothing yet.
  public static func isLikely(_ path: String) -> Bool {
    guard case .isFolder = FileProblem.unlessFile(path), let files = try? files(in: [path]) else { return false }
    return files.paths.isEmpty || files.paths.contains { $0.hasSuffix(HandInFile.ending) }
  }

  /// Links lead elsewhere, and perhaps to the same file twice.
  static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
