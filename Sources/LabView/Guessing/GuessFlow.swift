import LabCore
import LabWords
import Rasterizer

/// One attempt at placing it all, from the top down; the chart takes what is left.
struct GuessFlow {
  private(set) var layout = GuessLayout()
  /// Whether there was room for everything.
  private(set) var fits = true

  private let m: Metrics
  private let font: any TextSource
  private let left, right: Double
  private var y: Double
  private var em: Double { Double(m.fine) }

  /// - Parameter bottom: where the cards end.
  init(
    _ state: LabState, _ guess: Guess, panel: Rect, below bottom: Double, _ contents: GuessLayout.Contents,
    metrics m: Metrics, font: any TextSource
  ) {
    self.m = m
    self.font = font
    let words = state.words
    left = panel.x + m.padding
    right = panel.maxX - m.padding
    layout.textSize = m.isProjector ? m.fine : m.body
    layout.coversComponents = !contents.cards
    if contents.cards {
      y = bottom + m.hairlineAfterCards
      layout.hairlineY = y
    } else {
      y = panel.y + m.panelTop
    }
    layout.title = words(guess.question == .move ? .beatTheMStep : .yourGuess)
    layout.headingY = (y + 1.9 * em).rounded()
    y = layout.headingY + 1.6 * em

    let segmentHeight = max((m.isProjector ? 2 * em : 26 * m.scale).rounded(), m.fingertip)
    // An exercise asks one question.
    if contents.chooser, state.lesson?.exercise == nil { placeChooser(state, guess, height: segmentHeight) }
    let said = GuessText(state, guess)
    if contents.question || guess.phase == .revealed {
      layout.lines = place(said.text, size: layout.textSize, most: guess.phase == .revealed ? 3 : 4)
    }
    placeNumbers(said.numbers)
    if let said = said.count {
      let middle = (y + 0.4 * em + 0.6 * Double(m.big)).rounded()
      layout.count = (said.value, said.text, middle)
      y = middle + 0.9 * Double(m.big)
    }
    if guess.question == .owners, guess.phase != .revealed {
      layout.bar = Rect(x: left, y: (y + 0.2 * em).rounded(), width: right - left, height: (0.9 * em).rounded())
      y += 1.7 * em
    }
    if contents.notes {
      for note in said.notes { layout.notes += place(note, size: m.fine, most: 2) }
    }
    placeMisses(guess, words, most: contents.misses)
    if guess.phase == .revealed { placeShow(state, guess, height: segmentHeight) }

    let foot = FootButtons(panel, metrics: m)
    layout.buttons = [
      (guess.phase == .revealed ? .freshPoints : .clearGuess, foot.left), (.guess, foot.right),
    ].filter { state.isThere($0.control) }
    let buttonTop = foot.left.y
    let room = buttonTop - 0.8 * em - y
    switch guess.question {
    case .owners, .onePoint: fits = room >= 0
    case .move, .gain, .count:
      let lowest = buttonTop - 0.8 * em - (guess.question == .count ? segmentHeight : 0)
      fits = lowest - y >= 9 * em
      let plot = GuessPlot(
        state, guess, in: Rect(x: left, y: y + 0.4 * em, width: right - left, height: max(lowest - y - 0.4 * em, 1)),
        metrics: m, font: font)
      layout.plot = plot
      if guess.question == .count {
        placeCounts(guess, in: plot.plot, bottom: buttonTop - 0.9 * em, height: segmentHeight)
      }
    }
  }

  private mutating func placeChooser(_ state: LabState, _ guess: Guess, height: Double) {
    let items = guess.questions.map {
      Segment.Item(control: .question($0), text: state.words.name($0), isChosen: $0 == guess.question)
    }
    layout.chooser = Segment.lines(
      items, x: left, y: y.rounded(), width: right - left, height: height, size: m.fine, font: font)
    y = (layout.chooser.map(\.rect.maxY).max() ?? y) + 0.4 * em
  }

  private mutating func place(_ text: String, size: Int, most: Int) -> [PlacedLine] {
    let placed = font.place(text, size: size, width: right - left, most: most, from: &y)
    y += 0.35 * em
    return placed
  }

  private mutating func placeNumbers(_ said: [(label: String, value: String)]) {
    guard !said.isEmpty else { return }
    layout.captionY = (y + 0.8 * em).rounded()
    layout.valueY = (layout.captionY + 0.75 * em + 0.62 * Double(m.big)).rounded()
    y = layout.valueY + 0.9 * Double(m.big)
    let shares = said.count == 3 ? [0, 0.38, 0.76] : said.count == 2 ? [0, 0.5] : [0]
    for (index, number) in said.enumerated() {
      let x = (left + shares[index] * (right - left)).rounded()
      let end = index + 1 < said.count ? left + shares[index + 1] * (right - left) - 0.6 * em : right
      layout.numbers.append(GuessLayout.Number(label: number.label, value: number.value, x: x, width: end - x))
    }
  }

  private mutating func placeMisses(_ guess: Guess, _ words: Words, most: Int) {
    guard case .owners(let verdict) = guess.verdict, !verdict.misses.isEmpty, !guess.wasSeen else { return }
    let height = (48 * m.scale).rounded()
    for index in verdict.misses.indices.prefix(most) {
      layout.misses.append(
        GuessLayout.MissRow(
          index: index, rect: Rect(x: left, y: y.rounded(), width: right - left, height: height)))
      y += height + (6 * m.scale).rounded()
    }
    let others = verdict.misses.count - layout.misses.count
    guard others > 0, !layout.misses.isEmpty else { return }
    layout.more = place(words(.moreRinged(count: others)), size: m.fine, most: 1).first
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
    layout.show = Segment.lines(
      items, x: left, y: y.rounded(), width: right - left, height: height, size: m.fine, font: font)
    y = (layout.show.map(\.rect.maxY).max() ?? y) + 0.4 * em
  }

  private mutating func placeCounts(_ guess: Guess, in plot: Rect, bottom: Double, height: Double) {
    let items = CountGuess.components.map {
      Segment.Item(control: .count($0), text: String($0), isChosen: guess.count.choice == $0)
    }
    let width = (plot.width / Double(items.count)).rounded(.down)
    layout.counts = items.enumerated().map { index, item in
      Segment(
        control: item.control,
        rect: Rect(x: plot.x + Double(index) * width, y: bottom - height, width: width, height: height),
        text: item.text,
        isChosen: item.isChosen)
    }
  }
}
