import Rasterizer
import SDLShell
import Testing

@testable import LabCore
@testable import LabView

/// The lessons in every language that comes with the program: played to the end, right and wrong, every text has room.
struct LessonLanguageTests {
  private static let hasFont = TestLanguages.font != nil
  private static let numbers = Array(1...ShippedLessons.names.count)

  /// By keys, with every answer; at each stop all languages are looked at, in all windows.
  @Test(.enabled(if: hasFont, "DejaVu Sans is not installed"), arguments: numbers)
  func everyPageAndReplyHasRoom(_ number: Int) throws {
    try TestLanguages.provide()
    let font = try #require(TestLanguages.font)
    var scene = ShippedLessons.scene(number, page: 1, width: 1280, height: 800, font: font)
    let lesson = try #require(scene.state.lesson?.lesson)
    for (index, page) in lesson.pages.enumerated() {
      #expect(scene.state.lesson?.page == index)
      let name = "\(lesson.name), page \(index + 1)"
      look(at: scene, name)
      let choices = page.question?.choices ?? []
      // The wrong ones first.
      for choice in choices.indices.sorted(by: { !choices[$0].isRight && choices[$1].isRight }) {
        scene.perform(.lesson(.answer(choice)))
        #expect(scene.state.lesson?.answer?.latest == choice)
        look(at: scene, "\(name), answer \(choice + 1)")
      }
      if let exercise = page.exercise { lookAtMarks(of: exercise, scene, name) }
      scene.key(.enter)
    }
    #expect(scene.state.lesson == nil && scene.state.lessons.progress[lesson.name]?.isDone == true)
  }

  /// What is said of an exercise that was answered, well or not, or whose answer was looked at.
  private func lookAtMarks(of exercise: Exercise, _ scene: Scene, _ name: String) {
    guard let lesson = scene.state.lesson else { return }
    var shown = scene
    shown.state.lesson?.rounds[lesson.page, default: ExerciseRound()].phase = .seen
    look(at: shown, "\(name), the answer was seen")
    shown.state.lesson?.rounds[lesson.page]?.phase = .marked
    shown.state.lesson?.hasReachedEnd = false
    for (right, isPassed) in [(0.88, false), (1.0, true)] {
      let all = exercise.kind == .mystery ? 1.0 : exercise.kind == .owners ? 200 : 14
      let mark = ExerciseMark(
        page: lesson.page, kind: exercise.kind, seed: lesson.seed(of: lesson.page), right: right * all, of: all,
        isPassed: isPassed, attempts: 1, seenModelAnswer: false)
      shown.state.lesson?.marks = [mark]
      look(at: shown, "\(name), marked")
      shown.state.lesson?.hasReachedEnd = true
      look(at: shown, "\(name), marked, at the end")
    }
  }

  private func look(at scene: Scene, _ name: String) {
    for window in LanguagePlacementTests.windows {
      var shown = scene
      shown.resize(window)
      let layout = shown.layout
      let (metrics, frame) = (layout.metrics, layout.window)
      for language in TestLanguages.shipped {
        shown.state.interface.language = language
        guard
          let band = LessonBandLayout(
            shown.state, top: metrics.topBar, window: frame, metrics: metrics, font: scene.font)
        else {
          Issue.record("\(name) has no band")
          return
        }
        let place = "\(language), \(name), \(window.testDescription)"
        #expect(
          band.text.lines.count <= LessonBandLayout.most && !band.text.isCut,
          "\(place) is too long by \(band.text.lines.dropFirst(LessonBandLayout.most).flatMap { $0.map(\.text) })")
        for piece in band.text.lines.joined() {
          #expect(
            piece.x >= -0.5 && band.textX + piece.x + piece.width <= band.close.x + 0.5, "\(place) runs out of the band"
          )
        }
        #expect(
          (band.choices.map(\.rect.maxX) + band.buttons.map(\.rect.maxX) + [0]).allSatisfy { $0 <= band.restart.x },
          "\(place): the answers have no room: \(band.choices.map(\.label))")
      }
    }
  }

  /// The list, its first cards and its last ones, and the title of each lesson above its pages.
  @Test(.enabled(if: hasFont, "DejaVu Sans is not installed"), arguments: LanguagePlacementTests.windows)
  func theListAndTheTitlesHaveRoom(_ window: TextPlacementTests.Window) throws {
    try TestLanguages.provide()
    let font = try #require(TestLanguages.font)
    for number in Self.numbers {
      var scene = ShippedLessons.scene(number, page: 2, width: 1280, height: 800, font: font)
      scene.resize(window)
      for (index, language) in TestLanguages.shipped.enumerated() {
        scene.state.interface.language = language
        let title = scene.state.lesson?.lesson.title.text(in: language)
        let name = scene.layout.top.name
        #expect(name == title, "\(language), \(window.testDescription): “\(name)” is cut")
        // A page of each lesson as a whole in one of the languages.
        if index == number { report(scene, language, window, "lesson \(number)") }
      }
    }
    var list = ShippedLessons.scene(1, page: 1, width: 1280, height: 800, font: font)
    list.resize(window)
    list.perform(.interface(.toggleOverlay(.lessons)), .tick(40))
    for language in TestLanguages.shipped {
      list.state.interface.language = language
      for row in [0, 99] {
        list.perform(.interface(.scrollGallery(row)))
        report(list, language, window, "the list")
      }
    }
  }

  private func report(_ scene: Scene, _ language: String, _ window: TextPlacementTests.Window, _ name: String) {
    // Three dots that a name has anyway say that something opens.
    let names = scene.state.words.templates.values.filter { $0.hasSuffix("…") }.map { "“\($0)” is cut" }
    for flaw in Set(TextPlacementTests.flaws(scene)).subtracting(names).sorted() {
      Issue.record("\(language), \(window.testDescription), \(name): \(flaw)")
    }
  }

  /// In Arabic the lines begin at the right, and each piece stands left of the one before it.
  @Test func linesReadFromTheRight() {
    let font = BuiltInFont()
    let spans: [(text: String, style: LessonLines.Style)] = [
      ("One two ", .plain), ("three four", .phrase), (", five", .plain),
    ]
    let left = LessonLines(spans, size: 18, width: 150, font: font)
    let right = LessonLines(spans, size: 18, width: 150, font: font, isRightToLeft: true)
    #expect(left.lines.map { $0.map(\.text) } == right.lines.map { $0.map(\.text) })
    for (one, other) in zip(left.lines.joined(), right.lines.joined()) {
      #expect(abs(other.x + other.width - (150 - one.x)) < 1e-9)
    }
  }

  /// The language is changed while a lesson is played: what it says changes with it, and nothing else.
  @Test func theLanguageChangesWhileALessonIsPlayed() throws {
    try TestLanguages.provide()
    var scene = ShippedLessons.scene(3, page: 1, width: 1280, height: 800)
    let (english, before) = (scene.layout, scene.state)
    scene.perform(.interface(.setLanguage("de")))
    let german = scene.layout
    #expect(german.top.name != english.top.name && german.band?.text.lines != english.band?.text.lines)
    #expect(german.band?.choices.map(\.label) != english.band?.choices.map(\.label))
    #expect(scene.state.lesson == before.lesson && scene.state.document.clock == before.document.clock)
    scene.perform(.interface(.setLanguage("en")))
    #expect(scene.layout.band?.text.lines == english.band?.text.lines)
  }
}

extension Scene {
  fileprivate mutating func resize(_ window: TextPlacementTests.Window) {
    perform(.shell(.resize(width: window.width, height: window.height, pixelRatio: 1)))
    if window.isProjector { perform(.interface(.toggleProjector)) }
  }
}
