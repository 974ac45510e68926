import LabCore
import LabWords
import Rasterizer

/// The parts of a table's preview, from the top: how it is written, its first rows, its points and what is said of them.
struct TableParts {
  let labelY: Double
  let groups: [OpenPreview.Group]
  let grid: OpenGrid?
  let scatter: Rect?
  let count: String
  let countPoint: Point
  let lines: [(text: String, y: Double, isBold: Bool)]
  let linesX: Double
  let check: (rect: Rect, text: String, isOn: Bool)?
  let fit: OpenPreview.Group?
  /// Whether the lines say why it cannot be opened.
  let saysProblem: Bool

  /// Where the three groups of what is written how stand: each as wide as its words ask for, and a third of the rest.
  private static func thirds(
    _ room: Rect, gap: Double, size: Int, least: Double, words: Words, font: any TextSource
  ) -> [(x: Double, width: Double)] {
    let texts = [[",", ";", words(.separatorTab)], ["1.5", "1,5"], [words(.rowOfNames), words(.rowOfData)]]
    let natural = texts.map { texts in
      texts.reduce(0) { $0 + max(font.pixels($1, size, .bold) + 1.3 * Double(size), least) }
    }
    let spare = room.width - 2 * gap - natural.reduce(0, +)
    let third = (room.width - 2 * gap) / 3
    let widths = (natural.max() ?? 0) <= third ? natural.map { _ in third } : natural.map { $0 + spare / 3 }
    var x = room.x
    return widths.map { width in
      defer { x += width + gap }
      return (x.rounded(), width.rounded(.down))
    }
  }

