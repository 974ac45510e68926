import LabCore

extension Control {
  /// What pressing the control does; nothing where it is off.
  func commands(_ state: LabState, _ layout: Layout) -> [Command] {
    if let marked = recordCommands(state) { return marked }
    guard state.isEnabled(self) else { return [] }
    // The button gives up what it has begun; its keys, pressed twice, do not.
    if self == .exportWrite { return [.export(.write)] }
    if let keyAction { return keyAction.commands(state, layout) }
    let components = state.document.runs.shown.model.componentCount
    return switch self {
    case .toolSetting(let setting): setting.commands(state)
    case .stampShape(let shape): [.stamp(.setShape(shape))]
    case .chosen, .canvas: []
    case .fewer: [.start(.setComponentCount(components - 1))]
    case .more: [.start(.setComponentCount(components + 1))]
    case .menuItem(let index): state.menu.indices.contains(index) ? [state.menu[index].opening] : []
    case .closeGallery, .closeFiles, .closeExport, .closeSettings, .closeTranscript: [.interface(.dismiss)]
    case .setting(let change): layout.settingsPage?.isPossible(change) == false ? [] : [.interface(.set(change))]
    case .exportChoice(let change): [.export(.set(change))]
    case .exportFirst, .exportLast: []
    case .exportPlay: [.export(.togglePreview)]
    case .recovery(let command): [.recovery(command)]
    case .exportName: [.export(.name(!state.export.isNaming))]
    case .exportSigner: [.export(.sign(!state.export.isSigning))]
    case .handIns(let control): control.commands(state)
    case .commitSave: [.file(.commit)]
    case .fileRow(let row): press(row: row, state)
    case .place(let place): [.file(.visit(place))]
    // One box, which is on or off.
    case .reading(.leavesOut):
      [.file(.read(.leavesOut(state.interface.browser.reading.incomplete != .leftOut)))]
    case .reading(let change): [.file(.read(change))]
    case .openChosen: state.openingCommands
    case .recentFile(let index):
      state.recentEntries.indices.contains(index) ? [.shell(.openFile(path: state.recentEntries[index].path))] : []
    case .listedFile(let place): [.shell(.openListed(place))]
    case .announcementUndo: [.edit(.undo)]
    case .announcementClose: [.interface(.closeAnnouncement)]
    case .cancelLoading: [.shell(.cancelLoading)]
    case .comparison(let comparison): [.interface(.dismiss), .lanes(.compare(comparison))]
    case .lane(let lane): [.lanes(.activate(lane)), .interface(.toggleOverlay(.laneMenu))]
    case .laneCard(let lane): [.lanes(.keepOnly(lane))]
    case .laneModel(let model): [.interface(.dismiss), .lanes(.change(state.document.active, to: model))]
    case .keepLane: [.interface(.dismiss), .lanes(.keepOnly(state.document.active))]
    case .closeLane: [.interface(.dismiss), .lanes(.close(state.document.active))]
    case .closePage: [.interface(.showPage(.run))]
    case .page(let page): [.interface(.showPage(page))]
    case .option(let change): [.option(.set(change))]
    case .optionStep(let option, let up):
      option.step(up: up, from: state.document.activeLane).map { [.option(.set($0))] } ?? []
    case .seedField: [.option(state.interface.seedDraft == nil ? .beginSeedEntry : .commitSeed)]
    case .search: [.search(state.search.isRunning ? .cancel : .start)]
    case .searchFamily(let family): [.search(.toggleFamily(family))]
    case .candidate(let index): [.search(.adopt(index))]
    case .race: [.race(state.race.isRunning ? .cancel : .start)]
    case .raceLink: [.interface(.showPage(.race))] + (state.raceResults == nil ? [.race(.start)] : [])
    case .optimum(let index): [.race(.adopt(index))]
    case .allOptima: [.race(.toggleAll)]
    case .keptRun(let number): [.kept(.show(number))]
    case .nameRun(let number):
      [.kept(state.interface.nameDraft?.run == number ? .commitName : .beginNaming(number))]
    case .deleteRun(let number): [.kept(.delete(number))]
    case .moreRuns: layout.page?.followingRun(state).map { [.interface(.focus(.keptRun($0)))] } ?? []
    case .helpRow(let row): [.interface(.toggleOverlay(.help))] + afterHelp(layout.help?.action(row), state, layout)
    case .card: [.interface(.focus(state.interface.focused == self ? nil : self))]
    case .question(let question): [.guess(.ask(question))]
    case .giving(let letter): [.view(.chooseTool(.brush)), .guess(.choose(letter))]
    case .clearGuess: [.guess(.clear)]
    case .freshPoints: [.guess(.again)]
    case .showGuess(let shows): state.document.guess?.showsGuess == shows ? [] : [.guess(.flip)]
    case .count(let count): [.guess(.chooseCount(count))]
    case .mysteryLevel(let level):
      [.guess(.openMystery(state.document.mystery?.number ?? state.nextMysteryNumber, level))]
    case .newMystery:
      [.guess(.openMystery(state.nextMysteryNumber, state.document.mystery?.level ?? .separated))]
        + (state.interface.page == .mystery ? [] : [.interface(.showPage(.mystery))])
    case .box: [.guess(state.document.mystery?.isOpen == true ? .closeBox : .openBox)]
    case .layer(let layer): [.view(.toggleLayer(layer))]
    case .columnPair(let pair): [.columns(.show(pair))]
    case .axisColumn(let column, let up):
      state.document.points.choice.map { [.columns(.show($0.pair(with: column, up: up)))] } ?? []
    case .fittedColumn(let column): [.columns(.toggle(column))]
    case .standardize: [.columns(.setStandardized(state.document.points.choice?.isStandardized == false))]
    case .resetLayers: [.view(.setLayers(.usual))]
    case .adoptBest: layout.page?.best.map { [.search(.adopt($0))] } ?? []
    case .lesson(let control): control.commands(state)
    case .dataMenu, .restart, .back, .play, .next, .end, .slower, .faster, .projector, .help, .tool, .clear, .undo,
      .largeChart, .firstClimb, .redo, .fit, .newStart, .layers, .compareMenu, .guess, .saveScene, .openFile, .folderUp,
      .axis,
      .exportPage, .exportWrite, .settingsPage, .transcript:
      []
    }
  }

