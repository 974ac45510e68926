import LabCore
import LabWords
import Rasterizer

/// The choice of columns, above the name of the axis across: all pairs as small pictures with the names on the diagonal;
/// of many columns a list.
struct ColumnsLayout: Sendable {
  /// Two columns as a small picture.
  struct Cell: Sendable {
    let pair: ColumnPair
    let rect: Rect
  }

  /// The name of a column, which lets the model have it or not.
  struct Name: Sendable {
    let column: Int
    let rect: Rect
    let tick: Rect
    /// Centered below the tick, or one line beside it.
    let lines: [String]
    let size: Int
    /// In a list: what puts it on an axis.
    var across: Rect?
    var up: Rect?
  }

  /// So many columns are shown by pictures.
  static let mostPictured = 6

  let frame: Rect
  let cells: [Cell]
  let names: [Name]
  /// What is shown of what, right of the diagonal or above all.
  let title: [String]
  let titleAt: Point
  let titleAlign: TextAlign
  let titleLine: Double
  /// Above the columns of a list that put a name on an axis.
  let headsY: Double?
  let headSize: Int
  let toggle, toggleRow: Rect
  let toggleLabelX: Double
  let toggleSize: Int
  let unit: Double

  init?(_ state: LabState, canvas: Rect, above chip: Rect, metrics m: Metrics, font: any TextSource) {
    guard state.interface.showsColumns, let choice = state.document.points.choice else { return nil }
    let words = state.words
    var title = [words(.modelSees(columns: choice.fitted.count)), words(.pictureShowsTwo)]
    if choice.fitted.count > 2 { title.append(words(.exactMarginals)) }
    self.title = title
    let margin = (8 * m.unit).rounded()
    let room = Rect(
      x: canvas.x + margin, y: canvas.y + margin, width: chip.maxX - canvas.x - margin,
      height: chip.y - canvas.y - 2 * margin)
    let line = (1.32 * Double(m.body)).rounded()
    titleLine = line
    let titleWidth =
      title.enumerated().map { font.pixels($1, $0 < 2 ? m.body : m.caption, $0 < 2 ? .bold : .book) }.max() ?? 0
    let foot = (2.4 * Double(m.caption)).rounded()
    let titleSize = (width: titleWidth, height: Double(title.count) * line)
    let parts =
      Parts(picturing: state.document, room: room, titleSize: titleSize, foot: foot, m, font)
      ?? Parts(listing: state.document, words, room: room, titleSize: titleSize, foot: foot, m, font)
    let frame = Rect(
      x: (chip.maxX - parts.width).rounded(), y: (chip.y - margin - parts.height).rounded(), width: parts.width,
      height: parts.height)
    self.frame = frame
    cells = parts.cells.map { Cell(pair: $0.pair, rect: $0.rect.moved(to: frame)) }
    names = parts.names.map {
      Name(
        column: $0.column, rect: $0.rect.moved(to: frame), tick: $0.tick.moved(to: frame), lines: $0.lines,
        size: $0.size, across: $0.across?.moved(to: frame), up: $0.up?.moved(to: frame))
    }
    titleAt = Point(
      parts.titleIsBeside ? frame.maxX - parts.pad : frame.x + parts.pad, frame.y + parts.pad + line / 2)
    titleAlign = parts.titleIsBeside ? .right : .left
    headSize = parts.headSize
    headsY = parts.headsY.map { frame.y + $0 }
    toggleRow = Rect(
      x: frame.x + parts.pad / 2, y: frame.maxY - foot - parts.pad / 2, width: frame.width - parts.pad, height: foot)
    let (toggleWidth, toggleHeight) = ((30 * m.unit).rounded(), min((16 * m.unit).rounded(), foot - 4))
    toggle = Rect(
      x: toggleRow.maxX - parts.pad / 2 - toggleWidth, y: (toggleRow.midY - toggleHeight / 2).rounded(),
      width: toggleWidth, height: toggleHeight)
    toggleSize = font.size(
      words(.standardizeShort), fitting: toggle.x - toggleRow.x - parts.pad, upTo: m.caption, least: 11, .book)
    toggleLabelX = frame.x + parts.pad
    unit = parts.unit
  }

  var controls: [(control: Control, rect: Rect)] {
    cells.map { (.columnPair($0.pair), $0.rect) } + names.flatMap(controls) + [(.standardize, toggleRow)]
  }

  private func controls(_ name: Name) -> [(control: Control, rect: Rect)] {
    [(.fittedColumn(name.column), name.rect)]
      + [(name.across, false), (name.up, true)].compactMap { rect, up in
        rect.map { (.axisColumn(name.column, up: up), $0) }
      }
  }
}

/// The choice as it is laid out before its place is known: from its upper left corner.
private struct Parts {
  var width = 0.0
  var height = 0.0
  var pad = 0.0
  var unit = 1.0
  var cells: [ColumnsLayout.Cell] = []
  var names: [ColumnsLayout.Name] = []
  var titleIsBeside = false
  var headsY: Double?
  var headSize = 11

  /// Pictures smaller than this, of their usual size, would tell nothing.
  private static let leastFactor = 0.6

