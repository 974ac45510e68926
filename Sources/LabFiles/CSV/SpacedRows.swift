/// Tables whose cells are separated by nothing but spaces, as R's `write.table` has them. A space may be part of a cell, so
/// they are not read; but they are told apart from tables of one column.
enum SpacedRows {
  /// Whether every row of the head but the first, which may be a name, has a space between two parts, and no row a comma,
  /// semicolon or tab, quoted text aside.
  static func are(in head: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rows: [Row] = []
    var row = Row()
    var isQuoted = false
    for byte in head {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      let isEnd = !isQuoted && (byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r"))
      if isEnd {
        if row.hasText { rows.append(row) }
        row = Row()
        if rows.count == 100 { break }
      } else if isQuoted {
        row.take(UInt8(ascii: "x"))
      } else if [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(byte) {
        return false
      } else {
        row.take(byte)
      }
    }
    return rows.count > 1 && rows.dropFirst().allSatisfy(\.isSpaced)
  }

  private struct Row {
    private(set) var hasText = false
    private(set) var isSpaced = false
    private var hasGap = false

    mutating func take(_ byte: UInt8) {
      if byte == UInt8(ascii: " ") {
        hasGap = hasText
      } else {
        if hasGap { isSpaced = true }
        hasText = true
      }
    }
  }
}
