/// Which component is pointed at, on the canvas or among the cards. How much it stands out follows from the clock.
public struct Emphasis: Sendable, Equatable {
  /// The letter (0 is A) of the one that is pointed at.
  public private(set) var letter: Int?
  /// The one before, while it steps back, and how far it stood out when the pointer left it.
  private var former: (letter: Int, strength: Double)?
  private var since = 0.0
  private var delay = 0.0

  /// A pointer that passes by changes nothing for so long, in seconds.
  static let delay = 0.15
  static let duration = 0.12

  public init() {}

  /// How far components stand out, 0 … 1, by their letters: those that do at all.
  public func strengths(at time: Double) -> [Int: Double] {
    let t = min(max((time - since - delay) / Emphasis.duration, 0), 1)
    let eased = t * t * (3 - 2 * t)
    var strengths: [Int: Double] = [:]
    if let former { strengths[former.letter] = former.strength * (1 - eased) }
    if let letter { strengths[letter, default: 0] += eased }
    return strengths.filter { $0.value > 0 }
  }

  /// Turns to another component, or to none.
  mutating func turn(to other: Int?, at time: Double) {
    guard other != letter else { return }
    former = strengths(at: time).max { $0.value < $1.value }.map { ($0.key, $0.value) }
    // From one to the next at once: the one lets go as the other comes forward.
    delay = former == nil && other != nil ? Emphasis.delay : 0
    if former?.letter == other { former = nil }
    letter = other
    since = time
  }

  /// When it next changes by itself; nil where it has come to rest.
  func nextChange(at time: Double) -> Double? {
    guard letter != nil || former != nil else { return nil }
    if time < since + delay { return since + delay }
    return time < since + delay + Emphasis.duration ? time : nil
  }

  public static func == (a: Emphasis, b: Emphasis) -> Bool {
    a.letter == b.letter && a.since == b.since && a.delay == b.delay && a.former?.letter == b.former?.letter
      && a.former?.strength == b.former?.strength
  }
}

extension LabState {
  /// The component that is to stand out: the one under the pointer, or else that of the card with the keyboard focus.
  mutating func followPointing() {
    var wanted = interface.pointedAt
    if wanted == nil, case .card(let letter) = interface.focused { wanted = letter }
    let isThere = wanted.map { document.hasModel && document.runs.shown.identities.contains($0) } ?? false
    interface.emphasis.turn(to: isThere && layers.shows(.model) ? wanted : nil, at: now)
  }
}
