/// A text of the window that names values: a case per text, with a typed value for each place in its template.
public enum Sentence: Sendable, Hashable {
  // Counts
  case pointCount(count: Int)
  /// The points, and the columns that the model is fitted to.
  case pointsAndColumns(points: Int, columns: Int)
  /// The same where it is not fitted to all of them.
  case pointsAndSome(points: Int, columns: Int, all: Int)
  case scaledPoints(counts: String)
  case expectedPoints(expected: String, points: Int)
  case weightWaits(next: String)
  case component(letter: String)

  // Data
  case editedData(name: String)
  /// Above the gallery: the key that brings the present data back.
  case galleryCaption(key: String)
  case componentsOfData(count: Int)

  // Opening
  case rowsAndColumns(rows: Int, columns: Int)
  case aboutRowsAndColumns(rows: Int, columns: Int)
  case inEncoding(counts: String, encoding: String)
  case wasFound(what: String)
  case wasSet(what: String)
  case readAs(what: String, how: String)
  case moreRows(count: Int)
  case moreColumns(count: Int)
  case rowsSkipped(count: Int)
  case rowsWithGaps(count: Int)
  case rowsWithWords(count: Int)
  case emptyInRows(column: String, rows: String)
  case noNumberInRows(column: String, rows: String)
  case rowList(count: Int, rows: String)
  /// The same as when it is opened, but there is a choice.
  case wordAmongNumbers(line: Int, column: Int, text: String)
  case cellIsEmpty(line: Int, column: Int)
  case moreOfThem(count: Int)
  case allColumns(count: Int)
  case firstColumns(taken: Int, all: Int)
  case columnsBeyond(taken: Int, all: Int)
  case pointsLeftOut(counts: String, rows: Int)
  case aboutCount(count: Int)
  case estimated(said: String)
  case modelDoesNotFit(columns: Int, own: Int)
  case modelIsTooLarge(components: Int, limit: Int)
  case settingsUnusable(path: String, field: String)
  /// Languages that cannot be shown, and what to install for them.
  case lettersMissing(languages: String, package: String)
  /// A share of the usual size, in percent.
  case percentOf(value: String)
  case addsToRecent(key: String)
  case presentStays(key: String)
  case becomesTheModel(key: String)
  case dateToday(time: String)
  case dateInYear(day: String, month: String)
  case dateOfYear(month: String, year: String)

  // Columns
  case modelSees(columns: Int)
  /// A layer that cannot be drawn of two columns out of more.
  case absentLayer(name: String)
  case scaledColumn(column: String)
  case showPair(across: String, up: String)
  case columnAcross(column: String)
  case columnUp(column: String)
  case columnInModel(column: String)

  // Tools
  case stampedAxes(long: String, short: String)
  case stampedLine(length: String)
  case stampedRing(radius: String)
  case tooManyPoints(limit: Int)

  // The start
  case startSeed(seed: String)

  // The run
  case stopsBelow(gain: String)
  case convergedBelow(gain: String)
  case floorHoldsUp(components: String)
  case stoppedAtLimit(iterations: Int)
  case stoppedAtLimitOfRun(iterations: Int)
  case lookingBack(iteration: Int)
  case byHandBelow(gap: String)
  case byHandAbove(gap: String)
  case agreement(column: String, index: String)
  case ownersChanged(points: Int)

  // Guessing, and mixtures in a box
  case guessedOf(guessed: Int, points: Int)
  case pointsGuessed(points: Int)
  case givenPoints(points: Int)
  case missedEven(count: Int)
  case missedClearly(count: Int)
  case youSaidLetter(letter: String)
  case shareOf(letter: String, percent: String)
  case moreRinged(count: Int)
  case farthestPlace(letter: String, gain: String)
  case farthestShape(letter: String, gain: String)
  case farthestPlaceAndShape(letter: String, gain: String)
  case farthestShapes(gain: String)
  case farthestWeights(gain: String)
  case likelihoods(own: String, target: String)
  case revealBIC(components: Int)
  case countSaid(components: Int)
  case countNext(components: Int)
  case countDone(components: Int, right: Int, total: Int)
  case mysteryName(number: String)
  case placesOff(value: String)
  case shapesOff(percent: String)
  case weightsOff(value: String)
  case countOfTruth(own: Int, truth: Int)
  case countIsRight(components: Int)
  case countIsWrong(components: Int)
  case couldOverlap(percent: String)
  case componentTruth(weight: String, place: String)

