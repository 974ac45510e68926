import GaussianMixtures

extension LabState {
  mutating func applyLesson(_ command: Command.Lesson) {
    switch command {
    case .start(let name, let page):
      guard let lesson = lessons.library.first(where: { $0.name == name }) else { return }
      start(lesson, at: page)
    case .next: goOnInLesson()
    case .back: if let page = lesson?.page, page > 0 { turn(to: page - 1) }
    case .answer(let choice): answer(choice)
    case .showAnswer: showModelAnswer()
    case .newPoints: showNewPoints()
    case .restartPage: restartPage()
    case .record(let command): applyRecording(command)
    case .leave: leaveLesson()
    case .handIn: beginHandingIn()
    case .forget(let name):
      if lessons.progress[name] != nil { lessons.progress[name] = LessonProgress() }
    }
  }

  // MARK: - Beginning and leaving

  /// Begins a lesson in place of what is there: what was made by hand is had back when the lesson is left, or by undoing.
  mutating func start(_ lesson: Lesson, at page: Int = 0) {
    cancelLoading()
    if self.lesson != nil { leaveLesson() }
    leaveRecording()
    endDrag()
    let origin = lessonOrigin
    let beginning = beginning(of: lesson, at: page)
    interface.overlay = nil
    interface.focused = nil
    interface.showsHint = false
    let play = lessons.plays[lesson.name] ?? 0
    lessons.plays[lesson.name] = play &+ 1
    var state = LessonState(lesson, play: play)
    state.origin = origin
    state.page = min(max(page, 0), lesson.pages.count - 1)
    self.lesson = state
    showScene(of: state.page)
    beginPage()
    let record = LessonRecord(beginning, self)
    self.lesson?.record = record
  }

  private var lessonOrigin: LessonOrigin {
    LessonOrigin(
      document: document, viewport: viewport, layers: layers, tool: tool, brushRadius: brushRadius, tools: tools,
      speed: playback.speed, page: interface.page, isChartLarge: interface.isChartLarge,
      showsFirstClimb: interface.showsFirstClimb, showsLayers: interface.showsLayers,
      showsColumns: interface.showsColumns)
  }

  /// Has the work that was there before the lesson back, as an edit: undoing it shows what the lesson had come to.
  mutating func leaveLesson() {
    guard let lesson else { return }
    noteProgress()
    self.lesson = nil
    keepToHandIn(lesson)
    guard let origin = lesson.origin else { return }
    edit { state in
      state.playback.mode = .paused
      state.restore(origin.document)
    }
    viewport = origin.viewport
    layers = origin.layers
    tool = origin.tool
    brushRadius = origin.brushRadius
    tools = origin.tools
    playback.speed = origin.speed
    interface.page = origin.page
    interface.isChartLarge = origin.isChartLarge
    interface.showsFirstClimb = origin.showsFirstClimb
    interface.showsLayers = origin.showsLayers
    interface.showsColumns = origin.showsColumns
    interface.focused = nil
  }

  /// What was done in it can still be handed in.
  private mutating func keepToHandIn(_ lesson: LessonState) {
    lessons.left = lesson
    lessons.left?.others = [:]
    lessons.left?.origin = nil
  }

  private mutating func noteProgress(isDone: Bool = false) {
    guard let lesson else { return }
    let wasDone = lessons.progress[lesson.lesson.name]?.isDone ?? false
    lessons.progress[lesson.lesson.name] = LessonProgress(
      page: isDone ? 0 : lesson.page, isDone: isDone || wasDone)
  }

  // MARK: - Pages

  private mutating func goOnInLesson() {
    guard let lesson else { return }
    guard lesson.isLast else { return turn(to: lesson.page + 1) }
    noteProgress(isDone: true)
    let name = lesson.lesson.name
    let progress = lessons.progress[name]
    leaveLesson()
    lessons.progress[name] = progress
    openLessons()
  }

  private mutating func turn(to page: Int) {
    guard let before = lesson, before.lesson.pages.indices.contains(page) else { return }
    endDrag()
    interface.focused = nil
    let (from, to) = (before.lesson.sceneOwner(of: before.page), before.lesson.sceneOwner(of: page))
    lesson?.page = page
    if from != to {
      lesson?.others[from] = document
      if let kept = before.others[to] {
        edit { $0.restore(kept) }
        lesson?.opened = document.opened
      } else {
        showScene(of: page)
      }
    }
    beginPage()
    noteProgress()
  }

  /// Begins the page anew: with its own scene, or else with that of the lesson as far as the page needs it.
  private mutating func restartPage() {
    guard let lesson else { return }
    endDrag()
    showScene(of: lesson.page)
    self.lesson?.met.remove(lesson.page)
    beginPage()
  }

  /// Puts what a page begins with in place of what is there.
  mutating func showScene(of page: Int) {
    guard let lesson else { return }
    if let (number, level) = lesson.lesson.pages[page].exercise?.mystery(seed: lesson.seed(of: page)) {
      // Nothing of what was there before: one model, with the options that a lesson has where it says nothing.
      show(.made(LessonSetup(example: .threeClusters)))
      openMystery(number, level)
      self.lesson?.opened = document.opened
    } else {
      show(lesson.scene(of: page))
    }
  }

