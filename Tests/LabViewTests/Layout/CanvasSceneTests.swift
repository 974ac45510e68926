import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct CanvasSceneTests {
  @Test func aMeanIsGrabbedBeforeAHandleAndTheFrontmostFirst() {
    var scene = Scene()
    scene.perform(.chooseTool(.means), .moveMean(1, to: DataPoint(0, 0)), .moveMean(2, to: DataPoint(0.05, 0)))
    let canvas = CanvasScene(scene.layout, scene.state)
    #expect(canvas.target(at: scene.pixel(0, 0)) == .mean(2))
    #expect(canvas.target(at: canvas.components[0].mean) == .mean(0))
    for (handle, place) in canvas.components[0].handles.stretch.enumerated() {
      #expect(canvas.target(at: place) == .covariance(0, handle: handle))
    }
    #expect(canvas.target(at: canvas.components[0].handles.turn) == .covariance(0, handle: 4))
    #expect(canvas.target(at: scene.emptyPlace) == nil)
  }

  @Test func theGrabRadiusGrowsWithTheDisplay() {
    for ratio in [1.0, 2] {
      var scene = Scene(width: Int(1280 * ratio), height: Int(800 * ratio), ratio: ratio)
      scene.perform(.chooseTool(.means))
      let canvas = CanvasScene(scene.layout, scene.state)
      let mean = canvas.components[0].mean
      #expect(canvas.target(at: Point(mean.x + 11.5 * ratio, mean.y)) == .mean(0))
      #expect(canvas.target(at: Point(mean.x + 14 * ratio, mean.y)) != .mean(0))
    }
  }

  @Test func aGlideIsSeenAndGrabbedWhereItIs() {
    var scene = Scene()
    scene.perform(.tick(1), .stepForward, .tick(2), .stepForward, .tick(2.15))
    let from = scene.state.document.timeline.steps[1].model.means[0]
    let to = scene.model.means[0]
    let seen = CanvasScene(scene.layout, scene.state).components[0].mean
    let middle = scene.pixel((from[0] + to[0]) / 2, (from[1] + to[1]) / 2)
    #expect(abs(seen.x - middle.x) < 1e-6 && abs(seen.y - middle.y) < 1e-6)
  }
}
