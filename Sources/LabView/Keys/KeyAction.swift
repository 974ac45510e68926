import LabCore

/// What a key can do, apart from which key it is.
enum KeyAction: Sendable, Hashable {
  case playPause, nextHalfStep, halfStepBack, wholeIteration, runToConvergence
  case restart, newStart, faster, slower
  case componentCount(Int)
  case undo, redo, clearPoints
  case layers, contours
  case columns, nextPair
  /// In the choice of columns: to the pair beside the one shown.
  case pairBeside(Direction)
  /// Of the component that stands out.
  case lighter, heavier
  case compare(Comparison)
  case compareMenu
  case fitView, toggleAspect, chooseData, options, selection, race, runs, largeChart, firstClimb
  case projector, theme, fullScreen, help
  case nextControl, previousControl, pressControl, dismiss, quit
  /// Closes a window that nothing else closes.
  case leaveKiosk
  case tool(Tool)
  case lowerRate, higherRate
  case selectAll, duplicate, jitter, deleteChosen
  /// Moves the chosen points, or a mean.
  case nudge(CanvasStep)
  /// On the canvas: to what is next in a direction, or a step with what is held.
  case cursor(CanvasStep)
  case pressCursor, deleteAtCursor
  /// To the next card of the gallery.
  case card(Direction)
  case smallerBrush, largerBrush
  /// Through the rows of whatever list is open: a menu, the layers, a page.
  case menuUp, menuDown
  case seedDigit(Int)
  case eraseSeedDigit, commitSeed
  case eraseName, commitName
  case deleteRow
  case guess, mystery
  case save, saveAs, open
  /// To the next file of the list that is gone through, or the one before.
  case listStep(forward: Bool)
  /// While a name is typed, or a folder looked through.
  case export, exportWrite
  case exportKind(Export.Kind)
  /// The next choice of what the keyboard is on, or the one before.
  case exportChange(forward: Bool)
  case eraseLetterOfExport
  case transcript
  case scrollTranscript(TranscriptScroll)
  case settings
  /// The next choice of what the keyboard is on, or the one before.
  case settingChange(forward: Bool)
  case eraseLetter, commitFile, folderUp, fileUp, fileDown
  /// Takes back a letter of what is looked for; where there is none, to the folder above.
  case eraseOrFolderUp
  /// The next choice of how a table is read, or the one before; to the folder above where the files have the keyboard.
  case readingChange(forward: Bool)
  /// While somebody guesses: a component, or a number of them.
  case digit(Int)
  case walk(forward: Bool)
  case shift(CanvasStep)
  case more, less
  case lesson(LessonKey)
  case handIns(HandInKey)
}

/// What a key can do about lessons.
enum LessonKey: Sendable, Hashable {
  case home
  /// To the next page, or what the keyboard is on is pressed.
  case goOn
  case turnBack
  /// The same by a clicker, which steps half-steps where no lesson is played.
  case pageOn, pageBack
  case restartPage
  /// What the engine answers to an exercise, and fresh points for it.
  case showAnswer, newPoints
  case handIn
  /// An answer, counted from 0.
  case answer(Int)
  /// To the next card of the list.
  case card(Direction)
  /// Forgets how far somebody has come in the lesson that the keyboard is on.
  case forget
  /// While a lesson is recorded: into the page's text, or what the keyboard is on is pressed.
  case write
  case nextField(forward: Bool)
  case eraseLetter
  case addPage
}