  // Lanes
  case laneAt(iteration: Int)
  case laneParameters(count: Int)
  case laneComponents(count: Int)
  case laneSeed(seed: String)
  case lowestBICBy(name: String, difference: String, second: String)
  case lowestBICSoFar(name: String, difference: String, second: String)
  case highestBy(name: String, difference: String, second: String)
  case highestSoFar(name: String, difference: String, second: String)
  case lowestBICShared(names: String)
  case highestShared(names: String)
  case numbered(name: String, number: Int)
  case disagree(differing: Int, points: Int)

  // Files
  case readingFile(percent: String)

  // Work of an earlier session
  case workWasKept(moment: String)
  case workIsSetAside(moment: String)
  case contents(points: Int, components: Int, halfSteps: Int)
  case freshKeepsOthers(others: Int)
  case yesterdayAt(time: String)
  case workFrom(moment: String)
  case workInRecent(moment: String)
  case nothingIsKept(reason: String)

  // Pictures for others
  case exportPixels(width: Int, height: Int)
  case exportRange(first: Int, last: Int, total: Int)
  case exportFrames(frames: Int, rate: String)
  case exportLength(seconds: String)
  case writingFrame(done: Int, total: Int)
  case writingPercent(percent: String)
  case kilobytes(value: String)
  case megabytes(value: String)
  case bytesSoFar(size: String)
  case exportedAs(path: String, size: String)
  case plateIteration(step: String)
  case plateLogL(value: String)
  case plateSquares(value: String)
  case plateShape(center: String, axes: String, angle: String)
  case plateCenter(center: String)

  // Hand-ins
  case handInCount(count: Int)
  case pageCount(count: Int)
  case listPlace(place: Int, count: Int)
  case handInsFlawed(count: Int)
  case readingHandIns(done: Int, total: Int)
  case drawnOf(count: Int, all: Int)
  case placeInOrder(place: Int)
  case medianOf(value: String)
  case triedBy(count: Int, all: Int)
  case bothPutIn(count: Int, all: Int, first: String, second: String, home: String)
  case mostAnswered(count: Int, all: Int, answer: String)
  case gavePoints(count: Int, all: Int, owner: String, other: String)
  case handInDoesNotCount(file: String)
  // The screen in sentences, and speech
  case saysData(name: String, counts: String)
  case saysMixture(components: Int, family: String)
  case saysGroups(groups: Int)
  case saysOpen(page: String)
  case saysTool(tool: String)
  case saysAxes(across: String, up: String)
  case saysFocus(control: String)
  case saysCursor(place: String)
  case saysCursorOn(place: String, what: String)
  /// What stands behind a colon: of a component, a lane, a key.
  case saysFacts(subject: String, facts: String)
  case saysFact(name: String, value: String)
  case saysControls(controls: String)
  case speechMissing(package: String)

  // Lessons
  case pageOf(page: Int, count: Int)
  case lessonMinutes(count: Int)
  case lessonsCaption(count: Int, minutes: Int)
  case halfStepCount(count: Int)
  case toDoIs(what: String)
  case gateReaches(value: String)
  case draftNoText(page: Int)
  case draftNoQuestion(page: Int)
  case mostPages(limit: Int)
  case halfStepsTaken(done: Int, all: Int)
  case pointsDrawn(done: Int, all: Int)
  case logLikelihoodWanted(value: String, wanted: String)

  // Exercises
  case toleranceOwners(share: String)
  case toleranceMove(deviations: String, share: String, degrees: String)
  case toleranceGain(share: String)
  case toleranceCount(bic: String)
  case toleranceMystery(share: String)
  case markOwners(right: Int, all: Int, share: String)
  case markMove(right: Int, all: Int, share: String)
  case markOrder(right: Int, all: Int, share: String)
  case markGain(right: Int, all: Int, share: String)
  case markCount(share: String)
  case markDiagnosis(right: Int, all: Int, share: String)
  case markMystery(overlap: String, possible: String, share: String)
  case yourMarks(marks: String)
  case hasCollapsed(letter: String)

  // Model selection
  case tryFamily(family: String)
  case fitUpTo(components: Int)
  case fittedOf(done: Int, total: Int)
  case fromStarts(starts: Int)
  case candidate(family: String, components: Int, bic: String)
  case flooredCandidate(family: String, components: Int, bic: String)
  case bestCandidate(candidate: String)
  case adoptCandidate(family: String, components: Int)

  // Restart race
  case raceStarts(starts: Int)
  case runMoreStarts(starts: Int)
  case allStartsRun(starts: Int)
  case racedOf(done: Int, total: Int)
  case countOf(count: Int, total: Int)
  case seedRange(first: String, last: String)
  case bestSeed(seed: String)
  case ofSeed(seed: String)
  case andMore(count: Int)
  case adoptedSeed(seed: String)

