import GaussianMixtures
import Testing

@testable import LabCore

/// Work that was cut off, offered when the program starts.
struct RecoveryTests {
  static let work = KeptWork(
    path: "/kept", moment: Moment(year: 2026, month: 11, day: 30, hour: 14, minute: 5, daysAgo: 0), contents: nil,
    ending: .cutOff)

  /// A lab as it was when its program was killed in the middle of a stroke, playing, with a page open.
  private var cutOff: LabState {
    var lab = LabState(example: .ring)
    lab.performPendingWork()
    lab.perform(.tick(1000), .run(.stepIteration), .run(.stepIteration))
    lab.perform(.interface(.toggleOverlay(.gallery)), .interface(.dismiss))
    lab.perform(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))), .edit(.moveStroke(DataPoint(2, 2))))
    lab.perform(.run(.togglePlay), .interface(.pointer(.init(x: 3, y: 4), over: .play)))
    lab.apply(.shell(.openFile(path: "x")))
    lab.apply(.interface(.toggleOverlay(.help)))
    return lab
  }

  private func offered(_ offer: Recovery.Offer = .goOn) -> LabState {
    var lab = offer == .startFresh ? LabState() : cutOff
    lab.performPendingWork()
    lab.offer(Self.work.holding(lab.contents), offer, others: 2, insteadOf: LabState())
    return lab
  }

  @Test func theOfferLiesOverTheWorkAndNothingGoesOnUnderIt() {
    let lab = offered()
    #expect(lab.interface.overlay == .recovering && lab.interface.focused == .recovery(.goOn))
    #expect(lab.document.points.count == cutOff.document.points.count && lab.document.name == .example(.ring))
    #expect(lab.playback.mode == .paused && lab.interface.drag == nil && lab.now == 0)
    #expect(lab.interface.loading == nil && lab.interface.pointer == nil && lab.announcement == nil)
    #expect(lab.effects.allSatisfy { if case .compute = $0.task { true } else { false } })
    #expect(lab.recovery?.others == 2 && lab.recovery?.work.contents == lab.contents)
  }

  /// The stroke is one edit, as if it had ended there.
  @Test func theStrokeUnderWayIsKeptAndCanBeUndone() {
    var lab = offered()
    let points = lab.document.points.count
    lab.perform(.recovery(.goOn))
    #expect(lab.recovery == nil && lab.interface.overlay == nil && lab.document.points.count == points)
    #expect(lab.canUndo)
    lab.perform(.edit(.undo))
    #expect(lab.document.points.count < points)
  }

  @Test(arguments: [Command.interface(.dismiss), .recovery(.goOn)])
  func leavingTheCardGoesOnWithTheWork(_ command: Command) {
    var lab = offered()
    let before = lab.document
    lab.perform(command)
    #expect(lab.interface.overlay == nil && lab.recovery == nil && lab.document == before)
  }

  @Test func aFreshStartIsTheUsualOne() {
    var lab = offered()
    lab.perform(.recovery(.startFresh))
    var usual = LabState()
    usual.performPendingWork()
    #expect(lab.recovery == nil && lab.interface.overlay == nil && !lab.canUndo && lab.file == nil)
    #expect(lab.document.points.x == usual.document.points.x && lab.document.name == usual.document.name)
    #expect(lab.document.startSeed == usual.document.startSeed && lab.currentModel == usual.currentModel)
    #expect(lab.interface.showsHint && lab.interface.page == .run)
  }

  /// What is drawn by is not mistaken for what was drawn before.
  @Test func theFreshPointsHaveANameOfTheirOwn() {
    var lab = offered()
    let revision = lab.document.points.revision
    lab.perform(.recovery(.startFresh))
    #expect(lab.document.points.revision != revision)
  }

  /// The window keeps its size and its colors.
  @Test func aFreshStartLeavesTheWindowAsItIs() {
    var lab = offered()
    lab.perform(.shell(.resize(width: 999, height: 777, pixelRatio: 1)), .interface(.toggleTheme))
    lab.perform(.recovery(.startFresh))
    #expect(lab.interface.width == 999 && lab.interface.height == 777 && lab.interface.theme == .dark)
  }

  /// A replay meets the command without an offer, in the state that the session before ended in.
  @Test func goingOnIsTheSameWithoutTheCard() {
    var live = offered()
    live.perform(.tick(1), .tick(2), .interface(.focus(.recovery(.startFresh))), .recovery(.goOn), .tick(3))
    live.perform(.run(.stepForward))
    var replayed = cutOff
    replayed.perform(.interface(.focus(.recovery(.startFresh))), .recovery(.goOn), .tick(3), .run(.stepForward))
    #expect(live.scene == replayed.scene && live.now == replayed.now && live.canUndo == replayed.canUndo)
  }

  @Test func whatIsSetAsideLeavesTheUsualStartInPlace() {
    var lab = offered(.startFresh)
    #expect(lab.recovery?.first == .startFresh && lab.recovery?.second == .tryAgain)
    let before = lab.document
    lab.perform(.interface(.dismiss))
    #expect(lab.document == before && lab.interface.overlay == nil)
    lab = offered(.startFresh)
    lab.apply(.recovery(.tryAgain))
    #expect(lab.interface.loading?.path == "/kept" && lab.interface.overlay == nil)
  }

  @Test func withoutAnOfferTheCommandsDoNoHarm() {
    for command in Command.Recovery.allCases where command != .goOn {
      var lab = LabState()
      lab.performPendingWork()
      let before = lab.document
      lab.perform(.recovery(command))
      #expect(lab.document == before && lab.effects.isEmpty)
    }
  }

  @Test func anotherOverlayEndsTheOffer() {
    var lab = offered()
    lab.perform(.interface(.toggleOverlay(.help)))
    #expect(lab.recovery == nil)
  }

  @Test func whatIsSaidAboutItStaysUntilSomethingElseIs() {
    var lab = LabState()
    lab.mention(Self.work)
    lab.perform(.tick(100))
    #expect(lab.announcement?.notice == .workIsKept(Self.work))
    lab.warnThatNothingIsKept("the disk is full")
    lab.perform(.tick(200))
    #expect(lab.announcement?.notice == .nothingIsKept("the disk is full"))
  }

  // MARK: - What would be missed

  @Test func whatAFileHasIsWhatWasWrittenToIt() {
    var lab = LabState.opened()
    lab.perform(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))), .edit(.endStroke))
    #expect(!lab.isSaved && lab.holdsOwnWork)
    lab.perform(.file(.beginSaving), .file(.type("x")), .file(.commit))
    // Meanwhile more is drawn.
    lab.perform(.edit(.beginPainting(DataPoint(2, 2), radius: DataSize(1, 1))), .edit(.endStroke))
    lab.answer(.saved(nil))
    #expect(!lab.isSaved)
    lab.perform(.edit(.undo))
    #expect(lab.isSaved)
  }

  @Test func whatOtherDataTookThePlaceOfIsFoundAgain() {
    var lab = LabState.opened()
    lab.perform(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))), .edit(.endStroke))
    let (opened, count) = (lab.opened, lab.document.points.count)
    #expect(lab.beforeOpening(insteadOf: opened) == nil)
    lab.perform(.edit(.openExample(.ring)))
    let before = lab.beforeOpening(insteadOf: opened)
    #expect(before?.document.points.count == count && before?.holdsOwnWork == true && before?.isSaved == false)
  }

  @Test func moreThanPointsIsOffered() {
    let usual = LabState.opened()
    var undone = usual
    undone.perform(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))), .edit(.endStroke), .edit(.undo))
    var other = usual
    other.perform(.edit(.openExample(.ring)))
    var seeded = usual
    seeded.perform(.start(.newStart))
    for lab in [undone, other, seeded] { #expect(lab.holdsWork(beyond: usual)) }
    var looked = usual
    looked.perform(.view(.chooseTool(.eraser)), .view(.fit))
    #expect(!looked.holdsWork(beyond: usual))
  }

  // MARK: - Closing

  private func quits(_ lab: LabState) -> Bool {
    lab.effects.contains { if case .quit = $0.task { true } else { false } }
  }

  @Test func closingAsksWhereNothingKeepsTheWork() {
    var lab = LabState.opened()
    lab.note(isKept: false)
    lab.apply(.shell(.quit))
    #expect(quits(lab), "nothing was drawn")
    lab = LabState.opened()
    lab.perform(.edit(.beginPainting(DataPoint(1, 1), radius: DataSize(1, 1))), .edit(.endStroke))
    lab.note(isKept: true)
    var kept = lab
    kept.apply(.shell(.quit))
    #expect(quits(kept))
    lab.note(isKept: false)
    lab.apply(.shell(.quit))
    #expect(!quits(lab) && lab.announcement?.notice == .closingLoses)
    lab.apply(.shell(.quit))
    #expect(quits(lab))
  }

  @Test func theContentsAreCounted() {
    var lab = LabState(example: .threeClusters)
    lab.performPendingWork()
    lab.perform(.run(.stepIteration), .run(.stepForward))
    #expect(lab.contents == KeptWork.Contents(points: 150, components: 3, halfSteps: 3))
  }
}
