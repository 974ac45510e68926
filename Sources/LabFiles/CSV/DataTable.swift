/// The numeric columns of a table, as read from a file.
public struct DataTable: Sendable, Equatable {
  /// Where the table comes from: the file's name without its folder.
  public var name: String
  /// One name per entry of `columns`, all different.
  public var columnNames: [String]
  /// The numbers, by column: D columns of N finite values each.
  public var columns: [[Double]]
  /// The names of the columns that hold no number at all, such as `species`, where none were chosen.
  public var leftOut: [String]
  /// What the reader decided by itself, one sentence each, for the user to see.
  public var notices: [String]
  /// The group of each row by the column asked for, counted from 0 in the order of appearance; nil if none was.
  public var labels: [Int]?
  /// The names of all columns of the file, chosen or not.
  public var fileColumns: [String]
  /// How many rows were left out, and the columns with numbers that are more than were asked for.
  public var rowsLeftOut: Int
  public var columnsBeyond: [String]

  public init(
    name: String, columnNames: [String], columns: [[Double]], leftOut: [String] = [], notices: [String] = [],
    labels: [Int]? = nil, fileColumns: [String]? = nil, rowsLeftOut: Int = 0, columnsBeyond: [String] = []
  ) {
    self.name = name
    self.columnNames = columnNames
    self.columns = columns
    self.leftOut = leftOut
    self.notices = notices
    self.labels = labels
    self.fileColumns = fileColumns ?? columnNames
    self.rowsLeftOut = rowsLeftOut
    self.columnsBeyond = columnsBeyond
  }

  /// N, the number of rows.
  public var rowCount: Int { columns.first?.count ?? 0 }

  /// Where columns are among those of the table; each entry is a name, or several separated by commas where no column has
  /// that name. Throws where one is not there.
  public func indices(ofColumns choices: [String]) throws(CSVError) -> [Int] {
    let (indices, unknown) = ColumnNames.indices(of: choices, in: columnNames)
    if let unknown { throw .unknownColumn(column: unknown, available: columnNames) }
    return indices
  }

  /// The names that columns without a header get: x, y, column 3, column 4 …
  public static func standardColumnNames(count: Int) -> [String] { ColumnNames.names(header: nil, count: count) }
}