  /// Puts a scene in place of what is there, as an edit.
  private mutating func show(_ scene: LessonScene) {
    var shown = scene.scene
    // A scene that is made says nothing of how fast EM plays.
    if case .made = scene { shown.speed = playback.speed.index }
    // One that was read has been looked through.
    guard (try? open(shown)) != nil else { return }
    lesson?.opened = document.opened
  }

  /// Sets up what the page asks for.
  mutating func beginPage() {
    guard let lesson else { return }
    let page = lesson.shown
    let guess = lesson.isAsking ? lesson.exercise?.kind.guess : page.guess
    if lesson.isLast { self.lesson?.hasReachedEnd = true }
    playback.mode = .paused
    if document.guess != nil, guess == nil || document.clock < page.halfSteps {
      document.guess = nil
      requestWhatIsMissing()
    }
    if document.clock < page.halfSteps { catchUp(to: page.halfSteps) }
    if let guess { beginGuessing(guess) }
    if lesson.exercise?.kind == .mystery { interface.page = .mystery }
    if let tool = page.tool, document.guess.map({ tool.serves($0.question) }) ?? true { self.tool = tool }
    // No tool in hand that the page does without.
    if let parts = page.parts, document.guess == nil, !parts.contains(LessonPart(tool)) {
      tool = Tool.allCases.last { parts.contains(LessonPart($0)) } ?? .hand
    }
    interface.showsToolSettings = false
    if let parts = page.parts {
      if !parts.contains(.layers) { interface.showsLayers = false }
      if !parts.contains(.columns) { interface.showsColumns = false }
      if !parts.contains(.chart) { interface.isChartLarge = interface.isChartLarge && isChartOfScene }
      if !parts.contains(where: { interface.page.lessonParts.contains($0) }), !interface.page.lessonParts.isEmpty {
        interface.page = .run
      }
    }
    let mark = lessonMark
    self.lesson?.start = mark
    if lesson.isAsking { self.lesson?.rounds[lesson.page, default: ExerciseRound()].begins = document.latest }
    self.lesson?.highlightedAt = interface.reducesMotion ? nil : now
    self.lesson?.floor = history.place
    announcement = nil
  }

  /// Whether the scene on show came with a large chart.
  private var isChartOfScene: Bool {
    guard let lesson else { return false }
    switch lesson.scene(of: lesson.page) {
    case .made(let setup): return setup.isChartLarge
    case .saved(let scene): return scene.window.isChartLarge
    }
  }

  /// Takes the half-steps that the page supposes and nobody took.
  private mutating func catchUp(to halfSteps: Int) {
    guard document.points.count <= LabState.mostFollowed else { return }
    var ahead = self
    ahead.lesson = nil
    ahead.reach(halfSteps: halfSteps)
    document = ahead.document
    glides = [:]
    passageOrigins = [:]
    requestWhatIsMissing()
  }

  private mutating func beginGuessing(_ question: Guess.Question) {
    if document.guess == nil { applyGuess(.toggle) }
    if document.guess?.question != question { applyGuess(.ask(question)) }
  }

  private mutating func answer(_ choice: Int) {
    if lesson?.exercise != nil { return answerExercise(choice) }
    guard let lesson, let question = lesson.shown.question, question.choices.indices.contains(choice) else { return }
    let before = lesson.answer
    self.lesson?.answers[lesson.page] = LessonState.Answer(
      first: before?.first ?? choice, latest: choice, count: (before?.count ?? 0) + 1)
  }

  // MARK: - Following

  /// Keeps the lesson about what is on show; after every command.
  mutating func followLesson() {
    guard let lesson else { return }
    if document.opened != lesson.opened {
      // Other data were opened in its place: they stay.
      noteProgress()
      self.lesson = nil
      keepToHandIn(lesson)
      return
    }
    noteLessonGuess()
    if isLessonGateMet, lesson.shown.gate != nil { self.lesson?.met.insert(lesson.page) }
  }

  /// Fresh points of the same kind are still those that the lesson is about.
  mutating func followFreshPoints() {
    guard lesson != nil else { return }
    lesson?.opened = document.opened
    lesson?.floor = history.place
  }

  /// What undoing does in a lesson: it leads back to where the page began, and no further; before anything was done at all
  /// it leaves the lesson.
  mutating func undoInLesson(_ lesson: LessonState) {
    if history.place > lesson.floor { return undo() }
    if lesson.page == 0 { leaveLesson() }
  }
}

extension PanelPage {
  /// The parts of the window that lead to it; none for the page that is always there.
  fileprivate var lessonParts: [LessonPart] {
    switch self {
    case .run: []
    case .options: [.options]
    case .selection: [.selection]
    case .race: [.race]
    case .runs: [.runs]
    case .mystery: [.mystery]
    }
  }
}
