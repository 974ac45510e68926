/// How a table is laid out in its file: what it takes to write it again with more columns.
struct TableLayout: Sendable, Equatable {
  let separator: UInt8
  /// How many bytes stand before the table.
  let skippedBytes: Int
  let decimalMark: UInt8
  let hasHeader: Bool
  /// Whether the header has no name for the first column, which holds the names of the rows.
  let hasRowNames: Bool
  /// The names of all columns.
  let names: [String]
  /// The rows left out for a missing value, in order; blank rows do not count.
  let dropped: [Int]
}

/// A table together with the bytes it was read from, so that it can be written again with more columns.
public struct WholeTable: Sendable {
  public let table: DataTable
  let layout: TableLayout
  let bytes: [UInt8]

  /// The lines of the table as they were, with more columns behind: every cell of the file, chosen or not, in the
  /// file's own separator and decimal mark. A table without a header gets one. Rows that were left out stay out.
  ///
  /// - Parameter values: the new numbers of a row of `table`, from 0.
  /// - Parameter write: called with a line at a time.
  public func write(
    adding names: [String], values: (Int) throws -> [Double], to write: (String) throws -> Void
  ) throws {
    try write(line(CSVFile.names(of: layout.names, adding: names)))
    var dropped = layout.dropped[...]
    var (fileRow, row) = (0, 0)
    var isFirst = true
    try CSVRows.forEach(in: bytes, separator: layout.separator, skipping: layout.skippedBytes) { cells in
      if cells.allSatisfy(\.isEmpty) { return }
      let isHeader = isFirst && layout.hasHeader
      isFirst = false
      if isHeader { return }
      defer { fileRow += 1 }
      if dropped.first == fileRow {
        dropped.removeFirst()
        return
      }
      try write(line(cells.map { CellText.decode($0).text } + values(row).map(number)))
      row += 1
    }
  }

  private func line(_ cells: [String]) -> String { CSVFile.line(of: cells, separator: layout.separator) }

  private func number(_ value: Double) -> String {
    let digits = CSVFile.number(value)
    return layout.decimalMark == UInt8(ascii: ",") ? String(digits.map { $0 == "." ? "," : $0 }) : digits
  }
}

extension CSVFile {
  /// The names of columns with more behind: one that is there already gets a number.
  public static func names(of columns: [String], adding names: [String]) -> [String] {
    ColumnNames.names(header: columns + names, count: columns.count + names.count)
  }
}
