/// What of the window a lesson can leave out or let wait: controls together with the gestures and keys that do the same.
public enum LessonPart: String, Sendable, Hashable, Codable, CaseIterable {
  case data, restart, back, play, next, end, speed, guess
  case brush, eraser, select, stamp, means, hand, inspect
  case clear, undo, compare, layers, fit
  case components, newStart, options, selection, race, runs, mystery, chart, columns
  /// Saving and exporting. Opening is always there: it leaves the lesson.
  case files

  init(_ tool: Tool) {
    switch tool {
    case .brush: self = .brush
    case .eraser: self = .eraser
    case .select: self = .select
    case .stamp: self = .stamp
    case .means: self = .means
    case .hand: self = .hand
    case .inspect: self = .inspect
    }
  }
}

extension LessonPart {
  /// Whether it leads back and forth in a run, which a model answer is.
  var playsRuns: Bool {
    switch self {
    case .restart, .back, .play, .next, .end, .speed, .hand, .inspect, .fit: true
    case .data, .guess, .brush, .eraser, .select, .stamp, .means, .clear, .undo, .compare, .layers, .components,
      .newStart, .options, .selection, .race, .runs, .mystery, .chart, .columns, .files:
      false
    }
  }
}

extension Control {
  /// What a lesson calls it; nil for what is always there.
  public var lessonPart: LessonPart? {
    switch self {
    case .dataMenu, .menuItem, .recentFile: .data
    case .restart: .restart
    case .back: .back
    case .play: .play
    case .next: .next
    case .end: .end
    case .slower, .faster: .speed
    case .tool(let tool): LessonPart(tool)
    case .toolSetting(.smallerBrush), .toolSetting(.largerBrush), .toolSetting(.lowerRate), .toolSetting(.higherRate):
      .brush
    case .toolSetting(.fewerPoints), .toolSetting(.morePoints), .toolSetting(.narrower), .toolSetting(.wider),
      .stampShape:
      .stamp
    case .chosen: .select
    case .clear: .clear
    case .undo, .redo: .undo
    case .fit: .fit
    case .compareMenu, .comparison, .lane, .laneCard, .laneModel, .keepLane, .closeLane: .compare
    case .newStart: .newStart
    case .fewer, .more: .components
    case .page(.options), .option, .optionStep, .seedField: .options
    case .page(.selection), .search, .searchFamily, .candidate, .adoptBest: .selection
    case .page(.race), .race, .raceLink, .optimum, .allOptima: .race
    case .page(.runs), .keptRun, .nameRun, .deleteRun, .moreRuns: .runs
    case .page(.mystery), .mysteryLevel, .newMystery, .box: .mystery
    case .largeChart, .firstClimb: .chart
    case .layers, .layer, .resetLayers: .layers
    case .axis, .columnPair, .axisColumn, .fittedColumn, .standardize: .columns
    case .guess: .guess
    case .saveScene, .commitSave, .exportPage: .files
    case .projector, .help, .helpRow, .canvas, .card, .closeGallery, .announcementUndo, .announcementClose,
      .cancelLoading, .page(.run), .closePage, .question, .giving, .clearGuess, .freshPoints, .showGuess, .count,
      .openFile, .fileRow, .folderUp, .place, .reading, .openChosen, .closeFiles, .closeExport, .recovery, .lesson,
      .settingsPage, .setting, .closeSettings, .exportChoice, .exportFirst, .exportLast, .exportPlay, .exportName,
      .exportWrite, .exportSigner, .handIns, .transcript, .closeTranscript, .listedFile:
      nil
    }
  }
}

extension LabState {
  /// Whether a control is there at all: a page of a lesson may do without it.
  public func isThere(_ control: Control) -> Bool {
    guard let lesson, let part = control.lessonPart else { return true }
    // An exercise that is guessed at is not left by guessing no more.
    if control == .guess, lesson.exercise?.kind.guess != nil { return false }
    return lesson.has(part)
  }

  /// Whether a control has to wait for what a page of a lesson asks.
  public func isLocked(_ control: Control) -> Bool {
    guard let lesson, let part = control.lessonPart else { return false }
    return lesson.locks(part)
  }
}
