/// Pages, colors and controls: none of it is an edit.
extension LabState {
  mutating func applyInterface(_ command: Command.Interface) {
    switch command {
    case .setTheme(let theme): interface.theme = theme
    case .setProjectorTheme(let theme): interface.projectorTheme = theme
    case .toggleTheme: toggleTheme()
    case .toggleProjector: interface.isProjector.toggle()
    case .setLanguage(let code): interface.language = code
    case .toggleTranscript:
      interface.transcriptLine = interface.transcriptLine == nil ? 0 : nil
      if interface.transcriptLine != nil, !isHeldByKeyboard { endDrag() }
    case .toggleOverlay(let overlay):
      interface.overlay = interface.overlay == overlay ? nil : overlay
      if overlay == .gallery, interface.overlay == .gallery { openGallery() }
      if overlay == .lessons { interface.overlay == .lessons ? openLessons() : closeLessons() }
      if overlay == .export { interface.overlay == .export ? openExport() : endDrag() }
    case .toggleLayers:
      interface.showsLayers.toggle()
      // Both stand at the left edge of the canvas.
      interface.showsToolSettings = false
    case .toggleColumns: toggleColumns()
    case .showPage(let page): interface.page = interface.page == page ? .run : page
    case .toggleLargeChart: toggleLargeChart()
    case .toggleFirstClimb: interface.showsFirstClimb.toggle()
    case .dismiss: dismiss()
    case .pointer(let pointer, let control):
      if control != interface.hovered { interface.hoveredSince = now }
      if pointer != interface.pointer { interface.restingSince = now }
      interface.pointer = pointer
      interface.hovered = control
    case .pointAt(let letter): interface.pointedAt = letter
    case .press(let control):
      interface.pressed = control
      // Whoever pressed it knows what it is: no tooltip until the pointer has left and come back.
      interface.hoveredSince = .infinity
    case .hold(let button): if interface.drag != nil, interface.dragButton == nil { interface.dragButton = button }
    case .focus(let control):
      // What the keyboard holds on the canvas it puts down when it leaves.
      if isHeldByKeyboard, control != .canvas { endDrag() }
      interface.focused = control
    case .moveCursor(let point): if point.isFinite { interface.cursor = point }
    case .scrollTranscript(let line): if interface.transcriptLine != nil { interface.transcriptLine = max(line, 0) }
    case .scrollGallery(let row):
      if interface.overlay == .lessons { lessons.firstRow = max(row, 0) } else { gallery.firstRow = max(row, 0) }
    case .closeAnnouncement: announcement = nil
    case .set(let change): set(change)
    }
  }

  /// Lanes are compared on the canvas, and a hidden model has no curve.
  private mutating func toggleLargeChart() {
    if !interface.isChartLarge, document.lanes.count > 1 || !layers.shows(.model) { return announce(.noLargeChart) }
    interface.isChartLarge.toggle()
    interface.page = .run
  }

  private mutating func toggleColumns() {
    guard document.points.choice != nil else { return announce(.onlyTwoColumns) }
    interface.showsColumns.toggle()
  }

  private mutating func set(_ change: SettingChange) {
    switch change {
    case .language(let code): interface.language = code
    case .textScale(let scale): interface.textScale = scale
    case .theme(let theme): interface.theme = theme
    case .projectorTheme(let theme): interface.projectorTheme = theme
    case .reducesMotion(let reduces):
      interface.reducesMotion = reduces
      if reduces { glides = [:] }
    case .shapesPoints(let shapes): interface.shapesPoints = shapes
    case .soundsSteps(let sounds): interface.soundsSteps = sounds
    case .speaksNews(let speaks): interface.speaksNews = speaks
    }
  }

  private mutating func toggleTheme() {
    if interface.isProjector {
      interface.projectorTheme = interface.projectorTheme.other
    } else {
      interface.theme = interface.theme.other
    }
  }

  private mutating func dismiss() {
    if interface.transcriptLine != nil {
      interface.transcriptLine = nil
    } else if interface.overlay == .export, export.writing != nil {
      stopExporting()
    } else if interface.overlay == .export, export.isNaming {
      export.isNaming = false
    } else if interface.overlay == .export, export.isSigning {
      export.isSigning = false
    } else if interface.overlay == .recovering {
      // What lies under the card stays.
      applyRecovery(recovery?.first ?? .goOn)
    } else if interface.overlay != nil {
      if interface.overlay == .export { endDrag() }
      if interface.overlay?.isWholePage == true { interface.focused = nil }
      interface.overlay = nil
    } else if interface.loading != nil {
      cancelLoading()
    } else if interface.seedDraft != nil {
      interface.seedDraft = nil
    } else if interface.nameDraft != nil {
      interface.nameDraft = nil
    } else if interface.drag != nil {
      cancelDrag()
    } else if interface.showsToolSettings {
      interface.showsToolSettings = false
    } else if interface.showsColumns {
      interface.showsColumns = false
    } else if interface.showsLayers {
      interface.showsLayers = false
    } else if announcement?.isFresh(at: now) == true {
      announcement = nil
    } else if interface.page != .run {
      interface.page = .run
    } else if interface.isChartLarge {
      interface.isChartLarge = false
    } else if interface.pinned?.revision == document.points.revision {
      interface.pinned = nil
    } else if recording?.list != nil {
      draft?.list = nil
    } else if recording?.field != nil {
      draft?.field = nil
    } else if recording != nil, interface.focused == nil {
      leaveRecording()
    } else if lesson != nil, interface.focused == nil {
      leaveLesson()
    } else {
      interface.focused = nil
    }
  }
}
