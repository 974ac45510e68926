import LabCore
import LabWords
import Rasterizer

/// The card on which a scene gets its name.
struct FilesLayout: Sendable {
  let frame, close, field: Rect
  let title: String
  /// What is said below the name, and the button.
  let lines: [String]
  let button: Rect
  let titleY, lineHeight, firstLineY: Double

  init?(_ state: LabState, window: Rect, metrics m: Metrics, font: any TextSource) {
    let words = state.words
    guard state.interface.overlay == .saving else { return nil }
    let pad = 1.25 * m.padding
    let width = min((620 * m.unit).rounded(), window.width - 2 * m.gap)
    let head = (0.75 * m.button + pad).rounded()
    let lineHeight = (1.5 * Double(m.caption)).rounded()
    let inner = width - 2 * pad
    let problem = state.interface.saveEntry.problem
    let style = TextStyle(size: m.caption, weight: problem == nil ? .book : .bold)
    let hint: Label = state.hasClassFolder ? .saveHintInClass : .saveHint
    lines = font.wrap(
      problem.map { words.text($0) } ?? words(state.interface.saveEntry.isLesson ? .saveLessonHint : hint), style,
      to: inner, most: 3)
    let height = head + m.button + m.gap + Double(lines.count) * lineHeight + m.gap + m.button + pad
    let frame = Rect(
      x: (window.midX - width / 2).rounded(), y: (max(m.gap, window.midY - height / 2)).rounded(), width: width,
      height: height.rounded())
    close = Rect(
      x: frame.maxX - pad - m.button + ((m.button - m.buttonIcon) / 2).rounded(),
      y: frame.y + (head - m.button) / 2, width: m.button, height: m.button)
    titleY = (frame.y + head / 2).rounded()
    field = Rect(x: frame.x + pad, y: frame.y + head, width: inner, height: m.button)
    firstLineY = (field.maxY + m.gap + lineHeight / 2).rounded()
    self.lineHeight = lineHeight
    self.frame = frame
    title = words(state.interface.saveEntry.isLesson ? .saveLesson : .saveAs)
    let label = words(state.interface.saveEntry.replaces ? .replace : .save)
    let buttonWidth = (font.pixels(label, m.body, .bold) + 2 * m.padding).rounded()
    button = Rect(
      x: frame.maxX - pad - buttonWidth, y: frame.maxY - pad - m.button, width: buttonWidth, height: m.button)
  }

  var controls: [(control: Control, rect: Rect)] { [(.commitSave, button), (.closeFiles, close)] }
}
