/// Data to open: two columns with their names. Rows without a finite number in both are left out.
public struct DataSource: Sendable, Equatable {
  public let name: DataName
  public let columnNames: [String]
  public let x: [Double]
  public let y: [Double]
  public let aspect: Aspect
  /// The number of components that suits them, where that is known.
  public let componentCount: Int?

  public init(
    name: DataName, columnNames: [String], x: [Double], y: [Double], aspect: Aspect, componentCount: Int? = nil
  ) {
    self.name = name
    self.columnNames = columnNames
    if x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite) {
      self.x = x
      self.y = y
    } else {
      let whole = zip(x, y).filter { $0.isFinite && $1.isFinite }
      self.x = whole.map(\.0)
      self.y = whole.map(\.1)
    }
    self.aspect = aspect
    self.componentCount = componentCount
  }
}

/// Which data these are. An example is called what the window calls it; a file has a name of its own.
public enum DataName: Sendable, Hashable, Codable {
  case example(Example)
  case file(String)
}

/// A line of the data menu: data that come with the program, or a file to read.
public enum MenuEntry: Sendable, Equatable {
  case example(Example)
  case file(path: String, name: String)

  /// The name that the data have once they are open.
  public var name: DataName {
    switch self {
    case .example(let example): .example(example)
    case .file(_, let name): .file(name)
    }
  }
}

extension DataSource {
  /// What the columns of drawn data are called: names that say nothing.
  public static let plainColumnNames = ["x", "y"]
}
