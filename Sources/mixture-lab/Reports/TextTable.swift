/// A table of text: the first column flush left, the others, which hold numbers unless they are said to hold words, flush
/// right.
struct TextTable {
  private var rows: [[String]]
  private let words: Set<Int>

  /// - Parameter words: the columns that hold words, beside the first.
  init(header: [String], words: Set<Int> = []) {
    rows = [header]
    self.words = words.union([0])
  }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  var text: String {
    let columnCount = rows.map(\.count).max() ?? 0
    let widths = (0..<columnCount).map { column in rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return words.contains(column) ? cell + space : space + cell
      }
      let line = cells.joined(separator: "  ")
      return String(line.reversed().drop(while: { $0 == " " }).reversed()) + "\n"
    }.joined()
  }
}
