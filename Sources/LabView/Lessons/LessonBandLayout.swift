import LabCore
import LabWords
import Rasterizer

/// The band of a lesson under the top bar: two lines of text, answers to choose from or what is to be done, back and next.
struct LessonBandLayout: Sendable {
  struct Choice: Sendable {
    let index: Int
    let rect: Rect
    let label: String
    /// The cap of the key that chooses it.
    let cap: String
    let look: Look
  }

  /// How a choice stands: of an exercise, one that is not marked yet is merely chosen.
  enum Look: Sendable { case open, chosen, right, wrong }

  /// A button of an exercise; without its label where there is no room for it.
  struct Button: Sendable {
    let control: Control
    let rect: Rect
    let label: String?
  }

  /// What is to be done, after the caps of keys that do it.
  struct Note: Sendable {
    let caps: [String]
    let text: String
    let x: Double
  }

  let frame: Rect
  let text: LessonLines
  let textSize: Int
  let textX, firstLineY, lineHeight: Double
  let choices: [Choice]
  let labelSize, keySize: Int
  /// Fresh points for an exercise, and its answer.
  let buttons: [Button]
  let note: Note?
  let noteSize: Int
  let back, next, restart, close: Rect
  /// At the end of the lesson.
  let handIn: Rect?
  let showsBackLabel: Bool
  /// The middle of the row of buttons.
  let rowY: Double
  let pad: Double

  /// So many lines at most.
  static let most = 2

  init?(_ state: LabState, top: Double, window: Rect, metrics m: Metrics, font: any TextSource) {
    guard let lesson = state.lesson else { return nil }
    let words = state.words
    let sizes = LessonBandSizes(m)
    pad = (10 * m.unit * (m.isProjector ? 0.8 : 1)).rounded()
    textX = m.padding
    close = Rect(
      x: window.maxX - m.padding - m.button + ((m.button - m.buttonIcon) / 2).rounded(),
      y: top + (sizes.above / 2).rounded(), width: m.button, height: m.button)
    let width = max(close.x - m.gap - textX, 1)
    let spans = lesson.spans(words, language: state.interface.language)
    // As large as fits, but never smaller than captions.
    var size = sizes.text
    func lines(_ size: Int) -> LessonLines {
      LessonLines(spans, size: size, width: width, font: font, isRightToLeft: words.language.isRightToLeft)
    }
    var text = lines(size)
    while size > m.caption, text.lines.count > LessonBandLayout.most || text.isCut {
      size -= 1
      text = lines(size)
    }
    self.text = text
    textSize = size
    lineHeight = sizes.line
    firstLineY = (top + sizes.above + sizes.line / 2).rounded()
    let rowTop = top + sizes.above + Double(LessonBandLayout.most) * sizes.line + sizes.between
    frame = Rect(x: 0, y: top, width: window.width, height: rowTop + sizes.row + sizes.below - top)
    rowY = (rowTop + sizes.row / 2).rounded()

    // From the right: next, back, the page anew.
    let label = words(lesson.isLast ? .lessonDone : .lessonNext)
    let nextWidth = (font.pixels(label, m.body) + m.buttonIcon + m.gap + 2 * pad * 1.3).rounded()
    next = Rect(x: window.maxX - m.padding - nextWidth, y: rowTop, width: nextWidth, height: sizes.row)
    showsBackLabel = !m.isProjector
    let handInWidth = (font.pixels(words(.handIn), m.body) + m.buttonIcon + m.gap + 2 * pad * 1.3).rounded()
    let handIn =
      lesson.isLast && state.lessonToHandIn != nil
      ? Rect(x: next.x - m.gap - handInWidth, y: rowTop, width: handInWidth, height: sizes.row) : nil
    self.handIn = handIn
    let backWidth =
      showsBackLabel ? (font.pixels(words(.lessonBack), m.body) + m.buttonIcon + m.gap + 2 * pad).rounded() : sizes.row
    back = Rect(x: (handIn ?? next).x - m.gap - backWidth, y: rowTop, width: backWidth, height: sizes.row)
    restart = Rect(x: back.x - sizes.row - (m.gap / 2).rounded(), y: rowTop, width: sizes.row, height: sizes.row)

    let room = restart.x - m.gap - textX
    let kept = LessonBandLayout.room(forButtonsOf: lesson, words, pad: pad, metrics: m, font: font)
    let placed = LessonBandLayout.place(
      lesson, state, room: room - kept, x: textX, y: rowTop, height: sizes.row, pad: pad, metrics: m, font: font)
    choices = placed.choices
    labelSize = placed.size
    keySize = LessonBandLayout.keySize(placed.size)
    let buttonX = placed.choices.last.map { $0.rect.maxX + m.gap } ?? textX
    buttons = LessonBandLayout.buttons(
      lesson, words, x: buttonX, room: room + textX - buttonX, y: rowTop, height: sizes.row, pad: pad, metrics: m,
      font: font)
    let noteX = max(
      placed.choices.last.map { $0.rect.maxX + 2 * m.gap } ?? textX,
      buttons.last.map { $0.rect.maxX + 2 * m.gap } ?? textX)
    noteSize = m.isProjector ? m.fine : m.stripText
    note = LessonBandLayout.note(
      lesson, state, x: noteX, room: restart.x - 2 * m.gap - noteX, size: noteSize, metrics: m, font: font)
  }

