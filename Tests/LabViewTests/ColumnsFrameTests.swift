import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Data with many columns, as pictures (see `GoldenFrameTests`).
struct ColumnsFrameTests {
  typealias Window = DataToolsFrameTests.Window

  /// EM has converged on all four columns of iris; the choice of columns is open.
  @Test(arguments: [
    Window(name: "columns", width: 1280, height: 800),
    Window(name: "columns-dark", width: 960, height: 600, isDark: true),
    Window(name: "columns-projector", width: 1024, height: 768, isProjector: true),
    Window(name: "columns-projector-large", width: 1920, height: 1080, isProjector: true),
  ])
  func chooser(_ window: Window) {
    var scene = window.scene(Columns.iris())
    scene.type("h")
    scene.key(.end)
    scene.type("y")
    scene.wait(1, frame: 0.5)
    expectFrame(scene, window.name)
  }

  /// What the inspector says of a point.
  @Test func inspector() {
    var scene = Scene(Columns.iris())
    scene.key(.end)
    scene.type("i")
    scene.wait(1, frame: 0.5)
    scene.move(to: scene.pixel(scene.points.x[70], scene.points.y[70]))
    expectFrame(scene, "columns-inspector")
  }

  /// What a card says of a component; scaled, with a column left out.
  @Test func card() {
    var scene = Scene(Columns.iris())
    scene.perform(.columns(.setStandardized(true)), .columns(.toggle(1)))
    scene.key(.end)
    scene.wait(1, frame: 0.5)
    scene.perform(.interface(.pointAt(1)))
    scene.wait(1, frame: 0.25)
    scene.perform(.interface(.toggleColumns))
    expectFrame(scene, "columns-card")
  }

  /// Thirty columns in a list.
  @Test func many() {
    var scene = Scene(Columns.many(30), width: 960, height: 600)
    scene.key(.end)
    scene.wait(9, frame: 0.5)
    scene.type("y")
    expectFrame(scene, "columns-many")
  }

  @Test func besideKMeans() {
    var scene = Scene(Columns.iris())
    scene.type("k")
    for _ in 0..<6 { scene.key(.right) }
    scene.wait(1, frame: 0.5)
    expectFrame(scene, "columns-lanes")
  }
}
