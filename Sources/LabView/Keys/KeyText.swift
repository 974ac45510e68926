import LabWords

/// Keys as caps are labelled.
extension Words {
  /// "Ctrl Shift Z", "→", "Home".
  func text(_ stroke: KeyStroke) -> String {
    var parts: [String] = []
    if stroke.modifiers.contains(.control) { parts.append(self(.keyControl)) }
    if stroke.modifiers.contains(.shift) { parts.append(self(.keyShift)) }
    return (parts + [text(stroke.key)]).joined(separator: " ")
  }

  /// The caps for some actions; a long row of them by its ends: "1", "…", "9".
  func caps(_ actions: [KeyAction]) -> [String] {
    let caps = actions.flatMap(KeyTable.strokes).map(text)
    guard caps.count > 5, let first = caps.first, let last = caps.last else { return caps }
    return [first, "…", last]
  }

  private func text(_ key: Key) -> String {
    switch key {
    case .character("-"): "−"
    case .character(let character): character.uppercased()
    case .space: self(.keySpace)
    case .left: "←"
    case .right: "→"
    case .up: "↑"
    case .down: "↓"
    case .home: self(.keyHome)
    case .end: self(.keyEnd)
    case .escape: self(.keyEscape)
    case .enter: self(.keyEnter)
    case .tab: self(.keyTab)
    case .delete: self(.keyDelete)
    case .pageUp: self(.keyPageUp)
    case .pageDown: self(.keyPageDown)
    case .f1: "F1"
    case .f2: "F2"
    case .f3: "F3"
    case .f4: "F4"
    case .f11: "F11"
    }
  }
}
