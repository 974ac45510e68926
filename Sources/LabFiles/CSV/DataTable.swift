/// The numeric columns of a table, as read from a file.
public struct DataTable: Sendable, Equatable {
  /// Where the table comes from: the file's name without its folder.
  public var name: String
  /// One name per entry of `columns`, all different.
  public var columnNames: [String]
  /// The numbers, by column: D columns of N finite values each.
  public var columns: [[Double]]
  /// The names of the columns that hold no number at all, such as `species`.
  public var leftOut: [String]
  /// What the reader decided by itself, one sentence each, for the user to see.
  public var notices: [String]

  public init(
    name: String, columnNames: [String], columns: [[Double]], leftOut: [String] = [], notices: [String] = []
  ) {
    self.name = name
    self.columnNames = columnNames
    self.columns = columns
    self.leftOut = leftOut
    self.notices = notices
  }

  /// N, the number of rows.
  public var rowCount: Int { columns.first?.count ?? 0 }

  /// The same table with the named columns only, in the order given.
  ///
  /// A name is matched exactly, then without regard to case. Throws `CSVError.unknownColumn` for a name that is not
  /// there and `CSVError.columnWithoutNumbers` for one that was left out.
  public func selecting(_ names: [String]) throws(CSVError) -> DataTable {
    var indices: [Int] = []
    for name in names { indices.append(try index(of: name)) }
    var table = self
    table.columnNames = indices.map { columnNames[$0] }
    table.columns = indices.map { columns[$0] }
    return table
  }

  private func index(of name: String) throws(CSVError) -> Int {
    let lowercased = name.lowercased()
    if let index = columnNames.firstIndex(of: name) ?? columnNames.firstIndex(where: { $0.lowercased() == lowercased })
    {
      return index
    }
    if leftOut.contains(where: { $0.lowercased() == lowercased }) {
      throw .columnWithoutNumbers(column: name, available: columnNames)
    }
    throw .unknownColumn(column: name, available: columnNames)
  }

  /// The names that columns without a header get: x, y, column 3, column 4 …
  public static func standardColumnNames(count: Int) -> [String] { ColumnNames.names(header: [], count: count) }
}
