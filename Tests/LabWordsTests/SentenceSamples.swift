@testable import LabWords

extension Sentence {
  /// One of each. The switch below does not compile when a case is missing from it, which is the moment to add it above.
  static let samples: [Sentence] = [
    .pointCount(count: 2),
    .expectedPoints(expected: "x", points: 2),
    .weightWaits(next: "x"),
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
  ]

  /// The place of a case among the samples.
  var sampleIndex: Int {
    switch self {
    case .pointCount: 0
    case .expectedPoints: 1
    case .weightWaits: 2
    case .startSeed: 3
    case .stopsBelow: 4
    case .convergedBelow: 5
    case .floorHoldsUp: 6
    case .stoppedAtLimit: 7
    case .lookingBack: 8
    case .readingFile: 9
    case .tryFamily: 10
    case .fitUpTo: 11
    case .fittedOf: 12
    case .fromStarts: 13
    case .candidate: 14
    case .flooredCandidate: 15
    case .bestCandidate: 16
    case .adoptCandidate: 17
    case .pointNumber: 18
    case .pair: 19
    case .enumeration: 20
    case .adopted: 21
    case .tooManyComponents: 22
    case .addMorePoints: 23
    case .causeAndRemedy: 24
    case .lostPoints: 25
    case .collapsedOnto: 26
    case .wentFlat: 27
    case .tooFewPoints: 28
    case .columnTooLarge: 29
    case .columnTooFine: 30
    case .rowNotFinite: 31
    case .sampleWeightUnusable: 32
    case .flatComponent: 33
    case .outOfReach: 34
    case .collapsedIn: 35
    case .sharedCollapsedIn: 36
    case .optionOutOfRange: 37
    case .fileMissing: 38
    case .fileIsFolder: 39
    case .notAFile: 40
    case .noPermission: 41
    case .notReadable: 42
    case .notATable: 43
    case .fileEmpty: 44
    case .noNumbers: 45
    case .oneColumn: 46
    case .notANumber: 47
    case .emptyCell: 48
    case .raggedLine: 49
    case .raggedLines: 50
    case .strayQuote: 51
    case .unclosedQuote: 52
    case .fileTooLarge: 53
    }
  }
}
