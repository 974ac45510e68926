import Foundation
import GaussianMixtures
import Testing

@testable import LabCore
@testable import LabFiles

/// Files of lessons: what is read, and how what cannot be is refused.
@Suite struct LessonFileTests {
  private static let whole = """
    {"format": "mixture-lab lesson", "version": 1, "title": {"en": "Title", "de": "Titel"}, "line": "Line", "minutes": 6, "picture": 2,
     "scene": {"example": "threeClusters", "seed": 3, "components": 2, "means": [[1, 2], [3, 4]], "variance": 2.5,
       "startSeed": 4, "start": "k-means++", "family": "tied", "onCollapse": "reseed", "compare": "k-means",
       "layers": ["points", "model"], "halfSteps": 2, "page": "run", "largeChart": false},
     "controls": ["next", "back"], "locked": ["back"],
     "pages": [
       {"text": "Look at *card A*.", "highlight": "card A", "locked": ["next"], "halfSteps": 1,
        "question": {"ask": "Why?", "choices": [
          {"label": "So", "reply": "Because of *it*.", "right": true}, {"label": "Not so", "reply": "No."}]}},
       {"text": "Paint.", "controls": ["brush"], "tool": "brush", "gate": {"points": 12},
        "scene": {"example": "empty"}},
       {"text": "Guess.", "guess": "owners", "gate": "guess"},
       {"text": "Climb.", "gate": {"logLikelihood": -812.5}, "highlight": "chart"},
       {"text": "Move.", "scene": {"example": "unequal", "halfSteps": 3},
        "exercise": {"kind": "move", "tolerance": 0.2, "feedback": "end", "seed": 8}},
       {"text": "Look into it.", "exercise": {"kind": "mystery", "level": "elongated", "seed": 9}}]}
    """

  private static func read(_ text: String) throws -> Lesson {
    try LessonFile.lesson(try JSONValue.parse(Array(text.utf8)), path: "/a/b/my-lesson.json")
  }

  @Test func everyMemberIsRead() throws {
    let lesson = try Self.read(Self.whole)
    #expect(lesson.picture == 1)
    #expect(lesson.name == "my-lesson" && lesson.minutes == 6 && lesson.title.text(in: "de") == "Titel")
    var setup = LessonSetup(
      example: .threeClusters, seed: 3, components: 2, means: [DataPoint(1, 2), DataPoint(3, 4)], variance: 2.5,
      startSeed: 4, startKind: .kMeansPlusPlus, family: .tied, onCollapse: .reseed, compare: .kMeans,
      layers: Layers([.points, .model]), halfSteps: 2)
    setup.page = .run
    #expect(lesson.scene == .made(setup))
    let first = lesson.pages[0]
    #expect(first.highlight == .card(0) && first.parts == [.next, .back] && first.locked == [.next])
    #expect(first.question?.choices.map(\.isRight) == [true, false] && first.halfSteps == 1)
    #expect(lesson.pages[1].parts == [.brush] && lesson.pages[1].locked == [.back] && lesson.pages[1].tool == .brush)
    #expect(lesson.pages[1].gate == .points(12) && lesson.pages[1].scene == .made(LessonSetup(example: .empty)))
    #expect(lesson.pages[2].guess == .owners && lesson.pages[2].gate == .guess)
    let moved = Exercise(
      .move, tolerance: 0.2, feedback: .atEnd, seed: 8,
      points: .made(LessonSetup(example: .unequal, halfSteps: 3)))
    #expect(lesson.pages[4].exercise == moved && lesson.pages[4].locked.isEmpty)
    let mystery = Exercise(.mystery, seed: 9, points: .mystery(.elongated))
    #expect(lesson.pages[5].exercise == mystery && mystery.tolerance == 0.05 && mystery.feedback == .atOnce)
    #expect(lesson.pages[3].gate == .logLikelihood(-812.5) && lesson.pages[3].highlight == .area(.chart))
  }

  @Test func aSceneMayStandInItWhole() throws {
    var state = LabState(example: .ring)
    state.performPendingWork()
    let scene = try SceneFile.text(state.scene)
    let lesson = try Self.read(
      """
      {"format": "mixture-lab lesson", "version": 1, "title": "T", "line": "L", "minutes": 1, "scene": \(scene),
       "pages": [{"text": "One."}]}
      """)
    guard case .saved(let read) = lesson.scene else {
      Issue.record("it is a scene")
      return
    }
    #expect(read.holdsTheSame(as: state.scene) && lesson.pages[0].parts == nil)
  }

