import Foundation
import LabCore
import LabFiles
import Testing

extension WindowTests {
  @Suite struct Closing {
    @Test func controlQ() throws {
      try ShownWindow.open { window in
        try window.key("ctrl+q")
        let status = try window.exitStatus()
        #expect(status == 0)
      }
    }

    @Test func theCloseButton() throws {
      try ShownWindow.open { window in
        try window.key("space")
        try CloseButton.press(window: window.id, display: window.screen.name)
        let status = try window.exitStatus()
        #expect(status == 0)
        #expect(window.program.err == "")
      }
    }

    /// What is on its way to its file arrives there, however soon the window is closed.
    @Test func rightAfterSaving() throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mixture-lab-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appendingPathComponent("s.json").path
      // So many that to write them takes a while.
      let places = (0..<80_000).map { index in (Double(index % 283), Double(index * 7 % 281)) }
      let state = LabState(
        source: DataSource(
          name: .file("many"), columnNames: ["x", "y"], x: places.map(\.0), y: places.map(\.1), aspect: .equal),
        componentCount: 2, seed: 1)
      _ = try SceneFile.write(state.scene, to: path, when: .isNew)
      try ShownWindow.open([path]) { window in
        try window.key("o")
        try window.key("ctrl+s")
        try window.key("ctrl+q")
        let status = try window.exitStatus()
        #expect(status == 0 && window.program.err == "")
      }
      #expect(try SceneFile.read(path).scene != state.scene)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["s.json"])
    }

    /// As at the end of a desktop session.
    @Test func theTerminationSignal() throws {
      try ShownWindow.open { window in
        kill(window.program.process.processIdentifier, SIGTERM)
        let status = try window.exitStatus()
        #expect(status == 0)
      }
    }
  }
}
