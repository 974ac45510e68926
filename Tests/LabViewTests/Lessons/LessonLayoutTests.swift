import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Every page of every lesson, asked and answered, at the sizes of desks and of classrooms: its text has room, its answers
/// stand side by side, and what it points at is there.
struct LessonLayoutTests {
  struct Window: Sendable, CustomTestStringConvertible {
    let width, height: Int
    let isProjector: Bool
    var testDescription: String { "\(width)×\(height)\(isProjector ? " projector" : "")" }
  }

  static let windows = [
    Window(width: 960, height: 600, isProjector: false), Window(width: 1280, height: 800, isProjector: false),
    Window(width: 1920, height: 1080, isProjector: false), Window(width: 1024, height: 768, isProjector: true),
    Window(width: 1280, height: 800, isProjector: true), Window(width: 1920, height: 1080, isProjector: true),
  ]

  @Test func allLessonsAreThere() { #expect(ShippedLessons.all.count == 10) }

  /// In every language that it comes in.
  @Test(arguments: windows)
  func everyPageHasRoom(_ window: Window) {
    for (index, lesson) in ShippedLessons.all.enumerated() {
      for (page, content) in lesson.pages.enumerated() {
        for language in lesson.title.all.keys.sorted() {
          var scene = ShippedLessons.scene(
            index + 1, page: page + 1, width: window.width, height: window.height, isProjector: window.isProjector)
          scene.perform(.interface(.setLanguage(language)))
          let name = "\(lesson.name) \(language), page \(page + 1)"
          check(scene, name, content)
          for flaw in Set(TextPlacementTests.flaws(scene)).sorted() { Issue.record("\(name): \(flaw)") }
          for choice in (content.question?.choices ?? []).indices {
            scene.perform(.lesson(.answer(choice)))
            check(scene, "\(name), answer \(choice + 1)", content)
          }
          guard content.exercise != nil else { continue }
          for choice in (scene.state.lesson?.exerciseChoices ?? []).indices {
            scene.perform(.lesson(.answer(choice)))
            check(scene, "\(name), answer \(choice + 1)", content, mayPlay: true)
          }
          scene.perform(.lesson(.showAnswer), .run(.stepForward))
          check(scene, "\(name), shown", content, mayPlay: true)
          for flaw in Set(TextPlacementTests.flaws(scene)).sorted() { Issue.record("\(name), shown: \(flaw)") }
        }
      }
    }
  }

  /// No answer to what is argued about is said to be right or wrong.
  @Test func whatIsArguedAboutIsRepliedToAndNotJudged() throws {
    for (index, lesson) in ShippedLessons.all.enumerated() {
      var scene = ShippedLessons.scene(index + 1, page: lesson.pages.count, width: 1280, height: 800)
      for (choice, answer) in try #require(lesson.pages.last?.question).choices.enumerated() {
        scene.perform(.lesson(.answer(choice)))
        let said = try #require(scene.state.lesson).spans(scene.state.words, language: "en")
        #expect(said.map(\.text).joined() == answer.reply.english && scene.layout.band?.note == nil)
        #expect(scene.layout.band?.choices[choice].look == .chosen)
      }
    }
  }

  @Test func noTextIsMissingInALanguageThatItsLessonHas() {
    for lesson in ShippedLessons.all {
      let languages = Set(lesson.title.all.keys)
      let questions = lesson.pages.compactMap(\.question)
      var texts = [lesson.title, lesson.line] + lesson.pages.map(\.text) + questions.map(\.ask)
      for choice in questions.flatMap(\.choices) { texts += [choice.label, choice.reply] }
      for text in texts { #expect(Set(text.all.keys) == languages, "\(lesson.name): \(text.english)") }
    }
  }

  /// - Parameter mayPlay: whether there may be more than the page has: a model answer is a run to go back and forth in.
  private func check(_ scene: Scene, _ name: String, _ page: LessonPage, mayPlay: Bool = false) {
    let layout = scene.layout
    guard let band = layout.band else {
      Issue.record("\(name) has no band")
      return
    }
    #expect(band.text.lines.count <= LessonBandLayout.most && !band.text.isCut, "\(name) is too long")
    let ends = band.text.lines.map { $0.last.map { $0.x + $0.width } ?? 0 }
    #expect(ends.allSatisfy { band.textX + $0 <= band.close.x }, "\(name) runs under the cross")
    #expect(
      (band.choices.map(\.rect.maxX) + band.buttons.map(\.rect.maxX) + [0]).allSatisfy { $0 <= band.restart.x },
      "\(name): the answers have no room")
    #expect(band.frame.maxY <= layout.panel.y && layout.stage.height > 200, "\(name) leaves the canvas little")
    if let target = page.highlight, !mayPlay {
      #expect(layout.place(of: target) != nil, "\(name) points at what is not there")
    }
    if mayPlay { return }
    for control in layout.controls.map(\.control) where control.lessonPart.map({ page.parts?.contains($0) }) == false {
      #expect(!scene.state.isEnabled(control), "\(name): \(control)")
    }
  }

