import LabCore
import LabWords
import Rasterizer

/// The page of the mixture in its box: its number and level, what is to be found, and, once the box is open, how near the
/// model on show comes.
struct MysteryLayout: Sendable {
  struct Row: Sendable {
    let label, value: String
    let y: Double
  }

  let heading: PageHeading
  let title: String
  let badge: String?
  /// The number, to be typed, with the next one beside it.
  let numberLabelY: Double
  let number: Rect
  let numberText: String
  let levels: [Segment]
  let lines: [PlacedLine]
  let overlap: (text: String, x: Double, y: Double, lines: [(text: String, y: Double)], size: Int)?
  let bar: Rect?
  let rows: [Row]
  let notes: [PlacedLine]
  let legendY: Double?
  let buttons: [(control: Control, rect: Rect)]
  /// Whether there was room for all of it.
  let fits: Bool

  init(_ state: LabState, panel: Rect, top: Double, metrics m: Metrics, font: any TextSource) {
    let words = state.words
    let mystery = state.document.mystery
    let score = mystery?.score
    let left = panel.x + m.padding
    let right = panel.maxX - m.padding
    let em = Double(m.fine)
    heading = PageHeading(top: top, right: right, metrics: m)
    title = words(mystery?.isOpen == true ? .theBoxIsOpen : .theBoxIsShut)
    badge = score.map {
      $0.ownCount == $0.trueCount
        ? words(.countIsRight(components: $0.trueCount)) : words(.countIsWrong(components: $0.trueCount))
    }
    var y = top + m.headRow
    if badge != nil { y += 2.3 * em }
    let height = max((m.isProjector ? 2 * em : 26 * m.scale).rounded(), m.fingertip)
    let draft = state.interface.page == .mystery ? state.interface.seedDraft : nil
    numberText = draft.map { $0 + OptionText.cursor } ?? mystery.map { String($0.number) } ?? NumberText.none
    let numberWidth = (7 * em).rounded()
    number = Rect(x: right - numberWidth, y: y.rounded(), width: numberWidth, height: height)
    numberLabelY = number.midY.rounded()
    y = number.maxY + 0.6 * em
    levels = Segment.lines(
      Mystery.Level.allCases.map {
        Segment.Item(control: .mysteryLevel($0), text: words.name($0), isChosen: mystery?.level == $0)
      }, x: left, y: y.rounded(), width: right - left, height: height, size: m.fine, font: font)
    y = (levels.map(\.rect.maxY).max() ?? y) + 0.8 * em

    var lines: [PlacedLine] = []
    var notes: [PlacedLine] = []
    func wrapped(_ text: String, most: Int) -> [PlacedLine] {
      defer { y += 0.4 * em }
      return font.place(text, size: m.fine, width: right - left, most: most, from: &y)
    }
    if let score {
      let text = words.percent(score.overlap)
      let size = m.isProjector ? m.big : Int((30 * m.scale).rounded())
      let x = left + font.pixels(text, size, .bold) + 1.3 * em
      let meaning = font.wrap(
        words(m.isProjector ? .overlapShort : .overlapMeaning), TextStyle(size: m.fine, weight: .book),
        to: max(right - x, 1), most: 2)
      let height = max(1.25 * Double(size), (1.4 * Double(meaning.count) + 0.4) * em)
      let middle = (y + height / 2).rounded()
      let first = middle - Double(meaning.count - 1) * 0.7 * em
      overlap = (
        text, x, middle, meaning.enumerated().map { ($1, (first + Double($0) * 1.4 * em).rounded()) }, size
      )
      y += height
      bar = Rect(x: left, y: y.rounded(), width: right - left, height: (0.8 * em).rounded())
      y += 1.6 * em
    } else {
      let why: Label =
        mystery?.isOpen != true
        ? .mysteryQuestion : state.document.algorithm == .kMeans ? .scoreNeedsEM : .scoreNeedsFewer
      lines = wrapped(words(why), most: 5)
      overlap = nil
      bar = nil
    }
    let averages = score?.components.averages
    let rowHeight = (m.isProjector ? 1.7 * em : 22 * m.scale).rounded()
    let hidden = words(.unknown)
    let all = [
      (
        words(.numberRow),
        score.map { words(.countOfTruth(own: $0.ownCount, truth: $0.trueCount)) } ?? hidden
      ),
      (
        words(.placesRow),
        averages.map { words(.placesOff(value: NumberText.decimal($0.place, digits: 2))) } ?? hidden
      ),
      (
        words(.shapesRow),
        averages.map { words(.shapesOff(percent: NumberText.percent($0.shape))) } ?? hidden
      ),
      (
        words(.weightsRow),
        averages.map { words(.weightsOff(value: NumberText.decimal($0.weight, digits: 3))) } ?? hidden
      ),
    ].map { label, value in
      defer { y += rowHeight }
      return Row(label: label, value: value, y: (y + rowHeight / 2).rounded())
    }
    y += 0.5 * em
    if let score, let attainable = score.attainable {
      let percent = NumberText.percent(attainable)
      notes = wrapped(
        score.overlap >= attainable - 0.01 ? words(.noBetter) : words(.couldOverlap(percent: percent)), most: 3)
    }
    let foot = FootButtons(panel, metrics: m)
    buttons = [(.newMystery, foot.left), (.box, foot.right)]
    let buttonTop = foot.left.y
    rows = all.filter { $0.y + rowHeight / 2 <= buttonTop }
    legendY = mystery?.isOpen == true && y + 1.6 * em <= buttonTop ? (y + 0.8 * em).rounded() : nil
    fits = y <= buttonTop - 0.3 * em
    self.lines = lines
    self.notes = fits ? notes : []
  }

  var controls: [(control: Control, rect: Rect)] {
    [(.closePage, heading.close), (.seedField, number)] + levels.map { ($0.control, $0.rect) } + buttons
  }
}