  private static func keySize(_ size: Int) -> Int { max(11, size - 2) }

  /// The answers side by side, as large as there is room for.
  private static func place(
    _ lesson: LessonState, _ state: LabState, room: Double, x: Double, y: Double, height: Double, pad: Double,
    metrics m: Metrics, font: any TextSource
  ) -> (choices: [Choice], size: Int) {
    let said = lesson.said(state.words, language: state.interface.language)
    guard !said.isEmpty else { return ([], m.body) }
    var labels = said.map(\.label)
    let gap = m.gap
    func widths(_ size: Int) -> [Double] {
      zip(labels, said).map { label, said in
        (font.keyCapWidth(said.cap, size: keySize(size)) + font.pixels(label, size, .bold) + gap + 2 * pad).rounded()
      }
    }
    func all(_ widths: [Double]) -> Double { widths.reduce(0, +) + gap * Double(widths.count - 1) }
    let least = m.isProjector ? m.fine - 3 : 11
    if all(widths(least)) > room { labels = said.map(\.short) }
    var size = m.body
    while size > least, all(widths(size)) > room { size -= 1 }
    var own = widths(size)
    // Equally wide where that has room.
    let widest = max(own.max() ?? 0, m.isProjector ? 0 : (130 * m.scale).rounded())
    if all(own.map { _ in widest }) <= room { own = own.map { _ in widest } }
    var left = x
    let choices = labels.enumerated().map { index, label in
      defer { left += own[index] + gap }
      return Choice(
        index: index, rect: Rect(x: left, y: y, width: own[index], height: height), label: label,
        cap: said[index].cap, look: said[index].look)
    }
    return (choices, size)
  }

  /// What is said beside the answers, or in their place; nothing where there is no room for it.
  private static func note(
    _ lesson: LessonState, _ state: LabState, x: Double, room: Double, size: Int, metrics m: Metrics,
    font: any TextSource
  ) -> Note? {
    let words = state.words
    var caps: [String] = []
    var text: String?
    if let question = lesson.shown.question, !question.isOpen {
      if let answer = lesson.answer, !question.choices[answer.latest].isRight { text = words(.chooseAgain) }
    }
    if text == nil, let progress = state.lessonGateProgress, !lesson.met.contains(lesson.page) {
      caps = words.caps(lesson.shown.gate?.keys ?? [])
      switch progress {
      case .points(let done, let all): text = words(.pointsDrawn(done: done, all: all))
      case .halfSteps(let done, let all): text = words(.halfStepsTaken(done: done, all: all))
      case .logLikelihood(let now, let wanted):
        text = words(
          .logLikelihoodWanted(
            value: now.map { NumberText.decimal($0, digits: 2) } ?? "–",
            wanted: NumberText.decimal(wanted, digits: 2)))
      case .whole: text = caps.isEmpty ? nil : words(.toSee)
      }
    }
    if text == nil, lesson.isLast { text = words.marks(lesson) }
    guard let text else { return nil }
    let capsWidth = caps.reduce(0) { $0 + font.keyCapWidth($1, size: max(11, size - 1)) + m.gap }
    guard capsWidth + font.pixels(text, size) <= room else { return nil }
    return Note(caps: caps, text: text, x: x)
  }

  var controls: [(control: Control, rect: Rect)] {
    choices.map { (.lesson(.answer($0.index)), $0.rect) } + buttons.map { ($0.control, $0.rect) }
      + [
        (.lesson(.restartPage), restart), (.lesson(.back), back), (.lesson(.next), next), (.lesson(.leave), close),
      ] + (handIn.map { [(.lesson(.handIn), $0)] } ?? [])
  }
}

/// The lengths of the band in each class of sizes.
struct LessonBandSizes {
  let text: Int
  let line, above, between, row, below: Double

  init(_ m: Metrics) {
    switch m.sizeClass {
    case .compact:
      text = Int((15 * m.unit).rounded())
      (line, above, between, row, below) = (22 * m.unit, 10 * m.unit, 8 * m.unit, m.button, 10 * m.unit)
    case .regular:
      let unit = m.scale
      text = Int((18 * unit).rounded())
      (line, above, between, row, below) = (
        (26 * unit).rounded(), (14 * unit).rounded(), (10 * unit).rounded(), m.button, (14 * unit).rounded()
      )
    case .projector, .smallProjector:
      text = m.body + (m.sizeClass == .projector ? (m.body / 4) : 4)
      (line, above, between, row, below) = (
        (1.4 * Double(text)).rounded(), (0.5 * Double(text)).rounded(), (0.4 * Double(text)).rounded(), m.button,
        (0.5 * Double(text)).rounded()
      )
    }
  }
}

extension LessonGate {
  /// The keys with which it is met; none where the mouse does it.
  fileprivate var keys: [KeyAction] {
    switch self {
    case .halfSteps: [.nextHalfStep]
    case .end: [.runToConvergence]
    case .race: [.race]
    case .search: [.selection]
    case .points, .logLikelihood, .components, .guess, .answer: []
    }
  }
}