extension KeyAction {
  func commands(_ state: LabState, _ layout: Layout) -> [Command] {
    switch self {
    case .playPause: [.run(.togglePlay)]
    case .nextHalfStep: [.run(.stepForward)]
    case .halfStepBack: [.run(.stepBack)]
    case .wholeIteration: [.run(.stepIteration)]
    case .runToConvergence: [.run(.runToConvergence)]
    case .restart: [.run(.restart)]
    case .newStart: [.start(.newStart)]
    case .faster: state.playback.speed.faster.map { [.run(.setSpeed($0))] } ?? []
    case .slower: state.playback.speed.slower.map { [.run(.setSpeed($0))] } ?? []
    case .componentCount(let count): [.start(.setComponentCount(count))]
    case .undo: [.edit(.undo)]
    case .redo: [.edit(.redo)]
    case .clearPoints: [.edit(.clearPoints)]
    case .lighter: weigh(state, by: -0.02)
    case .heavier: weigh(state, by: 0.02)
    case .layers: [.interface(.toggleLayers)]
    case .contours: [.view(.toggleLayer(.contours))]
    case .columns: [.interface(.toggleColumns)]
    case .nextPair: ColumnKeys.next(state)
    case .pairBeside(let direction): ColumnKeys.move(direction, state)
    case .compare(let comparison): [.lanes(.compare(comparison))]
    case .compareMenu: [.interface(.toggleOverlay(.compareMenu))]
    case .fitView: [.view(.fit)]
    case .toggleAspect: [.view(.toggleAspect)]
    case .chooseData: [.interface(.toggleOverlay(.gallery))]
    case .options: opening(.options, state)
    case .selection: opening(.selection, state)
    case .race: [.interface(.showPage(.race))] + (state.interface.page == .race ? [] : [.interface(.focus(.race))])
    case .largeChart: [.interface(.toggleLargeChart)]
    case .firstClimb: [.interface(.toggleFirstClimb)]
    case .runs: opening(.runs, state)
    case .projector: [.interface(.toggleProjector)]
    case .theme: [.interface(.toggleTheme)]
    case .fullScreen: state.isKiosk ? [] : [.shell(.toggleFullScreen)]
    case .help: [.interface(.toggleOverlay(.help))]
    case .nextControl: focus(layout.control(after: state.interface.focused, state, backwards: false), state, layout)
    case .previousControl: focus(layout.control(after: state.interface.focused, state, backwards: true), state, layout)
    case .pressControl: pressFocused(state, layout)
    case .dismiss where layout.transcript != nil: [.interface(.dismiss)]
    case .dismiss: state.recovery.map { [.recovery($0.first)] } ?? [.interface(.dismiss)]
    case .quit: [.shell(.quit)]
    case .leaveKiosk: [.shell(.leaveKiosk)]
    case .tool(.stamp): ToolKeys.chooseStamp(state)
    case .tool(let tool): [.view(.chooseTool(tool))]
    case .smallerBrush: (state.tool == .stamp ? ToolSetting.fewerPoints : .smallerBrush).commands(state)
    case .largerBrush: (state.tool == .stamp ? ToolSetting.morePoints : .largerBrush).commands(state)
    case .lowerRate: (state.tool == .stamp ? ToolSetting.narrower : .lowerRate).commands(state)
    case .higherRate: (state.tool == .stamp ? ToolSetting.wider : .higherRate).commands(state)
    case .selectAll: [.select(.all)]
    case .duplicate: [.select(.duplicate(layout.transform.dataStep(ToolKeys.copyOffset(layout))))]
    case .jitter: [.select(.jitter(layout.transform.dataSize(pixels: 5 * layout.metrics.unit)))]
    case .deleteChosen: [.select(.delete)]
    case .nudge(let step): ToolKeys.nudge(step, state, layout)
    case .cursor(let step): CanvasKeys.move(step, state, layout)
    case .pressCursor: CanvasKeys.press(state, layout)
    case .deleteAtCursor: CanvasKeys.delete(state, layout)
    case .card(let direction): focusCard(direction, state, layout)
    case .menuUp: focusRow(state, layout, by: -1)
    case .menuDown: focusRow(state, layout, by: 1)
    case .seedDigit(let digit): [.option(.typeSeedDigit(digit))]
    case .eraseSeedDigit: [.option(.eraseSeedDigit)]
    case .commitSeed: [.option(.commitSeed)]
    case .eraseName: [.kept(.eraseName)]
    case .commitName: [.kept(.commitName)]
    case .deleteRow: deleteFocusedRun(state)
    case .guess: [.guess(.toggle)]
    case .save: state.recording == nil ? [.file(.save)] : [.lesson(.record(.save))]
    case .saveAs: [.file(.beginSaving)]
    case .open: [.file(.beginOpening(folder: nil))]
    case .export: [.interface(.toggleOverlay(.export))]
    // Pressed twice it does not give up what it has begun: Esc and the button do.
    case .exportWrite: state.export.writing == nil ? [.export(.write)] : []
    case .exportKind(let kind): [.export(.set(.kind(kind))), .interface(.focus(.exportChoice(.kind(kind))))]
    case .exportChange(let forward): layout.export?.change(forward: forward, state) ?? []
    case .eraseLetterOfExport: [.export(.erase)]
    case .transcript: [.interface(.toggleTranscript)]
    case .scrollTranscript(let scroll): layout.transcript.map { [.interface(.scrollTranscript($0.line(scroll)))] } ?? []
    case .settings: [.interface(.toggleOverlay(.settings))]
    case .settingChange(let forward): layout.settingsPage?.change(forward: forward, state) ?? []
    case .eraseLetter: [.file(.erase)]
    case .commitFile:
      state.interface.focused != nil
        ? pressFocused(state, layout)
        : state.interface.overlay == .opening ? state.openingCommands : [.file(.commit)]
    case .eraseOrFolderUp:
      state.interface.browser.filter.isEmpty ? [.file(.goUp)] : [.interface(.focus(nil)), .file(.erase)]
    case .readingChange(let forward):
      if state.interface.focused != nil {
        layout.open?.preview.change(forward: forward, state) ?? []
      } else {
        forward ? [] : [.file(.goUp)]
      }
    case .folderUp: [.file(.goUp)]
    case .fileUp: [.interface(.focus(nil)), .file(.choose(max(state.interface.browser.chosen - 1, 0)))]
    case .fileDown: [.interface(.focus(nil)), .file(.choose(state.interface.browser.chosen + 1))]
    case .mystery: mystery(state)
    case .digit(let digit): digitWhileGuessing(digit, state)
    case .walk(let forward): [.guess(.walk(forward: forward))]
    case .shift(let step):
      [.guess(.shift(layout.transform.dataStep(step.pixels((step.isFine ? 1 : 8) * layout.metrics.unit))))]
    case .more: [.guess(.adjust(1))]
    case .less: [.guess(.adjust(-1))]
    case .lesson(let key): lesson(key, state, layout)
    case .handIns(let key): key.commands(state)
    case .listStep(let forward):
      (forward ? state.runningList?.next : state.runningList?.previous).map { [.shell(.openListed($0))] } ?? []
    }
  }

