import Foundation
import GaussianMixtures
import Testing

@testable import LabCore
@testable import LabFiles

/// The lessons that come with the program: each is read, played to its end in right and in wrong ways, and short enough to
/// be read aloud.
@Suite struct ShippedLessonsTests {
  static let names = [
    "01-what-is-a-mixture", "02-who-owns-each-point", "03-move-and-reshape", "04-always-uphill",
    "05-where-you-start-matters", "06-when-a-component-collapses", "07-how-many-components", "08-soft-or-hard",
    "09-shapes", "10-when-a-mixture-is-wrong",
  ]

  static func lesson(_ name: String) throws -> Lesson {
    try LessonFile.read(Fixture.asset("lessons/\(name).json"))
  }

  @Test func theFolderHoldsTheseAndNoOthers() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Fixture.asset("lessons"))
    #expect(files.sorted() == Self.names.map { "\($0).json" } + ["words"])
  }

  @Test(arguments: names)
  func itIsShortAndAsks(_ name: String) throws {
    let lesson = try Self.lesson(name)
    #expect((5...8).contains(lesson.minutes) && lesson.pages.count >= 5)
    for (index, page) in lesson.pages.enumerated() {
      let sentences = page.text.english + " " + (page.question?.ask.english ?? "")
      #expect(Self.sentences(in: sentences) <= 3, "page \(index + 1): \(sentences)")
      #expect(Self.sentences(in: page.text.english) <= 2, "page \(index + 1)")
      for choice in page.question?.choices ?? [] {
        #expect(Self.sentences(in: choice.reply.english) <= 3 && choice.reply.english != page.text.english)
      }
      let replies = page.question?.choices.map(\.reply.english) ?? []
      #expect(Set(replies).count == replies.count, "each answer has a reply of its own")
    }
    let last = try #require(lesson.pages.last)
    #expect(last.question?.ask.english.hasPrefix("To argue about") == true)
    #expect(lesson.pages.indices.filter { lesson.pages[$0].question?.isOpen == true } == [lesson.pages.count - 1])
    #expect(lesson.pages.dropLast().contains { $0.gate != nil }, "there is something to do")
    #expect(lesson.pages.suffix(2).first?.exercise != nil, "it ends with an exercise and a question")
  }

  private static func sentences(in text: String) -> Int {
    text.matches(of: /[.?!]( |$)/).count
  }

  /// Doing on each page what it asks for makes it time to go on; the lesson ends with the work from before.
  @Test(arguments: names)
  func theRightWayLeadsToTheEnd(_ name: String) throws {
    var state = Self.lab(try Self.lesson(name))
    for page in state.lesson?.lesson.pages.indices ?? 0..<0 {
      #expect(state.lesson?.page == page)
      let shown = try #require(state.lesson?.shown)
      if let question = shown.question {
        #expect(state.lesson?.isTimeToGoOn == false)
        let right = try #require(question.choices.firstIndex { $0.isRight || question.isOpen })
        state.drive(.lesson(.answer(right)))
      }
      if let gate = shown.gate { state.meet(gate) }
      if let exercise = shown.exercise {
        #expect(state.lesson?.isTimeToGoOn == false)
        state.answer(exercise)
        #expect(state.lesson?.marks.map(\.score) == [1], "\(name), page \(page + 1)")
      }
      #expect(state.lesson?.isTimeToGoOn == true, "\(name), page \(page + 1): \(shown.gate as Any)")
      let isMarked = shown.question.map { !$0.isOpen } ?? (shown.guess != nil && shown.guess != .count)
      let results = state.lessonReport?.results.filter { $0.page == page }
      #expect(results?.count == (isMarked || shown.exercise != nil ? 1 : 0), "what is argued about is not marked")
      state.drive(.lesson(.next))
    }
    #expect(state.lesson == nil && state.document.name == .example(.ring))
    #expect(state.lessons.progress[name] == LessonProgress(page: 0, isDone: true))
  }

  /// Choosing every wrong answer first, going back and forth, undoing: nothing strands anybody.
  @Test(arguments: names)
  func theWrongWaysLeadThereToo(_ name: String) throws {
    var state = Self.lab(try Self.lesson(name))
    let pages = try #require(state.lesson?.lesson.pages)
    for (index, page) in pages.enumerated() {
      for (choice, answer) in (page.question?.choices ?? []).enumerated() where !answer.isRight {
        state.drive(.lesson(.answer(choice)))
        #expect(state.lesson?.isTimeToGoOn == page.question?.isOpen)
      }
      for choice in 0..<(state.lesson?.exerciseChoices.count ?? 0) { state.drive(.lesson(.answer(choice))) }
      // Whatever else is tried there.
      state.drive(.run(.stepForward))
      state.drive(.run(.togglePlay))
      state.drive(.edit(.clearPoints))
      if index > 0 { state.drive(.edit(.undo)) }
      state.drive(.start(.setComponentCount(6)))
      #expect(state.lesson?.page == index)
      if index > 0 {
        state.drive(.lesson(.back))
        #expect(state.lesson?.page == index - 1)
        state.drive(.lesson(.next))
      }
      if index % 2 == 0 { state.drive(.lesson(.restartPage)) }
      #expect(state.lesson?.page == index)
      state.drive(.lesson(.next))
    }
    #expect(state.lesson == nil && state.document.name == .example(.ring))
  }

  /// Every page can be begun by itself, as after a break.
  @Test(arguments: names)
  func everyPageCanBeBegunByItself(_ name: String) throws {
    let lesson = try Self.lesson(name)
    for (index, page) in lesson.pages.enumerated() {
      var state = Self.lab(lesson, at: index)
      state.performPendingWork()
      #expect(state.lesson?.page == index && state.document.clock >= page.halfSteps, "page \(index + 1)")
      if page.exercise != nil { #expect(state.lesson?.isAsking == true, "page \(index + 1)") }
      if let question = page.exercise?.kind.guess ?? page.guess {
        #expect(state.document.guess?.question == question, "page \(index + 1)")
      }
      if let tool = page.tool { #expect(state.tool == tool, "page \(index + 1)") }
    }
  }

  private static func lab(_ lesson: Lesson, at page: Int = 0) -> LabState {
    var state = LabState(example: .ring)
    state.performPendingWork()
    state.provide([lesson])
    state.drive(.lesson(.start(name: lesson.name, page: page)))
    return state
  }
}

extension LabState {
  mutating func drive(_ command: Command) {
    apply(command)
    performPendingWork()
    performPendingRace()
    performPendingSearch()
  }

  /// Does what a page waits for.
  fileprivate mutating func meet(_ gate: LessonGate) {
    switch gate {
    case .points(let count):
      for index in 0..<count {
        let place = DataPoint(Double(index % 3) * 4 + Double(index % 5) / 5, Double(index % 7) / 4)
        drive(.edit(.beginPainting(place, radius: DataSize(0.1, 0.1))))
        drive(.edit(.endStroke))
      }
    case .halfSteps(let count): for _ in 0..<count { drive(.run(.stepForward)) }
    case .components(let count): drive(.start(.setComponentCount(count)))
    case .end:
      if document.runs.current.end != nil { drive(.run(.restart)) }
      drive(.run(.runToConvergence))
    case .logLikelihood(let wanted):
      // By hand to where EM would lead.
      let fit = (try? EM(data: Dataset(columns: document.points.columns)))
        .flatMap { try? $0.fit(from: document.runs.shown.model) }
      for (index, mean) in (fit?.model.means ?? []).enumerated() {
        drive(.start(.moveMean(index, to: DataPoint(mean[0], mean[1]))))
      }
      for (index, covariance) in (fit?.model.covariances ?? []).enumerated() {
        let matrix = covariance.nested
        drive(
          .start(
            .setCovariance(index, DataCovariance(xx: matrix[0][0], xy: matrix[0][1], yy: matrix[1][1]))))
      }
      drive(.run(.stepForward))
      #expect((document.runs.shown.logLikelihood ?? -.infinity) >= wanted)
    case .guess: meetGuess()
    case .answer: break
    case .race: drive(.race(.start))
    case .search: drive(.search(.start))
    }
  }

  /// What the engine finds for an exercise.
  func solution(of exercise: Exercise) -> ExerciseSolution? {
    switch exercise.kind {
    case .owners, .move, .gain, .count: document.guess.flatMap { solution(of: $0) }
    case .order: .order(IterationPart.order(before: document.runs.shown.next))
    case .diagnosis: diagnosisSolution
    case .mystery: mysterySolution
    }
  }

  /// Answers an exercise as the engine would.
  fileprivate mutating func answer(_ exercise: Exercise) {
    switch solution(of: exercise)?.modelAnswer {
    case .owners(let owners):
      for (point, letter) in owners {
        drive(.guess(.choose(letter)))
        drive(.guess(.beginGiving(document.points[point], radius: DataSize(1e-9, 1e-9))))
        drive(.guess(.endStroke))
      }
      drive(.run(.stepForward))
    case .move(let mixture):
      for (k, mean) in mixture.means.enumerated() {
        let matrix = mixture.covariances[k].nested
        drive(.start(.moveMean(k, to: DataPoint(mean[0], mean[1]))))
        drive(.start(.setCovariance(k, DataCovariance(xx: matrix[0][0], xy: matrix[0][1], yy: matrix[1][1]))))
      }
      drive(.start(.setWeight(0, mixture.weights[0])))
      drive(.run(.stepForward))
    case .gain(let value):
      drive(.guess(.mark(value)))
      drive(.run(.stepForward))
    case .count(let count):
      drive(.guess(.chooseCount(count)))
      drive(.run(.stepForward))
    case .order(let order): for part in order { choose(.part(part)) }
    case .diagnosis(let diagnosis): choose(.diagnosis(diagnosis))
    case .mystery(let mixture):
      edit { $0.beginRun(at: mixture) }
      drive(.guess(.openBox))
    case nil: break
    }
  }

  private mutating func choose(_ choice: ExerciseChoice) {
    guard let index = lesson?.exerciseChoices.firstIndex(of: choice) else { return }
    drive(.lesson(.answer(index)))
  }

  private mutating func meetGuess() {
    guard let guess = document.guess else { return }
    switch guess.question {
    case .owners, .onePoint:
      drive(.guess(.choose(guess.letters[0])))
      let point = document.guess?.asked.map { document.points[$0] } ?? document.points[0]
      drive(.guess(.beginGiving(point, radius: DataSize(1, 1))))
      drive(.guess(.endStroke))
    case .move: drive(.start(.moveMean(0, to: DataPoint(0, 0))))
    case .gain: drive(.guess(.mark(document.runs.shown.logLikelihood ?? 0)))
    case .count: drive(.guess(.chooseCount(3)))
    }
    drive(.run(.stepForward))
  }
}
