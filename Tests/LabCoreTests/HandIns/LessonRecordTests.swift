import GaussianMixtures
import Testing

@testable import LabCore

/// What is kept of a lesson comes to the same again, whatever was done in it and before.
@Suite struct LessonRecordTests {
  private static let pages = [
    LessonPage(
      text: LessonText("One."),
      question: LessonQuestion(
        ask: LessonText("Why?"),
        choices: [
          .init(label: LessonText("No"), reply: LessonText("Not so."), isRight: false),
          .init(label: LessonText("Yes"), reply: LessonText("So."), isRight: true),
        ])),
    LessonPage(text: LessonText("Two."), gate: .guess, guess: .owners),
    LessonPage(text: LessonText("Three."), scene: .made(LessonSetup(example: .moons, halfSteps: 2))),
    LessonPage(text: LessonText("Four."), gate: .guess, guess: .move),
  ]
  private static let lesson = LessonTests.lesson(pages, LessonSetup(example: .threeClusters))

  @Test func randomLessonsComeToTheSameAgain() throws {
    var tried = 0
    for seed in UInt64(1)...24 {
      var lab = LabState(options: EMOptions(maximumIterations: 30))
      lab.provide([Self.lesson])
      var generator = SeededGenerator(seed: seed)
      let commands = RandomCommands(seed: seed, outlandish: seed % 4 == 1, guessing: seed % 2 == 0)
      for (index, command) in commands.prefix(300).enumerated() {
        if case .answer = command { continue }
        if index == 20 || lab.lesson == nil && index > 20 { lab.perform(.lesson(.start(name: "a", page: 0))) }
        lab.apply(command)
        // Mostly what it asks for comes before anything else is done.
        if generator.uniform() < 0.9 { lab.performPendingWork() }
        if generator.uniform() < 0.05 { lab.perform(.lesson(.answer(Int(generator.uniform() * 2)))) }
        if generator.uniform() < 0.03 { lab.perform(.lesson(.next)) }
        if generator.uniform() < 0.02 { lab.perform(.lesson(.back)) }
      }
      guard lab.lesson != nil else { continue }
      lab.performPendingWork()
      let handIn = try #require(lab.handIn(name: ""))
      let state = try HandInReplay.state(of: handIn, lesson: Self.lesson)
      #expect(state.lessonReport == lab.lessonReport, "seed \(seed)")
      #expect(state.scene.lanes == lab.scene.lanes && state.scene.data == lab.scene.data, "seed \(seed)")
      tried += lab.lessonReport?.results.count { $0.attempts > 0 } ?? 0
    }
    #expect(tried >= 10)
  }

