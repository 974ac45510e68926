/// What is said of how a table is written; what is not is found by looking at it.
public struct TableFormat: Sendable, Hashable, Codable {
  /// What stands between the cells of a row.
  public enum Separator: String, Sendable, Hashable, Codable, CaseIterable { case comma, semicolon, tab }

  /// What stands before the fraction of a number.
  public enum Decimals: String, Sendable, Hashable, Codable, CaseIterable { case point, comma }

  /// What the first row holds.
  public enum FirstRow: String, Sendable, Hashable, Codable, CaseIterable { case names, data }

  public enum Encoding: String, Sendable, Hashable, Codable, CaseIterable {
    case utf8 = "utf-8"
    case utf16 = "utf-16"
    /// As Windows has it, code page 1252.
    case latin1 = "latin-1"
  }

  public var separator: Separator?
  public var decimals: Decimals?
  public var firstRow: FirstRow?
  public var encoding: Encoding?

  public init(
    separator: Separator? = nil, decimals: Decimals? = nil, firstRow: FirstRow? = nil, encoding: Encoding? = nil
  ) {
    self.separator = separator
    self.decimals = decimals
    self.firstRow = firstRow
    self.encoding = encoding
  }
}

/// What becomes of rows where a column that is read has no number.
public enum IncompleteRows: String, Sendable, Hashable, Codable, CaseIterable {
  /// The table is refused.
  case refused
  /// Those with an empty cell are left out; a word among numbers is refused.
  case gapsLeftOut
  /// Those with a word among numbers are left out too.
  case leftOut
}

/// How somebody wants a table to be read.
public struct TableReading: Sendable, Hashable, Codable {
  public var format: TableFormat
  public var incomplete: IncompleteRows
  /// The names of the columns to show, across and up; nil for the first two with numbers.
  public var shown: [String]?
  /// Whether the model is fitted to these two alone, rather than to all columns with numbers.
  public var fitsShownOnly: Bool

  public init(
    format: TableFormat = TableFormat(), incomplete: IncompleteRows = .refused, shown: [String]? = nil,
    fitsShownOnly: Bool = false
  ) {
    self.format = format
    self.incomplete = incomplete
    self.shown = shown
    self.fitsShownOnly = fitsShownOnly
  }
}

/// Something of it said otherwise. Columns are those of the file, counted from 0.
public enum ReadingChange: Sendable, Hashable, Codable {
  case separator(TableFormat.Separator)
  case decimals(TableFormat.Decimals)
  case firstRow(TableFormat.FirstRow)
  case across(Int)
  case up(Int)
  case fitsAll(Bool)
  case leavesOut(Bool)
}
