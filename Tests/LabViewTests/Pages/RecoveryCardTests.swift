import GoldenImages
import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// The card that offers work of an earlier session.
struct RecoveryCardTests {
  private static func work(daysAgo: Int = 0) -> KeptWork {
    KeptWork(
      path: "/kept", moment: Moment(year: 2026, month: 11, day: 30, hour: 14, minute: 5, daysAgo: daysAgo),
      contents: nil, ending: .cutOff)
  }

  static func scene(
    _ width: Int = 1280, _ height: Int = 800, ratio: Double = 1, offer: Recovery.Offer = .goOn, others: Int = 0,
    daysAgo: Int = 0, halfSteps: Int = 18, _ commands: Command...
  ) -> Scene {
    var state = LabState(menu: Scene.menu)
    state.performPendingWork()
    if offer != .startFresh {
      for _ in 0..<halfSteps {
        state.apply(.run(.stepForward))
        state.performPendingWork()
      }
    }
    let work = work(daysAgo: daysAgo)
    state.offer(
      offer == .startFresh ? work : work.holding(state.contents), offer, others: others, insteadOf: LabState())
    var scene = Scene(state, width: width, height: height, ratio: ratio)
    scene.perform(commands)
    return scene
  }

  // MARK: - Pictures

  @Test func asItOpens() { expectFrame(Self.scene(), "recovery") }
  @Test func inASmallDarkWindow() {
    expectFrame(Self.scene(960, 600, others: 3, daysAgo: 1, .interface(.toggleTheme)), "recovery-small-dark")
  }
  @Test func onAProjector() {
    expectFrame(Self.scene(1024, 768, others: 1, daysAgo: 3, .interface(.toggleProjector)), "recovery-projector")
  }
  @Test func onALargeProjector() {
    expectFrame(
      Self.scene(1920, 1080, .interface(.toggleProjector), .interface(.setProjectorTheme(.light))),
      "recovery-projector-large")
  }
  @Test func onAFineDisplay() { expectFrame(Self.scene(3840, 2160, ratio: 2), "recovery-fine") }
  @Test func setAside() {
    expectFrame(Self.scene(offer: .startFresh, .interface(.focus(.recovery(.tryAgain)))), "recovery-aside")
  }

  // MARK: - Keys and mouse

  @Test func enterGoesOn() {
    for key in [Key.enter, .space, .escape] {
      var scene = Self.scene()
      let steps = scene.state.document.runs.current.steps.count
      scene.key(key)
      #expect(scene.state.interface.overlay == nil && scene.state.recovery == nil, "\(key)")
      #expect(scene.state.document.runs.current.steps.count == steps && steps > 10, "\(key)")
    }
  }

  @Test func tabThenEnterStartsFresh() {
    var scene = Self.scene()
    scene.key(.tab)
    #expect(scene.state.interface.focused == .recovery(.startFresh))
    scene.key(.tab)
    #expect(scene.state.interface.focused == .recovery(.goOn))
    scene.key(.left)
    scene.key(.enter)
    #expect(scene.state.interface.overlay == nil && scene.state.document.runs.current.steps.count == 1)
  }

  /// Whatever the keyboard is on, Esc loses sight of nothing.
  @Test func escapeGoesOnFromAnywhere() {
    var scene = Self.scene()
    scene.key(.tab)
    scene.key(.escape)
    #expect(scene.state.document.runs.current.steps.count > 10 && scene.state.interface.overlay == nil)
  }

  @Test func theButtonsCanBeClicked() {
    var scene = Self.scene()
    scene.click(.recovery(.goOn))
    #expect(scene.state.recovery == nil && scene.state.document.runs.current.steps.count > 10)
    scene = Self.scene()
    scene.click(.recovery(.startFresh))
    #expect(scene.state.recovery == nil && scene.state.document.runs.current.steps.count == 1)
  }

  @Test func nothingElseCanBePressed() throws {
    var scene = Self.scene()
    let before = scene.state.document
    for control in [Control.next, .restart, .dataMenu, .help, .more, .tool(.eraser)] { scene.click(control) }
    scene.click(at: scene.emptyPlace)
    scene.click(at: try #require(scene.layout.recovery?.frame.center))
    for key in [Key.right, .left, .home, .delete, .f1, .f3] { scene.key(key) }
    for character in "cnr9glok" { scene.type(character) }
    #expect(scene.state.document == before && scene.state.interface.overlay == .recovering)
  }

  @Test func colorsCanBeChangedAndTheWindowClosed() {
    var scene = Self.scene()
    scene.type("t")
    scene.type("p")
    #expect(scene.state.interface.theme == .dark && scene.state.interface.isProjector)
    scene.type("q", .control)
    #expect(scene.state.interface.overlay == .recovering)
    #expect(scene.state.effects.contains { if case .quit = $0.task { true } else { false } })
  }

  /// The file is opened over the work, and undoing it has that back.
  @Test func aFileDroppedOnTheCardGoesOnWithTheWork() {
    var scene = Self.scene()
    #expect(scene.send(.fileDropped(path: "a.csv")) == [.recovery(.goOn), .shell(.openFile(path: "a.csv"))])
  }

  // MARK: - Room

  @Test(arguments: TextPlacementTests.windows)
  func everythingIsOnTheCardAndTheCardOnTheCanvas(_ window: TextPlacementTests.Window) throws {
    for offer in [Recovery.Offer.goOn, .goOnWithoutTheEnd, .startFresh, .startFreshUnread] {
      var scene = Self.scene(window.width, window.height, offer: offer, others: 12, daysAgo: 5, halfSteps: 3)
      if window.isProjector { scene.type("p") }
      let part = try #require(scene.layout.recovery)
      let stage = scene.layout.stage
      #expect(part.frame.intersection(stage) == part.frame, "\(window.testDescription) \(offer)")
      for rect in [part.first, part.second] { #expect(part.frame.intersection(rect) == rect) }
      for flaw in Set(TextPlacementTests.flaws(scene)).sorted() {
        Issue.record("\(window.testDescription), \(offer): \(flaw)")
      }
    }
  }

  @Test func theStripSaysWhatEnterDoes() {
    let recovery = Self.scene().state.recovery
    for (focused, first) in [(Control.recovery(.goOn), Label.doesContinue), (.recovery(.startFresh), .doesStartFresh)] {
      guard let recovery, case .keys(_, let effect) = ToolHint.recovery(recovery, focused: focused).first else {
        Issue.record("no hint")
        continue
      }
      #expect(effect == first)
    }
  }
}