  @Test func aQuestionToArgueAboutHasNoRightAnswer() throws {
    let text = Self.whole.replacing(", \"right\": true", with: "").replacing("\"ask\"", with: "\"open\": true, \"ask\"")
    let lesson = try Self.read(text)
    #expect(lesson.pages[0].question?.isOpen == true)
    #expect(try Self.read(try LessonFile.text(lesson, path: "l.json")).pages == lesson.pages)
  }

  /// What is replaced in the whole lesson, and what the error names.
  @Test(arguments: [
    ("\"version\": 1", "\"version\": 3", "newer"), ("\"version\": 1,", "", "without its version"),
    ("mixture-lab lesson", "other", "is no lesson"), ("\"minutes\": 6", "\"minutes\": 0", "minutes"),
    ("\"minutes\": 6", "\"minutes\": 6, \"hours\": 1", "hours is not known"),
    ("\"line\": \"Line\", ", "", "line is missing"), ("\"en\": \"Title\", ", "", "title has no text in English"),
    ("\"threeClusters\"", "\"fourClusters\"", "scene.example is none of"),
    ("[[1, 2], [3, 4]]", "[[1, 2]]", "scene.means"), ("[[1, 2], [3, 4]]", "[[1, 2, 3], [3, 4]]", "scene.means"),
    ("\"page\": \"run\"", "\"page\": \"walk\"", "scene.page"),
    ("\"halfSteps\": 2", "\"halfSteps\": -1", "scene.halfSteps"),
    ("[\"next\", \"back\"]", "[\"next\", \"next\"]", "controls has 'next' twice"),
    ("[\"next\", \"back\"]", "[\"nest\"]", "controls is none of"),
    ("\"highlight\": \"card A\", ", "", "page 1, text has a marked phrase"),
    ("\"card A\", \"locked\"", "\"card Z\", \"locked\"", "page 1, highlight"),
    ("*card A*", "*card A", "page 1, text has an asterisk"),
    ("\"Because of *it*.\"", "\"\"", "question.choices[0].reply is empty"),
    (", \"right\": true", "", "page 1, question.choices has none that is right"),
    ("\"ask\"", "\"open\": true, \"ask\"", "page 1, question.open is a question that has no right answer"),
    ("\"right\": true", "\"right\": 1", "page 1, question.choices[0].right"),
    ("\"ask\": \"Why?\", ", "", "page 1, question.ask is missing"),
    ("\"label\": \"Not so\", ", "", "question.choices[1].label"),
    ("{\"points\": 12}", "{\"points\": 0}", "page 2, gate.points"),
    ("{\"points\": 12}", "{}", "page 2, gate does not ask"),
    ("{\"points\": 12}", "{\"points\": 1, \"halfSteps\": 1}", "page 2, gate does not ask"),
    ("{\"points\": 12}", "\"answer\"", "page 2, gate waits for an answer"),
    ("{\"points\": 12}", "\"soon\"", "page 2, gate"),
    ("\"tool\": \"brush\"", "\"tool\": \"comb\"", "page 2, tool"),
    ("\"guess\": \"owners\", ", "", "page 3, gate waits for a guess"),
    ("\"Guess.\"", "\"Gu\\ness.\"", "page 3, text is not on one line"), ("\"Guess.\"", "7", "page 3, text is no text"),
    ("\"Guess.\"", "{\"en\": \"G\", \"de\": 1}", "page 3, text.de is no text"),
    ("\"kind\": \"move\"", "\"kind\": \"dance\"", "page 5, exercise.kind is none of owners, move"),
    ("\"kind\": \"move\", ", "", "page 5, exercise.kind is missing"),
    (", \"seed\": 8", "", "page 5, exercise.seed is missing"),
    ("\"tolerance\": 0.2", "\"tolerance\": 2", "page 5, exercise.tolerance is no number within 0.05 to 0.5"),
    ("\"feedback\": \"end\"", "\"feedback\": \"soon\"", "page 5, exercise.feedback is none of at once, end"),
    (
      "\"kind\": \"move\", \"tolerance\": 0.2", "\"kind\": \"order\", \"tolerance\": 0.2",
      "exercise.tolerance is one of"
    ),
    ("\"halfSteps\": 3}", "\"halfSteps\": 2}", "page 5, exercise asks for an M-step, and an E-step comes next"),
    ("\"kind\": \"move\"", "\"kind\": \"owners\"", "page 5, exercise asks for an E-step"),
    (
      "{\"example\": \"unequal\", \"halfSteps\": 3}", "{\"example\": \"empty\", \"halfSteps\": 3}",
      "page 5, exercise needs"
    ),
    ("\"kind\": \"move\"", "\"kind\": \"mystery\"", "page 5, scene has no place"),
    ("\"Move.\"", "\"Move.\", \"guess\": \"move\"", "page 5, guess has no place beside an exercise"),
    ("\"seed\": 8", "\"seed\": 8, \"level\": \"unequal\"", "page 5, exercise.level is one of mysteries"),
    ("\"seed\": 9", "\"seed\": 9, \"points\": 3", "page 6, exercise.points is not known here"),
  ])
  func whatCannotBeIsRefusedWithPageAndField(_ before: String, _ after: String, _ said: String) throws {
    #expect(Self.whole.contains(before), "\(before)")
    let text = Self.whole.replacing(before, with: after, maxReplacements: 1)
    do {
      _ = try Self.read(text)
      Issue.record("\(after) was taken")
    } catch {
      #expect("\(error)".contains(said) && !"\(error)".contains("\n"), "\(error)")
    }
  }

