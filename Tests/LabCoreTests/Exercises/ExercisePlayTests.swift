import GaussianMixtures
import Testing

@testable import LabCore

/// Exercises played by commands: what counts, what no longer does, and what comes next.
@Suite struct ExercisePlayTests {
  @Test(arguments: Exercise.Kind.allCases)
  func oneAnswerCountsAndFreshPointsFollow(_ kind: Exercise.Kind) throws {
    var play = ExerciseLab(kind)
    #expect(play.lab.lesson?.isAsking == true && play.lab.lesson?.isTimeToGoOn == false)
    #expect(play.lab.document.guess?.question == kind.guess)
    let points = play.lab.document.points.digest
    play.answer(try #require(play.solution).modelAnswer)
    #expect(play.lab.lesson?.marks.count == 1 && play.lab.lesson?.isTimeToGoOn == true)
    #expect(play.lab.lesson?.tellsMark == true)
    // Answering again changes nothing.
    play.perform(.lesson(.answer(0)), .lesson(.answer(1)), .lesson(.restartPage), .run(.stepForward), .edit(.undo))
    #expect(play.lab.lesson?.marks.count == 1 && play.lab.lesson?.mark?.attempts == 1)
    play.perform(.lesson(.newPoints))
    #expect(play.lab.lesson?.isAsking == true && play.lab.document.points.digest != points)
    play.answer(try #require(play.solution).modelAnswer)
    let marks = try #require(play.lab.lesson?.marks)
    #expect(marks.map(\.seed) == [5, 6] && marks.map(\.attempts) == [1, 2] && marks.allSatisfy(\.isPassed))
    #expect(marks.allSatisfy { !$0.seenModelAnswer })
  }

  @Test(arguments: Exercise.Kind.allCases)
  func theModelAnswerPlaysAndItsPointsCountNoMore(_ kind: Exercise.Kind) throws {
    var play = ExerciseLab(kind)
    play.perform(.lesson(.showAnswer))
    for time in 1...400 { play.perform(.tick(20 + Double(time) / 20)) }
    #expect(play.lab.lesson?.marks.isEmpty == true && play.lab.lesson?.isTimeToGoOn == true)
    #expect(play.lab.document.guess == nil && play.lab.document.clock > 0)
    // Back and forth.
    let end = play.lab.document.clock
    play.perform(.run(.stepBack))
    #expect(play.lab.document.clock == end - 1)
    play.perform(.run(.stepForward))
    #expect(play.lab.document.clock == end)
    play.perform(.lesson(.answer(0)), .lesson(.answer(1)), .lesson(.answer(2)), .lesson(.answer(3)))
    #expect(play.lab.lesson?.marks.isEmpty == true)
    play.perform(.lesson(.newPoints))
    play.answer(try #require(play.solution).modelAnswer)
    #expect(play.lab.lesson?.marks.map(\.seenModelAnswer) == [true] && play.lab.lesson?.marks.first?.seed == 6)
  }

  /// The choices show the model answer too.
  @Test func theModelAnswerIsToldWhereItIsChosen() throws {
    var order = ExerciseLab(.order)
    guard case .order(let parts) = order.solution else {
      Issue.record("it is known")
      return
    }
    order.perform(.lesson(.answer(0)), .lesson(.showAnswer))
    #expect(order.lab.lesson?.round.showsModelAnswer == true && order.lab.lesson?.round.rightOrder == parts)
    order.perform(.lesson(.newPoints))
    #expect(order.lab.lesson?.round.showsModelAnswer == false && order.lab.lesson?.round.rightOrder == nil)
    var run = ExerciseLab(.diagnosis)
    guard case .diagnosis(let diagnosis) = run.solution else {
      Issue.record("it is known")
      return
    }
    #expect(run.lab.lesson?.round.rightDiagnosis == nil)
    run.perform(.lesson(.showAnswer))
    #expect(run.lab.lesson?.round.rightDiagnosis == diagnosis)
  }

  /// Of a run that had ended before the exercise began, too.
  @Test func anEndedRunCanBeAskedAbout() throws {
    let setup = LessonSetup(example: .threeClusters, runsToEnd: true)
    let exercise = Exercise(.owners, seed: 5, points: .made(setup))
    let lesson = LessonTests.lesson([
      LessonPage(text: LessonText("One.")), LessonPage(text: LessonText("Two."), exercise: exercise),
    ])
    var play = ExerciseLab(.owners)
    play.lab = LabState.opened()
    play.lab.provide([lesson])
    play.perform(.lesson(.start(name: lesson.name, page: 1)))
    #expect(play.lab.document.runs.current.end == .converged)
    play.answer(try #require(play.solution).modelAnswer)
    #expect(play.lab.lesson?.marks.map(\.score) == [1])
  }

  @Test func theModelAnswerIsTheEngines() {
    var play = ExerciseLab(.count)
    guard case .count(_, let best) = play.solution else {
      Issue.record("it is found")
      return
    }
    play.perform(.lesson(.showAnswer))
    #expect(play.lab.document.runs.shown.model.componentCount == best)
    var box = ExerciseLab(.mystery)
    box.perform(.lesson(.showAnswer))
    #expect(box.lab.document.mystery?.isOpen == true)
    #expect((box.lab.document.mystery?.score?.overlap ?? 0) > 0.99)
  }

  /// With feedback at the end nothing is revealed by answering, and the last page tells.
  @Test(arguments: Exercise.Kind.allCases)
  func theEndTellsWhatTheLessonKeepsUntilThen(_ kind: Exercise.Kind) throws {
    var play = ExerciseLab(kind, .atEnd)
    let clock = play.lab.document.clock
    play.answer(try #require(play.solution).modelAnswer)
    #expect(play.lab.lesson?.marks.count == 1 && play.lab.lesson?.tellsMark == false)
    #expect(play.lab.document.guess == nil && play.lab.document.clock == clock)
    #expect(play.lab.document.mystery?.isOpen != true && play.lab.lesson?.isTimeToGoOn == true)
    play.perform(.lesson(.next), .lesson(.back))
    #expect(play.lab.lesson?.tellsMark == false)
    play.perform(.lesson(.next), .lesson(.next), .lesson(.back), .lesson(.back))
    #expect(play.lab.lesson?.page == 1 && play.lab.lesson?.tellsMark == true)
  }

  /// A diagnosis that is marked at the end of the lesson is not told by the panel either.
  @Test func theEndOfARunStaysHiddenUntilItsMarkIsTold() throws {
    for seed in UInt64(1)...6 {
      var play = ExerciseLab(.diagnosis, .atEnd, seed: seed)
      play.answer(try #require(play.solution).modelAnswer)
      #expect(play.lab.lesson?.marks.count == 1 && play.lab.hidesEnd)
      let latest = play.lab.document.latest
      play.perform(.run(.stepForward), .run(.runToConvergence))
      #expect(play.lab.document.latest == latest && play.lab.hidesEnd)
      // The model answer tells it; that to earlier points says nothing of fresh ones.
      play.perform(.lesson(.showAnswer))
      #expect(!play.lab.hidesEnd)
      play.perform(.lesson(.newPoints))
      play.answer(try #require(play.solution).modelAnswer)
      #expect(play.lab.lesson?.mark?.seenModelAnswer == true && play.lab.hidesEnd)
      play.perform(.lesson(.next), .lesson(.next), .lesson(.back), .lesson(.back))
      #expect(play.lab.lesson?.page == 1 && !play.lab.hidesEnd)
    }
  }

  // MARK: - What a class sees of it

  @Test(arguments: [Exercise.Kind.owners, .move], Exercise.Feedback.allCases)
  func whatWasSaidIsSeenWheneverItIsTold(_ kind: Exercise.Kind, _ feedback: Exercise.Feedback) throws {
    var play = ExerciseLab(kind, feedback)
    let points = play.lab.document.points
    play.answer(try #require(play.solution).modelAnswer)
    let result = try #require(play.lab.lessonReport?.results.first)
    let sight = try #require(result.sight)
    #expect(result.mark == 1 && sight.points.fileColumns == points.fileColumns)
    if kind == .move {
      #expect(sight.distances?.allSatisfy { $0 < 1e-6 } == true)
    } else {
      #expect(sight.owners.count == points.count)
      #expect(points.indices.allSatisfy { sight.owner(of: $0) == sight.owners[$0] })
    }
  }

  /// Mark and picture are of one and the same time.
  @Test func whatIsSeenIsTheBestTime() throws {
    var play = ExerciseLab(.owners)
    let wrong = Dictionary(uniqueKeysWithValues: play.lab.document.points.indices.map { ($0, 0) })
    play.answer(.owners(wrong))
    let first = try #require(play.lab.lessonReport?.results.first)
    #expect((first.mark ?? 1) < 1 && first.sight?.owners == wrong)
    play.perform(.lesson(.newPoints))
    let points = play.lab.document.points
    play.answer(try #require(play.solution).modelAnswer)
    play.perform(.lesson(.newPoints))
    play.answer(.owners([0: 0]))
    let result = try #require(play.lab.lessonReport?.results.first)
    #expect(result.mark == 1 && result.attempts == 3)
    #expect(result.sight?.points.fileColumns == points.fileColumns && result.sight?.owners.count == points.count)
  }

  @Test(arguments: Exercise.Kind.allCases)
  func nothingStrandsAnybody(_ kind: Exercise.Kind) {
    var play = ExerciseLab(kind)
    play.perform(.lesson(.back), .lesson(.next))
    #expect(play.lab.lesson?.page == 1 && play.lab.lesson?.isAsking == true)
    play.perform(.lesson(.next))
    #expect(play.lab.lesson?.page == 2 && play.lab.document.guess == nil)
    #expect(play.lab.document.name == .example(.twoOptima), "the scene of the lesson is there again")
    play.perform(.lesson(.back), .lesson(.showAnswer), .lesson(.next), .lesson(.back), .lesson(.leave))
    #expect(play.lab.lesson == nil && play.lab.document.name == .example(.threeClusters))
  }

  @Test(arguments: Exercise.Kind.allCases)
  func aLessonThatIsBegunAgainHasOtherPoints(_ kind: Exercise.Kind) {
    var play = ExerciseLab(kind)
    let points = play.lab.document.points.digest
    play.perform(.lesson(.leave), .lesson(.start(name: "a", page: 1)))
    #expect(play.lab.document.points.digest != points && play.lab.lesson?.play == 1)
    // Whoever plays it first has the same points as everybody.
    #expect(ExerciseLab(kind).lab.document.points.digest == points)
  }

  @Test func theGuessIsNotLeftByStoppingToGuess() {
    var play = ExerciseLab(.owners)
    play.perform(.guess(.toggle), .guess(.ask(.onePoint)), .run(.runToConvergence))
    #expect(play.lab.document.guess?.question == .owners && play.lab.lesson?.isAsking == true)
    #expect(!play.lab.isThere(.guess))
  }

  @Test func whoeverLooksAheadHasSeen() {
    var play = ExerciseLab(.order)
    play.perform(.run(.stepForward))
    #expect(play.lab.lesson?.isAsking == false && play.lab.lesson?.round.phase == .seen)
    #expect(play.lab.lesson?.round.seenModelAnswer == false)
  }

  @Test func theOrderIsBuiltAndTakenBack() {
    var play = ExerciseLab(.order)
    play.choose(.part(.means))
    play.choose(.part(.shapes))
    #expect(play.lab.lesson?.round.order == [.means, .shapes])
    play.choose(.part(.means))
    #expect(play.lab.lesson?.round.order == [.shapes] && play.lab.lesson?.marks.isEmpty == true)
    let shown = play.lab.lesson?.exerciseChoices
    #expect(shown?.count == 4 && shown != IterationPart.allCases.map { .part($0) })
  }

  /// How a run ended is neither announced nor seen by going on.
  @Test func theEndOfARunStaysAQuestion() {
    var seen: Set<Diagnosis> = []
    for seed in UInt64(1)...60 {
      var play = ExerciseLab(.diagnosis, seed: seed)
      guard case .diagnosis(let diagnosis) = play.solution else {
        Issue.record("seed \(seed) has stopped for no reason that can be said")
        continue
      }
      #expect(diagnosis == StoppedRun.diagnosis(seed: seed), "seed \(seed)")
      seen.insert(diagnosis)
      #expect(play.lab.hidesEnd && play.lab.announcement == nil)
      let latest = play.lab.document.latest
      play.perform(.run(.stepForward), .run(.runToConvergence), .run(.restart), .run(.togglePlay))
      #expect(play.lab.document.latest == latest && play.lab.announcement?.notice == .lesson(.asks))
      play.perform(.run(.stepBack), .run(.stepForward))
      #expect(play.lab.document.clock == latest)
    }
    #expect(seen.count == 5)
  }

  /// The commands that were given lead to the same marks again.
  @Test(arguments: Exercise.Kind.allCases)
  func theReplayHasTheSameMarks(_ kind: Exercise.Kind) throws {
    let lesson = ExerciseLab.lesson(kind, .atOnce, seed: 5)
    var play = ExerciseLab(kind)
    play.perform(.lesson(.leave))
    var log = SessionLog(play.lab, keepsPointer: false)
    var entries = SessionLog.beginning(play.lab)
    func apply(_ command: Command) {
      let eve = SessionEve(play.lab, before: command)
      play.lab.apply(command)
      entries += log.note(command, eve, play.lab)
    }
    func note(_ command: Command) {
      apply(command)
      while let (ticket, computation) = play.lab.pendingComputation {
        apply(.answer(Answer(ticket, computation.perform())))
      }
      for effect in play.lab.effects {
        if case .search(let request) = effect.task { apply(.answer(Answer(effect.ticket, request.perform()))) }
      }
    }
    note(.lesson(.start(name: "a", page: 1)))
    for round in 0..<2 {
      for letter in 0..<3 {
        note(.guess(.choose(letter)))
        note(.guess(.beginGiving(DataPoint(Double(letter) * 3 - 3, 0), radius: DataSize(4, 4))))
        note(.guess(.endStroke))
      }
      if kind == .move { note(.start(.moveMean(0, to: DataPoint(-2, -1)))) }
      note(.guess(.mark((play.lab.document.runs.shown.logLikelihood ?? 0) + 3)))
      note(.guess(.chooseCount(2 + round)))
      if kind != .mystery, kind.guess != nil { note(.run(.stepForward)) }
      for choice in 0..<4 { note(.lesson(.answer(choice))) }
      note(.guess(.openBox))
      note(.lesson(.newPoints))
    }
    entries += log.end(play.lab)
    var replay = SessionReplay(lessons: [lesson])
    for entry in entries { try replay.take(entry) { path, _ in .notOpened(.missing(path: path)) } }
    replay.finish()
    let marks = try #require(play.lab.lesson?.marks)
    #expect(marks.count == 2 && replay.state?.lesson?.marks == marks)
    #expect(marks.map(\.seed) == [1005, 1006])
  }
}
