import Foundation
import LabFiles
import Rasterizer
import Testing

extension WindowTests {
  @Suite struct Opening {
    @Test func opensOnTheExample() throws {
      try ShownWindow.open { window in
        #expect(window.frame.width == 1280 && window.frame.height == 800)
        #expect(window.picture(Look.playButton).count(of: Look.accent) > 500)
        let canvas = window.picture(Look.canvasArea)
        for component in 0..<3 {
          #expect(canvas.count(of: Look.components[component]) > 300, "component \(component)")
        }
        // 150 points of 4.2 pixels radius, some under others, none owned yet.
        #expect(canvas.count(of: Look.point, tolerance: 8) > 3000)
        #expect(window.badge() == .paused)
        #expect(window.program.err == "")
      }
    }

    /// The window's clock counts from the machine's start, and the lesson does not.
    @Test func aLessonBegunAtTheStartTakesAsLongAsItTook() throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mixture-lab-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path) }
      try ShownWindow.open(["--start-lesson", "always-uphill", "--class-folder", folder.path]) { window in
        for key in ["1", "Escape", "ctrl+e", "6", "ctrl+Return"] { try window.key(key) }
        try window.waitUntil("it is handed in") { try files().contains { $0.hasSuffix(".handin.json") } }
      }
      let file = folder.appendingPathComponent(try #require(try files().first { $0.hasSuffix(".handin.json") })).path
      #expect(try HandInFile.read(file).claim.seconds < 120)
    }

    @Test func noWindowIsLargerThanItsDisplay() throws {
      try ShownWindow.open(["--size", "3840x2160"]) { window in
        #expect(window.frame.width == VirtualScreen.width && window.frame.height == VirtualScreen.height)
        #expect(window.frame.x == 0 && window.frame.y == 0)
      }
    }

    @Test(arguments: [[], ["--size", "960x600", "-k", "4", "--seed", "5"], ["--theme", "dark"]])
    func showsWhatRenderDraws(_ options: [String]) throws {
      let rendered = try Executable.render(options)
      try ShownWindow.open(options) { window in
        let shown = try window.settledPicture()
        #expect(shown.isSame(as: rendered))
      }
    }
  }
}

extension Executable {
  /// The picture that `mixture-lab render` makes of the same options.
  static func render(_ options: [String]) throws -> Bitmap {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let result = try Executable.run(try Executable.mixtureLab(), ["render"] + options + [file])
    #expect(result.status == 0, "\(result.err)")
    return try PNGFile.read(file)
  }
}
