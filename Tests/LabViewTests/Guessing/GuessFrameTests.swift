import GaussianMixtures
import GoldenImages
import Testing

@testable import LabCore
@testable import LabView

/// Guesses and boxes as pictures: each state in a window and on a projector.
struct GuessFrameTests {
  enum Look: String, CaseIterable { case window, projector }

  private func expectFrame(_ scene: Scene, _ name: String, _ look: Look) {
    LabViewTests.expectFrame(scene, look == .window ? name : name + "-projector")
  }

  private func scene(_ look: Look, halfSteps: Int = 0) -> Scene {
    var scene = look == .window ? Scene(width: 1280, height: 800) : Scene(width: 1024, height: 768)
    if look == .projector { scene.type("p") }
    for _ in 0..<halfSteps { scene.key(.right) }
    scene.wait(0.5, frame: 0.5)
    scene.type("g")
    return scene
  }

  /// Some points of every component, two of them to a wrong one.
  private func paint(_ scene: inout Scene) {
    let model = scene.model
    let owners = (try? model.predict(Dataset(columns: [scene.points.x, scene.points.y]))) ?? []
    for point in stride(from: 0, to: scene.points.count, by: 4) {
      let letter = point == 40 || point == 84 ? (owners[point] + 1) % 3 : owners[point]
      scene.type(Character(String(letter + 1)))
      let at = scene.points[point]
      scene.perform(
        .guess(.beginGiving(at, radius: DataSize(0.01, 0.01))), .guess(.endStroke))
    }
  }

  @Test(arguments: Look.allCases) func owners(_ look: Look) {
    var scene = scene(look, halfSteps: 6)
    paint(&scene)
    scene.move(to: scene.pixel(4, 4))
    expectFrame(scene, "guess-e", look)
  }

  @Test(arguments: Look.allCases) func ownersRevealed(_ look: Look) {
    var scene = scene(look, halfSteps: 6)
    paint(&scene)
    scene.key(.right)
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "guess-e-reveal", look)
  }

  private func move(_ scene: inout Scene) {
    let goals = [(-3.4, -2.6), (-2.4, 4.4), (4.6, -0.4)]
    for (index, goal) in goals.enumerated() {
      let mean = scene.model.means[index]
      scene.drag(scene.pixel(mean[0], mean[1]), scene.pixel(goal.0, goal.1))
    }
    scene.perform(
      .start(.setCovariance(0, DataCovariance(xx: 7, xy: -4, yy: 4.6))),
      .start(.setCovariance(1, DataCovariance(xx: 8, xy: 2, yy: 4))),
      .start(.setCovariance(2, DataCovariance(xx: 3.6, xy: 1.5, yy: 9))), .start(.setWeight(0, 0.3)))
    scene.move(to: scene.emptyPlace)
  }

  @Test(arguments: Look.allCases) func ellipses(_ look: Look) {
    var scene = scene(look, halfSteps: 1)
    move(&scene)
    expectFrame(scene, "guess-m", look)
  }

  @Test(arguments: Look.allCases) func ellipsesRevealed(_ look: Look) {
    var scene = scene(look, halfSteps: 1)
    move(&scene)
    scene.key(.right)
    scene.wait(0.5, frame: 0.5)
    expectFrame(scene, "guess-m-reveal", look)
  }

  @Test(arguments: Look.allCases) func onePoint(_ look: Look) {
    var scene = scene(look, halfSteps: 4)
    scene.click(.question(.onePoint))
    scene.move(to: scene.emptyPlace)
    expectFrame(scene, "guess-point", look)
  }

  @Test(arguments: Look.allCases) func logLikelihood(_ look: Look) {
    var scene = scene(look, halfSteps: 3)
    scene.click(.question(.gain))
    for _ in 0..<6 { scene.key(.up) }
    scene.key(.right)
    scene.wait(0.5, frame: 0.5)
    scene.move(to: scene.emptyPlace)
    expectFrame(scene, "guess-log-l", look)
  }

  @Test(arguments: Look.allCases) func numberOfComponents(_ look: Look) {
    var scene = scene(look)
    scene.click(.question(.count))
    scene.state.performPendingSearch()
    for number in [2, 3, 3, 3] {
      scene.type(Character(String(number)))
      scene.key(.right)
    }
    scene.type("4")
    scene.move(to: scene.emptyPlace)
    expectFrame(scene, "guess-k", look)
  }

  @Test(arguments: Look.allCases) func boxClosed(_ look: Look) {
    expectFrame(box(look), "box-closed", look)
  }

  @Test(arguments: Look.allCases) func boxOpen(_ look: Look) {
    var scene = box(look)
    scene.type("4")
    scene.key(.end)
    scene.click(.box)
    scene.wait(0.5, frame: 0.5)
    scene.move(to: scene.emptyPlace)
    expectFrame(scene, "box-open", look)
  }

  private func box(_ look: Look) -> Scene {
    var scene = look == .window ? Scene(width: 1280, height: 800) : Scene(width: 1024, height: 768)
    if look == .projector { scene.type("p") }
    scene.type("m", .control)
    scene.perform(.guess(.openMystery(4711, .overlapping)))
    return scene
  }
}
