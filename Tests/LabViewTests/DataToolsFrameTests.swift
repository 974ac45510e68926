import Foundation
import GoldenImages
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The gallery and the tools that choose and stamp points, as pictures (see `GoldenFrameTests`).
struct DataToolsFrameTests {
  struct Window: Sendable {
    let name: String
    let width, height: Int
    var isProjector = false
    var isDark = false

    func scene(_ state: LabState = LabState(menu: Scene.menu)) -> Scene {
      var scene = Scene(state, width: width, height: height)
      if isProjector { scene.type("p") }
      if isDark { scene.type("t") }
      return scene
    }
  }

  /// The first two columns of a table that comes with the program.
  private func asset(_ file: String) throws -> DataSource {
    let text = try String(contentsOf: SourceTree.root.appendingPathComponent("assets/" + file), encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",").map { Double($0) } }
    return DataSource(
      name: .file(file), columnNames: ["x", "y"], x: rows.map { $0[0] ?? .nan }, y: rows.map { $0[1] ?? .nan },
      aspect: .independent)
  }

  @Test(arguments: [
    Window(name: "gallery", width: 1280, height: 800),
    Window(name: "gallery-dark", width: 960, height: 600, isDark: true),
    Window(name: "gallery-projector", width: 1024, height: 768, isProjector: true),
    Window(name: "gallery-large", width: 1920, height: 1080, isProjector: true),
  ])
  func gallery(_ window: Window) throws {
    let files: [MenuEntry] = [.file(path: "old_faithful.csv", .oldFaithful), .file(path: "iris.csv", .iris)]
    var scene = window.scene(LabState(menu: Scene.menu.dropLast() + files + [.example(.empty)]))
    scene.key(.f3)
    for effect in scene.state.effects {
      guard case .readFile(let file) = effect.task else { continue }
      scene.state.apply(.answer(Answer(effect.ticket, .opened(try asset(file)))))
    }
    scene.key(.right)
    scene.wait(9, frame: 0.5)
    expectFrame(scene, window.name)
  }

  @Test(arguments: [
    Window(name: "select", width: 1280, height: 800),
    Window(name: "select-dark", width: 960, height: 600, isDark: true),
    Window(name: "select-projector", width: 1024, height: 768, isProjector: true),
  ])
  func marqueeAndCarry(_ window: Window) {
    var scene = window.scene()
    for _ in 0..<6 { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    scene.type("e")
    let at = scene.pixel(-8, 8)
    scene.move(to: at)
    scene.press(at: at)
    scene.move(to: scene.pixel(-2, 2))
    expectFrame(scene, window.name)
    scene.release(at: scene.pixel(-2, 2))
    guard let index = scene.state.chosenPoints?.mask.firstIndex(of: true) else { return }
    let from = scene.pixel(scene.points[index].x, scene.points[index].y)
    scene.move(to: from)
    scene.press(at: from)
    scene.move(to: Point(from.x + 160, from.y + 90))
    expectFrame(scene, window.name + "-carry")
  }

  @Test(arguments: StampShape.allCases)
  func stamp(_ shape: StampShape) {
    var scene = Window(name: "", width: 960, height: 600, isDark: shape == .line).scene()
    scene.type("u")
    scene.perform(.stamp(.setShape(shape)))
    let at = scene.pixel(0, 0)
    scene.move(to: at)
    scene.press(at: at)
    scene.move(to: scene.pixel(4, 2.5))
    expectFrame(scene, "stamp-\(shape)")
  }

  @Test func stampOnAProjector() {
    var scene = Window(name: "", width: 1280, height: 800, isProjector: true).scene()
    scene.type("u")
    let at = scene.pixel(0, 0)
    scene.move(to: at)
    scene.press(at: at)
    scene.move(to: scene.pixel(4, 2.5))
    expectFrame(scene, "stamp-projector")
  }

  @Test func brushSettings() {
    var scene = Scene(width: 960, height: 600)
    scene.type("b")
    expectFrame(scene, "brush-settings")
  }

  /// The keyboard holds a point that it has chosen.
  @Test func keyboardOnTheCanvas() {
    var scene = Scene()
    scene.key(.tab)
    scene.key(.right)
    scene.key(.enter)
    for _ in 0..<8 { scene.key(.up) }
    expectFrame(scene, "canvas-keys")
  }
}
