import LabCore

/// A lesson that was handed in, as one line of JSON:
///
/// ```
/// {"format":"mixture-lab hand-in","version":1,"program":"0.1.0","kernel":"avx2","written":"…","name":"Ada",
///  "lesson":{"name":"03-move-and-reshape","checksum":"…","file":{…}},
///  "claim":{"hash":"…","seed":1,"seconds":312.5,"results":[{"page":0,"kind":"question","attempts":1,"mark":1,…}]},
///  "entries":[{"scene":{…}},{"moment":{…}},{"command":{…}}],
///  "checksum":"0123456789abcdef"}
/// ```
///
/// The checksum, sixteen lowercase digits, is that of all bytes before its comma. Whoever changes the file and the checksum
/// with it has to change what was done as well: `entries` are done again, and have to come to what `claim` says.
public struct HandInFile: Sendable, Equatable {
  static let format = "mixture-lab hand-in"
  /// Raised whenever a hand-in could say something that an older program would not understand.
  static let version: UInt64 = 1
  /// What the names of hand-ins end in.
  public static let ending = HandIn.ending

  public let program, kernel, written: String
  public let handIn: HandIn
  public let claim: HandInClaim

  /// - Parameters:
  ///   - header: the program that writes it, and when.
  ///   - claim: what the hand-in comes to.
  public init(_ handIn: HandIn, _ claim: HandInClaim, _ header: SessionHeader) {
    (program, kernel, written) = (header.program, header.kernel, header.began)
    self.handIn = handIn
    self.claim = claim
  }

  // MARK: - Writing

  /// The whole file. Throws where something has a number that no file can hold, or is more than can be read again.
  public var bytes: [UInt8] {
    get throws(JSONCodingError) {
      var entries: [JSONValue] = []
      for entry in handIn.entries { entries.append(try SessionLine.json(of: entry)) }
      let source = handIn.lesson.source
      guard let lesson = try? JSONValue.parse(Array(source.utf8)) else {
        throw JSONCodingError(field: "the lesson", problem: "has no file")
      }
      let json = JSONValue.object([
        .init("format", .string(Self.format)), .init("version", .integer(Self.version)),
        .init("program", .string(program)), .init("kernel", .string(kernel)), .init("written", .string(written)),
        .init("name", .string(handIn.name)),
        .init(
          "lesson",
          .object([
            .init("name", .string(handIn.lesson.name)), .init("checksum", .string(handIn.lesson.checksum)),
            .init("file", lesson),
          ])),
        .init("claim", try JSONValue(encoding: claim)), .init("entries", .array(entries)),
      ])
      var bytes = Array(json.compactText.utf8.dropLast())
      if json.valueCount > Limits.handInValues || bytes.count + Self.tailLength > Limits.handInBytes {
        throw JSONCodingError(field: "the lesson", problem: "came to more than can be handed in")
      }
      bytes += Self.tail(of: bytes)
      return bytes
    }
  }

  private static func tail(of bytes: [UInt8]) -> [UInt8] {
    var sum = Fingerprint()
    sum.add(bytes)
    return Array(",\"checksum\":\"\(sum.text)\"}\n".utf8)
  }

  private static let tailLength = tail(of: []).count

  /// Tells what was done apart, whoever hands it in.
  var work: String {
    var sum = Fingerprint()
    for entry in handIn.entries { if let json = try? SessionLine.json(of: entry) { sum.add(json.compactText.utf8) } }
    return sum.text
  }

  // MARK: - Reading

  /// Whether bytes begin as a hand-in does, whole or damaged.
  static func isHandIn(_ head: [UInt8]) -> Bool { head.starts(with: #"{"format":"\#(format)","#.utf8) }

  /// Whether a file is one, or was before it was damaged.
  public static func isLikely(_ path: String) -> Bool {
    guard path != "-", FileProblem.unlessFile(path) == nil, let head = try? FileReader.head(of: path) else {
      return false
    }
    return isHandIn(head)
  }

  /// Throws for whatever is no hand-in, or not as it was written.
  public static func read(_ path: String) throws(HandInFlaw) -> HandInFile {
    // What is named and not there is something else than what lies there and is none.
    guard path.hasSuffix(ending) || isLikely(path) || FileStamp(path: path) == nil else {
      throw .noHandIn
    }
    let bytes: [UInt8]
    let isTooLarge: Bool
    do throws(FileError) {
      let reader = try FileReader(path)
      bytes = reader.size > Limits.handInBytes ? [] : try reader.rest(limit: Limits.handInBytes)
      isTooLarge = reader.size > Limits.handInBytes
    } catch {
      throw .unreadable(error.description)
    }
    if isTooLarge { throw .tooLarge }
    return try HandInFile(bytes, isNamedSo: path.hasSuffix(ending))
  }

  /// - Parameter isNamedSo: whether what does not begin as a hand-in was one by its name.
  init(_ bytes: [UInt8], isNamedSo: Bool) throws(HandInFlaw) {
    guard Self.isHandIn(bytes) else { throw isNamedSo ? .changed : .noHandIn }
    guard bytes.count > Self.tailLength else { throw .changed }
    let content = Array(bytes.dropLast(Self.tailLength))
    guard Array(bytes.suffix(Self.tailLength)) == Self.tail(of: content),
      let json = try? JSONValue.parse(content + [UInt8(ascii: "}")], values: Limits.handInValues)
    else { throw .changed }
    guard let version = json["version"]?.unsigned, version > 0 else { throw .changed }
    guard version <= Self.version else { throw .newer }
    guard let program = json["program"]?.text, let kernel = json["kernel"]?.text, let written = json["written"]?.text,
      let name = json["name"]?.text, name.count <= HandIn.nameLimit, let claimed = json["claim"],
      let claim = try? claimed.decoded(as: HandInClaim.self), let listed = json["entries"]?.elements
    else { throw .changed }
    (self.program, self.kernel, self.written, self.claim) = (program, kernel, written, claim)
    var entries: [SessionEntry] = []
    for json in listed {
      guard let entry = SessionLine.entry(of: json) else { throw .changed }
      entries.append(entry)
    }
    handIn = HandIn(name: name, lesson: try Self.lesson(json["lesson"]), entries: entries)
  }

  private static func lesson(_ json: JSONValue?) throws(HandInFlaw) -> Lesson {
    guard let json, let name = json["name"]?.text, let file = json["file"],
      let lesson = try? LessonFile.lesson(file, path: name + ".json"), lesson.name == name,
      lesson.checksum == json["checksum"]?.text
    else { throw .changed }
    return lesson
  }
}

extension Lesson {
  /// Tells lessons apart by their files' words.
  public var checksum: String {
    var sum = Fingerprint()
    sum.add(source.utf8)
    return sum.text
  }
}
