import GaussianMixtures
import Testing

@testable import LabCore

/// Choosing points, and what is done with them: each one edit, and exact to undo.
struct SelectionTests {
  private static let places: [(Double, Double)] = [(0, 0), (1, 0), (2, 0), (0, 5), (1, 5)]

  private func lab() -> LabState { .on(SelectionTests.places, components: 1) }

  private func marquee(
    _ state: inout LabState, _ from: DataPoint, _ to: DataPoint, _ change: SelectionChange = .replace
  ) {
    state.perform(.select(.beginMarquee(from, change)), .select(.drag(to: to)), .select(.end))
  }

  private func chosen(_ state: LabState) -> [Int] {
    state.chosenPoints.map { chosen in chosen.mask.indices.filter { chosen.mask[$0] } } ?? []
  }

  @Test func aMarqueeChoosesWhatLiesInIt() {
    var state = lab()
    marquee(&state, DataPoint(-1, 1), DataPoint(1.5, -1))
    #expect(chosen(state) == [0, 1])
    marquee(&state, DataPoint(-1, 4), DataPoint(0.5, 6), .add)
    #expect(chosen(state) == [0, 1, 3])
    marquee(&state, DataPoint(0.5, -9), DataPoint(9, 9), .remove)
    #expect(chosen(state) == [0, 3])
    marquee(&state, DataPoint(8, 8), DataPoint(9, 9))
    #expect(state.chosenPoints == nil && !state.canUndo, "to choose is no edit")
    state.perform(.select(.all))
    #expect(chosen(state) == [0, 1, 2, 3, 4])
    state.perform(.select(.nothing))
    #expect(state.chosenPoints == nil)
  }

  @Test func whatAMarqueeChoosesIsSeenWhileItIsDrawn() {
    var state = lab()
    state.perform(.select(.beginMarquee(DataPoint(-1, -1), .replace)), .select(.drag(to: DataPoint(2.5, 1))))
    #expect(chosen(state) == [0, 1, 2])
    state.perform(.select(.drag(to: DataPoint(0.5, 1))))
    #expect(chosen(state) == [0])
  }

  @Test func escapeGivesUpWhatIsDragged() {
    var state = lab()
    marquee(&state, DataPoint(-1, -1), DataPoint(0.5, 1))
    state.perform(
      .select(.beginMarquee(DataPoint(-9, -9), .replace)), .select(.drag(to: DataPoint(9, 9))), .interface(.dismiss))
    #expect(chosen(state) == [0] && state.gesture == nil && state.interface.drag == nil)
    state.perform(
      .select(.beginCarrying(DataPoint(0, 0), copies: false)), .select(.drag(to: DataPoint(5, 5))),
      .interface(.dismiss))
    #expect(state.coordinates == lab().coordinates && !state.canUndo)
  }

  @Test func carryingMovesOnceAndOnRelease() {
    var state = lab()
    state.perform(.select(.choose(0, .replace)), .select(.choose(4, .add)))
    state.perform(.select(.beginCarrying(DataPoint(0, 0), copies: false)))
    for step in 1...10 { state.perform(.select(.drag(to: DataPoint(Double(step), -1)))) }
    #expect(state.coordinates == lab().coordinates, "until then it is a picture")
    state.perform(.select(.end))
    #expect(state.document.points[0] == DataPoint(10, -1) && state.document.points[4] == DataPoint(11, 4))
    #expect(chosen(state) == [0, 4] && state.document.isEdited)
    #expect(state.document.points.bounds == DataRect(minX: 0, minY: -1, maxX: 11, maxY: 5))
    state.perform(.edit(.undo))
    #expect(state.coordinates == lab().coordinates && !state.canUndo)
    state.perform(.edit(.redo))
    #expect(state.document.points[0] == DataPoint(10, -1))
  }

  @Test func copiesAreChosenThen() {
    var state = lab()
    state.perform(.select(.choose(1, .replace)), .select(.beginCarrying(DataPoint(1, 0), copies: true)))
    state.perform(.select(.drag(to: DataPoint(3, 3))), .select(.end))
    #expect(state.document.points.count == 6 && state.document.points[5] == DataPoint(3, 3))
    #expect(chosen(state) == [5])
    state.perform(.select(.duplicate(DataSize(1, 1))))
    #expect(state.document.points[6] == DataPoint(4, 4) && chosen(state) == [6])
    state.perform(.edit(.undo), .edit(.undo))
    #expect(state.coordinates == lab().coordinates && !state.canUndo)
  }