  @Test func aWrongBeginningIsRefused() throws {
    var lab = LabState()
    lab.provide([Self.lesson])
    lab.perform(.lesson(.start(name: "a", page: 1)), .lesson(.next))
    let entries = try #require(lab.handIn(name: "")?.entries)
    for wrong in [Array(entries.dropFirst()), Array(entries.prefix(2)), entries + [entries[0]], []] {
      #expect(throws: HandInFlaw.notReplayable) {
        _ = try HandInReplay.state(of: HandIn(name: "", lesson: Self.lesson, entries: wrong), lesson: Self.lesson)
      }
    }
  }

  @Test func theFirstAnswerCountsAndEachIsCounted() throws {
    var lab = LabState()
    lab.provide([Self.lesson])
    lab.perform(.lesson(.start(name: "a", page: 0)), .lesson(.answer(0)), .lesson(.answer(1)), .tick(40))
    let result = try #require(lab.lessonReport?.results.first)
    #expect(result.mark == 0 && result.attempts == 2 && result.answer == 0)
  }

  @Test func handingInOpensItsPageEvenWhileSomebodyGuesses() {
    var lab = LabState()
    lab.provide([Self.lesson])
    lab.perform(.lesson(.start(name: "a", page: 3)), .lesson(.handIn))
    #expect(lab.interface.overlay == .export && lab.export.kind == .handIn && lab.export.isSigning)
    lab.perform(.export(.type("Ada L.")))
    #expect(lab.export.signer == "Ada L." && lab.exportName == "ada-l-a.handin.json")
    lab.perform(.export(.sign(false)), .export(.write))
    guard case .export(let request)? = lab.effects.last?.task else {
      Issue.record("nothing is written")
      return
    }
    #expect(request.handIn?.name == "Ada L." && request.path == "ada-l-a.handin.json")
    // A name that was typed and taken back is not in the file.
    let commands = request.handIn?.entries.compactMap { entry -> Command? in
      if case .command(let command) = entry { command } else { nil }
    }
    #expect(commands == [.lesson(.start(name: "a", page: 3))])
  }

  /// Neither the time until the program was started again counts, nor that the clock may be another then.
  @Test(arguments: [5000.0, 3]) func theTimeInWhichItWasCutOffDoesNotCount(_ later: Double) throws {
    var lab = LabState()
    lab.provide([Self.lesson])
    lab.perform(.tick(1000), .lesson(.start(name: "a", page: 0)), .tick(1010), .lesson(.answer(0)))
    #expect(lab.lessonReport?.seconds == 10)
    lab.offer(RecoveryTests.work, .goOn, others: 0, insteadOf: LabState())
    lab.perform(.tick(later), .recovery(.goOn), .tick(later + 4), .lesson(.answer(1)))
    lab.perform(.tick(later + 9), .lesson(.answer(0)))
    #expect(lab.lessonReport?.seconds == 15)
    let state = try HandInReplay.state(of: try #require(lab.handIn(name: "")), lesson: Self.lesson)
    #expect(state.lessonReport == lab.lessonReport)
  }

  // MARK: - The class

  @Test func theClassIsReadAgainWhileItsPageIsOpen() throws {
    var lab = LabState.opened()
    lab.perform(.tick(10), .shell(.openFile(path: "/class/a.handin.json")))
    #expect(lab.interface.overlay == .handIns)
    lab.perform(.shell(.openFile(path: "/class/b.handin.json")))
    #expect(lab.handIns.sources.count == 2)
    #expect(lab.effects.count == 1 && lab.nextHandIns == nil)
    lab.answer(.gradedHandIns([]))
    #expect(lab.handIns.isRead && lab.nextChange == 12)
    lab.perform(.tick(11))
    #expect(lab.effects.isEmpty)
    lab.perform(.tick(12))
    #expect(lab.effects.count == 1)
    lab.answer(.gradedHandIns(nil))
    lab.perform(.tick(14), .interface(.dismiss))
    #expect(lab.effects.isEmpty && lab.interface.overlay == nil && lab.nextHandIns == nil)
  }

  /// A folder is looked into before it is known to hold hand-ins, which closes the page for as long.
  @Test func aSecondFolderComesBesideTheFirst() {
    var lab = LabState.opened()
    lab.perform(.tick(10), .shell(.openFile(path: "/class/a.handin.json")))
    lab.answer(.gradedHandIns([]))
    lab.perform(.shell(.openFile(path: "/other")))
    lab.answer(.foundHandIns(path: "/other"))
    #expect(lab.interface.overlay == .handIns && lab.handIns.sources == ["/class/a.handin.json", "/other"])
    lab.answer(.gradedHandIns([]))
    lab.perform(.shell(.openFile(path: "/gone")))
    lab.answer(.notOpened(.missing(path: "/gone")))
    #expect(lab.interface.overlay == .handIns && lab.handIns.sources.count == 2)
    // Begun anew once the page was left.
    lab.perform(.interface(.dismiss), .shell(.openFile(path: "/third")))
    lab.answer(.foundHandIns(path: "/third"))
    #expect(lab.interface.overlay == .handIns && lab.handIns.sources == ["/third"])
  }
}
