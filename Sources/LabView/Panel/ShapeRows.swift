import LabCore
import LabWords
import Rasterizer

/// What a card tells of its component's shape when it is pointed at. Those of k-means have a center and no spread.
enum ShapeRow: CaseIterable {
  case center, axes, turn

  static func of(_ state: LabState) -> [ShapeRow] {
    switch state.document.algorithm {
    case .em: allCases
    case .kMeans: [.center]
    }
  }

  var label: Label {
    switch self {
    case .center: .shapeCenter
    case .axes: .shapeAxes
    case .turn: .shapeAngle
    }
  }

  var explanation: Explanation {
    switch self {
    case .center: .center
    case .axes: .axes
    case .turn: .turn
    }
  }

  func text(_ shape: ComponentShape) -> String {
    switch self {
    case .center: shape.centerText
    case .axes: shape.axesText
    case .turn: shape.degrees
    }
  }
}

extension Painter {
  /// In an open card: below its lines a hairline and the rows.
  mutating func drawShape(_ rect: Rect, left: Double, right: Double, _ index: Int, _ state: LabState) {
    let unit = metrics.scale
    hairline(Rect(x: left, y: rect.y + (65 * unit).rounded(), width: right - left, height: metrics.hairline))
    let rows = [80, 100, 120].map { rect.y + ($0 * unit).rounded() }
    drawShapeRows(rows, left: left, right: right, index, state)
  }

  mutating func drawShapeRows(_ rows: [Double], left: Double, right: Double, _ index: Int, _ state: LabState) {
    guard let shape = ComponentShape(state.document.points.seen(state.mixtureOnShow), index) else { return }
    for (y, row) in zip(rows, ShapeRow.of(state)) {
      let width = text(
        row.text(shape), x: right, centerY: y, size: metrics.caption, weight: .bold, theme.ink, align: .right)
      text(
        words(row.label), x: left, centerY: y, size: metrics.caption, theme.ink2,
        within: right - width - metrics.gap - left)
    }
  }
}

/// Beside a card: what it has no room for, over the canvas. All of it where the card is too small to open, and of data
/// with more columns than are shown each of them.
struct FlyoutLayout: Sendable {
  /// A column of the model as the component has it.
  struct Column: Sendable {
    let name, mean, deviation: String
  }

  let frame: Rect
  let index: Int
  let pad, row: Double
  /// Whether it says what an open card says.
  let tellsAll: Bool
  /// How many rows that takes.
  let rows: Int
  let columns: [Column]
  /// How many there is no room for.
  let rest: String?
  /// The right edges of means and deviations, from the left of a block; and how wide blocks of columns are.
  let meanRight, deviationRight, blockWidth: Double
  let columnRow: Double
  let columnsPerBlock: Int

  /// - Parameter isCovered: whether something takes the place of the cards.
  init?(
    _ state: LabState, _ part: ComponentsLayout, isCovered: Bool, canvas: Rect, metrics m: Metrics,
    font: any TextSource
  ) {
    let all = FlyoutLayout.columns(state, part)
    let tellsAll = part.style != .twoLines || isCovered
    guard tellsAll || !all.isEmpty, let index = FlyoutLayout.pointedAt(state, part) else { return nil }
    (self.index, self.tellsAll) = (index, tellsAll)
    let em = Double(m.caption)
    let (pad, row) = ((1.1 * em).rounded(), (1.8 * em).rounded())
    (self.pad, self.row) = (pad, row)
    let margin = (0.7 * em).rounded()
    rows = tellsAll ? 2 + ShapeRow.of(state).count : 0
    let rows = Double(rows)

    // Columns in as many blocks beside each other as the canvas is too low for, and has room for.
    let heads = all.isEmpty ? 0 : 1.0
    let columnRow = min(row, (1.5 * em).rounded())
    self.columnRow = columnRow
    func widest(_ head: Label?, _ texts: [String], _ weight: FontWeight) -> Double {
      max(
        head.map { font.pixels(state.words($0), m.caption) } ?? 0,
        texts.map { font.pixels($0, m.caption, weight) }.max() ?? 0)
    }
    let room = canvas.width - 2 * margin - 2 * pad
    let (means, deviations) = (
      widest(.meanHead, all.map(\.mean), .bold), widest(.sigmaHead, all.map(\.deviation), .book)
    )
    let names = min(widest(nil, all.map(\.name), .book), max(room - means - deviations - 2 * em, 4 * em))
    meanRight = names + em + means
    deviationRight = meanRight + em + deviations
    blockWidth = deviationRight + pad
    let perBlock = max(Int((canvas.height - 2 * margin - 2 * pad - rows * row) / columnRow - heads), 2)
    let most = max(Int((room + pad) / blockWidth), 1) * perBlock
    columns = all.count <= most ? all : Array(all.prefix(most - 1))
    rest = columns.count < all.count ? state.words(.andMore(count: all.count - columns.count)) : nil
    let entries = columns.count + (rest == nil ? 0 : 1)
    let blocks = (entries + perBlock - 1) / perBlock
    columnsPerBlock = blocks > 0 ? (entries + blocks - 1) / blocks : 0

    let shape = tellsAll ? FlyoutLayout.shapeWidth(state, index, m, font) : 0
    let wanted = max(
      tellsAll ? max((288 * m.unit * (m.isProjector ? 0.75 : 1)).rounded(), shape + 2 * em + 2 * pad) : 0,
      columns.isEmpty ? 0 : Double(blocks) * blockWidth - pad + 2 * pad)
    let height = 2 * pad + rows * row + (heads + Double(columnsPerBlock)) * columnRow
    let width = min(wanted, canvas.width - 2)
    let y = part.cards[index].midY - height / 2
    frame = Rect(
      x: canvas.maxX - width - margin,
      y: max(min(max(y, canvas.y + margin), canvas.maxY - height - margin), canvas.y).rounded(), width: width,
      height: height)
  }

