@testable import LabWords

extension Sentence {
  /// One of each. The switch below does not compile when a case is missing from it, which is the moment to add it above.
  static let samples: [Sentence] = [
    .pointCount(count: 2),
    .expectedPoints(expected: "x", points: 2),
    .weightWaits(next: "x"),
    .editedData(name: "x"),
    .startSeed(seed: "x"),
    .stopsBelow(gain: "x"),
    .convergedBelow(gain: "x"),
    .floorHoldsUp(components: "x"),
    .stoppedAtLimit(iterations: 2),
    .lookingBack(iteration: 2),
    .readingFile(percent: "x"),
    .tryFamily(family: "x"),
    .fitUpTo(components: 2),
    .fittedOf(done: 2, total: 2),
    .fromStarts(starts: 2),
    .candidate(family: "x", components: 2, bic: "x"),
    .flooredCandidate(family: "x", components: 2, bic: "x"),
    .bestCandidate(candidate: "x"),
    .adoptCandidate(family: "x", components: 2),
    .pointNumber(number: 2),
    .pair(first: "x", second: "x"),
    .enumeration(first: "x", rest: "x"),
    .adopted(family: "x", components: 2),
    .tooManyComponents(limit: 2),
    .addMorePoints(missing: 2, components: 2),
    .causeAndRemedy(cause: "x", remedy: "x"),
    .lostPoints(components: "x", number: 2),
    .collapsedOnto(components: "x", points: 2),
    .wentFlat(components: "x", points: 2),
    .tooFewPoints(points: 2, components: 2),
    .columnTooLarge(column: 2),
    .columnTooFine(column: 2),
    .rowNotFinite(row: 2, column: 2),
    .sampleWeightUnusable(row: 2),
    .flatComponent(component: "x"),
    .outOfReach(point: 2),
    .collapsedIn(component: "x", iteration: 2),
    .sharedCollapsedIn(iteration: 2),
    .optionOutOfRange(option: "x", allowed: "x"),
    .fileMissing(path: "x"),
    .fileIsFolder(path: "x"),
    .notAFile(path: "x"),
    .noPermission(path: "x"),
    .notReadable(path: "x", reason: "x"),
    .notATable(name: "x", kind: "x"),
    .fileEmpty(name: "x"),
    .noNumbers(name: "x"),
    .oneColumn(name: "x"),
    .notANumber(line: 2, column: 2, text: "x"),
    .emptyCell(line: 2, column: 2),
    .raggedLine(line: 2, cells: 2, expected: 2),
    .raggedLines(line: 2, cells: 2, expected: 2, lines: 2),
    .strayQuote(line: 2),
    .unclosedQuote(line: 2),
    .fileTooLarge(name: "x", limit: "x"),
    .nothingComplete(name: "x"),
    .raceStarts(starts: 2),
    .runMoreStarts(starts: 2),
    .allStartsRun(starts: 2),
    .racedOf(done: 2, total: 2),
    .countOf(count: 2, total: 2),
    .seedRange(first: "x", last: "x"),
    .bestSeed(seed: "x"),
    .ofSeed(seed: "x"),
    .andMore(count: 2),
    .adoptedSeed(seed: "x"),
    .runNumber(number: 2),
    .runsAreKept(limit: 2, megabytes: 3),
    .returnTo(run: "x"),
    .fromSeed(seed: "x"),
    .fromRun(run: "x"),
    .fromRunAt(run: "x", place: "x"),
    .iterationCount(count: 2),
    .belowTheBest(distance: "x"),
    .pairOfFacts(first: "x", second: "x"),
    .runsAreKeptShort(limit: 2),
    .iterationsShort(count: 2),
    .laneAt(iteration: 2),
    .laneParameters(count: 2),
    .laneComponents(count: 2),
    .laneSeed(seed: "x"),
    .lowestBICBy(name: "x", difference: "x", second: "x"),
    .lowestBICSoFar(name: "x", difference: "x", second: "x"),
    .highestBy(name: "x", difference: "x", second: "x"),
    .highestSoFar(name: "x", difference: "x", second: "x"),
    .disagree(differing: 2, points: 2),
    .component(letter: "x"),
    .byHandBelow(gap: "x"),
    .byHandAbove(gap: "x"),
    .agreement(column: "x", index: "x"),
    .ownersChanged(points: 2),
    .divergence(value: "x"),
    .readout(value: "x", gain: "x"),
    .galleryCaption(key: "x"),
    .componentsOfData(count: 2),
    .stampedAxes(long: "x", short: "x"),
    .stampedLine(length: "x"),
    .stampedRing(radius: "x"),
    .tooManyPoints(limit: 2),
    .guessedOf(guessed: 2, points: 2),
    .pointsGuessed(points: 2),
    .givenPoints(points: 2),
    .missedEven(count: 2),
    .missedClearly(count: 2),
    .youSaidLetter(letter: "x"),
    .shareOf(letter: "x", percent: "x"),
    .moreRinged(count: 2),
    .farthestPlace(letter: "x", gain: "x"),
    .farthestShape(letter: "x", gain: "x"),
    .farthestShapes(gain: "x"),
    .farthestWeights(gain: "x"),
    .likelihoods(own: "x", target: "x"),
    .revealBIC(components: 2),
    .countSaid(components: 2),
    .countNext(components: 2),
    .countDone(components: 2, right: 2, total: 2),
    .mysteryName(number: "x"),
    .placesOff(value: "x"),
    .shapesOff(percent: "x"),
    .weightsOff(value: "x"),
    .countOfTruth(own: 2, truth: 2),
    .countIsRight(components: 2),
    .countIsWrong(components: 2),
    .couldOverlap(percent: "x"),
    .componentTruth(weight: "x", place: "x"),
    .sceneUnusable(path: "x", field: "x"),
    .savedAs(path: "x"),
    .kilobytes(value: "x"),
    .megabytes(value: "x"),
    .exportPixels(width: 2, height: 2),
    .exportRange(first: 2, last: 2, total: 2),
    .exportFrames(frames: 2, rate: "x"),
    .exportLength(seconds: "x"),
    .writingFrame(done: 2, total: 2),
    .writingPercent(percent: "x"),
    .bytesSoFar(size: "x"),
    .exportedAs(path: "x", size: "x"),
    .plateIteration(step: "x"),
    .plateLogL(value: "x"),
    .plateSquares(value: "x"),
    .plateShape(center: "x", axes: "x", angle: "x"),
    .pointsAndColumns(points: 2, columns: 2),
    .pointsAndSome(points: 2, columns: 2, all: 2),
    .scaledPoints(counts: "x"),
    .modelSees(columns: 2),
    .absentLayer(name: "x"),
    .scaledColumn(column: "x"),
    .showPair(across: "x", up: "x"),
    .columnAcross(column: "x"),
    .columnUp(column: "x"),
    .columnInModel(column: "x"),
    .farthestPlaceAndShape(letter: "x", gain: "x"),
    .lowestBICShared(names: "x"),
    .highestShared(names: "x"),
    .numbered(name: "x", number: 2),
    .rowsAndColumns(rows: 2, columns: 2),
    .aboutRowsAndColumns(rows: 2, columns: 2),
    .inEncoding(counts: "x", encoding: "x"),
    .wasFound(what: "x"),
    .wasSet(what: "x"),
    .readAs(what: "x", how: "x"),
    .moreRows(count: 2),
    .moreColumns(count: 2),
    .rowsSkipped(count: 2),
    .rowsWithGaps(count: 2),
    .rowsWithWords(count: 2),
    .emptyInRows(column: "x", rows: "x"),
    .noNumberInRows(column: "x", rows: "x"),
    .rowList(count: 2, rows: "x"),
    .wordAmongNumbers(line: 2, column: 2, text: "x"),
    .cellIsEmpty(line: 2, column: 2),
    .moreOfThem(count: 2),
    .allColumns(count: 2),
    .firstColumns(taken: 2, all: 2),
    .columnsBeyond(taken: 2, all: 2),
    .pointsLeftOut(counts: "x", rows: 2),
    .aboutCount(count: 2),
    .modelDoesNotFit(columns: 2, own: 2),
    .modelIsTooLarge(components: 2, limit: 2),
    .settingsUnusable(path: "x", field: "x"),
    .addsToRecent(key: "x"),
    .becomesTheModel(key: "x"),
    .dateToday(time: "x"),
    .dateInYear(day: "x", month: "x"),
    .dateOfYear(month: "x", year: "x"),
    .workWasKept(moment: "x"),
    .workIsSetAside(moment: "x"),
    .contents(points: 2, components: 2, halfSteps: 2),
    .freshKeepsOthers(others: 2),
    .yesterdayAt(time: "x"),
    .workFrom(moment: "x"),
    .workInRecent(moment: "x"),
    .nothingIsKept(reason: "x"),
    .notSavedAs(path: "x"),
    .plateCenter(center: "x"),
    .pageOf(page: 2, count: 2),
    .lessonMinutes(count: 2),
    .lessonsCaption(count: 2, minutes: 2),
    .halfStepsTaken(done: 2, all: 2),
    .pointsDrawn(done: 2, all: 2),
    .logLikelihoodWanted(value: "x", wanted: "x"),
  ]