  @Test func deletingTakesTheChosenAway() {
    var state = lab()
    state.perform(.select(.delete))
    #expect(state.document.points.count == 5 && !state.canUndo)
    marquee(&state, DataPoint(-1, -1), DataPoint(1.5, 1))
    state.perform(.select(.delete))
    #expect(state.coordinates == [[2, 0, 1], [0, 5, 5]] && state.chosenPoints == nil)
    state.perform(.edit(.undo))
    #expect(state.coordinates == lab().coordinates && chosen(state) == [0, 1])
  }

  /// The copies that are being dragged are there, and chosen, before anything is done with what is chosen.
  @Test func deletingWhileCopiesAreDraggedDeletesTheCopies() {
    var state = lab()
    let count = state.document.points.count
    state.perform(
      .select(.all), .select(.beginCarrying(DataPoint(0, 0), copies: true)), .select(.drag(to: DataPoint(3, 3))))
    state.perform(.select(.delete))
    #expect(state.document.points.count == count)
  }

  @Test func nudgingMovesByAStep() {
    var state = lab()
    state.perform(.select(.choose(2, .replace)), .select(.nudge(DataSize(0.25, -0.5))))
    #expect(state.document.points[2] == DataPoint(2.25, -0.5) && chosen(state) == [2])
    state.perform(.select(.nudge(DataSize(0, 0))), .select(.nudge(DataSize(.infinity, 0))))
    state.perform(.edit(.undo))
    #expect(state.coordinates == lab().coordinates && !state.canUndo)
  }

  /// Repeatable, small, and of those that are chosen only – or of all.
  @Test func jitterShakesTheChosenOrAll() {
    func shaken(choosing: Bool) -> LabState {
      var state = lab()
      if choosing { state.perform(.select(.choose(2, .replace))) }
      state.perform(.select(.jitter(DataSize(0.01, 0.02))))
      return state
    }
    let one = shaken(choosing: true)
    #expect(one.coordinates == shaken(choosing: true).coordinates)
    #expect(one.document.points.x[2] != 2 && abs(one.document.points.x[2] - 2) < 0.1)
    #expect(one.document.points.x[0] == 0 && chosen(one) == [2])
    let all = shaken(choosing: false)
    #expect(all.document.points.indices.allSatisfy { all.document.points.x[$0] != SelectionTests.places[$0].0 })
    #expect(all.chosenPoints == nil)
  }

  @Test func otherChangesOfThePointsEndTheSelection() {
    var state = lab()
    state.perform(.select(.all))
    state.click(7, 7)
    #expect(state.chosenPoints == nil)
    state.perform(.select(.choose(5, .replace)), .edit(.undo))
    #expect(chosen(state) == [0, 1, 2, 3, 4], "undo has the points back, and what was chosen of them")
    state.perform(.edit(.redo))
    #expect(chosen(state) == [5])
    state.perform(.select(.nothing))
    state.perform(.select(.choose(99, .replace)), .select(.choose(-1, .add)))
    #expect(state.chosenPoints == nil)
  }

  /// What a file says of a point goes with it; a copy is of its original's group, a stamped point of none.
  @Test func groupsGoWithTheirPoints() {
    var state = lab()
    state.receive(
      DataSource(
        name: .file("Groups"), columnNames: ["x", "y"], x: [0, 1, 2], y: [0, 0, 0], aspect: .equal,
        truth: DataSource.Truth(column: "kind", groups: [4, 5, 6])))
    state.perform(.select(.choose(1, .replace)), .select(.duplicate(DataSize(0, 1))))
    #expect(state.document.points.groups == [4, 5, 6, 5])
    state.perform(.select(.choose(0, .replace)), .select(.delete))
    #expect(state.document.points.groups == [5, 6, 5])
    state.perform(
      .stamp(.setCount(2)), .stamp(.begin(DataPoint(0, 0))),
      .stamp(.drag(along: DataSize(1, 0), across: DataSize(0, 1))), .stamp(.end))
    #expect(state.document.points.groups == [5, 6, 5, -1, -1])
  }

  @Test func copiesEndSomewhere() {
    var state = lab()
    let count = LabState.mostPointsByHand - 2
    state.document.points = PointCloud(
      x: (0..<count).map(Double.init), y: Array(repeating: 0, count: count), revision: state.nextRevision())
    state.apply(.select(.all))
    state.apply(.select(.duplicate(DataSize(1, 1))))
    #expect(state.document.points.count == count)
    #expect(state.announcement?.notice == .tooManyPoints(limit: LabState.mostPointsByHand))
  }
}
