extension CSVFile {
  /// Writes a table with its column names as the header. Numbers read back as the same bits.
  public static func write(_ table: DataTable, to path: String) throws(FileError) {
    try AtomicFile.write(text(of: table), to: path)
  }

  /// The text of a table: a header line, then one line per row.
  public static func text(of table: DataTable) -> String {
    var text = line(of: table.columnNames)
    for row in 0..<table.rowCount { text += line(of: table.columns.map { number($0[row]) }) }
    return text
  }

  /// One line with its line end; cells are quoted where they need to be.
  public static func line(of cells: [String], separator: UInt8 = UInt8(ascii: ",")) -> String {
    cells.map { quoted($0, separator) }.joined(separator: String(UnicodeScalar(separator))) + "\n"
  }

  /// The shortest digits that read back as the same number; whole numbers without a decimal point.
  public static func number(_ value: Double) -> String {
    let digits = String(value)
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  /// In a table with commas, what could be taken for another separator is quoted too.
  private static func quoted(_ cell: String, _ separator: UInt8) -> String {
    let others = separator == UInt8(ascii: ",") ? [UInt8(ascii: ";"), UInt8(ascii: "\t")] : []
    let special = [0x0A, 0x0D, UInt8(ascii: "\""), separator] + others
    guard cell.hasPrefix(" ") || cell.hasSuffix(" ") || cell.utf8.contains(where: special.contains) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
