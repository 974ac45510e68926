import GoldenImages
import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The screen in sentences as a page: over whatever is open, in lines that scroll.
struct TranscriptPageTests {
  @Test func frames() {
    var scene = TranscriptScenes.scene("converged")
    scene.key(.f4)
    expectFrame(scene, "transcript")
    scene.perform(.interface(.toggleProjector))
    scene.perform(.shell(.resize(width: 1024, height: 768, pixelRatio: 1)))
    scene.key(.pageDown)
    expectFrame(scene, "transcript-projector")
  }

  @Test(arguments: [(960, 600), (1280, 800), (1024, 768), (1920, 1080)], [false, true])
  func everyLineHasRoom(_ size: (Int, Int), _ isProjector: Bool) throws {
    try TestLanguages.provide()
    for code in ["en"] + TestLanguages.shipped {
      for name in ["converged", "settings"] {
        var scene = TranscriptScenes.scene(name, width: size.0, height: size.1)
        if isProjector { scene.perform(.interface(.toggleProjector)) }
        scene.perform(.interface(.setLanguage(code)))
        scene.key(.f4)
        for flaw in TextPlacementTests.flaws(scene) { Issue.record("\(code), \(size), \(name): \(flaw)") }
        scene.key(.end)
        for flaw in TextPlacementTests.flaws(scene) { Issue.record("\(code), \(size), \(name): \(flaw)") }
      }
    }
  }

  /// Going through it page by page shows every line of it.
  @Test func everyLineComesIntoSight() throws {
    var scene = TranscriptScenes.scene("gallery", width: 960, height: 600)
    let whole = Transcript(scene.state, font: scene.font).text.filter { $0 != "\n" && $0 != " " }
    scene.key(.f4)
    var seen: [Int: String] = [:]
    for _ in 0..<200 {
      let page = try #require(scene.layout.transcript)
      for (index, line) in page.lines.enumerated() { seen[page.firstLine + index] = line.text }
      scene.key(.pageDown)
    }
    let read = seen.sorted { $0.key < $1.key }.map(\.value).joined().filter { $0 != " " }
    #expect(read == whole)
    scene.key(.home)
    #expect(scene.layout.transcript?.firstLine == 0)
    scene.key(.down)
    scene.send(.wheel(-1, Point(400, 300), []))
    #expect(scene.layout.transcript?.firstLine == 4)
  }

  /// It opens over everything, and what was there is there again.
  @Test(arguments: TranscriptScenes.names.filter { $0 != "naming" && $0 != "seed" })
  func itLiesOverWhatIsOpen(_ name: String) {
    let before = TranscriptScenes.scene(name)
    var scene = before
    scene.key(.f4)
    #expect(scene.layout.transcript != nil && KeyContext(scene.state) == .transcript)
    // Nothing below is pressed.
    scene.click(at: Point(300, 300))
    for key in [Key.enter, .tab, .delete, .character("c"), .right] { scene.key(key) }
    scene.key(.escape)
    #expect(scene.layout.transcript == nil)
    var expected = before.state
    var found = scene.state
    for state in [0, 1] {
      var own = state == 0 ? expected : found
      own.interface.pointer = nil
      own.interface.hovered = nil
      own.interface.hoveredSince = 0
      own.interface.restingSince = 0
      own.interface.showsHint = false
      if state == 0 { expected = own } else { found = own }
    }
    #expect(found.interface == expected.interface && found.document == expected.document, "\(name)")
  }

  @Test func itIsReachedFromTheGallery() {
    var scene = Scene()
    scene.key(.f3)
    scene.click(.transcript)
    #expect(scene.layout.transcript != nil)
    scene.click(.closeTranscript)
    #expect(scene.layout.transcript == nil && scene.state.interface.overlay == .gallery)
  }
}
