import GaussianMixtures
import Testing

@testable import LabCore

/// Files that are gone through one after another.
@Suite struct RunningListTests {
  private static let paths = ["/a/first.json", "/a/second.csv", "/a/third.json"]
  private static let lesson = LessonTests.lesson([
    LessonPage(text: LessonText("One.")), LessonPage(text: LessonText("Two.")),
  ])

  private static func lab() -> LabState {
    var lab = LabState()
    lab.performPendingWork()
    lab.apply(.shell(.prepare(paths: paths)))
    return lab
  }

  /// The file that is being read.
  private static func asked(_ lab: LabState) -> String? { lab.interface.loading?.path }

  private static func answer(_ lab: inout LabState, _ outcome: Answer.Outcome) {
    guard let effect = lab.effects.last(where: { $0.ticket == lab.interface.loading?.ticket }) else { return }
    lab.apply(.answer(Answer(effect.ticket, outcome)))
    lab.performPendingWork()
  }

  private static func goOn(_ lab: inout LabState) {
    for command in lab.commandsOfGoingOn { lab.apply(command) }
    lab.performPendingWork()
  }

  private static func goBack(_ lab: inout LabState) {
    for command in lab.commandsOfGoingBack { lab.apply(command) }
    lab.performPendingWork()
  }

  @Test func oneFileIsNoList() {
    var lab = LabState()
    lab.apply(.shell(.prepare(paths: ["/a.json"])))
    #expect(lab.runningList == nil)
    lab.apply(.shell(.openListed(0)))
    #expect(lab.interface.loading == nil && lab.commandsOfGoingOn == [.run(.stepForward)])
  }

  /// A clicker takes half-steps until EM has stopped, then comes the next file.
  @Test func aClickerGoesThroughHalfStepsAndThenOn() {
    var lab = Self.lab()
    var clicks = 0
    while Self.asked(lab) == nil, clicks < 500 {
      Self.goOn(&lab)
      clicks += 1
    }
    #expect(lab.commonEnd == .converged && clicks == lab.document.latest + 1)
    #expect(lab.runningList?.place == 1 && Self.asked(lab) == Self.paths[1])
    // Nothing is skipped while it is read.
    #expect(lab.commandsOfGoingOn.isEmpty && lab.commandsOfGoingBack.isEmpty)
    Self.answer(&lab, .opened(Example.moons.source))
    #expect(lab.document.name == .example(.moons) && lab.document.clock == 0)
    // Back at the beginning leads to the file before; what was done is had back by undoing.
    Self.goBack(&lab)
    #expect(lab.runningList?.place == 0 && Self.asked(lab) == Self.paths[0])
    lab.apply(.shell(.cancelLoading))
    lab.apply(.edit(.undo))
    #expect(lab.document.name == .example(.threeClusters) && lab.commonEnd == .converged)
  }

  @Test func aLessonIsGoneThroughPageByPage() {
    var lab = Self.lab()
    lab.apply(.shell(.openListed(2)))
    Self.answer(&lab, .openedLesson(Self.lesson))
    #expect(lab.lesson?.page == 0)
    Self.goOn(&lab)
    #expect(lab.lesson?.page == 1)
    Self.goBack(&lab)
    #expect(lab.lesson?.page == 0)
    Self.goBack(&lab)
    #expect(Self.asked(lab) == Self.paths[1])
    Self.answer(&lab, .opened(Example.moons.source))
    #expect(lab.lesson == nil && lab.runningList?.place == 1)
  }

  /// After the last page of a lesson comes the next file, and the lesson is done.
  @Test func afterALessonComesTheNextFile() {
    var lab = Self.lab()
    lab.provide([Self.lesson])
    lab.apply(.shell(.openListed(1)))
    Self.answer(&lab, .openedLesson(Self.lesson))
    for _ in 0..<2 { Self.goOn(&lab) }
    #expect(lab.lesson == nil && lab.interface.overlay == nil && Self.asked(lab) == Self.paths[2])
    #expect(lab.lessons.progress[Self.lesson.name]?.isDone == true)
  }

  @Test func theEndOfTheListIsTheEnd() {
    var lab = Self.lab()
    lab.apply(.shell(.openListed(2)))
    Self.answer(&lab, .notOpened(.missing(path: Self.paths[2])))
    #expect(lab.runningList?.place == 2 && lab.runningList?.next == nil && lab.runningList?.previous == 1)
    lab.apply(.shell(.openListed(7)))
    #expect(lab.runningList?.place == 2 && Self.asked(lab) == nil)
  }

  /// Half-steps that somebody guesses at are not passed over.
  @Test func aGuessIsNotLeft() {
    var lab = Self.lab()
    lab.apply(.run(.runToConvergence))
    lab.performPendingWork()
    lab.apply(.guess(.toggle))
    #expect(lab.commandsOfGoingOn == [.run(.stepForward)])
  }

  /// A session that goes on elsewhere is in the same place, with a scene and from its beginning.
  @Test func aSessionKeepsTheList() throws {
    var lab = Self.lab()
    lab.apply(.shell(.openListed(1)))
    Self.answer(&lab, .opened(Example.moons.source))
    var replay = SessionReplay(lessons: [])
    for entry in SessionLog.beginning(lab) { try replay.take(entry) { path, _ in .notOpened(.missing(path: path)) } }
    #expect(replay.state?.runningList == lab.runningList && replay.state?.runningList?.place == 1)
  }

  @Test func whatIsOpenedFromTheListIsWrittenDownAsThat() {
    var lab = Self.lab()
    var log = SessionLog(lab, keepsPointer: false)
    let command = Command.shell(.openListed(1))
    let eve = SessionEve(lab, before: command)
    lab.apply(command)
    #expect(log.note(command, eve, lab).last == .command(command))
  }
}
