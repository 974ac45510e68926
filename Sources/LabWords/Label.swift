/// A text of the window that is always the same. Its raw value is the key under which a language has it.
public enum Label: String, CaseIterable, Sendable, Hashable {
  // Data
  case oldFaithful, iris, data, unequal, elongated, moons, duplicates, outliers, noise, twoOptima, teachesThreeClusters,
    teachesCrossing,
    teachesNested, teachesUnequal, teachesElongated, teachesRing, teachesMoons, teachesDuplicates, teachesOutliers,
    teachesNoise, teachesTwoOptima, teachesEmpty, teachesOldFaithful, teachesIris
  case chooseData, threeClusters, crossing, nested, ring, emptyCanvas, stopReading, clearThePoints

  // Time
  case newRandomStart, restart, halfStepBack, pause, runEM, playAgain, nextHalfStep, runToConvergence, slower, faster,
    speed, nextE, nextELong, nextEShort, nextM, nextMLong, nextMShort,
    nextAssign, nextUpdate

  // Window
  case projectorMode, allKeys, undo, redo, fitTheView, close, cancel

  // Tools
  case brush, eraser, select, stamp, means, hand, inspect
  case smallerBrush, largerBrush, lowerRate, higherRate, fewerStamped, moreStamped, narrowerStamp, widerStamp
  case spread, rate, gaussian, line, ringStamp, stampPoints, stampWidth
  case selectAll, selectAllShort, duplicate, jitter, deleteChosen, nothingChosen, onTheCanvas

  // Layers
  case layers, resetLayers, layerPoints, layerOneSigma, layerTwoSigma, layerThreeSigma, layerTrails, layerLetters,
    layerContours, layerRegions, layerUncertainty, layerTruth, layerModel, hidden, modelIsHidden, switchesALayer,
    moveAmongLayers

  // Columns
  case columns, chooseColumns, pictureShowsTwo, exactMarginals, standardize, standardizeShort,
    acrossHead, upHead, meanHead, sigmaHead, showsLarge, choosesColumn, onlyTwoColumns, lastColumns

  // Components
  case components, oneFewer, oneMore, weight, points, expects, noPointsYet, weightWaitsShort, weightRescued, share,
    owns

  // Against EM
  case bestRun

  // A component's shape
  case shapeCenter, shapeAxes, shapeAngle

  // Run
  case logLikelihood, iteration, value, iterations, logL, lastGain, gainHere, running, converged, paused, cannotRun,
    stopped,
    curveGrows, lowerBound, bound, earlierRun, earlier, computing, placingMeans, noModelYet,
    nothingHasRun, startEdited, startAdopted, startSupplied, startContinued, suppliedStart, fromTheData

  // Opening hint, around the cap of the space bar
  case hintBefore, hintAfter

  // Lanes
  case sideBySide, emBesideKMeans, fourFamilies, compareAllFour, fourStarts, oneMoreOneLess, closeLane, keepLane,
    laneShows,
    em, kMeans, emWeight, kMeansShare, sumOfSquares, squares, sumOfSquaresTitle, logLOfEM,
    lockstep, leftScale, rightScale, family, startHead, model, bic, lowestBIC, lowest, highest,
    highestLogL, noPointMoved, stopsWhenNoneMoves, placed, adoptedStart, doesBesideKMeans, doesFamilies,
    doesSideBySide, doesOneLane

  // Options
  case options, optionsOfTheFit, backToTheRun, typeASeed, covariances, start, componentThatCollapses,
    componentWithoutPoints, seedOfTheStart, seed, floorOfTheVariance, floor, tolerancePerPoint, tolerance, off,
    neverStop

  // Families
  case full, tied, diagonal, spherical, fullTip, tiedTip, diagonalTip, sphericalTip

  // Starts
  case startUniform, startPoints, startKMeansPlusPlus, startKMeans, startUniformTip, startPointsTip,
    startKMeansPlusPlusTip, startKMeansTip, anotherSeed

  // Rescues
  case collapseFloor, collapseReseed, collapseDrop, collapseFail, emptyKeep, emptyReseed, emptyDrop, collapseFloorTip,
    reseedTip, dropTip, collapseFailTip, emptyKeepTip, floorTip, toleranceTip

  // Model selection
  case modelSelection, howManyComponents, searchForTheBest, searchAgain, searchIsOutdated, adoptThisModel, smallerBIC,
    smallerBICFormula, nothingFitted

  // Restart race
  case restartRace, raceTip, raceSays, startsFoundTheBest, endHighestButFloored, startsThatEndHere, seedColumn, adopt,
    floored, adoptThisResult, showAllResults, showTheChart, adoptedResult, pointedAt

  // Runs
  case runs, runsTried, renameRun, deleteRun, showMoreRuns, fromAModel, byHand, theBest, fromOtherPoints, startsHead

  // The large chart
  case chartAndCanvas, firstClimb, firstClimbTip

