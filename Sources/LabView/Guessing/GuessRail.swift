import LabCore
import Rasterizer

extension RailLayout {
  /// The rail while somebody guesses: what can be given to points, or the tools that move components; nil otherwise.
  init?(guessing state: LabState, rail: Rect, metrics m: Metrics) {
    guard let guess = state.document.guess else { return nil }
    var tools: [Control] = []
    switch guess.question {
    case .owners, .onePoint:
      tools = guess.letters.map { .giving($0) } + [.giving(nil), .tool(.hand)]
      if guess.phase == .revealed { tools.append(.tool(.inspect)) }
    case .move: tools = [.tool(.means), .tool(.hand), .tool(.inspect)]
    case .gain, .count: tools = [.tool(.hand)] + (guess.hidesOwners ? [] : [.tool(.inspect)])
    }
    let others = [Control.undo, .redo, .fit].filter(state.isThere)
    self.init(tools: tools.filter(state.isThere), others: others, least: 20 * m.unit, rail: rail, metrics: m)
  }
}

extension Painter {
  /// A component that points can be given to, with its key below; false for any other control.
  mutating func drawGiving(_ control: Control, _ rect: Rect, isRoomy: Bool, _ state: LabState) -> Bool {
    guard case .giving(let letter) = control, let guess = state.document.guess else { return false }
    let isChosen = guess.brush == letter && state.tool != .hand && state.tool != .inspect
    plainGround(rect, look(of: control, state.interface), enabled: true, toggled: isChosen)
    let isLettered = isRoomy && rect.height >= 40 * metrics.unit
    let radius = min(11 * metrics.unit, 0.36 * rect.height)
    let center = Point(rect.midX, isLettered ? (rect.midY - 7 * metrics.unit).rounded() : rect.midY)
    if let letter {
      marker(letter, center: center, radius: radius, theme: theme, ground: theme.chrome, ink: theme.ink)
    } else {
      icon(.eraser, center: center, size: metrics.toolIcon, isChosen ? theme.softInk : theme.ink2)
    }
    let place = letter.map { (guess.letters.firstIndex(of: $0) ?? 0) + 1 } ?? 0
    if isLettered, place <= 9 {
      text(
        String(place), x: rect.midX, centerY: (rect.maxY - 9 * metrics.unit).rounded(), size: metrics.caption,
        weight: isChosen ? .bold : .book, isChosen ? theme.softInk : theme.ink2, align: .center)
    }
    if state.interface.focused == control { focusRing(rect.inset(by: 3 * metrics.scale), corner: metrics.buttonCorner) }
    return true
  }
}
