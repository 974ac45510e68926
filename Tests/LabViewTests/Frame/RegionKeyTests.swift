import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct RegionKeyTests {
  private func panel(_ scene: Scene) -> RegionKey {
    RegionKey(scene.state, controls: scene.layout.components.controls, glides: true)
  }
  private func topBar(_ scene: Scene) -> RegionKey { RegionKey(scene.state, controls: scene.layout.top.controls) }

  @Test func theMouseElsewhereChangesNothing() {
    var scene = Scene()
    scene.perform(.stepForward, .tick(20))
    let before = scene
    scene.perform(.pointer(.init(x: 500, y: 400), over: nil), .tick(21), .setBrushRadius(50))
    #expect(panel(scene) == panel(before) && topBar(scene) == topBar(before))
    scene.perform(.pointer(.init(x: 600, y: 20), over: .play))
    #expect(panel(scene) == panel(before) && topBar(scene) != topBar(before))
    scene.perform(.pointer(.init(x: 1200, y: 80), over: .more))
    #expect(panel(scene) != panel(before) && topBar(scene) == topBar(before))
  }

  @Test func zoomingChangesNothing() {
    var scene = Scene()
    // The hint goes at the first command of any kind.
    scene.perform(.fitView)
    let before = scene
    scene.perform(.setViewport(Viewport(bounds: DataRect(minX: 0, minY: 0, maxX: 1, maxY: 1))))
    #expect(panel(scene) == panel(before) && topBar(scene) == topBar(before))
  }

  @Test func aGlideMovesThePanelOnly() {
    var scene = Scene()
    scene.perform(.tick(20), .stepForward, .tick(20.05))
    let before = scene
    scene.perform(.tick(20.1))
    #expect(panel(scene) != panel(before) && topBar(scene) == topBar(before))
  }

  @Test func whatIsSaidOfTheRunChangesBoth() {
    var scene = Scene()
    for command in [
      Command.stepForward, .togglePlay, .setSpeed(Speed(index: 4)), .setComponentCount(5), .setTheme(.dark),
      .clearPoints, .undo, .openExample(.ring), .showPage(.options), .beginSeedEntry,
    ] {
      let before = scene
      scene.perform(command)
      #expect(panel(scene) != panel(before) && topBar(scene) != topBar(before), "\(command)")
    }
  }
}
