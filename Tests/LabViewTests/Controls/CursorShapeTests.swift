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
      scene.perform(.chooseTool(tool))
      #expect(shape() == expected, "\(tool)")
    }
    scene.perform(.chooseTool(.means))
    let mean = scene.model.means[0]
    scene.move(to: scene.pixel(mean[0], mean[1]))
    #expect(shape() == .moving)
    scene.perform(.beginScrubbing)
    #expect(shape() == .pointing)
    scene.perform(.endScrubbing, .toggleOverlay(.help))
    #expect(shape() == .arrow)
    scene.perform(.dismiss)
    scene.move(to: Point(1200, 300))
    #expect(shape() == .arrow)
  }
}
