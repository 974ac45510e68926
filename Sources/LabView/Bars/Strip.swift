import LabCore
import LabWords
import Rasterizer

/// The bottom strip: what the mouse and the keys do with this tool, the latest announcement, and the seed.
extension Painter {
  mutating func drawStrip(_ layout: Layout, _ state: LabState) {
    guard layout.strip.height > 0 else { return }
    canvas.fill(layout.strip, theme.chrome)
    hairline(Rect(x: 0, y: layout.strip.y, width: layout.strip.width, height: metrics.hairline))
    let middle = (layout.strip.midY).rounded()
    let size = metrics.stripText
    let iconSize = (metrics.isProjector ? 1.15 : 1.35) * Double(size)
    var right = layout.strip.maxX - metrics.padding
    if let start = layout.bottom.start, let newStart = layout.bottom.newStart {
      drawStartButton(start, layout.bottom.startText, state)
      drawNewStartButton(newStart, state)
      right = newStart.x - 2 * metrics.gap
    }
    if let recovery = layout.recovery?.recovery {
      return drawWelcome(ToolHint.recovery(recovery, focused: state.interface.focused), to: right, centerY: middle)
    }
    let isRace = state.interface.page == .race
    let isLesson = state.lesson != nil
    let showsLayers = layout.layers != nil
    let showsColumns = layout.columns != nil
    let guess = showsLayers || showsColumns ? nil : state.document.guess
    let isCanvas = state.interface.focused == .canvas && !showsLayers && !showsColumns
    icon(
      guess != nil ? .guess : showsColumns ? .columns : showsLayers ? .layers : isRace ? .race : state.tool.icon,
      center: Point(metrics.padding + iconSize / 2, middle),
      size: iconSize, theme.ink2)
    var x = metrics.padding + iconSize + (1.25 * metrics.gap).rounded()
    x += text(
      guess.map { words($0.phase == .revealed ? .revealedTitle : .guess) }
        ?? (showsColumns
          ? words(.columns) : showsLayers ? words(.layers) : isRace ? words(.restartRace) : words.name(state.tool)),
      x: x,
      centerY: middle,
      size: size, weight: .bold, theme.ink
    )
    x += Double(size)
    // What was announced stays readable here, if it fits; it is worth more than a hint.
    if let said = words.latest(state) {
      let width = font.pixels(said, size)
      if x + width <= right {
        text(said, x: right, centerY: middle, size: size, theme.ink3, align: .right)
        right -= width + 2 * metrics.gap
      }
    }
    for hint in guess.map(ToolHint.guessing)
      ?? (showsColumns
        ? ToolHint.columns(hasPictures: layout.columns?.cells.isEmpty == false)
        : showsLayers
          ? CanvasLayer.hints
          : isCanvas
            ? ToolHint.canvas
            : isRace
              ? ToolHint.race
              : state.recording != nil ? recordHints(state) : isLesson ? lessonHints(state) : hints(state))
    {
      let width = hintWidth(hint, size: size)
      guard x + width <= right else { break }
      drawHint(hint, x: x, centerY: middle, size: size)
      x += width + (1.35 * Double(size)).rounded()
    }
  }

  /// While work of an earlier session is offered.
  private mutating func drawWelcome(_ hints: [ToolHint], to right: Double, centerY: Double) {
    let size = metrics.stripText
    var x = metrics.padding
    x += text(words(.welcomeBack), x: x, centerY: centerY, size: size, weight: .bold, theme.ink) + Double(size)
    for hint in hints {
      let width = hintWidth(hint, size: size)
      guard x + width <= right else { break }
      drawHint(hint, x: x, centerY: centerY, size: size)
      x += width + (1.35 * Double(size)).rounded()
    }
  }

  private mutating func drawStartButton(_ rect: Rect, _ label: String, _ state: LabState) {
    let control = Control.page(.race)
    let isOpen = state.interface.page == .race
    plainGround(rect, look(of: control, state.interface), enabled: true)
    let iconSize = StripLayout.iconSize(metrics)
    icon(
      control.icon, center: Point(rect.x + metrics.gap + iconSize / 2, rect.midY), size: iconSize,
      isOpen ? theme.softInk : theme.ink2)
    text(
      label, x: rect.maxX - metrics.gap, centerY: rect.midY.rounded(), size: metrics.stripText, theme.ink2,
      align: .right)
    if state.interface.focused == control { focusRing(rect.inset(by: 3 * metrics.scale), corner: metrics.keyCorner) }
  }

