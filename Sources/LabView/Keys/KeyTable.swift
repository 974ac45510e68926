import LabCore

/// Where a key has its meaning.
enum KeyContext: Sendable, Hashable, CaseIterable {
  case window
  /// A menu is open: what it does not use means what it means in the window.
  case menu
  /// The list of layers is open: the same.
  case layers
  /// The choice of columns is open: the same.
  case columns
  /// A seed is being typed: what it does not use means nothing.
  case seedEntry
  /// A run is being named: characters are letters of its name.
  case nameEntry
  /// The race or the runs are open: the arrows lead through their rows. What they do not use means what it means in the
  /// window.
  case list
  /// Somebody guesses: what it does not use means what it means in the window.
  case guess
  /// The canvas was reached by the keyboard: the arrows lead about on it.
  case canvas
  /// The gallery covers the window: what it does not use means nothing.
  case gallery
  /// A name is typed to save under, or a folder is open: characters are letters of what is typed, and what is not used
  /// means nothing.
  case files, opening
  /// The page of exports covers the window; and the name of the file is typed there: what they do not use means nothing.
  case export, exportName
  /// The page of a class covers the window: what it does not use means nothing.
  case handIns
  /// Work of an earlier session is offered: what it does not use means nothing.
  case recovery
  /// The page of settings covers the window: what it does not use means nothing.
  case settings
  /// What is on the screen is read in sentences: what is not used means nothing.
  case transcript
  /// A lesson is played: digits are answers. While somebody guesses in it, they are what they are there.
  case lesson, lessonGuess
  /// A lesson is recorded: what it does not use means what it means in the window. While one of its texts is written,
  /// characters are letters of that, and what is not used means nothing.
  case record, recordText
  /// The list of lessons covers the window: what it does not use means nothing.
  case lessons

  init(_ state: LabState) {
    if state.interface.transcriptLine != nil {
      self = .transcript
    } else {
      self = KeyContext(under: state)
    }
  }

  /// Where keys have their meaning once the transcript is closed.
  init(under state: LabState) {
    if state.interface.seedDraft != nil {
      self = .seedEntry
    } else if state.interface.nameDraft != nil {
      self = .nameEntry
    } else {
      self = KeyContext(openIn: state)
    }
  }

  private init(openIn state: LabState) {
    switch state.interface.overlay {
    case .gallery: self = .gallery
    case .saving: self = .files
    case .opening: self = .opening
    case .export: self = state.export.isNaming || state.export.isSigning ? .exportName : .export
    case .handIns: self = .handIns
    case .recovering: self = .recovery
    case .settings: self = .settings
    case .lessons: self = .lessons
    case .compareMenu, .laneMenu: self = .menu
    case .help: self = .window
    case nil:
      if let draft = state.recording {
        self = KeyContext(recording: draft, state)
      } else if state.interface.focused == .canvas, state.document.guess == nil {
        self = .canvas
      } else if state.interface.showsColumns {
        self = .columns
      } else if state.interface.showsLayers {
        self = .layers
      } else {
        let asks = (state.lesson?.choiceCount ?? 0) > 0
        let usual: KeyContext = state.document.guess == nil ? .window : .guess
        let inLesson: KeyContext = state.document.guess == nil || asks ? .lesson : .lessonGuess
        self = state.lesson == nil ? (state.interface.page.needsRoom ? .list : usual) : inLesson
      }
    }
  }
}

extension KeyContext {
  fileprivate init(recording draft: LessonDraft, _ state: LabState) {
    if draft.field != nil {
      self = .recordText
    } else if draft.list != nil {
      self = .menu
    } else if state.interface.focused == .canvas, state.document.guess == nil {
      self = .canvas
    } else {
      self = state.document.guess == nil ? .record : .guess
    }
  }
}

/// A key with what is held beside it.
struct KeyStroke: Sendable, Hashable {
  let key: Key
  let modifiers: Modifiers

  init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }
}

/// One line of the key table.
struct Shortcut: Sendable {
  let stroke: KeyStroke
  let action: KeyAction
  let context: KeyContext
  /// Goes on while the key is held; everything else happens once.
  let repeats: Bool
  /// Another way that needs no mention: the same sign on another keyboard.
  let isAlias: Bool

