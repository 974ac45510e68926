import GaussianMixtures
import Testing

@testable import LabCore

/// A lesson played by commands: pages, gates, answers, what is not there, and what is had back.
struct LessonTests {
  private static let question = LessonQuestion(
    ask: LessonText("Why?"),
    choices: [
      .init(label: LessonText("Wrong"), reply: LessonText("Not so."), isRight: false),
      .init(label: LessonText("Right"), reply: LessonText("So."), isRight: true),
    ])

  static func lesson(_ pages: [LessonPage], _ scene: LessonSetup = LessonSetup(example: .twoOptima)) -> Lesson {
    Lesson(
      name: "a", title: LessonText("A"), line: LessonText("B"), minutes: 5, scene: .made(scene), pages: pages)
  }

  private static func lab(_ pages: [LessonPage], _ scene: LessonSetup = LessonSetup(example: .twoOptima)) -> LabState {
    var lab = LabState.opened()
    lab.provide([lesson(pages, scene)])
    return lab
  }

  private static func playing(
    _ pages: [LessonPage], at page: Int = 0, _ scene: LessonSetup = LessonSetup(example: .twoOptima)
  ) -> LabState {
    var lab = lab(pages, scene)
    lab.perform(.lesson(.start(name: "a", page: page)))
    return lab
  }

  private static let plain = LessonPage(text: LessonText("One."))

  // MARK: - The work from before

  @Test func aLessonTakesThePlaceOfTheWorkAndGivesItBack() {
    var lab = LessonTests.lab([LessonTests.plain, LessonTests.plain])
    lab.click(1, 1)
    lab.perform(.view(.chooseTool(.means)), .run(.stepForward), .run(.setSpeed(Speed(index: 3))))
    let (before, layers) = (lab.document, lab.layers)
    lab.perform(.lesson(.start(name: "a", page: 0)))
    #expect(lab.document.name == .example(.twoOptima) && lab.lesson?.page == 0)
    lab.perform(.run(.stepForward), .lesson(.next), .lesson(.leave))
    #expect(lab.lesson == nil && lab.document.points == before.points && lab.document.lanes == before.lanes)
    #expect(lab.tool == .means && lab.layers == layers && lab.playback.speed == Speed(index: 3))
    #expect(lab.lessons.progress["a"] == LessonProgress(page: 1, isDone: false))
    // Undoing shows the lesson's points again, and then the steps of the own work.
    lab.perform(.edit(.undo))
    #expect(lab.document.name == .example(.twoOptima) && lab.lesson == nil)
    lab.perform(.edit(.undo), .edit(.undo))
    #expect(lab.document.points.count == before.points.count - 1)
  }

  @Test func undoingAtTheBeginningLeavesAndLaterStaysOnThePage() {
    var lab = LessonTests.playing([LessonTests.plain, LessonTests.plain])
    lab.click(1, 1)
    lab.perform(.edit(.undo))
    #expect(lab.lesson != nil && lab.document.points.count == 180 && !lab.canUndo)
    lab.perform(.lesson(.next), .edit(.undo))
    #expect(lab.lesson?.page == 1)
    lab.perform(.lesson(.back), .edit(.undo))
    #expect(lab.lesson == nil && lab.document.name == .example(.threeClusters))
  }

  @Test func theWorkFromBeforeIsFoundWhileALessonIsOn() {
    let pages = [LessonPage(text: LessonText("One."), guess: .owners), LessonTests.plain]
    for page in pages.indices {
      var lab = LessonTests.lab(pages)
      lab.click(1, 1)
      let (opened, points) = (lab.opened, lab.document.points)
      lab.perform(.lesson(.start(name: "a", page: page)))
      let before = lab.beforeOpening(insteadOf: opened)
      #expect(before?.document.points == points && before?.holdsOwnWork == true && before?.isSaved == false)
      #expect(before?.lesson == nil)
    }
  }

