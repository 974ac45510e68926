import Foundation
import LabFiles
import Rasterizer
import Testing

extension WindowTests {
  /// Files dropped on the real window.
  @Suite struct Dropping {
    private func withFolder(_ name: String = "größe ", _ body: (String) throws -> Void) throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name + UUID().uuidString).path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try body(folder)
    }

    private func drop(_ path: String, on window: ShownWindow) throws {
      try DroppedFile.drop(
        path, on: window.id, display: window.screen.name, at: (window.frame.x + 400, window.frame.y + 400))
    }

    /// A table, with a name that an address has to escape; then a model for its points.
    @Test func aTableAndAModel() throws {
      try withFolder { folder in
        let table = folder + "/two groups.csv"
        try "a;b\n1,5;2\n2,5;3,25\n9;8\n8,5;9\n7;7,5\n".write(toFile: table, atomically: true, encoding: .utf8)
        let model = folder + "/model.json"
        try #"{"weights": [0.5, 0.5], "means": [[2, 3], [8, 8]], "covariances": [[[1, 0], [0, 1]], [[1, 0], [0, 2]]]}"#
          .write(toFile: model, atomically: true, encoding: .utf8)
        try ShownWindow.open { window in
          let before = try window.settledPicture()
          try drop(table, on: window)
          try window.waitUntil("the table is there") { window.picture() != before }
          let data = try window.settledPicture()
          try drop(model, on: window)
          try window.waitUntil("the model is there") { window.picture() != data }
          _ = try window.settledPicture()
          #expect(window.program.err == "")
        }
      }
    }

    /// A scene shows what was on the screen, and what it is of is opened again from the recent files.
    @Test func aScene() throws {
      // Typed by xdotool, which finds no keys for letters beyond ASCII.
      try withFolder("scene-") { folder in
        let scene = folder + "/s.json"
        try ShownWindow.open(["--seed", "5"]) { window in
          try window.key("Right")
          try window.key("Right")
          _ = try window.settledPicture()
          try window.key("ctrl+shift+s")
          for _ in 0..<20 { try window.key("BackSpace") }
          try window.screen.xdotool("type", scene)
          try window.key("Return")
          try window.waitUntil("the scene is saved") { FileManager.default.fileExists(atPath: scene) }
        }
        let own = try Executable.render([scene])
        try ShownWindow.open { window in
          let before = try window.settledPicture()
          try drop(scene, on: window)
          try window.waitUntil("the scene is there") { window.picture() != before }
          try window.moveAway()
          let shown = try window.settledPicture().cropped(Area(x: 60, y: 60, width: 700, height: 600))
          #expect(shown.isSame(as: own.cropped(Area(x: 60, y: 60, width: 700, height: 600))))
        }
      }
    }

    /// What is no data is said in one sentence, and the window stays as it is.
    @Test func aPicture() throws {
      try withFolder { folder in
        let file = folder + "/picture.csv"
        try Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]).write(to: URL(fileURLWithPath: file))
        try ShownWindow.open { window in
          let area = Area(x: 60, y: 300, width: 500, height: 300)
          let before = try window.settledPicture()
          try drop(file, on: window)
          try window.waitUntil("something is said") { window.picture() != before }
          #expect(window.program.process.isRunning)
          #expect(window.picture(area).isSame(as: before.cropped(area)))
        }
      }
    }
  }
}

extension Bitmap {
  /// A part of it.
  func cropped(_ area: Area) -> Bitmap {
    var part = Bitmap(width: area.width, height: area.height)
    var cut: [UInt32] = []
    for row in 0..<area.height {
      let start = (area.y + row) * width + area.x
      cut += pixels[start..<start + area.width]
    }
    part.pixels = cut
    return part
  }
}
