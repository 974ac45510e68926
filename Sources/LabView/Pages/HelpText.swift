import LabCore
import LabWords

/// What the help card says. The keys come from the key table; only what works stands here.
enum HelpText {
  enum Entry: Sendable {
    case keys([KeyAction], Label)
    case gesture(Label, Label)

    var actions: [KeyAction] {
      switch self {
      case .keys(let actions, _): actions
      case .gesture: []
      }
    }

    var gesture: Label? {
      switch self {
      case .keys: nil
      case .gesture(let gesture, _): gesture
      }
    }

    func caps(_ words: Words) -> [String] { words.caps(actions) }

    var effect: Label {
      switch self {
      case .keys(_, let effect), .gesture(_, let effect): effect
      }
    }
  }

  struct Section: Sendable {
    let title: Label
    let entries: [Entry]
  }

  /// The height of a column in rows: titles, entries, and half a row between sections.
  static func rows(_ column: [Section]) -> Double {
    let lines = column.reduce(0) { $0 + $1.entries.count + 1 }
    return Double(lines) + 0.5 * Double(column.count - 1)
  }

  /// In three columns, and in four for where there is more room across than down.
  static let arrangements: [[[Section]]] = [
    [[run, edit, tools], [mouse, view], [points, onCanvas, everywhere]],
    [[run, view], [edit, everywhere, tools], [mouse, onCanvas], [points]],
  ]
  static let sections = [run, edit, points, view, mouse, tools, onCanvas, everywhere]

  private static let run = Section(
    title: .helpRun,
    entries: [
      .keys([.playPause], .doesPlayPause), .keys([.nextHalfStep], .doesNextHalfStep),
      .keys([.halfStepBack], .doesHalfStepBack), .keys([.wholeIteration], .doesWholeIteration),
      .keys([.runToConvergence], .doesRunToConvergence), .keys([.restart], .doesRestart),
      .keys([.newStart], .doesNewStart), .keys([.race], .doesRace), .keys([.runs], .doesRuns),
      .keys([.guess], .doesGuess),
      .keys([.faster, .slower], .doesSpeed),
      .keys((1...9).map { .componentCount($0) }, .doesComponents),
    ])
  private static let edit = Section(
    title: .helpEdit,
    entries: [
      .keys([.undo], .doesUndo), .keys([.redo], .doesRedo), .keys([.clearPoints], .doesClear),
      .keys([.chooseData], .doesData), .keys([.options], .doesOptions),
      .keys([.selection], .doesSelection),
      .keys([.compare(.kMeans)], .doesBesideKMeans), .keys([.compare(.families)], .doesFamilies),
      .keys([.compareMenu], .doesSideBySide), .keys([.mystery], .doesMystery),
      .gesture(.helpOverlap, .overlapFormula), .gesture(.helpPlaces, .placesFormula),
    ])
  private static let view = Section(
    title: .helpView,
    entries: [
      .keys([.layers], .doesLayers), .keys([.contours], .doesContours), .keys([.columns, .nextPair], .doesColumns),
      .keys([.fitView], .doesFit),
      .keys([.toggleAspect], .doesAspect), .keys([.largeChart], .doesLargeChart),
      .keys([.firstClimb], .doesFirstClimb), .keys([.projector], .doesProjector),
      .keys([.theme], .doesTheme), .keys([.fullScreen], .doesFullScreen), .keys([.settings], .doesSettings),
      .keys([.lesson(.home)], .doesLessons), .keys([.lesson(.pageBack), .lesson(.pageOn)], .doesTurnPages),
      .keys([.listStep(forward: false), .listStep(forward: true)], .doesStepList),
    ])
  private static let mouse = Section(
    title: .helpMouse,
    entries: [
      .gesture(.brushClick, .addsAPoint), .gesture(.brushDrag, .spraysPoints),
      .gesture(.rightButton, .erasesPoints), .gesture(.meansClick, .addsAMean),
      .gesture(.meansDrag, .movesStretchesShort), .gesture(.meansRightClick, .removesIt),
      .gesture(.wheel, .zoomsAtPointer), .gesture(.controlWheel, .doesBrushSize), .gesture(.middleButton, .pans),
      .gesture(.handDoubleClick, .fitsAll), .gesture(.inspectClick, .pinsPoint), .gesture(.cardPoint, .standsOut),
      .gesture(.barDrag, .changesWeight), .gesture(.chartDrag, .backAndForth),
      .gesture(.dropAFile, .opensIt),
    ])
  private static let tools = Section(
    title: .helpTools,
    entries: [
      .keys(Tool.allCases.map { .tool($0) }, .doesTools), .keys([.smallerBrush, .largerBrush], .doesSize),
      .keys([.lowerRate, .higherRate], .doesRate), .keys([.lighter, .heavier], .doesWeight),
    ])
  private static let points = Section(
    title: .helpPoints,
    entries: [
      .gesture(.selectDrag, .choosesPoints), .gesture(.selectShiftDrag, .addsChosen),
      .gesture(.selectControlDrag, .takesChosen), .gesture(.chosenDrag, .movesThem),
      .gesture(.chosenControlDrag, .copiesThem), .keys([.selectAll], .doesSelectAll),
      .keys([.duplicate], .doesDuplicate), .keys([.deleteChosen], .doesDeleteChosen), .keys([.jitter], .doesJitter),
      .gesture(.controlArrows, .doesNudge), .gesture(.stampDrag, .itsLongAxis),
      .gesture(.stampShift, .turnsInSteps), .gesture(.stampWheel, .stampNarrower),
    ])
  private static let onCanvas = Section(
    title: .helpCanvas,
    entries: [
      .gesture(.canvasArrows, .choosesOrMoves), .gesture(.canvasShiftArrows, .movesFreely),
      .gesture(.canvasEnter, .grabsOrPlaces), .gesture(.canvasDelete, .removesIt),
    ])
  private static let everywhere = Section(
    title: .helpEverywhere,
    entries: [
      .keys([.nextControl], .doesFocus), .keys([.pressControl], .doesPress), .keys([.dismiss], .doesDismiss),
      .keys([.open], .doesOpen), .keys([.save], .doesSave), .keys([.saveAs], .doesSaveAs),
      .keys([.export], .doesExport),
      .keys([.transcript], .doesTranscript), .keys([.help], .doesHelp), .keys([.quit], .doesQuit),
    ])
}
