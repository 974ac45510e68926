import LabCore
import Rasterizer

/// All keys and gestures on one card.
extension Painter {
  mutating func drawHelp(_ layout: Layout) {
    log?.layer = .help
    canvas.fill(layout.window, theme.canvas.opacity(0.7))
    let escape = words.caps([.dismiss]).first ?? ""
    let candidates = HelpText.arrangements.map { fitted($0, layout.window) }
    guard var best = candidates.first else { return }
    for candidate in candidates where candidate.measured.size > best.measured.size { best = candidate }
    let (columns, measured) = best
    let size = measured.size
    let frame = Rect(
      x: (layout.window.midX - measured.width / 2).rounded(), y: (layout.window.midY - measured.height / 2).rounded(),
      width: measured.width, height: measured.height)
    canvas.fill(frame, cornerRadius: metrics.cardCorner, theme.raised)
    canvas.stroke(
      frame.inset(by: metrics.hairline / 2), cornerRadius: metrics.cardCorner, width: metrics.hairline, theme.line)
    text(
      words(.helpTitle), x: frame.x + measured.pad, centerY: frame.y + measured.pad + 0.5 * Double(size),
      size: size + 2, weight: .bold, theme.ink)
    let closing = measured.pad + keyCapWidth(escape, size: size - 1)
    text(
      words(.helpCloses), x: frame.maxX - measured.pad, centerY: frame.y + measured.pad + 0.5 * Double(size),
      size: size,
      theme.ink2, align: .right)
    keyCap(
      escape, x: frame.maxX - closing - font.pixels(words(.helpCloses), size) - 0.5 * Double(size),
      centerY: frame.y + measured.pad + 0.5 * Double(size), size: size - 1, ground: theme.chrome, ink: theme.ink,
      border: theme.line)
    var x = frame.x + measured.pad
    for (index, column) in columns.enumerated() {
      drawHelpColumn(column, x: x, top: frame.y + measured.header, measured, measured.keyColumns[index], size: size)
      x += measured.columnWidths[index] + measured.columnGap
    }
  }

  /// Columns as large as the window lets them be.
  private func fitted(_ columns: [[HelpText.Section]], _ window: Rect) -> ([[HelpText.Section]], measured: HelpMeasure)
  {
    let rows = columns.map(HelpText.rows).max() ?? 1
    var measured = HelpMeasure(
      self, columns, rows: rows, size: metrics.isProjector ? metrics.caption : metrics.stripText)
    while measured.size > 9, measured.width > window.width - 8 || measured.height > window.height - 8 {
      measured = HelpMeasure(self, columns, rows: rows, size: measured.size - 1)
    }
    return (columns, measured)
  }

  private mutating func drawHelpColumn(
    _ sections: [HelpText.Section], x: Double, top: Double, _ measured: HelpMeasure, _ keyColumn: Double, size: Int
  ) {
    var y = top
    for (index, section) in sections.enumerated() {
      y += measured.row * (index > 0 ? 1.5 : 1)
      text(words(section.title), x: x, centerY: y - 0.35 * measured.row, size: size, weight: .bold, theme.ink)
      for entry in section.entries {
        y += measured.row
        let center = y - 0.5 * measured.row + 0.15 * measured.row
        switch entry {
        case .gesture(let gesture, _): text(words(gesture), x: x, centerY: center, size: size, theme.ink)
        case .keys(let actions, _):
          var keyX = x
          for key in words.caps(actions) {
            keyX +=
              keyCap(
                key, x: keyX, centerY: center, size: max(size - 1, 9), ground: theme.chrome, ink: theme.ink,
                border: theme.line) + 0.3 * Double(size)
          }
        }
        text(words(entry.effect), x: x + keyColumn, centerY: center, size: size, theme.ink2)
      }
    }
  }
}

/// How large the help card is at a font size.
private struct HelpMeasure {
  let size: Int
  let pad, row, header, columnGap: Double
  let keyColumns: [Double]
  let columnWidths: [Double]
  let width, height: Double

  init(_ painter: Painter, _ columns: [[HelpText.Section]], rows: Double, size: Int) {
    let font = painter.font
    let em = Double(size)
    self.size = size
    pad = ((painter.metrics.isProjector ? 1.2 : 2) * em).rounded()
    row = ((painter.metrics.isProjector ? 1.75 : 1.9) * em).rounded()
    header = pad + (1.6 * em).rounded()
    columnGap = ((painter.metrics.isProjector ? 1.4 : 2.4) * em).rounded()
    keyColumns = columns.map { column in
      let widths = column.flatMap(\.entries).map { entry in
        switch entry {
        case .gesture(let gesture, _): font.pixels(painter.words(gesture), size)
        case .keys(let actions, _):
          painter.words.caps(actions).reduce(0) { $0 + painter.keyCapWidth($1, size: max(size - 1, 9)) + 0.3 * em }
        }
      }
      return (widths.max() ?? 0) + em
    }
    columnWidths = zip(columns, keyColumns).map { column, keys in
      keys + (column.flatMap(\.entries).map { font.pixels(painter.words($0.effect), size) }.max() ?? 0)
    }
    width = columnWidths.reduce(0, +) + columnGap * Double(columns.count - 1) + 2 * pad
    height = header + rows * row + pad
  }
}
