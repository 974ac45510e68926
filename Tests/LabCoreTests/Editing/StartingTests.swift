import GaussianMixtures
import Testing

@testable import LabCore

/// Starts that take a while, and starts that wait.
struct StartingTests {
  /// More points than a start is placed among at once.
  private func crowd() -> LabState {
    let count = LabState.instantStartPoints + 1
    return LabState.on((0..<count).map { (Double($0 % 97), Double($0 * 7 % 89)) }, components: 3)
  }

  private static let changes: [Command] = [
    .option(.set(.tolerance(1e-3))), .option(.set(.floor(1e-3))), .option(.set(.onEmpty(.keep))),
    .option(.set(.family(.diagonal))), .option(.set(.seed(99))),
    .edit(.beginPainting(DataPoint(5, 5), radius: DataSize(1, 1))),
    .edit(.beginErasing(DataPoint(5, 5), radius: DataSize(9, 9))), .start(.setComponentCount(5)), .view(.toggleAspect),
    .run(.togglePlay), .run(.stepForward), .run(.runToConvergence), .run(.restart), .interface(.dismiss),
  ]

  @Test(arguments: changes)
  func aStartThatIsBeingDrawnSurvivesWhateverIsDone(_ change: Command) throws {
    var state = crowd()
    state.apply(.option(.set(.startKind(.kMeans))))
    #expect(state.document.startState == .awaited && state.isComputing)
    state.apply(change)
    #expect(state.document.startState == .awaited)
    try expectAsked(for: state)
    state.performPendingWork()
    try expectDrawn(state)
  }

  @Test func undoAndRedoBringBackTheStartThatWasBeingDrawn() throws {
    var state = crowd()
    let before = state.document.start
    state.apply(.option(.set(.startKind(.kMeans))))
    state.apply(.edit(.beginPainting(DataPoint(5, 5), radius: DataSize(1, 1))))
    state.apply(.edit(.endStroke))
    state.apply(.edit(.undo))
    try expectAsked(for: state)
    state.apply(.edit(.undo))
    #expect(state.document.startState == .drawn && state.document.startKind == .randomPoints)
    #expect(state.document.start == before)
    state.apply(.edit(.redo))
    try expectAsked(for: state)
    state.performPendingWork()
    try expectDrawn(state)
  }

  @Test func meansPlacedByHandEndTheWait() {
    var state = crowd()
    state.apply(.option(.set(.startKind(.kMeans))))
    state.perform(.start(.moveMean(0, to: DataPoint(50, 50))))
    #expect(state.document.startState == .drawn && state.document.startOrigin == .placed)
    #expect(state.model.means[0] == [50, 50] && !state.isComputing)
  }

  @Test func tooFewPointsAreWaitedFor() throws {
    var state = crowd()
    state.apply(.option(.set(.startKind(.kMeans))))
    state.apply(.edit(.clearPoints))
    #expect(state.document.startState == .awaited && !state.isComputing && state.blockedReason == .noPoints)
    for index in 0..<3 { state.click(Double(index), Double(index * index)) }
    try expectDrawn(state)
  }

  @Test func aStartThatCannotBeDrawnIsReplacedAndSaid() {
    var state = crowd()
    state.apply(.option(.set(.startKind(.kMeans))))
    state.failComputation(.columnTooFine(column: 0))
    state.performPendingWork()
    #expect(state.announcement?.notice == .startNotDrawn(.columnTooFine(column: 0)))
    #expect(state.document.startKind == .randomPoints && state.document.startState == .drawn)
    #expect(state.runs.current.logLikelihood != nil)
  }

  /// Also of so many points that even random ones are looked for among all: it is not asked for forever.
  @Test func aStartThatNoKindCanDrawIsUniform() {
    var state = crowd()
    state.apply(.option(.set(.startKind(.randomPoints))))
    state.document.startState = .awaited
    state.startFailed(.columnTooFine(column: 0))
    #expect(state.document.startKind == .uniform && state.document.startState == .drawn)
    #expect(state.announcement?.notice == .startNotDrawn(.columnTooFine(column: 0)))
  }

  /// What is erased while a start is being drawn is an edit of its own.
  @Test func aStrokeDuringTheWaitIsUndoneAlone() {
    var state = crowd()
    let count = state.document.points.count
    state.apply(.option(.set(.startKind(.kMeans))))
    state.apply(.edit(.beginErasing(DataPoint(5, 5), radius: DataSize(9, 9))))
    state.performPendingWork()
    #expect(state.document.startState == .drawn && state.document.points.count < count)
    state.perform(.edit(.endStroke), .edit(.undo))
    #expect(state.document.points.count == count)
    #expect(state.document.startKind == .kMeans && state.document.startState == .drawn)
    state.perform(.edit(.undo))
    #expect(state.document.startKind == .randomPoints)
  }

  /// A seed stands for one start in each family, by whichever others it was come to.
  @Test func familiesThereAndBackLeaveTheStartOfTheSeed() {
    var state = LabState.on((0..<40).map { (Double($0 % 7), Double($0 * $0 % 11)) }, components: 2)
    let start = state.document.start
    state.perform(.option(.set(.family(.spherical))))
    #expect(state.document.start != start)
    state.perform(.option(.set(.family(.full))))
    #expect(state.document.start == start && state.document.startOrigin == .seeded)
  }

