import GaussianMixtures

@testable import LabCore

/// An enum that can name one value of each of its cases. A case that its `sample(after:)` does not know does not
/// compile, so that nobody adds a command and forgets to show one.
protocol Sampled {
  /// The sample of the first case for `nil`, that of the next case for any other value, `nil` after the last.
  static func sample(after previous: Self?) -> Self?
}

extension Sampled {
  static var samples: [Self] {
    var samples: [Self] = []
    while let next = sample(after: samples.last) { samples.append(next) }
    return samples
  }
}

private let place = DataPoint(1.5, -2)
private let size = DataSize(0.5, 0.25)

extension Command.Edit: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .openExample(.ring)
    case .openExample: .clearPoints
    case .clearPoints: .beginPainting(place, radius: size)
    case .beginPainting: .beginErasing(place, radius: size)
    case .beginErasing: .moveStroke(place)
    case .moveStroke: .endStroke
    case .endStroke: .undo
    case .undo: .redo
    case .redo: nil
    }
  }
}

extension Command.Select: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .beginMarquee(place, .add)
    case .beginMarquee: .choose(3, .replace)
    case .choose: .beginCarrying(place, copies: true)
    case .beginCarrying: .drag(to: place)
    case .drag: .end
    case .end: .all
    case .all: .nothing
    case .nothing: .nudge(size)
    case .nudge: .duplicate(size)
    case .duplicate: .delete
    case .delete: .jitter(size)
    case .jitter: nil
    }
  }
}

extension Command.Stamp: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .begin(place)
    case .begin: .drag(along: size, across: size)
    case .drag: .end
    case .end: .setShape(.ring)
    case .setShape: .setCount(7)
    case .setCount: .setWidth(0.3)
    case .setWidth: nil
    }
  }
}

extension Command.Start: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .addMean(place)
    case .addMean: .removeMean(1)
    case .removeMean: .beginShaping(.covariance(2, handle: 3, angle: 0.5))
    case .beginShaping: .moveMean(0, to: place)
    case .moveMean: .setCovariance(1, DataCovariance(xx: 2, xy: -0.5, yy: 1))
    case .setCovariance: .setWeight(1, 0.25)
    case .setWeight: .endShaping
    case .endShaping: .setComponentCount(4)
    case .setComponentCount: .newStart
    case .newStart: nil
    }
  }
}

extension Command.Option: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .set(.family(.tied))
    case .set: .beginSeedEntry
    case .beginSeedEntry: .typeSeedDigit(7)
    case .typeSeedDigit: .eraseSeedDigit
    case .eraseSeedDigit: .commitSeed
    case .commitSeed: nil
    }
  }
}

extension OptionChange: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .family(.diagonal)
    case .family: .startKind(.kMeans)
    case .startKind: .seed(.max)
    case .seed: .onCollapse(.reseed)
    case .onCollapse: .onEmpty(.drop)
    case .onEmpty: .floor(1e-4)
    case .floor: .tolerance(1e-9)
    case .tolerance: nil
    }
  }
}

extension Command.Run: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .restart
    case .restart: .togglePlay
    case .togglePlay: .stepForward
    case .stepForward: .stepBack
    case .stepBack: .stepIteration
    case .stepIteration: .runToConvergence
    case .runToConvergence: .setSpeed(Speed(index: 4))
    case .setSpeed: .beginScrubbing
    case .beginScrubbing: .scrub(toStep: 3)
    case .scrub: .endScrubbing
    case .endScrubbing: nil
    }
  }
}

extension Command.Lanes: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .compare(.families)
    case .compare: .activate(1)
    case .activate: .close(0)
    case .close: .keepOnly(1)
    case .keepOnly: .change(0, to: .kMeans)
    case .change: nil
    }
  }
}

extension Command.Search: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .toggleFamily(.spherical)
    case .toggleFamily: .start
    case .start: .cancel
    case .cancel: .adopt(2)
    case .adopt: nil
    }
  }
}

extension Command.Race: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .start
    case .start: .cancel
    case .cancel: .adopt(1)
    case .adopt: .toggleAll
    case .toggleAll: nil
    }
  }
}

extension Command.Kept: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .show(2)
    case .show: .delete(3)
    case .delete: .beginNaming(0)
    case .beginNaming: .typeName("ü")
    case .typeName: .eraseName
    case .eraseName: .commitName
    case .commitName: nil
    }
  }
}

extension Command.View: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .setViewport(Viewport(bounds: DataRect(minX: -1, minY: 0, maxX: 2, maxY: 3)))
    case .setViewport: .fit
    case .fit: .toggleAspect
    case .toggleAspect: .beginPanning
    case .beginPanning: .endPanning
    case .endPanning: .chooseTool(.hand)
    case .chooseTool: .pin(7)
    case .pin: .setBrushRadius(30)
    case .setBrushRadius: .setBrushRate(5)
    case .setBrushRate: .toggleLayer(.contours)
    case .toggleLayer: .setLayers(Layers([.points, .model, .regions]))
    case .setLayers: nil
    }
  }
}

