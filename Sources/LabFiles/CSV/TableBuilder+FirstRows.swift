/// The first two rows, which are held until it is known what they are.
extension TableBuilder {
  mutating func takeFirstRow() {
    if held.count > Limits.columns {
      fault = .tooLarge(name: name, limit: "\(Limits.columns) columns")
      return
    }
    let first = FirstRow(line: row.line, cells: held, texts: held.map { text($0) })
    held.removeAll()
    for cell in first.cells { line += lineEnds(in: cell) }
    self.first = first
    columns = Array(repeating: newColumn, count: first.cells.count)
    if let error = choose(first) { fault = error }
  }

  /// Finds the columns asked for among the names of the first row or, where that is no header, the standard names.
  private mutating func choose(_ first: FirstRow) -> CSVError? {
    let header = ColumnNames.names(header: first.texts, count: width)
    let standard = ColumnNames.names(header: nil, count: width)
    let asked = (request.columns ?? []) + (request.labels.map { [$0] } ?? [])
    let found = ColumnNames.indices(of: asked, in: header)
    let said = request.format.firstRow
    isHeaderKnown = said == .names || said == nil && !asked.isEmpty && found.unknown == nil
    let isStandard =
      said == .data || first.looksLikeData || ColumnNames.indices(of: asked, in: standard).unknown == nil
    let names = isStandard && !isHeaderKnown ? standard : header

    if let label = request.labels {
      guard let index = ColumnNames.index(of: label, in: names) else {
        return .unknownColumn(column: label, available: names)
      }
      labels = LabelColumn(index: index)
    }
    if let columns = request.columns, !columns.isEmpty {
      let (indices, unknown) = ColumnNames.indices(of: columns, in: names)
      if let unknown { return .unknownColumn(column: unknown, available: names) }
      var seen = Set<Int>()
      if let twice = indices.first(where: { !seen.insert($0).inserted }) {
        return .repeatedColumn(column: names[twice])
      }
      if let label = labels?.index, indices.contains(label) { return .labelsAreRead(column: names[label]) }
      chosen = indices
    }
    want((chosen ?? Array(columns.indices)).filter { $0 != labels?.index })
    return nil
  }

  private mutating func want(_ indices: [Int]) {
    wanted = indices.sorted()
    isWanted = Array(repeating: false, count: width)
    for index in wanted { isWanted[index] = true }
    if let labels { isWanted[labels.index] = true }
  }

  /// The second row has one cell more than a first row of names where every line below ends with a separator, and where
  /// the first column holds the names of the rows, as R's `write.table` has it. It is then taken in like all others. Below
  /// a single name the two cells may also be one number with a decimal comma, and nobody can know.
  mutating func takeSecondRow() {
    secondLine = row.line
    if let first, held.count == width + 1, width < Limits.columns, !first.hasNumbers,
      request.format.firstRow != .data
    {
      if held.last?.isEmpty == true {
        takeEmptyEnds(below: first)
      } else if let number = decimalComma {
        fault = .otherDecimalMark(name: name, line: row.line, column: 1, text: number, separator: format.separator)
        return
      } else {
        takeRowNames(below: first)
      }
    }
    mostRows = Limits.numbers / width
    let room = min(expectedRows, mostRows)
    for index in wanted { columns[index].reserve(room) }

    let cells = held
    held.removeAll()
    row.clear()
    rowCount = 1
    for cell in cells { cell.withUnsafeBufferPointer { addCell($0) } }
    rowCount = 0
    if cells.count == width {
      takeNumbers()
      if wanted.count == width { plainWidth = width }
    } else {
      // Counted as a row all the same, so that what follows is no second row.
      rowCount = 1
      ragged = (row.line, cells.count, 1)
    }
  }

  /// A column without a name behind the others. It is looked at whatever is chosen: a value in it says that the first
  /// names were those of other columns.
  private mutating func takeEmptyEnds(below first: FirstRow) {
    hasEmptyEnds = true
    isHeaderKnown = true
    self.first = first.withEmptyEnd
    columns.append(newColumn)
    want((chosen ?? Array(0..<width - 1)).filter { $0 != labels?.index } + [width - 1])
  }

  private mutating func takeRowNames(below first: FirstRow) {
    hasRowNames = true
    isHeaderKnown = true
    self.first = first.withRowNames
    columns.append(newColumn)
    chosen = chosen.map { $0.map { $0 + 1 } }
    labels?.index += 1
    want(chosen ?? Array(1..<width).filter { $0 != labels?.index })
  }

  /// The two cells of the second row as one number where they can be that.
  private var decimalComma: String? {
    guard width == 1, format.separator == UInt8(ascii: ",") else { return nil }
    let bytes = Array(held.joined(separator: [UInt8(ascii: ",")]))
    let value = bytes.withUnsafeBufferPointer { DecimalNumber.parse($0, decimalMark: UInt8(ascii: ",")) }
    return value.map { _ in String(decoding: bytes, as: UTF8.self).forOneLine() }
  }
}
