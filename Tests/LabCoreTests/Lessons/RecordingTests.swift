import Foundation
import GaussianMixtures
import Testing

@testable import LabCore

/// A lesson recorded by doing it.
struct RecordingTests {
  typealias Recording = Command.Lesson.Recording

  private static func lab() -> LabState {
    var lab = LabState(example: .twoOptima)
    lab.performPendingWork()
    return lab
  }

  private static func record(_ lab: inout LabState, _ commands: Recording...) {
    for command in commands { lab.perform(.lesson(.record(command))) }
  }

  /// Two pages: a half-step on the first, a question on the second.
  private static func recorded() -> LabState {
    var lab = lab()
    record(&lab, .begin(file: nil), .type("My lesson"), .nextField(forward: true), .type("Take a step."))
    lab.perform(.run(.stepForward))
    record(
      &lab, .addPage, .type("Look at it."), .addChoice, .type("What moved?"), .nextField(forward: true),
      .type("Nothing"),
      .nextField(forward: true), .type("It only shared."), .nextField(forward: true), .type("All"),
      .nextField(forward: true), .type("The M-step does that."))
    return lab
  }

  // MARK: - Pages

  @Test func whatIsDoneIsWhatAPageAsksFor() throws {
    let lab = RecordingTests.recorded()
    let lesson = try #require(lab.recording?.lesson(named: "a"))
    #expect(lesson.title == LessonText("My lesson") && lesson.line == LessonText("Take a step.") && lesson.minutes == 2)
    #expect(lesson.pages.map(\.text) == [LessonText("Take a step."), LessonText("Look at it.")])
    #expect(lesson.pages.map(\.gate) == [.halfSteps(1), .answer])
    #expect(lesson.pages.map(\.halfSteps) == [0, 1] && lesson.pages.allSatisfy { $0.scene == nil })
    #expect(lesson.pages[1].question?.choices.map(\.isRight) == [true, false])
    guard case .saved(let scene) = lesson.scene else {
      Issue.record("it begins with what was on the screen")
      return
    }
    #expect(scene.holdsTheSame(as: RecordingTests.lab().scene))
  }

  @Test func drawnPointsAreAskedForAndStay() throws {
    var lab = RecordingTests.lab()
    RecordingTests.record(&lab, .begin(file: nil), .type("T"), .edit(.text), .type("Draw."))
    for x in 0..<12 { lab.click(Double(x), 3) }
    RecordingTests.record(&lab, .addPage, .type("Go on."))
    let lesson = try #require(lab.recording?.lesson(named: "a"))
    #expect(lesson.pages[0].gate == .points(10), "a round number of the twelve")
    #expect(lesson.pages[1].scene == nil, "it is about the points that were drawn")
  }

  @Test func aPageThatWasTakenOutComesBack() {
    var lab = RecordingTests.recorded()
    lab.click(1, 1)
    let (pages, points) = (lab.recording?.pages.map(\.text), lab.document.points)
    RecordingTests.record(&lab, .removePage)
    #expect(lab.recording?.pages.count == 1 && lab.canUndo && lab.announcement?.notice == .draft(.pageRemoved))
    lab.perform(.edit(.undo))
    #expect(lab.recording?.pages.map(\.text) == pages && lab.recording?.page == 1)
    #expect(lab.document.points.x == points.x && !lab.canUndo && lab.announcement == nil)
    // What is done meanwhile is undone first.
    RecordingTests.record(&lab, .removePage)
    lab.click(2, 2)
    lab.perform(.edit(.undo))
    #expect(lab.recording?.pages.count == 1)
    lab.perform(.edit(.undo))
    #expect(lab.recording?.pages.count == 2)
  }

