import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Everything that can be pressed, with the mouse and with the keyboard.
struct ControlTests {
  @Test func aControlActsWhenReleasedWhereItWasPressed() throws {
    var scene = Scene()
    let next = try #require(scene.layout.rect(of: .next)).center
    scene.move(to: next)
    scene.press(at: next)
    #expect(scene.state.interface.pressed == .next && scene.state.document.runs.current.steps.count == 1)
    scene.release(at: next)
    #expect(scene.state.interface.pressed == nil && scene.state.document.runs.current.steps.count == 2)
  }

  @Test func pressingAndReleasingElsewhereDoesNothing() throws {
    var scene = Scene()
    for (control, rect) in scene.layout.controls where scene.state.isEnabled(control) {
      // The bar on a card is dragged, not pressed.
      if case .card = control { continue }
      for away in [Point(500, 500), Point(5, 795), Point(-50, -50)] where scene.layout.control(at: away) != control {
        let before = scene.state.document.runs.current.steps.count
        scene.move(to: rect.center)
        scene.press(at: rect.center)
        scene.move(to: away)
        scene.release(at: away)
        #expect(scene.state.document.runs.current.steps.count == before && scene.points.count == 150, "\(control)")
        #expect(scene.state.interface.overlay == nil && scene.state.tool == .brush, "\(control)")
        #expect(scene.state.interface.pressed == nil && !scene.state.canUndo, "\(control)")
      }
    }
  }

  @Test func everyControlDoesWhatItsNameSays() {
    var scene = Scene()
    scene.click(.next)
    scene.click(.next)
    #expect(scene.state.document.runs.current.steps.count == 3)
    scene.click(.back)
    #expect(scene.state.document.runs.cursor == 1)
    scene.click(.faster)
    #expect(scene.state.playback.speed == Speed.normal.faster)
    scene.click(.slower)
    #expect(scene.state.playback.speed == Speed.normal)
    scene.click(.play)
    #expect(scene.state.playback.mode == .playing)
    scene.click(.play)
    #expect(scene.state.playback.mode == .paused)
    scene.click(.end)
    #expect(scene.state.hasConverged)
    scene.click(.restart)
    #expect(scene.state.document.runs.current.steps.count == 1)
    scene.click(.more)
    #expect(scene.model.componentCount == 4)
    scene.click(.fewer)
    scene.click(.fewer)
    #expect(scene.model.componentCount == 2)
    scene.click(.undo)
    #expect(scene.model.componentCount == 3)
    scene.click(.redo)
    #expect(scene.model.componentCount == 2)
    for tool in Tool.allCases {
      scene.click(.tool(tool))
      #expect(scene.state.tool == tool)
    }
    scene.send(.wheel(4, Point(300, 300), []))
    let zoomed = scene.state.viewport
    scene.click(.fit)
    #expect(scene.state.viewport != zoomed)
    scene.click(.projector)
    #expect(scene.state.interface.isProjector)
    scene.click(.projector)
    scene.click(.help)
    #expect(scene.state.interface.overlay == .help)
    scene.click(.help)
    #expect(scene.state.interface.overlay == nil && !scene.state.interface.isProjector)
  }

  /// Tab goes round all controls that can be pressed, and Shift Tab the same way back.
  @Test func theFocusGoesRoundBothWays() {
    var scene = Scene()
    var there: [Control?] = []
    repeat {
      scene.key(.tab)
      there.append(scene.state.interface.focused)
    } while there.count < 2 || there.last != there.first
    #expect(Set(there).count == there.count - 1 && there.count > 10)
    var back: [Control?] = [scene.state.interface.focused]
    for _ in 1..<there.count {
      scene.key(.tab, .shift)
      back.append(scene.state.interface.focused)
    }
    #expect(back == there.reversed())
  }

  @Test func theGalleryOpensAndOpensData() throws {
    var scene = Scene()
    scene.click(.dataMenu)
    #expect(scene.state.interface.overlay == .gallery)
    let ring = try #require(Scene.menu.firstIndex(of: .example(.ring)))
    // A click beside the cards does nothing, nor does one on what the page covers.
    scene.click(at: Point(640, 60))
    #expect(scene.state.interface.overlay == .gallery && scene.points.count == 150)
    scene.click(.menuItem(ring))
    #expect(scene.state.document.name == .example(.ring) && scene.state.interface.overlay == nil)
    scene.click(.dataMenu)
    scene.click(.closeGallery)
    #expect(scene.state.interface.overlay == nil && scene.points.count == Example.ring.source.x.count)
    scene.type("z", .control)
    #expect(scene.state.document.name == .example(.threeClusters) && scene.points.count == 150)
  }

