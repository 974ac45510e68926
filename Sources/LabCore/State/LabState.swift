import GaussianMixtures

/// Everything on screen, as one value. It changes only through `apply`, and what is drawn is a function of it.
public struct LabState: Sendable, Equatable {
  public internal(set) var document: Document
  public internal(set) var playback = Playback()
  public internal(set) var viewport: Viewport
  public internal(set) var tool = Tool.brush
  /// The brush's radius in window units at scale 1.
  public internal(set) var brushRadius = 22.0
  /// How brush and stamp are set.
  public internal(set) var tools = ToolSettings()
  /// What was chosen lately, in this content of the canvas and in others: undo finds it again (`chosenPoints`).
  var selections: [PointSelection] = []
  /// What is being dragged on the canvas and takes effect when it ends.
  public internal(set) var gesture: CanvasGesture?
  public internal(set) var interface = Interface()
  public internal(set) var layers = Layers.usual
  /// How far the owners agree with the groups of the file, while those are on show.
  public internal(set) var agreement: Agreement?
  /// Which points the E-step on show gave to another component.
  public internal(set) var ownerChange: OwnerChange?
  /// The latest announcement; the strip keeps it after its time is over.
  public internal(set) var announcement: Announcement?
  /// By lane.
  public internal(set) var glides: [Int: Glide] = [:]
  public internal(set) var search = ModelSearch()
  public internal(set) var race = Race()
  public internal(set) var gallery = Gallery()
  public internal(set) var export = Export()
  /// The lesson that is played, if one is.
  public internal(set) var lesson: LessonState?
  public internal(set) var lessons = Lessons()
  /// The lesson that is recorded, or is kept to be gone on with.
  public internal(set) var draft: LessonDraft?
  var draftGround = DraftGround()
  var lessonSaving: LessonSaving?
  /// What a class has handed in, as its page shows it.
  public internal(set) var handIns = HandIns()
  /// Work of an earlier session that is offered, while its card is open.
  public internal(set) var recovery: Recovery?
  /// The files that scenes were read from or written to last, by the data in them as they were opened: undo and redo
  /// lead back to the file of the data as well.
  var files: [Revision: SceneReference] = [:]
  var saving: Saving?
  /// What those files have, by the same.
  var savedScenes: [Revision: LabScene] = [:]
  /// Whether only an administrator's keys close the window.
  public internal(set) var isKiosk = false
  /// Whether a name alone is that of a file in the folder of a class.
  public internal(set) var hasClassFolder = false
  /// Whether closing would lose work: it is neither in a file, nor kept otherwise.
  public internal(set) var wouldBeLost = false
  /// The files that a teacher goes through, if any were prepared.
  public internal(set) var runningList: RunningList?
  /// The files that were open lately, the latest first.
  public internal(set) var recent: [String] = []
  /// The data sets to choose from.
  public let menu: [MenuEntry]
  /// The clock, in seconds; only `tick` moves it.
  public internal(set) var now = 0.0

  /// What the state waits for, in the order in which it was asked for.
  public internal(set) var effects: [Effect] = []

  var history = History()
  /// Half-steps that were revealed to somebody who guessed at them.
  var seenHalfSteps: [HalfStepSeen] = []
  /// The stroke under way that gives points to a component.
  var guessStroke: GuessStroke?
  /// How often fresh points were asked for.
  var freshCount: UInt64 = 0
  var stroke: Stroke?
  /// The document as it was when the drag under way began.
  var documentBeforeDrag: Document?
  var ticketCount = 0
  var revisionCount = 0
  var spray = SeededGenerator(seed: 1)
  /// By lane, the step on show when a whole iteration or a run to convergence began: it glides from there as one.
  var passageOrigins: [Int: RunStep] = [:]

  /// The glide of the active lane.
  public internal(set) var glide: Glide? {
    get { glides[document.active] }
    set { glides[document.active] = newValue }
  }
  var passageOrigin: RunStep? {
    get { passageOrigins[document.active] }
    set { passageOrigins[document.active] = newValue }
  }

  /// The file of the scene on show.
  public internal(set) var file: SceneReference? {
    get { files[document.opened] }
    set { files[document.opened] = newValue }
  }

  /// Whether there is an edit to take back; in a lesson one that was made since its page began.
  public var canUndo: Bool { history.canUndo && floor.map { history.place > $0 } ?? true || bringsBackPage }
  /// The edit with which a page began, in a lesson or in one that is recorded.
  private var floor: Int? { lesson?.floor ?? (recording == nil ? nil : draftGround.place) }
  public var canRedo: Bool { history.canRedo }
  /// How many edits can be undone and redone.
  public var historyDepth: (past: Int, future: Int) { history.depth }

  public static let brushRadii = 6.0...120.0
  public static let componentCounts = 1...14

  /// A lab opened on an example.
  public init(
    example: Example = .threeClusters, startKind: StartKind = .randomPoints, options: EMOptions = EMOptions(),
    menu: [MenuEntry] = []
  ) {
    self.init(
      source: example.source, componentCount: example.componentCount, seed: Example.seed, startKind: startKind,
      options: options, menu: menu, start: example.start,
      origin: example.start == nil ? .seeded : .supplied)
  }

  /// A lab opened on data, with `componentCount` means placed by a seeded start of a kind.
  public init(
    source: DataSource, componentCount: Int, seed: UInt64, startKind: StartKind = .randomPoints,
    options: EMOptions = EMOptions(), menu: [MenuEntry] = []
  ) {
    self.init(
      source: source, componentCount: componentCount, seed: seed, startKind: startKind, options: options, menu: menu,
      start: nil, origin: .seeded)
  }

  /// A lab opened on data with a start from elsewhere, a mixture in two dimensions: placed by somebody, or adopted as a
  /// model of these points.
  public init(
    source: DataSource, start: GaussianMixture, origin: StartOrigin, seed: UInt64,
    startKind: StartKind = .randomPoints, options: EMOptions = EMOptions(), menu: [MenuEntry] = []
  ) {
    self.init(
      source: source, componentCount: start.componentCount, seed: seed, startKind: startKind, options: options,
      menu: menu, start: start, origin: origin)
  }

  private init(
    source: DataSource, componentCount: Int, seed: UInt64, startKind: StartKind, options: EMOptions,
    menu: [MenuEntry], start: GaussianMixture?, origin: StartOrigin
  ) {
    let nothing = PointCloud(revision: Revision(0))
    let standIn = LabState.makeStart(
      kind: .uniform, points: nothing, count: componentCount, options: options, seed: seed)
    document = Document(
      name: source.name, columnNames: source.columnNames, points: nothing, aspect: source.aspect,
      lane: Lane(start: standIn, startKind: startKind, startSeed: seed, options: options))
    viewport = Viewport.fitting(document)
    self.menu = menu
    load(source, start: start, origin: origin)
  }

  mutating func nextRevision() -> Revision {
    revisionCount += 1
    return Revision(revisionCount)
  }
}
