import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct CursorShapeTests {
  @Test func theCursorTellsWhatTheButtonWouldDo() {
    var scene = Scene()
    func shape() -> CursorShape { InputTranslation.cursor(scene.state, font: scene.font) }
    #expect(shape() == .arrow)
    scene.move(to: scene.emptyPlace)
    for (tool, expected) in [
      (Tool.brush, CursorShape.none), (.eraser, .none), (.means, .crosshair), (.hand, .moving), (.inspect, .arrow),
    ] {
      scene.perform(.view(.chooseTool(tool)))
      #expect(shape() == expected, "\(tool)")
    }
    scene.perform(.view(.chooseTool(.means)))
    let mean = scene.model.means[0]
    scene.move(to: scene.pixel(mean[0], mean[1]))
    #expect(shape() == .moving)
    scene.perform(.run(.beginScrubbing))
    #expect(shape() == .pointing)
    scene.perform(.run(.endScrubbing), .interface(.toggleOverlay(.help)))
    #expect(shape() == .arrow)
    scene.perform(.interface(.dismiss))
    scene.move(to: Point(1200, 300))
    #expect(shape() == .arrow)
  }
}
