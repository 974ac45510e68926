import GaussianMixtures

extension LabState {
  mutating func applyEdit(_ command: Command.Edit) {
    switch command {
    case .openExample(let example):
      open(example.source, start: example.start, seed: Example.seed)
    case .clearPoints: clearPoints()
    case .beginPainting(let point, let radius): beginPainting(at: point, radius: radius)
    case .beginErasing(let point, let radius): beginErasing(at: point, radius: radius)
    case .moveStroke(let point): moveStroke(to: point)
    case .endStroke: endDrag()
    case .undo:
      if let lesson { undoInLesson(lesson) } else if bringsBackPage { bringBackPage() } else if canUndo { undo() }
    case .redo: redo()
    }
  }

  private mutating func clearPoints() {
    guard !document.points.isEmpty else { return }
    edit { state in
      state.document.points.removeAll(revision: state.nextRevision())
      state.dataChanged()
    }
    announce(.pointsCleared)
  }

  /// Opens data in place of what is there; K and seed stay where nothing else is said.
  mutating func open(_ source: DataSource, start: GaussianMixture? = nil, seed: UInt64? = nil) {
    let count = source.componentCount
    cancelLoading()
    interface.overlay = nil
    edit { state in
      if let seed { state.document.startSeed = seed }
      if let count { state.setAside(count) }
      state.playback.mode = .paused
      state.forgetSearch()
      state.forgetRace()
      state.load(source, start: start, origin: start == nil ? .seeded : .supplied)
    }
  }

  /// Makes way for a start with `count` components; lanes with more or fewer keep that difference.
  private mutating func setAside(_ count: Int) {
    let difference = count - document.componentCount
    inEveryLane { state in
      let own = state.document.componentCount + difference
      guard own != state.document.componentCount else { return }
      state.document.start = LabState.makeStart(
        kind: .uniform, points: PointCloud(revision: Revision(0)), count: own, options: state.document.options,
        seed: state.document.startSeed)
    }
  }

  /// Puts data into the document, with a start of its own and no runs.
  mutating func load(_ source: DataSource, start: GaussianMixture?, origin: StartOrigin = .seeded) {
    document.name = source.name
    document.isEdited = false
    document.columnNames = source.columnNames
    document.truthColumn = source.truth?.column
    document.dataFile = source.file
    document.rowsLeftOut = source.rowsLeftOut
    document.points = PointCloud(source, revision: nextRevision())
    document.opened = document.points.revision
    document.aspect = source.aspect
    document.mystery = nil
    interface.showsColumns = false
    begin(at: start, origin)
  }

  /// Begins anew with the points as they are now: a start, no runs, and all of them in sight.
  mutating func begin(at start: GaussianMixture? = nil, _ origin: StartOrigin = .seeded) {
    document.startOrigin = origin
    document.startLetters = []
    // A start for one lane is none for lanes that begin apart.
    if let start, document.startsTogether {
      let family = document.options.family
      document.start = start.family == family ? start : start.converted(to: family)
      document.startState = .drawn
      beginRun()
    } else if document.points.isEmpty {
      inEveryLane { state in
        state.document.startState = .deferred
        // It says how many components the start to come will have.
        state.document.lanes[state.document.active].fitStart(to: state.document.points)
      }
      beginRun()
    } else {
      drawEveryStart()
    }
    inEveryLane { $0.document.runs = Runs($0.document.runs.current, number: $0.document.runs.number) }
    viewport = Viewport.fitting(document)
  }
}
