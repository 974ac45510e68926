import LabCore
import LabWords
import Rasterizer

/// All lessons as cards over the whole window but the strip, one that records a lesson, and one that opens the file of
/// another.
struct LessonsLayout: Sendable {
  struct Card: Sendable {
    let control: Control
    /// A place in the library; nil for the cards that record one and open a file.
    let lesson: Int?
    let rect, picture: Rect
  }

  let header, close: Rect
  let caption: String
  let cards: [Card]
  let columns, rowCount, rowsShown, firstRow: Int
  private let count: Int
  /// The middles of title, line and foot, from the top of a card.
  let titleY, lineY, footY: Double
  let pad: Double
  let textSize: Int
  /// Beside the cards, where not all rows have room.
  let bar: RowBar?

  init(_ state: LabState, window: Rect, strip: Rect, metrics m: Metrics, font: any TextSource) {
    let library = state.lessons.library
    count = library.count + 2
    header = Rect(x: 0, y: 0, width: window.width, height: m.topBar)
    close = PageFrame.close(in: header, window: window, metrics: m)
    caption =
      library.isEmpty
      ? state.words(.noLessons)
      : state.words(.lessonsCaption(count: library.count, minutes: library.reduce(0) { $0 + $1.minutes }))
    let isCompact = m.sizeClass == .compact
    let page = Rect(x: 0, y: header.maxY, width: window.width, height: max(strip.y - header.maxY, 1))
    let margin = isCompact ? m.padding - 2 : m.isProjector ? m.padding : (1.5 * m.padding).rounded()
    let gap = m.padding
    let columns = m.isProjector ? 3 : 4
    let width = ((page.width - 2 * margin - gap * Double(columns - 1)) / Double(columns)).rounded(.down)
    let body = Double(m.body)
    let text = (6.3 * body).rounded()
    let rowCount = (count + columns - 1) / columns
    let usual = ((isCompact ? 80 : m.isProjector ? 150 : 118) * m.scale).rounded()
    let room = page.height - 2 * margin + gap
    let fitting = max(1, min(rowCount, Int((room / (usual + text + gap) + 0.1).rounded(.down))))
    let picture = max(min(usual * 1.9, (room / Double(fitting) - gap - text).rounded(.down)), 24)
    let height = picture + text
    let firstRow = min(max(state.lessons.firstRow, 0), rowCount - fitting)
    cards = (0..<count).compactMap { index in
      let row = index / columns - firstRow
      guard (0..<fitting).contains(row) else { return nil }
      let rect = Rect(
        x: margin + Double(index % columns) * (width + gap), y: page.y + margin + Double(row) * (height + gap),
        width: width, height: height)
      return Card(
        control: LessonsLayout.control(index, of: library.count), lesson: index < library.count ? index : nil,
        rect: rect,
        picture: Rect(x: rect.x, y: rect.y, width: width, height: picture))
    }
    titleY = picture + 1.5 * body
    lineY = picture + 3.1 * body
    footY = picture + 5.1 * body
    pad = (0.92 * body).rounded()
    textSize = m.isProjector ? m.fine : m.caption
    (self.columns, self.rowCount, rowsShown, self.firstRow) = (columns, rowCount, fitting, firstRow)
    bar = RowBar(page: page, margin: margin, rowCount: rowCount, shown: fitting, firstRow: firstRow)
  }

  var controls: [(control: Control, rect: Rect)] {
    cards.map { ($0.control, $0.rect) } + [(.lesson(.closeHome), close)]
  }

  /// The card next to the one that has the focus; the first one where none has.
  func card(_ direction: Direction, of focused: Control?) -> Control {
    let last = count - 1
    let place: Int? =
      switch focused {
      case .lesson(.card(let index)): index
      case .lesson(.record): last - 1
      case .lesson(.openFile): last
      default: nil
      }
    guard let place else { return control(0) }
    let next =
      switch direction {
      case .left: place - 1
      case .right: place + 1
      case .up: place - columns
      case .down: place + columns
      }
    return control((0...last).contains(next) ? next : place)
  }

  private func control(_ index: Int) -> Control { LessonsLayout.control(index, of: count - 2) }

  private static func control(_ index: Int, of lessons: Int) -> Control {
    index < lessons ? .lesson(.card(index)) : index == lessons ? .lesson(.record(.begin)) : .lesson(.openFile)
  }

  /// The first row from which a card is seen; nil where it is seen now.
  func scroll(toShow control: Control) -> Int? {
    let index = (0..<count).first { self.control($0) == control } ?? 0
    let row = index / columns
    if row < firstRow { return row }
    return row >= firstRow + rowsShown ? row - rowsShown + 1 : nil
  }
}
