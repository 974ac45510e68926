import LabCore

/// What the window says of files to open.
extension Words {
  public func name(_ place: Browser.Place) -> String {
    switch place {
    case .recent: self(.placeRecent)
    case .home: self(.placeHome)
    case .documents: self(.placeDocuments)
    case .downloads: self(.placeDownloads)
    case .current: self(.placeCurrent)
    case .examples: self(.placeExamples)
    }
  }

  public func name(_ change: ReadingChange, _ table: TablePreview?) -> String {
    func column(_ index: Int) -> String {
      table.flatMap { $0.columns.indices.contains(index) ? $0.columns[index] : nil } ?? ""
    }
    return switch change {
    case .separator(.comma): self(.readAs(what: self(.separatorHead), how: self(.separatorComma)))
    case .separator(.semicolon): self(.readAs(what: self(.separatorHead), how: self(.separatorSemicolon)))
    case .separator(.tab): self(.readAs(what: self(.separatorHead), how: self(.separatorTab)))
    case .decimals(.point): self(.readAs(what: self(.decimalsHead), how: self(.decimalPoint)))
    case .decimals(.comma): self(.readAs(what: self(.decimalsHead), how: self(.decimalComma)))
    case .firstRow(.names): self(.readAs(what: self(.firstRowHead), how: self(.rowOfNames)))
    case .firstRow(.data): self(.readAs(what: self(.firstRowHead), how: self(.rowOfData)))
    case .across(let index): self(.columnAcross(column: column(index)))
    case .up(let index): self(.columnUp(column: column(index)))
    case .fitsAll(true): self(.readAs(what: self(.fitShort), how: self(.allColumns(count: table?.numeric.count ?? 0))))
    case .fitsAll(false): self(.readAs(what: self(.fitShort), how: self(.fitsTheTwo)))
    case .leavesOut: self(.leaveThemOut)
    }
  }

  /// When a file was changed, as people say it on a day.
  public func date(_ date: FileDate, on today: FileDate?) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let months = self(.monthNames).split(separator: " ")
    let month = months.indices.contains(date.month - 1) ? String(months[date.month - 1]) : two(date.month)
    guard let today else { return self(.dateOfYear(month: month, year: String(date.year))) }
    switch today.dayNumber - date.dayNumber {
    case 0: return self(.dateToday(time: "\(date.hour):\(two(date.minute))"))
    case 1: return self(.yesterday)
    default:
      return date.year == today.year
        ? self(.dateInYear(day: String(date.day), month: month))
        : self(.dateOfYear(month: month, year: String(date.year)))
    }
  }

  /// What is known of the size of a table: "412 rows, 4 columns, UTF-16".
  public func counts(_ table: TablePreview) -> String {
    let columns = table.columns.count
    let counts =
      table.isCounted
      ? self(.rowsAndColumns(rows: table.rowCount, columns: columns))
      : self(.aboutRowsAndColumns(rows: table.rowCount, columns: columns))
    switch table.format.encoding {
    case .utf16: return self(.inEncoding(counts: counts, encoding: self(.utf16)))
    case .latin1: return self(.inEncoding(counts: counts, encoding: self(.latin1)))
    case .utf8, nil: return counts
    }
  }

  /// How many rows lack a number, as a heading over where they are.
  public func incompleteRows(_ table: TablePreview, isLeftOut: Bool) -> String {
    let said =
      isLeftOut
      ? self(.rowsSkipped(count: table.incomplete))
      : table.gaps.contains(where: \.isText)
        ? self(.rowsWithWords(count: table.incomplete)) : self(.rowsWithGaps(count: table.incomplete))
    return table.isCounted ? said : self(.estimated(said: said))
  }

  /// Why a table cannot be opened as it is read now, and what to do on the page.
  public func advice(_ table: TablePreview) -> String? {
    switch table.problem {
    case .notANumber(let line, let column, let text) where table.asksToLeaveOut:
      self(.wordAmongNumbers(line: line, column: column, text: text))
    case .emptyCell(let line, let column) where table.asksToLeaveOut: self(.cellIsEmpty(line: line, column: column))
    case .some(let problem): text(problem)
    case nil: nil
    }
  }

  /// Where a column has none: "rt_ms is no number in rows 5, 88 and 301".
  public func text(_ gaps: TablePreview.Gaps, in table: TablePreview) -> String {
    let more = table.about(gaps.count - gaps.rows.count)
    let others = self(.moreOfThem(count: more))
    let names =
      gaps.rows.map(String.init) + (more > 0 ? [table.isCounted ? others : self(.estimated(said: others))] : [])
    let rows = self(.rowList(count: gaps.count, rows: list(names)))
    return gaps.isText
      ? self(.noNumberInRows(column: gaps.column, rows: rows)) : self(.emptyInRows(column: gaps.column, rows: rows))
  }
}
