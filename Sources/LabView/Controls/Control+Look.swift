import LabCore
import LabWords

/// What each control is called, and its icon.
extension Words {
  func name(_ control: Control, _ state: LabState) -> String {
    switch control {
    case .dataMenu: self(.chooseData)
    case .restart: self(.restart)
    case .back: self(.halfStepBack)
    case .play:
      switch state.playAction {
      case .pause: self(.pause)
      case .run: self(.runEM)
      case .replay: self(.playAgain)
      }
    case .next: self(.nextHalfStep)
    case .end: self(.runToConvergence)
    case .slower: self(.slower)
    case .faster: self(.faster)
    case .projector: self(.projectorMode)
    case .help: self(.allKeys)
    case .tool(let tool): name(tool)
    case .toolSetting(let setting): name(setting)
    case .stampShape(let shape): name(shape)
    case .chosen(let action): name(action)
    case .canvas: self(.onTheCanvas)
    case .clear: self(.clearThePoints)
    case .newStart: self(.newRandomStart)
    case .undo, .announcementUndo: self(.undo)
    case .redo: self(.redo)
    case .fit: self(.fitTheView)
    case .fewer: self(.oneFewer)
    case .more: self(.oneMore)
    case .menuItem(let index): state.menu.indices.contains(index) ? name(state.menu[index].name) : ""
    case .announcementClose, .closeGallery, .closeFiles, .closeExport, .closeSettings, .closeTranscript:
      self(.close)
    case .settingsPage: self(.settings)
    case .transcript: self(.transcript)
    case .setting(let change): name(change)
    case .exportPage: self(.export)
    case .exportChoice(let change): name(change)
    case .exportFirst: self(.exportFirst)
    case .exportLast: self(.exportLast)
    case .exportPlay: self(state.export.isPlaying ? .pause : .exportPlay)
    case .exportName: self(.fileName)
    case .exportSigner: self(.yourName)
    case .handIns(let control): name(control, state)
    case .exportWrite: self(state.export.writing != nil ? .cancel : state.export.replaces ? .replace : .export)
    case .recovery(let command): name(command)
    case .cancelLoading: self(.stopReading)
    case .page(.options): self(.optionsOfTheFit)
    case .page(.selection): self(.howManyComponents)
    case .page(.run), .closePage: self(.backToTheRun)
    case .seedField: self(.typeASeed)
    case .search: self(state.search.isRunning ? .cancel : .searchForTheBest)
    case .candidate, .adoptBest: self(.adoptThisModel)
    case .page(.race): self(.restartRace)
    case .page(.runs): self(.runsTried)
    case .race:
      state.race.isRunning
        ? self(.cancel) : state.raceResults == nil ? self(.raceTip) : self(.runMoreStarts(starts: Race.starts))
    case .raceLink: self(.raceTip)
    case .optimum: self(.adoptThisResult)
    case .allOptima: self(state.race.showsAll ? .showTheChart : .showAllResults)
    case .keptRun(let number): self(.returnTo(run: name(ofRun: number, state)))
    case .nameRun: self(.renameRun)
    case .deleteRun: self(.deleteRun)
    case .moreRuns: self(.showMoreRuns)
    case .card(let letter): self(.component(letter: ComponentName.letter(letter)))
    case .layers: self(.layers)
    case .layer(let layer): name(layer)
    case .resetLayers: self(.resetLayers)
    case .axis: self(.chooseColumns)
    case .columnPair(let pair):
      self(.showPair(across: state.document.columnName(pair.across), up: state.document.columnName(pair.up)))
    case .axisColumn(let column, let up):
      up
        ? self(.columnUp(column: state.document.columnName(column)))
        : self(.columnAcross(column: state.document.columnName(column)))
    case .fittedColumn(let column): self(.columnInModel(column: state.document.columnName(column)))
    case .standardize: self(.standardize)
    case .largeChart: self(.chartAndCanvas)
    case .firstClimb: self(.firstClimbTip)
    case .helpRow: self(.allKeys)
    case .saveScene: self(.saveScene)
    case .openFile: self(.openFile)
    case .commitSave: self(state.interface.saveEntry.replaces ? .replace : .save)
    case .fileRow(let row):
      state.interface.browser.rows.indices.contains(row) ? state.interface.browser.rows[row].name : self(.openThis)
    case .folderUp: self(.folderUp)
    case .place(let place): name(place)
    case .reading(let change): name(change, state.interface.browser.preview?.table)
    case .openChosen: self(.openThis)
    case .recentFile(let index):
      state.recentEntries.indices.contains(index) ? state.recentEntries[index].name : self(.openThis)
    case .listedFile(let place): state.runningList?.name(place) ?? self(.openThis)
    case .compareMenu: self(.sideBySide)
    case .comparison(let comparison): name(comparison)
    case .lane: self(.laneShows)
    case .laneCard, .keepLane: self(.keepLane)
    case .laneModel(let model): name(model)
    case .closeLane: self(.closeLane)
    case .option(let change): explanation(change)
    case .optionStep(let option, let up):
      (option.step(up: up, from: state.document.activeLane)
        ?? option.step(up: !up, from: state.document.activeLane)).map { explanation($0) } ?? ""
    case .guess: self(state.document.guess == nil ? .guessFirst : .stopGuessing)
    case .question(let question): name(question)
    case .giving(let letter): letter.map { self(.component(letter: ComponentName.letter($0))) } ?? self(.takesBack)
    case .clearGuess: self(.clearGuess)
    case .freshPoints: self(.tryNewPoints)
    case .showGuess: self(.showWhich)
    case .count(let count): self(.countSaid(components: count))
    case .page(.mystery): self(.mysteryTip)
    case .mysteryLevel(let level): name(level)
    case .newMystery: self(.newMystery)
    case .box: self(state.document.mystery?.isOpen == true ? .closeTheBox : .openTheBox)
    case .searchFamily(let family): self(.tryFamily(family: name(family)))
    case .lesson(let control): name(control, state)
    }
  }