  @Test func whoeverOpensOtherDataHasLeft() {
    var lab = LessonTests.playing([LessonTests.plain, LessonTests.plain], at: 1)
    lab.perform(.edit(.openExample(.ring)))
    #expect(lab.lesson == nil && lab.document.name == .example(.ring))
    #expect(lab.lessons.progress["a"] == LessonProgress(page: 1, isDone: false))
  }

  @Test func whatWasAnsweredBeforeOtherDataCameCanBeHandedIn() {
    let asks = LessonPage(text: LessonText("One."), question: LessonTests.question)
    var lab = LessonTests.playing([asks, LessonTests.plain])
    lab.perform(.lesson(.answer(1)), .edit(.openExample(.ring)))
    #expect(lab.lesson == nil && lab.lessons.left?.lesson.name == "a")
    #expect(lab.lessons.left?.answers[0]?.latest == 1)
  }

  @Test func aLessonTakesNoModelFromAFile() {
    var lab = LessonTests.playing([LessonTests.plain])
    let document = lab.document
    lab.perform(.shell(.openFile(path: "model.json")))
    lab.answer(.openedModel(document.runs.shown.model, columns: []))
    #expect(lab.document == document && lab.lesson != nil && lab.interface.loading == nil)
    #expect(lab.announcement?.notice == .lesson(.isNotHere))
  }

  @Test func beginningAnotherLessonKeepsTheWorkFromBeforeTheFirst() {
    var lab = LessonTests.lab([LessonTests.plain])
    let other = Lesson(
      name: "b", title: LessonText("B"), line: LessonText("B"), minutes: 1,
      scene: .made(LessonSetup(example: .moons)), pages: [LessonTests.plain])
    lab.provide(lab.lessons.library + [other])
    lab.perform(.lesson(.start(name: "a", page: 0)), .lesson(.start(name: "b", page: 0)))
    #expect(lab.document.name == .example(.moons))
    lab.perform(.lesson(.leave))
    #expect(lab.document.name == .example(.threeClusters))
  }

  // MARK: - Pages

  @Test func nothingStrandsAnybody() {
    let pages = [
      LessonPage(text: LessonText("One."), gate: .halfSteps(3), question: LessonTests.question), LessonTests.plain,
    ]
    var lab = LessonTests.playing(pages)
    #expect(lab.lesson?.isTimeToGoOn == false)
    lab.perform(.lesson(.back))
    #expect(lab.lesson?.page == 0)
    lab.perform(.lesson(.next))
    #expect(lab.lesson?.page == 1, "a gate that is shut keeps nobody")
    lab.perform(.lesson(.next))
    #expect(lab.lesson == nil && lab.interface.overlay == .lessons)
    #expect(lab.lessons.progress["a"] == LessonProgress(page: 0, isDone: true))
    #expect(lab.document.name == .example(.threeClusters))
  }

  @Test func theFirstAnswerIsKeptAndTheLatestIsRepliedTo() {
    var lab = LessonTests.playing([LessonPage(text: LessonText("One."), question: LessonTests.question)])
    lab.perform(.lesson(.answer(7)))
    #expect(lab.lesson?.answer == nil)
    lab.perform(.lesson(.answer(0)))
    #expect(lab.lesson?.isTimeToGoOn == false)
    lab.perform(.lesson(.answer(1)))
    #expect(lab.lesson?.answer?.first == 0 && lab.lesson?.answer?.latest == 1 && lab.lesson?.isTimeToGoOn == true)
  }

  @Test func whatIsArguedAboutIsNotMarked() {
    let open = LessonQuestion(
      ask: LessonText("Is it?"),
      choices: [
        .init(label: LessonText("Yes"), reply: LessonText("For this."), isRight: false),
        .init(label: LessonText("No"), reply: LessonText("For that."), isRight: false),
      ])
    let pages = [LessonPage(text: LessonText("One."), question: open), LessonPage(text: LessonText("Two."))]
    var lab = LessonTests.playing(pages)
    #expect(open.isOpen && !LessonTests.question.isOpen && lab.lesson?.isTimeToGoOn == false)
    lab.perform(.lesson(.answer(0)))
    #expect(lab.lesson?.isTimeToGoOn == true && lab.lesson?.taskCount == 0 && lab.lessonReport?.results == [])
  }

