import LabCore

/// Turns the bytes of a text into UTF-8, piece by piece.
///
/// UTF-8 passes as it is, and so does what is neither it nor UTF-16 where nothing is said: its cells are read as Latin-1 one
/// by one (`CellText`). UTF-16 is known by its byte order mark, or by the zeros between plain letters.
struct TextDecoder {
  enum Form {
    case asIs, latin1
    case utf16(isBigEndian: Bool)
  }

  let form: Form
  /// The first byte of a unit that the last piece ended in, and the first half of a pair.
  private var halfUnit: UInt8?
  private var highSurrogate: UInt16?

  init(_ encoding: TableFormat.Encoding?, head: some RandomAccessCollection<UInt8>) {
    let found = TextDecoder.utf16(head)
    switch encoding {
    case nil: form = found ?? .asIs
    case .utf8: form = .asIs
    case .latin1: form = .latin1
    case .utf16: form = found ?? .utf16(isBigEndian: false)
    }
  }

  var passes: Bool {
    if case .asIs = form { return true }
    return false
  }

  mutating func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    switch form {
    case .asIs: text.append(contentsOf: bytes)
    case .latin1: for byte in bytes { append(CellText.scalar(ofLatin1: byte), to: &text) }
    case .utf16(let isBigEndian):
      for byte in bytes {
        guard let first = halfUnit else {
          halfUnit = byte
          continue
        }
        halfUnit = nil
        let (high, low) = isBigEndian ? (first, byte) : (byte, first)
        take(UInt16(high) << 8 | UInt16(low), &text)
      }
    }
    return text
  }

  private mutating func take(_ unit: UInt16, _ text: inout [UInt8]) {
    let high = highSurrogate
    highSurrogate = nil
    switch unit {
    case 0xD800..<0xDC00:
      if high != nil { append("\u{FFFD}", to: &text) }
      highSurrogate = unit
    case 0xDC00..<0xE000:
      let value = high.map { 0x10000 + (UInt32($0 & 0x3FF) << 10) + UInt32(unit & 0x3FF) }
      append(value.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}", to: &text)
    default:
      if high != nil { append("\u{FFFD}", to: &text) }
      append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &text)
    }
  }

  private func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    if scalar.value < 0x80 {
      text.append(UInt8(scalar.value))
    } else {
      text.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  private static func utf16(_ head: some RandomAccessCollection<UInt8>) -> Form? {
    if head.starts(with: [0xFF, 0xFE]) { return .utf16(isBigEndian: false) }
    if head.starts(with: [0xFE, 0xFF]) { return .utf16(isBigEndian: true) }
    var zeros = [0, 0]
    var count = 0
    for byte in head.prefix(512) {
      if byte == 0 { zeros[count % 2] += 1 }
      count += 1
    }
    // Of plain letters every second byte is zero, and no other.
    if count >= 8, zeros[0] == 0, zeros[1] * 5 > count * 2 { return .utf16(isBigEndian: false) }
    if count >= 8, zeros[1] == 0, zeros[0] * 5 > count * 2 { return .utf16(isBigEndian: true) }
    return nil
  }
}