  @Test func aGuessIsAskedAboutTheHalfStepThatThePageBeginsWith() throws {
    for steps in 0...1 {
      var lab = RecordingTests.lab()
      for _ in 0..<steps { lab.perform(.run(.stepForward)) }
      RecordingTests.record(&lab, .begin(file: nil), .type("T"), .edit(.text), .type("Guess."))
      lab.perform(.run(.stepForward))
      let gate = try #require(lab.draftGates.first { if case .guess = $0 { true } else { false } })
      RecordingTests.record(&lab, .setGate(gate))
      let page = try #require(lab.recording?.lesson(named: "a")?.pages.first)
      #expect(page.gate == .guess && page.guess == (steps == 0 ? .owners : .move))
    }
  }

  @Test func aLogLikelihoodThatIsThereAlreadyIsNotAskedFor() {
    var lab = RecordingTests.lab()
    RecordingTests.record(&lab, .begin(file: nil))
    func values() -> [Double] {
      lab.draftGates.compactMap { if case .logLikelihood(let value) = $0 { value } else { nil } }
    }
    lab.perform(.run(.stepForward))
    #expect(values().isEmpty, "an E-step leaves it")
    lab.perform(.run(.stepForward))
    #expect(values().count == 1)
  }

  @Test func aLessonThatWasKeptIsGoneOnWith() {
    let kept = RecordingTests.recorded()
    var lab = RecordingTests.lab()
    lab.perform(.shell(.openFile(path: "kept")))
    lab.answer(.openedSession(kept.scene, kept.draft))
    #expect(lab.recording == kept.recording && lab.scene.holdsTheSame(as: kept.scene))
    lab.perform(.run(.stepForward))
    #expect(lab.recording?.page == 1 && lab.recording?.pages.count == 2, "it goes on where it was")
    // One that is being recorded is not lost to it.
    var busy = RecordingTests.recorded()
    RecordingTests.record(&busy, .edit(.text), .type(" Mine."))
    let own = busy.draft?.pages.map(\.text)
    busy.perform(.shell(.openFile(path: "kept")))
    busy.answer(.openedSession(kept.scene, kept.draft))
    #expect(busy.draft?.pages.map(\.text) == own)
  }

  @Test func whatIsNotDrawnAfterDrawnPointsIsAPageOfItsOwn() throws {
    let changes: [[Command]] = [
      [.edit(.openExample(.ring))], [.start(.setComponentCount(2)), .lesson(.record(.beginHere))],
      [.view(.toggleLayer(.contours)), .lesson(.record(.beginHere))],
    ]
    for change in changes {
      var lab = RecordingTests.lab()
      RecordingTests.record(&lab, .begin(file: nil), .type("T"), .edit(.text), .type("Draw."))
      for x in 0..<5 { lab.click(Double(x), 3) }
      let (opened, drawn) = (lab.opened, lab.document.points)
      RecordingTests.record(&lab, .addPage, .type("Go on."))
      for command in change { lab.perform(command) }
      let lesson = try #require(lab.recording?.lesson(named: "a"))
      guard case .saved(let scene) = lesson.pages[1].scene else {
        Issue.record("it begins with what was on the screen")
        continue
      }
      #expect(scene.data == lab.scene.data && scene.view.layers == lab.scene.view.layers)
      #expect(scene.lanes.map(\.start.componentCount) == lab.scene.lanes.map(\.start.componentCount))
      if lab.opened != opened {
        #expect(lab.beforeOpening(insteadOf: opened)?.document.points == drawn, "what was drawn before is found")
      }
    }
  }

  @Test func otherDataAreAPagesOwnScene() throws {
    var lab = RecordingTests.recorded()
    RecordingTests.record(&lab, .addPage, .type("Other data."))
    lab.perform(.edit(.openExample(.ring)), .run(.stepForward))
    #expect(lab.recording?.shown.done.halfSteps == 1)
    let lesson = try #require(lab.recording?.lesson(named: "a"))
    guard case .saved(let scene) = try #require(lesson.pages[2].scene) else { return }
    #expect(scene.data.name == .example(.ring) && lesson.pages[2].halfSteps == 0)
  }