extension Command.Columns: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .show(ColumnPair(across: 2, up: 1))
    case .show: .toggle(1)
    case .toggle: .setStandardized(true)
    case .setStandardized: nil
    }
  }
}

extension Command.Interface: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .setTheme(.dark)
    case .setTheme: .setProjectorTheme(.light)
    case .setProjectorTheme: .toggleTheme
    case .toggleTheme: .toggleProjector
    case .toggleProjector: .setLanguage("de")
    case .setLanguage: .toggleOverlay(.gallery)
    case .toggleOverlay: .toggleTranscript
    case .toggleTranscript: .toggleLayers
    case .toggleLayers: .toggleColumns
    case .toggleColumns: .showPage(.selection)
    case .showPage: .toggleLargeChart
    case .toggleLargeChart: .toggleFirstClimb
    case .toggleFirstClimb: .dismiss
    case .dismiss: .pointer(.init(x: 3, y: 4), over: .option(.family(.full)))
    case .pointer: .pointAt(1)
    case .pointAt: .press(.tool(.brush))
    case .press: .hold(.left)
    case .hold: .focus(nil)
    case .focus: .moveCursor(place)
    case .moveCursor: .scrollTranscript(3)
    case .scrollTranscript: .scrollGallery(1)
    case .scrollGallery: .closeAnnouncement
    case .closeAnnouncement: .set(.shapesPoints(true))
    case .set: nil
    }
  }
}

extension SettingChange: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .language("de")
    case .language: .textScale(.large)
    case .textScale: .theme(.dark)
    case .theme: .projectorTheme(.light)
    case .projectorTheme: .reducesMotion(true)
    case .reducesMotion: .shapesPoints(true)
    case .shapesPoints: .soundsSteps(true)
    case .soundsSteps: .speaksNews(true)
    case .speaksNews: nil
    }
  }
}

extension Command.Shell: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .resize(width: 800, height: 600, pixelRatio: 1.25)
    case .resize: .openFile(path: "a \"b\".csv")
    case .openFile: .openTable(path: "b.csv", TableReading(format: TableFormat(separator: .tab), shown: ["a", "b"]))
    case .openTable: .cancelLoading
    case .cancelLoading: .prepare(paths: ["/a.json", "/b \"c\".csv"])
    case .prepare: .openListed(1)
    case .openListed: .toggleFullScreen
    case .toggleFullScreen: .quit
    case .quit: .leaveKiosk
    case .leaveKiosk: .forgetWork
    case .forgetWork: nil
    }
  }
}

extension Command.File: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .save
    case .save: .beginSaving
    case .beginSaving: .beginOpening(folder: "/tmp")
    case .beginOpening: .type("ä")
    case .type: .erase
    case .erase: .commit
    case .commit: .choose(3)
    case .choose: .goUp
    case .goUp: .visit(.recent)
    case .visit: .read(.separator(.semicolon))
    case .read(.separator): .read(.up(2))
    case .read: nil
    }
  }
}

extension Command.Guess: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .toggle
    case .toggle: .ask(.onePoint)
    case .ask: .choose(1)
    case .choose: .beginGiving(place, radius: size)
    case .beginGiving: .beginTakingBack(place, radius: size)
    case .beginTakingBack: .moveStroke(place)
    case .moveStroke: .chooseCount(3)
    case .chooseCount: .endStroke
    case .endStroke: .walk(forward: true)
    case .walk: .shift(size)
    case .shift: .adjust(-1)
    case .adjust: .beginShaping(.mean(1))
    case .beginShaping: .moveMean(0, to: place)
    case .moveMean: .setCovariance(1, DataCovariance(xx: 2, xy: -0.5, yy: 1))
    case .setCovariance: .setWeight(1, 0.25)
    case .setWeight: .beginMarking
    case .beginMarking: .mark(-801.5)
    case .mark: .goOn
    case .goOn: .flip
    case .flip: .clear
    case .clear: .again
    case .again: .openMystery(4711, .elongated)
    case .openMystery: .openBox
    case .openBox: .closeBox
    case .closeBox: nil
    }
  }
}

extension Command.Export: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .set(.kind(.animation))
    case .set: .setFirst(2)
    case .setFirst: .setLast(7)
    case .setLast: .beginDragging(.exportRange(isLast: true))
    case .beginDragging: .endDragging
    case .endDragging: .togglePreview
    case .togglePreview: .name(true)
    case .name: .sign(true)
    case .sign: .type("my \"film\"")
    case .type: .erase
    case .erase: .write
    case .write: nil
    }
  }
}

