/// Where a run came from.
public enum RunOrigin: Sendable, Equatable, Codable {
  /// Its start was drawn by a start kind from a seed.
  case seeded(StartKind, seed: UInt64)
  /// Its start was placed by hand, perhaps by an edit of what another run showed.
  case placed(from: RunReference?)
  /// Its start came with the data.
  case supplied
  /// Its start was given as a whole: by a search, a file or a caller.
  case adopted
  /// It goes on from where another run was when the points changed.
  case continued(from: RunReference)

  /// The run it branched off, and where.
  public var parent: RunReference? {
    switch self {
    case .seeded, .supplied, .adopted: nil
    case .placed(let reference): reference
    case .continued(let reference): reference
    }
  }
}

/// A place in a run: its number among the runs that somebody keeps, and a step of it.
public struct RunReference: Sendable, Hashable, Codable {
  /// The number its keeper gave the run. Runs do not know their own.
  public let run: Int
  /// An index into the run's `steps`.
  public let step: Int

  /// A place, whether or not there is such a run.
  public init(run: Int, step: Int) {
    self.run = run
    self.step = step
  }
}
