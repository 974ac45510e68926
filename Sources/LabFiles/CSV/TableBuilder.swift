/// Turns a stream of cells and line ends into columns of numbers.
///
/// The first row waits until the end of the file: whether it is a header depends on what stands below it. Every later
/// row is taken in as it ends, and the first fault found stays in `fault`.
///
/// A value, not an object: every access to an object's property would be checked for exclusivity, once per cell and
/// more, a third of the whole reading time.
struct TableBuilder {
  /// 100 million numbers take 0.8 GB.
  static let mostNumbers = 100_000_000
  static let mostColumns = 10_000

  /// The line being read, from 1.
  private(set) var line = 1
  private(set) var fault: CSVError?

  private let name: String
  private var decimals: DecimalMark
  private var columns: [Column] = []
  private var width = 0
  private let expectedRows: Int
  private var firstCells: [String] = []
  private var firstRow: FirstRow?
  private var row = Row()
  private var rowCount = 0
  private var textColumns = 0
  private var blankRows = 0
  private var ragged: (line: Int, cells: Int, rows: Int)?
  private var lastTerminator: Int32 = 0

  /// - Parameter expectedRows: how many rows to make room for.
  init(name: String, separator: UInt8, expectedRows: Int = 0) {
    self.name = name
    self.decimals = DecimalMark(separator: separator)
    self.expectedRows = expectedRows
  }

  // MARK: What the parser reports

  mutating func addCell(_ bytes: UnsafeBufferPointer<UInt8>) {
    if row.cells == 0 { row.line = line }
    lastTerminator = 0
    let column = row.cells
    row.cells += 1
    if width > 0, column >= width || fault != nil {
      row.isBlank = row.isBlank && bytes.isEmpty
      return
    }

    if width == 0 { firstCells.append(String(decoding: bytes, as: UTF8.self)) }
    if let value = decimals.number(in: bytes) {
      row.isBlank = false
      row.values.append(value)
      return
    }
    row.values.append(.nan)
    if bytes.isEmpty {
      row.texts.append((column, ""))
    } else {
      row.isBlank = false
      line += lineEnds(in: bytes)
      // A text column stays one whatever its later texts are, so they need not be kept.
      let isKnownText = column < columns.count && columns[column].firstText != nil
      row.texts.append((column, isKnownText ? "…" : String(decoding: bytes, as: UTF8.self)))
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

  private func lineEnds(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }

  // MARK: Rows

  private mutating func takeRow() {
    if row.isBlank {
      blankRows += 1
      firstCells.removeAll()
    } else if width == 0 {
      takeFirstRow()
    } else if row.cells != width {
      ragged = (ragged?.line ?? row.line, ragged?.cells ?? row.cells, (ragged?.rows ?? 0) + 1)
    } else if ragged == nil {
      takeNumbers()
    }
  }

  private mutating func takeFirstRow() {
    width = row.cells
    if width > Self.mostColumns {
      fault = .tooLarge(name: name, limit: "\(Self.mostColumns) columns")
      return
    }
    columns = Array(repeating: Column(), count: width)
    let room = min(expectedRows, Self.mostNumbers / width)
    for index in columns.indices { columns[index].numbers.reserveCapacity(room) }
    if row.texts.isEmpty {
      takeNumbers()
    } else {
      firstRow = FirstRow(line: row.line, values: row.values, cells: firstCells)
    }
  }

  private mutating func takeNumbers() {
    rowCount += 1
    if rowCount > Self.mostNumbers / width {
      fault = .tooLarge(name: name, limit: "\(Self.mostNumbers / 1_000_000) million numbers")
      return
    }
    if row.texts.isEmpty, textColumns == 0 {
      for index in 0..<width { columns[index].numbers.append(row.values[index]) }
      return
    }
    var texts = row.texts.makeIterator()
    var text = texts.next()
    for index in 0..<width {
      if let (column, content) = text, column == index {
        if !columns[index].numbers.isEmpty {
          fault = notANumber(line: row.line, column: column, text: content)
          return
        }
        if columns[index].firstText == nil {
          columns[index].firstText = (row.line, content)
          textColumns += 1
        }
        text = texts.next()
      } else if let (line, content) = columns[index].firstText {
        fault = notANumber(line: line, column: index, text: content)
        return
      } else {
        columns[index].numbers.append(row.values[index])
      }
    }
  }

  private func notANumber(line: Int, column: Int, text: String) -> CSVError {
    if text.isEmpty { return .emptyCell(line: line, column: column + 1) }
    return .notANumber(line: line, column: column + 1, text: text.forOneLine())
  }

  // MARK: The whole

  /// The table, once every byte has been parsed.
  mutating func table() throws(CSVError) -> DataTable {
    if let fault { throw fault }
    if let ragged { throw .raggedRows(line: ragged.line, cells: ragged.cells, expected: width, rows: ragged.rows) }
    if width == 0 { throw .empty(name: name) }
    let header = firstRow.flatMap { $0.isHeader(above: columns) ? $0 : nil }
    if let firstRow, header == nil { try insert(firstRow) }

    let names = ColumnNames.names(header: header?.cells ?? [], count: width)
    let numeric = columns.indices.filter { !columns[$0].numbers.isEmpty }
    if numeric.isEmpty { throw .noNumbers(name: name) }
    // A separator at the end of every line makes a column of empty cells, not worth a word.
    let leftOut = columns.indices.filter {
      columns[$0].numbers.isEmpty && !(columns[$0].firstText?.text == "" && (header?.cells[$0] ?? "") == "")
    }
    return DataTable(
      name: name, columnNames: numeric.map { names[$0] }, columns: numeric.map { columns[$0].numbers },
      leftOut: leftOut.map { names[$0] }, notices: notices(header: header))
  }

  /// Puts a first row that is no header above the others.
  private mutating func insert(_ first: FirstRow) throws(CSVError) {
    for index in columns.indices {
      if let text = first.text(at: index) {
        if !columns[index].numbers.isEmpty { throw notANumber(line: first.line, column: index, text: text) }
        if columns[index].firstText == nil { columns[index].firstText = (first.line, text) }
      } else if let (line, text) = columns[index].firstText {
        throw notANumber(line: line, column: index, text: text)
      } else {
        columns[index].numbers.insert(first.values[index], at: 0)
      }
    }
  }

  private func notices(header: FirstRow?) -> [String] {
    var notices: [String] = []
    if decimals.mark == UInt8(ascii: ",") { notices.append("decimal commas were read, so that 1,5 is 1.5") }
    if let header, header.hasNumbers {
      notices.append("line \(header.line) was taken as column names although it holds numbers too")
    }
    if blankRows > 0 { notices.append("\(blankRows) \(blankRows == 1 ? "row" : "rows") without any value skipped") }
    return notices
  }
}

extension TableBuilder {
  /// One column so far: numbers, or the first text found where a number was possible.
  struct Column {
    var numbers: [Double] = []
    var firstText: (line: Int, text: String)?
  }

  /// The cells of the row being read; a text stands in `values` as NaN.
  private struct Row {
    var line = 1
    var cells = 0
    var isBlank = true
    var values: [Double] = []
    var texts: [(column: Int, text: String)] = []

    mutating func clear() {
      cells = 0
      isBlank = true
      values.removeAll(keepingCapacity: true)
      if !texts.isEmpty { texts.removeAll(keepingCapacity: true) }
    }
  }
}
