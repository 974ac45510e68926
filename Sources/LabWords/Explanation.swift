/// One sentence about something in the window, shown while the pointer rests on it.
public enum Explanation: String, CaseIterable, Sendable, Hashable {
  // Data
  case dataSet, pointCount, columnName, axisTicks, point, unownedPoint, columnChoice, columnPair, fittedColumn,
    standardize,
    columnValues

  // Time
  case restart, back, play, next, end, speed, newStart, startOrigin

  // Window
  case projector, help, clear, undo, redo, fit, close, cancelLoading, toolInHand, hints, announcement, openingHint,
    wayBack, helpRow, saveScene, openFile, fileRow, folderUp, place, tableFormat,
    axisColumn, fittedColumns, leaveOut, openChosen, recentFile, listedFile,
    goesOn, startsFresh, triesAgain,
    settings, setting,
    exportKind, exportSetting, exportRange, exportPlay, exportName, exportWrite

  // Tools
  case select, stamp, stampShape, brushSpread, brushRate, stampCount, stampWidth, chosenCount, selectAll, duplicate,
    jitter, deleteChosen, canvas, galleryCard, stampTip
  case brush, eraser, means, hand, inspect

  // Components
  case components, componentCount, family, letter, weight, weightBar, nextWeight, expects, center, axes, turn, rescued

  // On the canvas
  case oneSigma, twoSigma, threeSigma, trail, contours, regions, uncertainty, truth, letters, pointsLayer, modelLayer,
    layers,
    resetLayers

  // The run
  case logLikelihood, badge, iteration, value, gain, reason, curve, bound, earlierRun, bestRun, expectation,
    maximization, scrubber, agreement, valueAxis, iterationAxis, hiddenCurve

  // What was tried
  case race, raceResults, optimum, allOptima, runs, keptRun, nameRun, deleteRun, moreRuns, largeChart, firstClimb,
    divergence

  // Side by side
  case compare, lane, laneCard, laneModel, keepLane, closeLane, laneCurves

  // Guessing, and mixtures in a box
  case guess, question, giving, takingBack, clearGuess, freshPoints, showGuess, countChoice, guessBlock, mystery,
    mysteryLevel, newMystery, box

  // k-means
  case share, owned, ownedPoint, squares, squaresGain, squaresCurve, assignment, update

  // Options
  case options, covariances, startKind, onCollapse, onEmpty, seed, floor, tolerance

  // Model selection
  case modelSelection, search, searchedFamily, candidate, adopt, verdict, bicAxis, componentsAxis

  // Hand-ins
  case handIn, handInName, handIns, handInsView, handInsNames, handInsQuestion
  // The screen in sentences
  case transcript

  // Lessons
  case lessons, lessonCard, lessonNext, lessonBack, lessonAnswer, showAnswer, restartPage, leaveLesson, openLesson,
    lessonText

  // Recording a lesson
  case recordLesson, draftText, draftQuestion, draftGate, draftParts, draftHighlight, draftPages, draftSave,
    draftLeave

  // Inspector
  case arithmetic

  /// The key under which a language has it.
  var key: String { "explain." + rawValue }
}
