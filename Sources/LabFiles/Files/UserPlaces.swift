import LabCore

/// Where a desktop keeps a user's documents and downloads: as `user-dirs.dirs` has them, else by their usual names.
public struct UserPlaces: Sendable, Equatable {
  public private(set) var documents: String
  public private(set) var downloads: String

  /// - Parameter variable: the value of an environment variable, by its name.
  public init(home: String, variable: (String) -> String? = UserFolders.environment) {
    documents = UserFolders.joined(home, "Documents")
    downloads = UserFolders.joined(home, "Downloads")
    let config = variable("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let list = UserFolders.joined(config ?? UserFolders.joined(home, ".config"), "user-dirs.dirs")
    guard FileProblem.unlessFile(list) == nil, let bytes = try? FileReader.head(of: list) else { return }
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let equals = line.firstIndex(of: "=") else { continue }
      let quoted = line[line.index(after: equals)...]
      guard quoted.count > 1, quoted.hasPrefix("\""), quoted.hasSuffix("\"") else { continue }
      var path = String(quoted.dropFirst().dropLast())
      if path.hasPrefix("$HOME") { path = home + path.dropFirst(5) }
      guard path.hasPrefix("/") else { continue }
      switch line[..<equals] {
      case "XDG_DOCUMENTS_DIR": documents = path
      case "XDG_DOWNLOAD_DIR": downloads = path
      default: break
      }
    }
  }
}