  @Test func behindAnOverlayNothingCanBePressed() throws {
    for overlay in [Overlay.help, .gallery] {
      var scene = Scene()
      scene.perform(.interface(.toggleOverlay(overlay)))
      let next = try #require(scene.layout.rect(of: .next)).center
      scene.click(at: next)
      #expect(scene.state.document.runs.current.steps.count == 1)
      // A click beside it closes it; the help card may reach over the button.
      scene.click(at: Point(1279, 799))
      #expect(scene.state.document.runs.current.steps.count == 1)
      #expect((scene.state.interface.overlay == nil) == (overlay == .help))
    }
  }

  @Test func theToastOffersUndoAndCloses() {
    var scene = Scene()
    scene.wait(1)
    scene.perform(.edit(.clearPoints))
    scene.click(.announcementUndo)
    #expect(scene.points.count == 150 && scene.state.announcement == nil)
    scene.perform(.start(.setComponentCount(1)), .start(.removeMean(0)))
    scene.click(.announcementClose)
    #expect(scene.state.announcement == nil && scene.points.count == 150)
  }

  @Test func aClickOnTheToastAddsNoPoint() throws {
    var scene = Scene()
    scene.wait(1)
    scene.perform(.start(.setComponentCount(1)), .start(.removeMean(0)))
    let frame = try #require(scene.layout.toast?.frame)
    scene.click(at: Point(frame.x + 8, frame.midY))
    #expect(scene.points.count == 150)
  }

