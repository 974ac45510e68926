/// The scene's file, once it has one.
public struct SceneReference: Sendable, Equatable {
  public let path: String
  /// What was read or written there last; nil where that could not be found out.
  let stamp: FileStamp?

  public init(path: String, stamp: FileStamp?) {
    self.path = path
    self.stamp = stamp
  }

  /// When the scene may be written there again.
  var condition: SaveCondition { stamp.map(SaveCondition.isUnchanged) ?? .isNew }
}

/// A name that is being typed to save under.
public struct SaveEntry: Sendable, Equatable {
  static let limit = 1000

  public internal(set) var name: String
  /// Why it could not be saved under this name; where that can be confirmed, the next commit does.
  public internal(set) var problem: SaveProblem?
  /// Whether it is that of a lesson, and not of a scene.
  public internal(set) var isLesson = false

  /// Whether to commit once more is to replace what is there.
  public var replaces: Bool {
    switch problem {
    case .exists, .changedMeanwhile: true
    case .other, nil: false
    }
  }

  /// The path to write: a name without an extension gets that of scenes.
  var path: String { name.path(usualEnding: ".json") }
}

/// A scene on its way to its file.
struct Saving: Sendable, Equatable {
  let ticket: Ticket
  let path: String
  /// What is written: the state has gone on since.
  let scene: LabScene
  /// The data in it, as they were opened.
  let opened: Revision
  /// Scenes to be written to their files after it, one for each data: two writers of one file would not know of each
  /// other.
  var waiting: [Waiting] = []
  /// Whether the window closes once all is written.
  var thenQuits = false

  struct Waiting: Sendable, Equatable {
    let scene: LabScene
    let opened: Revision
  }
}
