import Foundation

/// The house as it stands: the folders of `Sources`, and which of them import which others, read from the files.
struct House {
  struct Room {
    let name: String
    /// The room's folders, in the order of the alphabet.
    let folders: [String]
    /// The other rooms that its files import.
    let imports: Set<String>
  }

  let rooms: [Room]

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init(sources: URL = House.root.appending(path: "Sources")) throws {
    let names = Set(try House.folders(in: sources))
    rooms = try names.sorted().map { name in
      let room = sources.appending(path: name)
      var imports = Set<String>()
      for file in try House.files(in: room) { imports.formUnion(try House.imports(of: file)) }
      return Room(
        name: name, folders: try House.folders(in: room), imports: imports.intersection(names).subtracting([name]))
    }
  }

  /// What a room imports without the rooms that those import anyway: enough to see which way the arrows run.
  func directImports(of room: Room) -> [String] {
    room.imports.filter { name in !room.imports.contains { $0 != name && reaches($0, name) } }.sorted()
  }

  /// How far below the roof a room stands: one floor under the lowest room that imports it; nil where imports run in a
  /// circle.
  func depth(of name: String, below: [String] = []) -> Int? {
    guard !below.contains(name) else { return nil }
    var lowest = -1
    for above in rooms where above.imports.contains(name) {
      guard let depth = depth(of: above.name, below: below + [name]) else { return nil }
      lowest = max(lowest, depth)
    }
    return lowest + 1
  }

  private func reaches(_ from: String, _ to: String) -> Bool {
    guard let room = rooms.first(where: { $0.name == from }) else { return false }
    return room.imports.contains(to) || room.imports.contains { reaches($0, to) }
  }

  // MARK: - Reading

  private static func folders(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: [.isDirectoryKey])
      .filter { try $0.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true && $0.pathExtension.isEmpty }
      .map(\.lastPathComponent).sorted()
  }

  static func files(in folder: URL) throws -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return found?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
  }

  static func imports(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "package" })
      else { return nil }
      return String(words[words.count - 1].prefix { $0 != "." })
    }
  }
}