  private func name(_ control: LessonControl, _ state: LabState) -> String {
    let language = state.interface.language
    switch control {
    case .home: return self(.lessons)
    case .closeHome: return self(.close)
    case .card(let index):
      let library = state.lessons.library
      return library.indices.contains(index) ? library[index].title.text(in: language) : self(.lessons)
    case .openFile: return self(.openLesson)
    case .next: return self(state.lesson?.isLast == true ? .lessonDone : .lessonNext)
    case .back: return self(.lessonBack)
    case .restartPage: return self(.restartPage)
    case .showAnswer: return self(.showAnswer)
    case .newPoints: return self(.tryNewPoints)
    case .leave: return self(.leaveLesson)
    case .handIn: return self(.handIn)
    case .answer(let index):
      let parts = state.lesson?.exerciseChoices ?? []
      if parts.indices.contains(index) { return name(parts[index]) }
      let choices = state.lesson?.shown.question?.choices ?? []
      return choices.indices.contains(index) ? choices[index].label.text(in: language) : String(index + 1)
    case .record(let control): return name(control, state)
    }
  }

  /// The keys in a control's tooltip: "Home", "1 … 9".
  func keys(_ control: Control) -> String? {
    let caps = caps(Array(control.namedKeys.prefix(9)))
    guard let first = caps.first else { return nil }
    return caps.contains("…") ? caps.joined(separator: " ") : first
  }
}