  /// A triangle of small pictures: row by row the columns up, from left to right those across. Nil where there are too
  /// many of them, or too little room.
  init?(
    picturing document: Document, room: Rect, titleSize: (width: Double, height: Double), foot: Double, _ m: Metrics,
    _ font: any TextSource
  ) {
    let names = document.columnNames
    guard names.count <= ColumnsLayout.mostPictured else { return nil }
    let count = Double(names.count)
    pad = (12 * m.unit).rounded()
    let gap = (4 * m.unit).rounded()
    let isCompact = m.sizeClass == .compact
    var cell = (width: (isCompact ? 62 : 74) * m.unit, height: (isCompact ? 46 : 54) * m.unit)
    let beside = (count - 1) * (cell.width + gap) - gap
    titleIsBeside = titleSize.width <= beside && titleSize.height <= cell.height + gap
    let head = titleIsBeside ? 0 : titleSize.height + gap
    let fixed = (width: 2 * pad + (count - 1) * gap, height: 1.5 * pad + head + (count - 1) * gap + foot + gap)
    let factor = min(
      1, (room.width - fixed.width) / (count * cell.width), (room.height - fixed.height) / (count * cell.height))
    guard factor >= Parts.leastFactor else { return nil }
    cell = ((cell.width * factor).rounded(.down), (cell.height * factor).rounded(.down))
    unit = m.unit * factor
    width = max(fixed.width + count * cell.width, titleIsBeside ? 0 : min(titleSize.width + 2 * pad, room.width))
    height = fixed.height + count * cell.height
    for up in names.indices {
      func place(_ across: Int) -> Rect {
        Rect(
          x: pad + Double(across) * (cell.width + gap), y: pad + head + Double(up) * (cell.height + gap),
          width: cell.width, height: cell.height)
      }
      for across in 0..<up { cells.append(.init(pair: ColumnPair(across: across, up: up), rect: place(across))) }
      self.names.append(Parts.name(names[up], column: up, in: place(up), m, font))
    }
  }

  /// A name in up to two lines below its tick.
  private static func name(
    _ name: String, column: Int, in rect: Rect, _ m: Metrics, _ font: any TextSource
  ) -> ColumnsLayout.Name {
    let words = name.split { $0 == "_" || $0 == " " }.joined(separator: " ")
    let tick = min((14 * m.unit).rounded(), (0.26 * rect.height).rounded())
    var size = m.caption
    /// Two words stand below each other even where there is room for both.
    func lines(_ size: Int) -> [String] {
      let style = TextStyle(size: size, weight: .bold)
      let longest = words.split(separator: " ").map { font.width(of: String($0), style) }.max() ?? 0
      let narrow = max(longest, 0.62 * font.width(of: words, style)).rounded(.up)
      return font.wrap(words, style, to: min(narrow, rect.width - 2), most: 2)
    }
    let needed = words.split(separator: " ").map(String.init)
    while size > 11,
      needed.contains(where: { font.pixels($0, size, .bold) > rect.width - 2 })
        || Double(2 * size) * 1.25 + tick > rect.height - 2
    {
      size -= 1
    }
    return .init(
      column: column, rect: rect,
      tick: Rect(x: (rect.midX - tick / 2).rounded(), y: rect.y + 2, width: tick, height: tick), lines: lines(size),
      size: size)
  }

  /// A row for each column: tick, name, and what puts it on an axis. In two blocks where rows would be too low.
  init(
    listing document: Document, _ words: Words, room: Rect, titleSize: (width: Double, height: Double), foot: Double,
    _ m: Metrics, _ font: any TextSource
  ) {
    let names = document.columnNames
    pad = (12 * m.unit).rounded()
    unit = m.unit
    let heads = (1.8 * Double(m.caption)).rounded()
    let usual = (24 * m.unit).rounded()
    let rowsRoom = room.height - 1.5 * pad - titleSize.height - heads - foot
    let isTight = rowsRoom / Double(names.count) < 0.75 * usual
    let perBlock = isTight ? (names.count + 1) / 2 : names.count
    let blocks = isTight ? 2.0 : 1.0
    let row = max(min(usual, (rowsRoom / Double(perBlock)).rounded(.down)), 8)
    let tick = min((14 * m.unit).rounded(), (0.7 * row).rounded())
    let most = ((room.width - 2 * pad - (blocks - 1) * pad) / blocks).rounded(.down)
    /// How wide a name and an axis are by the size of letters.
    func widths(_ size: Int) -> (name: Double, axis: Double) {
      let heads = [Label.acrossHead, .upHead].map { font.pixels(words($0), min(size, m.caption)) }.max() ?? 0
      let longest = names.map { font.pixels($0, size, .bold) }.max() ?? 0
      return (longest + tick + pad, heads + (8 * m.unit).rounded())
    }
    var size = max(min(m.stripText, Int(0.72 * row)), 8)
    while size > 11, widths(size).name + 2 * widths(size).axis > most { size -= 1 }
    let (longest, axis) = widths(size)
    headSize = min(size, m.caption)
    let block = min(max(longest + 2 * axis, (titleSize.width - (blocks - 1) * pad) / blocks, 200 * m.unit), most)
      .rounded(.down)
    width = 2 * pad + blocks * block + (blocks - 1) * pad
    height = 1.5 * pad + titleSize.height + heads + Double(perBlock) * row + foot
    let top = pad + titleSize.height + heads
    headsY = top - heads / 2
    let nameWidth = block - 2 * axis
    for (index, name) in names.enumerated() {
      let x = pad + Double(index / perBlock) * (block + pad)
      let y = top + Double(index % perBlock) * row
      let shown = font.truncate(name, TextStyle(size: size, weight: .bold), to: nameWidth - tick - 0.5 * pad)
      self.names.append(
        .init(
          column: index, rect: Rect(x: x, y: y, width: nameWidth, height: row),
          tick: Rect(x: x + 2, y: (y + (row - tick) / 2).rounded(), width: tick, height: tick), lines: [shown],
          size: size, across: Rect(x: x + nameWidth, y: y, width: axis, height: row),
          up: Rect(x: x + nameWidth + axis, y: y, width: axis, height: row)))
    }
  }
}

extension Rect {
  /// The same from another upper left corner.
  fileprivate func moved(to frame: Rect) -> Rect {
    Rect(x: x + frame.x, y: y + frame.y, width: width, height: height)
  }
}