  /// The card that stands out, as an index among them.
  private static func pointedAt(_ state: LabState, _ part: ComponentsLayout) -> Int? {
    guard let (letter, strength) = state.interface.emphasis.strengths(at: state.now).max(by: { $0.value < $1.value }),
      strength > 0.5, state.interface.overlay == nil
    else { return nil }
    return part.letters.firstIndex(of: letter)
  }

  private static func columns(_ state: LabState, _ part: ComponentsLayout) -> [Column] {
    let model = state.mixtureOnShow
    guard let index = pointedAt(state, part), model.means.indices.contains(index) else { return [] }
    let texts = state.document.valueTexts(of: model.means[index])
    return zip(zip(texts, model.covariances[index].diagonal), state.document.points.scales).map { entry, scale in
      Column(
        name: entry.0.name, mean: entry.0.value,
        deviation: NumberText.coordinate(entry.1.squareRoot(), step: scale.deviation / 20))
    }
  }

  private static func shapeWidth(_ state: LabState, _ index: Int, _ m: Metrics, _ font: any TextSource) -> Double {
    let words = state.words
    let shape = ComponentShape(state.document.points.seen(state.mixtureOnShow), index)
    return max(
      font.pixels(words(.shapeAxes), m.caption) + font.pixels(shape?.axesText ?? "", m.caption, .bold),
      font.pixels(words(.shapeCenter), m.caption) + font.pixels(shape?.centerText ?? "", m.caption, .bold),
      font.pixels(words(.shapeAngle), m.caption) + font.pixels("−00°", m.caption, .bold))
  }
}

extension Painter {
  mutating func drawFlyout(_ part: FlyoutLayout, _ state: LabState) {
    log?.layer = .flyout
    raised(part.frame, corner: metrics.cardCorner, edge: theme.ink3)
    if part.tellsAll { drawCardRows(part, state) }
    drawColumns(of: part)
  }

  private mutating func drawCardRows(_ part: FlyoutLayout, _ state: LabState) {
    let card = CardValues(state)[part.index]
    let size = metrics.caption
    let left = part.frame.x + part.pad
    let right = part.frame.maxX - part.pad
    func y(_ row: Int) -> Double { (part.frame.y + part.pad + (Double(row) + 0.5) * part.row).rounded() }
    let radius = (0.85 * part.row / 2 * 1.15).rounded()
    cardMarker(card, center: Point(left + radius, y(0)), radius: radius)
    let names = CardNames(state.document.algorithm)
    text(words(names.weight), x: left + 2 * radius + metrics.gap, centerY: y(0), size: size, theme.ink2)
    text(weightText(card), x: right, centerY: y(0), size: size, weight: .bold, theme.ink, align: .right)
    text(words(names.expects), x: left, centerY: y(1), size: size, theme.ink2)
    let expected = card.expected.map { countText($0, of: card) } ?? words(.noPointsYet)
    text(expected, x: right, centerY: y(1), size: size, weight: .bold, theme.ink, align: .right)
    drawShapeRows((2..<part.rows).map(y), left: left, right: right, part.index, state)
  }

  /// Every column of the model with the component's mean and standard deviation there.
  private mutating func drawColumns(of part: FlyoutLayout) {
    guard !part.columns.isEmpty else { return }
    let size = metrics.caption
    let top = part.frame.y + part.pad + Double(part.rows) * part.row
    for (index, column) in part.columns.enumerated() {
      let x = part.frame.x + part.pad + Double(index / part.columnsPerBlock) * part.blockWidth
      let place = index % part.columnsPerBlock
      func y(_ row: Int) -> Double { (top + (Double(row) + 0.5) * part.columnRow).rounded() }
      if place == 0 {
        text(words(.meanHead), x: x + part.meanRight, centerY: y(0), size: size, theme.ink2, align: .right)
        text(words(.sigmaHead), x: x + part.deviationRight, centerY: y(0), size: size, theme.ink2, align: .right)
      }
      let room = part.meanRight - font.pixels(column.mean, size, .bold) - 0.6 * Double(size)
      let name = font.truncate(column.name, TextStyle(size: size, weight: .book), to: room)
      text(name, x: x, centerY: y(place + 1), size: size, theme.ink2)
      text(
        column.mean, x: x + part.meanRight, centerY: y(place + 1), size: size, weight: .bold, theme.ink, align: .right)
      text(column.deviation, x: x + part.deviationRight, centerY: y(place + 1), size: size, theme.ink, align: .right)
    }
    guard let rest = part.rest else { return }
    let x = part.frame.x + part.pad + Double(part.columns.count / part.columnsPerBlock) * part.blockWidth
    let place = Double(part.columns.count % part.columnsPerBlock)
    text(rest, x: x, centerY: (top + (place + 1.5) * part.columnRow).rounded(), size: size, theme.ink2)
  }
}