  @Test func openingManyPointsWithKMeansWaitsForNothing() throws {
    let points = crowd().document.points
    let source = DataSource(name: .file("Crowd"), columnNames: ["x", "y"], x: points.x, y: points.y, aspect: .equal)
    var state = LabState(source: source, componentCount: 4, seed: 3, startKind: .kMeans)
    #expect(state.document.startState == .awaited && state.model.componentCount == 4)
    try expectAsked(for: state)
    state.performPendingWork()
    try expectDrawn(state)
    state.receive(source)
    try expectDrawn(state)
  }

  private func expectAsked(for state: LabState) throws {
    let pending = try #require(state.pendingComputation)
    guard case .drawStart(let kind, let count, let family, let floor, let seed) = pending.computation.task else {
      throw Unexpected()
    }
    #expect(kind == .kMeans && count == state.document.componentCount)
    #expect(family == state.document.options.family && floor == state.document.options.floor)
    #expect(seed == state.document.startSeed)
    #expect(pending.computation.points.revision == state.document.points.revision)
  }

  private func expectDrawn(_ state: LabState) throws {
    let expected = try StartKind.kMeans.makeStart(
      data: Dataset(columns: state.coordinates), componentCount: state.document.componentCount,
      family: state.document.options.family, seed: state.document.startSeed)
    #expect(state.document.start == expected && state.document.startState == .drawn)
    #expect(state.document.startOrigin == .seeded && state.runs.current.start == expected)
  }

  private struct Unexpected: Error {}

  // MARK: - The empty canvas

  @Test func anEmptyCanvasHasNoModel() {
    var state = LabState.opened()
    state.perform(.edit(.openExample(.empty)))
    #expect(!state.document.hasModel && state.blockedReason == .noPoints)
    for index in 0..<8 { state.click(Double(index), Double(index * index % 5)) }
    #expect(!state.document.hasModel && !state.isComputing)
    state.perform(.edit(.undo))
    #expect(!state.document.hasModel)
  }

  @Test(arguments: [Command.Run.togglePlay, .stepForward, .runToConvergence])
  func runningEMBringsAModel(_ command: Command.Run) {
    var state = LabState(example: .empty)
    for index in 0..<8 { state.click(Double(index), Double(index * index % 5)) }
    state.perform(.run(command))
    #expect(state.document.hasModel && state.model.componentCount == 3)
    #expect(
      state.document.start.means.allSatisfy { mean in
        zip(state.document.points.x, state.document.points.y).contains { $0 == mean[0] && $1 == mean[1] }
      })
    #expect(state.runs.current.logLikelihood != nil)
  }

  @Test func theFirstMeanIsTheFirstComponent() {
    var state = LabState(example: .empty)
    state.perform(.start(.moveMean(0, to: DataPoint(1, 1))), .start(.removeMean(0)))
    #expect(!state.document.hasModel)
    state.perform(.start(.addMean(DataPoint(2, 3))))
    #expect(state.document.hasModel && state.model.means == [[2, 3]] && state.runs.shown.identities == [0])
    state.perform(.start(.addMean(DataPoint(5, 5))))
    #expect(state.model.componentCount == 2)
    state.perform(.edit(.undo), .edit(.undo))
    #expect(!state.document.hasModel)
  }

  @Test func settingsOfAnEmptyCanvasWaitForTheModel() {
    var state = LabState(example: .empty)
    state.perform(.start(.setComponentCount(5)), .option(.set(.startKind(.uniform))), .option(.set(.seed(4))))
    #expect(!state.document.hasModel && state.document.componentCount == 5)
    for index in 0..<8 { state.click(Double(index), Double(index * index % 5)) }
    state.perform(.run(.stepForward))
    #expect(state.model.componentCount == 5 && state.document.startKind == .uniform)
  }

  // MARK: - Letters

  @Test func componentsKeepTheirLettersWhenOthersGo() {
    var state = LabState.opened()
    state.perform(.start(.removeMean(1)))
    #expect(state.runs.shown.identities == [0, 2])
    state.perform(.run(.stepIteration), .run(.restart))
    #expect(state.runs.shown.identities == [0, 2])
    state.perform(.start(.addMean(DataPoint(9, 9))))
    #expect(state.runs.shown.identities == [0, 2, 1], "the free letter comes back")
    state.perform(.start(.setComponentCount(5)))
    #expect(state.runs.shown.identities == [0, 2, 1, 3, 4])
    state.perform(.start(.newStart))
    #expect(state.runs.shown.identities == [0, 1, 2, 3, 4])
  }

  /// A press that moves nothing is no edit, also where the start that was waited for comes while it lasts.
  @Test func aStartThatComesDuringAPressIsNoEdit() {
    var generator = SeededGenerator(seed: 1)
    let points = (0..<6000).map { _ in (generator.gaussian(), generator.gaussian()) }
    var state = LabState.on(points, components: 2)
    state.perform(.option(.set(.startKind(.kMeans))))
    state.apply(.start(.newStart))
    let (undo, ticket) = (state.history, state.pendingComputation?.ticket)
    state.apply(.start(.beginShaping(.mean(0))))
    #expect(ticket != nil)
    state.performPendingWork()
    state.perform(.start(.endShaping))
    #expect(state.history == undo)
  }
}
