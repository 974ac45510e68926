/// Data to open: two columns with their names. Rows without a finite number in both are left out.
public struct DataSource: Sendable, Equatable {
  public let name: DataName
  public let columnNames: [String]
  public let x: [Double]
  public let y: [Double]
  public let aspect: Aspect
  /// The number of components that suits them, where that is known.
  public let componentCount: Int?
  /// What the file says of the points' groups, if it does.
  public let truth: Truth?

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

  public init(
    name: DataName, columnNames: [String], x: [Double], y: [Double], aspect: Aspect, componentCount: Int? = nil,
    truth: Truth? = nil
  ) {
    self.name = name
    self.columnNames = columnNames
    if x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite) {
      self.x = x
      self.y = y
      self.truth = truth.flatMap { $0.groups.count == min(x.count, y.count) ? $0 : nil }
    } else {
      let whole = zip(x, y).filter { $0.isFinite && $1.isFinite }
      self.x = whole.map(\.0)
      self.y = whole.map(\.1)
      self.truth = truth.flatMap { truth in
        guard truth.groups.count == min(x.count, y.count) else { return nil }
        let kept = truth.groups.indices.filter { x[$0].isFinite && y[$0].isFinite }
        return Truth(column: truth.column, groups: kept.map { truth.groups[$0] })
      }
    }
    self.aspect = aspect
    self.componentCount = componentCount
  }
}

/// Which data these are. An example is called what the window calls it; a file has a name of its own.
public enum DataName: Sendable, Hashable {
  case example(Example)
  /// A file that comes with the program.
  case shipped(ShippedData)
  case file(String)
  /// A mixture in a box, by its number.
  case mystery(UInt64)
}

extension DataSource {
  /// What the columns of drawn data are called: names that say nothing.
  public static let plainColumnNames = ["x", "y"]
}
