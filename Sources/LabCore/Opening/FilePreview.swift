import GaussianMixtures

/// What a file holds, as far as its beginning tells, before it is opened.
public struct FilePreview: Sendable, Equatable {
  public enum Content: Sendable, Equatable {
    case table(TablePreview)
    case scene(ScenePreview)
    case model(ModelPreview)
    /// A session, or work that was kept: what is in it, where that is known without bringing it back.
    case session(KeptWork.Contents?)
    /// One that begins when it is opened.
    case lesson(Lesson)
    /// One of a class.
    case handIn
    /// Why it cannot be opened.
    case problem(FileProblem)
  }

  public let content: Content

  public init(_ content: Content) { self.content = content }

  public var table: TablePreview? {
    if case .table(let table) = content { return table }
    return nil
  }
}

/// The first rows of a table, and what would be read of it.
public struct TablePreview: Sendable, Equatable {
  public struct Row: Sendable, Equatable {
    public let cells: [String]
    /// The columns that are read and have no number here.
    public let faults: [Int]

    public init(cells: [String], faults: [Int]) {
      self.cells = cells
      self.faults = faults
    }
  }

  /// Where a column has no number.
  public struct Gaps: Sendable, Equatable {
    public let column: String
    /// Whether words stand there, rather than nothing.
    public let isText: Bool
    /// The first of the rows, counted from 1 below the names, and how many there are; where the file is long, about.
    public let rows: [Int]
    public let count: Int

    public init(column: String, isText: Bool, rows: [Int], count: Int) {
      self.column = column
      self.isText = isText
      self.rows = rows
      self.count = count
    }
  }

  /// As the table is read: what was found, or said.
  public var format = TableFormat()
  /// The names of all columns of the file, and which of them hold numbers.
  public var columns: [String] = []
  public var numeric: [Int] = []
  /// How many columns with numbers are beyond those that the window takes.
  public var columnsBeyond = 0
  /// The columns that the model is fitted to, and the two of them on show.
  public var fitted: [Int] = []
  public var shown: ColumnPair?
  public var rows: [Row] = []
  /// How many rows there are, without one of names; counted, or estimated where the file is long.
  public var rowCount = 0
  public var isCounted = true
  /// How many rows lack a number in a column that is read, and where; estimated where the file is long.
  public var incomplete = 0
  public var gaps: [Gaps] = []
  /// Some of the points: the two columns on show.
  public var x: [Double] = []
  public var y: [Double] = []
  /// Why it cannot be opened like this.
  public var problem: FileProblem?

  public init() {}

  /// How many points it makes; where the file is long, about.
  public var pointCount: Int { about(rowCount - incomplete) }

  /// A number of rows as it is known: to three digits where the file is long.
  public func about(_ count: Int) -> Int {
    guard !isCounted else { return count }
    var unit = 1
    while abs(count) / unit >= 1000 { unit *= 10 }
    return Int((Double(count) / Double(unit)).rounded()) * unit
  }

  /// From the rows that were seen to all of the file.
  ///
  /// - Parameter factor: how many times as long the file is as what was seen of it.
  public mutating func estimate(times factor: Double) {
    isCounted = false
    func all(_ seen: Int) -> Int { about(Int(Double(seen) * factor)) }
    rowCount = all(rowCount)
    incomplete = all(incomplete)
    gaps = gaps.map { Gaps(column: $0.column, isText: $0.isText, rows: $0.rows, count: all($0.count)) }
  }

  /// Whether it may be opened once rows without a number are left out.
  public var asksToLeaveOut: Bool { incomplete > 0 }
}

/// What a scene holds.
public struct ScenePreview: Sendable, Equatable {
  public let version: Int
  public let name: DataName
  public let points, columns, lanes, components: Int
  /// On the clock that all lanes have.
  public let halfSteps: Int

  public init(_ scene: LabScene, version: Int, points: Int? = nil) {
    self.version = version
    name = scene.data.name
    self.points = points ?? scene.pointCount
    columns = scene.data.columns.count
    lanes = scene.lanes.count
    let lane = scene.lanes.indices.contains(scene.active) ? scene.lanes[scene.active] : scene.lanes.first
    components = lane?.start.componentCount ?? 0
    halfSteps = max(scene.lanes.map { $0.runs.current.run.steps.count - 1 }.max() ?? 0, 0)
  }
}

/// What a model holds.
public struct ModelPreview: Sendable, Equatable {
  public let components, dimensions: Int
  public let family: CovarianceFamily
  public let columns: [String]

  public init(_ model: GaussianMixture, columns: [String]) {
    components = model.componentCount
    dimensions = model.dimensions
    family = model.family
    self.columns = columns
  }
}
