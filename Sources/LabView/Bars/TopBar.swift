import LabCore
import Rasterizer

extension Painter {
  mutating func drawTopBar(_ layout: Layout, _ state: LabState) {
    canvas.fill(layout.topBar, theme.chrome)
    hairline(
      Rect(x: 0, y: layout.topBar.maxY - metrics.hairline, width: layout.topBar.width, height: metrics.hairline))
    drawDataName(layout, state)
    for (control, rect) in layout.top.controls {
      switch control {
      case .play: drawPlay(rect, state)
      // Drawn apart: the one has pixels of its own, the other is a name as well.
      case .next, .dataMenu: break
      case .lesson(.home): if state.lesson == nil { drawTopButton(control, rect, state) }
      case .lesson: break
      case .exportSigner, .handIns, .toolSetting, .stampShape, .chosen, .canvas, .closeGallery, .restart, .back, .end,
        .slower, .faster,
        .projector, .help, .tool, .clear, .newStart, .undo, .redo, .fit,
        .fewer, .more, .menuItem, .announcementUndo, .announcementClose, .cancelLoading, .page, .closePage, .option,
        .optionStep,
        .largeChart, .firstClimb, .race, .raceLink, .optimum, .allOptima, .keptRun, .nameRun, .deleteRun, .moreRuns,
        .seedField, .search,
        .searchFamily, .candidate, .adoptBest, .card, .layers, .layer, .resetLayers, .compareMenu,
        .axis, .columnPair, .axisColumn, .fittedColumn, .standardize,
        .comparison, .lane, .laneCard, .laneModel, .keepLane, .closeLane, .helpRow, .saveScene, .openFile,
        .commitSave, .fileRow, .folderUp, .closeFiles, .place, .reading, .openChosen, .recentFile, .listedFile,
        .recovery,
        .settingsPage, .setting, .closeSettings, .transcript, .closeTranscript,
        .exportPage, .exportChoice, .exportFirst, .exportLast, .exportPlay, .exportName, .exportWrite, .closeExport,
        .guess, .question, .giving, .clearGuess, .freshPoints, .showGuess, .count, .mysteryLevel, .newMystery, .box:
        drawTopButton(control, rect, state)
      }
      if control != .next, state.interface.focused == control { focusRing(rect, corner: metrics.buttonCorner) }
    }
    let middle = (layout.topBar.height / 2).rounded(.down)
    if let value = layout.top.speedValue {
      text(
        SpeedText.text(state.playback.speed), x: value.midX, centerY: middle, size: metrics.body, weight: .bold,
        theme.ink, align: .center)
    }
    if let right = layout.top.speedLabelRight {
      text(words(.speed), x: right, centerY: middle, size: metrics.body, theme.ink2, align: .right)
    }
    if let x = layout.top.dividerX {
      let height = (0.42 * layout.topBar.height).rounded()
      hairline(Rect(x: x, y: middle - (height / 2).rounded(), width: metrics.hairline, height: height))
    }
  }

  private mutating func drawDataName(_ layout: Layout, _ state: LabState) {
    let height = layout.topBar.height
    let name = layout.top.name
    if let rect = layout.rect(of: .dataMenu) {
      plainGround(rect, look(of: .dataMenu, state.interface), enabled: true)
      if state.interface.focused == .dataMenu { focusRing(rect, corner: metrics.buttonCorner) }
    }
    if let lesson = LessonHead(state), let dots = layout.top.dots { return drawLessonName(lesson, dots, layout, state) }
    let count = layout.top.count
    let nameY = ((count == nil ? 0.5 : metrics.isProjector ? 0.315 : 0.345) * height).rounded()
    let width = text(name, x: metrics.padding, centerY: nameY, size: metrics.body, weight: .bold, theme.ink)
    let size = (0.7 * metrics.buttonIcon).rounded()
    icon(
      .down, center: Point(metrics.padding + width + metrics.gap + size / 2, nameY), size: size, theme.ink2)
    if let count {
      text(
        count, x: metrics.padding, centerY: ((metrics.isProjector ? 0.71 : 0.67) * height).rounded(),
        size: metrics.caption, theme.ink2)
    }
  }

  /// The title of a lesson above a dot for each page.
  private mutating func drawLessonName(
    _ lesson: LessonHead, _ dots: LessonDots, _ layout: Layout, _ state: LabState
  ) {
    let height = layout.topBar.height
    let control = lesson.control
    if let rect = layout.rect(of: control) { plainGround(rect, look(of: control, state.interface), enabled: true) }
    let count = layout.top.count
    let nameY = ((count == nil ? 0.5 : metrics.isProjector ? 0.315 : 0.345) * height).rounded()
    let width = text(
      layout.top.name, x: metrics.padding, centerY: nameY, size: metrics.body, weight: .bold,
      lesson.isPlaceholder ? theme.ink3 : theme.ink)
    if lesson.isWritten {
      drawTypingMark(
        after: metrics.padding + (lesson.isPlaceholder ? 0 : width), centerY: nameY, size: metrics.body)
    }
    guard let count else { return }
    let y = ((metrics.isProjector ? 0.71 : 0.67) * height).rounded()
    for page in 0..<lesson.count {
      let x = metrics.padding + dots.place(of: page, now: lesson.page)
      if page == lesson.page {
        canvas.fill(
          Rect(
            x: x - dots.nowWidth / 2, y: y - dots.radius, width: dots.nowWidth, height: 2 * dots.radius),
          cornerRadius: dots.radius, theme.accent.rest)
      } else {
        drawDot(Point(x, y), radius: dots.radius, isDone: page < lesson.page)
      }
    }
    text(
      count, x: metrics.padding + dots.width + metrics.gap, centerY: y, size: metrics.caption, theme.ink2)
  }

