import GaussianMixtures
import LabCore
import LabWords
import Rasterizer

/// The runs that were tried: where each came from, how far it got, and how far that is from the best.
extension Painter {
  mutating func drawRuns(_ part: RunsLayout, _ layout: Layout, _ state: LabState) {
    let left = layout.panel.x + metrics.padding
    drawPageHeading(words(.runs), left: left, part.heading, state)
    for (index, line) in part.note.enumerated() {
      let y = part.noteY + Double(index) * (1.4 * Double(metrics.fine)).rounded()
      text(line, x: left, centerY: y, size: metrics.fine, theme.ink2)
    }
    for row in part.rows { drawRun(row, state) }
    if let more = part.more {
      plainGround(more.rect, look(of: .moreRuns, state.interface), enabled: true)
      text(
        words(.andMore(count: more.hidden)), x: left + 0.7 * Double(metrics.fine), centerY: more.rect.midY.rounded(),
        size: metrics.fine, theme.ink2)
      if state.interface.focused == .moreRuns { focusRing(more.rect, corner: metrics.buttonCorner) }
    }
  }

  private mutating func drawRun(_ row: RunsLayout.Row, _ state: LabState) {
    let runs = state.document.runs
    guard let run = runs.run(numbered: row.number) else { return }
    let control = Control.keptRun(row.number)
    let isShown = row.number == runs.number
    let rect = row.rect.inset(by: metrics.hairline)
    let look = look(of: control, state.interface)
    if isShown {
      canvas.fill(rect, cornerRadius: metrics.buttonCorner, theme.soft.rest)
      canvas.stroke(
        rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner, width: metrics.hairline,
        theme.softLine)
    } else if look != .rest || state.interface.focused == control {
      canvas.fill(rect, cornerRadius: metrics.buttonCorner, look == .pressed ? theme.press : theme.hover)
    }
    if state.interface.focused == control {
      focusRing(rect.inset(by: 3 * metrics.scale), corner: metrics.buttonCorner)
    }
    let em = Double(metrics.fine)
    let x = rect.x + (0.7 * em).rounded()
    let right = rect.maxX - (0.7 * em).rounded()
    let first = (rect.y + 0.3 * rect.height).rounded()
    let second = (rect.y + 0.72 * rect.height).rounded()
    let value = run.latest.value.map(NumberText.logLikelihood) ?? NumberText.none
    let valueWidth = text(
      value, x: right, centerY: first, size: metrics.isProjector ? metrics.fine : metrics.body, weight: .bold,
      isShown ? theme.softInk : theme.ink, align: .right)
    let room = right - valueWidth - em - x
    if let draft = state.interface.nameDraft, draft.run == row.number {
      let typed = font.truncate(
        draft.text + OptionText.cursor, TextStyle(size: metrics.fine, weight: .bold), to: room)
      let field = Rect(x: x - 0.3 * em, y: first - 0.9 * em, width: room, height: 1.8 * em)
      canvas.fill(field, cornerRadius: metrics.keyCorner, theme.raised)
      canvas.stroke(field, cornerRadius: metrics.keyCorner, width: 1.5 * metrics.hairline, theme.accent.rest)
      text(typed, x: x, centerY: first, size: metrics.fine, weight: .bold, theme.ink)
    } else {
      let name = font.truncate(
        words.name(ofRun: row.number, state), TextStyle(size: metrics.fine, weight: .bold), to: room)
      let end =
        x
        + text(
          name, x: x, centerY: first, size: metrics.fine, weight: .bold, isShown ? theme.softInk : theme.ink)
        + 0.6 * em
      let room = x + room - end
      let origin = words.origins(of: run, state).first { font.pixels($0, metrics.fine) <= room } ?? ""
      text(origin, x: end, centerY: first, size: metrics.fine, theme.ink2)
    }
    let wide = row.name.x - x - 0.4 * em
    let progress = words.progress(of: run, state)
    text(
      progress.first { font.pixels($0, metrics.fine) <= wide } ?? "", x: x, centerY: second, size: metrics.fine,
      theme.ink2)
    for (button, rect, symbol) in [
      (Control.nameRun(row.number), row.name, Icon.pencil),
      (.deleteRun(row.number), row.delete ?? row.name, .delete),
    ] where button == .nameRun(row.number) || row.delete != nil {
      plainGround(rect, self.look(of: button, state.interface), enabled: true)
      icon(symbol, center: rect.center, size: (0.75 * rect.height).rounded(), isShown ? theme.softInk : theme.ink2)
      if state.interface.focused == button { focusRing(rect.inset(by: 2 * metrics.scale), corner: metrics.keyCorner) }
    }
  }
}

extension Words {
  /// What a user calls a run, or its number, counted from 1.
  func name(ofRun number: Int, _ state: LabState) -> String {
    state.document.runs.names[number] ?? self(.runNumber(number: ordinal(ofRun: number, state)))
  }

  func ordinal(ofRun number: Int, _ state: LabState) -> Int { number - state.document.runs.first + 1 }

  /// Where a run began, the longest way to say it first.
  func origins(of run: Run, _ state: LabState) -> [String] {
    switch run.origin {
    case .seeded(_, let seed): return [self(.fromSeed(seed: String(seed)))]
    case .supplied: return [self(.fromTheData)]
    case .adopted: return [self(.fromAModel)]
    case .placed(nil): return [self(.byHand)]
    case .placed(let reference?), .continued(let reference):
      guard reference.run >= state.document.runs.first else { return [self(.fromOtherPoints)] }
      let name = name(ofRun: reference.run, state)
      guard let parent = state.document.runs.run(numbered: reference.run),
        parent.steps.indices.contains(reference.step)
      else { return [self(.fromRun(run: name))] }
      return [
        self(.fromRunAt(run: name, place: StepText.place(parent.steps[reference.step]))), self(.fromRun(run: name)),
      ]
    }
  }

  /// How many iterations a run took, and how far its end is from the best, the longest way to say it first.
  func progress(of run: Run, _ state: LabState) -> [String] {
    let iterations = self(.iterationCount(count: run.iterations))
    guard let distance = state.document.runs.distanceToBest(of: run) else { return [iterations] }
    let decimal = NumberText.decimal(distance, digits: 2)
    let short = distance < 0.005 ? self(.theBest) : NumberText.signed(-distance, digits: 2)
    return [
      self(
        .pairOfFacts(
          first: iterations, second: distance < 0.005 ? self(.theBest) : self(.belowTheBest(distance: decimal)))),
      self(.pairOfFacts(first: self(.iterationsShort(count: run.iterations)), second: short)), short, iterations,
    ]
  }
}