extension ExportChange: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .kind(.sheet)
    case .kind: .frame(.window)
    case .frame: .scale(3)
    case .scale: .show(.fit)
    case .show: .size(.large)
    case .size: .speed(Speed(index: 4))
    case .speed: .colors(.projector)
    case .colors: .momentCount(9)
    case .momentCount: .namesHalfSteps(false)
    case .namesHalfSteps: .rests(false)
    case .rests: .responsibilities(false)
    case .responsibilities: .uncertainty(true)
    case .uncertainty: .blanks(true)
    case .blanks: nil
    }
  }
}

extension Command.Lesson: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .start(name: "always-uphill", page: 2)
    case .start: .next
    case .next: .back
    case .back: .answer(1)
    case .answer: .showAnswer
    case .showAnswer: .newPoints
    case .newPoints: .restartPage
    case .restartPage: .record(.begin(file: nil))
    case .record: .leave
    case .leave: .handIn
    case .handIn: .forget(name: "always-uphill")
    case .forget: nil
    }
  }
}

extension Command.Lesson.Recording: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .begin(file: "a.json")
    case .begin: .edit(.reply(1))
    case .edit: .nextField(forward: true)
    case .nextField: .type("a")
    case .type: .erase
    case .erase: .addPage
    case .addPage: .turn(to: 0)
    case .turn: .beginHere
    case .beginHere: .toggle(.parts)
    case .toggle: .setGate(.logLikelihood(-2.5))
    case .setGate: .turnPart(.play)
    case .turnPart: .setHighlight(.card(1))
    case .setHighlight: .addChoice
    case .addChoice: .setRight(1)
    case .setRight: .removeChoice
    case .removeChoice: .save
    case .save: .removePage
    case .removePage: .leave
    case .leave: nil
    }
  }
}

extension Command.HandIns: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .open(path: "/tmp/class \"3b\"")
    case .open: .show(.both)
    case .show: .toggleNames
    case .toggleNames: .choose(2)
    case .choose: nil
    }
  }
}

extension Command: Sampled {
  static func sample(after previous: Self?) -> Self? {
    switch previous {
    case nil: .tick(12.25)
    case .tick: .edit(.clearPoints)
    case .edit: .select(.all)
    case .select: .stamp(.end)
    case .stamp: .start(.newStart)
    case .start: .option(.commitSeed)
    case .option: .run(.restart)
    case .run: .lanes(.close(1))
    case .lanes: .search(.start)
    case .search: .race(.cancel)
    case .race: .kept(.eraseName)
    case .kept: .guess(.goOn)
    case .guess: .view(.fit)
    case .view: .columns(.toggle(1))
    case .columns: .interface(.dismiss)
    case .interface: .shell(.quit)
    case .shell: .file(.save)
    case .file: .export(.write)
    case .export: .recovery(.goOn)
    case .recovery: .handIns(.toggleNames)
    case .handIns: .lesson(.next)
    case .lesson: .answer(Answer(Ticket(7), .unrecorded(isLast: true)))
    case .answer: nil
    }
  }

  /// One command of every leaf of the tree.
  static var all: [Command] {
    samples.flatMap { branch -> [Command] in
      switch branch {
      case .tick, .answer: [branch]
      case .edit: Edit.samples.map(Command.edit)
      case .select: Select.samples.map(Command.select)
      case .stamp: Stamp.samples.map(Command.stamp)
      case .start: Start.samples.map(Command.start)
      case .option: Option.samples.map(Command.option) + OptionChange.samples.map { .option(.set($0)) }
      case .run: Run.samples.map(Command.run)
      case .lanes:
        Lanes.samples.map(Command.lanes) + Comparison.allCases.map { .lanes(.compare($0)) }
          + LaneModel.allCases.map { .lanes(.change(0, to: $0)) }
      case .search: Search.samples.map(Command.search)
      case .race: Race.samples.map(Command.race)
      case .kept: Kept.samples.map(Command.kept)
      case .guess: Guess.samples.map(Command.guess)
      case .view: View.samples.map(Command.view)
      case .columns: Columns.samples.map(Command.columns)
      case .interface:
        Interface.samples.map(Command.interface) + SettingChange.samples.map { .interface(.set($0)) }
      case .shell: Shell.samples.map(Command.shell)
      case .file: File.samples.map(Command.file)
      case .recovery: Recovery.allCases.map(Command.recovery)
      case .handIns: HandIns.samples.map(Command.handIns)
      case .lesson:
        Lesson.samples.map(Command.lesson) + Lesson.Recording.samples.map { .lesson(.record($0)) }
      case .export: Export.samples.map(Command.export) + ExportChange.samples.map { .export(.set($0)) }
      }
    }
  }
}
