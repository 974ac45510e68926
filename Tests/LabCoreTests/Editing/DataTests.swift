import Testing

@testable import LabCore

struct DataTests {
  @Test func clearingTakesPointsOffScreenTooAndCanBeUndone() {
    var state = LabState.opened()
    state.click(1e6, -1e6)
    state.perform(.view(.setViewport(Viewport(bounds: DataRect(minX: -1, minY: -1, maxX: 1, maxY: 1)))))
    let before = state.coordinates
    state.perform(.edit(.clearPoints))
    #expect(state.document.points.isEmpty)
    #expect(state.announcement?.notice == .pointsCleared)
    state.perform(.edit(.undo))
    #expect(state.coordinates == before)
    #expect(state.announcement == nil)
  }

  @Test func dataThatWereChangedByHandAreCalledEdited() {
    var state = LabState.opened()
    state.perform(.run(.stepIteration), .start(.newStart))
    #expect(!state.document.isEdited)
    state.click(1, 1)
    #expect(state.document.isEdited && state.document.name == .example(.threeClusters))
    state.perform(.edit(.undo))
    #expect(!state.document.isEdited)
    state.perform(.edit(.clearPoints))
    #expect(state.document.isEdited)
    state.perform(.edit(.openExample(.ring)))
    #expect(!state.document.isEdited)
  }

  @Test func examplesBringTheirOwnNumberOfComponents() {
    var state = LabState.opened()
    for (example, count) in [(Example.crossing, 2), (.ring, 6), (.threeClusters, 3), (.nested, 2)] {
      state.perform(.edit(.openExample(example)))
      #expect(state.model.componentCount == count)
    }
  }

  @Test func clearingNothingIsNoEdit() {
    var state = LabState.on([], components: 2)
    state.perform(.edit(.clearPoints))
    #expect(!state.canUndo && state.announcement == nil)
  }

  @Test func openingKeepsTheNumberOfComponentsAndCanBeUndone() {
    var state = LabState.opened()
    state.perform(.start(.setComponentCount(5)), .run(.stepForward), .run(.togglePlay))
    let before = state.coordinates
    let steps = state.steps
    let source = DataSource(
      name: .file("Lakes"), columnNames: ["depth", "area"], x: (0..<30).map { Double($0) * 3 },
      y: (0..<30).map { Double($0 * $0 % 11) }, aspect: .independent)
    state.perform(.interface(.toggleOverlay(.gallery)))
    state.receive(source)
    #expect(state.document.name == .file("Lakes") && state.document.columnNames == ["depth", "area"])
    #expect(state.document.aspect == .independent && state.coordinates == [source.x, source.y])
    #expect(state.model.componentCount == 5 && state.steps.count == 1 && state.playback.mode == .paused)
    #expect(state.interface.overlay == nil)
    state.perform(.edit(.undo))
    #expect(state.coordinates == before && state.document.name == .example(.threeClusters))
    #expect(state.steps == steps || state.steps.count > steps.count)
    state.perform(.edit(.redo))
    #expect(state.document.name == .file("Lakes"))
  }

  @Test func openingDataWithHolesKeepsTheWholePoints() {
    var state = LabState.opened()
    let source = DataSource(
      name: .file("Holes"), columnNames: ["x", "y"], x: [1, .nan, 3, 4, 5, 7], y: [1, 2, .infinity, 4, 6, 1],
      aspect: .equal)
    state.receive(source)
    #expect(state.document.points.x == [1, 4, 5, 7])
    state.perform(.run(.stepIteration))
    #expect(state.steps.count == 3)
  }

  /// Data that come with the program bring the number of components that suits them; others leave it.
  @Test func dataMayBringTheirNumberOfComponents() {
    var state = LabState.opened()
    let plain = DataSource.points((0..<9).map { (Double($0), Double($0 % 3)) })
    state.receive(plain)
    #expect(state.model.componentCount == 3)
    state.receive(
      DataSource(
        name: .file("known"), columnNames: plain.columnNames, x: plain.x, y: plain.y, aspect: .equal, componentCount: 2)
    )
    #expect(state.model.componentCount == 2)
  }
}