  private func lesson(_ key: LessonKey, _ state: LabState, _ layout: Layout) -> [Command] {
    switch key {
    case .home: [.interface(.toggleOverlay(.lessons))]
    case .goOn: state.interface.focused == nil ? [.lesson(.next)] : pressFocused(state, layout)
    case .turnBack: [.lesson(.back)]
    case .pageOn:
      if let draft = state.recording {
        [.lesson(.record(.turn(to: draft.page + 1)))]
      } else {
        state.commandsOfGoingOn
      }
    case .pageBack:
      if let draft = state.recording {
        [.lesson(.record(.turn(to: draft.page - 1)))]
      } else {
        state.commandsOfGoingBack
      }
    case .write: state.interface.focused == nil ? [.lesson(.record(.edit(.text)))] : pressFocused(state, layout)
    case .nextField(let forward): [.lesson(.record(.nextField(forward: forward)))]
    case .eraseLetter: [.lesson(.record(.erase))]
    case .addPage: [.lesson(.record(.addPage))]
    case .restartPage: [.lesson(.restartPage)]
    case .showAnswer: [.lesson(.showAnswer)]
    case .newPoints: [.lesson(.newPoints)]
    case .handIn: [.lesson(.handIn)]
    case .answer(let index): [.lesson(.answer(index))]
    case .card(let direction): focusLesson(direction, state, layout)
    case .forget:
      if case .lesson(.card(let index)) = state.interface.focused, state.lessons.library.indices.contains(index) {
        [.lesson(.forget(name: state.lessons.library[index].name))]
      } else {
        []
      }
    }
  }

  private func focusLesson(_ direction: Direction, _ state: LabState, _ layout: Layout) -> [Command] {
    guard let lessons = layout.lessons else { return [] }
    let card = lessons.card(direction, of: state.interface.focused)
    return [.interface(.focus(card))] + (lessons.scroll(toShow: card).map { [.interface(.scrollGallery($0))] } ?? [])
  }

  /// A page opened by its key has the next Tab.
  private func opening(_ page: PanelPage, _ state: LabState) -> [Command] {
    [.interface(.showPage(page))] + (state.interface.page == page ? [] : [.interface(.focus(nil))])
  }

