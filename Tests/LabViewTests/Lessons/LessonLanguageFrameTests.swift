import Foundation
import GoldenImages
import Rasterizer
import SDLShell
import Testing

@testable import LabCore
@testable import LabView

/// Pages of lessons in German, Arabic and Japanese as pictures, in the letters of the window. Those of English, in the
/// letters that every machine has, are `LessonFrameTests`.
@Suite(.enabled(if: Letters.areThoseOfThePictures, "letters are drawn otherwise here than in the pictures"))
struct LessonLanguageFrameTests {
  enum Look: String, CaseIterable { case window, projector, large }

  static let languages = ["ar", "de", "ja"]

  private func scene(_ number: Int, page: Int, _ language: String, _ look: Look) throws -> Scene {
    try TestLanguages.provide()
    let font = try #require(TestLanguages.font)
    var scene =
      switch look {
      case .window: ShippedLessons.scene(number, page: page, width: 1280, height: 800, font: font)
      case .projector:
        ShippedLessons.scene(number, page: page, width: 1024, height: 768, isProjector: true, font: font)
      case .large: ShippedLessons.scene(number, page: page, width: 1920, height: 1080, isProjector: true, font: font)
      }
    scene.perform(.interface(.setLanguage(language)))
    return scene
  }

  private func expectFrame(_ scene: Scene, _ name: String, _ language: String, _ look: Look) {
    LabViewTests.expectFrame(scene, "\(name)-\(language)" + (look == .window ? "" : "-\(look.rawValue)"))
  }

  @Test(arguments: languages, Look.allCases) func aQuestion(_ language: String, _ look: Look) throws {
    expectFrame(try scene(3, page: 1, language, look), "question", language, look)
  }

  @Test(arguments: languages, Look.allCases) func aWrongAnswer(_ language: String, _ look: Look) throws {
    var scene = try scene(1, page: 4, language, look)
    scene.type("2")
    expectFrame(scene, "wrong", language, look)
  }

  @Test(arguments: languages, Look.allCases) func theList(_ language: String, _ look: Look) throws {
    var scene = try scene(3, page: 3, language, look)
    scene.key(.escape)
    scene.perform(.interface(.toggleOverlay(.lessons)))
    scene.wait(20, frame: 20)
    expectFrame(scene, "list", language, look)
  }
}

private enum Letters {
  /// Whether letters are drawn as they were when the pictures were recorded, which is written beside them.
  static let areThoseOfThePictures: Bool = {
    guard let digest = TestLanguages.lettersDigest.map({ String($0, radix: 16) + "\n" }) else { return false }
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/letters.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try? digest.write(to: file, atomically: true, encoding: .utf8)
    }
    return (try? String(contentsOf: file, encoding: .utf8)) == digest
  }()
}
