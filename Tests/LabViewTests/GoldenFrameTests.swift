import GaussianMixtures
import GoldenImages
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Whole windows as pictures, with the built-in font so that no machine's fonts matter.
///
/// After a wanted change: `RECORD=1 swift test --filter GoldenFrameTests`, and look at every picture.
struct GoldenFrameTests {
  private func expectFrame(_ scene: Scene, _ name: String) {
    expectGolden(FramePainter(font: scene.font).draw(scene.state), name)
  }

  /// The run of the opening example after `halfSteps`, its glide over.
  private func running(_ halfSteps: Int, width: Int, height: Int) -> Scene {
    var scene = Scene(width: width, height: height)
    for _ in 0..<halfSteps { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    return scene
  }

  @Test func start() { expectFrame(Scene(), "start") }

  @Test func runningInASmallWindow() {
    var scene = running(12, width: 960, height: 600)
    scene.key(.space)
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "running")
  }

  @Test func projector() {
    var scene = running(13, width: 1920, height: 1080)
    scene.type("p")
    expectFrame(scene, "projector")
  }

  @Test func nineComponentsInTheDark() {
    var scene = Scene(width: 960, height: 600)
    scene.type("t")
    scene.type("9")
    for _ in 0..<9 { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "nine-dark")
  }

  @Test func help() {
    var scene = Scene(width: 960, height: 600)
    scene.key(.f1)
    expectFrame(scene, "help")
  }

  @Test func meansWithHandles() {
    var scene = Scene(width: 960, height: 600)
    scene.type("v")
    scene.perform(.start(.setCovariance(0, DataCovariance(xx: 9, xy: 3, yy: 4))))
    let mean = scene.model.means[1]
    scene.move(to: scene.pixel(mean[0], mean[1]))
    expectFrame(scene, "means")
  }

  @Test func toastAfterARescue() {
    var scene = Scene(width: 960, height: 600)
    scene.perform(.start(.moveMean(1, to: DataPoint(400, 400))))
    scene.key(.right, .shift)
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "toast")
  }

  @Test func dataMenu() {
    var scene = Scene(width: 960, height: 600)
    scene.click(.dataMenu)
    scene.move(to: scene.layout.rect(of: .menuItem(1))?.center ?? Point(0, 0))
    expectFrame(scene, "data-menu")
  }

  @Test func lookingBackOverEarlierRuns() {
    var scene = running(16, width: 1280, height: 800)
    scene.type("n")
    for _ in 0..<20 { scene.key(.right) }
    for _ in 0..<9 { scene.key(.left) }
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "looking-back")
  }

  @Test func inspector() {
    var scene = running(6, width: 960, height: 600)
    scene.type("i")
    scene.move(to: scene.pixel(scene.points.x[60], scene.points.y[60]))
    expectFrame(scene, "inspector")
  }

  @Test func options() {
    var scene = Scene()
    scene.type("o")
    expectFrame(scene, "options")
  }
}
