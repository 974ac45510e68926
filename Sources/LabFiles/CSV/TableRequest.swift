import LabCore

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
  /// What is said of separator, decimal mark, first row and encoding; what is not is found.
  public var format: TableFormat

  public init(
    columns: [String]? = nil, most: Int? = nil, missing: MissingValues = .refuse, labels: String? = nil,
    format: TableFormat = TableFormat()
  ) {
    self.columns = columns
    self.most = most
    self.missing = missing
    self.labels = labels
    self.format = format
  }
}

/// What to do with rows where a column that is read has no value.
public enum MissingValues: String, CaseIterable, Sendable {
  /// Refuse the table and say where the first one is.
  case refuse
  /// Leave those rows out and say how many.
  case drop
  /// Leave out also rows where a word stands among numbers. A column is one of numbers where most of its values are.
  case dropText = "drop-text"

  /// Whether a cell says that there is no value: nothing, or what R, pandas, Excel, SAS, C and databases write for it.
  static func holds(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Spaces are left of quoted cells only.
    var (first, end) = (0, bytes.count)
    while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
    while first < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    if first == end { return true }
    guard end - first <= longest, initials.contains(bytes[first]) else { return false }
    let word = String(decoding: bytes[first..<end].lazy.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    return words.contains(word)
  }

  private static let words: Set<String> = [
    "na", "n/a", "#n/a", "<na>", "nan", "-nan", "+nan", "1.#ind", "-1.#ind", "1.#qnan", "-1.#qnan", "null", "(null)",
    "nil", "none", "\\n", "?", ".", "-", "--",
  ]
  private static let longest = words.map(\.utf8.count).max() ?? 0
  /// Most words do not begin like any of these: texts by the million are not worth more than a look at one byte.
  private static let initials = Set(words.flatMap { [$0, $0.uppercased()] }.compactMap(\.utf8.first))
}

extension MissingValues {
  public init(_ rows: IncompleteRows) {
    switch rows {
    case .refused: self = .refuse
    case .gapsLeftOut: self = .drop
    case .leftOut: self = .dropText
    }
  }

  public var rows: IncompleteRows {
    switch self {
    case .refuse: .refused
    case .drop: .gapsLeftOut
    case .dropText: .leftOut
    }
  }
}

extension TableFormat.Separator {
  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    }
  }

  init(byte: UInt8) {
    self = byte == UInt8(ascii: "\t") ? .tab : byte == UInt8(ascii: ";") ? .semicolon : .comma
  }
}

extension TableFormat.Decimals {
  var byte: UInt8 { self == .comma ? UInt8(ascii: ",") : UInt8(ascii: ".") }
}
