/// Turns a stream of cells and line ends into columns of numbers.
///
/// The first two rows are held as they are: the first may be the header, and the second tells whether the header lacks a
/// name for the first column. Every later row is taken in as it ends, and the first fault found stays in `fault`.
///
/// A value, not an object: every access to an object's property would be checked for exclusivity, once per cell and
/// more, a third of the whole reading time.
struct TableBuilder {
  /// The line being read, from 1.
  var line: Int
  var fault: CSVError?

  let name: String
  let format: CSVFormat
  let request: TableRequest
  var decimals: DecimalMark
  var columns: [TableColumn] = []
  var labels: LabelColumn?
  var first: FirstRow?
  /// Whether the names asked for stand in the first row, or it has one name too few.
  var isHeaderKnown = false
  var hasRowNames = false
  /// Whether every line but the first ends with a separator: with an empty cell below no name.
  var hasEmptyEnds = false
  private(set) var isLatin1 = false
  var rowCount = 0
  private(set) var blankRows = 0
  var ragged: (line: Int, cells: Int, rows: Int)?
  /// How many rows have one cell too few, and where the second row stands.
  private var narrowRows = 0
  var secondLine = 0
  /// The indices asked for; nil for all columns that hold numbers.
  var chosen: [Int]?
  /// The indices of the columns that are read, in order.
  var wanted: [Int] = []
  /// The columns that hold numbers with the decimal mark that is not in force, and a cell of each.
  var foreign: [Int: TableColumn.Cell] = [:]

  let expectedRows: Int
  var isWanted: [Bool] = []
  /// Whether all columns that are read are numeric so far.
  private var isPlain = false
  /// The number of columns where all of them are read as numbers, else 0: the way through most tables.
  var plainWidth = 0
  var mostRows = 0
  var held: [[UInt8]] = []
  var row = Row()
  private var lastTerminator: Int32 = 0

  var width: Int { columns.count }

  /// A column of which nothing has been read.
  var newColumn: TableColumn {
    var column = TableColumn()
    column.toleratesWords = request.missing == .dropText
    return column
  }

  /// - Parameter expectedRows: how many rows to make room for.
  init(name: String, format: CSVFormat, request: TableRequest, expectedRows: Int = 0) {
    self.name = name
    self.format = format
    self.request = request
    line = 1 + format.skippedLines
    self.decimals = DecimalMark(separator: format.separator, mark: request.format.decimals?.byte)
    self.expectedRows = expectedRows
  }

  // MARK: What the parser reports

  mutating func addCell(_ bytes: UnsafeBufferPointer<UInt8>) {
    if row.cells == 0 { row.line = line }
    lastTerminator = 0
    let column = row.cells
    row.cells += 1
    if column < plainWidth, let value = decimals.number(in: bytes) {
      row.isBlank = false
      row.values.append(value)
    } else {
      addOther(bytes, column: column)
    }
  }

  /// A cell that is no number where all columns are read, or any cell where not all are.
  private mutating func addOther(_ bytes: UnsafeBufferPointer<UInt8>, column: Int) {
    if rowCount == 0 {
      hold(bytes)
      return
    }
    guard column < width, fault == nil, isWanted[column] else {
      if !bytes.isEmpty {
        row.isBlank = false
        line += lineEnds(in: bytes)
      }
      if column < width { row.values.append(.nan) }
      return
    }
    addValue(bytes, column: column)
  }

  private mutating func addValue(_ bytes: UnsafeBufferPointer<UInt8>, column: Int) {
    if column == labels?.index {
      if !bytes.isEmpty { row.isBlank = false }
      line += lineEnds(in: bytes)
      row.label = Array(bytes)
      row.values.append(.nan)
    } else if let value = decimals.number(in: bytes) {
      row.isBlank = false
      row.values.append(value)
    } else {
      row.values.append(.nan)
      if !bytes.isEmpty { row.isBlank = false }
      line += lineEnds(in: bytes)
      if MissingValues.holds(bytes) {
        row.others.append(.init(column: column, text: text(bytes), isGap: true))
      } else {
        // A text column stays one whatever its later texts are, so they need not be kept.
        row.others.append(.init(column: column, text: columns[column].isText ? "" : text(bytes), isGap: false))
      }
    }
  }

