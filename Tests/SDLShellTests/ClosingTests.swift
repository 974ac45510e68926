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

    /// Nobody can close a kiosk at its keyboard; the end of a session does, and nothing is offered to the next one.
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT]) func aSignalEndsAKiosk(_ signal: Int32) throws {
      let home = Home()
      try ShownWindow.open(["--kiosk"], environment: home.environment) { window in
        try window.click(120, 140)
        _ = try window.settledPicture()
        try window.key("ctrl+q")
        usleep(300_000)
        #expect(window.program.process.isRunning)
        kill(window.program.process.processIdentifier, signal)
        #expect(try window.exitStatus() == 0 && window.program.err == "")
        #expect(window.program.process.terminationReason == .exit)
      }
      #expect(home.files(".kept") == 1 && home.files(".session") == 0 && home.files(".lock") == 0)
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