  @Test func whatAPageDoesWithoutIsGone() {
    let scene = ShippedLessons.scene(3, page: 1, width: 1280, height: 800)
    let controls = Set(scene.layout.controls.map(\.control))
    for control in [Control.play, .end, .guess, .faster, .tool(.brush), .clear, .more, .page(.options), .newStart] {
      #expect(!controls.contains(control), "\(control)")
    }
    for control in [Control.restart, .back, .next, .tool(.hand), .fit, .help, .lesson(.home), .lesson(.next)] {
      #expect(controls.contains(control), "\(control)")
    }
    #expect(!scene.state.isEnabled(.next), "it waits for the answer")
  }

  @Test func aProjectorHasTheRailOnlyWhereItIsOfUse() {
    func rail(_ number: Int, _ page: Int) -> Double {
      ShippedLessons.scene(number, page: page, width: 1280, height: 800, isProjector: true).layout.rail.width
    }
    #expect(rail(3, 1) == 0 && rail(1, 6) > 0 && rail(2, 2) > 0)
  }

  // MARK: - Keys and mouse

  @Test func keysGoThroughALesson() {
    var scene = ShippedLessons.scene(3, page: 1, width: 1280, height: 800)
    scene.type("2")
    #expect(scene.state.lesson?.answer?.latest == 1 && scene.model.componentCount == 3)
    scene.type("7")
    #expect(scene.model.componentCount == 3, "digits do not set K")
    scene.type("3")
    #expect(scene.state.lesson?.isTimeToGoOn == true && scene.state.lesson?.answer?.first == 1)
    scene.key(.enter)
    #expect(scene.state.lesson?.page == 1)
    scene.key(.enter, .shift)
    #expect(scene.state.lesson?.page == 0)
    scene.key(.pageDown)
    scene.key(.pageDown)
    scene.key(.pageUp)
    #expect(scene.state.lesson?.page == 1)
    scene.key(.escape)
    #expect(scene.state.lesson == nil && scene.state.lessons.progress["03-move-and-reshape"]?.page == 1)
    scene.key(.pageDown)
    #expect(scene.state.document.clock == 1, "without a lesson a clicker steps")
    scene.key(.pageUp)
    #expect(scene.state.document.clock == 0)
  }

  @Test func buttonsGoThroughALesson() {
    var scene = ShippedLessons.scene(3, page: 1, width: 960, height: 600)
    scene.click(.lesson(.answer(0)))
    #expect(scene.state.lesson?.answer?.latest == 0)
    scene.click(.lesson(.next))
    scene.click(.next)
    #expect(scene.state.lesson?.page == 1 && scene.state.document.clock == 2)
    scene.click(.lesson(.restartPage))
    #expect(scene.state.document.clock == 1)
    scene.click(.lesson(.back))
    #expect(scene.state.lesson?.page == 0)
    scene.click(.lesson(.leave))
    #expect(scene.state.lesson == nil)
  }

  @Test func theListBeginsLessonsAndGoesOnWithThem() {
    var scene = ShippedLessons.scene(4, page: 3, width: 1280, height: 800)
    scene.key(.escape)
    scene.key(.f2)
    #expect(scene.state.interface.overlay == .lessons && scene.layout.lessons?.cards.count == 12)
    scene.click(.lesson(.card(3)))
    #expect(scene.state.lesson?.page == 2 && scene.state.interface.overlay == nil)
    scene.click(.lesson(.home))
    #expect(scene.state.interface.overlay == .lessons && scene.state.lesson != nil)
    scene.perform(.interface(.focus(.lesson(.card(3)))))
    scene.key(.delete)
    #expect(scene.state.lessons.progress["04-always-uphill"] == LessonProgress())
    scene.key(.right)
    scene.key(.down)
    #expect(scene.state.interface.focused == .lesson(.card(8)))
    scene.key(.down)
    #expect(scene.state.interface.focused == .lesson(.card(8)), "below it is nothing")
    scene.key(.up)
    scene.key(.enter)
    #expect(scene.state.lesson?.lesson.name == "05-where-you-start-matters")
  }

  @Test func theListScrollsWhereItHasNoRoom() {
    var scene = ShippedLessons.scene(1, page: 1, width: 1024, height: 768, isProjector: true)
    scene.key(.f2)
    let shown = scene.layout.lessons?.rowsShown ?? 0
    #expect(shown < scene.layout.lessons?.rowCount ?? 0)
    for _ in 0..<4 { scene.key(.down) }
    #expect(scene.layout.rect(of: .lesson(.openFile)) != nil || scene.layout.rect(of: .lesson(.card(9))) != nil)
    scene.send(.wheel(5, Point(500, 400), []))
    #expect((scene.layout.lessons?.firstRow ?? 0) < 3)
  }

  /// Text in pieces: a phrase stays on its ground, a comma after it clings to it.
  @Test func linesAreMadeOfPieces() {
    let font = BuiltInFont()
    let lines = LessonLines(
      [("One two ", .plain), ("three four", .phrase), (", five", .plain)], size: 18, width: 150, font: font)
    #expect(lines.lines.count == 2)
    let texts = lines.lines.map { $0.map(\.text) }
    #expect(texts.flatMap { $0 }.joined(separator: "|").contains("four|,"))
    for line in lines.lines {
      #expect(zip(line, line.dropFirst()).allSatisfy { $0.x + $0.width <= $1.x + 0.5 })
      #expect((line.last.map { $0.x + $0.width } ?? 0) <= 150)
    }
  }
}
