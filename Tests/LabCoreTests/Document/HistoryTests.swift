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
      name: "point", commands: [.beginPainting(DataPoint(1, 2), radius: DataSize(1, 1)), .endStroke]),
    Edit(
      name: "spray",
      commands: [
        .beginPainting(DataPoint(1, 2), radius: DataSize(1, 1)), .moveStroke(DataPoint(4, 4)), .tick(101), .tick(101.1),
        .tick(101.2), .endStroke,
      ]),
    Edit(
      name: "erase",
      commands: [
        .beginErasing(DataPoint(0, 0), radius: DataSize(2, 2)), .moveStroke(DataPoint(5, 0)), .endStroke,
      ]),
    Edit(name: "clear", commands: [.clearPoints]),
    Edit(name: "add a mean", commands: [.addMean(DataPoint(5, 5))]),
    Edit(name: "remove a mean", commands: [.removeMean(1)]),
    Edit(
      name: "move a mean",
      commands: [
        .beginShaping(.mean(0)), .moveMean(0, to: DataPoint(1, 1)), .moveMean(0, to: DataPoint(2, 3)), .endShaping,
      ]),
    Edit(
      name: "stretch a covariance",
      commands: [
        .beginShaping(.covariance(1, handle: 0)), .setCovariance(1, CovarianceMatrix([[3, 1], [1, 2]])),
        .setCovariance(1, CovarianceMatrix([[6, 1], [1, 2]])), .endShaping,
      ]),
    Edit(name: "more components", commands: [.setComponentCount(7)]),
    Edit(name: "fewer components", commands: [.setComponentCount(1)]),
    Edit(name: "new start", commands: [.newStart]),
    Edit(name: "open data", commands: [.open(.points([(1, 2), (3, 4), (5, 7)]))]),
    Edit(name: "open an example", commands: [.openExample(.ring)]),
    Edit(name: "restart", commands: [.restart]),
    Edit(name: "axes", commands: [.toggleAspect]),
  ]

  @Test(arguments: edits)
  func everyEditIsOneUndoAndOneRedo(_ edit: Edit) {
    var state = LabState.opened()
    state.perform(.tick(100), .stepIteration, .stepForward)
    let before = Restored(state)
    state.perform(edit.commands)
    let after = Restored(state)
    #expect(after != before)
    #expect(state.canUndo && !state.canRedo)
    state.perform(.undo)
    #expect(Restored(state) == before)
    #expect(!state.canUndo && state.canRedo)
    state.perform(.redo)
    #expect(Restored(state) == after)
    #expect(state.canUndo && !state.canRedo)
    state.perform(.undo)
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
      state.perform(.undo)
      #expect(Restored(state) == expected)
    }
    #expect(!state.canUndo)
    for expected in kept.dropFirst() {
      state.perform(.redo)
      #expect(Restored(state) == expected)
    }
    #expect(!state.canRedo)
  }

  @Test func anEditAfterAnUndoForgetsWhatWasUndone() {
    var state = LabState.opened()
    state.click(0, 0)
    state.perform(.undo)
    state.click(5, 5)
    #expect(!state.canRedo)
    state.perform(.redo)
    #expect(state.document.points[150] == DataPoint(5, 5))
  }

  @Test func undoWithNothingToUndoDoesNothing() {
    var state = LabState.opened()
    let before = Restored(state)
    state.perform(.undo, .redo, .undo)
    #expect(Restored(state) == before)
  }

  @Test func pressingWithoutMovingIsNoEdit() {
    var state = LabState.opened()
    state.perform(.beginShaping(.mean(0)), .endShaping, .setComponentCount(3), .removeMean(9), .restart)
    #expect(!state.canUndo)
  }

  @Test func historyForgetsTheOldestBeyondItsLimit() {
    var state = LabState.on([], components: 1)
    for index in 0..<(History.limit + 20) { state.click(Double(index), 0) }
    var undone = 0
    while state.canUndo {
      state.perform(.undo)
      undone += 1
    }
    #expect(undone == History.limit && state.document.points.count == 20)
  }

  @Test func historyOfHugeDataStaysAffordableAndKeepsTheLatest() {
    var history = History()
    let start = LabState.opened().document
    for size in [5_000_000, 5_000_000, 5_000_000] {
      var document = start
      document.points = PointCloud(
        x: [Double](repeating: 0, count: size), y: [Double](repeating: 0, count: size), revision: Revision(size))
      history.record(document)
    }
    #expect(history.undo(from: start)?.points.count == 5_000_000)
    #expect(history.undo(from: start) == nil)
  }
}

/// What undo must bring back.
private struct Restored: Equatable {
  let name: String
  let columns: [String]
  let coordinates: [[Double]]
  let start: GaussianMixture
  let seed: UInt64
  let aspect: Aspect
  let steps: [Step]
  let cursor: Int
  let earlier: [Curve]

  init(_ state: LabState) {
    name = state.document.name
    columns = state.document.columnNames
    coordinates = state.coordinates
    start = state.document.start
    seed = state.document.startSeed
    aspect = state.document.aspect
    steps = state.steps
    cursor = state.timeline.cursor
    earlier = state.timeline.earlier
  }
}
