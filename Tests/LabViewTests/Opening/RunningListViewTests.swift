import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The list of files that a teacher goes through: looked at, and used by keys and mouse.
@Suite struct RunningListViewTests {
  private static let paths = [
    "/home/ada/class/1 two groups.json", "/home/ada/class/old_faithful.csv", "/home/ada/class/where-you-start.json",
    "/home/ada/class/a rather long name of a scene that somebody prepared.json", "/home/ada/class/moons.json",
  ]

  private static func scene(
    width: Int = 1280, height: Int = 800, isProjector: Bool = false, place: Int = 1
  ) -> Scene {
    var scene = Scene(width: width, height: height)
    if isProjector { scene.perform(.interface(.toggleProjector)) }
    scene.perform(.shell(.prepare(paths: paths)), .shell(.openListed(place)))
    scene.state.answerLast(.opened(Example.moons.source))
    scene.perform(.tick(20))
    return scene
  }

  @Test func whereOneIsStandsInTheTopBar() {
    expectFrame(Self.scene(), "list", file: #filePath)
  }

  @Test(arguments: [(1024, 768), (1920, 1080)]) func onAProjector(_ width: Int, _ height: Int) {
    expectFrame(Self.scene(width: width, height: height, isProjector: true), "list-projector-\(width)", file: #filePath)
  }

  @Test func theFilesAreListedBesideTheData() {
    var scene = Self.scene()
    scene.key(.f3)
    expectFrame(scene, "list-gallery", file: #filePath)
  }

  @Test func aLessonOfTheListSaysBoth() {
    var scene = ShippedLessons.scene(3, page: 1, width: 1280, height: 800)
    scene.perform(.shell(.prepare(paths: Self.paths)))
    #expect(scene.layout.top.count?.hasSuffix("list 1 of 5") == true)
    expectFrame(scene, "list-lesson", file: #filePath)
  }

  /// Where there is little room the place in the list comes before the number of points.
  @Test(arguments: [(960, 600, false), (1280, 800, false), (1024, 768, true), (1920, 1080, true)])
  func thePlaceIsAlwaysSaid(_ width: Int, _ height: Int, _ isProjector: Bool) {
    let scene = Self.scene(width: width, height: height, isProjector: isProjector)
    #expect(scene.layout.top.count?.hasSuffix("list 2 of 5") == true, "\(scene.layout.top.count ?? "nothing")")
    #expect(TextPlacementTests.flaws(scene).isEmpty)
    let said = Transcript(scene.state, font: scene.font).text
    #expect(said.contains("old_faithful.csv") && said.contains("ist 2 of 5"))
  }

  @Test func byKeysAndMouse() {
    var scene = Self.scene()
    scene.key(.pageDown, .control)
    #expect(scene.state.runningList?.place == 2 && scene.state.interface.loading?.path == Self.paths[2])
    scene.perform(.shell(.cancelLoading))
    scene.key(.pageUp, .control)
    #expect(scene.state.runningList?.place == 1)
    scene.perform(.shell(.cancelLoading))
    // A clicker takes half-steps first.
    scene.key(.pageDown)
    #expect(scene.state.document.clock == 1 && scene.state.runningList?.place == 1)
    scene.key(.pageUp)
    scene.key(.pageUp)
    #expect(scene.state.runningList?.place == 0)
    scene.perform(.shell(.cancelLoading))
    scene.key(.f3)
    scene.click(.listedFile(3))
    #expect(scene.state.runningList?.place == 3 && scene.state.interface.overlay == nil)
  }

  /// Without a list the keys do what they always did.
  @Test func withoutAListNothingIsOpened() {
    var scene = Scene()
    for key in [Key.pageDown, .pageUp] {
      let commands = scene.send(.key(key, .control, isRepeat: false))
      #expect(!commands.contains { if case .shell = $0 { true } else { false } })
    }
    scene.key(.pageDown)
    #expect(scene.state.document.clock == 1)
    for _ in 0..<3 { scene.key(.pageUp) }
    #expect(scene.state.document.clock == 0 && scene.state.interface.loading == nil)
  }
}