  /// Keeps a cell of one of the first two rows.
  private mutating func hold(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !bytes.isEmpty { row.isBlank = false }
    guard fault == nil else { return }
    if held.count > Limits.columns {
      fault = .tooLarge(name: name, limit: "\(Limits.columns) columns")
    } else {
      held.append(Array(bytes))
    }
  }

  /// - Parameter terminator: the line end's byte, or −1 at the end of the file.
  mutating func endRow(terminator: Int32) {
    if row.cells > 0 {
      if fault == nil { takeRow() }
      row.clear()
    }
    // CRLF is reported as two line ends and is one.
    let isSecondHalf = terminator == 0x0A && lastTerminator == 0x0D
    if terminator >= 0, !isSecondHalf { line += 1 }
    lastTerminator = terminator
  }

  func lineEnds(in bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }

  mutating func text(_ bytes: some Collection<UInt8>) -> String {
    let (text, isLatin1) = CellText.decode(bytes)
    if isLatin1 { self.isLatin1 = true }
    return text
  }

  // MARK: Rows

  private mutating func takeRow() {
    if row.isBlank {
      blankRows += 1
      held.removeAll()
    } else if first == nil {
      takeFirstRow()
    } else if rowCount == 0 {
      takeSecondRow()
    } else if row.cells != width {
      ragged = (ragged?.line ?? row.line, ragged?.cells ?? row.cells, (ragged?.rows ?? 0) + 1)
      if row.cells == width - 1 { narrowRows += 1 }
    } else if ragged == nil {
      takeNumbers()
    } else {
      rowCount += 1
    }
  }

  /// What is wrong with the lengths of the rows. Where not all have a name after all, or an empty end, it is the second row
  /// that was too long.
  var raggedRows: CSVError? {
    let isEndFilled = hasEmptyEnds && (columns.last.map { $0.hasNumbers || $0.word != nil } ?? false)
    guard ragged != nil || isEndFilled else { return nil }
    if hasRowNames || hasEmptyEnds {
      return .raggedRows(
        name: name, line: secondLine, cells: width, expected: width - 1,
        rows: rowCount + (ragged?.rows ?? 0) - narrowRows)
    }
    guard let ragged else { return nil }
    return .raggedRows(name: name, line: ragged.line, cells: ragged.cells, expected: width, rows: ragged.rows)
  }

  mutating func takeNumbers() {
    rowCount += 1
    if rowCount > mostRows {
      fault = .tooLarge(name: name, limit: "\(Limits.numbers / 1_000_000) million cells")
      return
    }
    if isPlain, row.others.isEmpty {
      if plainWidth > 0 {
        for index in 0..<plainWidth { columns[index].append(row.values[index]) }
      } else {
        for index in wanted { columns[index].append(row.values[index]) }
        labels?.add(row.label, line: row.line)
      }
      return
    }
    labels?.add(row.label, line: row.line)
    isPlain = true
    var others = row.others[...]
    for index in wanted {
      if let other = others.first, other.column == index {
        others.removeFirst()
        let cell = TableColumn.Cell(line: row.line, text: other.text)
        if other.isGap {
          columns[index].add(gap: cell, row: rowCount)
        } else {
          columns[index].add(word: cell, row: rowCount)
        }
      } else {
        columns[index].add(number: row.values[index])
      }
      // With a limit to the number of columns it is only known at the end whether this one is among them.
      if let cell = columns[index].fault, request.most == nil || chosen != nil {
        fault = notANumber(cell, column: index)
        return
      }
      isPlain = isPlain && columns[index].isNumeric
    }
  }

  func notANumber(_ cell: TableColumn.Cell, column: Int) -> CSVError {
    .notANumber(name: name, line: cell.line, column: column + 1, text: cell.text.forOneLine())
  }
}

extension TableBuilder {
  /// The cells of the row being read; what is no number stands in `values` as NaN and in `others`.
  struct Row {
    struct Other {
      let column: Int
      let text: String
      let isGap: Bool
    }

    var line = 1
    var cells = 0
    var isBlank = true
    var values: [Double] = []
    var others: [Other] = []
    var label: [UInt8] = []

    mutating func clear() {
      cells = 0
      isBlank = true
      values.removeAll(keepingCapacity: true)
      if !others.isEmpty { others.removeAll(keepingCapacity: true) }
    }
  }
}
