import Foundation
import GaussianMixtures
import LabFiles
import Rasterizer
import Testing

@testable import LabCore
@testable import LabView

/// A scene that was saved is drawn as it was on the screen, pixel by pixel. Where it is not, both pictures are left among
/// the temporary files.
///
/// The variable SESSIONS asks for more of them.
struct SceneFrameTests {
  static let sessions = ProcessInfo.processInfo.environment["SESSIONS"].flatMap(Int.init) ?? 6

  @Test(arguments: 1...sessions)
  func aSavedSceneIsDrawnAsItWas(_ seed: Int) throws {
    var session = RandomInput(seed: UInt64(seed))
    var scene = Scene(LabState(options: EMOptions(maximumIterations: 20), menu: Scene.menu), width: 640, height: 480)
    for round in 0..<240 {
      scene.send(session.next())
      guard round % 40 == 39 else { continue }
      let settled = settled(scene.state)
      let text = try SceneFile.text(settled.scene)
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("scene-\(UUID()).json")
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data(text.utf8).write(to: folder)
      var opened = try LabState(try SceneFile.read(folder.path).scene, menu: Scene.menu)
      opened.performPendingWork()
      opened.performPendingRace()
      opened = self.settled(opened)
      #expect(opened.scene == settled.scene, "after \(round) events")
      let painter = FramePainter(font: scene.font)
      let before = painter.draw(settled)
      let after = FramePainter(font: scene.font).draw(opened)
      let isSame = before == after
      #expect(isSame, "after \(round) events")
      if !isSame {
        let folder = FileManager.default.temporaryDirectory.path
        try PNGFile.write(before, to: "\(folder)/scene-\(seed).saved.png")
        try PNGFile.write(after, to: "\(folder)/scene-\(seed).opened.png")
        return
      }
    }
  }

  /// Without what passes: pointer, focus, notices, glides, what is under way or typed, a reveal, and what undo
  /// knows.
  private func settled(_ state: LabState) -> LabState {
    var state = state
    state.apply(.edit(.endStroke))
    state.playback.mode = .paused
    if state.document.guess?.phase == .revealed { state.apply(.guess(.goOn)) }
    state.performPendingWork()
    state.apply(.interface(.pointer(nil, over: nil)))
    state.apply(.interface(.pointAt(nil)))
    state.interface.focused = nil
    state.interface.pressed = nil
    state.interface.emphasis = Emphasis()
    state.interface.seedDraft = nil
    state.interface.nameDraft = nil
    state.interface.loading = nil
    state.interface.overlay = nil
    state.interface.cursor = nil
    state.announcement = nil
    state.glides = [:]
    state.history = History()
    state.gallery = Gallery()
    state.search = state.search.isRunning ? ModelSearch() : state.search
    state.apply(.race(.cancel))
    state.apply(.tick(state.now + 30))
    state.apply(.interface(.pointer(nil, over: nil)))
    return state
  }
}