  init(
    _ state: LabState, _ table: TablePreview, room: Rect, y top: Double, size: Int, metrics m: Metrics,
    font: any TextSource
  ) {
    let words = state.words
    let em = Double(size)
    let reading = state.interface.browser.reading
    labelY = (top + 0.6 * em).rounded()
    let gap = (0.9 * em).rounded()
    let places = TableParts.thirds(room, gap: gap, size: size, least: m.fingertip, words: words, font: font)
    let segmentsY = (top + 1.5 * em).rounded()
    let segmentHeight = max((m.isProjector ? 2 : 2.2) * em, m.fingertip)
    func group(
      _ place: Int, _ head: Label, isSaid: Bool, _ choices: [(ReadingChange, String, Bool)]
    ) -> OpenPreview.Group {
      let (x, width) = places[place]
      let said = isSaid ? words(.wasSet(what: words(head))) : words(.wasFound(what: words(head)))
      let isKnown = choices.contains { $0.2 }
      return OpenPreview.Group(
        label: isKnown && font.pixels(said, m.caption) <= width ? said : words(head), labelX: x,
        changes: choices.map(\.0),
        segments: Segment.lines(
          choices.map { Segment.Item(control: .reading($0.0), text: $0.1, isChosen: $0.2) }, x: x, y: segmentsY,
          width: width, height: segmentHeight.rounded(), size: size, font: font, least: m.fingertip))
    }
    let format = table.format
    let groups = [
      group(
        0, .separatorHead, isSaid: reading.format.separator != nil,
        [
          (.separator(.comma), ",", format.separator == .comma),
          (.separator(.semicolon), ";", format.separator == .semicolon),
          (.separator(.tab), words(.separatorTab), format.separator == .tab),
        ]),
      group(
        1, .decimalsHead, isSaid: reading.format.decimals != nil,
        [
          (.decimals(.point), "1.5", format.decimals == .point), (.decimals(.comma), "1,5", format.decimals == .comma),
        ]),
      group(
        2, .firstRowHead, isSaid: reading.format.firstRow != nil,
        [
          (.firstRow(.names), words(.rowOfNames), format.firstRow == .names),
          (.firstRow(.data), words(.rowOfData), format.firstRow == .data),
        ]),
    ]
    self.groups = groups
    let tableY = (groups.flatMap(\.segments).map(\.rect.maxY).max() ?? segmentsY) + (1.2 * em).rounded()

    // What is said of the points needs its room; the rows have the rest.
    let isLow = m.sizeClass == .compact || m.sizeClass == .smallProjector
    let remaining = room.maxY - tableY
    let said = (table.incomplete > 0 ? 1.45 * (1 + 1.5 * Double(min(table.gaps.count, 3))) + 2.3 : 0)
    let asked = (table.numeric.count > 2 ? 2.8 : 0) + (table.columnsBeyond > 0 || table.problem != nil ? 1.5 : 0)
    let below = isLow ? min((3.4 + said + asked) * em, 0.55 * remaining) : 0.5 * remaining
    let grid = OpenGrid(
      table, reading, room: Rect(x: room.x, y: tableY, width: room.width, height: remaining - below - em), size: size,
      words: words, metrics: m, font: font)
    self.grid = grid
    let y = ((grid?.frame.maxY ?? tableY) + (1.1 * em)).rounded()
    let bottom = Rect(x: room.x, y: y, width: room.width, height: room.maxY - y)
    let scatterWidth = min(0.54 * room.width, bottom.height * 1.35)
    let hasScatter = !isLow && bottom.height >= 8 * em && !table.x.isEmpty
    scatter =
      hasScatter ? Rect(x: bottom.x, y: bottom.y, width: scatterWidth.rounded(), height: bottom.height.rounded()) : nil
    let x = hasScatter ? bottom.x + scatterWidth + 1.5 * em : bottom.x
    let textWidth = bottom.maxX - x
    linesX = x
    // Where it is refused as it is read, it makes no points.
    let canCount = table.fitted.count > 1 && table.problem == nil
    let points = max(table.pointCount, 0)
    count = !canCount ? "" : table.isCounted ? CountText.grouped(points) : words(.aboutCount(count: points))
    countPoint = Point(x, (bottom.y + 1.05 * em).rounded())
    var line = bottom.y + (canCount ? 2.2 : 0) * em
    var lines: [(text: String, y: Double, isBold: Bool)] = []
    func say(_ text: String, bold: Bool, most: Int) {
      let style = TextStyle(size: size, weight: bold ? .bold : .book)
      for text in font.wrap(text, style, to: textWidth, most: most) {
        lines.append((text, (line + 0.75 * em).rounded(), bold))
        line += (1.45 * em).rounded()
      }
    }
    // From below: the columns that are fitted, and the question whether rows are left out.
    var foot = bottom.maxY
    if table.numeric.count > 2, table.shown != nil {
      let height = max((2.1 * em).rounded(), m.fingertip)
      let label = words(.fitShort)
      let start = x + font.pixels(label, size) + 0.8 * em
      foot -= height
      let changes = [ReadingChange.fitsAll(false), .fitsAll(true)]
      let isAll = !reading.fitsShownOnly
      fit = OpenPreview.Group(
        label: label, labelX: x, changes: changes,
        segments: Segment.lines(
          [
            Segment.Item(control: .reading(changes[0]), text: words(.fitsTheTwo), isChosen: !isAll),
            Segment.Item(
              control: .reading(changes[1]), text: words(.allColumns(count: table.numeric.count)), isChosen: isAll),
          ], x: start, y: foot.rounded(), width: min(bottom.maxX - start, 16 * em), height: height, size: size,
          font: font))
      foot -= 0.5 * em
    } else {
      fit = nil
    }
    let isOn = reading.incomplete == .leftOut
    if table.asksToLeaveOut {
      let height = max((2.1 * em).rounded(), m.fingertip)
      foot -= height
      check = (
        Rect(x: x, y: foot.rounded(), width: min(textWidth, 24 * em), height: height), words(.leaveThemOut), isOn
      )
    } else {
      check = nil
    }
    func hasRoom(_ count: Double) -> Bool { line + count * 1.45 * em <= foot }
    if table.incomplete > 0 {
      if hasRoom(1) { say(words.incompleteRows(table, isLeftOut: isOn), bold: true, most: hasRoom(3) ? 2 : 1) }
      for gaps in table.gaps where hasRoom(1) {
        say(words.text(gaps, in: table), bold: false, most: hasRoom(2) ? 2 : 1)
      }
    }
    saysProblem = table.incomplete == 0 && table.problem != nil && hasRoom(2)
    if saysProblem, let problem = table.problem {
      say(words.text(problem), bold: true, most: hasRoom(4) ? 4 : 2)
    }
    if table.columnsBeyond > 0, hasRoom(1) {
      say(
        words(.firstColumns(taken: table.numeric.count, all: table.numeric.count + table.columnsBeyond)), bold: false,
        most: 2)
    }
    self.lines = lines
  }
}
