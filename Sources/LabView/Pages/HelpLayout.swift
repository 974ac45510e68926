import LabCore
import LabWords
import Rasterizer

/// The card with all keys and gestures. What a key does, a click on its row does too: nothing needs the keyboard.
struct HelpLayout: Sendable {
  struct Title: Sendable {
    let text: String
    let x, centerY: Double
  }

  struct Row: Sendable {
    /// Caps with their left edges, or the words of a gesture.
    let caps: [(text: String, x: Double)]
    let gesture: String?
    let effect: String
    let x, effectX, centerY: Double
    let rect: Rect
    /// The one action of the row; rows with several have none.
    let action: KeyAction?
  }

  let size: Int
  let frame: Rect
  let pad: Double
  let headCenterY: Double
  let titles: [Title]
  let rows: [Row]

  /// Columns as large as the window lets them be, in two or three.
  init(_ words: Words, window: Rect, metrics m: Metrics, font: any TextSource) {
    let largest = m.isProjector ? m.caption : m.stripText
    var best: HelpMeasure?
    for columns in HelpText.arrangements {
      var measure = HelpMeasure(columns, words, size: largest, isTight: m.isProjector, font: font)
      while measure.size > 9, measure.width > window.width - 8 || measure.height > window.height - 8 {
        measure = HelpMeasure(columns, words, size: measure.size - 1, isTight: m.isProjector, font: font)
      }
      if best.map({ measure.size > $0.size }) ?? true { best = measure }
    }
    let measure = best ?? HelpMeasure([], words, size: largest, isTight: m.isProjector, font: font)
    size = measure.size
    pad = measure.pad
    frame = Rect(
      x: (window.midX - measure.width / 2).rounded(), y: (window.midY - measure.height / 2).rounded(),
      width: measure.width, height: measure.height)
    let em = Double(measure.size)
    headCenterY = frame.y + pad + 0.5 * em
    var titles: [Title] = []
    var rows: [Row] = []
    var x = frame.x + pad
    for (index, column) in measure.columns.enumerated() {
      let effectX = x + measure.keyColumns[index]
      var y = frame.y + measure.header
      for (place, section) in column.enumerated() {
        y += measure.row * (place > 0 ? 1.5 : 1)
        titles.append(Title(text: words(section.title), x: x, centerY: y - 0.35 * measure.row))
        for entry in section.entries {
          y += measure.row
          let center = y - 0.35 * measure.row
          var caps: [(text: String, x: Double)] = []
          var capX = x
          for cap in entry.caps(words) {
            caps.append((cap, capX))
            capX += font.keyCapWidth(cap, size: measure.capSize) + 0.3 * em
          }
          rows.append(
            Row(
              caps: caps, gesture: entry.gesture.map { words($0) }, effect: words(entry.effect), x: x,
              effectX: effectX, centerY: center,
              rect: Rect(
                x: x - 0.5 * em, y: (center - measure.row / 2).rounded(), width: measure.columnWidths[index] + em,
                height: measure.row.rounded(.down)),
              action: entry.actions.count == 1 ? entry.actions.first : nil))
        }
      }
      x += measure.columnWidths[index] + measure.columnGap
    }
    self.titles = titles
    self.rows = rows
  }

  var capSize: Int { max(size - 1, 9) }

  var controls: [(control: Control, rect: Rect)] {
    rows.enumerated().compactMap { index, row in row.action == nil ? nil : (.helpRow(index), row.rect) }
  }

  /// What a click on a row does.
  func action(_ row: Int) -> KeyAction? { rows.indices.contains(row) ? rows[row].action : nil }
}

/// How large the card is at a font size.
private struct HelpMeasure {
  let columns: [[HelpText.Section]]
  let size, capSize: Int
  let pad, row, header, columnGap: Double
  let keyColumns: [Double]
  let columnWidths: [Double]
  let width, height: Double

  init(_ columns: [[HelpText.Section]], _ words: Words, size: Int, isTight: Bool, font: any TextSource) {
    let em = Double(size)
    self.columns = columns
    self.size = size
    let capSize = max(size - 1, 9)
    self.capSize = capSize
    pad = ((isTight ? 1.2 : 2) * em).rounded()
    row = ((isTight ? 1.75 : 1.9) * em).rounded()
    header = pad + (1.6 * em).rounded()
    columnGap = ((isTight ? 1.4 : 2.4) * em).rounded()
    keyColumns = columns.map { column in
      let widths = column.flatMap(\.entries).map { entry in
        entry.gesture.map { font.pixels(words($0), size) }
          ?? entry.caps(words).reduce(0) { $0 + font.keyCapWidth($1, size: capSize) + 0.3 * em }
      }
      return (widths.max() ?? 0) + em
    }
    columnWidths = zip(columns, keyColumns).map { column, keys in
      keys + (column.flatMap(\.entries).map { font.pixels(words($0.effect), size) }.max() ?? 0)
    }
    width = columnWidths.reduce(0, +) + columnGap * Double(max(columns.count - 1, 0)) + 2 * pad
    height = header + (columns.map(HelpText.rows).max() ?? 1) * row + pad
  }
}

extension TextSource {
  /// How wide the cap of a key is.
  func keyCapWidth(_ key: String, size: Int) -> Double {
    max(pixels(key, size) + (0.9 * Double(size)).rounded(), (1.5 * Double(size)).rounded())
  }
}