  @Test func aSceneOfAPageIsFoundAgainAsItWasLeft() {
    let other = LessonPage(text: LessonText("Two."), scene: .made(LessonSetup(example: .ring)))
    var lab = LessonTests.playing([LessonTests.plain, other, LessonTests.plain])
    lab.perform(.run(.stepForward), .lesson(.next))
    #expect(lab.document.name == .example(.ring))
    lab.perform(.run(.stepForward), .run(.stepForward), .lesson(.next))
    #expect(lab.document.name == .example(.ring) && lab.document.clock == 2)
    lab.perform(.lesson(.back), .lesson(.back))
    #expect(lab.document.name == .example(.twoOptima) && lab.document.clock == 1 && lab.lesson?.page == 0)
    lab.perform(.lesson(.next))
    #expect(lab.document.name == .example(.ring) && lab.document.clock == 2)
    lab.perform(.lesson(.restartPage))
    #expect(lab.document.name == .example(.ring) && lab.document.clock == 0)
  }

  @Test func halfStepsThatAPageSupposesAreTaken() {
    let pages = [LessonTests.plain, LessonPage(text: LessonText("Two."), halfSteps: 5)]
    var lab = LessonTests.playing(pages, at: 1)
    #expect(lab.document.clock == 5 && lab.document.runs.current.latest.logLikelihood != nil)
    // They are those that somebody would have taken.
    var other = LessonTests.playing(pages)
    for _ in 0..<5 { other.perform(.run(.stepForward)) }
    #expect(other.document.runs.current.steps == lab.document.runs.current.steps)
    lab.perform(.lesson(.back), .lesson(.next))
    #expect(lab.document.clock == 5)
  }

  // MARK: - Gates

