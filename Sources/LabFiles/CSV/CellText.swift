/// Text of a cell. Files that are not UTF-8 are nearly always Latin-1 as Windows has it (code page 1252).
enum CellText {
  /// The text, and whether it had to be read as Latin-1.
  static func decode(_ bytes: some Collection<UInt8>) -> (text: String, isLatin1: Bool) {
    if let text = String(validating: bytes, as: UTF8.self) { return (text, false) }
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalar(ofLatin1: byte)) }
    return (String(text), true)
  }

  static func scalar(ofLatin1 byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? windows[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// Code page 1252 from 0x80 to 0x9F, where Latin-1 has only control characters; it leaves five of them undefined.
  private static let windows = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
