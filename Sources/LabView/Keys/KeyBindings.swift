import LabCore

/// What a pressed key means now.
enum KeyBindings {
  static func commands(
    _ key: Key, _ modifiers: Modifiers, isRepeat: Bool, _ state: LabState, _ layout: Layout
  ) -> [Command] {
    if state.interface.nameDraft != nil, !modifiers.contains(.control), let typed = typed(key, modifiers) {
      return [.kept(.typeName(typed))]
    }
    if [.files, .opening].contains(KeyContext(state)), !modifiers.contains(.control), let typed = typed(key, modifiers),
      !(key == .space && pressesFocused(state))
    {
      return [.interface(.focus(nil)), .file(.type(typed))]
    }
    if KeyContext(state) == .recordText, !modifiers.contains(.control), let typed = typed(key, modifiers) {
      return [.lesson(.record(.type(typed)))]
    }
    if KeyContext(state) == .exportName, !modifiers.contains(.control), let typed = typed(key, modifiers) {
      return [.export(.type(typed))]
    }
    guard let shortcut = KeyTable.shortcut(key, modifiers, in: KeyContext(state)), !isRepeat || shortcut.repeats
    else { return [] }
    // Held, it erases; the folders above are for another press.
    if isRepeat, shortcut.action == .eraseOrFolderUp, state.interface.browser.filter.isEmpty { return [] }
    return shortcut.action.commands(state, layout)
  }

  /// Whether the space bar is no letter: it presses what the keyboard is on, and no name begins with a blank.
  private static func pressesFocused(_ state: LabState) -> Bool {
    state.interface.focused != nil || (state.interface.overlay == .opening && state.interface.browser.filter.isEmpty)
  }

  /// What a key adds to a name.
  private static func typed(_ key: Key, _ modifiers: Modifiers) -> String? {
    switch key {
    case .character(let character): modifiers.contains(.shift) ? character.uppercased() : String(character)
    case .space: " "
    case .left, .right, .up, .down, .home, .end, .escape, .enter, .tab, .delete, .pageUp, .pageDown, .f1, .f2, .f3,
      .f4, .f11:
      nil
    }
  }
}
