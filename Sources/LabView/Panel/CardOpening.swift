import LabCore
import Rasterizer

/// Cards below each other, one of them open: the component that is pointed at tells of its shape, and the others make
/// way. Together they take the same room, so that nothing below moves; and the place of an open card contains that of
/// the closed one, so that it stays under the pointer.
struct CardOpening {
  let cards: [Rect]
  let bottom: Double

  /// At scale 1, with so many rows about a shape.
  static func openHeight(rows: Int) -> Double { 76 + 20 * Double(rows) }
  private static let shrunkHeight = 28.0

  /// - Parameters:
  ///   - closed: where the cards are when none is pointed at, all of one height.
  ///   - strengths: how far each stands out, 0 … 1, in sum at most 1.
  ///   - rows: how much an open card tells of a shape.
  init?(_ closed: [Rect], strengths: [Double], rows: Int, gap: Double, unit: Double) {
    guard let first = closed.first, closed.count == strengths.count else { return nil }
    let count = Double(closed.count)
    let open = (CardOpening.openHeight(rows: rows) * unit).rounded()
    let height = first.height
    // The same sum of heights, where that leaves the others room for a line.
    let shrunk = count > 1 ? max((count * height - open) / (count - 1), (CardOpening.shrunkHeight * unit).rounded()) : 0
    let all = min(strengths.reduce(0, +), 1)
    var y = first.y
    cards = zip(closed, strengths).map { rect, strength in
      let tall = (1 - all) * height + strength * open + (all - min(strength, all)) * shrunk
      var card = rect
      card.y = y.rounded()
      card.height = (y + tall).rounded() - card.y
      y += tall + gap
      return card
    }
    let most = max(count * height, open + (count - 1) * shrunk) + (count - 1) * gap
    bottom = (first.y + most).rounded()
  }
}

/// Where the bar of a card is.
enum CardBar {
  static func isShrunk(_ rect: Rect, unit: Double) -> Bool { rect.height < 50 * unit }

  static func rect(
    _ card: Rect, style: ComponentsLayout.Style, inset: Double, barRight: Double, weightWidth: Double,
    metrics m: Metrics
  ) -> Rect {
    let half = (m.bar / 2).rounded()
    let middle = card.midY.rounded(.down) - half
    func bar(_ left: Double, _ right: Double, _ y: Double) -> Rect {
      Rect(x: left, y: y, width: max(right - left, 0), height: m.bar)
    }
    switch style {
    // Beside those of another lane bars are too low to be taken hold of.
    case .pair, .smallPair, .lane: return Rect(x: card.x, y: card.y, width: 0, height: 0)
    case .twoLines:
      let unit = m.scale
      let (left, right) = (card.x + (48 * unit).rounded(), card.maxX - (12 * unit).rounded())
      return isShrunk(card, unit: unit)
        ? bar(left, right - weightWidth - (1.25 * m.gap).rounded(), middle)
        : bar(left, right, card.y + (33 * unit).rounded() - half)
    case .oneLine:
      let largest = m.sizeClass == .regular ? (10 * m.scale).rounded() : m.ringRadius
      let radius = min(largest, card.height * 0.42)
      return bar(card.x + inset + 2 * radius + (1.5 * m.gap).rounded(), barRight, middle)
    case .ringAndWeight:
      let radius = min(m.ringRadius, card.height * 0.42)
      let inset = (m.sizeClass == .smallProjector ? 6 : 10 * m.scale).rounded()
      let left = card.x + inset + 2 * radius + m.gap
      let right = card.maxX - inset - weightWidth - m.gap
      return right - left > 3 * m.bar ? bar(left, right, middle) : bar(left, left, middle)
    }
  }
}

extension ComponentsLayout {
  /// Every card, to be pointed at and to be reached by the keyboard.
  var cardControls: [(control: Control, rect: Rect)] {
    zip(letters, cards).filter { $1.maxY <= end }.map { (.card($0), $1) }
  }

  /// The component whose bar is at a position, to be dragged.
  func bar(at point: Point, _ state: LabState) -> Int? {
    guard state.layers.shows(.model) else { return nil }
    return bars.firstIndex { !$0.isEmpty && $0.inset(dx: -$0.height, dy: -$0.height).contains(point) }
  }

  /// The weight that a component's bar has where it is dragged to.
  func weight(_ component: Int, at point: Point) -> Double? {
    guard bars.indices.contains(component), bars[component].width > 0 else { return nil }
    return min(max((point.x - bars[component].x) / bars[component].width, 0), 1)
  }
}
