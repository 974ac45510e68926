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
    case .space: return [.run(.togglePlay)]
    case .end: return [.run(.runToConvergence)]
    case .home: return [.run(.restart)]
    case .escape: return [.interface(.dismiss)]
    case .enter:
      // What had the focus may be gone: a menu that closed, an announcement that is over.
      guard let focused = state.interface.focused, layout.rect(of: focused) != nil else { return [] }
      return ControlActions.commands(focused, state)
    case .tab: return [.interface(.focus(nextFocus(state, layout, backwards: modifiers.contains(.shift))))]
    case .f1: return [.interface(.toggleOverlay(.help))]
    case .f11: return [.shell(.toggleFullScreen)]
    case .character(let character): return letterCommands(character, state)
    case .left, .right, .up, .down, .delete: return []
    }
  }

  /// While a seed is being typed, digits belong to it.
  private static func seedEntry(_ key: Key) -> [Command]? {
    switch key {
    case .character(let character) where character.isNumber:
      character.wholeNumberValue.map { [.option(.typeSeedDigit($0))] } ?? []
    case .delete: [.option(.eraseSeedDigit)]
    case .enter: [.option(.commitSeed)]
    case .escape, .tab: nil
    case .character, .space, .left, .right, .up, .down, .home, .end, .f1, .f11: []
    }
  }

  /// In the open data menu the arrows go up and down.
  private static func menuChoice(_ key: Key, _ state: LabState) -> [Command]? {
    guard key == .up || key == .down, !state.menu.isEmpty else { return nil }
    var index = key == .down ? 0 : state.menu.count - 1
    if case .menuItem(let focused) = state.interface.focused {
      index = (focused + (key == .down ? 1 : state.menu.count - 1)) % state.menu.count
    }
    return [.interface(.focus(.menuItem(index)))]
  }

  /// Keys that go on while they are held.
  private static func repeatable(_ key: Key, _ modifiers: Modifiers, _ state: LabState) -> [Command]? {
    switch key {
    case .right: return [modifiers.contains(.shift) ? .run(.stepIteration) : .run(.stepForward)]
    case .left: return [.run(.stepBack)]
    case .character("["): return [.view(.setBrushRadius(state.brushRadius / 1.15))]
    case .character("]"): return [.view(.setBrushRadius(state.brushRadius * 1.15))]
    case .character, .space, .up, .down, .home, .end, .escape, .enter, .tab, .delete, .f1, .f11: return nil
    }
  }

  private static func controlCommands(_ key: Key, _ modifiers: Modifiers) -> [Command] {
    guard case .character(let character) = key else { return [] }
    switch character.lowercased() {
    case "z": return [.edit(modifiers.contains(.shift) ? .redo : .undo)]
    case "y": return [.edit(.redo)]
    case "q": return [.shell(.quit)]
    case "o": return [.interface(.toggleOverlay(.dataMenu))]
    default: return []
    }
  }

  private static func letterCommands(_ character: Character, _ state: LabState) -> [Command] {
    switch character.lowercased() {
    case "r": return [.run(.restart)]
    case "n": return [.start(.newStart)]
    case "+", "=": return state.playback.speed.faster.map { [.run(.setSpeed($0))] } ?? []
    case "-", "−": return state.playback.speed.slower.map { [.run(.setSpeed($0))] } ?? []
    case "b": return [.view(.chooseTool(.brush))]
    case "x": return [.view(.chooseTool(.eraser))]
    case "v": return [.view(.chooseTool(.means))]
    case "h": return [.view(.chooseTool(.hand))]
    case "i": return [.view(.chooseTool(.inspect))]
    case "c": return [.edit(.clearPoints)]
    case "f": return [.view(.fit)]
    case "a": return [.view(.toggleAspect)]
    case "o": return [.interface(.showPage(.options))]
    case "m": return [.interface(.showPage(.selection))]
    case "p": return [.interface(.toggleProjector)]
    case "t":
      return [.interface(.toggleTheme)]
    case "?": return [.interface(.toggleOverlay(.help))]
    case "1", "2", "3", "4", "5", "6", "7", "8", "9":
      return character.wholeNumberValue.map { [.start(.setComponentCount($0))] } ?? []
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
