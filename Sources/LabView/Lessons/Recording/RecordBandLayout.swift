import LabCore
import LabWords
import Rasterizer

/// The band of a lesson that is recorded: its texts as they are written, its answers, and a row of buttons.
struct RecordBandLayout: Sendable {
  /// A text of the page: what stands in its place, and whether the keyboard writes it.
  struct Text: Sendable {
    let field: LessonDraft.Field
    let rect: Rect
    let lines: LessonLines
    let size: Int
    /// What is said where nothing is written yet.
    let isPlaceholder: Bool
  }

  struct Choice: Sendable {
    let index: Int
    /// The whole of it, where it is told to be right, and where its label is written.
    let rect, mark, label: Rect
    let text: String
    let isPlaceholder: Bool
  }

  struct Button: Sendable {
    let control: Control
    let rect: Rect
    /// Empty where there is room for its icon only.
    let label: String
  }

  let frame: Rect
  let texts: [Text]
  let choices: [Choice]
  let buttons: [Button]
  let close: Rect
  let lineHeight: Double
  let rowHeight: Double
  let choiceSize, buttonSize: Int
  let pad: Double

  init?(_ state: LabState, top: Double, window: Rect, metrics m: Metrics, font: any TextSource) {
    guard let draft = state.recording else { return nil }
    let words = state.words
    let sizes = LessonBandSizes(m)
    pad = (8 * m.unit * (m.isProjector ? 0.8 : 1)).rounded()
    lineHeight = sizes.line
    rowHeight = sizes.row
    close = Rect(
      x: window.maxX - m.padding - m.button + ((m.button - m.buttonIcon) / 2).rounded(),
      y: top + (sizes.above / 2).rounded(), width: m.button, height: m.button)
    let left = m.padding
    let width = max(close.x - m.gap - left, 1)
    let area = Rect(x: left, y: top + sizes.above, width: width, height: 2 * sizes.line)
    texts = RecordBandLayout.places(draft, in: area).map { field, rect in
      RecordBandLayout.text(field, draft, rect, words, most: sizes.text, least: m.caption, font)
    }
    var y = area.maxY + sizes.between
    let hasChoices = draft.shown.question != nil
    choiceSize = m.isProjector ? m.fine : m.body
    choices = RecordBandLayout.choices(
      draft, words, x: left, y: y, width: window.maxX - m.padding - left, height: sizes.row, pad: pad, size: choiceSize,
      m, font)
    if hasChoices { y += sizes.row + sizes.between }
    buttonSize = m.isProjector ? m.fine : m.body
    buttons = RecordBandLayout.buttons(
      state, draft, x: left, y: y, right: window.maxX - m.padding, height: sizes.row, pad: pad, size: buttonSize, m,
      font)
    frame = Rect(x: 0, y: top, width: window.width, height: y + sizes.row + sizes.below - top)
  }

  // MARK: - Texts

  /// The text that is written has the lines; otherwise they are as whoever plays the lesson sees them.
  private static func places(_ draft: LessonDraft, in area: Rect) -> [(LessonDraft.Field, Rect)] {
    switch draft.field {
    case .label(let index), .reply(let index): [(.reply(index), area)]
    case .ask: [(.ask, area)]
    case .title, .text, nil: [(.text, area)]
    }
  }

  private static func text(
    _ field: LessonDraft.Field, _ draft: LessonDraft, _ rect: Rect, _ words: Words, most: Int, least: Int,
    _ font: any TextSource
  ) -> Text {
    let written = draft.text(field)
    let isWritten = draft.field == field
    var spans = spans(field, draft, words)
    if case .reply(let index) = field {
      spans.insert((words(draft.shown.question?.right == index ? .yesRight : .notQuite) + " ", .bold), at: 0)
    }
    if field == .text, !isWritten, draft.shown.question != nil {
      spans += [(" ", .plain)] + self.spans(.ask, draft, words)
    }
    var size = most
    var made = LessonLines(spans, size: size, width: rect.width, font: font)
    while size > least, made.lines.count > LessonBandLayout.most || made.isCut {
      size -= 1
      made = LessonLines(spans, size: size, width: rect.width, font: font)
    }
    return Text(field: field, rect: rect, lines: made, size: size, isPlaceholder: written.isEmpty)
  }

  /// A text as it is written, or with its phrases; where there is none yet, what it is for.
  private static func spans(
    _ field: LessonDraft.Field, _ draft: LessonDraft, _ words: Words
  ) -> [(text: String, style: LessonLines.Style)] {
    let written = draft.text(field)
    let style: LessonLines.Style = field == .ask ? .bold : .plain
    if written.isEmpty { return [(words.placeholder(field), .plain)] }
    if draft.field == field { return [(written, style)] }
    return LessonSpan.spans(of: written).map { ($0.text, $0.points ? .phrase : style) }
  }

  // MARK: - Answers

