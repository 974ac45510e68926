import Testing

@testable import LabCore

struct InterfaceTests {
  @Test func sizesAndRatiosAreAlwaysUsable() {
    var state = LabState.opened()
    state.perform(.resize(width: 0, height: -5, pixelRatio: .nan))
    #expect(state.interface.width == 1 && state.interface.height == 1 && state.interface.pixelRatio == 1)
    state.perform(.resize(width: 640, height: 480, pixelRatio: 0))
    #expect(state.interface.pixelRatio == 0.5)
    state.perform(.resize(width: 640, height: 480, pixelRatio: 1e9))
    #expect(state.interface.pixelRatio == 8)
  }

  @Test func theBrushStaysWithinItsLimits() {
    var state = LabState.opened()
    state.perform(.setBrushRadius(1e9))
    #expect(state.brushRadius == LabState.brushRadii.upperBound)
    state.perform(.setBrushRadius(-1))
    #expect(state.brushRadius == LabState.brushRadii.lowerBound)
    state.perform(.setBrushRadius(.nan))
    #expect(state.brushRadius == LabState.brushRadii.lowerBound)
  }

  @Test func escapeLeavesTheInnermostFirst() {
    var state = LabState.opened()
    state.perform(.toggleProjector, .focus(.play), .announce("Something"), .toggleOverlay(.help))
    state.perform(.beginPanning)
    state.perform(.dismiss)
    #expect(state.interface.overlay == nil && state.interface.drag == .pan)
    state.perform(.dismiss)
    #expect(state.interface.drag == nil && state.announcement != nil)
    state.perform(.dismiss)
    #expect(state.announcement == nil && state.interface.isProjector)
    state.perform(.dismiss)
    #expect(!state.interface.isProjector && state.interface.focused == .play)
    state.perform(.dismiss)
    #expect(state.interface.focused == nil)
  }

  @Test func escapeEndsAStrokeAndKeepsIt() {
    var state = LabState.opened()
    state.perform(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1)), .dismiss)
    #expect(state.interface.drag == nil && state.document.points.count == 151)
    state.run(for: 2)
    #expect(state.document.points.count == 151)
    state.perform(.undo)
    #expect(state.document.points.count == 150)
  }

  @Test func anOverlayOpensAndClosesWithTheSameCommand() {
    var state = LabState.opened()
    state.perform(.toggleOverlay(.help))
    #expect(state.interface.overlay == .help)
    state.perform(.toggleOverlay(.dataMenu))
    #expect(state.interface.overlay == .dataMenu)
    state.perform(.toggleOverlay(.dataMenu))
    #expect(state.interface.overlay == nil)
  }

  @Test func menuEntriesOpenWhatTheyName() {
    let menu = [
      MenuEntry(title: "Ring", content: .example(.ring)), MenuEntry(title: "Mine", content: .file(path: "mine.csv")),
    ]
    var state = LabState.opened(menu: menu)
    state.perform(.toggleOverlay(.dataMenu), .activateMenuItem(1))
    #expect(state.interface.overlay == nil)
    #expect(state.takeRequests() == [.readFile(path: "mine.csv")])
    state.perform(.activateMenuItem(0))
    #expect(state.document.name == Example.ring.rawValue)
    state.perform(.activateMenuItem(2), .activateMenuItem(-1))
    #expect(state.document.name == Example.ring.rawValue)
  }

  @Test func aToolChosenDuringAStrokeEndsIt() {
    var state = LabState.opened()
    state.perform(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1)), .chooseTool(.means))
    #expect(state.tool == .means && state.interface.drag == nil && state.canUndo)
  }
}
