/// One column as far as it has been read: numbers, words, or – which only matters where it is asked for – both.
struct TableColumn {
  /// One entry per row, NaN where there is no value; empty once a word stands in the column.
  private(set) var numbers: [Double] = []
  /// The first word.
  private(set) var word: Cell?
  /// The first cell without a value.
  private(set) var gap: Cell?
  private(set) var hasNumbers = false

  struct Cell {
    let line: Int
    let text: String
  }

  var isNumeric: Bool { hasNumbers && word == nil }
  var isText: Bool { !hasNumbers && word != nil }
  /// Numbers and words: the word is the fault.
  var fault: Cell? { hasNumbers ? word : nil }

  mutating func reserve(_ rows: Int) { numbers.reserveCapacity(rows) }

  /// For a column that is known to be numeric.
  mutating func append(_ number: Double) { numbers.append(number) }

  mutating func add(number: Double) {
    hasNumbers = true
    if word == nil { numbers.append(number) }
  }

  mutating func add(word cell: Cell) {
    if word == nil { word = cell }
    numbers = []
  }

  mutating func add(gap cell: Cell) {
    if gap == nil { gap = cell }
    if word == nil { numbers.append(.nan) }
  }

  /// Puts the first row, which was no header, above the others.
  mutating func prepend(number: Double) {
    hasNumbers = true
    if word == nil { numbers.insert(number, at: 0) }
  }

  mutating func prepend(word cell: Cell) {
    word = cell
    numbers = []
  }

  mutating func prepend(gap cell: Cell) {
    gap = cell
    if word == nil { numbers.insert(.nan, at: 0) }
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
