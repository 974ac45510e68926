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
