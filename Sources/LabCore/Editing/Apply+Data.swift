import GaussianMixtures

extension LabState {
  mutating func applyData(_ command: Command) {
    switch command {
    case .loadingProgress(let fraction):
      if interface.loading != nil { interface.loading = min(max(fraction, 0), 1) }
    case .cancelLoading:
      interface.loading = nil
    case .open(let source):
      open(source, start: nil, count: document.componentCount, seed: document.startSeed)
    case .openExample(let example):
      open(example.source, start: example.start, count: document.componentCount, seed: Example.seed)
    case .refuse(let sentence):
      interface.loading = nil
      announce(sentence)
    case .announce(let sentence):
      announce(sentence)
    case .clearPoints:
      guard !document.points.isEmpty else { return }
      edit { state in
        state.document.points = PointCloud(revision: state.nextRevision())
        state.dataChanged()
      }
      announce("All points cleared", offersUndo: true)
    default: break
    }
  }

  private mutating func open(_ source: DataSource, start: GaussianMixture?, count: Int, seed: UInt64) {
    interface.overlay = nil
    interface.loading = nil
    edit { state in
      let points = PointCloud(x: source.x, y: source.y, revision: state.nextRevision())
      state.document.name = source.name
      state.document.columnNames = source.columnNames
      state.document.points = points
      state.document.aspect = source.aspect
      state.document.startSeed = seed
      state.document.startOrigin = .seeded
      state.document.start =
        start?.converted(to: state.document.options.family)
        ?? LabState.makeStart(
          kind: state.document.startKind, points: points, count: count, options: state.document.options, seed: seed)
      state.document.timeline = Timeline(start: state.document.start)
      state.playback.mode = .paused
      state.forgetSearch()
      state.startChanged()
    }
    viewport = Viewport.fitting(document)
  }

  /// Makes one undoable change. Not for drags, which are one edit from press to release; a drag under way ends before,
  /// so that the history keeps the order in which things happened.
  mutating func edit(_ change: (inout LabState) -> Void) {
    endDrag()
    record(document)
    change(&self)
  }

  /// Remembers the document as it was before an edit. An offer to undo an earlier one is over.
  mutating func record(_ before: Document) {
    history.record(before)
    if announcement?.offersUndo == true { announcement = nil }
  }

  mutating func applyHistory(_ command: Command) {
    endDrag()
    let shown = document
    let restored = command == .undo ? history.undo(from: document) : history.redo(from: document)
    guard let restored else { return }
    if restored.name != document.name || restored.aspect != document.aspect {
      document = restored
      viewport = Viewport.fitting(document)
    }
    document = restored
    glide = nil
    if restored.points.revision != shown.points.revision { forgetSearch() }
    playback.outcome = nil
    if playback.mode == .rushing { playback.mode = .paused }
    announcement = nil
    requestEvaluation()
  }

  mutating func announce(_ text: String, letter: Int? = nil, offersUndo: Bool = false) {
    announcement = Announcement(text: text, letter: letter, offersUndo: offersUndo, at: now)
  }
}
