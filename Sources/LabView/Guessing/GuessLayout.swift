import LabCore
import LabWords
import Rasterizer

/// The panel's lower part while somebody guesses: what is asked, what was said, and after the reveal how near it came.
struct GuessLayout: Sendable {
  struct Line: Sendable {
    let text: String
    let y: Double
  }

  struct Number: Sendable {
    let label: String
    let value: String
    let x, width: Double
  }

  /// A point that was given to another than its most likely owner.
  struct MissRow: Sendable {
    let index: Int
    let rect: Rect
  }

  let coversComponents: Bool
  let hairlineY: Double?
  let headingY: Double
  let title: String
  /// The question, or what became of the guess.
  let lines: [Line]
  let textSize: Int
  let chooser: [Segment]
  let numbers: [Number]
  let captionY, valueY: Double
  let bar: Rect?
  /// A number and what it counts, in one line.
  let count: (value: String, text: String, y: Double)?
  let notes: [Line]
  let misses: [MissRow]
  let more: Line?
  let show: [Segment]
  let counts: [Segment]
  let plot: GuessPlot?
  let buttons: [(control: Control, rect: Rect)]

  /// What is shown where there is not room for all.
  private struct Contents {
    var question = true
    var notes = true
    var misses = 2
    var chooser = true
    var cards = true
  }

  init?(_ state: LabState, panel: Rect, below bottom: Double, metrics m: Metrics, font: any TextSource) {
    guard let guess = state.document.guess else { return nil }
    let most = m.isProjector ? 0 : 2
    let under = [
      Contents(misses: most), Contents(notes: false, misses: most), Contents(question: false, misses: most),
      Contents(question: false, notes: false, misses: most), Contents(question: false, notes: false, misses: 0),
    ]
    let over = under.map { contents in
      var contents = contents
      contents.cards = false
      return contents
    }
    let last = Contents(question: false, notes: false, misses: 0, chooser: false, cards: false)
    for contents in under + over + [last] {
      let flow = GuessFlow(
        state, guess, panel: panel, top: contents.cards ? bottom : nil, question: contents.question,
        notes: contents.notes, misses: contents.misses, chooser: contents.chooser, metrics: m, font: font)
      if flow.fits || !contents.chooser {
        self.init(flow, coversComponents: !contents.cards)
        return
      }
    }
    return nil
  }

  private init(_ flow: GuessFlow, coversComponents: Bool) {
    self.coversComponents = coversComponents
    hairlineY = flow.hairlineY
    headingY = flow.headingY
    title = flow.title
    lines = flow.lines
    textSize = flow.textSize
    chooser = flow.chooser
    numbers = flow.numbers
    captionY = flow.captionY
    valueY = flow.valueY
    bar = flow.bar
    count = flow.count
    notes = flow.notes
    misses = flow.misses
    more = flow.more
    show = flow.show
    counts = flow.counts
    plot = flow.plot
    buttons = flow.buttons
  }

  var controls: [(control: Control, rect: Rect)] {
    (chooser + counts + show).map { ($0.control, $0.rect) } + buttons
  }
}

/// One attempt at placing it all, from the top down; the chart takes what is left.
struct GuessFlow {
  private(set) var hairlineY: Double?
  private(set) var headingY = 0.0
  private(set) var title = ""
  private(set) var lines: [GuessLayout.Line] = []
  let textSize: Int
  private(set) var chooser: [Segment] = []
  private(set) var numbers: [GuessLayout.Number] = []
  private(set) var captionY = 0.0
  private(set) var valueY = 0.0
  private(set) var bar: Rect?
  private(set) var count: (value: String, text: String, y: Double)?
  private(set) var notes: [GuessLayout.Line] = []
  private(set) var misses: [GuessLayout.MissRow] = []
  private(set) var more: GuessLayout.Line?
  private(set) var show: [Segment] = []
  private(set) var counts: [Segment] = []
  private(set) var plot: GuessPlot?
  private(set) var buttons: [(control: Control, rect: Rect)] = []
  /// Whether there was room for everything.
  private(set) var fits = true

  private let m: Metrics
  private let font: any TextSource
  private let left, right: Double
  private var y: Double
  private var em: Double { Double(m.fine) }