  init(
    _ key: Key, _ action: KeyAction, holding modifiers: Modifiers = [], in context: KeyContext = .window,
    repeats: Bool = false, isAlias: Bool = false
  ) {
    stroke = KeyStroke(key, modifiers)
    self.action = action
    self.context = context
    self.repeats = repeats
    self.isAlias = isAlias
  }

  init(
    _ character: Character, _ action: KeyAction, holding modifiers: Modifiers = [], in context: KeyContext = .window,
    isAlias: Bool = false
  ) {
    self.init(.character(character), action, holding: modifiers, in: context, isAlias: isAlias)
  }
}

/// Every key and what it does: the one list that the listener, the tooltips, the strip, the help card and the README
/// read.
enum KeyTable {
  static let shortcuts = [
    running, componentCounts, editing, everywhere, tools, menu, columns, seedEntry, nameEntry, list, canvas, gallery,
    guess, files, opening, export, exportName, handIns, recovery, settings, transcript, lesson, lessons,
    record, always,
  ]
  .flatMap { $0 }

  private static let running: [Shortcut] = [
    Shortcut(.space, .playPause),
    Shortcut(.right, .nextHalfStep, repeats: true),
    Shortcut(.left, .halfStepBack, repeats: true),
    Shortcut(.right, .wholeIteration, holding: .shift, repeats: true),
    Shortcut(.end, .runToConvergence),
    Shortcut(.home, .restart),
    Shortcut("r", .restart),
    Shortcut("n", .newStart),
    Shortcut("+", .faster),
    Shortcut("=", .faster, isAlias: true),
    Shortcut("-", .slower),
    Shortcut("\u{2212}", .slower, isAlias: true),
  ]
  private static let componentCounts = (1...9).map { Shortcut(Character(String($0)), .componentCount($0)) }
  private static let editing = [
    Shortcut("z", .undo, holding: .control),
    Shortcut("z", .redo, holding: [.control, .shift]),
    Shortcut("y", .redo, holding: .control, isAlias: true),
    Shortcut("c", .clearPoints),
    Shortcut("l", .layers),
    Shortcut("d", .contours),
    Shortcut("y", .columns),
    Shortcut("y", .nextPair, holding: .shift),
    Shortcut("f", .fitView),
    Shortcut("a", .toggleAspect),
    Shortcut(.f3, .chooseData),
    Shortcut(.f2, .lesson(.home)),
    Shortcut(.pageUp, .lesson(.pageBack)),
    Shortcut(.pageDown, .lesson(.pageOn)),
    Shortcut(.pageUp, .listStep(forward: false), holding: .control),
    Shortcut(.pageDown, .listStep(forward: true), holding: .control),
    Shortcut("s", .save, holding: .control),
    Shortcut("s", .saveAs, holding: [.control, .shift]),
    Shortcut("o", .open, holding: .control),
    Shortcut("e", .export, holding: .control),
    Shortcut(.character(","), .settings, holding: .control),
    Shortcut(.f4, .transcript),
    Shortcut("o", .options),
    Shortcut("m", .selection),
    Shortcut("n", .race, holding: .shift),
    Shortcut("r", .runs, holding: .shift),
    Shortcut("k", .compare(.kMeans)),
    Shortcut("k", .compare(.families), holding: .shift),
    Shortcut("k", .compareMenu, holding: .control),
    Shortcut("g", .guess),
    Shortcut("m", .mystery, holding: .control),
    Shortcut("s", .largeChart),
    Shortcut("w", .firstClimb),
  ]
  private static let everywhere = [
    Shortcut("p", .projector),
    Shortcut("t", .theme),
    Shortcut(.f11, .fullScreen),
    Shortcut(.f1, .help),
    Shortcut("?", .help, isAlias: true),
    Shortcut(.tab, .nextControl),
    Shortcut(.tab, .previousControl, holding: .shift, isAlias: true),
    Shortcut(.enter, .pressControl),
    Shortcut(.escape, .dismiss),
    Shortcut("q", .quit, holding: .control),
  ]
  /// Whatever covers the window, or is typed there.
  private static let always = [Shortcut("q", .leaveKiosk, holding: [.control, .shift], isAlias: true)]
  private static let tools =
    [
      Shortcut("b", .tool(.brush)),
      Shortcut("x", .tool(.eraser)),
      Shortcut("e", .tool(.select)),
      Shortcut("u", .tool(.stamp)),
      Shortcut("v", .tool(.means)),
      Shortcut("h", .tool(.hand)),
      Shortcut("i", .tool(.inspect)),
      Shortcut(.character(","), .lighter, repeats: true),
      Shortcut(.character("."), .heavier, repeats: true),
      Shortcut(.character("["), .smallerBrush, repeats: true),
      Shortcut(.character("]"), .largerBrush, repeats: true),
      Shortcut(.character("["), .lowerRate, holding: .control, repeats: true),
      Shortcut(.character("]"), .higherRate, holding: .control, repeats: true),
      Shortcut("a", .selectAll, holding: .control),
      Shortcut("d", .duplicate, holding: .control),
      Shortcut("j", .jitter),
      Shortcut(.delete, .deleteChosen),
    ]
    // Eight keys that the help names as one.
    + CanvasStep.all.map {
      Shortcut(
        $0.direction.key, .nudge($0), holding: $0.isFine ? [.control, .shift] : .control, repeats: true, isAlias: true)
    }
  private static let canvas =
    CanvasStep.all.map {
      Shortcut($0.direction.key, .cursor($0), holding: $0.isFine ? .shift : [], in: .canvas, repeats: true)
    } + [
      Shortcut(.enter, .pressCursor, in: .canvas),
      Shortcut(.delete, .deleteAtCursor, in: .canvas),
    ]
  private static let gallery =
    Direction.allCases.map {
      Shortcut($0.key, .card($0), in: .gallery, repeats: true)
    } + [
      Shortcut(.enter, .pressControl, in: .gallery),
      Shortcut(.tab, .nextControl, in: .gallery),
      Shortcut(.tab, .previousControl, holding: .shift, in: .gallery),
      Shortcut(.escape, .dismiss, in: .gallery),
      Shortcut(.f3, .dismiss, in: .gallery, isAlias: true),
      Shortcut("p", .projector, in: .gallery),
      Shortcut("t", .theme, in: .gallery),
      Shortcut(.f4, .transcript, in: .gallery, isAlias: true),
      Shortcut(.f11, .fullScreen, in: .gallery),
      Shortcut("q", .quit, holding: .control, in: .gallery),
    ]
  private static let files = [
    Shortcut(.delete, .eraseLetter, in: .files, repeats: true),
    Shortcut(.enter, .commitFile, in: .files),
    Shortcut(.space, .pressControl, in: .files, isAlias: true),
    Shortcut(.escape, .dismiss, in: .files),
    Shortcut(.tab, .nextControl, in: .files),
    Shortcut(.tab, .previousControl, holding: .shift, in: .files),
    Shortcut(.f4, .transcript, in: .files, isAlias: true),
    Shortcut(.f11, .fullScreen, in: .files),
    Shortcut("q", .quit, holding: .control, in: .files),
  ]
  private static let opening = [
    Shortcut(.up, .fileUp, in: .opening, repeats: true),
    Shortcut(.down, .fileDown, in: .opening, repeats: true),
    Shortcut(.delete, .eraseOrFolderUp, in: .opening, repeats: true),
    Shortcut(.left, .readingChange(forward: false), in: .opening),
    Shortcut(.right, .readingChange(forward: true), in: .opening),
    Shortcut(.enter, .commitFile, in: .opening),
    Shortcut(.space, .pressControl, in: .opening, isAlias: true),
    Shortcut(.tab, .nextControl, in: .opening),
    Shortcut(.tab, .previousControl, holding: .shift, in: .opening),
    Shortcut(.escape, .dismiss, in: .opening),
    Shortcut("o", .dismiss, holding: .control, in: .opening, isAlias: true),
    Shortcut(.f4, .transcript, in: .opening, isAlias: true),
    Shortcut(.f11, .fullScreen, in: .opening),
    Shortcut("q", .quit, holding: .control, in: .opening),
  ]
  private static let export =
    zip(1..., Export.Kind.allCases).map { number, kind in
      Shortcut(.character(Character(String(number))), .exportKind(kind), in: .export)
    } + [
      Shortcut(.left, .exportChange(forward: false), in: .export, repeats: true),
      Shortcut(.right, .exportChange(forward: true), in: .export, repeats: true),
      Shortcut(.up, .previousControl, in: .export, repeats: true, isAlias: true),
      Shortcut(.down, .nextControl, in: .export, repeats: true, isAlias: true),
      Shortcut(.enter, .exportWrite, holding: .control, in: .export),
      Shortcut(.enter, .pressControl, in: .export),
      Shortcut(.space, .pressControl, in: .export, isAlias: true),
      Shortcut(.tab, .nextControl, in: .export),
      Shortcut(.tab, .previousControl, holding: .shift, in: .export),
      Shortcut(.escape, .dismiss, in: .export),
      Shortcut("e", .export, holding: .control, in: .export, isAlias: true),
      Shortcut("p", .projector, in: .export),
      Shortcut("t", .theme, in: .export),
      Shortcut(.f4, .transcript, in: .export, isAlias: true),
      Shortcut(.f11, .fullScreen, in: .export),
      Shortcut("q", .quit, holding: .control, in: .export),
    ]
  private static let exportName = [
    Shortcut(.delete, .eraseLetterOfExport, in: .exportName, repeats: true),
    Shortcut(.f4, .transcript, in: .exportName, isAlias: true),
    Shortcut(.enter, .exportWrite, in: .exportName),
    Shortcut(.enter, .exportWrite, holding: .control, in: .exportName),
    Shortcut(.escape, .dismiss, in: .exportName),
    Shortcut(.tab, .nextControl, in: .exportName),
    Shortcut(.tab, .previousControl, holding: .shift, in: .exportName),
  ]
  private static let handIns =
    zip(1..., HandIns.View.allCases).map { number, view in
      Shortcut(.character(Character(String(number))), .handIns(.show(view)), in: .handIns)
    } + [
      Shortcut(.left, .handIns(.question(forward: false)), in: .handIns, repeats: true),
      Shortcut(.right, .handIns(.question(forward: true)), in: .handIns, repeats: true),
      Shortcut(.up, .handIns(.question(forward: false)), in: .handIns, repeats: true, isAlias: true),
      Shortcut(.down, .handIns(.question(forward: true)), in: .handIns, repeats: true, isAlias: true),
      Shortcut("n", .handIns(.names), in: .handIns),
      Shortcut(.enter, .pressControl, in: .handIns),
      Shortcut(.space, .pressControl, in: .handIns, isAlias: true),
      Shortcut(.tab, .nextControl, in: .handIns),
      Shortcut(.tab, .previousControl, holding: .shift, in: .handIns),
      Shortcut(.escape, .dismiss, in: .handIns),
      Shortcut("p", .projector, in: .handIns),
      Shortcut("t", .theme, in: .handIns),
      Shortcut(.f11, .fullScreen, in: .handIns),
      Shortcut("q", .quit, holding: .control, in: .handIns),
    ]
  private static let recovery = [
    Shortcut(.enter, .pressControl, in: .recovery),
    Shortcut(.space, .pressControl, in: .recovery, isAlias: true),
    Shortcut(.tab, .nextControl, in: .recovery),
    Shortcut(.tab, .previousControl, holding: .shift, in: .recovery),
    Shortcut(.right, .nextControl, in: .recovery, isAlias: true),
    Shortcut(.left, .previousControl, in: .recovery, isAlias: true),
    Shortcut(.escape, .dismiss, in: .recovery),
    Shortcut("p", .projector, in: .recovery),
    Shortcut("t", .theme, in: .recovery),
    Shortcut(.f4, .transcript, in: .recovery, isAlias: true),
    Shortcut(.f11, .fullScreen, in: .recovery),
    Shortcut("q", .quit, holding: .control, in: .recovery),
  ]
  private static let settings = [
    Shortcut(.left, .settingChange(forward: false), in: .settings, repeats: true),
    Shortcut(.right, .settingChange(forward: true), in: .settings, repeats: true),
    Shortcut(.up, .previousControl, in: .settings, repeats: true, isAlias: true),
    Shortcut(.down, .nextControl, in: .settings, repeats: true, isAlias: true),
    Shortcut(.enter, .pressControl, in: .settings),
    Shortcut(.space, .pressControl, in: .settings, isAlias: true),
    Shortcut(.tab, .nextControl, in: .settings),
    Shortcut(.tab, .previousControl, holding: .shift, in: .settings),
    Shortcut(.escape, .dismiss, in: .settings),
    Shortcut(.character(","), .settings, holding: .control, in: .settings, isAlias: true),
    Shortcut("p", .projector, in: .settings),
    Shortcut("t", .theme, in: .settings),
    Shortcut(.f4, .transcript, in: .settings, isAlias: true),
    Shortcut(.f11, .fullScreen, in: .settings),
    Shortcut("q", .quit, holding: .control, in: .settings),
  ]
  private static let transcript =
    TranscriptScroll.allCases.map { Shortcut($0.key, .scrollTranscript($0), in: .transcript, repeats: true) } + [
      Shortcut(.space, .scrollTranscript(.pageDown), in: .transcript, isAlias: true),
      Shortcut(.f4, .transcript, in: .transcript, isAlias: true),
      Shortcut(.escape, .dismiss, in: .transcript),
      Shortcut("p", .projector, in: .transcript),
      Shortcut("t", .theme, in: .transcript),
      Shortcut(.f11, .fullScreen, in: .transcript),
      Shortcut("q", .quit, holding: .control, in: .transcript),
    ]
  private static let lesson =
    (0..<9).map { Shortcut(.character(Character(String($0 + 1))), .lesson(.answer($0)), in: .lesson) } + [
      Shortcut(.enter, .lesson(.goOn), in: .lesson),
      Shortcut(.enter, .lesson(.turnBack), holding: .shift, in: .lesson),
      Shortcut(.enter, .lesson(.handIn), holding: .control, in: .lesson),
      Shortcut(.home, .lesson(.restartPage), holding: .shift, in: .lesson),
      Shortcut(.enter, .lesson(.showAnswer), holding: [.control, .shift], in: .lesson),
      Shortcut("n", .lesson(.newPoints), holding: .control, in: .lesson),
      Shortcut(.enter, .lesson(.showAnswer), holding: [.control, .shift], in: .lessonGuess),
      Shortcut("n", .lesson(.newPoints), holding: .control, in: .lessonGuess),
      Shortcut(.enter, .lesson(.goOn), in: .lessonGuess),
      Shortcut(.enter, .lesson(.turnBack), holding: .shift, in: .lessonGuess),
      Shortcut(.enter, .lesson(.handIn), holding: .control, in: .lessonGuess),
      Shortcut(.home, .lesson(.restartPage), holding: .shift, in: .lessonGuess),
    ]
  private static let record = [
    Shortcut(.enter, .lesson(.write), in: .record),
    Shortcut(.enter, .lesson(.addPage), holding: .control, in: .record),
    Shortcut(.enter, .lesson(.nextField(forward: true)), in: .recordText),
    Shortcut(.tab, .lesson(.nextField(forward: true)), in: .recordText, isAlias: true),
    Shortcut(.tab, .lesson(.nextField(forward: false)), holding: .shift, in: .recordText),
    Shortcut(.delete, .lesson(.eraseLetter), in: .recordText, repeats: true),
    Shortcut(.enter, .lesson(.addPage), holding: .control, in: .recordText),
    Shortcut(.pageUp, .lesson(.pageBack), in: .recordText),
    Shortcut(.pageDown, .lesson(.pageOn), in: .recordText),
    Shortcut("s", .save, holding: .control, in: .recordText),
    Shortcut(.escape, .dismiss, in: .recordText),
    Shortcut(.f11, .fullScreen, in: .recordText),
    Shortcut("q", .quit, holding: .control, in: .recordText),
  ]
  private static let lessons =
    Direction.allCases.map { Shortcut($0.key, .lesson(.card($0)), in: .lessons, repeats: true) } + [
      Shortcut(.enter, .pressControl, in: .lessons),
      Shortcut(.delete, .lesson(.forget), in: .lessons),
      Shortcut(.tab, .nextControl, in: .lessons),
      Shortcut(.tab, .previousControl, holding: .shift, in: .lessons),
      Shortcut(.escape, .dismiss, in: .lessons),
      Shortcut(.f2, .dismiss, in: .lessons, isAlias: true),
      Shortcut("o", .open, holding: .control, in: .lessons, isAlias: true),
      Shortcut("p", .projector, in: .lessons),
      Shortcut("t", .theme, in: .lessons),
      Shortcut(.f4, .transcript, in: .lessons, isAlias: true),
      Shortcut(.f11, .fullScreen, in: .lessons),
      Shortcut("q", .quit, holding: .control, in: .lessons),
    ]
  private static let columns = Direction.allCases.map { Shortcut($0.key, .pairBeside($0), in: .columns, repeats: true) }
  private static let menu = [
    Shortcut(.up, .menuUp, in: .menu, repeats: true),
    Shortcut(.down, .menuDown, in: .menu, repeats: true),
    Shortcut(.up, .menuUp, in: .layers, repeats: true),
    Shortcut(.down, .menuDown, in: .layers, repeats: true),
  ]
  private static let digits = (0...9).map { digit in
    Shortcut(.character(Character(String(digit))), .seedDigit(digit), in: .seedEntry, repeats: true)
  }
  private static let seedEntry =
    digits + [
      Shortcut(.delete, .eraseSeedDigit, in: .seedEntry, repeats: true),
      Shortcut(.enter, .commitSeed, in: .seedEntry),
      Shortcut(.escape, .dismiss, in: .seedEntry),
      Shortcut(.tab, .nextControl, in: .seedEntry),
      Shortcut(.tab, .previousControl, holding: .shift, in: .seedEntry),
    ]

