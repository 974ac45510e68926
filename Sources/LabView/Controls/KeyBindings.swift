import LabCore

/// What each key does.
enum KeyBindings {
  static func commands(
    _ key: Key, _ modifiers: Modifiers, isRepeat: Bool, _ state: LabState, _ layout: Layout
  ) -> [Command] {
    if state.interface.seedDraft != nil, let entry = seedEntry(key) { return entry }
    if state.interface.overlay == .dataMenu, let choice = menuChoice(key, state) { return choice }
    if let repeating = repeatable(key, modifiers, state) { return repeating }
    guard !isRepeat else { return [] }
    if modifiers.contains(.control) { return controlCommands(key, modifiers) }
    switch key {
    case .space: return [.togglePlay]
    case .end: return [.runToConvergence]
    case .home: return [.restart]
    case .escape: return [.dismiss]
    case .enter:
      // What had the focus may be gone: a menu that closed, an announcement that is over.
      guard let focused = state.interface.focused, layout.rect(of: focused) != nil else { return [] }
      return ControlActions.commands(focused, state)
    case .tab: return [.focus(nextFocus(state, layout, backwards: modifiers.contains(.shift)))]
    case .f1: return [.toggleOverlay(.help)]
    case .f11: return [.toggleFullScreen]
    case .character(let character): return letterCommands(character, state)
    default: return []
    }
  }

  /// While a seed is being typed, digits belong to it.
  private static func seedEntry(_ key: Key) -> [Command]? {
    switch key {
    case .character(let character) where character.isNumber: [.typeSeed(character)]
    case .delete: [.eraseSeedDigit]
    case .enter: [.commitSeed]
    case .escape, .tab: nil
    default: []
    }
  }

  /// In the open data menu the arrows go up and down.
  private static func menuChoice(_ key: Key, _ state: LabState) -> [Command]? {
    guard key == .up || key == .down, !state.menu.isEmpty else { return nil }
    var index = key == .down ? 0 : state.menu.count - 1
    if case .menuItem(let focused) = state.interface.focused {
      index = (focused + (key == .down ? 1 : state.menu.count - 1)) % state.menu.count
    }
    return [.focus(.menuItem(index))]
  }

  /// Keys that go on while they are held.
  private static func repeatable(_ key: Key, _ modifiers: Modifiers, _ state: LabState) -> [Command]? {
    switch key {
    case .right: return [modifiers.contains(.shift) ? .stepIteration : .stepForward]
    case .left: return [.stepBack]
    case .character("["): return [.setBrushRadius(state.brushRadius / 1.15)]
    case .character("]"): return [.setBrushRadius(state.brushRadius * 1.15)]
    default: return nil
    }
  }

  private static func controlCommands(_ key: Key, _ modifiers: Modifiers) -> [Command] {
    guard case .character(let character) = key else { return [] }
    switch character.lowercased() {
    case "z": return [modifiers.contains(.shift) ? .redo : .undo]
    case "y": return [.redo]
    case "q": return [.quit]
    case "o": return [.toggleOverlay(.dataMenu)]
    default: return []
    }
  }

  private static func letterCommands(_ character: Character, _ state: LabState) -> [Command] {
    switch character.lowercased() {
    case "r": return [.restart]
    case "n": return [.newStart]
    case "+", "=": return state.playback.speed.faster.map { [.setSpeed($0)] } ?? []
    case "-", "−": return state.playback.speed.slower.map { [.setSpeed($0)] } ?? []
    case "b": return [.chooseTool(.brush)]
    case "x": return [.chooseTool(.eraser)]
    case "v": return [.chooseTool(.means)]
    case "h": return [.chooseTool(.hand)]
    case "i": return [.chooseTool(.inspect)]
    case "c": return [.clearPoints]
    case "f": return [.fitView]
    case "a": return [.toggleAspect]
    case "o": return [.showPage(.options)]
    case "m": return [.showPage(.selection)]
    case "p": return [.toggleProjector]
    case "t":
      return state.interface.isProjector
        ? [.announce("Projector mode has colors of its own; P leaves it")]
        : [.setTheme(state.interface.theme == .light ? .dark : .light)]
    case "?": return [.toggleOverlay(.help)]
    case "1", "2", "3", "4", "5", "6", "7", "8", "9":
      return character.wholeNumberValue.map { [.setComponentCount($0)] } ?? []
    default: return []
    }
  }

  private static func nextFocus(_ state: LabState, _ layout: Layout, backwards: Bool) -> Control? {
    let order = layout.controls.map(\.control).filter { state.isEnabled($0) }
    guard !order.isEmpty else { return nil }
    guard let focused = state.interface.focused, let index = order.firstIndex(of: focused) else {
      return backwards ? order.last : order.first
    }
    return order[(index + (backwards ? order.count - 1 : 1)) % order.count]
  }
}
