import LabCore
import LabWords
import Rasterizer

/// What can be chosen for a page that is recorded: what is to be done on it, its controls, its highlight.
struct RecordListLayout: Sendable {
  enum Mark: Sendable { case none, chosen, waits, gone }

  struct Row: Sendable {
    let control: Control
    let rect: Rect
    let label: String
    let mark: Mark
  }

  let frame: Rect
  let title: String
  /// What a click does, where that needs a word.
  let note: String?
  let titleX, titleY: Double
  let close: Rect
  let closing: Control
  let rows: [Row]
  let size: Int

  init?(_ state: LabState, stage: Rect, window: Rect, metrics m: Metrics, font: any TextSource) {
    guard let draft = state.recording, let list = draft.list else { return nil }
    let words = state.words
    let entries = RecordListLayout.entries(list, draft, state)
    let margin = m.gap
    // A projector has no room beside the panel.
    let area = m.isProjector ? Rect(x: 0, y: stage.y, width: window.width, height: stage.height) : stage
    let room = Rect(
      x: area.x + margin, y: area.y + margin, width: area.width - 2 * margin, height: area.height - 2 * margin)
    let pad = m.gap
    let head = max(m.button, 0.9 * m.button)
    let most = m.isProjector ? m.fine : m.body
    func width(_ size: Int) -> Double {
      (entries.map { font.pixels($0.label, size, .bold) }.max() ?? 0) + 2.6 * Double(size) + pad
    }
    // As many columns as keep the rows from being lower than their letters.
    var chosen = most
    var columns = 1
    var cell = width(most)
    for size in stride(from: most, through: 9, by: -1) {
      chosen = size
      cell = width(size)
      let fitting = max(1, Int((room.width - 2 * pad + pad) / (cell + pad)))
      let rowsOfOne = Int((room.height - head - pad) / (1.9 * Double(size)))
      columns = max(1, min(fitting, (entries.count + max(rowsOfOne, 1) - 1) / max(rowsOfOne, 1)))
      if columns * rowsOfOne >= entries.count { break }
    }
    size = chosen
    let count = (entries.count + columns - 1) / columns
    let height = min(
      (2.3 * Double(chosen)).rounded(), ((room.height - head - pad) / Double(max(count, 1))).rounded(.down))
    title = words.title(list)
    note = list == .parts ? words(.clickTurns) : nil
    let titleWidth =
      font.pixels(title, chosen, .bold) + (note.map { font.pixels($0, chosen) + 2 * pad } ?? 0) + m.button + 3 * pad
    let wide = min(max(Double(columns) * (cell + pad) + pad, titleWidth), room.width)
    frame = Rect(
      x: room.x, y: room.y, width: wide.rounded(), height: (head + Double(count) * height + pad).rounded())
    titleX = frame.x + 1.5 * pad
    titleY = (frame.y + head / 2).rounded()
    close = Rect(x: frame.maxX - m.button, y: frame.y, width: m.button, height: head)
    closing = .lesson(.record(.list(list)))
    let left = frame.x + pad
    let top = frame.y + head
    let own = ((frame.width - pad) / Double(columns) - pad).rounded(.down)
    rows = entries.enumerated().map { index, entry in
      let (column, row) = (index / count, index % count)
      return Row(
        control: entry.control,
        rect: Rect(
          x: left + Double(column) * (own + pad), y: top + Double(row) * height, width: own, height: height - 2),
        label: entry.label, mark: entry.mark)
    }
  }

  private static func entries(
    _ list: LessonDraft.List, _ draft: LessonDraft, _ state: LabState
  ) -> [(control: Control, label: String, mark: Mark)] {
    let words = state.words
    switch list {
    case .gate:
      return state.draftGates.map { gate in
        (
          .lesson(.record(.gate(gate))), words.name(gate, draft.shown),
          RecordListLayout.isSame(gate, draft.shown.gate) ? .chosen : .none
        )
      }
    case .parts:
      return LessonPart.allCases.map { part in
        let mark: Mark =
          switch draft.shown.standings[part] {
          case .waits: .waits
          case .gone: .gone
          case nil: .none
          }
        return (.lesson(.record(.part(part))), words.name(part.control, state), mark)
      }
    case .highlight:
      let letters = state.document.runs.shown.identities
      // A part called chart is the area of that name.
      let targets: [LessonTarget?] =
        [nil] + LessonArea.allCases.map { .area($0) } + letters.map { .card($0) }
        + LessonPart.allCases.filter { $0 != .chart }.map { .part($0) }
      return targets.map { target in
        (
          .lesson(.record(.target(target))), words.name(target, state),
          target == draft.shown.highlight ? .chosen : .none
        )
      }
    }
  }

  /// A log-likelihood is chosen, whatever stands there now.
  private static func isSame(_ a: LessonDraft.Gate?, _ b: LessonDraft.Gate?) -> Bool {
    switch (a, b) {
    case (.logLikelihood, .logLikelihood), (.guess, .guess): true
    default: a == b
    }
  }

  var controls: [(control: Control, rect: Rect)] { rows.map { ($0.control, $0.rect) } + [(closing, close)] }
}

extension Words {
  fileprivate func title(_ list: LessonDraft.List) -> String {
    switch list {
    case .gate: self(.pageAsks)
    case .parts: self(.pageControls)
    case .highlight: self(.highlightPart)
    }
  }

  /// What a choice of what is to be done asks for.
  func name(_ choice: LessonDraft.Gate?, _ page: LessonDraft.Page) -> String {
    var asked = page
    asked.choose(choice)
    switch choice {
    case nil: return self(.gateAsDone)
    case .free: return self(.gateFree)
    case .points, .halfSteps, .guess, .answer, .logLikelihood: return gate(asked)
    }
  }

  func name(_ target: LessonTarget?, _ state: LabState) -> String {
    switch target {
    case nil: self(.noHighlight)
    case .part(let part): name(part.control, state)
    case .card(let letter): self(.component(letter: ComponentName.letter(letter)))
    case .area(.canvas): self(.areaCanvas)
    case .area(.panel): self(.areaPanel)
    case .area(.cards): self(.components)
    case .area(.chart): self(.areaChart)
    case .area(.numbers): self(.logLikelihood)
    }
  }
}

extension LessonPart {
  /// The control that stands for it where it is named.
  var control: Control {
    switch self {
    case .data: .dataMenu
    case .restart: .restart
    case .back: .back
    case .play: .play
    case .next: .next
    case .end: .end
    case .speed: .faster
    case .guess: .guess
    case .brush: .tool(.brush)
    case .eraser: .tool(.eraser)
    case .select: .tool(.select)
    case .stamp: .tool(.stamp)
    case .means: .tool(.means)
    case .hand: .tool(.hand)
    case .inspect: .tool(.inspect)
    case .clear: .clear
    case .undo: .undo
    case .compare: .compareMenu
    case .layers: .layers
    case .fit: .fit
    case .components: .more
    case .newStart: .newStart
    case .options: .page(.options)
    case .selection: .page(.selection)
    case .race: .page(.race)
    case .runs: .page(.runs)
    case .mystery: .page(.mystery)
    case .chart: .largeChart
    case .columns: .axis(up: false)
    case .files: .saveScene
    }
  }
}
