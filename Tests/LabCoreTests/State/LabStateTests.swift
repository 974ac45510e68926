import Testing

@testable import LabCore

struct LabStateTests {
  @Test func opensOnAnExampleReadyToRun() throws {
    let state = LabState.opened()
    #expect(state.document.points.count == 150)
    #expect(state.model.componentCount == 3)
    #expect(state.playback.mode == .paused)
    #expect(state.interface.showsHint)
    #expect(state.blockedReason == nil)
    #expect(state.tool == .brush)
    #expect(!state.canUndo && !state.canRedo && !state.canGoBack)
    #expect(state.announcement == nil)
    let start = try #require(state.steps.first)
    #expect(state.steps.count == 1 && start.kind == .start && start.owners == nil && start.counts == nil)
    #expect(start.logLikelihood?.isFinite == true)
    let view = state.viewport.bounds
    for mean in state.model.means {
      #expect(mean[0] > view.minX && mean[0] < view.maxX && mean[1] > view.minY && mean[1] < view.maxY)
    }
  }

  @Test func theHintGoesAtTheFirstClickOrKeyAndNotBefore() {
    var state = LabState.opened()
    state.perform(
      .tick(1), .shell(.resize(width: 900, height: 700, pixelRatio: 1)),
      .interface(.pointer(.init(x: 3, y: 4), over: .play)),
      .interface(.press(nil)))
    #expect(state.interface.showsHint)
    var clicked = state
    clicked.click(0, 0)
    #expect(!clicked.interface.showsHint)
    state.perform(.run(.togglePlay))
    #expect(!state.interface.showsHint)
  }

  @Test func theComponentCountStaysWithinItsLimits() {
    let points = (0..<40).map { (Double($0), Double($0 * $0 % 7)) }
    #expect(LabState.on(points, components: 0).model.componentCount == 1)
    #expect(LabState.on(points, components: 99).model.componentCount == LabState.componentCounts.upperBound)
  }

  @Test func aLabWithoutPointsHasAStartInThePlane() {
    let state = LabState.on([], components: 4)
    #expect(state.model.componentCount == 4)
    #expect(state.model.means.allSatisfy { abs($0[0]) <= 10 && abs($0[1]) <= 10 })
    #expect(state.model.weights == [0.25, 0.25, 0.25, 0.25])
  }
}
