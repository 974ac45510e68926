import LabCore
import LabWords

extension Control {
  /// The sentence that says what it is for. A control without one does not compile.
  var explanation: Explanation {
    switch self {
    case .dataMenu: .dataSet
    case .menuItem: .galleryCard
    case .restart: .restart
    case .back: .back
    case .play: .play
    case .next: .next
    case .end: .end
    case .slower, .faster: .speed
    case .projector: .projector
    case .help: .help
    case .tool(.brush): .brush
    case .tool(.eraser): .eraser
    case .tool(.select): .select
    case .tool(.stamp): .stamp
    case .toolSetting(let setting): setting.explanation
    case .stampShape: .stampShape
    case .chosen(.all): .selectAll
    case .chosen(.duplicate): .duplicate
    case .chosen(.jitter): .jitter
    case .chosen(.delete): .deleteChosen
    case .canvas: .canvas
    case .tool(.means): .means
    case .tool(.hand): .hand
    case .tool(.inspect): .inspect
    case .clear: .clear
    case .undo, .announcementUndo: .undo
    case .redo: .redo
    case .fit: .fit
    case .newStart: .newStart
    case .fewer, .more: .componentCount
    case .announcementClose, .closePage, .closeGallery, .page(.run): .close
    case .cancelLoading: .cancelLoading
    case .page(.options): .options
    case .page(.selection): .modelSelection
    case .option(.family): .covariances
    case .option(.startKind): .startKind
    case .option(.seed), .optionStep(.seed, _), .seedField: .seed
    case .option(.onCollapse): .onCollapse
    case .option(.onEmpty): .onEmpty
    case .option(.floor), .optionStep(.floor, _): .floor
    case .option(.tolerance), .optionStep(.tolerance, _): .tolerance
    case .search: .search
    case .searchFamily: .searchedFamily
    case .candidate: .candidate
    case .adoptBest: .adopt
    case .page(.race), .race, .raceLink: .race
    case .optimum: .optimum
    case .allOptima: .allOptima
    case .page(.runs): .runs
    case .keptRun: .keptRun
    case .nameRun: .nameRun
    case .deleteRun: .deleteRun
    case .moreRuns: .moreRuns
    case .largeChart: .largeChart
    case .firstClimb: .firstClimb
    case .card: .weight
    case .layers: .layers
    case .layer(let layer): layer.explanation
    case .resetLayers: .resetLayers
    case .axis: .columnChoice
    case .columnPair, .axisColumn: .columnPair
    case .fittedColumn: .fittedColumn
    case .standardize: .standardize
    case .compareMenu, .comparison: .compare
    case .lane: .lane
    case .laneCard: .laneCard
    case .laneModel: .laneModel
    case .keepLane: .keepLane
    case .closeLane: .closeLane
    case .helpRow: .helpRow
    case .saveScene, .commitSave: .saveScene
    case .openFile: .openFile
    case .fileRow: .fileRow
    case .folderUp: .folderUp
    case .place: .place
    case .reading(.separator), .reading(.decimals), .reading(.firstRow): .tableFormat
    case .reading(.across), .reading(.up): .axisColumn
    case .reading(.fitsAll): .fittedColumns
    case .reading(.leavesOut): .leaveOut
    case .openChosen: .openChosen
    case .recentFile: .recentFile
    case .listedFile: .listedFile
    case .closeFiles, .closeExport, .closeSettings, .closeTranscript: .close
    case .settingsPage: .settings
    case .transcript: .transcript
    case .setting: .setting
    case .exportChoice(.kind), .exportPage: .exportKind
    case .exportChoice: .exportSetting
    case .exportFirst, .exportLast: .exportRange
    case .exportPlay: .exportPlay
    case .exportName: .exportName
    case .exportSigner: .handInName
    case .handIns(let control): control.explanation
    case .exportWrite: .exportWrite
    case .recovery(.goOn): .goesOn
    case .recovery(.startFresh): .startsFresh
    case .recovery(.tryAgain): .triesAgain
    case .guess: .guess
    case .question: .question
    case .giving(nil): .takingBack
    case .giving: .giving
    case .clearGuess: .clearGuess
    case .freshPoints: .freshPoints
    case .showGuess: .showGuess
    case .count: .countChoice
    case .page(.mystery): .mystery
    case .mysteryLevel: .mysteryLevel
    case .newMystery: .newMystery
    case .box: .box
    case .lesson(let control): control.explanation
    }
  }
}

extension LessonControl {
  fileprivate var explanation: Explanation {
    switch self {
    case .home: .lessons
    case .closeHome: .close
    case .card: .lessonCard
    case .openFile: .openLesson
    case .next: .lessonNext
    case .back: .lessonBack
    case .restartPage: .restartPage
    case .showAnswer: .showAnswer
    case .newPoints: .freshPoints
    case .leave: .leaveLesson
    case .handIn: .handIn
    case .answer: .lessonAnswer
    case .record(let control): control.explanation
    }
  }
}

extension ToolSetting {
  var explanation: Explanation {
    switch self {
    case .smallerBrush, .largerBrush: .brushSpread
    case .lowerRate, .higherRate: .brushRate
    case .fewerPoints, .morePoints: .stampCount
    case .narrower, .wider: .stampWidth
    }
  }
}

extension CanvasLayer {
  var explanation: Explanation {
    switch self {
    case .points: .pointsLayer
    case .oneSigma: .oneSigma
    case .twoSigma: .twoSigma
    case .threeSigma: .threeSigma
    case .trails: .trail
    case .letters: .letters
    case .contours: .contours
    case .regions: .regions
    case .uncertainty: .uncertainty
    case .truth: .truth
    case .model: .modelLayer
    }
  }
}
