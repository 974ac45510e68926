@testable import LabWords

extension Sentence {
  /// One of each. The switch below does not compile when a case is missing from it, which is the moment to add it above.
  static let samples: [Sentence] = [
    .pointCount(count: 2),
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
    .workWasKept(moment: "x"),
    .workIsSetAside(moment: "x"),
    .contents(points: 2, components: 2, halfSteps: 2),
    .freshKeepsOthers(others: 2),
    .yesterdayAt(time: "x"),
    .workFrom(moment: "x"),
    .workInRecent(moment: "x"),
    .nothingIsKept(reason: "x"),
  ]

  /// The place of a case among the samples.
  var sampleIndex: Int {
    switch self {
    case .pointCount: 0
    case .expectedPoints: 29
    case .weightWaits: 30
    case .editedData: 31
    case .startSeed: 32
    case .stopsBelow: 33
    case .convergedBelow: 34
    case .floorHoldsUp: 35
    case .stoppedAtLimit: 36
    case .lookingBack: 37
    case .readingFile: 38
    case .tryFamily: 39
    case .fitUpTo: 40
    case .fittedOf: 41
    case .fromStarts: 42
    case .candidate: 43
    case .flooredCandidate: 44
    case .bestCandidate: 45
    case .adoptCandidate: 46
    case .pointNumber: 47
    case .pair: 48
    case .enumeration: 49
    case .adopted: 50
    case .tooManyComponents: 51
    case .addMorePoints: 52
    case .causeAndRemedy: 53
    case .lostPoints: 54
    case .collapsedOnto: 55
    case .wentFlat: 56
    case .tooFewPoints: 57
    case .columnTooLarge: 58
    case .columnTooFine: 59
    case .rowNotFinite: 60
    case .sampleWeightUnusable: 61
    case .flatComponent: 62
    case .outOfReach: 63
    case .collapsedIn: 64
    case .sharedCollapsedIn: 65
    case .optionOutOfRange: 66
    case .sceneUnusable: 153
    case .savedAs: 154
    case .fileMissing: 67
    case .fileIsFolder: 68
    case .notAFile: 69
    case .noPermission: 70
    case .notReadable: 71
    case .notATable: 72
    case .fileEmpty: 73
    case .noNumbers: 74
    case .oneColumn: 75
    case .notANumber: 76
    case .emptyCell: 77
    case .raggedLine: 78
    case .raggedLines: 79
    case .strayQuote: 80
    case .unclosedQuote: 81
    case .fileTooLarge: 82
    case .nothingComplete: 83
    case .raceStarts: 84
    case .runMoreStarts: 85
    case .allStartsRun: 86
    case .racedOf: 87
    case .countOf: 88
    case .seedRange: 89
    case .bestSeed: 90
    case .ofSeed: 91
    case .andMore: 92
    case .adoptedSeed: 93
    case .runNumber: 94
    case .runsAreKept: 95
    case .returnTo: 96
    case .fromSeed: 97
    case .fromRun: 98
    case .fromRunAt: 99
    case .iterationCount: 100
    case .belowTheBest: 101
    case .pairOfFacts: 102
    case .runsAreKeptShort: 103
    case .iterationsShort: 104
    case .laneAt: 105
    case .laneParameters: 106
    case .laneComponents: 107
    case .laneSeed: 108
    case .lowestBICBy: 109
    case .lowestBICSoFar: 110
    case .highestBy: 111
    case .highestSoFar: 112
    case .disagree: 113
    case .component: 114
    case .byHandBelow: 115
    case .byHandAbove: 116
    case .agreement: 117
    case .ownersChanged: 118
    case .divergence: 119
    case .readout: 120
    case .galleryCaption: 121
    case .componentsOfData: 122
    case .stampedAxes: 123
    case .stampedLine: 124
    case .stampedRing: 125
    case .tooManyPoints: 126
    case .guessedOf: 127
    case .pointsGuessed: 128
    case .givenPoints: 129
    case .missedEven: 130
    case .missedClearly: 131
    case .youSaidLetter: 132
    case .shareOf: 133
    case .moreRinged: 134
    case .farthestPlace: 135
    case .farthestShape: 136
    case .farthestShapes: 137
    case .farthestWeights: 138
    case .likelihoods: 139
    case .revealBIC: 140
    case .countSaid: 141
    case .countNext: 142
    case .countDone: 143
    case .mysteryName: 144
    case .placesOff: 145
    case .shapesOff: 146
    case .weightsOff: 147
    case .countOfTruth: 148
    case .countIsRight: 149
    case .countIsWrong: 150
    case .couldOverlap: 151
    case .componentTruth: 152
    case .kilobytes: 155
    case .megabytes: 156
    case .exportPixels: 157
    case .exportRange: 158
    case .exportFrames: 159
    case .exportLength: 160
    case .writingFrame: 161
    case .writingPercent: 162
    case .bytesSoFar: 163
    case .exportedAs: 164
    case .plateIteration: 165
    case .plateLogL: 166
    case .plateSquares: 167
    case .plateShape: 168
    case .pointsAndColumns: 169
    case .pointsAndSome: 170
    case .scaledPoints: 171
    case .modelSees: 172
    case .absentLayer: 173
    case .scaledColumn: 174
    case .showPair: 175
    case .columnAcross: 176
    case .columnUp: 177
    case .columnInModel: 178
    case .farthestPlaceAndShape: 179
    case .lowestBICShared: 180
    case .highestShared: 181
    case .numbered: 182
    case .rowsAndColumns: 1
    case .aboutRowsAndColumns: 2
    case .inEncoding: 3
    case .wasFound: 4
    case .wasSet: 5
    case .readAs: 6
    case .moreRows: 7
    case .moreColumns: 8
    case .rowsSkipped: 9
    case .rowsWithGaps: 10
    case .rowsWithWords: 11
    case .emptyInRows: 12
    case .noNumberInRows: 13
    case .rowList: 14
    case .moreOfThem: 15
    case .allColumns: 16
    case .firstColumns: 17
    case .columnsBeyond: 18
    case .pointsLeftOut: 19
    case .aboutCount: 20
    case .modelDoesNotFit: 21
    case .modelIsTooLarge: 22
    case .settingsUnusable: 23
    case .addsToRecent: 24
    case .becomesTheModel: 25
    case .dateToday: 26
    case .dateInYear: 27
    case .dateOfYear: 28
    case .workWasKept: 183
    case .workIsSetAside: 184
    case .contents: 185
    case .freshKeepsOthers: 186
    case .yesterdayAt: 187
    case .workFrom: 188
    case .workInRecent: 189
    case .nothingIsKept: 190
    }
  }
}
