/// Why a text is not JSON: the line, from 1, and what is wrong there.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  public var line: Int
  public var problem: String

  public var description: String { "line \(line): \(problem)" }
}

extension JSONValue {
  /// Reads a JSON text in UTF-8.
  ///
  /// Stricter than many readers: no duplicate keys, no trailing commas, no NaN, nothing after the value, no deeper
  /// nesting and no more values than `Limits` says.
  ///
  /// - Parameters:
  ///   - bytes: the whole text.
  ///   - limit: how many values it may hold.
  public static func parse(_ bytes: [UInt8], values limit: Int = Limits.values) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes: bytes, limit: limit)
    return try parser.document()
  }
}

/// A recursive-descent parser whose recursion is bounded.
private struct JSONParser {
  let bytes: [UInt8]
  var index = 0
  private let limit: Int
  private var valueCount = 0

  init(bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    self.limit = limit
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  mutating func document() throws(JSONError) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    if index < bytes.count { throw error("something follows after the end") }
    return value
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    skipSpace()
    valueCount += 1
    if valueCount > limit { throw error("it holds more than \(limit) values") }
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case nil: throw error("a value is missing at the end")
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    try open(depth)
    var members: [JSONValue.Member] = []
    var keys: Set<String> = []
    if takes("}") { return .object(members) }
    repeat {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw error("a key in quotation marks is missing") }
      let key = try string()
      guard keys.insert(key).inserted else { throw error("the key '\(key.forOneLine())' is there twice") }
      guard takes(":") else { throw error("a colon is missing after '\(key.forOneLine())'") }
      members.append(.init(key, try value(depth: depth)))
    } while takes(",")
    guard takes("}") else { throw error("a comma or } is missing") }
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    try open(depth)
    var values: [JSONValue] = []
    if takes("]") { return .array(values) }
    repeat { values.append(try value(depth: depth)) } while takes(",")
    guard takes("]") else { throw error("a comma or ] is missing") }
    return .array(values)
  }

  private mutating func open(_ depth: Int) throws(JSONError) {
    if depth > Limits.nesting { throw error("it is nested deeper than \(Limits.nesting)") }
    index += 1
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[index...].starts(with: word.utf8) else { throw error("a value is neither number nor text") }
    index += word.utf8.count
    return value
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = index
    while let byte = peek, Self.numberBytes.contains(byte) { index += 1 }
    let literal = bytes[start..<index]
    if literal.isEmpty { throw error("a value is neither number nor text") }
    let text = String(decoding: literal, as: UTF8.self)
    guard Self.isNumber(literal) else { throw error("'\(text.forOneLine())' is not a JSON number") }
    if let integer = UInt64(text) { return .integer(integer) }
    guard let value = literal.withContiguousStorageIfAvailable({ DecimalNumber.parse($0) }) ?? nil else {
      throw error("'\(text.forOneLine())' is beyond the range of numbers")
    }
    return .number(value)
  }

  private static let numberBytes = Set("0123456789+-.eE".utf8)

  /// What JSON asks of a number beyond what `DecimalNumber` does: no plus sign, no leading zeros, digits on both sides
  /// of the point.
  private static func isNumber(_ literal: ArraySlice<UInt8>) -> Bool {
    let unsigned = literal.first == UInt8(ascii: "-") ? literal.dropFirst() : literal
    let isDigit: (UInt8) -> Bool = { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let whole = unsigned.prefix(while: isDigit)
    if whole.isEmpty || (whole.count > 1 && whole.first == UInt8(ascii: "0")) { return false }
    var rest = unsigned.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      if fraction.isEmpty { return false }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard let mark = rest.first else { return true }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  // MARK: Strings

  private mutating func string() throws(JSONError) -> String {
    index += 1
    var content: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw error("a text is not closed on its line") }
      index += 1
      if byte == UInt8(ascii: "\\") {
        content.append(contentsOf: String(try escape()).utf8)
      } else {
        content.append(byte)
      }
    }
    guard peek != nil else { throw error("a text is never closed") }
    index += 1
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func escape() throws(JSONError) -> Character {
    guard let byte = peek else { throw error("a text is never closed") }
    index += 1
    if byte == UInt8(ascii: "u") { return Character(try unicodeScalar()) }
    guard let character = Self.escapes[byte] else { throw error("a backslash is followed by nothing it may escape") }
    return character
  }

  private static let escapes: [UInt8: Character] = [
    UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
  ]

  /// Four hexadecimal digits, or twice four where the first is half of a surrogate pair.
  private mutating func unicodeScalar() throws(JSONError) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let isPair = bytes[index...].starts(with: "\\u".utf8)
    if isPair { index += 2 }
    let second = isPair ? try hexadecimal() : 0
    guard (0xD800..<0xDC00).contains(unit), (0xDC00..<0xE000).contains(second) else {
      throw error("a \\u escape is half of a character")
    }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error("a \\u escape needs four hexadecimal digits") }
    index += 4
    return unit
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func takes(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: mark) else { return false }
    index += 1
    return true
  }

  private func error(_ problem: String) -> JSONError {
    JSONError(line: 1 + bytes[..<index].count { $0 == 0x0A }, problem: problem)
  }
}
