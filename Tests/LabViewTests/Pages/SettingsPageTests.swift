import GoldenImages
import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The page of settings: looked at, and used by keys and mouse.
struct SettingsPageTests {
  private static func scene(width: Int = 1280, height: Int = 800, _ commands: Command...) throws -> Scene {
    try TestLanguages.provide()
    var scene = Scene(width: width, height: height)
    scene.perform(commands)
    scene.type(",", .control)
    return scene
  }

  private static let beside = #filePath

  // MARK: - Frames

  @Test func page() throws {
    var scene = try Self.scene()
    scene.key(.tab)
    expectFrame(scene, "settings", file: Self.beside)
  }

  @Test func compactInGerman() throws {
    let scene = try Self.scene(
      width: 960, height: 600, .interface(.set(.language("de"))), .interface(.set(.theme(.dark))))
    expectFrame(scene, "settings-small-german", file: Self.beside)
  }

  @Test func onAProjector() throws {
    expectFrame(
      try Self.scene(width: 1024, height: 768, .interface(.toggleProjector)), "settings-projector", file: Self.beside)
  }

  /// Colors and shapes, larger than usual.
  @Test func shapesOfPoints() throws {
    var scene = Scene()
    scene.perform(
      .start(.setComponentCount(9)), .interface(.set(.shapesPoints(true))), .interface(.set(.textScale(.larger))),
      .interface(.set(.reducesMotion(true))), .run(.stepIteration), .run(.stepForward))
    scene.wait(10)
    expectFrame(scene, "shapes", file: Self.beside)
  }

  // MARK: - Places

  @Test(arguments: [(960, 600), (1280, 800), (1024, 768), (1920, 1080)], [false, true])
  func textAndControlsKeepApart(_ size: (Int, Int), _ isProjector: Bool) throws {
    for code in ["en"] + TestLanguages.shipped {
      var scene = try Self.scene(width: size.0, height: size.1, .interface(.set(.language(code))))
      if isProjector { scene.perform(.interface(.toggleProjector)) }
      for flaw in TextPlacementTests.flaws(scene) { Issue.record("\(code), \(size): \(flaw)") }
      let controls = scene.layout.settingsPage?.controls ?? []
      #expect(scene.layout.settingsPage?.rows.count == 8, "\(code), \(size)")
      for (index, a) in controls.enumerated() {
        #expect(scene.layout.window.contains(a.rect.center))
        if isProjector { #expect(min(a.rect.width, a.rect.height) >= 44, "\(code), \(size): \(a.control)") }
        for b in controls.dropFirst(index + 1) {
          let shared = a.rect.inset(by: 0.5).intersection(b.rect.inset(by: 0.5))
          #expect(shared.isEmpty, "\(code), \(size): \(a.control), \(b.control)")
        }
      }
    }
  }

  /// What is asked for is given as far as everything keeps its place.
  @Test func textsGrowAsFarAsTheWindowHasRoom() {
    for (width, height, largest) in [(960, 600, 1.0), (1280, 800, 1.333), (1920, 1080, 1.8), (3840, 2160, 2.0)] {
      var scene = Scene(width: width, height: height)
      let usual = scene.layout.metrics.ratio
      scene.perform(.interface(.set(.textScale(.largest))))
      #expect(abs(scene.layout.metrics.ratio / usual - largest) < 0.01, "\(width)")
      #expect(TextPlacementTests.flaws(scene).isEmpty)
    }
  }

  // MARK: - Use

  @Test func everyChoiceIsMadeByKeys() throws {
    var scene = try Self.scene()
    #expect(scene.state.interface.overlay == .settings)
    // The row of languages, from English on; languages without letters in this font are passed over.
    scene.key(.tab)
    #expect(scene.state.interface.focused == .setting(.language("en")))
    scene.key(.right)
    let chosen = scene.state.interface.language
    #expect(chosen != "en" && scene.layout.settingsPage?.unreadable.contains(chosen) == false)
    #expect(scene.state.words.language.code == chosen, "at once")
    scene.key(.left)
    for _ in 0..<7 {
      scene.key(.tab)
      scene.key(.right)
    }
    let interface = scene.state.interface
    #expect(interface.language == "en" && interface.textScale == .larger && interface.theme == .dark)
    #expect(interface.projectorTheme == .dark && interface.reducesMotion && interface.shapesPoints)
    #expect(interface.soundsSteps && interface.speaksNews)
    scene.key(.escape)
    #expect(scene.state.interface.overlay == nil && scene.state.interface.focused == nil)
    #expect(!scene.state.canUndo, "none of it is an edit")
  }

  @Test func itIsReachedFromTheGalleryAndUsedByTheMouse() throws {
    try TestLanguages.provide()
    var scene = Scene()
    scene.key(.f3)
    scene.click(.settingsPage)
    #expect(scene.state.interface.overlay == .settings)
    scene.click(.setting(.shapesPoints(true)))
    #expect(scene.state.interface.shapesPoints)
    // The built-in font has no letters of Japanese: the page says so, and the choice does nothing.
    #expect(scene.layout.settingsPage?.unreadable.contains("ja") == true)
    scene.click(.setting(.language("ja")))
    #expect(scene.state.interface.language == "en")
    scene.click(.closeSettings)
    #expect(scene.state.interface.overlay == nil)
  }

  /// Components that share a color differ in shape, and so do all of the first seven.
  @Test func shapesTellComponentsApart() {
    let shapes = LabState.componentCounts.map { OwnerShapes.shape($0 - 1) }
    #expect(Set(shapes.prefix(7)).count == 7)
    for letter in 0..<7 { #expect(shapes[letter] != shapes[letter + 7]) }
  }
}
