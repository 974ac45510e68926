import LabCore
import LabWords
import Rasterizer

/// What the chosen file holds, and what there is to say of how it is read.
struct OpenPreview: Sendable {
  struct Group: Sendable {
    let label: String
    let labelX: Double
    let changes: [ReadingChange]
    let segments: [Segment]
  }

  struct Fact: Sendable {
    let label, value: String
    let y: Double
  }

  let room: Rect
  let title, caption: String
  let titleY: Double
  let labelY: Double
  let groups: [Group]
  let grid: OpenGrid?
  /// The points; nil where there is no room for them.
  let scatter: Rect?
  /// How many points it makes.
  let count: String?
  let countPoint: Point
  /// What is said below, the heading of rows without a number in bold.
  let lines: [(text: String, y: Double, isBold: Bool)]
  let linesX: Double
  let check: (rect: Rect, text: String, isOn: Bool)?
  let fit: Group?
  let facts: [Fact]
  /// Whether it says why the table cannot be opened.
  let saysProblem: Bool
  let size: Int

  init(_ state: LabState, room: Rect, size: Int, metrics m: Metrics, font: any TextSource) {
    let words = state.words
    let em = Double(size)
    let browser = state.interface.browser
    self.room = room
    self.size = size
    titleY = (room.y + 0.9 * em).rounded()
    let row = browser.row
    title = row.map { $0.kind == .folder || $0.path.isEmpty ? "" : $0.name } ?? ""
    var caption = ""
    var facts: [Fact] = []
    var lines: [(text: String, y: Double, isBold: Bool)] = []
    var y = room.y + 2.4 * em
    func say(_ text: String, bold: Bool = false, width: Double, most: Int) {
      let style = TextStyle(size: size, weight: bold ? .bold : .book)
      for line in font.wrap(text, style, to: width, most: most) {
        lines.append((line, (y + 0.75 * em).rounded(), bold))
        y += (1.5 * em).rounded()
      }
    }
    func fact(_ label: Label, _ value: String) {
      facts.append(Fact(label: words(label), value: value, y: (y + 0.9 * em).rounded()))
      y += (1.9 * em).rounded()
    }
    var parts: TableParts?
    switch browser.preview?.content {
    case .table(let table):
      // Where nothing could be read of it, nothing was counted.
      caption = table.columns.isEmpty ? "" : words.counts(table)
      parts = TableParts(state, table, room: room, y: y, size: size, metrics: m, font: font)
    case .scene(let scene):
      caption = words(.aScene)
      fact(.sourceRow, words.name(scene.name))
      fact(.layerPoints, CountText.grouped(scene.points))
      fact(.columns, String(scene.columns))
      fact(.components, String(scene.components))
      fact(.lanesRow, String(scene.lanes))
      fact(.exportHalfSteps, String(scene.halfSteps))
      fact(.versionRow, String(scene.version))
    case .model(let model):
      caption = words(.aModel)
      fact(.components, String(model.components))
      fact(.familyRow, words.name(model.family))
      fact(.columns, model.columns.isEmpty ? String(model.dimensions) : words.list(model.columns))
    case .session(let contents):
      caption = words(.aSession)
      if let contents {
        fact(.layerPoints, CountText.grouped(contents.points))
        fact(.components, String(contents.components))
        fact(.exportHalfSteps, String(contents.halfSteps))
      }
    case .lesson(let lesson):
      let language = state.interface.language
      caption = lesson.title.text(in: language)
      if !lesson.line.text(in: language).isEmpty {
        say(lesson.line.text(in: language), width: min(room.width, 44 * em), most: 3)
      }
      fact(.lessonRow, words(.pageCount(count: lesson.pages.count)))
      fact(.lengthOfTime, words(.lessonMinutes(count: lesson.minutes)))
    case .handIn:
      caption = words(.aHandIn)
      say(words(.opensWholeClass), width: min(room.width, 44 * em), most: 3)
    case .problem(let problem): say(words.text(problem), width: min(room.width, 44 * em), most: 6)
    case nil:
      if browser.previewed != nil {
        say(words(.readingPreview), width: room.width, most: 1)
      } else if let row, row.isMissing {
        say(words.text(.missing(path: row.path)), width: min(room.width, 44 * em), most: 6)
      } else if row?.kind == .folder {
        say(words(.folderOpens), width: room.width, most: 2)
      } else if row == nil, browser.listing != nil {
        say(words(.chooseAFile), width: room.width, most: 2)
      }
    }
    if case .example(let entry) = row?.kind, state.menu.indices.contains(entry) {
      say(words.teaching(state.menu[entry]), width: room.width, most: 3)
    }
    self.caption = caption
    self.facts = facts
    labelY = parts?.labelY ?? room.y
    groups = parts?.groups ?? []
    grid = parts?.grid
    scatter = parts?.scatter ?? OpenPreview.scatterOfExample(state, room: room, y: y + em, metrics: m)
    count = parts?.count
    countPoint = parts?.countPoint ?? Point(room.x, y)
    self.lines = parts?.lines ?? lines
    linesX = parts?.linesX ?? room.x
    check = parts?.check
    fit = parts?.fit
    saysProblem = parts?.saysProblem ?? false
  }

  /// Of an example the points are known.
  private static func scatterOfExample(_ state: LabState, room: Rect, y: Double, metrics m: Metrics) -> Rect? {
    guard case .example(let entry) = state.interface.browser.row?.kind, state.gallerySource(entry) != nil else {
      return nil
    }
    let height = min(room.maxY - y, 0.74 * room.width)
    guard height > 60 * m.unit else { return nil }
    return Rect(x: room.x, y: y.rounded(), width: min(room.width, height / 0.74).rounded(), height: height.rounded())
  }

  typealias Placed = (control: Control, rect: Rect)

  private var segmentGroups: [Group] { fit.map { groups + [$0] } ?? groups }

  private var checked: [Placed] {
    guard let check else { return [] }
    return [(.reading(.leavesOut(true)), check.rect)]
  }

  private func placed(_ segments: [Segment]) -> [Placed] { segments.map { ($0.control, $0.rect) } }

  private func placed(_ marks: [OpenGrid.Mark]) -> [Placed] { marks.map { ($0.control, $0.press) } }

  var controls: [Placed] {
    placed(segmentGroups.flatMap(\.segments)) + placed(grid?.marks ?? []) + checked
  }

  var tabStops: [Placed] {
    let format = placed(groups.flatMap(\.segments).filter(\.isChosen))
    let axes = placed((grid?.marks ?? []).filter(\.isChosen))
    let fitted = placed((fit?.segments ?? []).filter(\.isChosen))
    return format + axes + checked + fitted
  }

  /// What an arrow does to what the keyboard is on.
  func change(forward: Bool, _ state: LabState) -> [Command] {
    guard case .reading(let change) = state.interface.focused, let table = state.interface.browser.preview?.table else {
      return []
    }
    var rows = segmentGroups.map(\.changes)
    rows.append(table.numeric.map { ReadingChange.across($0) })
    rows.append(table.numeric.map { ReadingChange.up($0) })
    for row in rows {
      guard let index = row.firstIndex(of: change) else { continue }
      let next = row[min(max(index + (forward ? 1 : -1), 0), row.count - 1)]
      return [.file(.read(next)), .interface(.focus(.reading(next)))]
    }
    return []
  }
}
