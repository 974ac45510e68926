import LabCore
import LabWords
import Rasterizer

/// The page of a class: the question above, all guesses over the truth at the left, scores and questions at the right, and
/// a small picture of each hand-in below.
struct HandInsLayout: Sendable {
  struct Card: Sendable {
    /// A place among the answers by score.
    let place: Int
    let rect: Rect
  }

  struct Row: Sendable {
    let index: Int
    let rect: Rect
    let label: String
    /// The share that was right, 0 … 1.
    let share: Double
  }

  let header, close: Rect
  let title, caption: String
  let titleSize: Int
  let segments: [Segment]
  /// Not on a projector.
  let names: Rect?
  /// What is shown; nil while there is nothing.
  let question: HandInQuestion?
  let answers: [HandInQuestion.Answer]
  let stage: Rect
  let panel: Rect
  let cards: [Card]
  let plot: HandInPlot?
  /// Above the plot: what the scores are.
  let measure: [String]
  let measureY: Double
  let mistake: LessonLines?
  let mistakeY: Double
  /// The places of those who made it.
  let marked: Set<Int>
  let rowsHeading: Double
  let rows: [Row]
  let size: Int
  let lineHeight: Double
  /// Under the sentence that is shown while there is nothing else.
  let progress: Rect

  init(_ state: LabState, window: Rect, strip: Rect, metrics m: Metrics, font: any TextSource) {
    let words = state.words
    let size = m.isProjector ? m.fine : m.body
    let em = Double(size)
    self.size = size
    let lineHeight = (1.45 * em).rounded()
    self.lineHeight = lineHeight
    header = Rect(x: 0, y: 0, width: window.width, height: m.topBar)
    close = PageFrame.close(in: header, window: window, metrics: m)
    let questions = state.handIns.questions
    let place = state.handIns.place
    let question = place.flatMap { questions.indices.contains($0) ? questions[$0] : nil }
    self.question = question
    let answers = question?.byScore ?? []
    self.answers = answers

    // The head: from the right, the way out, names, what is shown.
    let named = m.isProjector ? nil : Rect(x: close.x - m.gap - m.button, y: close.y, width: m.button, height: m.button)
    names = named
    var right = (named?.x ?? close.x) - 1.5 * m.gap
    let choices: [(HandIns.View, Label)] = [
      (.guesses, .handInGuesses), (.truth, .handInTruth), (.both, .bothTogether),
    ]
    let widest = choices.map { font.pixels(words($0.1), size, .bold) }.max() ?? 0
    let segmentsWidth = min(3 * (widest + 2.2 * em), 0.46 * window.width).rounded()
    segments =
      question == nil
      ? []
      : Segment.lines(
        choices.map {
          Segment.Item(control: .handIns(.show($0.0)), text: words($0.1), isChosen: state.handIns.view == $0.0)
        }, x: (right - segmentsWidth).rounded(), y: ((header.height - 0.85 * m.button) / 2).rounded(),
        width: segmentsWidth, height: (0.85 * m.button).rounded(), size: size, font: font)
    right -= question == nil ? 0 : segmentsWidth + 2 * m.gap
    let room = right - 1.5 * m.padding
    let wanted = question.map { words.title($0, state) } ?? words(.handIns)
    titleSize = font.size(wanted, fitting: room, upTo: m.isProjector ? m.body : m.big, least: m.caption, .bold)
    title = font.truncate(wanted, TextStyle(size: titleSize, weight: .bold), to: room)
    caption = font.truncate(words.caption(state), TextStyle(size: m.caption, weight: .book), to: room)

    // Below: pictures in one row or more, then the panel, and the canvas has the rest.
    let bottom = strip.height > 0 ? strip.y : window.maxY
    let body = Rect(x: 0, y: header.maxY, width: window.width, height: max(bottom - header.maxY, 1))
    let (cards, cardsTop) = HandInsLayout.cards(answers.count, body: body, metrics: m)
    self.cards = cards
    let panelWidth = min(max((0.3 * window.width).rounded(), 22 * em), 0.42 * window.width).rounded()
    let hasPanel = question != nil
    panel = Rect(
      x: window.width - (hasPanel ? panelWidth : 0), y: body.y, width: hasPanel ? panelWidth : 0,
      height: cardsTop - body.y)
    stage = Rect(x: 0, y: body.y, width: panel.x, height: panel.height)

    // The panel from above: heading, what the scores are, their plot, the commonest mistake; from below: the questions.
    let (left, width) = (panel.x + m.padding, max(panel.width - 2 * m.padding, 1))
    let style = TextStyle(size: size, weight: .book)
    var y = panel.y + 0.8 * em
    measureY = (y + 2.1 * em).rounded()
    let measure = question.map { font.wrap(words.measure($0), style, to: width, most: 2) } ?? []
    self.measure = measure
    y += 2.1 * em + Double(measure.count) * lineHeight
    let found = question?.commonestMistake
    marked = Set(found?.places ?? [])
    let spans = found.flatMap { found in question.flatMap { words.spans(found.mistake, found.places.count, $0, state) }
    }
    let mistake = spans.map { LessonLines($0, size: size, width: width, font: font) }
    let mistakeHeight = mistake.map { Double(min($0.lines.count, 3)) * lineHeight + 0.8 * em } ?? 0
    let rowHeight = max((1.75 * em).rounded(), m.fingertip)
    let least = 5.5 * em
    let space = panel.maxY - y - mistakeHeight - least - 0.6 * em
    // A list of one question says nothing new.
    let rowCount = questions.count < 2 ? 0 : min(questions.count, max(Int((space - 1.9 * em) / rowHeight), 0))
    let rowsHeight = rowCount > 1 ? Double(rowCount) * rowHeight + 2.2 * em : 0
    let hasPlot = question.map { $0.kind != .question && !$0.answers.isEmpty } ?? false
    let plotHeight = min(panel.maxY - y - mistakeHeight - rowsHeight - 0.6 * em, 17 * em)
    if hasPlot, let question, plotHeight >= 4 * em {
      plot = HandInPlot(
        question, in: Rect(x: left, y: y, width: width, height: plotHeight), words: words, size: size, metrics: m)
      y += plotHeight
    } else {
      plot = nil
    }
    self.mistake = mistake
    mistakeY = (y + 1.2 * em).rounded()
    let rowsTop = (panel.maxY - rowsHeight).rounded()
    rowsHeading = (rowsTop + 1.1 * em).rounded()
    let first = min(max((place ?? 0) - rowCount / 2, 0), max(questions.count - rowCount, 0))
    rows =
      rowsHeight == 0
      ? []
      : (0..<rowCount).map { line in
        let index = first + line
        let share = questions[index].share ?? 0
        return Row(
          index: index,
          rect: Rect(
            x: left - m.gap, y: (rowsTop + 1.9 * em + Double(line) * rowHeight).rounded(), width: width + 2 * m.gap,
            height: rowHeight),
          label: words.shortTitle(questions[index], state), share: share)
      }
    progress = Rect(
      x: (stage.midX - 10 * em).rounded(), y: (stage.midY + 1.6 * em).rounded(), width: 20 * em,
      height: max((0.4 * em).rounded(), 3))
  }