  @Test func pagesAreTurnedAddedAndRemoved() {
    var lab = RecordingTests.recorded()
    RecordingTests.record(&lab, .turn(to: 0))
    #expect(lab.recording?.page == 0 && lab.document.clock == 1, "as it was left")
    lab.perform(.run(.stepForward))
    RecordingTests.record(&lab, .turn(to: 1))
    #expect(lab.document.clock == 1)
    RecordingTests.record(&lab, .turn(to: 0))
    #expect(lab.document.clock == 2 && lab.recording?.shown.done.halfSteps == 2)
    RecordingTests.record(&lab, .removePage)
    #expect(lab.recording?.pages.count == 1 && lab.recording?.shown.text == "Look at it.")
    RecordingTests.record(&lab, .removePage)
    #expect(lab.recording?.pages.count == 1, "one is left")
    for _ in 0..<50 { RecordingTests.record(&lab, .addPage) }
    #expect(lab.recording?.pages.count == Lesson.pageCounts.upperBound)
    #expect(lab.announcement?.notice == .draft(.tooManyPages(limit: 40)))
  }

  @Test func undoingEndsWhereThePageBegan() {
    var lab = RecordingTests.recorded()
    lab.click(1, 1)
    lab.perform(.edit(.undo), .edit(.undo), .edit(.undo))
    #expect(lab.recording?.page == 1 && lab.document.clock == 1 && !lab.canUndo)
    #expect(lab.recording?.shown.done.points == 0)
  }

  @Test func aPageCanBeginAnew() {
    var lab = RecordingTests.recorded()
    RecordingTests.record(&lab, .turn(to: 0))
    lab.perform(.run(.stepForward))
    RecordingTests.record(&lab, .beginHere)
    #expect(lab.recording?.shown.done == LessonDraft.Doing() && lab.recording?.shown.clock == 2)
  }

  // MARK: - What a page asks