  private static let nameEntry = [
    Shortcut(.delete, .eraseName, in: .nameEntry, repeats: true),
    Shortcut(.enter, .commitName, in: .nameEntry),
    Shortcut(.escape, .dismiss, in: .nameEntry),
    Shortcut(.tab, .nextControl, in: .nameEntry),
  ]
  private static let list = [
    Shortcut(.up, .menuUp, in: .list, repeats: true),
    Shortcut(.down, .menuDown, in: .list, repeats: true),
    Shortcut(.delete, .deleteRow, in: .list),
  ]

  private static let guess: [Shortcut] =
    (0...9).map { Shortcut(.character(Character(String($0))), .digit($0), in: .guess) }
    + CanvasStep.all.map {
      Shortcut(
        $0.direction.key, .shift($0), holding: $0.isFine ? [.control, .shift] : .control, in: .guess, repeats: true)
    } + [
      Shortcut(.character("."), .walk(forward: true), in: .guess, repeats: true),
      Shortcut(.character(","), .walk(forward: false), in: .guess, repeats: true),
      Shortcut(.up, .more, in: .guess, repeats: true),
      Shortcut(.down, .less, in: .guess, repeats: true),
      Shortcut(.character("+"), .more, in: .guess, repeats: true, isAlias: true),
      Shortcut(.character("="), .more, in: .guess, repeats: true, isAlias: true),
      Shortcut(.character("-"), .less, in: .guess, repeats: true, isAlias: true),
      Shortcut(.character("\u{2212}"), .less, in: .guess, repeats: true, isAlias: true),
    ]

