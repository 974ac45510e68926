import GaussianMixtures
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

struct InspectorTests {
  private func scene(_ width: Int, _ height: Int, projector: Bool, k: Int) -> Scene {
    var scene = Scene(width: width, height: height)
    if projector { scene.perform(.interface(.toggleProjector)) }
    scene.perform(
      .start(.setComponentCount(k)), .run(.stepIteration), .run(.stepForward), .tick(20),
      .view(.chooseTool(.inspect)))
    return scene
  }

  /// Every component has its row, the point stays visible, and so does everything around the canvas.
  @Test(arguments: [(960, 600), (1024, 768), (1280, 800), (1920, 1080), (3840, 2160)], [false, true])
  func itShowsAllAndCoversNothing(_ size: (Int, Int), _ projector: Bool) throws {
    for k in [1, 3, 9, 14] {
      var scene = scene(size.0, size.1, projector: projector, k: k)
      for index in stride(from: 0, to: scene.points.count, by: 7) {
        let at = scene.pixel(scene.points.x[index], scene.points.y[index])
        scene.move(to: at)
        let layout = scene.layout
        let inspection = try #require(Inspection(scene.state, layout))
        #expect(inspection.rows.count == k)
        let point = layout.transform.pixel(inspection.position)
        let part = InspectorLayout(
          inspection, scene.state.words, at: point, canvas: layout.canvas, metrics: layout.metrics, font: scene.font)
        let frame = part.frame
        #expect(
          frame.minX >= layout.canvas.minX && frame.maxX <= layout.canvas.maxX && frame.minY >= layout.canvas.minY
            && frame.maxY <= layout.canvas.maxY, "\(size), K = \(k), point \(index): \(frame)")
        #expect(!frame.inset(by: -9 * layout.metrics.unit).contains(point), "\(size), K = \(k), point \(index)")
      }
    }
  }

  @Test func aClickKeepsAPointOnShowAndLetsGo() {
    var scene = scene(1280, 800, projector: false, k: 3)
    let at = scene.pixel(scene.points.x[60], scene.points.y[60])
    scene.click(at: at)
    scene.move(to: Point(scene.layout.panel.midX, 700))
    #expect(Inspection(scene.state, scene.layout)?.index == 60)
    // It follows EM.
    let before = Inspection(scene.state, scene.layout)?.rows[0].weight
    scene.key(.right)
    #expect(Inspection(scene.state, scene.layout)?.rows[0].weight != before)
    // Pointing at another shows that one as long as it is pointed at.
    scene.move(to: scene.pixel(scene.points.x[120], scene.points.y[120]))
    #expect(Inspection(scene.state, scene.layout)?.index == 120)
    scene.click(at: at)
    scene.move(to: scene.emptyPlace)
    #expect(Inspection(scene.state, scene.layout) == nil)
    // Where the points change, the one that was kept may be another.
    scene.click(at: at)
    scene.perform(.edit(.clearPoints))
    #expect(scene.state.pinnedPoint == nil)
  }
}
