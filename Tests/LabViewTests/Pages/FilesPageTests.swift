import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Saving and opening by mouse and keyboard.
struct FilesPageTests {
  static let listing = FolderListing(
    path: "/home/ada/lessons/mixtures", parent: "/home/ada/lessons",
    entries: [
      .init(name: "/home/ada/trees.csv", path: "/home/ada/trees.csv", kind: .recent),
      .init(name: "autumn", path: "/home/ada/lessons/mixtures/autumn", kind: .folder),
    ]
      + (1...24).map {
        .init(
          name: "class \($0).\($0 % 3 == 0 ? "json" : "csv")", path: "/x/\($0)", kind: $0 % 3 == 0 ? .scene : .table)
      })

  private func opening(width: Int = 1280, height: Int = 800) -> Scene {
    var scene = Scene(width: width, height: height)
    scene.type("o", .control)
    scene.state.answerLast(.listed(FilesPageTests.listing))
    return scene
  }

  @Test func aNameIsTypedAndSaved() throws {
    var scene = Scene()
    scene.type("s", .control)
    #expect(scene.state.interface.overlay == .saving)
    for _ in 0..<30 { scene.key(.delete) }
    for character in "my data-2" { scene.key(character == " " ? .space : .character(character)) }
    scene.type("a", .shift)
    #expect(scene.state.interface.saveEntry.name == "my data-2A")
    // Letters are letters here, whatever they mean in the window.
    #expect(scene.points.count == 150 && scene.state.interface.overlay == .saving)
    scene.key(.enter)
    guard case .saveScene(let kept, let path, .isNew) = try #require(scene.state.effects.last).task else {
      Issue.record("nothing is saved")
      return
    }
    #expect(path == "my data-2A.json" && kept.pointCount == 150)
    scene.state.answerLast(.notSaved(.exists(path: path)))
    scene.click(.commitSave)
    guard case .saveScene(_, _, .isWanted) = try #require(scene.state.effects.last).task else {
      Issue.record("it is not replaced")
      return
    }
  }

  @Test func filesAreChosenByKeyboardAlone() {
    var scene = opening()
    scene.key(.down)
    scene.key(.down)
    scene.key(.up)
    #expect(scene.state.interface.browser.chosen == 1)
    for character in "class 2" { scene.key(character == " " ? .space : .character(character)) }
    #expect(scene.state.interface.browser.rows.count == 6 && scene.state.interface.browser.chosen == 0)
    scene.key(.down)
    scene.key(.enter)
    #expect(scene.state.interface.loading?.path == "/x/20")
  }

  @Test func foldersAreWalkedThrough() {
    var scene = opening()
    scene.click(.fileRow(1))
    #expect(scene.state.interface.overlay == .opening && scene.state.interface.browser.listing == nil)
    scene.state.answerLast(.listed(FilesPageTests.listing))
    scene.click(.folderUp)
    scene.state.answerLast(.notListed(.noPermission(path: "/home")))
    scene.key(.escape)
    #expect(scene.state.interface.overlay == nil)
  }

  @Test func theGalleryHasBothButtons() {
    var scene = Scene()
    scene.click(.dataMenu)
    scene.click(.openFile)
    #expect(scene.state.interface.overlay == .opening)
    scene.click(.closeFiles)
    scene.click(.dataMenu)
    scene.click(.saveScene)
    #expect(scene.state.interface.overlay == .saving)
  }

  @Test func theListScrollsWithWhatIsChosen() throws {
    var scene = opening(height: 500)
    for _ in 0..<25 { scene.key(.down) }
    #expect(scene.layout.rect(of: .fileRow(25)) != nil && scene.layout.rect(of: .fileRow(0)) == nil)
    let frame = try #require(scene.layout.files?.frame)
    let inside = try #require(scene.layout.rect(of: .fileRow(25)))
    #expect(frame.union(inside) == frame)
  }

  @Test func frames() {
    var saving = Scene()
    saving.perform(.run(.stepIteration), .tick(5), .file(.beginSaving))
    expectFrame(saving, "save")
    saving.perform(.file(.commit))
    saving.state.answerLast(.notSaved(.changedMeanwhile(path: "/home/ada/lessons/trees.json")))
    saving.perform(.interface(.toggleProjector))
    expectFrame(saving, "save-changed-projector")
    var open = opening()
    open.perform(.tick(5))
    open.key(.down)
    expectFrame(open, "open")
    open.perform(.interface(.setTheme(.dark)))
    for character in "none" { open.type(character) }
    expectFrame(open, "open-nothing-dark")
  }
}

extension LabState {
  fileprivate mutating func answerLast(_ outcome: Answer.Outcome) {
    if let effect = effects.last { apply(.answer(Answer(effect.ticket, outcome))) }
  }
}
