import LabWords
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// Saving by mouse and keyboard.
struct FilesPageTests {
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

  @Test func frames() {
    var saving = Scene()
    saving.perform(.run(.stepIteration), .tick(5), .file(.beginSaving))
    expectFrame(saving, "save")
    saving.perform(.file(.commit))
    saving.state.answerLast(.notSaved(.changedMeanwhile(path: "/home/ada/lessons/trees.json")))
    saving.perform(.interface(.toggleProjector))
    expectFrame(saving, "save-changed-projector")
  }
}