  private static func choices(
    _ draft: LessonDraft, _ words: Words, x: Double, y: Double, width: Double, height: Double, pad: Double, size: Int,
    _ m: Metrics, _ font: any TextSource
  ) -> [Choice] {
    guard let question = draft.shown.question else { return [] }
    // One more button stands behind them, and one that removes.
    let room = width - 2 * (m.button + m.gap)
    let each = min(
      ((room + m.gap) / Double(question.choices.count) - m.gap).rounded(.down), (300 * m.unit).rounded())
    return question.choices.enumerated().map { index, choice in
      let rect = Rect(x: x + Double(index) * (each + m.gap), y: y, width: each, height: height)
      let mark = Rect(x: rect.x, y: y, width: min(height, each / 2), height: height)
      let label = Rect(x: mark.maxX, y: y, width: max(rect.maxX - mark.maxX, 1), height: height)
      let style = TextStyle(size: size, weight: .bold)
      let written = choice.label.isEmpty ? words(.draftAnswer) : choice.label
      let text =
        draft.field == .label(index)
        ? font.ending(of: choice.label, style, within: label.width - pad - 4)
        : font.truncate(written, style, to: label.width - pad)
      return Choice(
        index: index, rect: rect, mark: mark, label: label,
        text: choice.label.isEmpty && draft.field == .label(index) ? "" : text, isPlaceholder: choice.label.isEmpty)
    }
  }

  // MARK: - Buttons

  private static func buttons(
    _ state: LabState, _ draft: LessonDraft, x: Double, y: Double, right: Double, height: Double, pad: Double,
    size: Int, _ m: Metrics, _ font: any TextSource
  ) -> [Button] {
    let words = state.words
    let before: [(RecordControl, String)] = [
      (.list(.gate), words(.toDoIs(what: words.gate(draft.shown)))), (.list(.parts), words(.partsButton)),
      (.list(.highlight), words(.highlightPart)), (.beginHere, ""),
    ]
    let question: [(RecordControl, String)] =
      draft.shown.question == nil
      ? [(.addChoice, words(.questionButton))] : []
    let after: [(RecordControl, String)] = [
      (.removePage, ""), (.back, ""), (.next, ""), (.addPage, words(.pageButton)), (.save, words(.save)),
    ]
    let lefts = before + question
    func width(_ label: String) -> Double {
      label.isEmpty ? height : (height + font.pixels(label, size) + pad).rounded()
    }
    // The labels that say least go first where there is no room.
    let order: [RecordControl] = [
      .list(.highlight), .list(.parts), .addChoice, .save, .addPage, .list(.gate),
    ]
    var dropped: Set<RecordControl> = []
    func label(_ part: (RecordControl, String)) -> String { dropped.contains(part.0) ? "" : part.1 }
    func total() -> Double {
      let all = lefts + after
      return all.reduce(0) { $0 + width(label($1)) } + m.gap / 2 * Double(all.count) + m.gap
    }
    for control in order where total() > right - x { dropped.insert(control) }
    var made: [Button] = []
    var edge = x
    for part in lefts {
      let own = width(label(part))
      made.append(
        Button(
          control: .lesson(.record(part.0)), rect: Rect(x: edge, y: y, width: own, height: height),
          label: label(part)))
      edge += own + (m.gap / 2).rounded()
    }
    edge = right
    var behind: [Button] = []
    for part in after.reversed() {
      let own = width(label(part))
      behind.insert(
        Button(
          control: .lesson(.record(part.0)), rect: Rect(x: edge - own, y: y, width: own, height: height),
          label: label(part)), at: 0)
      edge -= own + (m.gap / 2).rounded()
    }
    return made + choiceButtons(draft, right: right, y: y, height: height, m) + behind
  }

  /// At the right end of the answers.
  private static func choiceButtons(
    _ draft: LessonDraft, right: Double, y: Double, height: Double, _ m: Metrics
  ) -> [Button] {
    guard draft.shown.question != nil else { return [] }
    let above = y - height - LessonBandSizes(m).between
    let remove = Rect(x: right - m.button, y: above, width: m.button, height: height)
    let add = Rect(x: remove.x - m.gap / 2 - m.button, y: above, width: m.button, height: height)
    return [
      Button(control: .lesson(.record(.addChoice)), rect: add, label: ""),
      Button(control: .lesson(.record(.removeChoice)), rect: remove, label: ""),
    ]
  }

  var controls: [(control: Control, rect: Rect)] {
    let written: [(control: Control, rect: Rect)] = texts.map { (.lesson(.record(.field($0.field))), $0.rect) }
    let answers = choices.flatMap { choice -> [(control: Control, rect: Rect)] in
      [
        (.lesson(.record(.field(.label(choice.index)))), choice.label),
        (.lesson(.record(.right(choice.index))), choice.mark),
      ]
    }
    return written + answers + buttons.map { ($0.control, $0.rect) } + [(.lesson(.record(.leave)), close)]
  }
}

extension Words {
  /// What stands where a text of a lesson is not written yet.
  func placeholder(_ field: LessonDraft.Field) -> String {
    switch field {
    case .title: self(.draftTitle)
    case .text: self(.draftText)
    case .ask: self(.draftAsk)
    case .label: self(.draftAnswer)
    case .reply: self(.draftReply)
    }
  }

  /// What is to be done on a page that is recorded.
  func gate(_ page: LessonDraft.Page) -> String { page.lessonGate.map(gate) ?? self(.gateFree) }

  func gate(_ gate: LessonGate) -> String {
    switch gate {
    case .points(let count): self(.pointCount(count: count))
    case .halfSteps(let count): self(.halfStepCount(count: count))
    case .logLikelihood(let value): self(.gateReaches(value: NumberText.decimal(value, digits: 2)))
    case .components(let count): self(.countSaid(components: count))
    case .end: self(.runToConvergence)
    case .guess: self(.gateGuess)
    case .answer: self(.gateAnswer)
    case .race: self(.restartRace)
    case .search: self(.searchForTheBest)
    }
  }
}