  private mutating func drawNewStartButton(_ rect: Rect, _ state: LabState) {
    plainGround(rect, look(of: .newStart, state.interface), enabled: true)
    icon(Control.newStart.icon, center: rect.center, size: StripLayout.iconSize(metrics), theme.ink2)
    if state.interface.focused == .newStart { focusRing(rect.inset(by: 3 * metrics.scale), corner: metrics.keyCorner) }
  }

  /// In a lesson: the tool's first gesture, and how to go through the pages.
  private func lessonHints(_ state: LabState) -> [ToolHint] {
    let tool =
      state.isThere(.tool(state.tool)) ? state.tool.hints(onEmptyCanvas: !state.document.hasModel).prefix(1) : []
    return tool + ToolHint.lesson(choices: state.lesson?.choiceCount ?? 0)
  }

  private func recordHints(_ state: LabState) -> [ToolHint] {
    let isWriting = state.recording?.field != nil
    let tool = isWriting ? [] : state.tool.hints(onEmptyCanvas: !state.document.hasModel).prefix(1)
    return tool + ToolHint.record(isWriting: isWriting)
  }

  private func hints(_ state: LabState) -> [ToolHint] {
    let tool = state.tool.hints(onEmptyCanvas: !state.document.hasModel)
    if state.document.lanes.count > 1, !metrics.isProjector {
      let back: ToolHint =
        switch state.document.comparison {
        case .kMeans: .keys([.compare(.kMeans)], .doesOneLane)
        case .families: .keys([.compare(.families)], .doesOneLane)
        case .starts, .components, nil: .keys([.compareMenu], .doesSideBySide)
        }
      return tool.prefix(2) + [.keys([.nextHalfStep], .doesNextHalfStep), back]
    }
    return metrics.isProjector
      ? tool.prefix(2) + [.keys([.nextHalfStep], .doesNextHalfStep), .keys([.projector], .doesLeaveProjector)]
      : tool + [.keys([.nextHalfStep], .doesNextHalfStep), .keys([.undo], .doesUndo)]
  }

  func hintWidth(_ hint: ToolHint, size: Int) -> Double {
    switch hint {
    case .gesture(let gesture, let effect):
      return font.pixels(words(gesture), size) + space(size) + font.pixels(words(effect), size)
    case .keys(let actions, let effect):
      let caps = words.caps(actions)
      let width = caps.reduce(0) { $0 + keyCapWidth($1, size: keySize(size)) }
      return width + 0.75 * metrics.gap * Double(max(caps.count - 1, 0)) + space(size)
        + font.pixels(words(effect), size)
    }
  }

  mutating func drawHint(_ hint: ToolHint, x start: Double, centerY: Double, size: Int) {
    var x = start
    let meaning: Label
    switch hint {
    case .gesture(let gesture, let effect):
      x += text(words(gesture), x: x, centerY: centerY, size: size, theme.ink)
      meaning = effect
    case .keys(let actions, let effect):
      for (index, key) in words.caps(actions).enumerated() {
        if index > 0 { x += metrics.gap * 0.75 }
        x += keyCap(
          key, x: x, centerY: centerY, size: keySize(size), ground: theme.raised, ink: theme.ink, border: theme.line)
      }
      meaning = effect
    }
    text(words(meaning), x: x + space(size), centerY: centerY, size: size, theme.ink2)
  }

  private func keySize(_ size: Int) -> Int { max(11, size - (metrics.isProjector ? 2 : 1)) }
  private func space(_ size: Int) -> Double { (0.42 * Double(size)).rounded() }
}

extension Words {
  /// What the strip keeps of what happened last: an announcement that is no longer over the canvas, or how many points
  /// the E-step on show gave to another component.
  func latest(_ state: LabState) -> String? {
    if let announcement = state.announcement {
      return announcement.isFresh(at: state.now) ? nil : text(announcement.notice)
    }
    guard let change = state.ownerChange, state.layers.shows(.model) else { return nil }
    return self(.ownersChanged(points: change.points.count))
  }
}