  /// What had the focus may be gone: a menu that closed, an announcement that is over.
  private func pressFocused(_ state: LabState, _ layout: Layout) -> [Command] {
    guard let focused = state.interface.focused, layout.rect(of: focused) != nil else { return [] }
    return focused.commands(state, layout)
  }

  private func deleteFocusedRun(_ state: LabState) -> [Command] {
    guard case .keptRun(let number) = state.interface.focused, state.interface.page == .runs else { return [] }
    return [.kept(.delete(number))]
  }

  private func weigh(_ state: LabState, by change: Double) -> [Command] {
    let step = state.document.runs.shown
    // Where none stands out, the first card is reached before its weight is changed.
    guard let letter = state.interface.emphasis.letter, let index = step.identities.firstIndex(of: letter) else {
      return step.identities.first.map { [.interface(.focus(.card($0)))] } ?? []
    }
    return [.start(.setWeight(index, min(max(step.model.weights[index] + change, 0), 1)))]
  }

  /// The lane whose head the keyboard is on is the active one.
  private func focus(_ control: Control?, _ state: LabState, _ layout: Layout) -> [Command] {
    if control == .canvas { return CanvasKeys.reach(state, layout) }
    guard case .lane(let lane) = control else { return [.interface(.focus(control))] }
    return [.lanes(.activate(lane)), .interface(.focus(control))]
  }

  /// The row of the open list above or below the one that has the focus; a menu begins anew at its end, a page does not.
  private func focusRow(_ state: LabState, _ layout: Layout, by step: Int) -> [Command] {
    let layers = layout.layers?.rows.map { (control: $0.control, rect: $0.rect) }
    let choices = layout.recordList?.rows.map { (control: $0.control, rect: $0.rect) }
    let menu = layout.list?.controls ?? choices ?? (state.interface.overlay == nil ? layers : nil)
    guard let menu else { return focusPageRow(state, layout, by: step) }
    let controls = menu.map(\.control).filter { state.isEnabled($0) }
    guard !controls.isEmpty else { return [] }
    var index = step > 0 ? 0 : controls.count - 1
    if let focused = state.interface.focused.flatMap({ controls.firstIndex(of: $0) }) {
      index = (focused + step + controls.count) % controls.count
    }
    return [.interface(.focus(controls[index]))]
  }

  private func focusCard(_ direction: Direction, _ state: LabState, _ layout: Layout) -> [Command] {
    guard let gallery = layout.gallery, let entry = gallery.entry(direction, of: state.interface.focused) else {
      return []
    }
    return [.interface(.focus(.menuItem(entry)))]
      + (gallery.scroll(toShow: entry).map { [.interface(.scrollGallery($0))] } ?? [])
  }

  private func focusPageRow(_ state: LabState, _ layout: Layout, by step: Int) -> [Command] {
    let rows = layout.page?.rows(state) ?? []
    guard !rows.isEmpty else { return [] }
    guard let focused = state.interface.focused, let index = rows.firstIndex(of: focused) else {
      return [.interface(.focus(step > 0 ? rows.first : rows.last))]
    }
    return [.interface(.focus(rows[min(max(index + step, 0), rows.count - 1)]))]
  }
}

extension Layout {
  /// What the Tab key leads through, the canvas first.
  func tabStops(_ state: LabState) -> [Control] {
    let reached =
      gallery?.controls ?? lessons?.controls ?? handIns?.controls ?? files?.controls ?? open?.tabStops ?? export?
      .tabStops
      ?? settingsPage?.tabStops ?? recovery?.controls ?? controls
    let stops = reached.map(\.control).filter { state.isEnabled($0) }
    return state.interface.overlay == nil && largeChart == nil ? [.canvas] + stops : stops
  }

  /// The control that the Tab key reaches from another.
  fileprivate func control(after focused: Control?, _ state: LabState, backwards: Bool) -> Control? {
    let order = tabStops(state)
    guard !order.isEmpty else { return nil }
    guard let focused, let index = order.firstIndex(of: focused) else {
      // Who opened a page means to use it.
      let inPage = page?.controls.map(\.control).filter { state.isEnabled($0) && $0 != .closePage }
      if state.interface.overlay == nil, let first = inPage?.first { return backwards ? .closePage : first }
      return backwards ? order.last : order.first
    }
    return order[(index + (backwards ? order.count - 1 : 1)) % order.count]
  }
}
