import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Lessons in sentences: their questions and exercises, one that is recorded, and those that a class handed in.
struct TranscriptLessonTests {
  private static func heard(_ scene: Scene) -> [String] {
    Transcript(scene.state, font: scene.font).sections.flatMap(\.sentences)
  }

  private static func asks(_ scene: inout Scene, _ kind: Exercise.Kind) throws {
    let lesson = try #require(scene.state.lesson?.lesson)
    let page = try #require(lesson.pages.firstIndex { $0.exercise?.kind == kind })
    scene.perform(.lesson(.start(name: lesson.name, page: page)))
  }

  @Test func theAnswersOfAQuestionAreSaid() throws {
    var scene = ShippedLessons.scene(1, page: 1, width: 1280, height: 800)
    let asks = try #require(scene.state.lesson?.lesson.pages.firstIndex { $0.question != nil })
    scene.perform(.lesson(.start(name: scene.state.lesson?.lesson.name ?? "", page: asks)))
    let choices = try #require(scene.state.lesson?.shown.question?.choices)
    for (index, choice) in choices.enumerated() {
      #expect(Self.heard(scene).contains("\(index + 1): \(choice.label.text(in: "en"))."))
    }
    scene.type("1")
    #expect(Self.heard(scene).contains("1: \(choices[0].label.text(in: "en")); chosen."))
  }

  @Test func theOrderOfPartsIsSaid() throws {
    var scene = ShippedLessons.scene(8, page: 1, width: 1280, height: 800)
    try Self.asks(&scene, .order)
    scene.type("2")
    scene.type("1")
    let heard = Self.heard(scene)
    #expect(heard.contains { $0.hasPrefix("2: ") && $0.hasSuffix("; place 1.") })
    #expect(heard.contains { $0.hasPrefix("1: ") && $0.hasSuffix("; place 2.") })
    #expect(heard.contains { $0.hasPrefix("3: ") && !$0.contains("place") })
  }

  @Test func theDiagnosesAreSaid() throws {
    var scene = ShippedLessons.scene(6, page: 1, width: 1280, height: 800)
    try Self.asks(&scene, .diagnosis)
    let choices = try #require(scene.state.lesson?.exerciseChoices)
    for (index, choice) in choices.enumerated() {
      #expect(Self.heard(scene).contains("\(index + 1): \(scene.state.words.name(choice))."))
    }
  }

  @Test(arguments: 1...4)
  func noSpaceStandsBeforeAStop(_ lesson: Int) {
    var scene = ShippedLessons.scene(lesson, page: 1, width: 1280, height: 800)
    let name = scene.state.lesson?.lesson.name ?? ""
    for page in scene.state.lesson?.lesson.pages.indices ?? 0..<0 {
      scene.perform(.lesson(.start(name: name, page: page)))
      let said = TranscriptScreen(scene.state, scene.layout).lesson
      #expect(said.allSatisfy { !$0.contains(" .") && !$0.contains(" ,") && !$0.contains("  ") }, "\(page): \(said)")
    }
  }

  // MARK: - Recording

  @Test func aLessonThatIsRecordedIsSaid() {
    var scene = RecordingViewTests.recorded()
    let heard = Self.heard(scene)
    #expect(heard.contains("Record a lesson: 2 of 2."))
    #expect(heard.contains("Title of the lesson: What the M-step does."))
    #expect(heard.contains { $0.hasPrefix("What this page says, in two sentences at most: The tick on") })
    #expect(heard.contains { $0.hasPrefix("The question: What will the M-step do to A’s weight") })
    #expect(heard.contains("1 Answer: It grows.") && heard.contains("2 Answer: It falls; Yes."))
    #expect(heard.contains { $0.hasPrefix("To do: ") })
    #expect(!heard.contains { $0.hasPrefix("The keyboard is on What this page says") })
    scene.perform(.lesson(.record(.edit(.text))))
    #expect(Self.heard(scene).contains { $0.hasPrefix("The keyboard is on What this page says") })
    // One that is kept is not on the screen.
    scene.perform(.lesson(.record(.edit(nil))), .lesson(.record(.leave)))
    #expect(!Self.heard(scene).contains { $0.hasPrefix("Title of the lesson") })
  }

  private static func news(_ scene: inout Scene, _ change: (inout Scene) -> Void) -> String? {
    let before = SpokenScreen(scene.state, font: scene.font)
    change(&scene)
    return SpokenScreen(scene.state, font: scene.font).news(since: before)
  }

  /// A letter is no reason to say all the texts again.
  @Test func whatIsWrittenIntoALessonIsSaid() throws {
    var scene = RecordingViewTests.recorded()
    let entered = Self.news(&scene) { $0.perform(.lesson(.record(.edit(.text)))) }
    #expect(entered?.contains("The keyboard is on What this page says") == true)
    let text = try #require(scene.state.recording?.text(.text))
    let typed = Self.news(&scene) { $0.perform(.lesson(.record(.type("x")))) }
    #expect(typed == text + "x")
  }

  @Test func theNameOfWhoHandsInIsSaid() {
    var scene = ShippedLessons.scene(3, page: 8, width: 1280, height: 800)
    scene.click(.lesson(.handIn))
    #expect(Self.heard(scene).contains("Your name, or a nickname: may stay empty."))
    let typed = Self.news(&scene) { $0.type("a") }
    #expect(typed == "a")
    #expect(Self.heard(scene).contains("Your name, or a nickname: a."))
  }

  // MARK: - A class

  @Test func theClassIsSaidAsItIsShown() throws {
    var scene = HandInFrameTests.scene(HandInFrameTests.class24, question: HandInFrameTests.move)
    let words = scene.state.words
    let question = try #require(scene.state.handIns.questions[HandInFrameTests.move...].first)
    var heard = Self.heard(scene)
    let median = try #require(words.median(question))
    #expect(heard.contains("Median \(median)."))
    let scores = try #require(heard.first { $0.hasPrefix("Score: ") })
    #expect(scores.split(separator: ";").count == question.byScore.count && !scores.contains("Pupil"))
    scene.type("n")
    #expect(Self.heard(scene).contains { $0.hasPrefix("Score: Pupil") })
    scene.type("n")

    let place = try #require(scene.state.handIns.questions.firstIndex { $0.kind == .question })
    scene.perform(.handIns(.choose(place)))
    let asked = scene.state.handIns.questions[place]
    let choices = try #require(scene.state.handIns.lessonQuestion(on: asked.page)).choices
    heard = Self.heard(scene)
    for (index, choice) in choices.enumerated() {
      let count = asked.answers.count { $0.result.answer == index }
      let line = "\(index + 1) \(choice.label.text(in: "en")): \(count)"
      #expect(heard.contains(line + (choice.isRight ? "; Yes." : ".")))
    }
    #expect(heard.contains(words.sentence(words(.scoreIsChoice))))
    scene.perform(.handIns(.show(.truth)))
    #expect(Self.heard(scene).contains { $0.hasSuffix(": Yes.") })
  }

  @Test func whileNobodyHasHandedInThatIsSaid() {
    let scene = HandInFrameTests.scene([])
    #expect(Self.heard(scene).contains { $0.hasPrefix(scene.state.words(.waitsForHandIns)) })
  }

  /// 219 points of 220 are not all of them.
  @Test func nothingIsRoundedUpToAllOfIt() {
    let words = Scene().state.words
    #expect(words.share(219.0 / 220) == words(.percentOf(value: "99")))
    #expect(words.share(1) == words(.percentOf(value: "100")))
  }
}