  // Runs
  case runNumber(number: Int)
  case runsAreKept(limit: Int, megabytes: Int)
  case runsAreKeptShort(limit: Int)
  case iterationsShort(count: Int)
  case divergence(value: String)
  case readout(value: String, gain: String)
  case returnTo(run: String)
  case fromSeed(seed: String)
  case fromRun(run: String)
  case fromRunAt(run: String, place: String)
  case iterationCount(count: Int)
  case belowTheBest(distance: String)
  case pairOfFacts(first: String, second: String)

  // Inspector
  case pointNumber(number: Int)

  // Lists: two names, and names before the last two
  case pair(first: String, second: String)
  case enumeration(first: String, rest: String)

  // Notices
  case adopted(family: String, components: Int)
  case tooManyComponents(limit: Int)
  case addMorePoints(missing: Int, components: Int)
  case causeAndRemedy(cause: String, remedy: String)
  case lostPoints(components: String, number: Int)
  case collapsedOnto(components: String, points: Int)
  case wentFlat(components: String, points: Int)

  // What the engine cannot do
  case tooFewPoints(points: Int, components: Int)
  case columnTooLarge(column: Int)
  case columnTooFine(column: Int)
  case rowNotFinite(row: Int, column: Int)
  case sampleWeightUnusable(row: Int)
  case flatComponent(component: String)
  case outOfReach(point: Int)
  case collapsedIn(component: String, iteration: Int)
  case sharedCollapsedIn(iteration: Int)
  case optionOutOfRange(option: String, allowed: String)

  // Files
  case fileMissing(path: String)
  case sceneUnusable(path: String, field: String)
  case savedAs(path: String)
  case notSavedAs(path: String)
  case fileIsFolder(path: String)
  case notAFile(path: String)
  case noPermission(path: String)
  case notReadable(path: String, reason: String)
  case notATable(name: String, kind: String)
  case fileEmpty(name: String)
  case noNumbers(name: String)
  case oneColumn(name: String)
  case nothingComplete(name: String)
  case notANumber(line: Int, column: Int, text: String)
  case emptyCell(line: Int, column: Int)
  case raggedLine(line: Int, cells: Int, expected: Int)
  case raggedLines(line: Int, cells: Int, expected: Int, lines: Int)
  case strayQuote(line: Int)
  case unclosedQuote(line: Int)
  case fileTooLarge(name: String, limit: String)

  /// What stands in a place: a text as it is, or a count, which also chooses among forms.
  public enum Value: Sendable, Hashable {
    case text(String)
    case count(Int)

    var text: String {
      switch self {
      case .text(let text): text
      case .count(let count): CountText.grouped(count)
      }
    }
  }

  /// The key under which a language has the sentence's template.
  public var key: String { parts.key }
  var values: [String: Value] { parts.values }

