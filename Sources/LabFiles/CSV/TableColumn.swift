/// One column as far as it has been read: numbers, words, or – which only matters where it is asked for – both.
struct TableColumn {
  /// One entry per row, NaN where there is no value; empty once a word stands in the column.
  private(set) var numbers: [Double] = []
  /// The first word.
  private(set) var word: Cell?
  /// The first cell without a value.
  private(set) var gap: Cell?
  private(set) var hasNumbers = false
  /// Whether a word among numbers leaves its row out, rather than being a fault.
  var toleratesWords = false
  /// The first rows with neither, and how many there are.
  private(set) var gaps = Rows()
  private(set) var words = Rows()

  /// Some rows, counted from 1 below the names.
  struct Rows {
    static let most = 3
    private(set) var first: [Int] = []
    private(set) var count = 0

    mutating func add(_ row: Int) {
      if count < Rows.most { first.append(row) }
      count += 1
    }

    /// Another row came above all others.
    mutating func moveDown(from isOwn: Bool) {
      first = (isOwn ? [1] : []) + first.map { $0 + 1 }
      first = Array(first.prefix(Rows.most))
      if isOwn { count += 1 }
    }
  }

  struct Cell {
    let line: Int
    let text: String
  }

  /// Of a column with both, where that is no fault, most values tell.
  var isNumeric: Bool {
    hasNumbers && (word == nil || toleratesWords && numbers.count - gaps.count >= 2 * words.count)
  }
  var isText: Bool { !hasNumbers && word != nil }
  /// Numbers and words: the word is the fault.
  var fault: Cell? { hasNumbers && !toleratesWords ? word : nil }
  private var keepsNumbers: Bool { word == nil || toleratesWords }

  mutating func reserve(_ rows: Int) { numbers.reserveCapacity(rows) }

  /// For a column that is known to be numeric.
  mutating func append(_ number: Double) { numbers.append(number) }

  mutating func add(number: Double) {
    hasNumbers = true
    if keepsNumbers { numbers.append(number) }
  }

  mutating func add(word cell: Cell, row: Int) {
    if word == nil { word = cell }
    words.add(row)
    if toleratesWords { numbers.append(.nan) } else { numbers = [] }
  }

  mutating func add(gap cell: Cell, row: Int) {
    if gap == nil { gap = cell }
    gaps.add(row)
    if keepsNumbers { numbers.append(.nan) }
  }

  /// Puts the first row, which was no header, above the others.
  mutating func prepend(number: Double) {
    hasNumbers = true
    if keepsNumbers { numbers.insert(number, at: 0) }
    gaps.moveDown(from: false)
    words.moveDown(from: false)
  }

  mutating func prepend(word cell: Cell) {
    word = cell
    if toleratesWords { numbers.insert(.nan, at: 0) } else { numbers = [] }
    gaps.moveDown(from: false)
    words.moveDown(from: true)
  }

  mutating func prepend(gap cell: Cell) {
    gap = cell
    if keepsNumbers { numbers.insert(.nan, at: 0) }
    gaps.moveDown(from: true)
    words.moveDown(from: false)
  }

  /// Whether the numbers only count the rows: whole and each larger than the one before.
  var countsRows: Bool {
    guard isNumeric, gap == nil, numbers.count > 1 else { return false }
    return numbers.indices.allSatisfy { row in
      numbers[row] == numbers[row].rounded() && (row == 0 || numbers[row] > numbers[row - 1])
    }
  }
}

/// A column that names the group of each row.
struct LabelColumn {
  var index: Int
  /// One entry per row: the group, counted in the order of appearance; −1 where there is no value.
  private(set) var groups: [Int] = []
  private(set) var gap: TableColumn.Cell?
  private var known: [[UInt8]: Int] = [:]

  init(index: Int) { self.index = index }

  mutating func add(_ cell: [UInt8], line: Int) { groups.append(group(of: cell, line: line)) }

  mutating func prepend(_ cell: [UInt8], line: Int) { groups.insert(group(of: cell, line: line), at: 0) }

  private mutating func group(of cell: [UInt8], line: Int) -> Int {
    if cell.withUnsafeBufferPointer(MissingValues.holds) {
      let first = TableColumn.Cell(line: line, text: CellText.decode(cell).text)
      if gap.map({ line < $0.line }) ?? true { gap = first }
      return -1
    }
    if let group = known[cell] { return group }
    known[cell] = known.count
    return known.count - 1
  }
}
