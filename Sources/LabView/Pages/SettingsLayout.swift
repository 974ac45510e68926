import LabCore
import LabWords
import Rasterizer

/// The page of settings: a row of choices for each, and what there is to say of it. In a small window the rows move
/// together, and what is said goes before they do not fit.
struct SettingsLayout: Sendable {
  struct Row: Sendable {
    let label: String
    let labelX, labelY: Double
    let changes: [SettingChange]
    let segments: [Segment]
    /// In lines, below the choices.
    let note: [(text: String, y: Double)]
  }

  let header, close: Rect
  let rows: [Row]
  /// The left edge of what is said at the foot, and its lines.
  let left: Double
  let foot: [(text: String, y: Double)]
  let size, noteSize: Int
  /// The codes of languages whose letters no font has.
  let unreadable: [String]

  init(_ state: LabState, window: Rect, strip: Rect, metrics m: Metrics, font: any TextSource) {
    let words = state.words
    let frame = PageFrame(window: window, strip: strip, metrics: m)
    (header, close) = (frame.header, frame.close)
    let size = m.isProjector ? m.fine : m.body
    let noteSize = m.isProjector ? m.fine : m.caption
    (self.size, self.noteSize) = (size, noteSize)
    let languages = Lexicon.shared.languages
    let unreadable = languages.filter { !$0.isReadable(in: font) }
    let codes = unreadable.map(\.code)
    self.unreadable = codes
    let margin = (m.isProjector ? 1 : 1.75) * m.padding
    let width = min(window.width - 2 * margin, 68 * Double(size))
    let left = ((window.width - width) / 2).rounded()
    self.left = left
    let missing = Dictionary(grouping: unreadable, by: \.fontPackage).sorted { $0.key < $1.key }
      .map { words(.lettersMissing(languages: $1.map(\.code).joined(separator: ", "), package: $0)) }
    let said = (missing + [words(.settingsKept)]).flatMap {
      font.wrap($0, TextStyle(size: noteSize), to: width, most: 2)
    }
    let lineHeight = (1.5 * Double(noteSize)).rounded()
    let footHeight = Double(said.count) * lineHeight + 0.5 * Double(size)
    let place = Rect(x: left, y: header.maxY, width: width, height: strip.y - header.maxY - footHeight)
    let contents = SettingsLayout.contents(state, languages, unreadable: codes)
    let looks = [(1, true), (0.7, true), (0.4, true), (0.7, false), (0.4, false), (0.15, false), (0, false)].map {
      SettingsLayout.rows(
        contents, in: place, closeness: $0.0, showsNotes: $0.1, size: size, noteSize: noteSize, metrics: m, font: font)
    }
    let fitting = looks.first { $0.bottom <= place.maxY } ?? looks[looks.count - 1]
    // A row for which there is no room at all is reached by the command line and the file.
    rows = fitting.rows.filter { row in row.segments.allSatisfy { $0.rect.maxY <= place.maxY } }
    let top = strip.y - footHeight
    foot = said.enumerated().map { ($0.element, (top + (Double($0.offset) + 0.5) * lineHeight).rounded()) }
  }

  private struct Content {
    let label: String
    let items: [(change: SettingChange, text: String)]
    let chosen: SettingChange
    var note: String?
  }

  private static func contents(_ state: LabState, _ languages: [Language], unreadable: [String]) -> [Content] {
    let words = state.words
    let interface = state.interface
    func themes(_ change: (ThemeChoice) -> SettingChange) -> [(SettingChange, String)] {
      [(change(.light), words(.lightColors)), (change(.dark), words(.darkColors))]
    }
    return [
      Content(
        label: words(.settingLanguage),
        items: languages.map { (.language($0.code), unreadable.contains($0.code) ? $0.code : $0.name) },
        chosen: .language(words.language.code)),
      Content(
        label: words(.settingTextSize),
        items: TextScale.allCases.map { (.textScale($0), words(.percentOf(value: String($0.rawValue)))) },
        chosen: .textScale(interface.textScale), note: words(.noteTextSize)),
      Content(label: words(.exportColors), items: themes(SettingChange.theme), chosen: .theme(interface.theme)),
      Content(
        label: words(.settingProjector), items: themes(SettingChange.projectorTheme),
        chosen: .projectorTheme(interface.projectorTheme)),
      Content(
        label: words(.settingMotion),
        items: [(.reducesMotion(false), words(.motionGlides)), (.reducesMotion(true), words(.motionAtOnce))],
        chosen: .reducesMotion(interface.reducesMotion)),
      Content(
        label: words(.settingPoints),
        items: [(.shapesPoints(false), words(.pointsColored)), (.shapesPoints(true), words(.pointsShaped))],
        chosen: .shapesPoints(interface.shapesPoints), note: words(.notePoints)),
      Content(
        label: words(.settingSounds),
        items: [(.soundsSteps(false), words(.soundsNone)), (.soundsSteps(true), words(.soundsTone))],
        chosen: .soundsSteps(interface.soundsSteps), note: words(.noteSounds)),
      Content(
        label: words(.settingSpeech),
        items: [(.speaksNews(false), words(.speechNone)), (.speaksNews(true), words(.speechNews))],
        chosen: .speaksNews(interface.speaksNews), note: words(.noteSpeech)),
    ]
  }

