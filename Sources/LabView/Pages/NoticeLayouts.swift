import LabCore
import Rasterizer

/// How far the reading of a file has come, over the canvas.
struct LoadingLayout: Sendable {
  let frame: Rect
  let bar: Rect
  let close: Rect

  init?(_ state: LabState, canvas: Rect, metrics m: Metrics) {
    guard state.interface.loading != nil else { return nil }
    let height = max((56 * m.unit).rounded(), 4 * Double(m.body))
    let width = min((360 * m.unit).rounded(), canvas.width - 2 * m.padding)
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
  /// The sentence in lines, and the distance between them.
  let lines: [String]
  let lineHeight: Double
  let undo: Rect?
  let close: Rect

  init?(_ state: LabState, canvas: Rect, metrics m: Metrics, font: any TextSource) {
    guard let announcement = state.announcement, announcement.isFresh(at: state.now) else { return nil }
    let pad = m.padding
    let closeWidth = m.button
    let undoWidth = announcement.offersUndo ? font.pixels(state.words(.undo), m.body, .bold) + 2 * m.gap : 0
    let ring = announcement.letter == nil ? 0 : 2 * m.ringRadius + m.gap
    let room = max(canvas.width - 3 * pad - closeWidth - undoWidth - ring, 0)
    let style = TextStyle(size: m.body, weight: .book)
    lines = font.wrap(state.words.text(announcement.notice), style, to: room, most: 4)
    lineHeight = (1.4 * Double(m.body)).rounded()
    let height =
      max((40 * m.scale).rounded(), 2 * Double(m.body), 2 * m.ringRadius + m.gap)
      + Double(lines.count - 1) * lineHeight
    let width =
      pad + ring + (lines.map { font.pixels($0, m.body) }.max() ?? 0) + (undoWidth > 0 ? 0 : pad / 2) + undoWidth
      + closeWidth
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
    (2.2 * Double(m.caption)).rounded() + 16 * m.unit.rounded()
  }
}
