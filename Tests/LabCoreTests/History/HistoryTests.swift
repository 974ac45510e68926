import GaussianMixtures
import Testing

@testable import LabCore

struct HistoryTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    let commands: [Command]
    var testDescription: String { name }
  }

  static let edits: [Edit] = [
    Edit(
      name: "point", commands: [.edit(.beginPainting(DataPoint(1, 2), radius: DataSize(1, 1))), .edit(.endStroke)]),
    Edit(
      name: "spray",
      commands: [
        .edit(.beginPainting(DataPoint(1, 2), radius: DataSize(1, 1))), .edit(.moveStroke(DataPoint(4, 4))), .tick(101),
        .tick(101.1),
        .tick(101.2), .edit(.endStroke),
      ]),
    Edit(
      name: "erase",
      commands: [
        .edit(.beginErasing(DataPoint(0, 0), radius: DataSize(2, 2))), .edit(.moveStroke(DataPoint(5, 0))),
        .edit(.endStroke),
      ]),
    Edit(name: "clear", commands: [.edit(.clearPoints)]),
    Edit(name: "add a mean", commands: [.start(.addMean(DataPoint(5, 5)))]),
    Edit(name: "remove a mean", commands: [.start(.removeMean(1))]),
    Edit(
      name: "move a mean",
      commands: [
        .start(.beginShaping(.mean(0))), .start(.moveMean(0, to: DataPoint(1, 1))),
        .start(.moveMean(0, to: DataPoint(2, 3))), .start(.endShaping),
      ]),
    Edit(
      name: "stretch a covariance",
      commands: [
        .start(.beginShaping(.covariance(1, handle: 0))),
        .start(.setCovariance(1, DataCovariance(xx: 3, xy: 1, yy: 2))),
        .start(.setCovariance(1, DataCovariance(xx: 6, xy: 1, yy: 2))), .start(.endShaping),
      ]),
    Edit(name: "more components", commands: [.start(.setComponentCount(7))]),
    Edit(name: "fewer components", commands: [.start(.setComponentCount(1))]),
    Edit(name: "new start", commands: [.start(.newStart)]),
    Edit(name: "open an example", commands: [.edit(.openExample(.ring))]),
    Edit(name: "restart", commands: [.run(.restart)]),
    Edit(name: "axes", commands: [.view(.toggleAspect)]),
  ]

  /// Of the columns that stay on show: other data lie elsewhere in them.
  @Test func undoingOtherDataFitsTheViewToTheColumnsOnShow() {
    var state = LabState.onColumns()
    state.receive(
      DataSource(
        name: .file("far"), columnNames: ["a", "b", "c", "d"], columns: LabState.columns.map { $0.map { 1000 * $0 } },
        choice: ColumnChoice(shown: ColumnPair(across: 2, up: 3), of: 4), aspect: .independent))
    for command in [Command.edit(.undo), .edit(.redo)] {
      state.perform(command)
      #expect(state.document.points.choice?.shown == ColumnPair(across: 2, up: 3))
      #expect(state.viewport == Viewport.fitting(state.document))
    }
  }

  /// Axes that map otherwise show something else: the view is fitted again.
  @Test func undoingAnotherAspectFitsTheView() {
    var state = LabState.opened()
    let elsewhere = Viewport(bounds: DataRect(minX: 0, minY: 0, maxX: 0.1, maxY: 0.1))
    for command in [Command.edit(.undo), .edit(.redo)] {
      if command == .edit(.undo) { state.perform(.view(.toggleAspect)) }
      state.perform(.view(.setViewport(elsewhere)), command)
      let shown = state.viewport
      state.perform(.view(.fit))
      #expect(state.viewport == shown)
    }
  }

  @Test(arguments: edits)
  func everyEditIsOneUndoAndOneRedo(_ edit: Edit) {
    var state = LabState.opened()
    state.perform(.tick(100), .run(.stepIteration), .run(.stepForward))
    let before = Restored(state)
    state.perform(edit.commands)
    let after = Restored(state)
    #expect(after != before)
    #expect(state.canUndo && !state.canRedo)
    state.perform(.edit(.undo))
    #expect(Restored(state) == before)
    #expect(!state.canUndo && state.canRedo)
    state.perform(.edit(.redo))
    #expect(Restored(state) == after)
    #expect(state.canUndo && !state.canRedo)
    state.perform(.edit(.undo))
    #expect(Restored(state) == before)
  }

  @Test func manyEditsAreUndoneInOrder() {
    var state = LabState.opened()
    var kept = [Restored(state)]
    for edit in HistoryTests.edits where edit.name != "restart" {
      state.perform(edit.commands)
      kept.append(Restored(state))
    }
    for expected in kept.reversed().dropFirst() {
      state.perform(.edit(.undo))
      #expect(Restored(state) == expected)
    }
    #expect(!state.canUndo)
    for expected in kept.dropFirst() {
      state.perform(.edit(.redo))
      #expect(Restored(state) == expected)
    }
    #expect(!state.canRedo)
  }

  @Test func anEditAfterAnUndoForgetsWhatWasUndone() {
    var state = LabState.opened()
    state.click(0, 0)
    state.perform(.edit(.undo))
    state.click(5, 5)
    #expect(!state.canRedo)
    state.perform(.edit(.redo))
    #expect(state.document.points[150] == DataPoint(5, 5))
  }

  @Test func undoWithNothingToUndoDoesNothing() {
    var state = LabState.opened()
    let before = Restored(state)
    state.perform(.edit(.undo), .edit(.redo), .edit(.undo))
    #expect(Restored(state) == before)
  }

  @Test func pressingWithoutMovingIsNoEdit() {
    var state = LabState.opened()
    state.perform(
      .start(.beginShaping(.mean(0))), .start(.endShaping), .start(.setComponentCount(3)), .start(.removeMean(9)),
      .run(.restart))
    #expect(!state.canUndo)
  }

  @Test func historyForgetsTheOldestBeyondItsLimit() {
    var state = LabState.on([], components: 1)
    for index in 0..<(History.limit + 20) { state.click(Double(index), 0) }
    var undone = 0
    while state.canUndo {
      state.perform(.edit(.undo))
      undone += 1
    }
    #expect(undone == History.limit && state.document.points.count == 20)
  }

  @Test func historyOfHugeDataStaysAffordableAndKeepsTheLatest() {
    var document = LabState.opened().document
    var history = History(byteLimit: 200_000)
    var revisions = 1000
    func cloud(of count: Int) -> PointCloud {
      revisions += 1
      return PointCloud(
        x: Array(repeating: 0, count: count), y: Array(repeating: 1, count: count), revision: Revision(revisions))
    }
    for size in [5000, 5000, 5000, 90_000] {
      document.points = cloud(of: size)
      history.record(document)
    }
    // The latest is kept, though it is larger than all that is allowed.
    #expect(history.undo(from: document)?.points.count == 90_000)
    #expect(!history.canUndo)
    for _ in 0..<5 {
      document.points = cloud(of: 5000)
      history.record(document)
    }
    var kept = 0
    while history.undo(from: document) != nil { kept += 1 }
    #expect(kept == 2, "of 80,000 bytes and something for the run each")
  }

  @Test func pointsAndRunsThatDocumentsShareCountOnce() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration))
    var size = DocumentSize()
    size.add(state.document)
    let once = size.bytes
    for _ in 0..<20 { size.add(state.document) }
    #expect(size.bytes == once && once > 150 * 16)
    state.perform(.start(.newStart))
    size.add(state.document)
    #expect(size.bytes > once && size.bytes < once + 150 * 16)
  }

  @Test func longRunsAreForgottenBeforeTheyFillTheMemory() {
    var state = LabState.opened(EMOptions(tolerance: 0, maximumIterations: 50))
    var size = DocumentSize()
    for _ in 0..<12 {
      state.perform(.run(.runToConvergence), .start(.newStart))
      size.add(state.document)
    }
    // What a run of 50 iterations takes, for five earlier runs at a time, not for all pairs of document and run.
    #expect(size.bytes < 12 * 100 * 700)
  }

  /// Two files may have one name: undo shows the data it brings back.
  @Test func undoOfOpeningANamesakeShowsTheDataAgain() {
    var state = LabState.opened()
    state.receive(.points([(0, 0), (3, 3), (1, 2)], name: "data"))
    let view = state.viewport
    state.receive(.points([(1000, 1000), (1003, 1003), (1001, 1002)], name: "data"))
    #expect(state.viewport != view)
    state.perform(.edit(.undo))
    #expect(state.viewport == view)
  }
}

/// What undo must bring back.
private struct Restored: Equatable {
  let name: DataName
  let columns: [String]
  let coordinates: [[Double]]
  let start: GaussianMixture
  let seed: UInt64
  let aspect: Aspect
  let steps: [RunStep]
  let cursor: Int
  let earlier: [Runs.Earlier]

  init(_ state: LabState) {
    name = state.document.name
    columns = state.document.columnNames
    coordinates = state.coordinates
    start = state.document.start
    seed = state.document.startSeed
    aspect = state.document.aspect
    steps = state.steps
    cursor = state.runs.cursor
    earlier = state.runs.earlier
  }
}