  /// A file is looked at first, and opened by a second press; a folder is entered.
  private func press(row: Int, _ state: LabState) -> [Command] {
    let browser = state.interface.browser
    guard browser.rows.indices.contains(row) else { return [] }
    if browser.rows[row].kind == .folder { return [.file(.beginOpening(folder: browser.rows[row].path))] }
    return browser.chosen == row ? state.openingCommands : [.interface(.focus(nil)), .file(.choose(row))]
  }

  /// What a row of the help does once that is closed. To close it is all that the rows of closing do; and nobody leaves
  /// the program by a click on an explanation.
  private func afterHelp(_ action: KeyAction?, _ state: LabState, _ layout: Layout) -> [Command] {
    switch action {
    case .help, .dismiss, .quit, .leaveKiosk, nil: []
    case .some(let action): action.commands(state, layout)
    }
  }

  /// The key action that does the same, if one does.
  var keyAction: KeyAction? {
    switch self {
    case .dataMenu: .chooseData
    case .restart: .restart
    case .back: .halfStepBack
    case .play: .playPause
    case .next: .nextHalfStep
    case .end: .runToConvergence
    case .slower: .slower
    case .faster: .faster
    case .projector: .projector
    case .help: .help
    case .tool(let tool): .tool(tool)
    case .chosen(.all): .selectAll
    case .chosen(.duplicate): .duplicate
    case .chosen(.jitter): .jitter
    case .chosen(.delete): .deleteChosen
    case .clear: .clearPoints
    case .undo: .undo
    case .redo: .redo
    case .fit: .fitView
    case .newStart: .newStart
    case .layers: .layers
    case .layer(.contours): .contours
    case .axis: .columns
    case .compareMenu: .compareMenu
    case .page(.options): .options
    case .page(.selection): .selection
    case .page(.race): .race
    case .largeChart: .largeChart
    case .firstClimb: .firstClimb
    case .page(.runs): .runs
    case .guess: .guess
    case .page(.mystery): .mystery
    case .saveScene: .save
    case .openFile: .open
    case .folderUp: .folderUp
    case .exportPage: .export
    case .exportWrite: .exportWrite
    case .settingsPage: .settings
    case .transcript: .transcript
    case .question, .giving, .clearGuess, .freshPoints, .showGuess, .count, .mysteryLevel, .newMystery, .box: nil
    case .page(.run), .fewer, .more, .menuItem, .announcementUndo, .announcementClose, .cancelLoading, .closePage,
      .race, .raceLink, .optimum, .allOptima, .keptRun, .nameRun, .deleteRun, .moreRuns, .option, .optionStep,
      .seedField, .search,
      .searchFamily, .candidate, .adoptBest, .card, .layer, .resetLayers, .comparison,
      .columnPair, .axisColumn, .fittedColumn, .standardize,
      .toolSetting, .stampShape, .canvas, .closeGallery, .closeFiles, .commitSave, .fileRow,
      .place, .reading, .openChosen, .recentFile, .listedFile,
      .exportChoice, .exportFirst, .exportLast, .exportPlay, .exportName, .closeExport, .recovery, .setting,
      .closeSettings, .closeTranscript,
      .lane, .laneCard, .laneModel, .keepLane, .closeLane, .helpRow, .lesson, .exportSigner, .handIns:
      nil
    }
  }