  @Test func disabledControlsDoNothing() {
    var scene = Scene()
    for control in [Control.back, .restart, .undo, .redo] {
      #expect(!scene.state.isEnabled(control))
      #expect(control.commands(scene.state, scene.layout).isEmpty)
    }
    scene.perform(.edit(.clearPoints))
    for control in [Control.play, .next, .end] { #expect(!scene.state.isEnabled(control)) }
    #expect(scene.state.isEnabled(.undo))
    for _ in 0..<20 { scene.perform(.run(.setSpeed(scene.state.playback.speed.faster ?? scene.state.playback.speed))) }
    #expect(!scene.state.isEnabled(.faster) && scene.state.isEnabled(.slower))
    scene.perform(.start(.setComponentCount(14)))
    #expect(!scene.state.isEnabled(.more) && scene.state.isEnabled(.fewer))
  }

  @Test func tabVisitsEveryEnabledControlAndEnterPressesIt() {
    var scene = Scene()
    var visited: [Control] = []
    for _ in 0..<60 {
      scene.key(.tab)
      guard let focused = scene.state.interface.focused, !visited.contains(focused) else { break }
      visited.append(focused)
    }
    let enabled = [.canvas] + scene.layout.controls.map(\.control).filter { scene.state.isEnabled($0) }
    #expect(Set(visited) == Set(enabled) && visited.count == Set(enabled).count)
    scene.key(.tab, .shift)
    #expect(scene.state.interface.focused == visited.last)
    scene.perform(.interface(.focus(.next)))
    scene.key(.enter)
    scene.key(.enter)
    #expect(scene.state.document.runs.current.steps.count == 3)
    scene.key(.enter, isRepeat: true)
    #expect(scene.state.document.runs.current.steps.count == 3)
  }

  @Test func enterDoesNotPressWhatIsNoLongerThere() {
    var scene = Scene()
    scene.perform(.interface(.toggleOverlay(.gallery)), .interface(.focus(.menuItem(2))))
    scene.key(.enter)
    #expect(scene.state.document.name == .example(.nested) && scene.state.interface.overlay == nil)
    scene.click(at: scene.emptyPlace)
    let count = scene.points.count
    scene.key(.enter)
    #expect(scene.points.count == count)
    scene.perform(
      .edit(.clearPoints), .edit(.undo), .interface(.focus(.announcementUndo)), .interface(.closeAnnouncement))
    scene.key(.enter)
    #expect(scene.points.count == count)
  }

  @Test func pagesOpenAndCloseWithTheirButtons() throws {
    for page in [PanelPage.options, .selection, .race, .runs] {
      var scene = Scene()
      let button = try #require(scene.layout.rect(of: .page(page))).center
      scene.click(at: button)
      #expect(scene.state.interface.page == page)
      if scene.layout.control(at: button) == .page(page) {
        scene.click(at: button)
        #expect(scene.state.interface.page == .run, "the button that opened the page closes it")
        scene.click(at: button)
      }
      let close = try #require(scene.layout.rect(of: .page(page)) ?? scene.layout.rect(of: .closePage)).center
      scene.click(at: close)
      #expect(scene.state.interface.page == .run)
    }
  }

  @Test func everyControlHasANameAndAnIcon() {
    var scene = Scene()
    scene.perform(.tick(1), .edit(.clearPoints), .interface(.toggleOverlay(.gallery)))
    for page in [PanelPage.options, .selection, .race, .runs] {
      scene.perform(.interface(.showPage(page)))
      for (control, _) in scene.layout.controls {
        #expect(!scene.state.words.name(control, scene.state).isEmpty, "\(control)")
        #expect(!control.icon.parts.isEmpty, "\(control)")
      }
    }
  }

  /// Nothing needs the keyboard: a row of the help card is a button.
  @Test func aClickOnAHelpRowDoesWhatItsKeyDoes() {
    var scene = Scene()
    scene.click(.help)
    let rows = scene.layout.help?.rows ?? []
    #expect(rows.compactMap(\.action).count > 20)
    let theme = rows.firstIndex { $0.action == .theme } ?? 0
    scene.click(.helpRow(theme))
    #expect(scene.state.interface.theme == .dark && scene.state.interface.overlay == nil)
    // A click between the rows keeps the card, one beside it closes it.
    scene.click(.help)
    let frame = scene.layout.help?.frame ?? Rect(x: 0, y: 0, width: 0, height: 0)
    scene.click(at: Point(frame.x + 4, frame.y + 4))
    #expect(scene.state.interface.overlay == .help)
    scene.click(at: Point(frame.x - 10, frame.midY))
    #expect(scene.state.interface.overlay == nil && scene.points.count == 150)
  }

  @Test func whatOnlyKeysDidHasAButton() {
    var scene = Scene()
    scene.click(.clear)
    #expect(scene.points.isEmpty && !scene.state.isEnabled(.clear))
    scene.click(.undo)
    let seed = scene.state.document.startSeed
    scene.click(.newStart)
    #expect(scene.state.document.startSeed == seed + 1)
    scene.perform(.interface(.showPage(.selection)))
    scene.state.search = TextPlacementTests.search
    scene.click(.adoptBest)
    #expect(scene.state.document.startOrigin == .adopted && scene.model.componentCount == 3)
  }

  /// What opened a page by its key reaches it with the next Tab.
  @Test(arguments: ["o", "m", "r"] as [Character])
  func tabEntersThePageThatWasOpened(_ key: Character) throws {
    var scene = Scene(width: 1280, height: 1000)
    scene.key(.tab)
    scene.type(key, key == "r" ? .shift : [])
    scene.key(.tab)
    let focused = try #require(scene.state.interface.focused)
    let page = try #require(scene.layout.page)
    #expect(page.controls.contains { $0.control == focused } && focused != .closePage)
    if key == "m" { #expect(focused == .searchFamily(.full)) }
  }

  @Test func escapeLetsGoOfAPinnedPoint() {
    var scene = Scene()
    scene.perform(.view(.chooseTool(.inspect)), .view(.pin(7)))
    #expect(scene.state.pinnedPoint == 7)
    scene.key(.escape)
    #expect(scene.state.pinnedPoint == nil)
  }

  /// On an empty canvas a click with the means tool makes K one, it raises nothing.
  @Test func theHintOfTheMeansToolIsTrueOnAnEmptyCanvas() {
    func effect(_ isEmpty: Bool) -> Label? {
      guard case .gesture(.click, let effect) = Tool.means.hints(onEmptyCanvas: isEmpty).first else { return nil }
      return effect
    }
    #expect(effect(true) == .placesFirstMean && effect(false) == .addsAMean)
    #expect(!Scene().state.words(.noPoints).contains("click the canvas"))
  }

  /// The heading stays beside the chip of the longest family.
  @Test func theHeadingStaysBesideTheFamily() {
    var scene = Scene(width: 1280, height: 800)
    scene.perform(.option(.set(.family(.spherical))))
    #expect(scene.layout.components.showsHeading && scene.layout.rect(of: .page(.selection)) != nil)
  }
}
