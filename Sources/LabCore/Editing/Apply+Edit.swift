import GaussianMixtures

extension LabState {
  mutating func applyEdit(_ command: Command.Edit) {
    switch command {
    case .openExample(let example):
      cancelLoading()
      open(example.source, start: example.start, seed: Example.seed)
    case .clearPoints: clearPoints()
    case .beginPainting(let point, let radius): beginPainting(at: point, radius: radius)
    case .beginErasing(let point, let radius): beginErasing(at: point, radius: radius)
    case .moveStroke(let point): moveStroke(to: point)
    case .endStroke: endDrag()
    case .undo: undo()
    case .redo: redo()
    }
  }

  private mutating func clearPoints() {
    guard !document.points.isEmpty else { return }
    edit { state in
      state.document.points = PointCloud(revision: state.nextRevision())
      state.dataChanged()
    }
    announce(.pointsCleared)
  }

  mutating func open(_ source: DataSource, start: GaussianMixture? = nil, seed: UInt64? = nil) {
    interface.overlay = nil
    edit { state in
      let points = PointCloud(x: source.x, y: source.y, revision: state.nextRevision())
      state.document.name = source.name
      state.document.columnNames = source.columnNames
      state.document.points = points
      state.document.aspect = source.aspect
      if let seed { state.document.startSeed = seed }
      state.document.startOrigin = .seeded
      state.document.start =
        start?.converted(to: state.document.options.family)
        ?? LabState.makeStart(
          kind: state.document.startKind, points: points, count: state.document.componentCount,
          options: state.document.options, seed: state.document.startSeed)
      state.document.timeline = Timeline(start: state.document.start)
      state.playback.mode = .paused
      state.forgetSearch()
      state.startChanged()
    }
    viewport = Viewport.fitting(document)
  }
}
