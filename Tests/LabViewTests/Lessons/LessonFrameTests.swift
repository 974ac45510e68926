import GoldenImages
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Pages of lessons as pictures: at a desk, on a classroom's old projector and on its new one.
struct LessonFrameTests {
  enum Look: String, CaseIterable { case window, projector, large }

  private func scene(_ number: Int, page: Int, _ look: Look) -> Scene {
    switch look {
    case .window: ShippedLessons.scene(number, page: page, width: 1280, height: 800)
    case .projector: ShippedLessons.scene(number, page: page, width: 1024, height: 768, isProjector: true)
    case .large: ShippedLessons.scene(number, page: page, width: 1920, height: 1080, isProjector: true)
    }
  }

  private func expectFrame(_ scene: Scene, _ name: String, _ look: Look) {
    LabViewTests.expectFrame(scene, look == .window ? name : "\(name)-\(look.rawValue)")
  }

  @Test(arguments: Look.allCases) func aQuestion(_ look: Look) {
    expectFrame(scene(3, page: 1, look), "question", look)
  }

  @Test(arguments: Look.allCases) func aWrongAnswer(_ look: Look) {
    var scene = scene(3, page: 1, look)
    scene.type("2")
    expectFrame(scene, "wrong", look)
  }

  @Test(arguments: Look.allCases) func theRightAnswer(_ look: Look) {
    var scene = scene(4, page: 4, look)
    scene.type("1")
    expectFrame(scene, "right", look)
  }

  @Test(arguments: Look.allCases) func somethingToDo(_ look: Look) {
    expectFrame(scene(4, page: 2, look), "to-do", look)
  }

  @Test(arguments: Look.allCases) func aGuess(_ look: Look) {
    expectFrame(scene(2, page: 2, look), "to-guess", look)
  }

  @Test(arguments: Look.allCases) func theList(_ look: Look) {
    var scene = scene(3, page: 3, look)
    scene.key(.escape)
    scene.perform(.lesson(.start(name: "01-what-is-a-mixture", page: 8)), .lesson(.next))
    scene.wait(20, frame: 20)
    expectFrame(scene, "list", look)
  }

  @Test func paintingInASmallWindow() {
    LabViewTests.expectFrame(ShippedLessons.scene(1, page: 6, width: 960, height: 600), "to-paint-small")
  }

  @Test func sideBySideInTheDark() {
    var scene = ShippedLessons.scene(8, page: 3, width: 1280, height: 800)
    scene.type("t")
    LabViewTests.expectFrame(scene, "side-by-side-dark")
  }
}