  /// - Parameter top: where the cards end; nil where it takes their place.
  init(
    _ state: LabState, _ guess: Guess, panel: Rect, top: Double?, question: Bool, notes showsNotes: Bool, misses: Int,
    chooser showsChooser: Bool, metrics m: Metrics, font: any TextSource
  ) {
    self.m = m
    self.font = font
    let words = state.words
    left = panel.x + m.padding
    right = panel.maxX - m.padding
    textSize = m.isProjector ? m.fine : m.body
    if let top {
      y = top + m.hairlineAfterCards
      hairlineY = y
    } else {
      y = panel.y + m.panelTop
    }
    title = words(guess.question == .move ? .beatTheMStep : .yourGuess)
    headingY = (y + 1.9 * em).rounded()
    y = headingY + 1.6 * em

    let segmentHeight = (m.isProjector ? 2 * em : 26 * m.scale).rounded()
    if showsChooser { placeChooser(state, guess, height: segmentHeight) }
    let said = GuessText(state, guess)
    if question || guess.phase == .revealed {
      lines = place(said.text, size: textSize, most: guess.phase == .revealed ? 3 : 4)
    }
    placeNumbers(said.numbers)
    if let said = said.count {
      let middle = (y + 0.4 * em + 0.6 * Double(m.big)).rounded()
      count = (said.value, said.text, middle)
      y = middle + 0.9 * Double(m.big)
    }
    if guess.question == .owners, guess.phase != .revealed {
      bar = Rect(x: left, y: (y + 0.2 * em).rounded(), width: right - left, height: (0.9 * em).rounded())
      y += 1.7 * em
    }
    if showsNotes {
      for note in said.notes { notes += place(note, size: m.fine, most: 2) }
    }
    placeMisses(guess, words, most: misses)
    if guess.phase == .revealed { placeShow(state, guess, height: segmentHeight) }

    let buttonHeight = (m.isProjector ? 2.2 * em : 36 * m.scale).rounded()
    let buttonTop = panel.maxY - (m.isProjector ? 0.5 * em : 12 * m.scale).rounded() - buttonHeight
    let gap = (8 * m.scale).rounded()
    let half = ((right - left - gap) / 2).rounded(.down)
    let first: Control = guess.phase == .revealed ? .freshPoints : .clearGuess
    buttons = [
      (first, Rect(x: left, y: buttonTop, width: half, height: buttonHeight)),
      (.guess, Rect(x: right - half, y: buttonTop, width: half, height: buttonHeight)),
    ]
    let room = buttonTop - 0.8 * em - y
    switch guess.question {
    case .owners, .onePoint: fits = room >= 0
    case .move, .gain, .count:
      let lowest = buttonTop - 0.8 * em - (guess.question == .count ? segmentHeight : 0)
      fits = lowest - y >= 9 * em
      let plot = GuessPlot(
        state, guess, in: Rect(x: left, y: y + 0.4 * em, width: right - left, height: max(lowest - y - 0.4 * em, 1)),
        metrics: m, font: font)
      self.plot = plot
      if guess.question == .count {
        placeCounts(guess, in: plot.plot, bottom: buttonTop - 0.9 * em, height: segmentHeight)
      }
    }
  }

  private mutating func placeChooser(_ state: LabState, _ guess: Guess, height: Double) {
    let items = guess.questions.map {
      Segment.Item(control: .question($0), text: state.words.name($0), isChosen: $0 == guess.question)
    }
    chooser = Segment.lines(
      items, x: left, y: y.rounded(), width: right - left, height: height, size: m.fine, font: font)
    y = (chooser.map(\.rect.maxY).max() ?? y) + 0.4 * em
  }

  private mutating func place(_ text: String, size: Int, most: Int) -> [GuessLayout.Line] {
    var placed: [GuessLayout.Line] = []
    let height = (1.45 * Double(size)).rounded()
    for line in font.wrap(text, TextStyle(size: size, weight: .book), to: right - left, most: most) {
      placed.append(GuessLayout.Line(text: line, y: (y + height / 2).rounded()))
      y += height
    }
    y += 0.35 * em
    return placed
  }

  private mutating func placeNumbers(_ said: [(label: String, value: String)]) {
    guard !said.isEmpty else { return }
    captionY = (y + 0.8 * em).rounded()
    valueY = (captionY + 0.75 * em + 0.62 * Double(m.big)).rounded()
    y = valueY + 0.9 * Double(m.big)
    let shares = said.count == 3 ? [0, 0.38, 0.76] : said.count == 2 ? [0, 0.5] : [0]
    for (index, number) in said.enumerated() {
      let x = (left + shares[index] * (right - left)).rounded()
      let end = index + 1 < said.count ? left + shares[index + 1] * (right - left) - 0.6 * em : right
      numbers.append(GuessLayout.Number(label: number.label, value: number.value, x: x, width: end - x))
    }
  }

  private mutating func placeMisses(_ guess: Guess, _ words: Words, most: Int) {
    guard case .owners(let verdict) = guess.verdict, !verdict.misses.isEmpty, !guess.wasSeen else { return }
    let height = (48 * m.scale).rounded()
    for index in verdict.misses.indices.prefix(most) {
      misses.append(
        GuessLayout.MissRow(
          index: index, rect: Rect(x: left, y: y.rounded(), width: right - left, height: height)))
      y += height + (6 * m.scale).rounded()
    }
    let others = verdict.misses.count - misses.count
    guard others > 0, !misses.isEmpty else { return }
    more = place(words(.moreRinged(count: others)), size: m.fine, most: 1).first
  }

  private mutating func placeShow(_ state: LabState, _ guess: Guess, height: Double) {
    let words = state.words
    let truth: Label =
      guess.question == .gain ? .theHalfStep : guess.kind == .maximization ? .theMStep : .theEStep
    let items = [
      Segment.Item(control: .showGuess(true), text: words(.yourGuess), isChosen: guess.showsGuess),
      Segment.Item(control: .showGuess(false), text: words(truth), isChosen: !guess.showsGuess),
    ]
    y += 0.3 * em
    show = Segment.lines(
      items, x: left, y: y.rounded(), width: right - left, height: height, size: m.fine, font: font)
    y = (show.map(\.rect.maxY).max() ?? y) + 0.4 * em
  }

  private mutating func placeCounts(_ guess: Guess, in plot: Rect, bottom: Double, height: Double) {
    let items = CountGuess.components.map {
      Segment.Item(control: .count($0), text: String($0), isChosen: guess.count.choice == $0)
    }
    let width = (plot.width / Double(items.count)).rounded(.down)
    counts = items.enumerated().map { index, item in
      Segment(
        control: item.control,
        rect: Rect(x: plot.x + Double(index) * width, y: bottom - height, width: width, height: height),
        text: item.text,
        isChosen: item.isChosen)
    }
  }
}
