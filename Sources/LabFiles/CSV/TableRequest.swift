/// What to read of a table. Only the columns asked for are checked.
public struct TableRequest: Sendable, Equatable {
  /// The columns to read. Each entry is the name of a column, or several names separated by commas where no column has
  /// that name. Nil for all columns that hold numbers.
  public var columns: [String]?
  /// Where no columns are named: only the first so many that hold numbers. Nil for all.
  public var most: Int?
  public var missing: MissingValues
  /// A column whose cells, numbers or words, name the group of each row.
  public var labels: String?

  public init(
    columns: [String]? = nil, most: Int? = nil, missing: MissingValues = .refuse, labels: String? = nil
  ) {
    self.columns = columns
    self.most = most
    self.missing = missing
    self.labels = labels
  }
}

/// What to do with rows where a column that is read has no value.
public enum MissingValues: String, CaseIterable, Sendable {
  /// Refuse the table and say where the first one is.
  case refuse
  /// Leave those rows out and say how many.
  case drop

  /// Whether a cell says that there is no value: nothing, or what R, pandas, Excel and SAS write for nothing.
  static func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    guard bytes.count <= 4 else { return false }
    let word = String(decoding: bytes.lazy.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    return words.contains(word)
  }

  private static let words: Set<String> = ["na", "n/a", "#n/a", "nan", "null", "none", "?", ".", "-", "--"]
}