  // Inspector
  case timesDensity, product, owned, sum

  // Keys, as they are labelled
  case keySpace, keyHome, keyEnd, keyEscape, keyEnter, keyTab, keyDelete, keyShift, keyControl

  // What keys do, on the help card and in the strip
  case helpTitle, helpCloses, helpRun, helpEdit, helpView, helpMouse, helpTools, helpPoints, helpCanvas, helpEverywhere,
    doesPlayPause,
    doesNextHalfStep, doesHalfStepBack, doesWholeIteration, doesRunToConvergence, doesRestart, doesNewStart,
    doesSpeed, doesComponents, doesUndo, doesRedo, doesClear, doesLayers, doesContours, doesColumns, doesNextPair,
    doesFit, doesAspect, doesData,
    doesOptions,
    doesSelection, doesRace, doesRuns, doesLargeChart, doesFirstClimb, doesProjector, doesLeaveProjector, doesTheme,
    doesFullScreen, doesHelp,
    doesFocus, doesPress,
    doesDismiss, doesQuit, doesSelectAll, doesDuplicate, doesJitter, doesNudge, doesRate, doesTools,
    doesBrushSize, doesSize, doesEraserSize, doesWeight

  // Gestures: what the mouse does, and what comes of it
  case click, drag, rightButton, wheel, doubleClick, point, brushClick, brushDrag, meansClick, meansDrag,
    meansRightClick, controlWheel, middleButton, handDoubleClick, inspectClick, chartDrag, dropAFile, addsAPoint,
    sprays, spraysPoints, erases, erasesPoints, addsAMean, placesFirstMean, pinsPoint, movesStretches,
    movesStretchesShort, removes,
    removesIt, cardPoint, standsOut, barDrag, changesWeight, pans, zooms, zoomsAtPointer, fitsTheView, fitsAll,
    backAndForth, opensIt, seeWhoOwns,
    choosesACard, controlArrows, choosesOrMoves, itsLongAxis, shiftDrag, dragThem, controlDragThem, selectDrag,
    selectShiftDrag, selectControlDrag, choosesPoints,
    addsChosen, takesChosen, chosenDrag,
    chosenControlDrag,
    movesThem, copiesThem, stampDrag, stampWheel, stampShift, stampsPoints, stampNarrower, turnsInSteps, addsToThem,
    arrowKeys, canvasArrows, canvasShiftArrows, canvasEnter, canvasDelete, choosesNearest, movesFreely, grabsOrPlaces,
    doesDeleteChosen, opensCard, doesNextStamp, doesStampCount,
    seesResultDashed, adoptsIt, closesTheRace

  // Notices
  case allPointsCleared, noPoints, runIsOver, lastComponent, chooseAFamily, faintIsFloored, viewEnds, stoppedOnRequest,
    noLargeChart, closingLoses, closingStopsTheExport

  // Guessing, and mixtures in a box
  case guess, guessFirst, stopGuessing, clearGuess, startOver, tryNewPoints, yourGuess, yourTurn, isComing, revealed,
    revealedTitle, inTheBox, overlapShort, seenBefore, beatTheMStep, askOwners, askOnePoint, askMove, askGain,
    askCount, ownersQuestion, onePointQuestion, moveQuestion, gainQuestion, countQuestion, leftGrey,
    mostLikelyOwner, averageShare, showWhich, theEStep, theMStep, theHalfStep, you, youReached, mStep, toGo, wonBy,
    lowercaseYou, youGive, youSet, takesBack, revealBold, revealMStep, revealOwner, revealLogL, eBold, mBold,
    turnToShare, turnToMove, turnShort, gainBold, turnToMark, countBold, turnToCount, allRight, noneScored, itCame,
    youSaid, now, offBy, rightWay, wrongWay, didNotMove, eStepKeepsIt, mStepRaisesIt, nobodyBeats, lowestBICSaid,
    yourNumber, searchingBIC, unguessed, taskStays, nothingGuessed, notRevealed, guessNeedsEM, doesGuess, doesMystery,
    doesReveal, doesGoOn,
    doesFlip, doesComponent, doesHandles, doesMark, givesPoints, takesThemBack, movesGuess, endOfBar, marksValue,
    ringWhere, dashedYours, solidTruth, ringed, dashed, solid, mystery, mysteryTip, newMystery, openTheBox,
    closeTheBox, theBoxIsShut, theBoxIsOpen, mysteryQuestion, levelSeparated, levelOverlapping, levelUnequal,
    levelElongated, numberRow, placesRow, shapesRow, weightsRow, unknown, overlapMeaning, yourAnswer, whatWasInside,
    noBetter, scoreNeedsEM, scoreNeedsFewer, helpOverlap, overlapFormula, helpPlaces, placesFormula

  // Rescues, as they are announced
  case sharedWentFlat, floorApplied, reseeded, dropped, keptAsItWas

