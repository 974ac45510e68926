/// Data to open: two columns or more with their names. Rows without a finite number in all of them are left out.
public struct DataSource: Sendable, Equatable {
  public let name: DataName
  /// One for each of the columns.
  public let columnNames: [String]
  /// By column: at least two, at most `ColumnChoice.most`, all equally long.
  public let columns: [[Double]]
  /// Which of them are in use when the data are opened.
  public let choice: ColumnChoice
  public let aspect: Aspect
  /// The number of components that suits them, where that is known.
  public let componentCount: Int?
  /// What the file says of the points' groups, if it does.
  public let truth: Truth?
  /// The file they were read from, whose content they are.
  public var file: DataFile?
  /// How many rows of it were left out, and how many columns with numbers were more than the window takes.
  public var rowsLeftOut = 0
  public var columnsBeyond = 0

  /// A column that names the group of each point.
  public struct Truth: Sendable, Equatable {
    public let column: String
    /// One per point, counted from 0.
    public let groups: [Int]

    public init(column: String, groups: [Int]) {
      self.column = column
      self.groups = groups
    }
  }

  /// Data with two columns.
  public init(
    name: DataName, columnNames: [String], x: [Double], y: [Double], aspect: Aspect, componentCount: Int? = nil,
    truth: Truth? = nil
  ) {
    self.init(
      name: name, columnNames: columnNames, columns: [x, y], aspect: aspect, componentCount: componentCount,
      truth: truth)
  }

  /// - Parameters:
  ///   - columns: those that two are short of are empty; those beyond `ColumnChoice.most` are left out.
  ///   - choice: nil for all columns, and the first two on show.
  public init(
    name: DataName, columnNames: [String], columns: [[Double]], choice: ColumnChoice? = nil, aspect: Aspect,
    componentCount: Int? = nil, truth: Truth? = nil
  ) {
    self.name = name
    let known = columns.prefix(ColumnChoice.most) + Array(repeating: [], count: max(2 - columns.count, 0))
    let rows = 0..<(known.map(\.count).min() ?? 0)
    let truth = truth.flatMap { $0.groups.count == rows.count ? $0 : nil }
    if known.allSatisfy({ $0.allSatisfy(\.isFinite) }) {
      self.columns = known.map { $0.count == rows.count ? $0 : Array($0[rows]) }
      self.truth = truth
    } else {
      let kept = rows.filter { row in known.allSatisfy { $0[row].isFinite } }
      self.columns = known.map { column in kept.map { column[$0] } }
      self.truth = truth.map { truth in Truth(column: truth.column, groups: kept.map { truth.groups[$0] }) }
    }
    self.columnNames = Array(columnNames.prefix(known.count))
    self.choice = choice ?? ColumnChoice(of: known.count)
    self.aspect = aspect
    self.componentCount = componentCount
  }

  public var x: [Double] { columns[0] }
  public var y: [Double] { columns[1] }
}

/// Which data these are. An example is called what the window calls it; a file has a name of its own.
public enum DataName: Sendable, Hashable {
  case example(Example)
  /// A file that comes with the program.
  case shipped(ShippedData)
  case file(String)
  /// A mixture in a box, by its number.
  case mystery(UInt64)

  /// Whether it is a file of the user's own.
  var isFile: Bool {
    switch self {
    case .file: true
    case .example, .shipped, .mystery: false
    }
  }
}

extension DataSource {
  /// What the columns of drawn data are called: names that say nothing.
  public static let plainColumnNames = ["x", "y"]
}
