import GaussianMixtures

/// What a file keeps of the lab: the data, the models side by side with their starts, settings and runs, and how all of it
/// is looked at. Opened again it shows what was on the screen.
///
/// What passes is not kept: where the pointer is, what is dragged, notices, glides, menus, and what undo knows. Runs are
/// kept step by step rather than computed anew, so that they are the same on every machine and at once; a race is kept as
/// its seeds, and run again. Nothing is kept that is not to be seen yet: of a mixture in a box its number, of a guess what
/// was said, of its half-step nothing – but where a run had taken it before, that run is among the earlier ones.
public struct LabScene: Sendable, Equatable, Codable {
  /// Raised whenever a scene could say something that an older program would not understand.
  public static let version: UInt64 = 2

  /// The first version that says all that this scene says: a program of that age understands it.
  public var ownVersion: UInt64 { data.file == nil && data.rowsLeftOut == nil ? 1 : 2 }

  var data: SceneData
  var lanes: [SceneLane]
  /// The index of the active one.
  var active: Int
  var startsTogether: Bool
  /// The step of `Speed.rates`.
  var speed: Int
  var view: SceneView
  var tools: SceneTools
  public internal(set) var window: SceneWindow
  var mystery: SceneMystery?
  var guess: SceneGuess?
  var search: SceneSearch?
  var race: SceneRace?
  /// The file that the points were read from, while none of them was changed: it may stand for them in the scene's own.
  public var origin: DataFile?

  private enum CodingKeys: CodingKey {
    case data, lanes, active, startsTogether, speed, view, tools, window, mystery, guess, search, race
  }

  /// How many points it holds.
  public var pointCount: Int { data.values.first?.count ?? 0 }
}

/// The points, by column.
struct SceneData: Sendable, Equatable, Codable {
  var name: DataName
  /// Whether points were changed since they were opened.
  var isEdited: Bool
  /// The names of the columns, and for each its N numbers, in the units of their file.
  var columns: [String]
  var values: [[Double]]
  /// Of data with more than two columns: which are in use, and how their values lie.
  var choice: ColumnChoice?
  var scales: [ColumnScale]?
  /// The two columns on show, where they are scaled: what was edited there is not what would be scaled again.
  var shown: [[Double]]?
  var groups: Groups?
  /// How many rows of their file were left out.
  var rowsLeftOut: Int?
  /// The file that holds the values, where they are too many to stand here.
  var file: SceneDataFile?

  /// What the file said of the points' groups: its column, and for each point a number from 0, −1 where it is unknown.
  struct Groups: Sendable, Equatable, Codable {
    var column: String?
    var values: [Int]
  }
}

/// A model: where it starts, and its runs.
struct SceneLane: Sendable, Equatable, Codable {
  var algorithm: Algorithm
  var start: GaussianMixture
  var startState: StartState
  var startLetters: [Int]
  var startKind: StartKind
  var startOrigin: StartOrigin
  var startSeed: UInt64
  var options: EMOptions
  var runs: SceneRuns
}

/// The run on show and the earlier ones.
struct SceneRuns: Sendable, Equatable, Codable {
  var current: Numbered
  /// The index of the step on show.
  var step: Int
  /// The number of the first run on these points, and of the latest.
  var first: Int
  var latest: Int
  /// Oldest first.
  var earlier: [Numbered]

  struct Numbered: Sendable, Equatable, Codable {
    var number: Int
    var name: String?
    var run: Run
  }
}

/// What is seen of the data.
struct SceneView: Sendable, Equatable, Codable {
  var bounds: DataRect
  var aspect: Aspect
  var layers: Layers
  /// Whether it is told which points the E-step on show gave to another component.
  var tellsOwnerChange: Bool
  /// A point whose arithmetic is on show.
  var pinned: Int?
  /// The points that are chosen, ascending.
  var chosen: [Int]
}

/// The tool in hand, and how tools are set.
struct SceneTools: Sendable, Equatable, Codable {
  var tool: Tool
  var brushRadius: Double
  var brushRate: Int
  var stampShape: StampShape
  var stampCount: Int
  var stampWidth: Double
}

/// The window around the data. One that is open already keeps its own size and colors.
public struct SceneWindow: Sendable, Equatable, Codable {
  /// In pixels, and how many of them a unit of the window has.
  public var width, height: Int
  public var pixelRatio: Double
  var theme, projectorTheme: ThemeChoice
  var isProjector: Bool
  var page: PanelPage
  var isChartLarge, showsFirstClimb, showsLayers, showsColumns, showsToolSettings, showsHint: Bool
}

/// A mixture in a box, by its name: what is in it is not kept.
struct SceneMystery: Sendable, Equatable, Codable {
  var number: UInt64
  var level: Mystery.Level
  var isOpen: Bool
}

/// The numbers of components and families that were tried.
struct SceneSearch: Sendable, Equatable, Codable {
  var families: [CovarianceFamily]
  var searched: [CovarianceFamily]
  var options: EMOptions?
  var candidates: [ModelSearch.Candidate]
}

/// A restart race: run again it has the same results.
struct SceneRace: Sendable, Equatable, Codable {
  var components: Int
  var kind: StartKind
  var options: EMOptions
  var seeds: [UInt64]
  var showsAll: Bool
}

/// What was said of the half-step to come. Once that is revealed, the next guess is begun instead.
struct SceneGuess: Sendable, Equatable, Codable {
  var question: Guess.Question
  var wasSeen: Bool
  var brush: Int?
  /// Points and the letters of the components that are said to own them, by point.
  var points: [Int]
  var owners: [Int]
  var focus: Int?
  var asked: Int?
  /// The parameters that are said to come.
  var mixture: GaussianMixture?
  var tries: [Double]
  var handle: GuessHandle?
  /// The log-likelihood that is said to come.
  var value: Double?
  var choice: Int?
  var choices: [Int]
  /// The BIC of 1, 2, … components that were revealed.
  var revealed: [BIC]

  /// Nothing where none could be fitted.
  struct BIC: Sendable, Equatable, Codable {
    var bic: Double?
    /// Nothing where it is not.
    var isFloored: Bool?
  }
}
