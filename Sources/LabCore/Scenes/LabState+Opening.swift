import GaussianMixtures

extension LabState {
  /// A lab that shows a scene. Throws where the scene says what cannot be.
  public init(
    _ scene: LabScene, from file: SceneReference? = nil, menu: [MenuEntry] = []
  ) throws(SceneFlaw) {
    self.init(example: .empty, menu: menu)
    try scene.check()
    show(scene)
    self.file = file
    interface.show(scene.window)
    interface.showsHint = scene.window.showsHint
    interface.theme = scene.window.theme
    interface.projectorTheme = scene.window.projectorTheme
    interface.isProjector = scene.window.isProjector
    apply(
      .shell(.resize(width: scene.window.width, height: scene.window.height, pixelRatio: scene.window.pixelRatio)))
  }

  /// Shows a scene in place of what is there, as one edit. The window keeps its size and its colors.
  mutating func open(_ scene: LabScene) throws(SceneFlaw) {
    try scene.check()
    cancelLoading()
    edit { $0.show(scene) }
    interface.show(scene.window)
  }

  /// Goes on from a scene that undo led back to, beyond what a session knows: what is under way beside it stays.
  mutating func goOn(from scene: LabScene) throws(SceneFlaw) {
    try scene.check()
    var playback = playback
    show(scene)
    if playback.mode == .rushing { playback.mode = .paused }
    self.playback = playback
    history = History()
  }

  /// Puts everything but the window around it in place.
  private mutating func show(_ scene: LabScene) {
    playback = Playback()
    playback.speed = Speed(index: scene.speed)
    forgetSearch()
    forgetRace()
    glides = [:]
    passageOrigins = [:]
    announcement = nil
    interface.pinned = nil
    document = scene.document(revision: nextRevision())
    viewport = Viewport(bounds: scene.view.bounds)
    layers = scene.view.layers
    tool = scene.tools.tool
    brushRadius = scene.tools.brushRadius
    tools.rate = scene.tools.brushRate
    tools.shape = scene.tools.stampShape
    tools.count = scene.tools.stampCount
    tools.width = scene.tools.stampWidth
    interface.pinned = scene.view.pinned.map { PinnedPoint(index: $0, revision: document.points.revision) }
    if !scene.view.chosen.isEmpty {
      var mask = Array(repeating: false, count: document.points.count)
      for index in scene.view.chosen { mask[index] = true }
      selection = PointSelection(mask, of: document.points)
    }
    ownerChange = nil
    if scene.view.tellsOwnerChange { tellOwnerChange() }
    if let guess = scene.guess {
      let guess = Guess(guess, of: document)
      document.guess = guess
      if !tool.serves(guess.question) { tool = guess.question.tool }
    }
    if let found = scene.search { search = ModelSearch(found) }
    requestWhatIsMissing()
    if let raced = scene.race { repeatRace(raced) }
    if document.guess?.question == .count { findBICs() }
  }

  /// Asks for the results that a race had.
  private mutating func repeatRace(_ scene: SceneRace) {
    guard !document.points.isEmpty else { return }
    let setup = RaceSetup(components: scene.components, kind: scene.kind, options: scene.options)
    race.setup = setup
    race.showsAll = scene.showsAll
    race.ticket = ask(.race(RaceRequest(points: document.points, setup: setup, seeds: scene.seeds)))
    race.status = .running(done: 0, total: scene.seeds.count)
  }
}

extension Interface {
  fileprivate mutating func show(_ window: SceneWindow) {
    page = window.page
    overlay = nil
    isChartLarge = window.isChartLarge
    showsFirstClimb = window.showsFirstClimb
    showsLayers = window.showsLayers
    showsColumns = window.showsColumns
    showsToolSettings = window.showsToolSettings
    seedDraft = nil
    nameDraft = nil
  }
}

extension LabScene {
  /// - Parameter revision: names the points from now on.
  fileprivate func document(revision: Revision) -> Document {
    let points = PointCloud(data, revision: revision)
    let all = lanes.map(Lane.init)
    var document = Document(
      name: data.name, columnNames: data.columns, points: points, aspect: view.aspect, lane: all[0])
    document.isEdited = data.isEdited
    document.truthColumn = data.groups?.column
    document.rowsLeftOut = data.rowsLeftOut ?? 0
    document.dataFile = data.isEdited ? nil : origin
    document.lanes = all
    document.active = active
    document.startsTogether = startsTogether
    document.mystery = mystery.map { scene in
      var mystery = Mystery(number: scene.number, level: scene.level)
      mystery.isOpen = scene.isOpen
      return mystery
    }
    return document
  }
}

extension PointCloud {
  fileprivate init(_ data: SceneData, revision: Revision) {
    let table = data.choice.map { ColumnTable(data.values, $0, scales: data.scales) }
    let shown = data.choice?.shown
    self.init(
      x: data.shown?[0] ?? table.flatMap { table in shown.map { table.column($0.across) } } ?? data.values[0],
      y: data.shown?[1] ?? table.flatMap { table in shown.map { table.column($0.up) } } ?? data.values[1],
      groups: data.groups?.values ?? [], revision: revision)
    self.table = table
  }
}

extension Lane {
  fileprivate init(_ scene: SceneLane) {
    self.init(start: scene.start, startKind: scene.startKind, startSeed: scene.startSeed, options: scene.options)
    algorithm = scene.algorithm
    startState = scene.startState
    startLetters = scene.startLetters
    startOrigin = scene.startOrigin
    runs = Runs(scene.runs)
  }
}

extension Guess {
  fileprivate init(_ scene: SceneGuess, of document: Document) {
    self.init(scene.question, about: document.runs, points: document.points)
    wasSeen = scene.wasSeen
    brush = scene.brush
    owners = Dictionary(zip(scene.points, scene.owners)) { first, _ in first }
    focus = scene.focus
    asked = scene.asked
    mixture = scene.mixture ?? before
    tries = scene.tries
    handle = scene.handle
    value = scene.value
    count.choice = scene.choice
    count.choices = scene.choices
    count.revealed = scene.revealed.map { CountGuess.Found(bic: $0.bic, isFloored: $0.isFloored ?? false) }
  }
}

extension ModelSearch {
  fileprivate init(_ scene: SceneSearch) {
    families = Set(scene.families)
    searched = Set(scene.searched)
    options = scene.options
    status = .finished
    candidates = scene.candidates
  }
}