  // Files
  case saveScene, openFile, saveAs, folderUp, save, replace, openThis, typeToFind, saveHint, saveHintInClass,
    recentFile, folderIsEmpty, nothingFound, readingFolder, saving, existsAlready, changedMeanwhile, doesSave,
    doesSaveAs, doesOpen, doesFolderUp

  // Work of an earlier session
  case continueWork, startFresh, tryAgain, endedWithoutClosing, endIsDamaged, endedTheProgram, recordIsUnreadable,
    freshDeletesNothing,
    staysInRecent, welcomeBack, doesContinue, doesContinueInstead, doesStartFresh, doesStartFreshInstead,
    doesTryAgain, doesTryAgainInstead

  // Opening
  case openCaption, placeRecent, placeHome, placeDocuments, placeDownloads, placeCurrent, placeExamples, nameHead,
    sizeHead, changedHead, yesterday, monthNames, separatorHead, decimalsHead, firstRowHead, separatorComma,
    separatorSemicolon, separatorTab, decimalPoint, decimalComma, rowOfNames, rowOfData, fileIsGone, skipped,
    leaveThemOut, fitShort, fitsTheTwo, axisX, axisY, readingPreview, chooseAFile, folderOpens, noRecent, aScene,
    aSession,
    aModel, lanesRow, versionRow, familyRow, sourceRow, utf16, latin1, doesFormat, choosesFile, keyBackspace

  // Taking out
  case export, nothingLeaves, picture, animation, sheet, dataFile, modelFile, pictureDoes, animationDoes, sheetDoes,
    dataDoes, modelDoes, exportShow, exportScale, exportSize, exportColors, exportHalfSteps, exportMoments,
    wholeWindow, canvasAlone, handout, fitAlone, likelihoodAlone, bothTogether, lightColors, darkColors,
    projectorColors, namesHalfSteps, restsAtEnd, withResponsibilities, withUncertainty, leavesBlanks, preview, frames,
    length,
    fileName, exportPlay, exportFirst, exportLast, exportHint, exportHintInClass, nothingToPlay,
    needsMixture, nothingToExport, dataSentence, ownersSentence, pointsSentence, modelSentence, doesExport, doesKind,
    doesNextField, doesChange,
    doesWrite

  // Hand-ins
  case handIn, handInDoes, yourName, nameMayBeEmpty, handInSentence, nothingToHandIn, lessonRow, lengthOfTime,
    answeredRow, handIns, handInGuesses, handInTruth, handInScore, scoreIsDistance, scoreIsShare, handInAnswers,
    scoreIsChoice, rightByQuestion,
    oneStudentsGuess, mostSaidOwner, noNamesShown, showNames, hideNames, waitsForHandIns, nothingMarked, aHandIn,
    opensWholeClass,
    handInsShows, handInsQuestion, handInsNames

  // Settings
  case settings, settingLanguage, settingTextSize, settingProjector, settingMotion, motionGlides, motionAtOnce,
    settingPoints, pointsColored, pointsShaped, settingSounds, soundsNone, soundsTone, noteTextSize, notePoints,
    noteSounds, settingsKept, doesSettings

  // Exercises
  case showAnswer, answerKept, answerSeen, greyIsWrong, partDensities, partShares, partMeans, partShapes, endConverged,
    endLimit, whyItStopped, answerFirst, toleranceNone

  // The screen in sentences, and speech
  case transcript, transcriptScreen, transcriptModel, transcriptNews, transcriptKeys, doesTranscript, doesScroll,
    heldByKeys, switchedOn, switchedOff, chosenOne, settingSpeech, speechNone, speechNews, noteSpeech

  // Lessons
  case lessons, lessonNext, lessonBack, lessonDone, leaveLesson, restartPage, notQuite, yesRight, chooseAgain, toSee,
    lessonGoOn, openLesson, fromAColleague, orDropIt, doesAnswer, doesNextPage, doesPageBack, doesLeaveLesson,
    beginsLesson, forgetsProgress, backToTheLab, choosesALesson, doesLessons, doesTurnPages, runningList, doesStepList,
    keyPageUp, keyPageDown, notOnThisPage, lessonWaits, expectedShare, noLessons

  // Recording a lesson
  case recordLesson, forTeachers, makesOneFile, draftTitle, draftText, draftAsk, draftReply, draftAnswer, addQuestion,
    addAnswer, removeAnswer, rightAnswer, addPage, removePage, pageButton, questionButton, partsButton, pageAsks,
    gateFree, gateAsDone, gateGuess, gateAnswer, pageControls, clickTurns, highlightPart, noHighlight, beginHere,
    stopRecording, saveLesson, areaCanvas, areaPanel, areaChart, doesWriteText, doesAddPage, doesTurnPage,
    doesStopRecording, doesStopWriting, draftKept, pageRemoved, draftNoTitle, saveLessonHint

  // What the engine cannot do
  case noColumns, parametersUnusable, wasCancelled
}
