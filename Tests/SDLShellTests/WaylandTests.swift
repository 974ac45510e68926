import Foundation
import Rasterizer
import Testing

extension WindowTests {
  @Suite(.enabled(if: Weston.path != nil, "weston is not installed: nothing is tried on Wayland"))
  struct OnWayland {
    @Test func opensRunsAndQuits() throws {
      let weston = try Weston(try #require(Weston.path))
      let program = try weston.start()
      let everything = Area(x: 0, y: 0, width: VirtualScreen.width, height: VirtualScreen.height)
      func picture() -> Bitmap {
        weston.screen.picture(x: 0, y: 0, width: everything.width, height: everything.height)
      }
      func waitUntil(_ what: String, _ condition: () throws -> Bool) throws {
        let deadline = Date(timeIntervalSinceNow: 40)
        while try !condition() {
          guard program.process.isRunning else { throw WindowGone(awaited: what, message: program.err) }
          guard Date() < deadline else { throw TooLate(awaited: what) }
          Thread.sleep(forTimeInterval: 0.05)
        }
      }
      // Weston lets a new window grow into its place.
      var last = picture()
      try waitUntil("the window is there and stands still") {
        Thread.sleep(forTimeInterval: 0.5)
        let next = picture()
        defer { last = next }
        return next == last && next.count(of: Look.accent) > 500
      }
      // The Play button is the topmost thing in the accent's color.
      let accent = try #require(picture().bounds(of: Look.accent))
      let rows = picture().cropped(to: Area(x: 0, y: accent.y, width: everything.width, height: 30))
      let play = try #require(rows.bounds(of: Look.accent))
      try weston.screen.xdotool(
        "mousemove", "\(play.x + play.width / 2)", "\(accent.y + 10)", "click", "1")
      try waitUntil("the points are colored by their owners") {
        picture().count(of: Look.point, tolerance: 8) < 1000
      }
      try weston.screen.xdotool("key", "ctrl+q")
      let deadline = Date(timeIntervalSinceNow: 40)
      while program.process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
      try #require(!program.process.isRunning)
      #expect(program.process.terminationReason == .exit && program.process.terminationStatus == 0)
    }
  }
}
