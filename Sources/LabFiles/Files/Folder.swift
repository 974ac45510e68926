import Glibc
import LabCore

/// Looks through folders.
public enum Folder {
  /// So many entries are shown at most; typing finds the others by going there.
  static let most = 5000

  /// What of a folder can be opened: folders, then files that may be tables or scenes, each by name, hidden ones left out.
  public static func listing(
    _ path: String, folders: [Browser.Place: String] = [:]
  ) throws(FileError) -> FolderListing {
    guard let whole = resolved(path) else { throw .reading(path, code: errno) }
    guard let folder = opendir(whole) else { throw .reading(path, code: errno) }
    defer { closedir(folder) }
    var entries: [FolderListing.Entry] = []
    while entries.count < most, let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      guard !name.hasPrefix("."), let found = self.entry(UserFolders.joined(whole, name), name: name) else { continue }
      entries.append(found)
    }
    return FolderListing(
      path: whole, parent: whole == "/" ? nil : AtomicFile.folder(of: whole), entries: entries.sorted(by: isBefore),
      folders: folders, today: FileDate(time(nil)))
  }

  /// What has become of files, in their order: those that are gone are marked.
  public static func listing(recent paths: [String], folders: [Browser.Place: String] = [:]) -> FolderListing {
    let entries = paths.map { path in
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let kind: FolderListing.Entry.Kind = name.lowercased().hasSuffix(".json") ? .scene : .table
      guard let found = entry(path, name: name), found.kind != .folder else {
        return FolderListing.Entry(name: name, path: path, kind: kind, isMissing: FileStamp(path: path) == nil)
      }
      return found
    }
    return FolderListing(path: "", parent: nil, entries: entries, folders: folders, today: FileDate(time(nil)))
  }

  /// The whole path, links followed; nil where there is nothing.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Nil for what cannot be opened here, by its name.
  private static func entry(_ path: String, name: String) -> FolderListing.Entry? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let changed = FileDate(status.st_mtim.tv_sec)
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return FolderListing.Entry(name: name, path: path, kind: .folder, changed: changed)
    case S_IFREG: break
    default: return nil
    }
    guard let kind = kind(ofFile: name) else { return nil }
    return FolderListing.Entry(name: name, path: path, kind: kind, size: Int(status.st_size), changed: changed)
  }

  private static func kind(ofFile name: String) -> FolderListing.Entry.Kind? {
    let name = name.lowercased()
    if name.hasSuffix(".json") { return .scene }
    return ["csv", "tsv", "txt", "dat", "data", "tab"].contains { name.hasSuffix("." + $0) } ? .table : nil
  }

  private static func isBefore(_ a: FolderListing.Entry, _ b: FolderListing.Entry) -> Bool {
    let (first, second) = (a.kind == .folder ? 0 : 1, b.kind == .folder ? 0 : 1)
    return (first, a.name.lowercased(), a.name) < (second, b.name.lowercased(), b.name)
  }
}

extension FileDate {
  /// A moment, in seconds since 1970, in the user's own time.
  init?(_ seconds: Int) {
    var seconds = time_t(seconds)
    var parts = tm()
    guard localtime_r(&seconds, &parts) != nil else { return nil }
    self.init(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday), hour: Int(parts.tm_hour),
      minute: Int(parts.tm_min))
  }
}
