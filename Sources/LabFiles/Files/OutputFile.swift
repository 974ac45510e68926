import Glibc

/// A file to be written, looked at before any work is done: it must not replace what was read, what standard output goes
/// to, or a file of another kind.
public struct OutputFile: Sendable {
  public enum Content: Sendable { case model, picture, animation, table, scene, session, lesson, handIn }

  public let path: String

  /// - Parameter inputs: the files that are read. `-` is standard input there and standard output here.
  public init(_ path: String, _ content: Content, inputs: [String]) throws(FileError) {
    self.path = path
    if path.isEmpty { throw .notUsable(path: path, problem: "is no name", advice: "name the file to write") }
    switch Destination(path) {
    case .descriptor(let descriptor):
      try Self.refuse(FileIdentity(descriptor: descriptor), in: inputs, path: path)
    case .stream: break
    case .folder: throw .isFolder(path: path)
    case .file(let target, let mode):
      let identity = FileIdentity(path: target)
      try Self.refuse(identity, in: inputs, path: path)
      if let identity, identity == FileIdentity(descriptor: STDOUT_FILENO) { throw .isStandardOutput(path: path) }
      if let other = content.extensionOfAnotherKind(path) {
        throw .wrongExtension(path: path, content: content.noun, found: other, usual: content.usualExtension)
      }
      guard let mode else {
        try Self.checkFolder(of: target, path: path)
        return
      }
      if AtomicFile.isProtected(target, mode) { throw .writeProtected(path: path) }
      if let found = content.otherKind(of: target) {
        throw .otherKind(path: path, found: found, content: content.noun)
      }
      if content == .scene { try SceneFile.refuseNewer(target, path: path) }
      if content == .lesson { try LessonFile.refuseNewer(target, path: path) }
      if content == .session { try SessionFile.refuseNewer(target, path: path) }
    }
  }

  /// Whether what is written here comes out of standard output, where nothing else should then be printed.
  public var isStandardOutput: Bool {
    if case .descriptor(STDOUT_FILENO) = Destination(path) { return true }
    return false
  }

  /// Refuses to read what standard output goes to, as in `classify model.json d.csv >> d.csv`.
  public static func refuseStandardOutput(toBeOneOf inputs: [String]) throws(FileError) {
    guard let output = FileIdentity(descriptor: STDOUT_FILENO) else { return }
    for input in inputs where FileIdentity(path: input) == output { throw .readsItsOutput(path: input) }
  }

  private static func refuse(_ identity: FileIdentity?, in inputs: [String], path: String) throws(FileError) {
    guard let identity else { return }
    for input in inputs where FileIdentity(path: input) == identity { throw .isInput(path: path, input: input) }
  }

  /// A missing or closed folder is better found before the work than after it.
  private static func checkFolder(of target: String, path: String) throws(FileError) {
    let folder = AtomicFile.folder(of: target)
    if access(folder, W_OK | X_OK) != 0 { throw .writing(path, folder: folder, code: errno) }
  }
}

extension OutputFile.Content {
  var noun: String {
    switch self {
    case .model: "a model"
    case .picture: "a picture"
    case .animation: "an animation"
    case .table: "a table"
    case .scene: "a scene"
    case .session: "a session"
    case .lesson: "a lesson"
    case .handIn: "a hand-in"
    }
  }

  var usualExtension: String {
    switch self {
    case .model: "json"
    case .picture: "png"
    case .animation: "gif"
    case .table: "csv"
    case .scene: "json"
    case .session: "session"
    case .lesson: "json"
    case .handIn: "json"
    }
  }

  /// The extension of the path where it promises something else than this.
  func extensionOfAnotherKind(_ path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    let found = name[name.index(after: dot)...].lowercased()
    let others = ["csv", "tsv", "json", "png", "jpg", "jpeg", "gif", "pdf", "xlsx", "ods", "session"]
    return found != usualExtension && others.contains(found) ? found : nil
  }

  /// What stands in the file, as "a table or a text", where that is not what is to be written. An empty file holds
  /// nothing to lose.
  func otherKind(of path: String) -> String? {
    guard let bytes = try? FileReader.head(of: path), !bytes.isEmpty else { return nil }
    switch self {
    case .picture:
      return Self.isPNG(bytes) ? nil : Self.kind(of: bytes)
    case .animation:
      return Self.isGIF(bytes) ? nil : Self.kind(of: bytes)
    case .table:
      let kind = Self.kind(of: bytes)
      return kind == Self.text ? nil : kind
    case .model:
      guard Self.looksLikeJSON(bytes) else { return Self.kind(of: bytes) }
      let json = try? JSONValue.read(path)
      return json?["means"] != nil && json?["covariances"] != nil ? nil : "JSON that is no model"
    case .scene:
      guard Self.looksLikeJSON(bytes) else { return Self.kind(of: bytes) }
      return SceneFile.isScene(try? JSONValue.read(path)) ? nil : "JSON that is no scene"
    case .lesson:
      guard Self.looksLikeJSON(bytes) else { return Self.kind(of: bytes) }
      return LessonFile.isLesson(try? JSONValue.read(path)) ? nil : "JSON that is no lesson"
    case .session:
      return SessionFile.isSession(bytes) ? nil : Self.kind(of: bytes)
    case .handIn:
      return HandInFile.isHandIn(bytes) ? nil : Self.kind(of: bytes)
    }
  }

  private static func kind(of bytes: [UInt8]) -> String {
    if isPNG(bytes) { return "a picture" }
    if isGIF(bytes) { return "an animation" }
    if SessionFile.isSession(bytes) { return "a session" }
    if HandInFile.isHandIn(bytes) { return "a hand-in" }
    if looksLikeJSON(bytes) { return "JSON" }
    return bytes.contains(0) ? "binary data" : text
  }

  private static let text = "a table or a text"

  private static func isPNG(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) }

  private static func isGIF(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x47, 0x49, 0x46, 0x38]) }

  static func looksLikeJSON(_ bytes: [UInt8]) -> Bool {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "{")
  }
}