  /// The line for what was pressed. Shift counts where a line names it; elsewhere it is only how a sign is reached.
  static func shortcut(_ key: Key, _ modifiers: Modifiers, in context: KeyContext) -> Shortcut? {
    let key = key.lowercased
    let held = modifiers.subtracting(.alt)
    if let found = always.first(where: { $0.stroke == KeyStroke(key, held) }) { return found }
    let contexts: [KeyContext] =
      switch context {
      case .window, .seedEntry, .nameEntry, .gallery, .files, .opening, .export, .exportName, .recovery,
        .settings, .transcript, .lessons, .handIns, .recordText:
        [context]
      case .menu, .layers, .columns, .list, .canvas, .guess, .lesson, .record: [context, .window]
      case .lessonGuess: [context, .guess, .window]
      }
    for context in contexts {
      for stroke in [KeyStroke(key, held), KeyStroke(key, held.subtracting(.shift))] {
        if let found = shortcuts.first(where: { $0.context == context && $0.stroke == stroke }) { return found }
      }
    }
    return nil
  }

  /// The keys to name for an action.
  static func strokes(_ action: KeyAction) -> [KeyStroke] {
    let named = shortcuts.filter { $0.action == action && !$0.isAlias }
    // What has no key in the window has the same one wherever it has any.
    let inWindow = named.filter { $0.context == .window }.map(\.stroke)
    return inWindow.isEmpty ? Array(named.map(\.stroke).prefix(1)) : inWindow
  }
}

extension Key {
  var lowercased: Key {
    guard case .character(let character) = self, let lower = character.lowercased().first else { return self }
    return .character(lower)
  }
}