  /// Twelve across, or more where two rows do not hold all; as few rows as that takes.
  private static func cards(_ count: Int, body: Rect, metrics m: Metrics) -> (cards: [Card], top: Double) {
    guard count > 0 else { return ([], body.maxY) }
    let gap = (0.6 * m.padding).rounded()
    let rowCount = count > 12 ? 2 : 1
    let columns = max(m.isProjector || m.sizeClass != .compact ? 12 : 10, (count + rowCount - 1) / rowCount)
    let width = ((body.width - 2 * m.padding - Double(columns - 1) * gap) / Double(columns)).rounded(.down)
    let height = min((0.76 * width).rounded(), (0.16 * body.height).rounded())
    let top = body.maxY - m.padding - Double(rowCount) * (height + gap) + gap
    let cards = (0..<count).map { place in
      Card(
        place: place,
        rect: Rect(
          x: m.padding + Double(place % columns) * (width + gap),
          y: (top + Double(place / columns) * (height + gap)).rounded(), width: width, height: height))
    }
    return (cards, (top - 0.6 * m.padding).rounded())
  }

  var controls: [(control: Control, rect: Rect)] {
    segments.map { ($0.control, $0.rect) } + (names.map { [(.handIns(.names), $0)] } ?? [])
      + rows.map { (.handIns(.question($0.index)), $0.rect) } + [(.handIns(.close), close)]
  }
}