  /// The keys that a tooltip names: those that do the same, or come nearest.
  var namedKeys: [KeyAction] {
    switch self {
    case .fewer, .more: (1...9).map { .componentCount($0) }
    case .card: [.lighter, .heavier]
    case .closePage, .cancelLoading, .announcementClose, .closeGallery, .closeFiles, .closeExport, .closeSettings,
      .closeTranscript:
      [.dismiss]
    case .exportChoice, .exportFirst, .exportLast, .exportPlay, .exportName, .exportSigner, .recovery, .setting: []
    case .handIns(let control): control.key.map { [$0] } ?? []
    case .lesson(let control): control.key.map { [$0] } ?? []
    case .commitSave, .fileRow, .openChosen: [.commitFile]
    case .folderUp: [.eraseOrFolderUp]
    case .place, .recentFile, .reading: []
    case .listedFile: [.listStep(forward: false), .listStep(forward: true)]
    case .toolSetting(let setting): [setting.key]
    case .stampShape: [.tool(.stamp)]
    case .announcementUndo: [.undo]
    case .columnPair: [.nextPair]
    case .axisColumn, .fittedColumn, .standardize: []
    case .guess: [.guess]
    case .showGuess: [.playPause]
    case .question, .giving, .clearGuess, .freshPoints, .count, .mysteryLevel, .newMystery, .box: []
    case .comparison(.kMeans): [.compare(.kMeans)]
    case .comparison(.families): [.compare(.families)]
    case .comparison(.starts), .comparison(.components), .lane, .laneCard, .laneModel, .keepLane, .closeLane: []
    case .dataMenu, .restart, .back, .play, .next, .end, .slower, .faster, .projector, .help, .tool, .clear, .undo,
      .chosen, .canvas,
      .largeChart, .firstClimb, .race, .raceLink, .optimum, .allOptima, .keptRun, .nameRun, .deleteRun, .moreRuns,
      .redo, .fit, .newStart,
      .compareMenu, .page, .menuItem, .option, .optionStep, .seedField, .search, .searchFamily, .candidate,
      .adoptBest, .layers, .layer, .resetLayers, .axis, .helpRow, .saveScene, .openFile,
      .exportPage, .exportWrite, .settingsPage, .transcript:
      keyAction.map { [$0] } ?? []
    }
  }
}

extension LessonControl {
  fileprivate func commands(_ state: LabState) -> [Command] {
    switch self {
    case .home: [.interface(.toggleOverlay(.lessons))]
    case .closeHome: [.interface(.dismiss)]
    case .card(let index): state.opening(lesson: index)
    case .openFile: [.interface(.dismiss), .file(.beginOpening(folder: nil))]
    case .next: [.lesson(.next)]
    case .back: [.lesson(.back)]
    case .restartPage: [.lesson(.restartPage)]
    case .showAnswer: [.lesson(.showAnswer)]
    case .newPoints: [.lesson(.newPoints)]
    case .leave: [.lesson(.leave)]
    case .handIn: [.lesson(.handIn)]
    case .answer(let index): [.lesson(.answer(index))]
    case .record(let control): control.commands(state)
    }
  }

  /// The key that does the same.
  fileprivate var key: KeyAction? {
    switch self {
    case .home: .lesson(.home)
    case .closeHome, .leave: .dismiss
    case .card: .pressControl
    case .openFile: .open
    case .next: .lesson(.goOn)
    case .back: .lesson(.turnBack)
    case .restartPage: .lesson(.restartPage)
    case .showAnswer: .lesson(.showAnswer)
    case .newPoints: .lesson(.newPoints)
    case .handIn: .lesson(.handIn)
    case .answer(let index): .lesson(.answer(index))
    case .record(let control): control.key
    }
  }
}

extension LabState {
  /// Begins a lesson of the list, or goes on with it where it was left.
  fileprivate func opening(lesson index: Int) -> [Command] {
    guard lessons.library.indices.contains(index) else { return [] }
    let name = lessons.library[index].name
    return [.lesson(.start(name: name, page: lessons.progress[name]?.page ?? 0))]
  }
}

extension ToolSetting {
  /// The key that does the same with the tool in hand that it is about.
  fileprivate var key: KeyAction {
    switch self {
    case .smallerBrush, .fewerPoints: .smallerBrush
    case .largerBrush, .morePoints: .largerBrush
    case .lowerRate, .narrower: .lowerRate
    case .higherRate, .wider: .higherRate
    }
  }
}

extension MenuEntry {
  var opening: Command {
    switch self {
    case .example(let example): .edit(.openExample(example))
    case .file(let path, _): .shell(.openFile(path: path))
    }
  }
}

