import LabCore

/// One line of a session file: eight hexadecimal digits, the CRC-32 of what follows them and a space, and JSON without a
/// line end.
///
/// ```
/// 5f1c0d9a {"format":"mixture-lab session","version":1,"scenes":1,"program":"0.1.0","kernel":"avx2","began":"…"}
/// 0a94c3e1 {"scene":{…}}
/// 93bd1f07 {"command":{"tick":{"_0":12.5}}}
/// ```
enum SessionLine {
  static let format = "mixture-lab session"
  private static let sumLength = 8

  static func bytes(_ json: JSONValue) -> [UInt8] {
    let text = Array(json.compactText.utf8)
    return Array(CRC32.of(text).hexadecimal(digits: sumLength).utf8) + [UInt8(ascii: " ")] + text + [UInt8(ascii: "\n")]
  }

  /// The JSON of a line without its end; nil where it is damaged.
  static func json(_ line: [UInt8]) -> JSONValue? {
    guard line.count > sumLength + 1, line[sumLength] == UInt8(ascii: " "),
      line[..<sumLength].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }),
      let sum = UInt32(String(decoding: line[..<sumLength], as: UTF8.self), radix: 16)
    else { return nil }
    let content = Array(line[(sumLength + 1)...])
    guard CRC32.of(content) == sum else { return nil }
    return try? JSONValue.parse(content, values: Limits.lineValues)
  }

  // MARK: - Header

  static func bytes(_ header: SessionHeader) -> [UInt8] {
    bytes(
      .object([
        .init("format", .string(format)), .init("version", .integer(SessionHeader.version)),
        .init("scenes", .integer(LabScene.version)), .init("program", .string(header.program)),
        .init("kernel", .string(header.kernel)), .init("began", .string(header.began)),
      ]))
  }

  static func header(_ line: [UInt8], path: String) throws(FileError) -> SessionHeader {
    guard looksLikeHeader(line) else {
      throw .notUsable(path: path, problem: "is no session", advice: "name a file that was written by --record")
    }
    let json = json(line)
    for version in [(json?["version"], SessionHeader.version), (json?["scenes"], LabScene.version)] {
      if let found = version.0?.unsigned, found > version.1 { throw .newer(path: path, version: found) }
    }
    guard let json, let version = json["version"]?.unsigned, version > 0, let program = json["program"]?.text,
      let kernel = json["kernel"]?.text, let began = json["began"]?.text
    else {
      throw .notUsable(
        path: path, problem: "is a session whose first line is damaged", advice: "use a copy that is whole")
    }
    return SessionHeader(program: program, kernel: kernel, began: began)
  }

  /// Whether bytes begin as a session does, whole or damaged.
  static func looksLikeHeader(_ bytes: [UInt8]) -> Bool {
    bytes.dropFirst(sumLength).starts(with: #" {"format":"\#(format)""#.utf8)
  }

  // MARK: - Entries

  /// Throws where a scene has a number that no file can hold, or more of them than can be read again.
  static func bytes(_ entry: SessionEntry) throws(JSONCodingError) -> [UInt8] {
    let json = try json(of: entry)
    let bytes = bytes(json)
    if json.valueCount > Limits.lineValues || bytes.count > Limits.lineBytes {
      throw JSONCodingError(field: "the scene", problem: "holds more than can be read again")
    }
    return bytes
  }

  /// Nil where the line is damaged, or says what cannot be.
  static func entry(_ line: [UInt8]) -> SessionEntry? { json(line).flatMap { entry(of: $0) } }

  /// An entry as JSON. Throws where a scene has a number that no file can hold.
  static func json(of entry: SessionEntry) throws(JSONCodingError) -> JSONValue {
    try JSONValue(encoding: entry, nonFinite: numbers(entry))
  }

  /// Nil where it says what cannot be.
  static func entry(of json: JSONValue) -> SessionEntry? {
    let numbers: NonFinite = json["command"] == nil ? .refused : .asText
    guard let entry = try? json.decoded(as: SessionEntry.self, nonFinite: numbers) else { return nil }
    switch entry {
    case .scene(let scene): return (try? scene.check()) == nil ? nil : entry
    case .computed(let count): return count >= 0 ? entry : nil
    case .moment, .command, .answer: return entry
    }
  }

  /// Commands are what somebody did, whatever it was; what they led to is made of numbers.
  private static func numbers(_ entry: SessionEntry) -> NonFinite {
    switch entry {
    case .command: .asText
    case .scene, .moment, .computed, .answer: .refused
    }
  }
}
