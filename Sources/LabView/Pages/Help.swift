import LabCore
import Rasterizer

/// All keys and gestures on one card.
extension Painter {
  mutating func drawHelp(_ layout: Layout) {
    canvas.fill(layout.window, theme.canvas.opacity(0.7))
    let columns = HelpText.columns
    let rows = columns.map(HelpText.rows).max() ?? 1
    var size = metrics.sizeClass == .projector ? metrics.caption : metrics.stripText
    var measured = HelpMeasure(self, columns, rows: rows, size: size)
    while size > 9, measured.width > layout.window.width - 8 || measured.height > layout.window.height - 8 {
      size -= 1
      measured = HelpMeasure(self, columns, rows: rows, size: size)
    }
    let frame = Rect(
      x: (layout.window.midX - measured.width / 2).rounded(), y: (layout.window.midY - measured.height / 2).rounded(),
      width: measured.width, height: measured.height)
    canvas.fill(frame, cornerRadius: metrics.cardCorner, theme.raised)
    canvas.stroke(
      frame.inset(by: metrics.hairline / 2), cornerRadius: metrics.cardCorner, width: metrics.hairline, theme.line)
    text(
      "Keys and gestures", x: frame.x + measured.pad, centerY: frame.y + measured.pad + 0.5 * Double(size),
      size: size + 2, weight: .bold, theme.ink)
    let closing = measured.pad + keyCapWidth("Esc", size: size - 1)
    text(
      "closes", x: frame.maxX - measured.pad, centerY: frame.y + measured.pad + 0.5 * Double(size), size: size,
      theme.ink2, align: .right)
    keyCap(
      "Esc", x: frame.maxX - closing - font.pixels("closes", size) - 0.5 * Double(size),
      centerY: frame.y + measured.pad + 0.5 * Double(size), size: size - 1, ground: theme.chrome, ink: theme.ink,
      border: theme.line)
    var x = frame.x + measured.pad
    for (index, column) in columns.enumerated() {
      drawHelpColumn(column, x: x, top: frame.y + measured.header, measured, measured.keyColumns[index], size: size)
      x += measured.columnWidths[index] + measured.columnGap
    }
  }

  private mutating func drawHelpColumn(
    _ sections: [HelpText.Section], x: Double, top: Double, _ measured: HelpMeasure, _ keyColumn: Double, size: Int
  ) {
    var y = top
    for (index, section) in sections.enumerated() {
      y += measured.row * (index > 0 ? 1.5 : 1)
      text(section.title, x: x, centerY: y - 0.35 * measured.row, size: size, weight: .bold, theme.ink)
      for entry in section.entries {
        y += measured.row
        let center = y - 0.5 * measured.row + 0.15 * measured.row
        if entry.isGesture {
          text(entry.keys[0], x: x, centerY: center, size: size, theme.ink)
        } else {
          var keyX = x
          for key in entry.keys {
            keyX +=
              keyCap(
                key, x: keyX, centerY: center, size: max(size - 1, 9), ground: theme.chrome, ink: theme.ink,
                border: theme.line) + 0.3 * Double(size)
          }
        }
        text(entry.effect, x: x + keyColumn, centerY: center, size: size, theme.ink2)
      }
    }
  }
}

/// How large the help card is at a font size.
private struct HelpMeasure {
  let pad, row, header, columnGap: Double
  let keyColumns: [Double]
  let columnWidths: [Double]
  let width, height: Double

  init(_ painter: Painter, _ columns: [[HelpText.Section]], rows: Double, size: Int) {
    let font = painter.font
    let em = Double(size)
    pad = (2 * em).rounded()
    row = (1.9 * em).rounded()
    header = pad + (1.6 * em).rounded()
    columnGap = (2.4 * em).rounded()
    keyColumns = columns.map { column in
      let widths = column.flatMap(\.entries).map { entry in
        entry.isGesture
          ? font.pixels(entry.keys[0], size)
          : entry.keys.reduce(0) { $0 + painter.keyCapWidth($1, size: max(size - 1, 9)) + 0.3 * em }
      }
      return (widths.max() ?? 0) + em
    }
    columnWidths = zip(columns, keyColumns).map { column, keys in
      keys + (column.flatMap(\.entries).map { font.pixels($0.effect, size) }.max() ?? 0)
    }
    width = columnWidths.reduce(0, +) + columnGap * Double(columns.count - 1) + 2 * pad
    height = header + rows * row + pad
  }
}

/// What F1 shows. Only what works stands here.
enum HelpText {
  struct Entry: Sendable {
    let keys: [String]
    let isGesture: Bool
    let effect: String
  }
  struct Section: Sendable {
    let title: String
    let entries: [Entry]
  }

  private static func key(_ keys: String..., does effect: String) -> Entry {
    Entry(keys: keys, isGesture: false, effect: effect)
  }
  private static func gesture(_ words: String, does effect: String) -> Entry {
    Entry(keys: [words], isGesture: true, effect: effect)
  }

  /// The height of a column in rows: titles, entries, and half a row between sections.
  static func rows(_ column: [Section]) -> Double {
    let lines = column.reduce(0) { $0 + $1.entries.count + 1 }
    return Double(lines) + 0.5 * Double(column.count - 1)
  }

  static let columns: [[Section]] = [
    [
      Section(
        title: "EM",
        entries: [
          key("Space", does: "play, pause"), key("→", does: "next half-step"), key("←", does: "half-step back"),
          key("Shift", "→", does: "whole iteration"), key("End", does: "run to convergence"),
          key("Home", "R", does: "restart, same start"), key("N", does: "new random start"),
          key("+", "−", does: "speed"), key("1", "…", "9", does: "number of components"),
        ]),
      Section(
        title: "Edit and view",
        entries: [
          key("Ctrl Z", does: "undo"), key("Ctrl Shift Z", does: "redo"), key("C", does: "clear the points"),
          key("F", does: "fit the view"), key("A", does: "equal or independent axes"),
          key("O", does: "options of the fit"), key("M", does: "model selection"),
          key("P", does: "projector"), key("T", does: "light or dark"), key("F11", does: "full screen"),
          key("Tab", does: "next control; Enter presses it"), key("Ctrl Q", does: "quit"),
        ]),
    ],
    [
      Section(
        title: "Mouse",
        entries: [
          gesture("Brush: click", does: "adds a point"), gesture("Brush: drag", does: "sprays points"),
          gesture("Right button", does: "erases points"), gesture("Means: click", does: "places a start mean"),
          gesture("Means: drag", does: "moves, stretches, turns"), gesture("Means: right click", does: "removes it"),
          gesture("Wheel", does: "zooms at the pointer"), gesture("Ctrl wheel", does: "brush size"),
          gesture("Middle button, Alt drag", does: "pans"), gesture("Hand: double-click", does: "fits all"),
          gesture("Chart: drag", does: "goes back and forth in time"), gesture("Drop a CSV file", does: "opens it"),
        ]),
      Section(
        title: "Tools",
        entries: [
          key("B", does: "brush"), key("X", does: "eraser"), key("V", does: "means"), key("H", does: "hand"),
          key("I", does: "inspect"), key("[", "]", does: "brush size"),
        ]),
    ],
  ]
}
