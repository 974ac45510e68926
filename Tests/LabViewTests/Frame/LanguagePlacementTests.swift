import Foundation
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// In every language that comes with the program, and in some that nobody speaks: no text lies over another, none is
/// cut, none leaves its place. The states are those of `TextPlacementTests`; each language visits some of them, with
/// `PLACES=1` all.
struct LanguagePlacementTests {
  static let windows = [
    TextPlacementTests.Window(width: 960, height: 600, isProjector: false),
    TextPlacementTests.Window(width: 1280, height: 800, isProjector: false),
    TextPlacementTests.Window(width: 1024, height: 768, isProjector: true),
    TextPlacementTests.Window(width: 1920, height: 1080, isProjector: true),
  ]

  /// Every so many states are visited.
  static let share = ProcessInfo.processInfo.environment["PLACES"].flatMap(Int.init) ?? 40

  /// In the letters of the window.
  @Test(.enabled(if: TestLanguages.font != nil, "DejaVu Sans is not installed"), arguments: windows)
  func everyLanguageHasRoom(_ window: TextPlacementTests.Window) throws {
    try TestLanguages.provide()
    visit(window, TestLanguages.shipped, font: try #require(TestLanguages.font))
  }

  @Test(arguments: windows)
  func accentsAndMarksHaveRoom(_ window: TextPlacementTests.Window) throws {
    try TestLanguages.provide()
    let pseudo: [TestLanguages.Pseudo] = [.accents, .marks]
    visit(window, pseudo.map(\.rawValue), font: BuiltInFont())
  }

  /// What is twice as long ends in “…” where it must, and still lies over nothing else.
  @Test(arguments: windows)
  func twiceAsLongKeepsApart(_ window: TextPlacementTests.Window) throws {
    try TestLanguages.provide()
    visit(window, [TestLanguages.Pseudo.long.rawValue], font: BuiltInFont()) { !$0.hasSuffix("is cut") }
  }

  private func visit(
    _ window: TextPlacementTests.Window, _ codes: [String], font: any TextSource,
    where counts: (String) -> Bool = { _ in true }
  ) {
    let scenes = TextPlacementTests.scenes(window, font: font)
    for (number, code) in codes.enumerated() {
      for (index, found) in scenes.enumerated() where (index + 7 * number) % LanguagePlacementTests.share == 0 {
        var scene = found.scene
        scene.state.interface.language = code
        for flaw in Set(TextPlacementTests.flaws(scene)).sorted() where counts(flaw) {
          Issue.record("\(code), \(window.testDescription), \(found.name): \(flaw)")
        }
      }
    }
  }
}
