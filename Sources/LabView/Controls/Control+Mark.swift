import LabCore
import LabWords

extension Control {
  /// Whether it is switched on, or chosen among others, in a word; nil where it is neither.
  func mark(_ state: LabState) -> Label? {
    func chosen(_ isChosen: Bool) -> Label? { isChosen ? .chosenOne : nil }
    func switched(_ isOn: Bool) -> Label? { isOn ? .switchedOn : .switchedOff }
    let interface = state.interface
    let document = state.document
    switch self {
    case .tool(let tool): return chosen(state.tool == tool)
    case .stampShape(let shape): return chosen(state.tools.shape == shape)
    case .projector: return switched(interface.isProjector)
    case .layer(let layer): return switched(state.layers.switchedOn.contains(layer))
    case .fittedColumn(let column): return switched(document.points.choice?.isFitted(column) == true)
    case .standardize: return switched(document.points.choice?.isStandardized == true)
    case .columnPair(let pair): return chosen(document.points.choice?.shown == pair)
    case .comparison(let comparison): return chosen(document.comparison == comparison)
    case .laneModel(let model): return chosen(document.model == model)
    case .lane(let lane): return chosen(document.active == lane)
    case .option(let change): return chosen(change.isChosen(document))
    case .searchFamily(let family): return switched(state.search.families.contains(family))
    case .keptRun(let number): return chosen(document.runs.number == number)
    case .question(let question): return chosen(document.guess?.question == question)
    case .giving(let letter): return chosen(document.guess.map { $0.brush == letter } ?? false)
    case .showGuess(let shows): return chosen(document.guess?.showsGuess == shows)
    case .count(let count): return chosen(document.guess?.count.choice == count)
    case .mysteryLevel(let level): return chosen(document.mystery?.level == level)
    case .menuItem(let index):
      return chosen(state.menu.indices.contains(index) && state.menu[index].name == document.name)
    case .fileRow(let row): return chosen(interface.browser.chosen == row)
    case .place(let place): return chosen(interface.browser.place == place)
    case .listedFile(let place): return chosen(state.runningList?.place == place)
    case .exportChoice(let change): return change.mark(state.export)
    case .setting(let change): return chosen(change.isChosen(state))
    case .lesson(.answer(let index)):
      return chosen(state.lesson.map { $0.answer?.latest == index || $0.hasChosen(index) } ?? false)
    case .lesson(.home), .lesson(.closeHome), .lesson(.card), .lesson(.openFile), .lesson(.next), .lesson(.back),
      .lesson(.restartPage), .lesson(.showAnswer), .lesson(.newPoints), .lesson(.leave), .lesson(.handIn):
      return nil
    case .lesson(.record(let control)): return control.mark(state)
    case .handIns(.show(let view)): return chosen(state.handIns.view == view)
    case .handIns(.names): return switched(state.handIns.showsNames)
    case .handIns(.question(let index)): return chosen(state.handIns.place == index)
    case .handIns(.find), .handIns(.close): return nil
    case .dataMenu, .restart, .back, .play, .next, .end, .slower, .faster, .help, .compareMenu, .laneCard, .keepLane,
      .closeLane, .toolSetting, .chosen, .canvas, .clear, .undo, .redo, .fit, .newStart, .fewer, .more, .closeGallery,
      .announcementUndo, .announcementClose, .cancelLoading, .page, .closePage, .optionStep, .seedField, .search,
      .candidate, .card, .layers, .axis, .axisColumn, .resetLayers, .adoptBest, .race, .optimum, .allOptima, .raceLink,
      .nameRun, .deleteRun, .moreRuns, .largeChart, .firstClimb, .guess, .clearGuess, .freshPoints, .newMystery, .box,
      .helpRow, .saveScene, .openFile, .commitSave, .folderUp, .closeFiles, .reading, .openChosen, .recentFile,
      .exportFirst, .exportLast, .exportPlay, .exportName, .exportWrite, .closeExport, .exportPage, .recovery,
      .exportSigner, .settingsPage, .closeSettings, .transcript, .closeTranscript:
      return nil
    }
  }
}

extension RecordControl {
  /// Whether it is chosen, or opened.
  fileprivate func mark(_ state: LabState) -> Label? {
    func chosen(_ isChosen: Bool) -> Label? { isChosen ? .chosenOne : nil }
    guard let draft = state.recording else { return nil }
    let page = draft.pages[draft.page]
    switch self {
    case .field(let field): return chosen(draft.field == field)
    case .right(let index): return chosen(page.question?.right == index)
    case .list(let list): return chosen(draft.list == list)
    case .gate(let gate): return chosen(page.gate == gate)
    case .target(let target): return chosen(page.highlight == target)
    case .begin, .addChoice, .removeChoice, .part, .beginHere, .back, .next, .addPage, .removePage, .save, .leave:
      return nil
    }
  }
}

extension OptionChange {
  /// Whether it is in force.
  fileprivate func isChosen(_ document: Document) -> Bool {
    switch self {
    case .family(let family): document.model == .em(family)
    case .startKind(let kind): document.startKind == kind
    case .seed(let seed): document.startSeed == seed
    case .onCollapse(let policy): document.options.onCollapse == policy
    case .onEmpty(let policy): document.options.onEmpty == policy
    case .floor, .tolerance: false
    }
  }
}

extension SettingChange {
  /// Whether it is in force.
  fileprivate func isChosen(_ state: LabState) -> Bool {
    let interface = state.interface
    switch self {
    case .language(let code): return state.words.language.code == code
    case .textScale(let scale): return interface.textScale == scale
    case .theme(let theme): return interface.theme == theme
    case .projectorTheme(let theme): return interface.projectorTheme == theme
    case .reducesMotion(let reduces): return interface.reducesMotion == reduces
    case .shapesPoints(let shapes): return interface.shapesPoints == shapes
    case .soundsSteps(let sounds): return interface.soundsSteps == sounds
    case .speaksNews(let speaks): return interface.speaksNews == speaks
    }
  }
}

extension ExportChange {
  /// Whether it is in force; of what is switched the change is the one to the other.
  fileprivate func mark(_ export: Export) -> Label? {
    func chosen(_ isChosen: Bool) -> Label? { isChosen ? .chosenOne : nil }
    switch self {
    case .kind(let kind): return chosen(export.kind == kind)
    case .frame(let frame): return chosen(export.frame == frame)
    case .scale(let scale): return chosen(export.scale == scale)
    case .show(let show): return chosen(export.show == show)
    case .size(let size): return chosen(export.size == size)
    case .speed(let speed): return chosen(export.speed == speed)
    case .colors(let colors): return chosen(export.colors == colors)
    case .momentCount(let count): return chosen(export.momentCount == count)
    case .namesHalfSteps(let isOn), .rests(let isOn), .responsibilities(let isOn), .uncertainty(let isOn),
      .blanks(let isOn):
      return isOn ? .switchedOff : .switchedOn
    }
  }
}
