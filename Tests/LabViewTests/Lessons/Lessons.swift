import Foundation
import Rasterizer

@testable import LabCore
@testable import LabFiles
@testable import LabView

/// The lessons that come with the program, for tests of how they look.
enum ShippedLessons {
  private static let folder = SourceTree.root.appendingPathComponent("assets/lessons").path

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

  static let all = names.compactMap { name in
    (try? LessonFile.read("\(folder)/\(name).json"))?.inOtherWords { words[$0]?[name] }
  }

  /// What they say in other languages, by language and name.
  private static let words = Dictionary(
    uniqueKeysWithValues: TestLanguages.shipped.map { language in
      let file = try? LessonWordsFile.read("\(folder)/words/\(language).json")
      let lessons = names.compactMap { try? LessonFile.read("\(folder)/\($0).json") }
      return (
        language,
        Dictionary(
          uniqueKeysWithValues: lessons.compactMap { lesson in
            (try? file?.words(for: lesson)).map { (lesson.name, $0) }
          })
      )
    })

  /// A window in which a lesson is played from a page on.
  ///
  /// - Parameter number: that of the lesson, from 1.
  static func scene(
    _ number: Int, page: Int, width: Int, height: Int, isProjector: Bool = false, font: any TextSource = BuiltInFont()
  ) -> Scene {
    var state = LabState(menu: Scene.menu)
    state.provide(all)
    var scene = Scene(state, width: width, height: height, font: font)
    if isProjector { scene.perform(.interface(.toggleProjector)) }
    scene.perform(.lesson(.start(name: all[number - 1].name, page: page - 1)), .tick(20))
    scene.state.performPendingSearch()
    return scene
  }
}