  @Test func aKeyThatIsThereTwiceIsRefused() {
    let text = Self.whole.replacing("\"minutes\": 6", with: "\"minutes\": 6, \"minutes\": 6")
    #expect(throws: JSONError.self) { try JSONValue.parse(Array(text.utf8)) }
  }

  /// Lessons of which members are missing, doubled or replaced: one sentence, or a lesson that can be played.
  @Test func damagedLessonsAreRefusedOrPlayed() throws {
    let whole = try JSONValue.parse(Array(Self.whole.utf8))
    var generator = SeededGenerator(seed: 16)
    var played = 0
    for _ in 0..<600 {
      var json = whole
      for _ in 0...Int.random(in: 0...1, using: &generator) { json = damaged(json, &generator) }
      do throws(FileError) {
        let lesson = try LessonFile.lesson(json, path: "l.json")
        play(lesson)
        played += 1
      } catch {
        let sentence = error.description
        #expect(!sentence.isEmpty && sentence.count < 1200 && !sentence.contains { $0.isNewline }, "\(sentence)")
      }
    }
    #expect(played > 0, "what is harmless is taken")
  }

  private func play(_ lesson: Lesson) {
    var state = LabState(example: .empty)
    state.provide([lesson])
    let commands: [Command] = [.lesson(.start(name: lesson.name, page: 0))] + lesson.pages.map { _ in .lesson(.next) }
    for command in commands {
      state.apply(command)
      state.performPendingWork()
    }
    #expect(state.lesson == nil && state.document.name == .example(.empty))
  }

  private func damaged(_ json: JSONValue, _ generator: inout SeededGenerator) -> JSONValue {
    let goesDown = Int.random(in: 0..<4, using: &generator) > 0
    switch json {
    case .object(var members) where !members.isEmpty:
      let index = Int.random(in: 0..<members.count, using: &generator)
      if goesDown {
        members[index].value = damaged(members[index].value, &generator)
      } else if Bool.random(using: &generator) {
        members.remove(at: index)
      } else {
        members[index].key += "s"
      }
      return .object(members)
    case .array(var values) where !values.isEmpty:
      let index = Int.random(in: 0..<values.count, using: &generator)
      if goesDown {
        values[index] = damaged(values[index], &generator)
      } else if Bool.random(using: &generator) {
        values.remove(at: index)
      } else {
        values.append(values[index])
      }
      return .array(values)
    default:
      let others: [JSONValue] = [
        .null, .bool(true), .integer(0), .integer(.max), .number(-1), .number(1e300), .string(""), .string("*"),
        .string("next"), .array([]), .object([]), .integer(3),
      ]
      return others[Int.random(in: 0..<others.count, using: &generator)]
    }
  }
}
