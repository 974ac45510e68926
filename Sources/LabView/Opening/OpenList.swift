import LabCore
import LabWords
import Rasterizer

/// What a place holds: a field for letters to find, and the rows that are left.
struct OpenList: Sendable {
  struct Row: Sendable {
    /// Its place among all that are left.
    let index: Int
    let rect: Rect
    let entry: FolderListing.Entry
    let name: String
    /// What it says at the right: when it was changed, how large it is.
    let changed, size: String?
  }

  let up, field: Rect
  let title: String
  let rows: [Row]
  /// The heads of the columns, as far as there is room for them.
  let heads: [(text: String, x: Double, isRight: Bool)]
  let headsY: Double
  /// What is said where there is no row.
  let note: [String]
  let noteY, lineHeight: Double
  /// How far along the list it is.
  let thumb: Rect?
  /// Where the sizes end.
  let sizeRight: Double

  init(
    _ state: LabState, room: Rect, row height: Double, pitch: Double, size: Int, metrics m: Metrics,
    font: any TextSource
  ) {
    let words = state.words
    let em = Double(size)
    let browser = state.interface.browser
    up = Rect(x: room.x, y: room.y, width: height, height: height)
    field = Rect(x: up.maxX + m.gap / 2, y: room.y, width: room.maxX - up.maxX - m.gap / 2, height: height)
    title = OpenList.title(browser, words)
    headsY = (field.maxY + 1.25 * em).rounded()
    let top = field.maxY + (2.2 * em).rounded()
    let entries = browser.rows
    let fitting = max(1, Int((room.maxY - top + pitch - height) / pitch))
    // The chosen one is always seen, in the middle where there is more on both sides.
    let first = min(max(browser.chosen - fitting / 2, 0), max(entries.count - fitting, 0))
    let isLong = fitting < entries.count
    let width = room.width - (isLong ? 1.5 * m.gap : 0)
    let showsDates = width >= 20 * em
    let showsSizes = width >= 25 * em
    let sizeRight = room.x + width - m.gap - 8.4 * em
    self.sizeRight = sizeRight
    rows = entries.indices.dropFirst(first).prefix(fitting).map { index in
      let entry = entries[index]
      let date = entry.changed.map { words.date($0, on: browser.listing?.today) }
      return Row(
        index: index,
        rect: Rect(x: room.x, y: (top + Double(index - first) * pitch).rounded(), width: width, height: height),
        entry: entry, name: OpenList.name(entry, state),
        changed: entry.isMissing ? words(.fileIsGone) : showsDates ? date : nil,
        size: showsSizes ? entry.size.map { words.size(bytes: $0) } : nil)
    }
    var heads: [(text: String, x: Double, isRight: Bool)] = []
    if !rows.isEmpty {
      heads.append((words(.nameHead), room.x + 2 * m.gap + m.buttonIcon, false))
      if showsSizes { heads.append((words(.sizeHead), sizeRight, true)) }
      if showsDates { heads.append((words(.changedHead), room.x + width - m.gap, true)) }
    }
    self.heads = heads
    thumb =
      isLong
      ? Rect(
        x: room.maxX - m.gap / 2, y: top + (room.maxY - top) * Double(first) / Double(entries.count),
        width: (m.gap / 2).rounded(), height: max((room.maxY - top) * Double(fitting) / Double(entries.count), em))
      : nil
    let said: String? =
      if let problem = browser.problem {
        words.text(problem)
      } else if browser.listing == nil {
        words(.readingFolder)
      } else if !entries.isEmpty {
        nil
      } else if !browser.filter.isEmpty {
        words(.nothingFound)
      } else {
        words(browser.place == .recent ? .noRecent : .folderIsEmpty)
      }
    lineHeight = (1.5 * em).rounded()
    noteY = (top + 0.75 * em).rounded()
    note = said.map { font.wrap($0, TextStyle(size: size, weight: .book), to: room.width, most: 6) } ?? []
  }

  private static func title(_ browser: Browser, _ words: Words) -> String {
    if let place = browser.place, place != .current { return words.name(place) }
    guard let path = browser.listing?.path else { return "" }
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func name(_ entry: FolderListing.Entry, _ state: LabState) -> String {
    switch entry.kind {
    case .example(let index):
      state.menu.indices.contains(index) ? state.words.name(state.menu[index].name) : entry.name
    case .folder, .table, .scene, .recent: entry.name
    }
  }
}

extension FolderListing.Entry {
  var icon: Icon {
    switch kind {
    case .folder: .folder
    case .table: .file
    case .scene, .example: .gallery
    case .recent: .recent
    }
  }
}