  private static func rows(
    _ contents: [Content], in place: Rect, closeness: Double, showsNotes: Bool, size: Int, noteSize: Int,
    metrics m: Metrics, font: any TextSource
  ) -> (rows: [Row], bottom: Double) {
    let em = Double(size)
    let height = (m.isProjector ? 44 * m.ratio : (1.7 + 0.6 * closeness) * em).rounded()
    let noteHeight = (1.6 * Double(noteSize)).rounded()
    let gap = (1.3 * closeness * em).rounded()
    let labelWidth = (contents.map { font.pixels($0.label, size) }.max() ?? 0) + 1.5 * em
    let x = (place.x + labelWidth).rounded()
    let room = max(place.maxX - x, 1)
    var y = place.y + gap
    var rows: [Row] = []
    for content in contents {
      let items = content.items.map {
        Segment.Item(control: .setting($0.change), text: $0.text, isChosen: $0.change == content.chosen)
      }
      let wanted = items.reduce(0) { $0 + font.pixels($1.text, size, .bold) + 2.5 * em }
      let segments = Segment.lines(
        items, x: x, y: y, width: min(wanted, room).rounded(), height: height, size: size, font: font,
        least: m.isProjector ? height : 0)
      let labelY = (y + height / 2).rounded()
      y = (segments.map(\.rect.maxY).max() ?? y) + 0.15 * em
      var note: [(text: String, y: Double)] = []
      if showsNotes, let said = content.note {
        for line in font.wrap(said, TextStyle(size: noteSize), to: room, most: 3) {
          note.append((line, (y + noteHeight / 2).rounded()))
          y += noteHeight
        }
      }
      rows.append(
        Row(
          label: content.label, labelX: place.x, labelY: labelY, changes: content.items.map(\.change),
          segments: segments, note: note))
      y += gap
    }
    return (rows, y - gap)
  }

  var controls: [(control: Control, rect: Rect)] {
    rows.flatMap { $0.segments.map { ($0.control, $0.rect) } } + [(.closeSettings, close)]
  }

  /// Each row in a sentence: what is chosen of it.
  func sentences(_ words: Words) -> [String] {
    rows.map { row in words.facts(row.label, row.segments.filter(\.isChosen).map(\.text)) }
  }

  /// What the Tab key leads through: of each row of choices the one in force, which the arrows change.
  var tabStops: [(control: Control, rect: Rect)] {
    let others = Set(rows.flatMap { $0.segments.filter { !$0.isChosen }.map(\.control) })
    return controls.filter { !others.contains($0.control) }
  }

  /// What an arrow does to what the keyboard is on.
  func change(forward: Bool, _ state: LabState) -> [Command] {
    guard case .setting(let change) = state.interface.focused,
      let changes = rows.map(\.changes).first(where: { $0.contains(change) })
    else { return [] }
    let possible = changes.filter { isPossible($0) }
    guard let index = possible.firstIndex(of: change) else { return [] }
    let next = possible[min(max(index + (forward ? 1 : -1), 0), possible.count - 1)]
    return [.interface(.set(next)), .interface(.focus(.setting(next)))]
  }

  /// Whether a choice can be made: no language without its letters.
  func isPossible(_ change: SettingChange) -> Bool {
    switch change {
    case .language(let code): !unreadable.contains(code)
    case .textScale, .theme, .projectorTheme, .reducesMotion, .shapesPoints, .soundsSteps, .speaksNews: true
    }
  }
}
