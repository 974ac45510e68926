/// What a page of a lesson lets pass: a command that stands for a part of the window that is not there, or has to wait, does
/// nothing. A command that this list does not know does not compile.
extension LabState {
  enum LessonPassage: Equatable {
    case free
    /// It does nothing, and says why.
    case held(LessonNotice)
    /// It does nothing; a drag need not be told so at every move.
    case ignored
  }

  func passage(of command: Command, _ lesson: LessonState) -> LessonPassage {
    guard let part = command.lessonPart else { return .free }
    let notice: LessonNotice? = !lesson.has(part) ? .isNotHere : lesson.locks(part) ? .waits : nil
    guard let notice else { return .free }
    return command.isOnTheWay ? .ignored : .held(notice)
  }
}

/// What is said where a page of a lesson does without something.
public enum LessonNotice: Sendable, Equatable {
  case isNotHere, waits
  /// It would tell the answer that an exercise asks for.
  case asks
}

extension Command {
  /// The part of the window that it stands for; nil where it passes in any case.
  var lessonPart: LessonPart? {
    switch self {
    // Its page opens by a command that stands for a part, or to hand the lesson in.
    case .tick, .shell, .recovery, .answer, .lesson, .handIns, .export: nil
    case .edit(let command): command.lessonPart
    case .select(let command): command.lessonPart
    case .stamp(let command): command.lessonPart
    case .start(let command): command.lessonPart
    case .option: .options
    case .run(let command): command.lessonPart
    case .lanes(let command): command.lessonPart
    case .search: .selection
    case .race: .race
    case .kept: .runs
    case .guess(let command): command.lessonPart
    case .view(let command): command.lessonPart
    case .columns: .columns
    case .interface(let command): command.lessonPart
    case .file(let command): command.lessonPart
    }
  }

  /// Whether it is a step of a drag that never began.
  fileprivate var isOnTheWay: Bool {
    switch self {
    case .start(.moveMean), .start(.setCovariance), .run(.scrub), .run(.beginScrubbing): true
    case .tick, .edit, .select, .stamp, .start, .option, .run, .lanes, .search, .race, .kept, .guess, .view, .columns,
      .interface, .shell, .file, .export, .recovery, .lesson, .handIns, .answer:
      false
    }
  }
}

extension Command.Edit {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .openExample: .data
    case .clearPoints: .clear
    case .beginPainting: .brush
    case .beginErasing: .eraser
    case .moveStroke, .endStroke: nil
    case .undo, .redo: .undo
    }
  }
}

extension Command.Select {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .beginMarquee, .choose, .beginCarrying, .all, .nudge, .duplicate, .delete, .jitter: .select
    case .drag, .end, .nothing: nil
    }
  }
}

extension Command.Stamp {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .begin, .setShape, .setCount, .setWidth: .stamp
    case .drag, .end: nil
    }
  }
}

extension Command.Start {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .addMean, .removeMean, .beginShaping, .moveMean, .setCovariance, .setWeight: .means
    case .endShaping: nil
    case .setComponentCount: .components
    case .newStart: .newStart
    }
  }
}

extension Command.Run {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .restart: .restart
    case .togglePlay: .play
    case .stepForward, .stepIteration: .next
    case .stepBack, .beginScrubbing, .scrub: .back
    case .runToConvergence: .end
    case .setSpeed: .speed
    case .endScrubbing: nil
    }
  }
}

extension Command.Lanes {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .compare, .close, .keepOnly, .change: .compare
    case .activate: nil
    }
  }
}

extension Command.Guess {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .toggle: .guess
    case .goOn: .next
    case .openMystery, .openBox, .closeBox: .mystery
    case .ask, .choose, .beginGiving, .beginTakingBack, .moveStroke, .chooseCount, .endStroke, .walk, .shift, .adjust,
      .beginShaping, .moveMean, .setCovariance, .setWeight, .beginMarking, .mark, .flip, .clear, .again:
      nil
    }
  }
}

extension Command.View {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .chooseTool(let tool): LessonPart(tool)
    case .toggleAspect: .fit
    case .toggleLayer, .setLayers: .layers
    case .setViewport, .fit, .beginPanning, .endPanning, .pin, .setBrushRadius, .setBrushRate: nil
    }
  }
}

extension Command.File {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .save, .beginSaving: .files
    case .beginOpening, .type, .erase, .commit, .choose, .goUp, .visit, .read: nil
    }
  }
}

extension Command.Interface {
  fileprivate var lessonPart: LessonPart? {
    switch self {
    case .toggleOverlay(.gallery): .data
    case .toggleOverlay(.compareMenu), .toggleOverlay(.laneMenu): .compare
    case .toggleOverlay(.saving), .toggleOverlay(.export): .files
    case .toggleOverlay(.help), .toggleOverlay(.opening), .toggleOverlay(.recovering), .toggleOverlay(.lessons),
      .toggleOverlay(.settings), .toggleOverlay(.handIns):
      nil
    case .toggleTranscript, .scrollTranscript: nil
    case .toggleLayers: .layers
    case .toggleColumns: .columns
    case .showPage(.options): .options
    case .showPage(.selection): .selection
    case .showPage(.race): .race
    case .showPage(.runs): .runs
    case .showPage(.mystery): .mystery
    case .toggleLargeChart, .toggleFirstClimb: .chart
    case .showPage(.run), .setTheme, .setProjectorTheme, .toggleTheme, .toggleProjector, .setLanguage, .dismiss,
      .pointer, .pointAt, .press, .hold, .focus, .moveCursor, .scrollGallery, .closeAnnouncement,
      .set:
      nil
    }
  }
}
