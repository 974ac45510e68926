/// The first row of a table, which may be its header. It waits until the end of the file: what it is depends on what
/// stands below it.
struct FirstRow {
  let line: Int
  /// The cells as written, and as text.
  let cells: [[UInt8]]
  let texts: [String]

  /// The same with an empty cell in front: R writes the names of rows below no name.
  var withRowNames: FirstRow { FirstRow(line: line, cells: [[]] + cells, texts: [""] + texts) }

  /// The same with an empty cell behind.
  var withEmptyEnd: FirstRow { FirstRow(line: line, cells: cells + [[]], texts: texts + [""]) }

  /// Whether a cell reads as a number, so that a mistyped first row of data may be taken for a header.
  var hasNumbers: Bool { cells.contains(where: Self.isNumber) }

  /// Whether it reads as data rather than as names: numbers alone, or one with a decimal mark, which years have not.
  var looksLikeData: Bool {
    hasNumbers && (!cells.indices.contains(where: isWord) || cells.contains { Self.isNumber($0) && !Self.isWhole($0) })
  }

  private static func isWhole(_ cell: [UInt8]) -> Bool {
    cell.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// Whether a word of this row stands above a column of numbers.
  ///
  /// "nan", "inf", "0x10" or "1e400" is no word but a failed number.
  func isHeader(above columns: [TableColumn]) -> Bool {
    columns.indices.contains { columns[$0].isNumeric && isWord($0) }
  }

  private func isWord(_ column: Int) -> Bool {
    !Self.isNumber(cells[column]) && Double(texts[column]) == nil
      && !cells[column].withUnsafeBufferPointer(MissingValues.holds)
  }

  private static func isNumber(_ cell: [UInt8]) -> Bool {
    cell.withUnsafeBufferPointer { cell in
      DecimalNumber.parse(cell) != nil || DecimalNumber.parse(cell, decimalMark: UInt8(ascii: ",")) != nil
    }
  }
}