extension Control {
  var icon: Icon {
    switch self {
    case .dataMenu, .menuItem: .gallery
    case .restart: .restart
    case .back: .back
    case .play: .play
    case .next: .next
    case .end: .end
    case .slower, .fewer: .minus
    case .faster, .more: .plus
    case .projector: .projector
    case .help, .helpRow: .help
    case .saveScene, .commitSave: .save
    case .openFile, .fileRow, .openChosen, .recentFile, .listedFile: .file
    case .folderUp: .up
    case .place(.recent): .recent
    case .place(.examples): .gallery
    case .place: .folder
    case .reading(.across), .reading(.up), .reading(.fitsAll): .columns
    case .reading: .table
    case .tool(let tool): tool.icon
    case .toolSetting(.smallerBrush), .toolSetting(.lowerRate), .toolSetting(.fewerPoints), .toolSetting(.narrower):
      .minus
    case .toolSetting(.largerBrush), .toolSetting(.higherRate), .toolSetting(.morePoints), .toolSetting(.wider): .plus
    case .stampShape(let shape): shape.icon
    case .chosen(.all), .canvas: .select
    case .chosen(.duplicate): .duplicate
    case .chosen(.jitter): .jitter
    case .chosen(.delete): .delete
    case .clear: .delete
    case .newStart: .dice
    case .undo, .announcementUndo: .undo
    case .redo: .redo
    case .fit: .fit
    case .compareMenu, .comparison, .lane, .laneCard, .keepLane: .lanes
    case .laneModel: .down
    case .closeLane: .close
    case .announcementClose, .cancelLoading, .closePage, .closeGallery, .closeFiles, .closeExport, .closeSettings,
      .closeTranscript:
      .close
    case .settingsPage, .setting: .options
    case .transcript: .transcript
    case .exportChoice(.kind(let kind)): kind.icon
    case .exportChoice, .exportName, .exportPage, .exportWrite: .export
    case .exportFirst, .exportLast: .large
    case .exportPlay: .play
    case .recovery(.goOn): .next
    case .recovery(.startFresh): .plus
    case .recovery(.tryAgain): .recent
    case .page(.selection), .search, .searchFamily, .candidate, .adoptBest: .selection
    case .page(.race), .race, .raceLink, .optimum, .allOptima: .race
    case .page(.runs), .keptRun, .moreRuns: .runs
    case .nameRun: .pencil
    case .largeChart, .firstClimb: .large
    case .deleteRun: .delete
    case .card: .means
    case .layers, .layer, .resetLayers: .layers
    case .axis, .columnPair, .axisColumn, .fittedColumn, .standardize: .columns
    case .guess, .question, .clearGuess, .showGuess: .guess
    case .giving(nil): .eraser
    case .giving: .brush
    case .freshPoints: .dice
    case .count: .selection
    case .page(.mystery), .mysteryLevel, .newMystery, .box: .mystery
    case .page(.run), .page(.options), .option, .seedField: .options
    case .optionStep(_, let up): up ? .plus : .minus
    case .lesson(.home), .lesson(.card): .lesson
    case .lesson(.closeHome), .lesson(.leave): .close
    case .lesson(.openFile): .folder
    case .lesson(.next): .next
    case .lesson(.back): .back
    case .lesson(.restartPage): .undo
    case .lesson(.showAnswer): .play
    case .lesson(.newPoints): .dice
    case .lesson(.answer): .check
    case .lesson(.record(let control)): control.icon
    case .lesson(.handIn): .handIn
    case .exportSigner: .pencil
    case .handIns(let control): control.icon
    }
  }
}

extension Words {
  /// What a choice on the page of settings is called.
  func name(_ change: SettingChange) -> String {
    switch change {
    case .language(let code): Lexicon.shared.words(code).language.name
    case .textScale(let scale): self(.percentOf(value: String(scale.rawValue)))
    case .theme(.light), .projectorTheme(.light): self(.lightColors)
    case .theme(.dark), .projectorTheme(.dark): self(.darkColors)
    case .reducesMotion(let reduces): self(reduces ? .motionAtOnce : .motionGlides)
    case .shapesPoints(let shapes): self(shapes ? .pointsShaped : .pointsColored)
    case .soundsSteps(let sounds): self(sounds ? .soundsTone : .soundsNone)
    case .speaksNews(let speaks): self(speaks ? .speechNews : .speechNone)
    }
  }
}

extension StampShape {
  var icon: Icon {
    switch self {
    case .gaussian: .stamp
    case .line: .line
    case .ring: .ring
    }
  }
}

extension Tool {
  var icon: Icon {
    switch self {
    case .brush: .brush
    case .eraser: .eraser
    case .select: .select
    case .stamp: .stamp
    case .means: .means
    case .hand: .hand
    case .inspect: .inspect
    }
  }
}
