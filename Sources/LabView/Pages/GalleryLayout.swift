import LabCore
import LabWords
import Rasterizer

/// All data sets as cards with their points, over the whole window but the strip.
struct GalleryLayout: Sendable {
  struct Card: Sendable {
    /// A place in the menu.
    let entry: Int
    let rect, picture: Rect
    /// What it teaches; empty where the strip says it.
    let lines: [String]
  }

  let header, close: Rect
  /// In the header: a file to open or to save to, and a mixture in a box, which is data too, but none to look at before.
  let buttons: [(control: Control, label: String, rect: Rect)]
  let page: Rect
  let cards: [Card]
  let columns, rowCount, rowsShown, firstRow: Int
  private let count: Int
  let titleY, firstLineY, lineHeight, pad: Double
  let textSize: Int
  /// Beside the cards, where not all rows have room.
  let bar, thumb: Rect?

  init(_ state: LabState, window: Rect, strip: Rect, metrics m: Metrics, font: any TextSource) {
    count = state.menu.count
    header = Rect(x: 0, y: 0, width: window.width, height: m.topBar)
    page = Rect(x: 0, y: header.maxY, width: window.width, height: max(strip.y - header.maxY, 1))
    close = Rect(
      x: window.maxX - m.padding - m.button + ((m.button - m.buttonIcon) / 2).rounded(),
      y: ((header.height - m.button) / 2).rounded(), width: m.button, height: m.button)
    let capWidth = font.keyCapWidth(state.words.caps([.dismiss]).first ?? "", size: m.caption)
    buttons = GalleryLayout.buttons(
      state.words, endingAt: close.x - capWidth - 3 * m.gap, header: header, metrics: m, font: font)
    let isCompact = m.sizeClass == .compact
    let margin = isCompact ? m.padding - 2 : 1.25 * m.padding
    let gap = isCompact ? m.padding : m.padding.rounded()
    let narrowest = (isCompact ? 168 : m.isProjector ? 250 : 224) * m.scale
    let most = m.isProjector ? 3 : 5
    let columns = max(1, min(most, Int((page.width - 2 * margin + gap) / (narrowest + gap))))
    let width = ((page.width - 2 * margin - gap * Double(columns - 1)) / Double(columns)).rounded(.down)
    let pad = (isCompact ? 10 : 12 * (m.isProjector ? 1.4 : 1)) * m.scale
    let size = isCompact ? m.caption : m.isProjector ? m.fine : m.caption
    let style = TextStyle(size: size, weight: .book)
    let sentences = state.menu.map { entry in
      isCompact ? [] : font.wrap(state.words.teaching(entry), style, to: width - 2 * pad, most: 4)
    }
    let lineCount = sentences.map(\.count).max() ?? 0
    let lineHeight = (1.46 * Double(size)).rounded()
    let titleRow = (2.9 * Double(m.body)).rounded()
    let text = titleRow + (lineCount == 0 ? 0 : Double(lineCount) * lineHeight + 0.9 * pad)
    // A page is filled by whole rows.
    let usual = ((isCompact ? 96 : m.isProjector ? 200 : 130) * m.scale).rounded()
    let room = page.height - 2 * margin + gap
    let rowCount = max(1, (count + columns - 1) / columns)
    let fitting = max(1, min(rowCount, Int((room / (usual + text + gap) + 0.12).rounded(.down))))
    let picture = max(min(usual * 1.6, (room / Double(fitting) - gap - text).rounded(.down)), 24)
    let height = picture + text
    let firstRow = min(max(state.gallery.firstRow, 0), rowCount - fitting)
    let (pageY, menu) = (page.y, state.menu)
    cards = menu.indices.compactMap { entry in
      let row = entry / columns - firstRow
      guard (0..<fitting).contains(row) else { return nil }
      let rect = Rect(
        x: margin + Double(entry % columns) * (width + gap), y: pageY + margin + Double(row) * (height + gap),
        width: width, height: height)
      return Card(
        entry: entry, rect: rect, picture: Rect(x: rect.x, y: rect.y, width: width, height: picture),
        lines: sentences[entry])
    }
    titleY = picture + titleRow / 2
    firstLineY = picture + titleRow + lineHeight / 2 - 0.2 * pad
    (self.lineHeight, self.pad, textSize) = (lineHeight, pad, size)
    (self.columns, self.rowCount, rowsShown, self.firstRow) = (columns, rowCount, fitting, firstRow)
    guard fitting < rowCount else {
      bar = nil
      thumb = nil
      return
    }
    let track = Rect(
      x: page.maxX - 0.7 * margin, y: page.y + margin, width: (0.3 * margin).rounded(), height: page.height - 2 * margin
    )
    bar = track
    thumb = Rect(
      x: track.x, y: track.y + track.height * Double(firstRow) / Double(rowCount), width: track.width,
      height: track.height * Double(fitting) / Double(rowCount))
  }

  private static func buttons(
    _ words: Words, endingAt right: Double, header: Rect, metrics m: Metrics, font: any TextSource
  ) -> [(control: Control, label: String, rect: Rect)] {
    let height = (0.85 * m.button).rounded()
    var right = right
    return [(Control.openFile, words(.openThis)), (.saveScene, words(.save)), (.newMystery, words(.mystery))].reversed()
      .map { control, label in
        let width = (font.pixels(label, m.caption, .bold) + 1.2 * m.buttonIcon + 3 * m.gap).rounded()
        let rect = Rect(
          x: (right - width).rounded(), y: ((header.height - height) / 2).rounded(), width: width, height: height)
        right = rect.x - m.gap
        return (control, label, rect)
      }.reversed()
  }

  var controls: [(control: Control, rect: Rect)] {
    cards.map { (.menuItem($0.entry), $0.rect) } + buttons.map { ($0.control, $0.rect) } + [(.closeGallery, close)]
  }

  /// The data set next to the one that has the focus; the first one where none has.
  func entry(_ direction: Direction, of focused: Control?) -> Int? {
    guard count > 0 else { return nil }
    guard case .menuItem(let entry) = focused else { return 0 }
    let next =
      switch direction {
      case .left: entry - 1
      case .right: entry + 1
      case .up: entry - columns
      case .down: entry + columns
      }
    return (0..<count).contains(next) ? next : entry
  }

  /// The first row from which a data set is seen; nil where it is seen now.
  func scroll(toShow entry: Int) -> Int? {
    let row = entry / columns
    if row < firstRow { return row }
    return row >= firstRow + rowsShown ? row - rowsShown + 1 : nil
  }
}
