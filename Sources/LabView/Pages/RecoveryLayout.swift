import LabCore
import LabWords
import Rasterizer

/// The card that offers work of an earlier session, over the canvas on which that work lies.
struct RecoveryLayout: Sendable {
  struct Line: Sendable {
    let text: String
    let y: Double
    let size: Int
    let weight: FontWeight
    /// Whether it only explains.
    let isQuiet: Bool
  }

  let frame: Rect
  let left: Double
  let lines: [Line]
  let first, second: Rect
  let recovery: Recovery

  init?(_ state: LabState, stage: Rect, metrics m: Metrics, font: any TextSource) {
    guard let recovery = state.recovery, state.interface.overlay == .recovering else { return nil }
    self.recovery = recovery
    let words = state.words
    let pad = (28 * m.unit).rounded()
    let width = min((476 * m.unit).rounded(), stage.width - 2 * m.gap)
    let inner = width - 2 * pad
    // From the middle of one line to that of the next, for lines that belong together.
    func leading(_ size: Int) -> Double { (1.5 * Double(size)).rounded() }
    var lines: [Line] = []
    var y = 0.0
    func add(_ text: String, _ size: Int, _ weight: FontWeight = .book, below: Double, isQuiet: Bool = false) {
      y += (below * m.unit).rounded()
      for (index, part) in font.wrap(text, TextStyle(size: size, weight: weight), to: inner, most: 4).enumerated() {
        if index > 0 { y += leading(size) }
        lines.append(Line(text: part, y: y, size: size, weight: weight, isQuiet: isQuiet))
      }
    }
    let text = RecoveryText(recovery, words)
    add(text.title, m.big, .bold, below: 38)
    if let contents = text.contents { add(contents, m.body, below: 28) }
    add(text.reason, m.stripText, below: text.contents == nil ? 28 : 22, isQuiet: true)
    y += (24 * m.unit).rounded()
    let buttonsY = y
    let buttonHeight = (40 * m.unit).rounded()
    let room = (30 * m.unit).rounded()
    let symbol = m.buttonIcon + m.gap
    let widths = [
      max((150 * m.unit).rounded(), (font.pixels(words.name(recovery.first), m.body, .bold) + symbol + room).rounded()),
      max((130 * m.unit).rounded(), (font.pixels(words.name(recovery.second), m.body) + room).rounded()),
    ]
    y += buttonHeight
    add(text.note, m.caption, below: 30, isQuiet: true)
    let height = y + (32 * m.unit).rounded()
    let frame = Rect(
      x: (stage.midX - width / 2).rounded(), y: max(stage.y + m.gap, (stage.midY - height / 2).rounded()),
      width: width, height: height)
    left = frame.x + pad
    self.lines = lines.map {
      Line(text: $0.text, y: frame.y + $0.y, size: $0.size, weight: $0.weight, isQuiet: $0.isQuiet)
    }
    first = Rect(x: left, y: frame.y + buttonsY, width: widths[0], height: buttonHeight)
    second = Rect(x: first.maxX + m.gap, y: first.y, width: widths[1], height: buttonHeight)
    self.frame = frame
  }

  var controls: [(control: Control, rect: Rect)] {
    [(.recovery(recovery.first), first), (.recovery(recovery.second), second)]
  }
}

/// What the card says.
struct RecoveryText {
  let title, reason, note: String
  let contents: String?

  var sentences: [String] { [title, contents, reason, note].compactMap { $0 } }

  init(_ recovery: Recovery, _ words: Words) {
    let moment = words.text(recovery.work.moment)
    contents = recovery.work.contents.map { words.text($0) + "." }
    switch recovery.offer {
    case .goOn, .goOnWithoutTheEnd:
      title = words(.workWasKept(moment: moment))
      reason = words(recovery.offer == .goOn ? .endedWithoutClosing : .endIsDamaged)
      note =
        recovery.others > 0 ? words(.freshKeepsOthers(others: recovery.others)) : words(.freshDeletesNothing)
    case .startFresh, .startFreshUnread:
      title = words(.workIsSetAside(moment: moment))
      reason = words(recovery.offer == .startFresh ? .endedTheProgram : .recordIsUnreadable)
      note = words(.staysInRecent)
    }
  }
}

extension Words {
  func name(_ command: Command.Recovery) -> String {
    switch command {
    case .goOn: self(.continueWork)
    case .startFresh: self(.startFresh)
    case .tryAgain: self(.tryAgain)
    }
  }
}
