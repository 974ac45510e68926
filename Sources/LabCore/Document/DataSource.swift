/// Data to open: two columns with their names. Rows without a finite number in both are left out.
public struct DataSource: Sendable, Equatable {
  public let name: String
  public let columnNames: [String]
  public let x: [Double]
  public let y: [Double]
  public let aspect: Aspect

  public init(name: String, columnNames: [String], x: [Double], y: [Double], aspect: Aspect) {
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
  }
}

/// A line of the data menu: data that come with the program, or a file to read.
public struct MenuEntry: Sendable, Equatable {
  public enum Content: Sendable, Equatable {
    case example(Example)
    case file(path: String)
  }
  public let title: String
  public let content: Content

  public init(title: String, content: Content) {
    self.title = title
    self.content = content
  }
}

/// Something only the shell or the executable can do.
public enum Request: Sendable, Equatable {
  case readFile(path: String)
  case toggleFullScreen
  case quit
}
