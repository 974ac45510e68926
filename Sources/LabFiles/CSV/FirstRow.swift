/// The first row of a table, which may be its header.
struct FirstRow {
  let line: Int
  /// The cells as numbers; NaN stands for a cell that is none.
  let values: [Double]
  /// The cells as written.
  let cells: [String]

  /// What stands in this column instead of a number, nil if it is a number.
  func text(at column: Int) -> String? { values[column].isNaN ? cells[column] : nil }

  /// Whether a cell reads as a number, so that a mistyped first row of data may be taken for a header.
  var hasNumbers: Bool { values.contains { !$0.isNaN } }

  /// Whether a word of this row stands above a column of numbers.
  ///
  /// "nan", "inf", "0x10" or "1e400" is no word but a failed number.
  func isHeader(above columns: [TableBuilder.Column]) -> Bool {
    columns.indices.contains { index in
      guard let text = text(at: index), !columns[index].numbers.isEmpty else { return false }
      return !text.isEmpty && Double(text) == nil && text.lowercased() != "na"
    }
  }
}

/// Names for a table's columns: the header's, else x, y, column 3, column 4 …; never twice the same.
enum ColumnNames {
  static func names(header: [String], count: Int) -> [String] {
    var seen: Set<String> = []
    return (0..<count).map { index in
      let written = index < header.count ? header[index].forOneLine() : ""
      let base = written.isEmpty ? standard(index) : written
      var name = base
      var copy = 2
      while !seen.insert(name).inserted {
        name = "\(base) (\(copy))"
        copy += 1
      }
      return name
    }
  }

  private static func standard(_ index: Int) -> String {
    switch index {
    case 0: "x"
    case 1: "y"
    default: "column \(index + 1)"
    }
  }
}
