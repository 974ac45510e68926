import LabCore
import LabWords
import Rasterizer

/// The first rows of a table with its columns' names, in which the two columns to show are chosen.
struct OpenGrid: Sendable {
  struct Column: Sendable {
    let index: Int
    let x, width: Double
    let name: String
    let isNumeric, isShown: Bool

    var right: Double { x + width }
  }

  /// A square in a column's head that puts it on an axis.
  struct Mark: Sendable {
    let control: Control
    let rect: Rect
    /// Where it is pressed: on a projector half of the column's head, which a finger finds.
    let press: Rect
    let isUp, isChosen: Bool
  }

  let frame: Rect
  let columns: [Column]
  let marks: [Mark]
  let rows: [TablePreview.Row]
  let headHeight, rowHeight: Double
  /// What is not on show.
  let more: String
  let leavesOut: Bool
  let pad: Double

  init?(
    _ table: TablePreview, _ reading: TableReading, room: Rect, size: Int, words: Words, metrics m: Metrics,
    font: any TextSource
  ) {
    let em = Double(size)
    let width = max(table.columns.count, table.rows.map(\.cells.count).max() ?? 0)
    guard width > 0, !table.rows.isEmpty else { return nil }
    let side = (1.5 * em).rounded()
    pad = (0.75 * em).rounded()
    let pad = pad
    let headHeight = table.columns.isEmpty ? 0 : max((2.7 * em).rounded(), m.fingertip)
    let rowHeight = (2.05 * em).rounded()
    (self.headHeight, self.rowHeight) = (headHeight, rowHeight)
    let rowCount = min(max(Int((room.height - headHeight) / rowHeight) - 1, 1), table.rows.count)
    let rows = Array(table.rows.prefix(rowCount))
    self.rows = rows
    leavesOut = reading.incomplete == .leftOut

    func isNumeric(_ column: Int) -> Bool { table.numeric.contains(column) }
    func name(_ column: Int) -> String { table.columns.indices.contains(column) ? table.columns[column] : "" }
    let shown = table.shown.map { [$0.across, $0.up] } ?? []
    func natural(_ column: Int) -> Double {
      let cells = rows.map { $0.cells.indices.contains(column) ? font.pixels($0.cells[column], size) : 0 }.max() ?? 0
      let marks = isNumeric(column) ? 2 * side + 1.2 * em : 0
      let own = min(max(cells, font.pixels(name(column), size, .bold) + marks, 2 * em), 15 * em) + 2 * pad
      // Both on show are always in sight.
      return shown.contains(column) ? min(own, (room.width / 2).rounded(.down)) : own
    }
    // The columns on show are in sight, others before them as far as there is room.
    var order = Array(0..<width)
    var first = 0
    func end(from first: Int) -> Int {
      var (used, column) = (0.0, first)
      while column < width, used + natural(column) <= room.width || column == first {
        used += natural(column)
        column += 1
      }
      return column
    }
    while first < (shown.min() ?? 0), end(from: first) <= (shown.max() ?? 0) { first += 1 }
    if end(from: first) <= (shown.max() ?? 0) {
      // Too far apart: beside each other.
      order = shown + order.filter { !shown.contains($0) }
      first = 0
    }
    var widths: [(column: Int, width: Double)] = []
    var used = 0.0
    for column in order.dropFirst(first) {
      let own = natural(column)
      if used + own > room.width, !widths.isEmpty { break }
      widths.append((column, min(own, room.width)))
      used += min(own, room.width)
    }
    let spare = max(room.width - used, 0) / Double(max(widths.count, 1))
    var x = room.x
    columns = widths.map { column, own in
      defer { x += own + spare }
      return Column(
        index: column, x: x.rounded(), width: (x + own + spare).rounded() - x.rounded(), name: name(column),
        isNumeric: isNumeric(column), isShown: shown.contains(column))
    }
    let beyond = width - columns.count
    let left = table.about(table.rowCount - rows.count)
    more = [
      left > 0 ? words(.moreRows(count: left)) : nil, beyond > 0 ? words(.moreColumns(count: beyond)) : nil,
    ].compactMap { $0 }.joined(separator: ", ")
    frame = Rect(
      x: room.x, y: room.y, width: room.width,
      height: headHeight + rowHeight * (Double(rows.count) + (more.isEmpty ? 0.15 : 1)))
    guard table.shown != nil else {
      marks = []
      return
    }
    let y = (room.y + (headHeight - side) / 2).rounded()
    marks = columns.filter(\.isNumeric).flatMap { column in
      [false, true].map { isUp in
        let rect = Rect(
          x: column.x + (0.4 * em).rounded() + (isUp ? side + (0.25 * em).rounded() : 0), y: y, width: side,
          height: side)
        let half = Rect(
          x: column.x + (isUp ? column.width / 2 : 0), y: room.y, width: column.width / 2, height: headHeight)
        return Mark(
          control: .reading(isUp ? .up(column.index) : .across(column.index)), rect: rect,
          press: m.isProjector ? half : rect, isUp: isUp,
          isChosen: column.index == (isUp ? table.shown?.up : table.shown?.across))
      }
    }
  }
}