  @Test func everyGateOfTheListIsOne() throws {
    var lab = RecordingTests.recorded()
    RecordingTests.record(&lab, .turn(to: 1))
    // The M-step raises what can be asked for; the guess is about the half-step that the page begins with.
    lab.perform(.run(.stepForward))
    let gates = lab.draftGates
    try #require(gates.count == 7)
    #expect(gates.contains(.answer) && gates.contains(.guess(.move)))
    var found: [LessonGate?] = []
    for gate in gates {
      RecordingTests.record(&lab, .setGate(gate))
      found.append(try #require(lab.recording?.lesson(named: "a")).pages[1].gate)
    }
    #expect(found.prefix(5) == [.halfSteps(1), nil, .points(1), .halfSteps(1), .guess] && found[5] == .answer)
    guard case .logLikelihood(let value) = try #require(found[6]) else { return }
    let shown = try #require(lab.document.runs.shown.logLikelihood)
    #expect(value <= shown && value > shown - 0.011)
    RecordingTests.record(&lab, .setGate(.guess(.move)))
    #expect(lab.recording?.lesson(named: "a")?.pages[1].guess == .move)
  }

  /// Whatever part of the window is left out or waits: so it is for whoever plays the lesson.
  @Test(arguments: LessonPart.allCases)
  func everyPartCanWaitAndBeGone(_ part: LessonPart) throws {
    var lab = RecordingTests.recorded()
    RecordingTests.record(&lab, .turnPart(part))
    var page = try #require(lab.recording?.lesson(named: "a")).pages[1]
    #expect(page.parts == nil && page.locked == [part])
    RecordingTests.record(&lab, .turnPart(part))
    page = try #require(lab.recording?.lesson(named: "a")).pages[1]
    #expect(page.parts == Set(LessonPart.allCases).subtracting([part]) && page.locked.isEmpty)
    RecordingTests.record(&lab, .turnPart(part))
    page = try #require(lab.recording?.lesson(named: "a")).pages[1]
    #expect(page.parts == nil && page.locked.isEmpty)
  }

  @Test func nothingWaitsWhereNothingIsToBeDone() {
    var lab = RecordingTests.lab()
    RecordingTests.record(&lab, .begin(file: nil), .turnPart(.play))
    #expect(lab.recording?.shown.standings == [.play: .gone])
  }

  @Test func marksNeedAHighlight() throws {
    var lab = RecordingTests.recorded()
    RecordingTests.record(&lab, .edit(.text), .type(" *"))
    #expect(lab.recording?.shown.text == "Look at it. ")
    RecordingTests.record(&lab, .setHighlight(.card(0)), .edit(.text), .type("*Card A* and *"))
    let page = try #require(lab.recording?.lesson(named: "a")).pages[1]
    #expect(page.highlight == .card(0) && page.text == LessonText("Look at it. *Card A* and"))
    RecordingTests.record(&lab, .setHighlight(nil))
    #expect(lab.recording?.shown.text == "Look at it. Card A and ")
  }

  @Test func aQuestionHasTwoToFourAnswers() {
    var lab = RecordingTests.recorded()
    RecordingTests.record(&lab, .addChoice, .addChoice, .addChoice, .setRight(3))
    #expect(lab.recording?.shown.question?.choices.count == 4 && lab.recording?.shown.question?.right == 3)
    RecordingTests.record(&lab, .removeChoice)
    #expect(lab.recording?.shown.question?.right == 2)
    RecordingTests.record(&lab, .removeChoice, .removeChoice)
    #expect(lab.recording?.shown.question == nil && lab.recording?.lesson(named: "a") != nil)
  }

  @Test func textsHaveAnEnd() {
    var lab = RecordingTests.lab()
    RecordingTests.record(&lab, .begin(file: nil), .type(String(repeating: "a", count: 500)), .type("\n\u{1}"))
    #expect(lab.recording?.title.count == 60)
    RecordingTests.record(&lab, .erase)
    #expect(lab.recording?.title.count == 59)
  }

  // MARK: - Saving

  @Test func whatIsMissingIsSaid() {
    var lab = RecordingTests.lab()
    RecordingTests.record(&lab, .begin(file: nil), .edit(nil), .save)
    #expect(lab.announcement?.notice == .draft(.noTitle) && lab.recording?.field == .title)
    RecordingTests.record(&lab, .type("T"), .edit(.text), .type("One."), .addPage, .turn(to: 0), .save)
    #expect(lab.announcement?.notice == .draft(.noText(page: 2)) && lab.recording?.page == 1)
    RecordingTests.record(&lab, .type("Two."), .addChoice, .type("Why?"), .save)
    #expect(lab.announcement?.notice == .draft(.noQuestion(page: 2)) && lab.recording?.field == .label(0))
    #expect(lab.effects.isEmpty)
  }

  @Test func itIsSavedUnderANameAndThenToItsFile() throws {
    var lab = RecordingTests.recorded()
    RecordingTests.record(&lab, .save)
    #expect(lab.interface.overlay == .saving && lab.interface.saveEntry.name == "my-lesson")
    lab.perform(.file(.commit))
    guard case .saveLesson(let lesson, "my-lesson.json", .isNew) = try #require(lab.effects.last).task else {
      Issue.record("it is written")
      return
    }
    #expect(lesson.pages.count == 2)
    lab.answer(.notSaved(.exists(path: "my-lesson.json")))
    #expect(lab.interface.saveEntry.replaces && lab.interface.saveEntry.isLesson)
    lab.perform(.file(.commit))
    guard case .saveLesson(_, _, .isWanted) = try #require(lab.effects.last).task else { return }
    lab.answer(.saved(FileStamp(device: 1, inode: 1, size: 1, changed: 1)))
    #expect(lab.interface.overlay == nil && lab.recording?.isSaved == true && lab.recent.first == "my-lesson.json")
    #expect(lab.announcement?.notice == .saved(path: "my-lesson.json"))
    RecordingTests.record(&lab, .edit(.text), .type("!"), .save)
    guard case .saveLesson(_, _, .isUnchanged) = try #require(lab.effects.last).task else {
      Issue.record("it is written where nobody else wrote")
      return
    }
  }

  // MARK: - What is kept

  @Test func leavingKeepsItAndBeginningGoesOn() {
    var lab = RecordingTests.recorded()
    let before = lab.draft
    lab.perform(.interface(.dismiss), .interface(.dismiss))
    #expect(lab.recording == nil && lab.announcement?.notice == .draft(.kept) && lab.holdsOwnWork)
    RecordingTests.record(&lab, .begin(file: nil))
    #expect(lab.recording?.content == before?.content && lab.recording?.page == 1)
    var untouched = RecordingTests.lab()
    RecordingTests.record(&untouched, .begin(file: nil), .leave)
    #expect(untouched.draft == nil && untouched.announcement == nil)
  }

  @Test func aLessonThatIsPlayedEndsIt() {
    var lab = RecordingTests.recorded()
    lab.provide([LessonTests.lesson([LessonPage(text: LessonText("One."))])])
    lab.perform(.lesson(.start(name: "a", page: 0)))
    #expect(lab.recording == nil && lab.draft != nil && lab.lesson != nil)
    RecordingTests.record(&lab, .begin(file: nil))
    #expect(lab.recording != nil && lab.lesson == nil)
  }

  /// A journal has every command, and a scene that it begins anew with has the recording.
  @Test func itSurvivesASuddenEnd() throws {
    var lab = RecordingTests.lab()
    var log = SessionLog(lab, keepsPointer: false)
    var entries = SessionLog.beginning(lab)
    func apply(_ command: Command) {
      let eve = SessionEve(lab, before: command)
      lab.apply(command)
      entries += log.note(command, eve, lab)
      while let (ticket, computation) = lab.pendingComputation {
        let answer = Command.answer(Answer(ticket, computation.perform()))
        let eve = SessionEve(lab, before: answer)
        lab.apply(answer)
        entries += log.note(answer, eve, lab)
      }
    }
    func replayed(_ entries: [SessionEntry]) throws -> LabState? {
      var replay = SessionReplay()
      for entry in entries { try replay.take(entry) { path, _ in .notOpened(.missing(path: path)) } }
      replay.finish()
      return replay.state
    }
    for command in [
      Recording.begin(file: nil), .type("T"), .edit(.text), .type("One."), .addPage, .type("Two."), .edit(nil),
    ] {
      apply(.lesson(.record(command)))
      apply(.run(.stepForward))
    }
    let back = try #require(try replayed(entries))
    #expect(back.recording?.content == lab.recording?.content && back.scene == lab.scene)
    // The journal begins anew; what it says is what a file would.
    let moment = try JSONDecoder().decode(SessionMoment.self, from: JSONEncoder().encode(lab.moment))
    var again = try #require(try replayed([.scene(lab.scene), .moment(moment)]))
    #expect(again.recording == lab.recording && again.scene == lab.scene)
    again.perform(.lesson(.record(.turn(to: 0))))
    #expect(again.recording?.page == 0)
  }

  @Test(arguments: 1...4) func anyCommandsLeaveItWhole(_ seed: Int) {
    var lab = RecordingTests.recorded()
    var generator = SeededGenerator(seed: UInt64(seed))
    let own = Recording.samples
    for command in RandomCommands(seed: UInt64(seed), outlandish: true, guessing: true).prefix(120) {
      lab.perform(command)
      if generator.uniform() < 0.4 { lab.perform(.lesson(.record(own[Int(generator.uniform() * Double(own.count))]))) }
      if let draft = lab.draft {
        #expect(draft.pages.indices.contains(draft.page) && (try? draft.check()) != nil)
        #expect(draft.flaw != nil || draft.lesson(named: "a") != nil)
      }
    }
  }
}
