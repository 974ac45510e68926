extension TableBuilder {
  /// The table, once every byte has been parsed, and how it is laid out in the file.
  mutating func table() throws(CSVError) -> (DataTable, TableLayout) {
    if let fault { throw fault }
    guard let first else { throw .empty(name: name) }
    if let raggedRows { throw raggedRows }
    let isHeader =
      switch request.format.firstRow {
      case .names: true
      case .data: false
      case nil: isHeaderKnown || first.isHeader(above: columns)
      }
    for index in wanted {
      if columns[index].isText, let word = columns[index].word, decimals.isNumberOtherwise(word.text) {
        foreign[index] = word
      }
    }
    if !isHeader { try prepend(first) }
    let names = ColumnNames.names(header: isHeader ? first.texts : nil, count: width)
    try checkNames(names)

    let rowCounter = isHeader && chosen == nil ? indexOfRowCounter(first) : nil
    let numeric = try numericColumns(names: names, butNot: rowCounter)
    let dropped = try incompleteRows(numeric)
    // Who takes two of many asks for a picture and knows that it is one of many.
    let taken = Set(numeric)
    let beyond =
      chosen == nil && (request.most ?? 0) > 2
      ? wanted.filter { columns[$0].isNumeric && !taken.contains($0) && $0 != rowCounter } : []
    let leftOut =
      chosen == nil
      ? wanted.filter { isWorthNaming($0, isHeader ? first : nil) && $0 != rowCounter && foreign[$0] == nil } : []
    let table = DataTable(
      name: name, columnNames: numeric.map { names[$0] },
      columns: numeric.map { columns[$0].numbers.leavingOut(dropped) }, leftOut: leftOut.map { names[$0] },
      notices: notices(header: isHeader ? first : nil, rowCounter: rowCounter, dropped: dropped.count)
        + (chosen == nil ? foreign.sorted { $0.key < $1.key }.map { foreignNotice(names[$0.key], $0.value) } : [])
        + (beyond.isEmpty
          ? []
          : [
            "took the first \(numeric.count) of \(numeric.count + beyond.count) columns of numbers; name others with --columns"
          ]),
      labels: labels?.groups.leavingOut(dropped), fileColumns: names, rowsLeftOut: dropped.count,
      columnsBeyond: beyond.map { names[$0] })
    let layout = TableLayout(
      separator: format.separator, skippedBytes: format.skippedBytes, decimalMark: decimals.mark ?? UInt8(ascii: "."),
      hasHeader: isHeader,
      hasRowNames: hasRowNames, names: names, dropped: dropped)
    return (table, layout)
  }

  /// Puts a first row that is no header above the others.
  private mutating func prepend(_ first: FirstRow) throws(CSVError) {
    if let index = labels?.index { labels?.prepend(first.cells[index], line: first.line) }
    let texts = first.texts
    for index in wanted {
      let cell = TableColumn.Cell(line: first.line, text: texts[index])
      let value = first.cells[index].withUnsafeBufferPointer { decimals.number(in: $0) }
      if let value {
        columns[index].prepend(number: value)
      } else if first.cells[index].withUnsafeBufferPointer(MissingValues.holds) {
        columns[index].prepend(gap: cell)
      } else {
        columns[index].prepend(word: cell)
      }
      if let cell = columns[index].fault, request.most == nil || chosen != nil {
        throw notANumber(cell, column: index)
      }
    }
  }

  /// Names that were found among the standard ones are not there if the first row turned out to be a header.
  private func checkNames(_ names: [String]) throws(CSVError) {
    let asked = (request.columns ?? []) + (request.labels.map { [$0] } ?? [])
    if !hasRowNames, let unknown = ColumnNames.indices(of: asked, in: names).unknown {
      throw .unknownColumn(column: unknown, available: names)
    }
  }

  /// A first column without a name whose numbers only count the rows, as R and pandas write it beside every table.
  private func indexOfRowCounter(_ header: FirstRow) -> Int? {
    let hasOthers = wanted.contains { $0 > 0 && columns[$0].isNumeric }
    return header.texts[0].isEmpty && hasOthers && columns[0].countsRows ? 0 : nil
  }

  private func numericColumns(names: [String], butNot rowCounter: Int?) throws(CSVError) -> [Int] {
    if let chosen {
      if let index = chosen.first(where: {
        !(columns[$0].isNumeric || columns[$0].toleratesWords && columns[$0].hasNumbers)
      }) {
        if let cell = foreign[index] { throw otherDecimalMark(cell, column: index) }
        throw .columnWithoutNumbers(column: names[index])
      }
      return chosen
    }
    let all = wanted.filter {
      (columns[$0].toleratesWords ? columns[$0].isNumeric : columns[$0].hasNumbers) && $0 != rowCounter
    }
    let numeric = Array(all.prefix(request.most ?? all.count))
    for index in numeric {
      if let cell = columns[index].fault { throw notANumber(cell, column: index) }
    }
    // Where columns are missing, one that would be there but for its decimal mark is the reason. Who takes only the first
    // few makes a picture of them, which needs two.
    if numeric.count < request.most.map({ min($0, 2) }) ?? 1, let (index, cell) = foreign.min(by: { $0.key < $1.key }) {
      throw otherDecimalMark(cell, column: index)
    }
    if numeric.isEmpty { throw .noNumbers(name: name) }
    return numeric
  }

  /// The rows in which a column that is used has no value, in order.
  private func incompleteRows(_ indices: [Int]) throws(CSVError) -> [Int] {
    var isIncomplete = Array(repeating: false, count: columns[indices[0]].numbers.count)
    var gap: (cell: TableColumn.Cell, column: Int)?
    var word: (cell: TableColumn.Cell, column: Int)?
    for index in indices {
      if columns[index].toleratesWords, let cell = columns[index].word { word = (cell, index) }
      guard let cell = columns[index].gap else {
        if columns[index].word != nil {
          for (row, value) in columns[index].numbers.enumerated() where value.isNaN { isIncomplete[row] = true }
        }
        continue
      }
      if gap.map({ cell.line < $0.cell.line }) ?? true { gap = (cell, index) }
      for (row, value) in columns[index].numbers.enumerated() where value.isNaN { isIncomplete[row] = true }
    }
    if let labels, let cell = labels.gap {
      if gap.map({ cell.line < $0.cell.line }) ?? true { gap = (cell, labels.index) }
      for (row, group) in labels.groups.enumerated() where group < 0 { isIncomplete[row] = true }
    }
    guard let gap = gap ?? word else { return [] }
    let rows = isIncomplete.indices.filter { isIncomplete[$0] }
    switch request.missing {
    case .refuse:
      throw .missingValue(
        name: name, line: gap.cell.line, column: gap.column + 1, text: gap.cell.text.forOneLine(), rows: rows.count)
    case .drop, .dropText:
      if rows.count == isIncomplete.count { throw .nothingComplete(name: name) }
      return rows
    }
  }

  /// A separator at the end of every line makes a column of empty cells, not worth a word.
  private func isWorthNaming(_ index: Int, _ header: FirstRow?) -> Bool {
    !columns[index].isNumeric && (columns[index].word != nil || header?.texts[index].isEmpty == false)
  }

  private func otherDecimalMark(_ cell: TableColumn.Cell, column: Int) -> CSVError {
    .otherDecimalMark(
      name: name, line: cell.line, column: column + 1, text: cell.text.forOneLine(), separator: format.separator)
  }

  private func foreignNotice(_ name: String, _ cell: TableColumn.Cell) -> String {
    let own =
      cell.text.contains(",")
      ? "commas where other columns have decimal points" : "decimal points where other columns have commas"
    return
      "left out '\(name)', which has \(own), as in '\(cell.text.forOneLine())'; write the same mark everywhere to use it"
  }

  private func notices(header: FirstRow?, rowCounter: Int?, dropped: Int) -> [String] {
    var notices: [String] = []
    if format.comments > 0 {
      notices.append(
        format.comments == 1
          ? "the first line begins with # and was skipped"
          : "the first \(format.comments) lines begin with # and were skipped")
    }
    if isLatin1 { notices.append("it is not UTF-8 and was read as Latin-1") }
    if decimals.mark == UInt8(ascii: ",") { notices.append("decimal commas were read, so that 1,5 is 1.5") }
    if let header, header.hasNumbers {
      notices.append("line \(header.line) was taken as column names although it holds numbers too")
    }
    if hasRowNames {
      notices.append("the first row has a name too few; the first cell of every other row was taken for its name")
    }
    if rowCounter != nil {
      notices.append("the first column has no name and only counts the rows; left out, choose 'column 1' to use it")
    }
    if blankRows > 0 { notices.append("\(blankRows) \(blankRows == 1 ? "row" : "rows") without any value skipped") }
    if dropped > 0 {
      let total = rowCount + (header == nil ? 1 : 0)
      let hasWords = columns.contains { $0.toleratesWords && $0.isNumeric && $0.word != nil }
      notices.append(
        "\(dropped) of \(total) rows dropped for a \(hasWords ? "value that is missing or no number" : "missing value")"
      )
    }
    return notices
  }
}

extension Array {
  /// Without the elements at these indices, which are in order.
  fileprivate func leavingOut(_ indices: [Int]) -> [Element] {
    guard !indices.isEmpty else { return self }
    var rest: [Element] = []
    rest.reserveCapacity(count - indices.count)
    var next = indices.makeIterator()
    var skipped = next.next()
    for (index, element) in enumerated() {
      if index == skipped { skipped = next.next() } else { rest.append(element) }
    }
    return rest
  }
}
