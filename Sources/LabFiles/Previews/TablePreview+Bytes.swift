import LabCore

extension TablePreview {
  /// So many rows are shown, and so many points.
  static let mostRows = 40
  static let mostPoints = 2000

  /// What a table's beginning tells, or why it is none.
  ///
  /// - Parameters:
  ///   - head: its first bytes; all of them where there are `size`.
  static func content(of head: [UInt8], name: String, size: Int, _ reading: TableReading) -> FilePreview.Content {
    if head.isEmpty { return .problem(.empty(name: name)) }
    let request = TableRequest(most: ColumnChoice.most, missing: .dropText, format: reading.format)
    var decoder = TextDecoder(reading.format.encoding, head: head)
    let isWhole = head.count >= size
    // The last row may be cut in two.
    let end = isWhole ? head.count : (head.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? head.count)
    let bytes = decoder.passes ? Array(head[..<end]) : decoder.decode(head[..<end])
    var preview = TablePreview()
    preview.format = reading.format
    preview.format.encoding = decoder.encoding(of: bytes)
    do throws(CSVError) {
      let stream = try CSVFile.stream(bytes, name: name, request)
      preview.take(separator: stream.separator, bytes, skipping: 0)
      let (table, layout) = try stream.finish()
      preview.take(table, layout, stream.builder, reading, bytes)
      if !isWhole { preview.estimate(times: Double(size) / Double(max(end, 1))) }
    } catch {
      let problem = error.problem ?? .other(error.description)
      // Without a separator there is nothing to show, but others to try.
      guard error.leavesChoices else { return .problem(problem) }
      if preview.rows.isEmpty {
        preview.take(separator: (reading.format.separator ?? .comma).byte, bytes, skipping: 0)
      }
      preview.problem = problem
    }
    return .table(preview)
  }

  /// The first rows as they are, whatever they are.
  private mutating func take(separator: UInt8, _ bytes: [UInt8], skipping: Int) {
    format.separator = TableFormat.Separator(byte: separator)
    rows = TablePreview.cells(bytes, separator: separator, skipping: skipping, most: TablePreview.mostRows).map {
      Row(cells: $0, faults: [])
    }
  }

  private mutating func take(
    _ table: DataTable, _ layout: TableLayout, _ builder: TableBuilder, _ reading: TableReading, _ bytes: [UInt8]
  ) {
    let all = builder.columns
    format.separator = TableFormat.Separator(byte: layout.separator)
    format.decimals = layout.decimalMark == UInt8(ascii: ",") ? .comma : .point
    format.firstRow = layout.hasHeader ? .names : .data
    columns = layout.names
    columnsBeyond = table.columnsBeyond.count
    numeric = table.columnNames.compactMap { layout.names.firstIndex(of: $0) }
    rowCount = builder.rowCount + (layout.hasHeader ? 0 : 1)
    choose(reading)
    guard fitted.count > 1, let shown else {
      problem = .oneColumn(name: table.name)
      return showRows(layout, bytes, all)
    }
    // Rows without a number in what is read.
    var isIncomplete = Array(repeating: false, count: rowCount)
    for index in fitted where all[index].gap != nil || all[index].word != nil {
      for (row, value) in all[index].numbers.enumerated() where value.isNaN { isIncomplete[row] = true }
      for (rows, isText) in [(all[index].words, true), (all[index].gaps, all[index].gap?.isNamed == true)]
      where rows.count > 0 {
        gaps.append(Gaps(column: columns[index], isText: isText, rows: rows.first, count: rows.count))
      }
    }
    incomplete = isIncomplete.count { $0 }
    let complete = rowCount - incomplete
    if complete == 0 {
      problem = .nothingComplete(name: table.name)
    } else if incomplete > 0, reading.incomplete == .refused {
      problem = firstFault(all)
    }
    let step = max(1, (complete + TablePreview.mostPoints - 1) / TablePreview.mostPoints)
    var passed = 0
    for row in isIncomplete.indices where !isIncomplete[row] {
      if passed % step == 0 {
        x.append(all[shown.across].numbers[row])
        y.append(all[shown.up].numbers[row])
      }
      passed += 1
    }
    showRows(layout, bytes, all)
  }