extension LabState {
  private func canChange(_ setting: ToolSetting) -> Bool {
    switch setting {
    case .smallerBrush: brushRadius > LabState.brushRadii.lowerBound
    case .largerBrush: brushRadius < LabState.brushRadii.upperBound
    case .lowerRate: tools.rate > ToolSettings.rates.lowerBound
    case .higherRate: tools.rate < ToolSettings.rates.upperBound
    case .fewerPoints: tools.count > ToolSettings.counts.lowerBound
    case .morePoints: tools.count < ToolSettings.counts.upperBound
    case .narrower: tools.width > ToolSettings.widths.lowerBound
    case .wider: tools.width < ToolSettings.widths.upperBound
    }
  }

  /// Whether pressing a control would do anything.
  func isEnabled(_ control: Control) -> Bool {
    if !isThere(control) || isLocked(control) { return false }
    return switch control {
    case .restart: document.lanes.contains { $0.runs.hasSteps }
    case .back: canGoBack
    case .play: (playback.isRunning || canGoOn) && document.guess == nil
    case .next: nextGuess?.isPossible ?? canGoOn
    case .end: canGoOn && !allHaveConverged && document.guess == nil
    case .slower: playback.speed.slower != nil
    case .faster: playback.speed.faster != nil
    case .clear, .chosen(.all), .chosen(.jitter): !document.points.isEmpty
    case .chosen(.duplicate), .chosen(.delete): chosenPoints != nil
    case .toolSetting(let setting): canChange(setting)
    case .undo: canUndo
    case .redo: canRedo
    case .fewer: document.runs.shown.model.componentCount > LabState.componentCounts.lowerBound
    case .more: document.runs.shown.model.componentCount < LabState.componentCounts.upperBound
    case .race: race.isRunning || race.setup != raceSetup || !race.isFull
    case .keptRun(let number): document.runs.number != number
    case .optionStep(let option, let up): option.step(up: up, from: document.activeLane) != nil
    case .dataMenu, .projector, .help, .tool, .fit, .newStart, .menuItem, .announcementUndo, .announcementClose,
      .cancelLoading, .page, .closePage, .option, .seedField, .search, .searchFamily, .candidate, .adoptBest,
      .largeChart, .firstClimb, .raceLink, .optimum, .allOptima, .nameRun, .deleteRun, .moreRuns, .layers, .compareMenu,
      .stampShape, .canvas, .closeGallery, .comparison, .lane,
      .laneCard, .laneModel, .keepLane, .closeLane, .helpRow, .saveScene, .openFile, .closeFiles,
      .exportPage, .exportChoice, .exportFirst, .exportLast, .exportName, .exportSigner, .closeExport, .recovery,
      .handIns,
      .settingsPage, .setting, .closeSettings, .transcript, .closeTranscript:
      true
    case .clearGuess: document.guess?.phase == .open
    case .freshPoints: !document.points.isEmpty
    case .question: document.guess?.phase != .committed
    case .count(let number): document.guess.map { !$0.count.isFinished && number <= $0.count.most } ?? false
    case .box: document.mystery != nil
    case .guess, .giving, .showGuess, .mysteryLevel, .newMystery: true
    case .card: layers.shows(.model) && document.hasModel
    case .exportPlay: canExport
    case .exportWrite: export.writing != nil || canExport
    case .folderUp: interface.browser.listing?.parent != nil
    case .commitSave: !interface.saveEntry.name.isEmpty
    case .fileRow(let row): interface.browser.rows.indices.contains(row)
    case .place(let place): place == .recent || place == .examples || interface.browser.folders[place] != nil
    case .reading(.across(let column)), .reading(.up(let column)):
      interface.browser.preview?.table?.numeric.contains(column) == true
    case .reading: interface.browser.preview?.table != nil
    case .openChosen: opening != nil && opening != .blocked
    case .recentFile(let index): recentEntries.indices.contains(index) && !recentEntries[index].isMissing
    case .listedFile(let place): runningList?.paths.indices.contains(place) == true
    case .layer(.truth): !document.points.groups.isEmpty
    case .layer(let layer): has(layer) && (layer == .points || layer == .model || layers.shows(.model))
    case .columnPair(let pair): document.points.choice?.canShow(pair) == true
    case .axisColumn(let column, _): document.points.choice?.isFitted(column) == true
    case .fittedColumn, .standardize: document.guess == nil
    case .axis: true
    case .resetLayers: layers != .usual
    case .lesson(.back): (lesson?.page ?? 0) > 0
    case .lesson(.showAnswer): lesson?.exercise != nil
    case .lesson(.newPoints): lesson?.exercise != nil && lesson?.isAsking == false
    case .lesson(.card(let index)): lessons.library.indices.contains(index)
    case .lesson(.record(let control)): control.isEnabled(self)
    case .lesson(.handIn): lessonToHandIn != nil
    case .lesson: true
    }
  }
}
