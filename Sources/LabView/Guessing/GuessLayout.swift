import LabCore
import LabWords
import Rasterizer

/// The panel's lower part while somebody guesses: what is asked, what was said, and after the reveal how near it came.
struct GuessLayout: Sendable {
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

  /// Whether it takes the place of the cards.
  var coversComponents = false
  var hairlineY: Double?
  var headingY = 0.0
  var title = ""
  /// The question, or what became of the guess.
  var lines: [PlacedLine] = []
  var textSize = 0
  var chooser: [Segment] = []
  var numbers: [Number] = []
  var captionY = 0.0
  var valueY = 0.0
  var bar: Rect?
  /// A number and what it counts, in one line.
  var count: (value: String, text: String, y: Double)?
  var notes: [PlacedLine] = []
  var misses: [MissRow] = []
  var more: PlacedLine?
  var show: [Segment] = []
  var counts: [Segment] = []
  var plot: GuessPlot?
  var buttons: [(control: Control, rect: Rect)] = []

  var controls: [(control: Control, rect: Rect)] {
    (chooser + counts + show).map { ($0.control, $0.rect) } + buttons
  }
}

extension GuessLayout {
  /// What is shown where there is not room for all.
  struct Contents {
    var question = true
    var notes = true
    var misses = 2
    var chooser = true
    var cards = true
  }

  /// As much of it as there is room for; nil while nobody guesses.
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
      let flow = GuessFlow(state, guess, panel: panel, below: bottom, contents, metrics: m, font: font)
      if flow.fits || !contents.chooser {
        self = flow.layout
        return
      }
    }
    return nil
  }
}