  /// The columns that are read: those asked for, or all with numbers but for those that name groups.
  private mutating func choose(_ reading: TableReading) {
    let asked = reading.shown?.compactMap { name in numeric.first { columns[$0] == name } } ?? []
    let measured = numeric.filter { !GroupColumns.names.contains(columns[$0].lowercased()) }
    let usual = measured.count >= 2 ? measured : numeric
    let pair = asked.count == 2 && asked[0] != asked[1] ? asked : Array(usual.prefix(2))
    guard pair.count == 2 else { return }
    shown = ColumnPair(across: pair[0], up: pair[1])
    fitted = reading.fitsShownOnly ? pair : (Set(usual).union(pair)).sorted()
  }

  /// The first cell that is no number, as the reader would have refused it.
  private func firstFault(_ all: [TableColumn]) -> FileProblem? {
    var first: (line: Int, problem: FileProblem)?
    for index in fitted {
      if let cell = all[index].word, cell.line < first?.line ?? .max {
        first = (cell.line, .notANumber(line: cell.line, column: index + 1, text: cell.text.forOneLine()))
      }
      if let cell = all[index].gap, cell.line < first?.line ?? .max {
        first = (
          cell.line,
          cell.isNamed
            ? .notANumber(line: cell.line, column: index + 1, text: cell.text.forOneLine())
            : .emptyCell(line: cell.line, column: index + 1)
        )
      }
    }
    return first?.problem
  }

  private mutating func showRows(_ layout: TableLayout, _ bytes: [UInt8], _ all: [TableColumn]) {
    let extra = layout.hasHeader ? 1 : 0
    let cells = TablePreview.cells(
      bytes, separator: layout.separator, skipping: layout.skippedBytes, most: TablePreview.mostRows + extra)
    rows = cells.dropFirst(extra).enumerated().map { row, cells in
      Row(
        cells: cells,
        faults: fitted.filter { all[$0].numbers.indices.contains(row) && all[$0].numbers[row].isNaN })
    }
  }

  /// The cells of the first rows with any.
  private static func cells(_ bytes: [UInt8], separator: UInt8, skipping: Int, most: Int) -> [[String]] {
    var rows: [[String]] = []
    let head = Array(bytes.prefix(1 << 18))
    do {
      try CSVRows.forEach(in: head, separator: separator, skipping: skipping) { cells in
        if cells.allSatisfy(\.isEmpty) { return }
        if rows.count == most { throw Enough() }
        rows.append(cells.prefix(Limits.columns).map { CellText.decode($0).text.forOneLine() })
      }
    } catch {}
    return rows
  }

  private struct Enough: Error {}
}

extension TableColumn.Cell {
  /// Whether a missing value has a name, such as NA or nan: such a cell is not empty.
  fileprivate var isNamed: Bool { text.contains { $0 != " " } }
}

extension CSVError {
  /// Whether the table may do if it is read otherwise.
  fileprivate var leavesChoices: Bool {
    switch self {
    case .unreadable, .notACSV, .empty, .cancelled, .tooLarge: false
    case .noNumbers, .notANumber, .missingValue, .nothingComplete, .raggedRows, .strayQuote, .unclosedQuote,
      .unknownColumn, .columnWithoutNumbers, .repeatedColumn, .otherDecimalMark, .separatedBySpaces, .labelsAreRead:
      true
    }
  }
}

extension TextDecoder {
  /// What the text is in.
  fileprivate func encoding(of text: [UInt8]) -> TableFormat.Encoding {
    switch form {
    case .latin1: .latin1
    case .utf16: .utf16
    case .asIs: String(validating: text, as: UTF8.self) == nil ? .latin1 : .utf8
    }
  }
}

/// Columns that name groups by numbers, as they are called: these are no measurements.
public enum GroupColumns {
  public static let names: Set<String> = [
    "species", "class", "label", "labels", "cluster", "group", "target", "truth",
  ]
}