  private var parts: (key: String, values: [String: Value]) {
    switch self {
    case .pointCount(let count): ("pointCount", ["count": .count(count)])
    case .pointsAndColumns(let points, let columns):
      ("pointsAndColumns", ["points": .count(points), "columns": .count(columns)])
    case .pointsAndSome(let points, let columns, let all):
      ("pointsAndSome", ["points": .count(points), "columns": .count(columns), "all": .count(all)])
    case .scaledPoints(let counts): ("scaledPoints", ["counts": .text(counts)])
    case .modelSees(let columns): ("modelSees", ["columns": .count(columns)])
    case .absentLayer(let name): ("absentLayer", ["name": .text(name)])
    case .scaledColumn(let column): ("scaledColumn", ["column": .text(column)])
    case .showPair(let across, let up): ("showPair", ["across": .text(across), "up": .text(up)])
    case .columnAcross(let column): ("columnAcross", ["column": .text(column)])
    case .columnUp(let column): ("columnUp", ["column": .text(column)])
    case .columnInModel(let column): ("columnInModel", ["column": .text(column)])
    case .expectedPoints(let expected, let points):
      ("expectedPoints", ["expected": .text(expected), "points": .count(points)])
    case .weightWaits(let next): ("weightWaits", ["next": .text(next)])
    case .byHandBelow(let gap): ("byHandBelow", ["gap": .text(gap)])
    case .agreement(let column, let index): ("agreement", ["column": .text(column), "index": .text(index)])
    case .ownersChanged(let points): ("ownersChanged", ["points": .count(points)])
    case .byHandAbove(let gap): ("byHandAbove", ["gap": .text(gap)])
    case .component(let letter): ("component", ["letter": .text(letter)])
    case .editedData(let name): ("editedData", ["name": .text(name)])
    case .galleryCaption(let key): ("galleryCaption", ["key": .text(key)])
    case .componentsOfData(let count): ("componentsOfData", ["count": .count(count)])
    case .stampedAxes(let long, let short): ("stampedAxes", ["long": .text(long), "short": .text(short)])
    case .stampedLine(let length): ("stampedLine", ["length": .text(length)])
    case .stampedRing(let radius): ("stampedRing", ["radius": .text(radius)])
    case .tooManyPoints(let limit): ("tooManyPoints", ["limit": .count(limit)])
    case .startSeed(let seed): ("startSeed", ["seed": .text(seed)])
    case .stopsBelow(let gain): ("stopsBelow", ["gain": .text(gain)])
    case .convergedBelow(let gain): ("convergedBelow", ["gain": .text(gain)])
    case .floorHoldsUp(let components): ("floorHoldsUp", ["components": .text(components)])
    case .stoppedAtLimit(let iterations): ("stoppedAtLimit", ["iterations": .count(iterations)])
    case .stoppedAtLimitOfRun(let iterations): ("stoppedAtLimitOfRun", ["iterations": .count(iterations)])
    case .lookingBack(let iteration): ("lookingBack", ["iteration": .count(iteration)])
    case .guessedOf(let guessed, let points): ("guessedOf", ["guessed": .count(guessed), "points": .count(points)])
    case .pointsGuessed(let points): ("pointsGuessed", ["points": .count(points)])
    case .givenPoints(let points): ("givenPoints", ["points": .count(points)])
    case .missedEven(let count): ("missedEven", ["count": .count(count)])
    case .missedClearly(let count): ("missedClearly", ["count": .count(count)])
    case .youSaidLetter(let letter): ("youSaidLetter", ["letter": .text(letter)])
    case .shareOf(let letter, let percent): ("shareOf", ["letter": .text(letter), "percent": .text(percent)])
    case .moreRinged(let count): ("moreRinged", ["count": .count(count)])
    case .farthestPlace(let letter, let gain): ("farthestPlace", ["letter": .text(letter), "gain": .text(gain)])
    case .farthestShape(let letter, let gain): ("farthestShape", ["letter": .text(letter), "gain": .text(gain)])
    case .farthestPlaceAndShape(let letter, let gain):
      ("farthestPlaceAndShape", ["letter": .text(letter), "gain": .text(gain)])
    case .farthestShapes(let gain): ("farthestShapes", ["gain": .text(gain)])
    case .farthestWeights(let gain): ("farthestWeights", ["gain": .text(gain)])
    case .likelihoods(let own, let target): ("likelihoods", ["own": .text(own), "target": .text(target)])
    case .revealBIC(let components): ("revealBIC", ["components": .count(components)])
    case .countSaid(let components): ("countSaid", ["components": .count(components)])
    case .countNext(let components): ("countNext", ["components": .count(components)])
    case .countDone(let components, let right, let total):
      ("countDone", ["components": .count(components), "right": .count(right), "total": .count(total)])
    case .mysteryName(let number): ("mysteryName", ["number": .text(number)])
    case .placesOff(let value): ("placesOff", ["value": .text(value)])
    case .shapesOff(let percent): ("shapesOff", ["percent": .text(percent)])
    case .weightsOff(let value): ("weightsOff", ["value": .text(value)])
    case .countOfTruth(let own, let truth): ("countOfTruth", ["own": .count(own), "truth": .count(truth)])
    case .countIsRight(let components): ("countIsRight", ["components": .count(components)])
    case .countIsWrong(let components): ("countIsWrong", ["components": .count(components)])
    case .couldOverlap(let percent): ("couldOverlap", ["percent": .text(percent)])
    case .componentTruth(let weight, let place): ("componentTruth", ["weight": .text(weight), "place": .text(place)])
    case .laneAt(let iteration): ("laneAt", ["iteration": .count(iteration)])
    case .laneParameters(let count): ("laneParameters", ["count": .count(count)])
    case .laneComponents(let count): ("laneComponents", ["count": .count(count)])
    case .laneSeed(let seed): ("laneSeed", ["seed": .text(seed)])
    case .lowestBICBy(let name, let difference, let second):
      ("lowestBICBy", ["name": .text(name), "difference": .text(difference), "second": .text(second)])
    case .lowestBICSoFar(let name, let difference, let second):
      ("lowestBICSoFar", ["name": .text(name), "difference": .text(difference), "second": .text(second)])
    case .highestBy(let name, let difference, let second):
      ("highestBy", ["name": .text(name), "difference": .text(difference), "second": .text(second)])
    case .highestSoFar(let name, let difference, let second):
      ("highestSoFar", ["name": .text(name), "difference": .text(difference), "second": .text(second)])
    case .lowestBICShared(let names): ("lowestBICShared", ["names": .text(names)])
    case .highestShared(let names): ("highestShared", ["names": .text(names)])
    case .numbered(let name, let number):
      ("numbered", ["name": .text(name), "number": .count(number)])
    case .disagree(let differing, let points): ("disagree", ["differing": .count(differing), "points": .count(points)])
    case .readingFile(let percent): ("readingFile", ["percent": .text(percent)])
    case .workWasKept(let moment): ("workWasKept", ["moment": .text(moment)])
    case .workIsSetAside(let moment): ("workIsSetAside", ["moment": .text(moment)])
    case .contents(let points, let components, let halfSteps):
      ("contents", ["points": .count(points), "components": .count(components), "halfSteps": .count(halfSteps)])
    case .freshKeepsOthers(let others): ("freshKeepsOthers", ["others": .count(others)])
    case .yesterdayAt(let time): ("yesterdayAt", ["time": .text(time)])
    case .workFrom(let moment): ("workFrom", ["moment": .text(moment)])
    case .workInRecent(let moment): ("workInRecent", ["moment": .text(moment)])
    case .nothingIsKept(let reason): ("nothingIsKept", ["reason": .text(reason)])
    case .exportPixels(let width, let height):
      ("exportPixels", ["width": .text(String(width)), "height": .text(String(height))])
    case .exportRange(let first, let last, let total):
      ("exportRange", ["first": .count(first), "last": .count(last), "total": .count(total)])
    case .exportFrames(let frames, let rate): ("exportFrames", ["frames": .count(frames), "rate": .text(rate)])
    case .exportLength(let seconds): ("exportLength", ["seconds": .text(seconds)])
    case .writingFrame(let done, let total): ("writingFrame", ["done": .count(done), "total": .count(total)])
    case .writingPercent(let percent): ("writingPercent", ["percent": .text(percent)])
    case .kilobytes(let value): ("kilobytes", ["value": .text(value)])
    case .megabytes(let value): ("megabytes", ["value": .text(value)])
    case .bytesSoFar(let size): ("bytesSoFar", ["size": .text(size)])
    case .exportedAs(let path, let size): ("exportedAs", ["path": .text(path), "size": .text(size)])
    case .plateIteration(let step): ("plateIteration", ["step": .text(step)])
    case .plateLogL(let value): ("plateLogL", ["value": .text(value)])
    case .plateSquares(let value): ("plateSquares", ["value": .text(value)])
    case .plateShape(let center, let axes, let angle):
      ("plateShape", ["center": .text(center), "axes": .text(axes), "angle": .text(angle)])
    case .plateCenter(let center): ("plateCenter", ["center": .text(center)])
    case .handInCount(let count): ("handInCount", ["count": .count(count)])
    case .pageCount(let count): ("pageCount", ["count": .count(count)])
    case .listPlace(let place, let count): ("listPlace", ["place": .count(place), "count": .count(count)])
    case .handInsFlawed(let count): ("handInsFlawed", ["count": .count(count)])
    case .readingHandIns(let done, let total): ("readingHandIns", ["done": .count(done), "total": .count(total)])
    case .drawnOf(let count, let all): ("drawnOf", ["count": .count(count), "all": .count(all)])
    case .placeInOrder(let place): ("placeInOrder", ["place": .count(place)])
    case .medianOf(let value): ("medianOf", ["value": .text(value)])
    case .triedBy(let count, let all): ("triedBy", ["count": .count(count), "all": .count(all)])
    case .bothPutIn(let count, let all, let first, let second, let home):
      (
        "bothPutIn",
        [
          "count": .count(count), "all": .count(all), "first": .text(first), "second": .text(second),
          "home": .text(home),
        ]
      )
    case .mostAnswered(let count, let all, let answer):
      ("mostAnswered", ["count": .count(count), "all": .count(all), "answer": .text(answer)])
    case .gavePoints(let count, let all, let owner, let other):
      ("gavePoints", ["count": .count(count), "all": .count(all), "owner": .text(owner), "other": .text(other)])
    case .handInDoesNotCount(let file): ("handInDoesNotCount", ["file": .text(file)])
    case .saysData(let name, let counts): ("saysData", ["name": .text(name), "counts": .text(counts)])
    case .saysMixture(let components, let family):
      ("saysMixture", ["components": .count(components), "family": .text(family)])
    case .saysGroups(let groups): ("saysGroups", ["groups": .count(groups)])
    case .saysOpen(let page): ("saysOpen", ["page": .text(page)])
    case .saysTool(let tool): ("saysTool", ["tool": .text(tool)])
    case .saysAxes(let across, let up): ("saysAxes", ["across": .text(across), "up": .text(up)])
    case .saysFocus(let control): ("saysFocus", ["control": .text(control)])
    case .saysCursor(let place): ("saysCursor", ["place": .text(place)])
    case .saysCursorOn(let place, let what): ("saysCursorOn", ["place": .text(place), "what": .text(what)])
    case .saysFacts(let subject, let facts): ("saysFacts", ["subject": .text(subject), "facts": .text(facts)])
    case .saysFact(let name, let value): ("saysFact", ["name": .text(name), "value": .text(value)])
    case .saysControls(let controls): ("saysControls", ["controls": .text(controls)])
    case .speechMissing(let package): ("speechMissing", ["package": .text(package)])
    case .pageOf(let page, let count): ("pageOf", ["page": .count(page), "count": .count(count)])
    case .lessonMinutes(let count): ("lessonMinutes", ["count": .count(count)])
    case .lessonsCaption(let count, let minutes):
      ("lessonsCaption", ["count": .count(count), "minutes": .count(minutes)])
    case .halfStepCount(let count): ("halfStepCount", ["count": .count(count)])
    case .toDoIs(let what): ("toDoIs", ["what": .text(what)])
    case .gateReaches(let value): ("gateReaches", ["value": .text(value)])
    case .draftNoText(let page): ("draftNoText", ["page": .count(page)])
    case .draftNoQuestion(let page): ("draftNoQuestion", ["page": .count(page)])
    case .mostPages(let limit): ("mostPages", ["limit": .count(limit)])
    case .halfStepsTaken(let done, let all): ("halfStepsTaken", ["done": .count(done), "all": .count(all)])
    case .pointsDrawn(let done, let all): ("pointsDrawn", ["done": .count(done), "all": .count(all)])
    case .toleranceOwners(let share): ("toleranceOwners", ["share": .text(share)])
    case .toleranceMove(let deviations, let share, let degrees):
      ("toleranceMove", ["deviations": .text(deviations), "share": .text(share), "degrees": .text(degrees)])
    case .toleranceGain(let share): ("toleranceGain", ["share": .text(share)])
    case .toleranceCount(let bic): ("toleranceCount", ["bic": .text(bic)])
    case .toleranceMystery(let share): ("toleranceMystery", ["share": .text(share)])
    case .markOwners(let right, let all, let share):
      ("markOwners", ["right": .count(right), "all": .count(all), "share": .text(share)])
    case .markMove(let right, let all, let share):
      ("markMove", ["right": .count(right), "all": .count(all), "share": .text(share)])
    case .markOrder(let right, let all, let share):
      ("markOrder", ["right": .count(right), "all": .count(all), "share": .text(share)])
    case .markGain(let right, let all, let share):
      ("markGain", ["right": .count(right), "all": .count(all), "share": .text(share)])
    case .markCount(let share): ("markCount", ["share": .text(share)])
    case .markDiagnosis(let right, let all, let share):
      ("markDiagnosis", ["right": .count(right), "all": .count(all), "share": .text(share)])
    case .markMystery(let overlap, let possible, let share):
      ("markMystery", ["overlap": .text(overlap), "possible": .text(possible), "share": .text(share)])
    case .yourMarks(let marks): ("yourMarks", ["marks": .text(marks)])
    case .hasCollapsed(let letter): ("hasCollapsed", ["letter": .text(letter)])
    case .logLikelihoodWanted(let value, let wanted):
      ("logLikelihoodWanted", ["value": .text(value), "wanted": .text(wanted)])
    case .tryFamily(let family): ("tryFamily", ["family": .text(family)])
    case .fitUpTo(let components): ("fitUpTo", ["components": .count(components)])
    case .fittedOf(let done, let total): ("fittedOf", ["done": .count(done), "total": .count(total)])
    case .fromStarts(let starts): ("fromStarts", ["starts": .count(starts)])
    case .candidate(let family, let components, let bic):
      ("candidate", ["family": .text(family), "components": .count(components), "bic": .text(bic)])
    case .flooredCandidate(let family, let components, let bic):
      ("flooredCandidate", ["family": .text(family), "components": .count(components), "bic": .text(bic)])
    case .bestCandidate(let candidate): ("bestCandidate", ["candidate": .text(candidate)])
    case .adoptCandidate(let family, let components):
      ("adoptCandidate", ["family": .text(family), "components": .count(components)])
    case .raceStarts(let starts): ("raceStarts", ["starts": .count(starts)])
    case .runMoreStarts(let starts): ("runMoreStarts", ["starts": .count(starts)])
    case .allStartsRun(let starts): ("allStartsRun", ["starts": .count(starts)])
    case .racedOf(let done, let total): ("racedOf", ["done": .count(done), "total": .count(total)])
    case .countOf(let count, let total): ("countOf", ["count": .count(count), "total": .count(total)])
    case .seedRange(let first, let last): ("seedRange", ["first": .text(first), "last": .text(last)])
    case .bestSeed(let seed): ("bestSeed", ["seed": .text(seed)])
    case .ofSeed(let seed): ("ofSeed", ["seed": .text(seed)])
    case .andMore(let count): ("andMore", ["count": .count(count)])
    case .adoptedSeed(let seed): ("adoptedSeed", ["seed": .text(seed)])
    case .runNumber(let number): ("runNumber", ["number": .count(number)])
    case .runsAreKept(let limit, let megabytes):
      ("runsAreKept", ["limit": .count(limit), "megabytes": .count(megabytes)])
    case .runsAreKeptShort(let limit): ("runsAreKeptShort", ["limit": .count(limit)])
    case .iterationsShort(let count): ("iterationsShort", ["count": .count(count)])
    case .divergence(let value): ("divergence", ["value": .text(value)])
    case .readout(let value, let gain): ("readout", ["value": .text(value), "gain": .text(gain)])
    case .returnTo(let run): ("returnTo", ["run": .text(run)])
    case .fromSeed(let seed): ("fromSeed", ["seed": .text(seed)])
    case .fromRun(let run): ("fromRun", ["run": .text(run)])
    case .fromRunAt(let run, let place): ("fromRunAt", ["run": .text(run), "place": .text(place)])
    case .iterationCount(let count): ("iterationCount", ["count": .count(count)])
    case .belowTheBest(let distance): ("belowTheBest", ["distance": .text(distance)])
    case .pairOfFacts(let first, let second): ("pairOfFacts", ["first": .text(first), "second": .text(second)])
    case .pointNumber(let number): ("pointNumber", ["number": .count(number)])
    case .pair(let first, let second): ("pair", ["first": .text(first), "second": .text(second)])
    case .enumeration(let first, let rest): ("enumeration", ["first": .text(first), "rest": .text(rest)])
    case .adopted(let family, let components): ("adopted", ["family": .text(family), "components": .count(components)])
    case .tooManyComponents(let limit): ("tooManyComponents", ["limit": .count(limit)])
    case .addMorePoints(let missing, let components):
      ("addMorePoints", ["missing": .count(missing), "components": .count(components)])
    case .causeAndRemedy(let cause, let remedy): ("causeAndRemedy", ["cause": .text(cause), "remedy": .text(remedy)])
    case .lostPoints(let components, let number):
      ("lostPoints", ["components": .text(components), "number": .count(number)])
    case .collapsedOnto(let components, let points):
      ("collapsedOnto", ["components": .text(components), "points": .count(points)])
    case .wentFlat(let components, let points):
      ("wentFlat", ["components": .text(components), "points": .count(points)])
    case .tooFewPoints(let points, let components):
      ("tooFewPoints", ["points": .count(points), "components": .count(components)])
    case .columnTooLarge(let column): ("columnTooLarge", ["column": .count(column)])
    case .columnTooFine(let column): ("columnTooFine", ["column": .count(column)])
    case .rowNotFinite(let row, let column): ("rowNotFinite", ["row": .count(row), "column": .count(column)])
    case .sampleWeightUnusable(let row): ("sampleWeightUnusable", ["row": .count(row)])
    case .flatComponent(let component): ("flatComponent", ["component": .text(component)])
    case .outOfReach(let point): ("outOfReach", ["point": .count(point)])
    case .collapsedIn(let component, let iteration):
      ("collapsedIn", ["component": .text(component), "iteration": .count(iteration)])
    case .sharedCollapsedIn(let iteration): ("sharedCollapsedIn", ["iteration": .count(iteration)])
    case .optionOutOfRange(let option, let allowed):
      ("optionOutOfRange", ["option": .text(option), "allowed": .text(allowed)])
    case .sceneUnusable(let path, let field):
      ("sceneUnusable", ["path": .text(path), "field": .text(field)])
    case .savedAs(let path): ("savedAs", ["path": .text(path)])
    case .notSavedAs(let path): ("notSavedAs", ["path": .text(path)])
    case .fileMissing(let path): ("fileMissing", ["path": .text(path)])
    case .fileIsFolder(let path): ("fileIsFolder", ["path": .text(path)])
    case .notAFile(let path): ("notAFile", ["path": .text(path)])
    case .noPermission(let path): ("noPermission", ["path": .text(path)])
    case .notReadable(let path, let reason): ("notReadable", ["path": .text(path), "reason": .text(reason)])
    case .notATable(let name, let kind): ("notATable", ["name": .text(name), "kind": .text(kind)])
    case .fileEmpty(let name): ("fileEmpty", ["name": .text(name)])
    case .noNumbers(let name): ("noNumbers", ["name": .text(name)])
    case .oneColumn(let name): ("oneColumn", ["name": .text(name)])
    case .nothingComplete(let name): ("nothingComplete", ["name": .text(name)])
    case .notANumber(let line, let column, let text):
      ("notANumber", ["line": .count(line), "column": .count(column), "text": .text(text)])
    case .emptyCell(let line, let column): ("emptyCell", ["line": .count(line), "column": .count(column)])
    case .raggedLine(let line, let cells, let expected):
      ("raggedLine", ["line": .count(line), "cells": .count(cells), "expected": .count(expected)])
    case .raggedLines(let line, let cells, let expected, let lines):
      (
        "raggedLines",
        ["line": .count(line), "cells": .count(cells), "expected": .count(expected), "lines": .count(lines)]
      )
    case .strayQuote(let line): ("strayQuote", ["line": .count(line)])
    case .unclosedQuote(let line): ("unclosedQuote", ["line": .count(line)])
    case .rowsAndColumns(let rows, let columns): ("rowsAndColumns", ["rows": .count(rows), "columns": .count(columns)])
    case .aboutRowsAndColumns(let rows, let columns):
      ("aboutRowsAndColumns", ["rows": .count(rows), "columns": .count(columns)])
    case .inEncoding(let counts, let encoding): ("inEncoding", ["counts": .text(counts), "encoding": .text(encoding)])
    case .wasFound(let what): ("wasFound", ["what": .text(what)])
    case .wasSet(let what): ("wasSet", ["what": .text(what)])
    case .readAs(let what, let how): ("readAs", ["what": .text(what), "how": .text(how)])
    case .moreRows(let count): ("moreRows", ["count": .count(count)])
    case .moreColumns(let count): ("moreColumns", ["count": .count(count)])
    case .rowsSkipped(let count): ("rowsSkipped", ["count": .count(count)])
    case .rowsWithGaps(let count): ("rowsWithGaps", ["count": .count(count)])
    case .rowsWithWords(let count): ("rowsWithWords", ["count": .count(count)])
    case .emptyInRows(let column, let rows): ("emptyInRows", ["column": .text(column), "rows": .text(rows)])
    case .noNumberInRows(let column, let rows): ("noNumberInRows", ["column": .text(column), "rows": .text(rows)])
    case .wordAmongNumbers(let line, let column, let text):
      ("wordAmongNumbers", ["line": .count(line), "column": .count(column), "text": .text(text)])
    case .cellIsEmpty(let line, let column): ("cellIsEmpty", ["line": .count(line), "column": .count(column)])
    case .rowList(let count, let rows): ("rowList", ["count": .count(count), "rows": .text(rows)])
    case .moreOfThem(let count): ("moreOfThem", ["count": .count(count)])
    case .allColumns(let count): ("allColumns", ["count": .count(count)])
    case .firstColumns(let taken, let all): ("firstColumns", ["taken": .count(taken), "all": .count(all)])
    case .columnsBeyond(let taken, let all): ("columnsBeyond", ["taken": .count(taken), "all": .count(all)])
    case .pointsLeftOut(let counts, let rows): ("pointsLeftOut", ["counts": .text(counts), "rows": .count(rows)])
    case .aboutCount(let count): ("aboutCount", ["count": .count(count)])
    case .estimated(let said): ("estimated", ["said": .text(said)])
    case .modelDoesNotFit(let columns, let own): ("modelDoesNotFit", ["columns": .count(columns), "own": .count(own)])
    case .modelIsTooLarge(let components, let limit):
      ("modelIsTooLarge", ["components": .count(components), "limit": .count(limit)])
    case .settingsUnusable(let path, let field): ("settingsUnusable", ["path": .text(path), "field": .text(field)])
    case .lettersMissing(let languages, let package):
      ("lettersMissing", ["languages": .text(languages), "package": .text(package)])
    case .percentOf(let value): ("percentOf", ["value": .text(value)])
    case .addsToRecent(let key): ("addsToRecent", ["key": .text(key)])
    case .presentStays(let key): ("presentStays", ["key": .text(key)])
    case .becomesTheModel(let key): ("becomesTheModel", ["key": .text(key)])
    case .dateToday(let time): ("dateToday", ["time": .text(time)])
    case .dateInYear(let day, let month): ("dateInYear", ["day": .text(day), "month": .text(month)])
    case .dateOfYear(let month, let year): ("dateOfYear", ["month": .text(month), "year": .text(year)])
    case .fileTooLarge(let name, let limit): ("fileTooLarge", ["name": .text(name), "limit": .text(limit)])
    }
  }
}
