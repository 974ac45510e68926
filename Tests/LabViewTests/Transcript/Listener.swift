import GaussianMixtures
import LabWords
import Rasterizer

@testable import LabCore
@testable import LabView

/// Somebody who does not see the window: hears what the transcript says of it, and presses keys.
final class Listener {
  private(set) var scene = Scene()
  /// Every key that was pressed.
  private(set) var pressed: [KeyStroke] = []

  var heard: [String] { Transcript(scene.state, font: scene.font).sections.flatMap(\.sentences) }
  func hears(_ words: String) -> Bool { heard.contains { $0.contains(words) } }

  func press(_ key: Key, _ modifiers: Modifiers = []) {
    pressed.append(KeyStroke(key, modifiers))
    scene.send(.key(key, modifiers, isRepeat: false))
    scene.wait(0.05, frame: 0.05)
  }

  /// Presses the key that is said to do this: "Space: Run EM." Else goes there with Tab and presses Enter. False where
  /// nothing of the kind is said.
  func does(_ what: String) -> Bool {
    let line = heard.first { sentence in
      let parts = sentence.dropLast().split(separator: ": ", maxSplits: 1)
      return parts.count == 2 && parts[1] == what
    }
    if let line, let stroke = Listener.stroke(String(line.prefix { $0 != ":" })) {
      press(stroke.key, stroke.modifiers)
      return true
    }
    guard goes(to: what) else { return false }
    press(.enter)
    return true
  }

  /// Goes on with a key until the keyboard is said to be there.
  func goes(to what: String, by key: Key = .tab) -> Bool {
    for _ in 0..<80 {
      if hears("The keyboard is on \(what)") { return true }
      press(key)
    }
    return false
  }

  /// Where the keyboard is said to be on the canvas.
  var place: (x: Double, y: Double)? {
    guard let line = heard.first(where: { $0.hasPrefix("The keyboard is on the canvas at (") }) else { return nil }
    let numbers = line.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }.split(separator: ",").map {
      Double($0.filter { $0 != " " }.map { $0 == "\u{2212}" ? "-" : String($0) }.joined())
    }
    guard numbers.count == 2, let x = numbers[0], let y = numbers[1] else { return nil }
    return (x, y)
  }

  /// Walks the canvas in small steps until it is said to be near a place.
  func walks(to x: Double, _ y: Double) -> Bool {
    for _ in 0..<200 {
      guard let at = place else { return false }
      let (dx, dy) = (x - at.x, y - at.y)
      if abs(dx) < 0.3, abs(dy) < 0.3 { return true }
      let key: Key = abs(dx) > abs(dy) ? (dx > 0 ? .right : .left) : (dy > 0 ? .up : .down)
      press(key, .shift)
    }
    return false
  }

  func type(_ text: String) {
    for character in text { press(.character(character)) }
  }

  /// The number behind a name, in the line of a subject: "A: weight 0.333; …".
  func number(_ name: String, of subject: String) -> Double? {
    guard let line = heard.first(where: { $0.hasPrefix(subject + ": ") }) else { return nil }
    let facts = line.dropLast().dropFirst(subject.count + 2).split(separator: ";").map { $0.drop { $0 == " " } }
    return facts.first { $0.hasPrefix(name + " ") }.flatMap { Double($0.dropFirst(name.count + 1)) }
  }

  /// A file system that takes whatever is saved.
  func saves() {
    guard case .saveScene(_, let path, _) = scene.state.effects.last?.task else { return }
    scene.state.answerLast(.saved(FileStamp?.none))
    savedAs = path
  }
  private(set) var savedAs: String?

  /// What a key is called on the caps, the other way round.
  private static func stroke(_ caps: String) -> KeyStroke? {
    var modifiers: Modifiers = []
    var parts = caps.split(separator: " ").map(String.init)
    while let first = parts.first, parts.count > 1, ["Ctrl", "Shift"].contains(first) {
      modifiers.insert(first == "Ctrl" ? .control : .shift)
      parts.removeFirst()
    }
    guard let cap = parts.first, parts.count == 1 else { return nil }
    let named: [String: Key] = [
      "Space": .space, "←": .left, "→": .right, "↑": .up, "↓": .down, "Home": .home, "End": .end, "Esc": .escape,
      "Enter": .enter, "Tab": .tab, "Del": .delete, "F1": .f1, "F2": .f2, "F3": .f3, "F4": .f4, "F11": .f11,
    ]
    if let key = named[cap] { return KeyStroke(key, modifiers) }
    return cap.count == 1 ? KeyStroke(.character(Character(cap.lowercased())), modifiers) : nil
  }
}
