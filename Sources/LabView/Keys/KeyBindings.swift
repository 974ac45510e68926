import LabCore

/// What a pressed key means now.
enum KeyBindings {
  static func commands(
    _ key: Key, _ modifiers: Modifiers, isRepeat: Bool, _ state: LabState, _ layout: Layout
  ) -> [Command] {
    guard let shortcut = KeyTable.shortcut(key, modifiers, in: KeyContext(state)), !isRepeat || shortcut.repeats
    else { return [] }
    return shortcut.action.commands(state, layout)
  }
}
