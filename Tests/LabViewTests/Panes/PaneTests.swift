import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct PaneTests {
  private func compared(_ comparison: Comparison, width: Int = 1280, height: Int = 800) -> Scene {
    var scene = Scene(width: width, height: height)
    scene.perform(.lanes(.compare(comparison)))
    return scene
  }

  @Test func oneLaneHasAllOfTheCanvas() {
    let layout = Scene().layout
    #expect(layout.panes.count == 1 && layout.panes[0].rect == layout.canvas && layout.heads.isEmpty)
    #expect(layout.panes[0].transform == layout.transform)
  }

  @Test(arguments: Comparison.allCases)
  func panesShareTheCanvasAndTheScale(_ comparison: Comparison) {
    for (width, height) in [(960, 600), (1280, 800), (1920, 1080), (700, 900)] {
      let scene = compared(comparison, width: width, height: height)
      let layout = scene.layout
      #expect(layout.panes.map(\.lane) == Array(scene.state.document.lanes.indices))
      let area = layout.panes.reduce(0) { $0 + $1.rect.width * $1.rect.height }
      #expect(area == layout.canvas.width * layout.canvas.height)
      let first = layout.panes[0].transform
      for pane in layout.panes {
        #expect(
          abs(pane.transform.scaleX / first.scaleX - 1) < 0.01 && abs(pane.transform.scaleY / first.scaleY - 1) < 0.01)
        let center = pane.transform.pixel(scene.state.viewport.bounds.center)
        #expect(pane.rect.contains(center))
      }
    }
  }

  @Test func twoLanesStandWhereTheyHaveMoreRoom() {
    var scene = compared(.kMeans)
    func isBeside(_ scene: Scene) -> Bool { scene.layout.panes[0].rect.y == scene.layout.panes[1].rect.y }
    scene.perform(.view(.setViewport(Viewport(bounds: DataRect(minX: -5, minY: -10, maxX: 5, maxY: 10)))))
    #expect(isBeside(scene))
    scene.perform(.view(.setViewport(Viewport(bounds: DataRect(minX: -10, minY: -2, maxX: 10, maxY: 2)))))
    #expect(!isBeside(scene))
  }

  @Test func aProjectorShowsTwo() {
    var scene = compared(.families)
    scene.type("p")
    #expect(scene.layout.panes.map(\.lane) == [0, 1])
    scene.perform(.lanes(.activate(3)))
    #expect(scene.layout.panes.map(\.lane) == [2, 3])
  }

  // MARK: - Gestures

  @Test func aClickPaintsWhereItIsInItsLane() {
    var scene = compared(.families)
    for pane in scene.layout.panes {
      let place = pane.transform.pixel(DataPoint(1.5, -6))
      scene.click(at: place)
      #expect(scene.state.document.active == pane.lane)
      let last = scene.points[scene.points.count - 1]
      #expect(abs(last.x - 1.5) < 1e-9 && abs(last.y + 6) < 1e-9)
    }
    #expect(scene.points.count == 154)
  }

  @Test func aMeanIsDraggedInItsLane() {
    var scene = compared(.kMeans)
    scene.type("v")
    let pane = scene.layout.panes[1]
    scene.drag(pane.transform.pixel(DataPoint(-7.5, -3)), pane.transform.pixel(DataPoint(2, 2)))
    for lane in scene.state.document.lanes {
      #expect(abs(lane.start.means[0][0] - 2) < 1e-9 && abs(lane.start.means[0][1] - 2) < 1e-9)
    }
  }

  @Test func theWheelKeepsWhatIsUnderThePointer() {
    var scene = compared(.kMeans)
    let place = Point(scene.layout.panes[1].rect.midX + 60, scene.layout.panes[1].rect.midY + 40)
    let before = scene.layout.panes[1].transform.data(place)
    scene.send(.wheel(3, place, []))
    let after = scene.layout.panes[1].transform.data(place)
    // Panes differ by whole pixels in width.
    #expect(abs(after.x - before.x) < 0.05 && abs(after.y - before.y) < 0.05)
  }

  @Test func headsActivateAndOpenTheirMenu() {
    var scene = compared(.kMeans)
    scene.click(.lane(1))
    #expect(scene.state.document.active == 1 && scene.state.interface.overlay == .laneMenu)
    scene.click(.laneModel(.em(.tied)))
    #expect(scene.state.document.lanes.map(\.model) == [.em(.full), .em(.tied)])
    #expect(scene.state.interface.overlay == nil)
    scene.click(.lane(0))
    scene.click(.closeLane)
    #expect(scene.state.document.lanes.map(\.model) == [.em(.tied)])
  }

  @Test func theTabKeyReachesHeadsAndActivatesTheirLanes() {
    var scene = compared(.kMeans)
    var active: Set<Int> = []
    for _ in 0..<60 {
      scene.key(.tab)
      if case .lane(let lane) = scene.state.interface.focused {
        #expect(scene.state.document.active == lane)
        active.insert(lane)
      }
    }
    #expect(active == [0, 1])
  }

  @Test func keysAndTheMenuOfTheRail() {
    var scene = Scene()
    scene.type("k")
    #expect(scene.state.document.comparison == .kMeans)
    scene.type("k")
    #expect(scene.state.document.comparison == nil)
    scene.type("k", .shift)
    #expect(scene.state.document.comparison == .families)
    scene.click(.compareMenu)
    scene.key(.down)
    scene.key(.down)
    scene.key(.down)
    scene.key(.enter)
    #expect(scene.state.document.comparison == .starts && scene.state.interface.overlay == nil)
  }

  @Test func aCardGoesOnWithItsLane() {
    var scene = compared(.families)
    scene.click(.laneCard(2))
    #expect(scene.state.document.lanes.map(\.model) == [.em(.diagonal)])
  }

  // MARK: - Twins

  @Test func aPointIsPointedAtInEveryLane() throws {
    var scene = compared(.kMeans)
    for _ in 0..<7 { scene.key(.right) }
    let pane = scene.layout.panes[0]
    let point = scene.points[100]
    scene.move(to: pane.transform.pixel(point))
    let twins = try #require(TwinTips(scene.state, scene.layout))
    #expect(twins.tips.count == 2)
    #expect(twins.tips[1].shares.count == 1 && twins.tips[1].shares[0].share == 1)
    let step = scene.state.document.lanes[0].runs.shown
    let expected = try step.model.posterior(at: [point.x, point.y]).responsibilities.max()
    #expect(twins.tips[0].shares[0].share == expected)
    scene.move(to: Point(5, 5))
    #expect(TwinTips(scene.state, scene.layout) == nil)
  }

  // MARK: - What is kept

  /// One lane costs and looks as it did: the same key, so that pixels are kept while only the mouse moves.
  @Test func lanesKeepTheirPixels() {
    var scene = compared(.families)
    scene.wait(1, frame: 0.5)
    let painter = FramePainter(font: scene.font)
    let fresh = FramePainter(font: scene.font)
    _ = painter.draw(scene.state)
    for step in 0..<4 {
      scene.key(step < 3 ? .right : .left)
      scene.wait(0.2, frame: 0.2)
      fresh.forget(colors: true)
      #expect(painter.draw(scene.state).pixels == fresh.draw(scene.state).pixels)
    }
  }
}