  /// The place of a case among the samples.
  var sampleIndex: Int {
    switch self {
    case .pointCount: 0
    case .expectedPoints: 1
    case .weightWaits: 2
    case .editedData: 3
    case .startSeed: 4
    case .stopsBelow: 5
    case .convergedBelow: 6
    case .floorHoldsUp: 7
    case .stoppedAtLimit: 8
    case .lookingBack: 9
    case .readingFile: 10
    case .tryFamily: 11
    case .fitUpTo: 12
    case .fittedOf: 13
    case .fromStarts: 14
    case .candidate: 15
    case .flooredCandidate: 16
    case .bestCandidate: 17
    case .adoptCandidate: 18
    case .pointNumber: 19
    case .pair: 20
    case .enumeration: 21
    case .adopted: 22
    case .tooManyComponents: 23
    case .addMorePoints: 24
    case .causeAndRemedy: 25
    case .lostPoints: 26
    case .collapsedOnto: 27
    case .wentFlat: 28
    case .tooFewPoints: 29
    case .columnTooLarge: 30
    case .columnTooFine: 31
    case .rowNotFinite: 32
    case .sampleWeightUnusable: 33
    case .flatComponent: 34
    case .outOfReach: 35
    case .collapsedIn: 36
    case .sharedCollapsedIn: 37
    case .optionOutOfRange: 38
    case .sceneUnusable: 125
    case .savedAs: 126
    case .fileMissing: 39
    case .fileIsFolder: 40
    case .notAFile: 41
    case .noPermission: 42
    case .notReadable: 43
    case .notATable: 44
    case .fileEmpty: 45
    case .noNumbers: 46
    case .oneColumn: 47
    case .notANumber: 48
    case .emptyCell: 49
    case .raggedLine: 50
    case .raggedLines: 51
    case .strayQuote: 52
    case .unclosedQuote: 53
    case .fileTooLarge: 54
    case .nothingComplete: 55
    case .raceStarts: 56
    case .runMoreStarts: 57
    case .allStartsRun: 58
    case .racedOf: 59
    case .countOf: 60
    case .seedRange: 61
    case .bestSeed: 62
    case .ofSeed: 63
    case .andMore: 64
    case .adoptedSeed: 65
    case .runNumber: 66
    case .runsAreKept: 67
    case .returnTo: 68
    case .fromSeed: 69
    case .fromRun: 70
    case .fromRunAt: 71
    case .iterationCount: 72
    case .belowTheBest: 73
    case .pairOfFacts: 74
    case .runsAreKeptShort: 75
    case .iterationsShort: 76
    case .laneAt: 77
    case .laneParameters: 78
    case .laneComponents: 79
    case .laneSeed: 80
    case .lowestBICBy: 81
    case .lowestBICSoFar: 82
    case .highestBy: 83
    case .highestSoFar: 84
    case .disagree: 85
    case .component: 86
    case .byHandBelow: 87
    case .byHandAbove: 88
    case .agreement: 89
    case .ownersChanged: 90
    case .divergence: 91
    case .readout: 92
    case .galleryCaption: 93
    case .componentsOfData: 94
    case .stampedAxes: 95
    case .stampedLine: 96
    case .stampedRing: 97
    case .tooManyPoints: 98
    case .guessedOf: 99
    case .pointsGuessed: 100
    case .givenPoints: 101
    case .missedEven: 102
    case .missedClearly: 103
    case .youSaidLetter: 104
    case .shareOf: 105
    case .moreRinged: 106
    case .farthestPlace: 107
    case .farthestShape: 108
    case .farthestShapes: 109
    case .farthestWeights: 110
    case .likelihoods: 111
    case .revealBIC: 112
    case .countSaid: 113
    case .countNext: 114
    case .countDone: 115
    case .mysteryName: 116
    case .placesOff: 117
    case .shapesOff: 118
    case .weightsOff: 119
    case .countOfTruth: 120
    case .countIsRight: 121
    case .countIsWrong: 122
    case .couldOverlap: 123
    case .componentTruth: 124
    case .kilobytes: 127
    case .megabytes: 128
    case .exportPixels: 129
    case .exportRange: 130
    case .exportFrames: 131
    case .exportLength: 132
    case .writingFrame: 133
    case .writingPercent: 134
    case .bytesSoFar: 135
    case .exportedAs: 136
    case .plateIteration: 137
    case .plateLogL: 138
    case .plateSquares: 139
    case .plateShape: 140
    case .pointsAndColumns: 141
    case .pointsAndSome: 142
    case .scaledPoints: 143
    case .modelSees: 144
    case .absentLayer: 145
    case .scaledColumn: 146
    case .showPair: 147
    case .columnAcross: 148
    case .columnUp: 149
    case .columnInModel: 150
    case .farthestPlaceAndShape: 151
    case .lowestBICShared: 152
    case .highestShared: 153
    case .numbered: 154
    case .rowsAndColumns: 155
    case .aboutRowsAndColumns: 156
    case .inEncoding: 157
    case .wasFound: 158
    case .wasSet: 159
    case .readAs: 160
    case .moreRows: 161
    case .moreColumns: 162
    case .rowsSkipped: 163
    case .rowsWithGaps: 164
    case .rowsWithWords: 165
    case .emptyInRows: 166
    case .noNumberInRows: 167
    case .wordAmongNumbers: 169
    case .cellIsEmpty: 170
    case .rowList: 168
    case .moreOfThem: 171
    case .allColumns: 172
    case .firstColumns: 173
    case .columnsBeyond: 174
    case .pointsLeftOut: 175
    case .aboutCount: 176
    case .modelDoesNotFit: 177
    case .modelIsTooLarge: 178
    case .settingsUnusable: 179
    case .addsToRecent: 180
    case .becomesTheModel: 181
    case .dateToday: 182
    case .dateInYear: 183
    case .dateOfYear: 184
    case .workWasKept: 185
    case .workIsSetAside: 186
    case .contents: 187
    case .freshKeepsOthers: 188
    case .yesterdayAt: 189
    case .workFrom: 190
    case .workInRecent: 191
    case .nothingIsKept: 192
    case .notSavedAs: 193
    case .plateCenter: 194
    case .pageOf: 195
    case .lessonMinutes: 196
    case .lessonsCaption: 197
    case .halfStepsTaken: 198
    case .pointsDrawn: 199
    case .logLikelihoodWanted: 200
    }
  }
}
