import Glibc
import LabCore

/// Looks through folders.
public enum Folder {
  /// So many entries are shown at most; typing finds the others by going there.
  static let most = 5000

  /// What of a folder can be opened: folders, then files that may be tables or scenes, each by name, hidden ones left out.
  public static func listing(_ path: String) throws(FileError) -> FolderListing {
    guard let resolved = realpath(path, nil) else { throw .reading(path, code: errno) }
    defer { free(resolved) }
    let whole = String(cString: resolved)
    guard let folder = opendir(whole) else { throw .reading(path, code: errno) }
    defer { closedir(folder) }
    var entries: [FolderListing.Entry] = []
    while entries.count < most, let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      let place = whole == "/" ? "/" + name : whole + "/" + name
      guard !name.hasPrefix("."), let kind = kind(of: place) else { continue }
      entries.append(FolderListing.Entry(name: name, path: place, kind: kind))
    }
    return FolderListing(
      path: whole, parent: whole == "/" ? nil : AtomicFile.folder(of: whole), entries: entries.sorted(by: isBefore))
  }

  /// Nil for what cannot be opened here, by its name.
  private static func kind(of path: String) -> FolderListing.Entry.Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: break
    default: return nil
    }
    let name = path.lowercased()
    if name.hasSuffix(".json") { return .scene }
    return ["csv", "tsv", "txt", "dat", "data", "tab"].contains { name.hasSuffix("." + $0) } ? .table : nil
  }

  private static func isBefore(_ a: FolderListing.Entry, _ b: FolderListing.Entry) -> Bool {
    let (first, second) = (a.kind == .folder ? 0 : 1, b.kind == .folder ? 0 : 1)
    return (first, a.name.lowercased(), a.name) < (second, b.name.lowercased(), b.name)
  }
}
