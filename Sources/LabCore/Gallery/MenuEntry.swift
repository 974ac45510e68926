/// A data set to choose: one that is drawn from a seed, or a file that comes with the program.
public enum MenuEntry: Sendable, Equatable {
  case example(Example)
  case file(path: String, ShippedData)

  /// The name that the data have once they are open.
  public var name: DataName {
    switch self {
    case .example(let example): .example(example)
    case .file(_, let data): .shipped(data)
    }
  }

  /// The number of components that it is opened with.
  public var componentCount: Int {
    switch self {
    case .example(let example): example.componentCount
    case .file(_, let data): data.componentCount
    }
  }
}

/// The files of data that come with the program.
public enum ShippedData: String, Sendable, Hashable, Codable, CaseIterable {
  /// Azzalini and Bowman (1990): eruptions of a geyser.
  case oldFaithful
  /// Fisher (1936), collected by Anderson: flowers of three species.
  case iris

  public var fileName: String {
    switch self {
    case .oldFaithful: "old_faithful.csv"
    case .iris: "iris.csv"
    }
  }

  public var componentCount: Int {
    switch self {
    case .oldFaithful: 2
    case .iris: 3
    }
  }
}
