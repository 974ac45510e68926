import GoldenImages
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Exercises as pictures, before and after they are marked: at a desk, on small displays, and on
/// projectors.
struct ExerciseFrameTests {
  enum Look: String, CaseIterable {
    case window, projector, small, large

    static let two: [Look] = [.window, .projector]
    var ending: String { self == .window ? "" : "-" + rawValue }
  }

  private func scene(_ number: Int, page: Int, _ look: Look) -> Scene {
    switch look {
    case .window: ShippedLessons.scene(number, page: page, width: 1280, height: 800)
    case .projector: ShippedLessons.scene(number, page: page, width: 1024, height: 768, isProjector: true)
    case .small: ShippedLessons.scene(number, page: page, width: 960, height: 600)
    case .large: ShippedLessons.scene(number, page: page, width: 1920, height: 1080, isProjector: true)
    }
  }

  private func expectFrame(_ scene: Scene, _ name: String, _ look: Look) {
    LabViewTests.expectFrame(scene, "exercise-\(name)" + look.ending)
  }

  @Test(arguments: Look.two) func owners(_ look: Look) {
    var scene = scene(2, page: 6, look)
    expectFrame(scene, "owners", look)
    for (letter, place) in [DataPoint(-0.6, -4.2), DataPoint(-4.2, 3.3), DataPoint(4.7, 1)].enumerated() {
      scene.perform(
        .guess(.choose(letter)), .guess(.beginGiving(place, radius: DataSize(2.8, 2.8))), .guess(.endStroke))
    }
    scene.perform(.run(.stepForward), .tick(40))
    expectFrame(scene, "owners-marked", look)
  }

  @Test(arguments: Look.allCases) func order(_ look: Look) {
    var scene = scene(8, page: 7, look)
    scene.type("2")
    scene.type("1")
    expectFrame(scene, "order", look)
    scene.type("4")
    scene.type("3")
    expectFrame(scene, "order-marked", look)
  }

  @Test(arguments: Look.allCases) func diagnosis(_ look: Look) {
    var scene = scene(6, page: 8, look)
    expectFrame(scene, "diagnosis", look)
    scene.type("1")
    expectFrame(scene, "diagnosis-marked", look)
  }

  @Test(arguments: Look.two) func mystery(_ look: Look) {
    var scene = scene(1, page: 8, look)
    scene.perform(.run(.runToConvergence), .tick(40), .guess(.openBox))
    expectFrame(scene, "mystery-marked", look)
  }

  @Test(arguments: Look.two) func move(_ look: Look) {
    var scene = scene(3, page: 7, look)
    scene.perform(.start(.moveMean(0, to: DataPoint(-2, -1))), .run(.stepForward), .tick(40))
    expectFrame(scene, "move-marked", look)
  }

  @Test(arguments: Look.two) func gain(_ look: Look) {
    let scene = scene(4, page: 8, look)
    expectFrame(scene, "gain", look)
  }

  @Test(arguments: Look.two) func count(_ look: Look) {
    let scene = scene(7, page: 8, look)
    expectFrame(scene, "count", look)
  }

  @Test func keysAnswerShowAndGoOn() {
    var scene = scene(8, page: 7, .window)
    scene.key(.enter, [.control, .shift])
    #expect(scene.state.lesson?.round.phase == .seen && scene.state.lesson?.page == 6)
    scene.key(.character("n"), .control)
    #expect(scene.state.lesson?.isAsking == true)
    scene.click(.lesson(.showAnswer))
    scene.click(.lesson(.newPoints))
    #expect(scene.state.lesson?.round.number == 2 && scene.state.lesson?.page == 6)
  }
}
