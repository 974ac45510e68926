import LabCore
import LabWords

/// What can be done now: what keys do, and what is reached with Tab.
struct TranscriptKeys {
  let sentences: [String]

  init(_ state: LabState, _ layout: Layout) {
    let words = state.words
    let context = KeyContext(under: state)
    var said: [String] = []
    var taken: Set<String> = []
    let stops = layout.tabStops(state)
    // The digits choose K where nothing else is chosen by them.
    let digits: [ToolHint] =
      stops.contains { $0 == .fewer || $0 == .more }
        && KeyTable.shortcut(.character("1"), [], in: context)?.action == .componentCount(1)
      ? [.keys((1...9).map { .componentCount($0) }, .doesComponents)] : []
    // What has no control on the screen, but a key.
    let others: [ToolHint] = TranscriptKeys.everywhere.filter { action, _ in
      KeyTable.strokes(action).contains { KeyTable.shortcut($0.key, $0.modifiers, in: context)?.action == action }
    }.map { .keys([$0.0], $0.1) }
    func say(_ hint: ToolHint) {
      switch hint {
      case .gesture(let gesture, let effect): said.append(words.facts(words(gesture), [words(effect)]))
      case .keys(let actions, let effect):
        let keys = words.caps(actions)
        taken.formUnion(keys)
        said.append(words.facts(keys.joined(separator: " "), [words(effect)]))
      }
    }
    for hint in TranscriptKeys.hints(state, context, layout) + digits { say(hint) }
    var reached: [String] = []
    for control in stops where control != state.interface.focused || control == .canvas {
      let name = words.transcriptName(control, state)
      let keys = control == .canvas ? nil : words.key(of: control, context)
      if let keys {
        if taken.insert(keys).inserted { said.append(words.facts(keys, [name])) }
      } else if !reached.contains(name), !name.isEmpty {
        reached.append(name)
      }
    }
    for hint in others {
      if case .keys(let actions, _) = hint, words.caps(actions).allSatisfy(taken.contains) { continue }
      say(hint)
    }
    if !reached.isEmpty { said.append(words(.saysControls(controls: reached.joined(separator: "; ")))) }
    sentences = said
  }

  private static let everywhere: [(KeyAction, Label)] = [
    (.open, .doesOpen), (.save, .doesSave), (.export, .doesExport), (.settings, .doesSettings),
    (.transcript, .doesTranscript),
  ]

  /// What keys do beside pressing controls, the most useful first; gestures of a mouse are left out.
  private static func hints(_ state: LabState, _ context: KeyContext, _ layout: Layout) -> [ToolHint] {
    let around: [ToolHint] = [.keys([.nextControl], .doesFocus), .keys([.pressControl], .doesPress)]
    let hints: [ToolHint]
    switch context {
    case .window: hints = around
    case .menu, .layers, .list:
      hints = [.keys([.menuUp, .menuDown], .choosesFile), .keys([.pressControl], .doesPress)]
    case .columns: hints = [.gesture(.arrowKeys, .choosesFile), .keys([.nextPair], .doesNextPair)]
    case .seedEntry: hints = [.keys((0...9).map { .seedDigit($0) }, .seed), .keys([.commitSeed], .doesPress)]
    case .nameEntry: hints = [.keys([.commitName], .renameRun)]
    case .guess: hints = state.document.guess.map(ToolHint.guessing) ?? []
    case .canvas:
      hints = [
        .gesture(.canvasArrows, .choosesOrMoves), .gesture(.canvasShiftArrows, .movesFreely),
        .gesture(.canvasEnter, .grabsOrPlaces), .gesture(.canvasDelete, .removesIt),
      ]
    case .gallery: hints = ToolHint.gallery
    case .files: hints = [.keys([.commitFile], .save)]
    case .opening: hints = ToolHint.opening
    case .export: hints = ToolHint.export
    case .exportName: hints = [.keys([.exportWrite], .doesWrite)]
    case .recovery: hints = state.recovery.map { ToolHint.recovery($0, focused: state.interface.focused) } ?? []
    case .settings: hints = ToolHint.settings
    case .transcript: hints = ToolHint.transcript
    case .lesson: hints = ToolHint.lesson(choices: state.lesson?.choiceCount ?? 0)
    case .lessonGuess: hints = ToolHint.lesson(choices: 0) + (state.document.guess.map(ToolHint.guessing) ?? [])
    case .lessons: hints = ToolHint.lessons
    case .handIns: hints = ToolHint.handIns
    case .record: hints = ToolHint.record(isWriting: false)
    case .recordText: hints = ToolHint.record(isWriting: true)
    }
    let leaves = hints.contains { if case .keys(let actions, _) = $0 { actions.contains(.dismiss) } else { false } }
    let way: [ToolHint] = leaves || context == .window || context == .recovery ? [] : [.keys([.dismiss], .doesDismiss)]
    return hints.filter(\.isOfKeys) + way
  }
}

extension ToolHint {
  /// Whether it tells of keys.
  fileprivate var isOfKeys: Bool {
    switch self {
    case .keys: true
    case .gesture(let gesture, _): ToolHint.keyGestures.contains(gesture)
    }
  }

  /// Several keys that have one name.
  private static let keyGestures: Set<Label> = [
    .arrowKeys, .canvasArrows, .canvasShiftArrows, .canvasEnter, .canvasDelete, .controlArrows, .keyBackspace,
  ]
}

extension Words {
  /// What a control is called, of which thing it is, and whether it is switched on or chosen.
  func transcriptName(_ control: Control, _ state: LabState) -> String {
    let name = name(control, state)
    let whole = thing(control, state).map { self(.saysFact(name: name, value: $0)) } ?? name
    return control.mark(state).map { "\(whole) (\(self($0)))" } ?? whole
  }

  /// What several controls of one name are told apart by.
  private func thing(_ control: Control, _ state: LabState) -> String? {
    let lanes = state.document.lanes.indices
    let candidates = state.search.candidates
    return if case .lane(let lane) = control, lanes.contains(lane) {
      name(ofLane: lane, in: state.document)
    } else if case .laneCard(let lane) = control, lanes.contains(lane) {
      name(ofLane: lane, in: state.document)
    } else if case .nameRun(let number) = control {
      name(ofRun: number, state)
    } else if case .deleteRun(let number) = control {
      name(ofRun: number, state)
    } else if case .candidate(let index) = control, candidates.indices.contains(index) {
      text(candidates[index])
    } else if case .optimum(let rank) = control {
      String(rank + 1)
    } else {
      nil
    }
  }

  /// The keys that do what a control does, where keys have their meaning now; nil where there are none.
  func key(of control: Control, _ context: KeyContext) -> String? {
    let actions = control.namedKeys.filter { action in
      KeyTable.strokes(action).contains { KeyTable.shortcut($0.key, $0.modifiers, in: context)?.action == action }
    }
    if case .lesson(.answer(let index)) = control {
      return context == .lesson ? caps([.lesson(.answer(index))]).first : nil
    }
    if control.isPressedOtherwise { return nil }
    let caps = caps(actions)
    guard let first = caps.first else { return nil }
    return caps.contains("…") ? caps.joined(separator: " ") : first
  }
}

extension Control {
  /// Whether the keys that its tooltip names do something else than a press of it.
  fileprivate var isPressedOtherwise: Bool {
    if case .card = self { return true }
    if case .fileRow = self { return true }
    if case .lesson(.card) = self { return true }
    return [.fewer, .more, .commitSave].contains(self)
  }
}
