import Foundation
import GaussianMixtures
import Testing

@testable import LabCore

struct LayersTests {
  @Test func layersAreSwitchedAndReset() {
    var state = LabState.opened()
    #expect(state.layers == .usual && state.layers.shows(.points) && !state.layers.shows(.contours))
    state.perform(.view(.toggleLayer(.contours)), .view(.toggleLayer(.points)))
    #expect(state.layers.shows(.contours) && !state.layers.shows(.points))
    state.perform(.view(.toggleLayer(.contours)), .view(.setLayers(.usual)))
    #expect(state.layers == .usual && !state.canUndo)
  }

  /// The model hides everything of it, and what was switched on comes back with it.
  @Test func theModelHidesWhatIsOfIt() {
    var state = LabState.opened()
    state.perform(.view(.toggleLayer(.regions)), .view(.toggleLayer(.model)))
    for layer in CanvasLayer.allCases where layer != .points { #expect(!state.layers.shows(layer), "\(layer)") }
    #expect(state.layers.shows(.points))
    state.perform(.view(.toggleLayer(.model)))
    #expect(state.layers.shows(.regions) && state.layers.shows(.oneSigma))
  }

  @Test func aFileNamesThoseThatAreOn() throws {
    let layers = Layers([.regions, .points, .model])
    let written = try JSONEncoder().encode(layers)
    #expect(String(decoding: written, as: UTF8.self) == #"["points","regions","model"]"#)
    #expect(try JSONDecoder().decode(Layers.self, from: written) == layers)
  }

  @Test func escapeClosesTheListAfterWhatLiesOverIt() {
    var state = LabState.opened()
    state.perform(.interface(.toggleLayers), .interface(.toggleOverlay(.help)), .interface(.dismiss))
    #expect(state.interface.showsLayers && state.interface.overlay == nil)
    state.perform(.interface(.dismiss))
    #expect(!state.interface.showsLayers)
  }
}

/// The groups that a file names, and who owns each point.
struct AgreementTests {
  /// Two far groups of points, the first three called 0.
  private var labelled: LabState {
    let x = [0.0, 0.4, 0.1, 0.3, 9, 9.2, 9.5, 9.1]
    let y = [0.0, 0.3, 0.5, 0.2, 9, 9.4, 9.1, 9.3]
    let source = DataSource(
      name: .file("Two"), columnNames: ["a", "b"], x: x, y: y, aspect: .equal,
      truth: DataSource.Truth(column: "kind", groups: [0, 0, 0, 0, 1, 1, 1, 1]))
    var state = LabState(source: source, componentCount: 2, seed: 3)
    state.performPendingWork()
    return state
  }

  @Test func theModelIsHeldAgainstTheFile() {
    var state = labelled
    #expect(state.document.truthColumn == "kind" && state.document.points.groups.count == 8)
    state.perform(.start(.moveMean(0, to: DataPoint(9, 9))), .start(.moveMean(1, to: DataPoint(0, 0))))
    state.perform(.run(.runToConvergence))
    #expect(state.agreement == nil, "nobody asked")
    state.perform(.view(.toggleLayer(.truth)))
    #expect(state.agreement?.index == 1 && state.agreement?.letters == [0: 1, 1: 0])
    state.perform(.view(.toggleLayer(.model)))
    #expect(state.agreement == nil, "it would tell of the model")
  }

  /// One point agrees with whatever groups it; so do none.
  @Test func agreementTakesTwoPointsWithAGroup() {
    var state = labelled
    state.perform(.run(.stepForward), .view(.toggleLayer(.truth)))
    for corner in [9.0, 0] {
      let near = DataRect(minX: corner - 1, minY: corner - 1, maxX: corner + 1, maxY: corner + 1)
      state.perform(
        .edit(.beginErasing(near.center, radius: DataSize(near.width, near.height))), .edit(.endStroke),
        .edit(.beginPainting(near.center, radius: DataSize(1, 1))), .edit(.endStroke), .run(.stepForward))
    }
    #expect(state.document.points.count > 1 && state.document.points.groups.allSatisfy { $0 == -1 })
    #expect(state.runs.shown.owners != nil && state.agreement == nil)
  }

  @Test func groupsStayWithTheirPoints() {
    var state = labelled
    state.perform(
      .edit(.beginErasing(DataPoint(0, 0), radius: DataSize(0.05, 0.05))), .edit(.endStroke),
      .edit(.beginPainting(DataPoint(5, 5), radius: DataSize(1, 1))), .edit(.endStroke))
    #expect(state.document.points.groups == [0, 0, 0, 1, 1, 1, 1, -1])
    state.perform(.edit(.undo), .edit(.undo))
    #expect(state.document.points.groups == [0, 0, 0, 0, 1, 1, 1, 1])
  }

  @Test func whoChangesOwnerIsFollowed() {
    var state = LabState.opened()
    state.perform(.tick(1), .run(.stepForward))
    #expect(state.ownerChange == nil, "before the first E-step nobody owned anything")
    state.perform(.tick(2), .run(.stepForward), .tick(3), .run(.stepForward))
    let change = state.ownerChange
    #expect(change != nil)
    let (before, after) = (state.steps[1].owners, state.steps[3].owners)
    let changed = state.document.points.indices.filter { point in
      let place = [state.document.points.x[point], state.document.points.y[point]]
      func owner(_ owners: Owners?) -> Int? { try? owners?.model.predict([place]).first }
      return owner(before) != owner(after)
    }
    #expect(change?.points == changed)
    #expect(change?.pulse(at: 3.1) != nil && change?.pulse(at: 3.5) == nil)
    state.perform(.tick(4), .run(.stepForward))
    #expect(state.ownerChange == nil)
  }
}
