import Testing

@testable import LabCore

struct DataTests {
  @Test func clearingTakesPointsOffScreenTooAndCanBeUndone() {
    var state = LabState.opened()
    state.click(1e6, -1e6)
    state.perform(.setViewport(Viewport(bounds: DataRect(minX: -1, minY: -1, maxX: 1, maxY: 1))))
    let before = state.coordinates
    state.perform(.clearPoints)
    #expect(state.document.points.isEmpty)
    #expect(state.announcement?.offersUndo == true)
    state.perform(.undo)
    #expect(state.coordinates == before)
    #expect(state.announcement == nil)
  }

  @Test func clearingNothingIsNoEdit() {
    var state = LabState.on([], components: 2)
    state.perform(.clearPoints)
    #expect(!state.canUndo && state.announcement == nil)
  }

  @Test func openingKeepsTheNumberOfComponentsAndCanBeUndone() {
    var state = LabState.opened()
    state.perform(.setComponentCount(5), .stepForward, .togglePlay)
    let before = state.coordinates
    let steps = state.steps
    let source = DataSource(
      name: "Lakes", columnNames: ["depth", "area"], x: (0..<30).map { Double($0) * 3 },
      y: (0..<30).map { Double($0 * $0 % 11) }, aspect: .independent)
    state.perform(.toggleOverlay(.dataMenu), .open(source))
    #expect(state.document.name == "Lakes" && state.document.columnNames == ["depth", "area"])
    #expect(state.document.aspect == .independent && state.coordinates == [source.x, source.y])
    #expect(state.model.componentCount == 5 && state.steps.count == 1 && state.playback.mode == .paused)
    #expect(state.interface.overlay == nil)
    state.perform(.undo)
    #expect(state.coordinates == before && state.document.name == Example.threeClusters.rawValue)
    #expect(state.steps == steps || state.steps.count > steps.count)
    state.perform(.redo)
    #expect(state.document.name == "Lakes")
  }

  @Test func openingDataWithHolesKeepsTheWholePoints() {
    var state = LabState.opened()
    let source = DataSource(
      name: "Holes", columnNames: ["x", "y"], x: [1, .nan, 3, 4, 5, 7], y: [1, 2, .infinity, 4, 6, 1], aspect: .equal)
    state.perform(.open(source))
    #expect(state.document.points.x == [1, 4, 5, 7])
    state.perform(.stepIteration)
    #expect(state.steps.count == 3)
  }
}
