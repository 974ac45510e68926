import GaussianMixtures

/// Everything that undo restores and a file would keep: the points, and the lanes with their starts, options and runs.
///
/// It is a plain value: a snapshot for undo is a copy, and copies share their arrays until one changes. What belongs to a
/// lane is that of the active one when it is asked of the document: `document.runs` are the runs that cards and options
/// are about.
@dynamicMemberLookup
public struct Document: Sendable, Equatable {
  /// Which data these are, as they were opened.
  public var name: DataName
  /// Whether points were added or removed since.
  public var isEdited = false
  /// The names of the columns.
  public var columnNames: [String]
  /// The column that the points' groups come from; nil where there are none.
  public var truthColumn: String?
  /// The file that the points were read from, while none of them was changed.
  public internal(set) var dataFile: DataFile?
  /// How many rows of it were left out.
  public internal(set) var rowsLeftOut = 0
  public var points: PointCloud
  /// The points as they were opened, by their revision: edits of the same data keep it.
  var opened: Revision
  public var aspect: Aspect
  /// The models side by side: one, or up to `Lane.most`.
  public internal(set) var lanes: [Lane]
  /// The index of the lane that cards, options and edits are about.
  public internal(set) var active = 0
  /// What is said of the next half-step before it is shown; nil while nobody guesses.
  public internal(set) var guess: Guess?
  /// The mixture in a box that the points are from, if they are.
  public internal(set) var mystery: Mystery?
  /// Whether all lanes begin at one start, so that an edit of it in any of them is one in all.
  public internal(set) var startsTogether = true

  init(name: DataName, columnNames: [String], points: PointCloud, aspect: Aspect, lane: Lane) {
    self.name = name
    self.columnNames = columnNames
    self.points = points
    opened = points.revision
    self.aspect = aspect
    lanes = [lane]
  }

  /// The lane that cards, options and edits are about.
  public var activeLane: Lane { lanes[active] }

  /// Something of the active lane.
  public subscript<Value>(dynamicMember path: WritableKeyPath<Lane, Value>) -> Value {
    get { lanes[active][keyPath: path] }
    _modify { yield &lanes[active][keyPath: path] }
  }

  /// The names of the columns shown across and up.
  public var axisNames: [String] {
    guard let shown = points.choice?.shown else { return columnNames }
    return [columnName(shown.across), columnName(shown.up)]
  }

  /// The name of a column; empty where there is none.
  public func columnName(_ column: Int) -> String { columnNames.indices.contains(column) ? columnNames[column] : "" }

  public subscript<Value>(dynamicMember path: KeyPath<Lane, Value>) -> Value { lanes[active][keyPath: path] }
}

/// Where the start comes from.
public enum StartOrigin: String, Sendable, Codable {
  /// Drawn by the start kind from the seed.
  case seeded
  /// The one that the data come with, as some examples do.
  case supplied
  /// Means placed, moved or removed by hand.
  case placed
  /// A model taken over from a search.
  case adopted
}

/// Whether the start is there yet.
public enum StartState: String, Sendable, Codable {
  /// It is the one that EM starts from.
  case drawn
  /// The one that kind and seed stand for is being drawn, or will be once there are enough points: what is on show is
  /// what was there before, or a stand-in.
  case awaited
  /// There is none, as on an empty canvas: it is drawn when EM is run, or placed by hand. Until then `Document.start`
  /// says how many components it will have, and nothing else.
  case deferred
}

/// How data units map to the screen.
public enum Aspect: String, Sendable, Codable {
  /// One unit is as long across as up: right for data drawn by hand.
  case equal
  /// Each axis fills the canvas: right for imported columns with different units.
  case independent
}
