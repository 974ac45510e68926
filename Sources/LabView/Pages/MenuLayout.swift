import LabCore
import Rasterizer

/// The list of data sets that opens under the data set's name.
struct MenuLayout: Sendable {
  let frame: Rect
  let rows: [Rect]

  init(_ state: LabState, under bar: Rect, metrics m: Metrics, font: any TextSource) {
    let widest = state.menu.map { font.pixels($0.name.title, m.body) }.max() ?? 0
    let room = Double(state.interface.height) - bar.maxY - 3 * m.gap
    let row = min(m.button, (room / Double(max(state.menu.count, 1))).rounded(.down))
    let frame = Rect(
      x: m.padding - m.gap, y: bar.maxY + m.gap / 2, width: widest + 4 * m.gap + 2 * m.padding,
      height: row * Double(state.menu.count) + 2 * m.gap)
    rows = state.menu.indices.map { index in
      Rect(x: frame.x + m.gap, y: frame.y + m.gap + Double(index) * row, width: frame.width - 2 * m.gap, height: row)
    }
    self.frame = frame
  }

  var controls: [(control: Control, rect: Rect)] {
    rows.enumerated().map { (.menuItem($0.offset), $0.element) }
  }
}

/// How far the reading of a file has come, over the canvas.
struct LoadingLayout: Sendable {
  let frame: Rect
  let bar: Rect
  let close: Rect

  init?(_ state: LabState, canvas: Rect, metrics m: Metrics) {
    guard state.interface.loading != nil else { return nil }
    let height = max((56 * m.scale).rounded(), 4 * Double(m.body))
    let width = min((360 * m.scale * (m.sizeClass == .projector ? 2 : 1)).rounded(), canvas.width - 2 * m.padding)
    frame = Rect(
      x: (canvas.midX - width / 2).rounded(), y: (canvas.midY - height / 2).rounded(), width: width, height: height)
    close = Rect(x: frame.maxX - m.button, y: frame.y, width: m.button, height: height)
    bar = Rect(
      x: frame.x + m.padding, y: frame.maxY - m.padding - m.bar, width: close.x - frame.x - m.padding, height: m.bar)
  }
}

/// An announcement over the canvas.
struct ToastLayout: Sendable {
  let frame: Rect
  let text: String
  let undo: Rect?
  let close: Rect

  init?(_ state: LabState, canvas: Rect, metrics m: Metrics, font: any TextSource) {
    guard let announcement = state.announcement, announcement.isFresh(at: state.now) else { return nil }
    let height = max((40 * m.scale).rounded(), 2 * Double(m.body))
    let pad = m.padding
    let closeWidth = m.button
    let undoWidth = announcement.offersUndo ? font.pixels("Undo", m.body, .bold) + 2 * m.gap : 0
    let ring = announcement.letter == nil ? 0 : 2 * m.ringRadius + m.gap
    let room = max(canvas.width - 2 * pad - closeWidth - undoWidth - ring - pad, 0)
    text = font.truncate(announcement.text, TextStyle(size: m.body, weight: .book), to: room)
    let width = pad + ring + font.pixels(text, m.body) + pad + undoWidth + closeWidth
    let bottom = canvas.maxY - ToastLayout.aboveBottom(m)
    frame = Rect(x: (canvas.midX - width / 2).rounded(), y: bottom - height, width: width, height: height)
    close = Rect(x: frame.maxX - closeWidth, y: frame.y, width: closeWidth, height: height)
    undo =
      announcement.offersUndo
      ? Rect(x: close.x - undoWidth, y: frame.y, width: undoWidth, height: height) : nil
  }

  var controls: [(control: Control, rect: Rect)] {
    [(.announcementClose, close)] + (undo.map { [(.announcementUndo, $0)] } ?? [])
  }

  /// The hint and the toast stand above the canvas's tick labels.
  static func aboveBottom(_ m: Metrics) -> Double {
    (24 * m.scale).rounded() + (m.sizeClass == .projector ? 2 : 1) * (16 * m.scale).rounded()
  }
}
