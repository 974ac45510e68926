import LabCore
import LabWords
import Rasterizer

/// The card on which a scene gets its name, or a file to open is looked for.
struct FilesLayout: Sendable {
  struct Row: Sendable {
    /// Its place among all that are left.
    let index: Int
    let rect: Rect
    let entry: FolderListing.Entry
  }

  enum Content: Sendable {
    /// What is said below the name, and the button.
    case saving(lines: [String], button: Rect)
    /// The rows on show, what is said where there is none, the button to the folder above, and how far along the list
    /// they are.
    case opening(rows: [Row], note: String?, up: Rect, thumb: Rect?)
  }

  let frame, close, field: Rect
  let title: String
  /// The folder that is shown.
  let folder: String?
  let content: Content
  let titleY, lineHeight, firstLineY: Double

  init?(_ state: LabState, window: Rect, metrics m: Metrics, font: any TextSource) {
    let words = state.words
    let isSaving = state.interface.overlay == .saving
    guard isSaving || state.interface.overlay == .opening else { return nil }
    let pad = 1.25 * m.padding
    let width = min((620 * m.unit).rounded(), window.width - 2 * m.gap)
    let head = (0.75 * m.button + pad).rounded()
    let lineHeight = (1.5 * Double(m.caption)).rounded()
    let inner = width - 2 * pad
    let problem = state.interface.saveEntry.problem
    let style = TextStyle(size: m.caption, weight: problem == nil ? .book : .bold)
    let lines =
      isSaving ? font.wrap(problem.map { words.text($0) } ?? words(.saveHint), style, to: inner, most: 3) : []
    let height =
      isSaving
      ? head + m.button + m.gap + Double(lines.count) * lineHeight + m.gap + m.button + pad
      : min((560 * m.unit).rounded(), window.height - 2 * m.gap)
    let frame = Rect(
      x: (window.midX - width / 2).rounded(), y: (max(m.gap, window.midY - height / 2)).rounded(), width: width,
      height: height.rounded())
    let left = frame.x + pad
    close = Rect(
      x: frame.maxX - pad - m.button + ((m.button - m.buttonIcon) / 2).rounded(),
      y: frame.y + (head - m.button) / 2, width: m.button, height: m.button)
    titleY = (frame.y + head / 2).rounded()
    let upWidth = isSaving ? 0 : m.button + m.gap
    field = Rect(x: left + upWidth, y: frame.y + head, width: inner - upWidth, height: m.button)
    firstLineY = (field.maxY + m.gap + lineHeight / 2).rounded()
    self.lineHeight = lineHeight
    self.frame = frame
    title = words(isSaving ? .saveAs : .openFile)
    folder = isSaving ? nil : state.interface.browser.listing?.path
    if isSaving {
      let label = words(state.interface.saveEntry.replaces ? .replace : .save)
      let buttonWidth = (font.pixels(label, m.body, .bold) + 2 * m.padding).rounded()
      content = .saving(
        lines: lines,
        button: Rect(
          x: frame.maxX - pad - buttonWidth, y: frame.maxY - pad - m.button, width: buttonWidth, height: m.button))
    } else {
      let up = Rect(x: left, y: field.y, width: m.button, height: m.button)
      let room = Rect(
        x: left, y: field.maxY + m.gap, width: inner, height: max(frame.maxY - pad - field.maxY - m.gap, m.button))
      content = FilesLayout.rows(state, room: room, up: up, metrics: m)
    }
  }

  private static func rows(_ state: LabState, room: Rect, up: Rect, metrics m: Metrics) -> Content {
    let browser = state.interface.browser
    let entries = browser.rows
    let height = m.button
    let fitting = max(1, Int(room.height / height))
    // The chosen one is always seen, in the middle where there is more on both sides.
    let first = min(max(browser.chosen - fitting / 2, 0), max(entries.count - fitting, 0))
    let rows = entries.indices.dropFirst(first).prefix(fitting).map { index in
      Row(
        index: index,
        rect: Rect(
          x: room.x, y: room.y + Double(index - first) * height, width: room.width - 2 * m.gap, height: height),
        entry: entries[index])
    }
    var thumb: Rect?
    if fitting < entries.count {
      let share = room.height / Double(entries.count)
      thumb = Rect(
        x: room.maxX - m.gap, y: room.y + Double(first) * share, width: (m.gap / 2).rounded(),
        height: Double(fitting) * share)
    }
    let words = state.words
    let note: String? =
      if let problem = browser.problem {
        words.text(problem)
      } else if browser.listing == nil {
        words(.readingFolder)
      } else if entries.isEmpty {
        words(browser.filter.isEmpty ? .folderIsEmpty : .nothingFound)
      } else {
        nil
      }
    return .opening(rows: rows, note: note, up: up, thumb: thumb)
  }

  var controls: [(control: Control, rect: Rect)] {
    switch content {
    case .saving(_, let button): [(.commitSave, button), (.closeFiles, close)]
    case .opening(let rows, _, let up, _):
      [(.folderUp, up)] + rows.map { (.fileRow($0.index), $0.rect) } + [(.closeFiles, close)]
    }
  }
}
