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

  /// A file that was open lately.
  struct Recent: Sendable {
    let index: Int
    let rect: Rect
    let entry: FolderListing.Entry
    /// When it was changed, and how large it is.
    let said: String
  }

  /// A file of the list that is gone through.
  struct Listed: Sendable {
    let place: Int
    let rect: Rect
    let name: String
  }

  let header, close: Rect
  /// At the left, where there is room for them: the list that is gone through, the files that were open lately.
  let listed: [Listed]
  let recents: [Recent]
  /// Where their headings are.
  let listedY, recentsY: Double
  /// The cards begin here.
  let left: Double
  /// In the header: a file to open or to save to, and a mixture in a box, which is data too, but none to look at before.
  let buttons: [(control: Control, label: String, rect: Rect)]
  let page: Rect
  let cards: [Card]
  let columns, rowCount, rowsShown, firstRow: Int
  private let count: Int
  let titleY, firstLineY, lineHeight, pad: Double
  let textSize: Int
  /// Beside the cards, where not all rows have room.
  let bar: RowBar?

  init(_ state: LabState, window: Rect, strip: Rect, metrics m: Metrics, font: any TextSource) {
    count = state.menu.count
    header = Rect(x: 0, y: 0, width: window.width, height: m.topBar)
    let left = GalleryLayout.recentsWidth(state, m)
    self.left = left
    page = Rect(x: left, y: header.maxY, width: window.width - left, height: max(strip.y - header.maxY, 1))
    let headRow = (2.4 * Double(m.body)).rounded()
    listed = left > 0 ? GalleryLayout.listed(state, from: page.y + m.padding + headRow, page, left, m) : []
    listedY = (page.y + m.padding + 0.9 * Double(m.body)).rounded()
    let recentsTop = listed.last.map { $0.rect.maxY + m.padding } ?? page.y + m.padding
    recentsY = (recentsTop + 0.9 * Double(m.body)).rounded()
    recents =
      left > 0 ? GalleryLayout.recents(state, from: recentsTop + headRow, page: page, width: left, metrics: m) : []
    close = PageFrame.close(in: header, window: window, metrics: m)
    let capWidth = font.keyCapWidth(state.words.caps([.dismiss]).first ?? "", size: m.caption)
    let afterTitle = 1.5 * m.padding + font.pixels(state.words(.data), m.big, .bold) + m.gap
    buttons = GalleryLayout.buttons(
      state.words, from: afterTitle, to: close.x - capWidth - 3 * m.gap, header: header, metrics: m, font: font)
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
        x: left + margin + Double(entry % columns) * (width + gap), y: pageY + margin + Double(row) * (height + gap),
        width: width, height: height)
      return Card(
        entry: entry, rect: rect, picture: Rect(x: rect.x, y: rect.y, width: width, height: picture),
        lines: sentences[entry])
    }
    titleY = picture + titleRow / 2
    firstLineY = picture + titleRow + lineHeight / 2 - 0.2 * pad
    (self.lineHeight, self.pad, textSize) = (lineHeight, pad, size)
    (self.columns, self.rowCount, rowsShown, self.firstRow) = (columns, rowCount, fitting, firstRow)
    bar = RowBar(page: page, margin: margin, rowCount: rowCount, shown: fitting, firstRow: firstRow)
  }

  /// The files have a part of their own where there are any, and cards beside it.
  private static func recentsWidth(_ state: LabState, _ m: Metrics) -> Double {
    state.recentEntries.isEmpty && state.runningList == nil || m.sizeClass != .regular ? 0 : (248 * m.unit).rounded()
  }

  /// As many files of the list as leave some room, about the one that was opened last.
  private static func listed(
    _ state: LabState, from top: Double, _ page: Rect, _ width: Double, _ m: Metrics
  ) -> [Listed] {
    guard let list = state.runningList else { return [] }
    let height = (34 * m.unit).rounded()
    let most = max(Int(0.6 * (page.maxY - top) / height), 1)
    let first = max(min(list.place - most / 2, list.paths.count - most), 0)
    return list.paths.indices.dropFirst(first).prefix(most).enumerated().map { row, place in
      Listed(
        place: place,
        rect: Rect(
          x: m.padding, y: top + Double(row) * height, width: width - 2 * m.padding, height: height),
        name: list.name(place))
    }
  }

  private static func recents(
    _ state: LabState, from top: Double, page: Rect, width: Double, metrics m: Metrics
  ) -> [Recent] {
    let words = state.words
    let height = (46 * m.unit).rounded()
    return state.recentEntries.enumerated().compactMap { index, entry in
      let rect = Rect(
        x: m.padding, y: top + Double(index) * height, width: width - 2 * m.padding, height: height)
      guard rect.maxY <= page.maxY else { return nil }
      let date = entry.changed.map { words.date($0, on: state.gallery.recent?.today) }
      let size = entry.size.map { words.size(bytes: $0) }
      let facts = [date, size].compactMap { $0 }
      return Recent(
        index: index, rect: rect, entry: entry,
        said: entry.isMissing
          ? words(.fileIsGone)
          : facts.count == 2 ? words(.pairOfFacts(first: facts[0], second: facts[1])) : facts.first ?? "")
    }
  }

  /// The last ones lose their words where there is no room for all.
  private static func buttons(
    _ words: Words, from left: Double, to right: Double, header: Rect, metrics m: Metrics, font: any TextSource
  ) -> [(control: Control, label: String, rect: Rect)] {
    let height = (0.85 * m.button).rounded()
    var named = [
      (Control.openFile, words(.openThis)), (.saveScene, words(.save)), (.exportPage, words(.export)),
      (.newMystery, words(.mystery)), (.handIns(.find), words(.handIns)), (.settingsPage, words(.settings)),
      (.transcript, ""),
    ]
    func width(_ label: String) -> Double {
      if label.isEmpty { return (1.2 * m.buttonIcon + 2 * m.gap).rounded() }
      return (font.pixels(label, m.caption, .bold) + 1.2 * m.buttonIcon + 3 * m.gap).rounded()
    }
    for index in named.indices.reversed() {
      if named.reduce(0, { $0 + width($1.1) + m.gap }) <= right - left { break }
      named[index].1 = ""
    }
    var right = right
    return named.reversed()
      .map { control, label in
        let width = width(label)
        let rect = Rect(
          x: (right - width).rounded(), y: ((header.height - height) / 2).rounded(), width: width, height: height)
        right = rect.x - m.gap
        return (control, label, rect)
      }.reversed()
  }

  var controls: [(control: Control, rect: Rect)] {
    cards.map { (.menuItem($0.entry), $0.rect) } + listed.map { (.listedFile($0.place), $0.rect) }
      + recents.map { (.recentFile($0.index), $0.rect) }
      + buttons.map { ($0.control, $0.rect) } + [(.closeGallery, close)]
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
