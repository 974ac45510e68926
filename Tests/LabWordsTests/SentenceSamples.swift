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
    .stoppedAtLimitOfRun(iterations: 2),
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
    .estimated(said: "x"),
    .modelDoesNotFit(columns: 2, own: 2),
    .modelIsTooLarge(components: 2, limit: 2),
    .settingsUnusable(path: "x", field: "x"),
    .addsToRecent(key: "x"),
    .presentStays(key: "x"),
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
    .lettersMissing(languages: "x", package: "x"),
    .percentOf(value: "x"),
    .handInCount(count: 2),
    .pageCount(count: 2),
    .listPlace(place: 2, count: 2),
    .handInsFlawed(count: 2),
    .readingHandIns(done: 2, total: 2),
    .drawnOf(count: 2, all: 2),
    .placeInOrder(place: 2),
    .medianOf(value: "x"),
    .triedBy(count: 2, all: 2),
    .bothPutIn(count: 2, all: 2, first: "x", second: "x", home: "x"),
    .mostAnswered(count: 2, all: 2, answer: "x"),
    .gavePoints(count: 2, all: 2, owner: "x", other: "x"),
    .handInDoesNotCount(file: "x"),
    .pageOf(page: 2, count: 2),
    .lessonMinutes(count: 2),
    .lessonsCaption(count: 2, minutes: 2),
    .halfStepsTaken(done: 2, all: 2),
    .pointsDrawn(done: 2, all: 2),
    .logLikelihoodWanted(value: "x", wanted: "x"),
    .toleranceOwners(share: "x"),
    .toleranceMove(deviations: "x", share: "x", degrees: "x"),
    .toleranceGain(share: "x"),
    .toleranceCount(bic: "x"),
    .toleranceMystery(share: "x"),
    .markOwners(right: 2, all: 2, share: "x"),
    .markMove(right: 2, all: 2, share: "x"),
    .markOrder(right: 2, all: 2, share: "x"),
    .markGain(right: 2, all: 2, share: "x"),
    .markCount(share: "x"),
    .markDiagnosis(right: 2, all: 2, share: "x"),
    .markMystery(overlap: "x", possible: "x", share: "x"),
    .yourMarks(marks: "x"),
    .hasCollapsed(letter: "x"),
    .halfStepCount(count: 2),
    .toDoIs(what: "x"),
    .gateReaches(value: "x"),
    .draftNoText(page: 2),
    .draftNoQuestion(page: 2),
    .mostPages(limit: 2),
    .saysData(name: "x", counts: "x"),
    .saysMixture(components: 2, family: "x"),
    .saysGroups(groups: 2),
    .saysOpen(page: "x"),
    .saysTool(tool: "x"),
    .saysAxes(across: "x", up: "x"),
    .saysFocus(control: "x"),
    .saysCursor(place: "x"),
    .saysCursorOn(place: "x", what: "x"),
    .saysFacts(subject: "x", facts: "x"),
    .saysFact(name: "x", value: "x"),
    .saysControls(controls: "x"),
    .speechMissing(package: "x"),
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
    case .stoppedAtLimitOfRun: 9
    case .lookingBack: 10
    case .readingFile: 11
    case .tryFamily: 12
    case .fitUpTo: 13
    case .fittedOf: 14
    case .fromStarts: 15
    case .candidate: 16
    case .flooredCandidate: 17
    case .bestCandidate: 18
    case .adoptCandidate: 19
    case .pointNumber: 20
    case .pair: 21
    case .enumeration: 22
    case .adopted: 23
    case .tooManyComponents: 24
    case .addMorePoints: 25
    case .causeAndRemedy: 26
    case .lostPoints: 27
    case .collapsedOnto: 28
    case .wentFlat: 29
    case .tooFewPoints: 30
    case .columnTooLarge: 31
    case .columnTooFine: 32
    case .rowNotFinite: 33
    case .sampleWeightUnusable: 34
    case .flatComponent: 35
    case .outOfReach: 36
    case .collapsedIn: 37
    case .sharedCollapsedIn: 38
    case .optionOutOfRange: 39
    case .fileMissing: 40
    case .fileIsFolder: 41
    case .notAFile: 42
    case .noPermission: 43
    case .notReadable: 44
    case .notATable: 45
    case .fileEmpty: 46
    case .noNumbers: 47
    case .oneColumn: 48
    case .notANumber: 49
    case .emptyCell: 50
    case .raggedLine: 51
    case .raggedLines: 52
    case .strayQuote: 53
    case .unclosedQuote: 54
    case .fileTooLarge: 55
    case .nothingComplete: 56
    case .raceStarts: 57
    case .runMoreStarts: 58
    case .allStartsRun: 59
    case .racedOf: 60
    case .countOf: 61
    case .seedRange: 62
    case .bestSeed: 63
    case .ofSeed: 64
    case .andMore: 65
    case .adoptedSeed: 66
    case .runNumber: 67
    case .runsAreKept: 68
    case .returnTo: 69
    case .fromSeed: 70
    case .fromRun: 71
    case .fromRunAt: 72
    case .iterationCount: 73
    case .belowTheBest: 74
    case .pairOfFacts: 75
    case .runsAreKeptShort: 76
    case .iterationsShort: 77
    case .laneAt: 78
    case .laneParameters: 79
    case .laneComponents: 80
    case .laneSeed: 81
    case .lowestBICBy: 82
    case .lowestBICSoFar: 83
    case .highestBy: 84
    case .highestSoFar: 85
    case .disagree: 86
    case .component: 87
    case .byHandBelow: 88
    case .byHandAbove: 89
    case .agreement: 90
    case .ownersChanged: 91
    case .divergence: 92
    case .readout: 93
    case .galleryCaption: 94
    case .componentsOfData: 95
    case .stampedAxes: 96
    case .stampedLine: 97
    case .stampedRing: 98
    case .tooManyPoints: 99
    case .guessedOf: 100
    case .pointsGuessed: 101
    case .givenPoints: 102
    case .missedEven: 103
    case .missedClearly: 104
    case .youSaidLetter: 105
    case .shareOf: 106
    case .moreRinged: 107
    case .farthestPlace: 108
    case .farthestShape: 109
    case .farthestShapes: 110
    case .farthestWeights: 111
    case .likelihoods: 112
    case .revealBIC: 113
    case .countSaid: 114
    case .countNext: 115
    case .countDone: 116
    case .mysteryName: 117
    case .placesOff: 118
    case .shapesOff: 119
    case .weightsOff: 120
    case .countOfTruth: 121
    case .countIsRight: 122
    case .countIsWrong: 123
    case .couldOverlap: 124
    case .componentTruth: 125
    case .sceneUnusable: 126
    case .savedAs: 127
    case .kilobytes: 128
    case .megabytes: 129
    case .exportPixels: 130
    case .exportRange: 131
    case .exportFrames: 132
    case .exportLength: 133
    case .writingFrame: 134
    case .writingPercent: 135
    case .bytesSoFar: 136
    case .exportedAs: 137
    case .plateIteration: 138
    case .plateLogL: 139
    case .plateSquares: 140
    case .plateShape: 141
    case .pointsAndColumns: 142
    case .pointsAndSome: 143
    case .scaledPoints: 144
    case .modelSees: 145
    case .absentLayer: 146
    case .scaledColumn: 147
    case .showPair: 148
    case .columnAcross: 149
    case .columnUp: 150
    case .columnInModel: 151
    case .farthestPlaceAndShape: 152
    case .lowestBICShared: 153
    case .highestShared: 154
    case .numbered: 155
    case .rowsAndColumns: 156
    case .aboutRowsAndColumns: 157
    case .inEncoding: 158
    case .wasFound: 159
    case .wasSet: 160
    case .readAs: 161
    case .moreRows: 162
    case .moreColumns: 163
    case .rowsSkipped: 164
    case .rowsWithGaps: 165
    case .rowsWithWords: 166
    case .emptyInRows: 167
    case .noNumberInRows: 168
    case .rowList: 169
    case .wordAmongNumbers: 170
    case .cellIsEmpty: 171
    case .moreOfThem: 172
    case .allColumns: 173
    case .firstColumns: 174
    case .columnsBeyond: 175
    case .pointsLeftOut: 176
    case .aboutCount: 177
    case .estimated: 178
    case .modelDoesNotFit: 179
    case .modelIsTooLarge: 180
    case .settingsUnusable: 181
    case .addsToRecent: 182
    case .presentStays: 183
    case .becomesTheModel: 184
    case .dateToday: 185
    case .dateInYear: 186
    case .dateOfYear: 187
    case .workWasKept: 188
    case .workIsSetAside: 189
    case .contents: 190
    case .freshKeepsOthers: 191
    case .yesterdayAt: 192
    case .workFrom: 193
    case .workInRecent: 194
    case .nothingIsKept: 195
    case .notSavedAs: 196
    case .plateCenter: 197
    case .lettersMissing: 198
    case .percentOf: 199
    case .handInCount: 200
    case .pageCount: 201
    case .listPlace: 202
    case .handInsFlawed: 203
    case .readingHandIns: 204
    case .drawnOf: 205
    case .placeInOrder: 206
    case .medianOf: 207
    case .triedBy: 208
    case .bothPutIn: 209
    case .mostAnswered: 210
    case .gavePoints: 211
    case .handInDoesNotCount: 212
    case .pageOf: 213
    case .lessonMinutes: 214
    case .lessonsCaption: 215
    case .halfStepsTaken: 216
    case .pointsDrawn: 217
    case .logLikelihoodWanted: 218
    case .toleranceOwners: 219
    case .toleranceMove: 220
    case .toleranceGain: 221
    case .toleranceCount: 222
    case .toleranceMystery: 223
    case .markOwners: 224
    case .markMove: 225
    case .markOrder: 226
    case .markGain: 227
    case .markCount: 228
    case .markDiagnosis: 229
    case .markMystery: 230
    case .yourMarks: 231
    case .hasCollapsed: 232
    case .halfStepCount: 233
    case .toDoIs: 234
    case .gateReaches: 235
    case .draftNoText: 236
    case .draftNoQuestion: 237
    case .mostPages: 238
    case .saysData: 239
    case .saysMixture: 240
    case .saysGroups: 241
    case .saysOpen: 242
    case .saysTool: 243
    case .saysAxes: 244
    case .saysFocus: 245
    case .saysCursor: 246
    case .saysCursorOn: 247
    case .saysFacts: 248
    case .saysFact: 249
    case .saysControls: 250
    case .speechMissing: 251
    }
  }
}
