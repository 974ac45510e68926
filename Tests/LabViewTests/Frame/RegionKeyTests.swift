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
    scene.perform(.run(.stepForward), .tick(20))
    let before = scene
    scene.perform(.interface(.pointer(.init(x: 500, y: 400), over: nil)), .tick(21), .view(.setBrushRadius(50)))
    #expect(panel(scene) == panel(before) && topBar(scene) == topBar(before))
    scene.perform(.interface(.pointer(.init(x: 600, y: 20), over: .play)))
    #expect(panel(scene) == panel(before) && topBar(scene) != topBar(before))
    scene.perform(.interface(.pointer(.init(x: 1200, y: 80), over: .more)))
    #expect(panel(scene) != panel(before) && topBar(scene) == topBar(before))
  }

  @Test func zoomingChangesNothing() {
    var scene = Scene()
    // The hint goes at the first command of any kind.
    scene.perform(.view(.fit))
    let before = scene
    scene.perform(.view(.setViewport(Viewport(bounds: DataRect(minX: 0, minY: 0, maxX: 1, maxY: 1)))))
    #expect(panel(scene) == panel(before) && topBar(scene) == topBar(before))
  }

  @Test func aGlideMovesThePanelOnly() {
    var scene = Scene()
    scene.perform(.tick(20), .run(.stepForward), .tick(20.05))
    let before = scene
    scene.perform(.tick(20.1))
    #expect(panel(scene) != panel(before) && topBar(scene) == topBar(before))
  }

  @Test func whatIsSaidOfTheRunChangesBoth() {
    var scene = Scene()
    for command in [
      Command.run(.stepForward), .run(.togglePlay), .run(.setSpeed(Speed(index: 4))), .start(.setComponentCount(5)),
      .interface(.setTheme(.dark)),
      .edit(.clearPoints), .edit(.undo), .edit(.openExample(.ring)), .interface(.showPage(.options)),
      .option(.beginSeedEntry),
    ] {
      let before = scene
      scene.perform(command)
      #expect(panel(scene) != panel(before) && topBar(scene) != topBar(before), "\(command)")
    }
  }
}