  private mutating func drawTopButton(_ control: Control, _ rect: Rect, _ state: LabState) {
    let enabled = state.isEnabled(control)
    let toggled =
      (control == .projector && state.interface.isProjector)
      || (control == .help && state.interface.overlay == .help)
      || (control == .guess && state.document.guess != nil)
      || (control == .lesson(.home) && state.interface.overlay == .lessons)
    plainGround(rect, look(of: control, state.interface), enabled: enabled, toggled: toggled)
    let color = toggled ? theme.softInk : !enabled ? theme.off : isTransport(control) ? theme.ink : theme.ink2
    let size = control == .faster || control == .slower ? (0.85 * metrics.buttonIcon).rounded() : metrics.buttonIcon
    icon(control.icon, center: rect.center, size: size, color)
  }

  private func isTransport(_ control: Control) -> Bool {
    control == .restart || control == .back || control == .end
  }

  private mutating func drawPlay(_ rect: Rect, _ state: LabState) {
    let isRunning = state.playback.isRunning
    let enabled = state.isEnabled(.play)
    let ground = enabled ? theme.accent.color(look(of: .play, state.interface)) : theme.track
    canvas.fill(discAt: rect.center, radius: rect.width / 2, ground)
    icon(
      isRunning ? .pause : .play, center: rect.center, size: metrics.buttonIcon,
      enabled ? theme.onAccent : theme.off)
  }

  /// The button that says what the next half-step does: other words with every one.
  mutating func drawNext(_ rect: Rect, _ layout: Layout, _ state: LabState) {
    canvas.fill(nextArea(rect, state), theme.chrome)
    if state.interface.focused == .next { focusRing(rect, corner: metrics.buttonCorner) }
    let enabled = state.isEnabled(.next)
    if enabled {
      let ground = theme.soft.color(look(of: .next, state.interface))
      canvas.fill(rect, cornerRadius: metrics.buttonCorner, ground)
    }
    canvas.stroke(
      rect.inset(by: metrics.hairline / 2), cornerRadius: metrics.buttonCorner - metrics.hairline / 2,
      width: metrics.hairline, enabled ? theme.softLine : theme.line)
    let pad = (metrics.sizeClass == .compact ? 10 : 14 * metrics.scale).rounded()
    let (letter, meaning) =
      state.nextGuessWords(isShort: layout.top.isNextShort) ?? nextWords(state, isShort: layout.top.isNextShort)
    let width = text(
      letter + " ", x: rect.x + pad, centerY: rect.midY, size: metrics.body, weight: .bold,
      enabled ? theme.softInk : theme.off)
    let end = rect.maxX - pad - 0.9 * metrics.buttonIcon
    text(
      meaning, x: rect.x + pad + width, centerY: rect.midY, size: metrics.body, enabled ? theme.ink : theme.off,
      within: end - rect.x - pad - width)
    icon(
      state.isLocked(.next) ? .lock : .next,
      center: Point(rect.maxX - pad - metrics.buttonIcon * 0.4, rect.midY), size: metrics.buttonIcon,
      enabled ? theme.accent.rest : theme.off)
  }

  /// The button, with the ring around it where it has one; a neighbor's ring may come as near.
  func nextArea(_ rect: Rect, _ state: LabState) -> Rect {
    state.interface.focused == .next ? rect.inset(by: -(4 * metrics.scale).rounded(.up)) : rect
  }

  /// The next half-step, named by what it does.
  private func nextWords(_ state: LabState, isShort: Bool) -> (String, String) {
    switch (state.document.algorithm, state.document.runs.shown.next) {
    case (.em, .maximization): (words(.nextM), words(isShort ? .nextMShort : .nextMLong))
    case (.em, .start), (.em, .expectation): (words(.nextE), words(isShort ? .nextEShort : .nextELong))
    case (.kMeans, .maximization): (words(.nextM), words(isShort ? .nextMShort : .nextUpdate))
    case (.kMeans, .start), (.kMeans, .expectation): (words(.nextE), words(isShort ? .nextEShort : .nextAssign))
    }
  }
}

/// Speeds as the top bar writes them.
enum SpeedText {
  static let widest = "1.5×"

  static func text(_ speed: Speed) -> String {
    let rate = speed.halfStepsPerSecond
    return NumberText.decimal(rate, digits: rate == rate.rounded() ? 0 : 1) + "×"
  }
}