  @Test func gatesOpenWhenWhatTheyAskForIsDone() {
    func opens(_ gate: LessonGate, guess: Guess.Question? = nil, _ commands: Command...) -> Bool {
      var lab = LessonTests.playing([LessonPage(text: LessonText("One."), gate: gate, guess: guess)])
      #expect(lab.lesson?.isTimeToGoOn == false, "\(gate)")
      for command in commands {
        lab.perform(command)
        lab.performPendingRace()
        lab.performPendingSearch()
      }
      return lab.lesson?.isTimeToGoOn == true
    }
    #expect(opens(.halfSteps(2), .run(.stepForward), .run(.stepForward)))
    #expect(!opens(.halfSteps(2), .run(.stepForward)))
    #expect(
      opens(.points(1), .edit(.beginPainting(DataPoint(0, 0), radius: DataSize(1, 1))), .edit(.endStroke)))
    #expect(opens(.components(4), .start(.setComponentCount(4))))
    #expect(opens(.end, .run(.runToConvergence)))
    var fitted = LessonTests.playing([LessonTests.plain])
    fitted.perform(.run(.runToConvergence))
    let reached = fitted.runs.shown.logLikelihood ?? 0
    #expect(opens(.logLikelihood(reached - 0.5), .run(.runToConvergence)))
    #expect(opens(.race, .race(.start)))
    #expect(opens(.search, .search(.start)))
    #expect(
      opens(
        .guess, guess: .owners, .guess(.choose(0)), .guess(.beginGiving(DataPoint(-5.5, 0), radius: DataSize(2, 2))),
        .guess(.endStroke), .run(.stepForward)))
  }

  @Test func aPageAboutAGuessArmsItAndTheNextOneDisarms() {
    let pages = [
      LessonPage(text: LessonText("One."), guess: .gain), LessonPage(text: LessonText("Two."), halfSteps: 1),
    ]
    var lab = LessonTests.playing(pages)
    #expect(lab.document.guess?.question == .gain)
    lab.perform(.lesson(.next))
    #expect(lab.document.guess == nil && lab.document.clock == 1)
    lab.perform(.lesson(.back))
    #expect(lab.document.guess != nil)
  }

  // MARK: - What is not there

  @Test func whatAPageDoesWithoutDoesNothing() {
    let page = LessonPage(text: LessonText("One."), parts: [.next, .inspect])
    var lab = LessonTests.playing([page])
    #expect(lab.tool == .inspect)
    lab.click(1, 1)
    lab.perform(.start(.setComponentCount(5)), .run(.togglePlay), .view(.chooseTool(.brush)), .edit(.clearPoints))
    #expect(lab.document.points.count == 180 && lab.model.componentCount == 3 && lab.playback.mode == .paused)
    #expect(lab.tool == .inspect && lab.announcement?.notice == .lesson(.isNotHere))
    #expect(!lab.isThere(.play) && lab.isThere(.next) && lab.isThere(.help) && lab.isThere(.lesson(.next)))
    lab.perform(.run(.stepForward))
    #expect(lab.document.clock == 1)
  }

  @Test func whatIsLockedWaitsForTheRightAnswer() {
    let page = LessonPage(text: LessonText("One."), locked: [.next], question: LessonTests.question)
    var lab = LessonTests.playing([page])
    lab.perform(.run(.stepForward))
    #expect(lab.document.clock == 0 && lab.announcement?.notice == .lesson(.waits) && lab.isLocked(.next))
    lab.perform(.lesson(.answer(0)), .run(.stepForward))
    #expect(lab.document.clock == 0)
    lab.perform(.lesson(.answer(1)), .run(.stepForward))
    #expect(lab.document.clock == 1 && !lab.isLocked(.next))
  }

  /// For each part: with it alone the page lets its controls pass, without it none.
  @Test(arguments: LessonPart.allCases)
  func everyPartCanBeLeftOut(_ part: LessonPart) {
    let controls = LessonTests.controls.filter { $0.lessonPart == part }
    #expect(!controls.isEmpty, "something stands for \(part)")
    let alone = LessonTests.playing([LessonPage(text: LessonText("One."), parts: [part])])
    let without = LessonTests.playing([
      LessonPage(text: LessonText("One."), parts: Set(LessonPart.allCases).subtracting([part]))
    ])
    for control in controls {
      #expect(alone.isThere(control) && !without.isThere(control), "\(control)")
    }
    for command in Command.all where command.lessonPart == part {
      guard let lesson = without.lesson else { continue }
      #expect(without.passage(of: command, lesson) != .free, "\(command)")
      #expect(alone.lesson.map { alone.passage(of: command, $0) } == .free, "\(command)")
    }
  }

  private static let controls: [Control] =
    [
      .dataMenu, .restart, .back, .play, .next, .end, .slower, .faster, .compareMenu, .clear, .undo, .redo, .fit,
      .newStart, .fewer, .more, .seedField, .search, .adoptBest, .layers, .resetLayers, .standardize, .race, .raceLink,
      .allOptima, .largeChart, .firstClimb, .guess, .newMystery, .box, .saveScene, .exportPage,
    ] + Tool.allCases.map { .tool($0) } + [.page(.options), .page(.selection), .page(.race), .page(.runs)]

  // MARK: - Sessions

  @Test func aSessionWithALessonLeadsToTheSameState() throws {
    let pages = [
      LessonPage(text: LessonText("One."), gate: .halfSteps(2)), LessonPage(text: LessonText("Two."), halfSteps: 5),
      LessonPage(text: LessonText("Three."), scene: .made(LessonSetup(example: .ring)), guess: .move),
      LessonTests.plain,
    ]
    var lab = LessonTests.lab(pages)
    var log = SessionLog(lab, keepsPointer: false)
    var entries = SessionLog.beginning(lab)
    func apply(_ command: Command) {
      let eve = SessionEve(lab, before: command)
      lab.apply(command)
      entries += log.note(command, eve, lab)
    }
    let commands: [Command] = [
      .lesson(.start(name: "a", page: 0)), .run(.stepForward), .lesson(.next), .run(.stepForward), .lesson(.next),
      .start(.moveMean(0, to: DataPoint(1, 1))), .run(.stepForward), .lesson(.back), .lesson(.next), .lesson(.next),
      .edit(.undo), .lesson(.restartPage), .run(.stepIteration),
    ]
    func replayed() throws -> LabState? {
      var replay = SessionReplay(lessons: lab.lessons.library)
      for entry in entries { try replay.take(entry) { path, _ in .notOpened(.missing(path: path)) } }
      replay.finish()
      return replay.state
    }
    for command in commands {
      apply(command)
      while let (ticket, computation) = lab.pendingComputation {
        apply(.answer(Answer(ticket, computation.perform())))
      }
      #expect(!lab.isAtRest, "a journal does not begin anew within a lesson")
    }
    let within = try replayed()
    #expect(within?.scene == lab.scene && within?.lesson?.page == lab.lesson?.page)
    apply(.lesson(.leave))
    let after = try replayed()
    #expect(after?.scene == lab.scene && after?.historyDepth.past == lab.historyDepth.past && after?.lesson == nil)
  }

  // MARK: - Any commands

  /// Whatever is done in a lesson, leaving it gives the work back.
  @Test(arguments: 1...6)
  func leavingGivesTheWorkBackWhateverWasDone(_ seed: Int) {
    let pages = [
      LessonPage(text: LessonText("One."), gate: .halfSteps(3)),
      LessonPage(text: LessonText("Two."), question: LessonTests.question, halfSteps: 4),
      LessonPage(text: LessonText("Three."), scene: .made(LessonSetup(example: .ring)), guess: .owners),
      LessonPage(text: LessonText("Four."), scene: .made(LessonSetup(example: .empty))),
    ]
    var lab = LessonTests.lab(pages)
    lab.click(2, 2)
    let before = lab.document
    lab.perform(.lesson(.start(name: "a", page: 0)))
    var generator = SeededGenerator(seed: UInt64(seed))
    for command in RandomCommands(seed: UInt64(seed), outlandish: true, guessing: true).prefix(150) {
      lab.perform(command)
      if generator.uniform() < 0.2 {
        lab.perform(
          [.lesson(.next), .lesson(.back), .lesson(.answer(1)), .lesson(.restartPage)][Int(generator.uniform() * 4)])
      }
      guard lab.lesson != nil else { return }
      #expect(lab.lesson.map { $0.lesson.pages.indices.contains($0.page) } == true)
    }
    lab.perform(.lesson(.leave))
    #expect(lab.document.points.revision == before.points.revision && lab.document.start == before.start)
  }
}

/// Texts in languages, and what they point at.
struct LessonTextTests {
  @Test func aTextIsThatOfTheLanguageOrEnglish() {
    let text = LessonText("Yes", others: ["de": "Ja", "pt-BR": "Sim"])
    #expect(text.text(in: "de") == "Ja" && text.text(in: "de-AT") == "Ja" && text.text(in: "pt-BR") == "Sim")
    #expect(text.text(in: "fr") == "Yes" && text.text(in: "en") == "Yes")
  }

  @Test func everySecondAsteriskEndsAPhrase() {
    #expect(
      LessonSpan.spans(of: "the *card A*, and *B*") == [
        LessonSpan("the "), LessonSpan("card A", points: true), LessonSpan(", and "), LessonSpan("B", points: true),
      ])
    #expect(LessonSpan.spans(of: "plain") == [LessonSpan("plain")] && LessonSpan.spans(of: "").isEmpty)
    #expect(LessonSpan.spans(of: "2 * 3") == [LessonSpan("2 * 3")])
  }
}
