import Foundation
import Glibc
import Rasterizer
import Testing

extension WindowTests {
  /// What becomes of work when the program ends without being asked to.
  @Suite struct Recovery {
    /// How many times the program is killed: `KILLS=500` for a long night.
    private static let kills = ProcessInfo.processInfo.environment["KILLS"].flatMap(Int.init) ?? 5

    /// A grid of places on the canvas beside the opening example, each far enough from the others.
    private static let places: [(x: Int, y: Int)] = stride(from: 110, through: 940, by: 26).flatMap { x in
      [90, 116, 142, 640, 666, 692].map { (x, $0) }
    }

    /// Whatever was on the screen when the program was killed is there again when it is started and goes on.
    @Test func whatWasShownIsBackAfterTheProgramWasKilled() throws {
      var dice = SystemRandomNumberGenerator()
      var home = Home()
      var (shown, clicks): (Set<Int>, Int) = ([], 0)
      for round in 0..<Recovery.kills {
        // A canvas that is full proves nothing any more.
        if round % 6 == 0 { (home, shown) = (Home(), []) }
        try ShownWindow.open(environment: home.environment) { window in
          if !shown.isEmpty {
            try window.waitUntil("the work is offered") { window.showsCard }
            try window.key("Return")
            try window.waitUntil("the card is gone") { !window.showsCard }
            try window.moveAway()
            try window.waitUntil("everything is back") { shown.isSubset(of: Recovery.visible(window)) }
          } else {
            // Any key sends the opening hint away.
            try window.key("b")
          }
          let free = Set(Recovery.places.indices).subtracting(Recovery.visible(window)).shuffled(using: &dice)
          let wanted = free.prefix(Int.random(in: 3...24, using: &dice))
          clicks += wanted.count
          let hand = try window.begin(clicking: wanted.map { Recovery.places[$0] }, every: 0.02)
          let deadline = Date(timeIntervalSinceNow: Double.random(in: 0.05...0.9, using: &dice))
          var seen = shown
          while Date() < deadline { seen.formUnion(Recovery.visible(window, among: wanted)) }
          kill(window.program.process.processIdentifier, SIGKILL)
          window.program.process.waitUntilExit()
          hand.process.waitUntilExit()
          shown = seen
        }
      }
      print("\(Recovery.kills) kills among \(clicks) clicks")
    }

    private static func visible(_ window: ShownWindow) -> Set<Int> { visible(window, among: places.indices) }

    /// The places where a point is on the screen.
    private static func visible(_ window: ShownWindow, among indices: some Sequence<Int>) -> Set<Int> {
      Set(
        indices.filter { index in
          let place = places[index]
          return window.picture(Area(around: place.x, place.y, radius: 1)).count(of: Look.point, tolerance: 8) == 9
        })
    }
  }
}

/// A place for journals and settings, removed with its last reference.
private final class Home {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("mixture-lab-\(UUID().uuidString)").path
  var environment: [String: String] { ["XDG_STATE_HOME": path] }
  var journals: String { path + "/mixture-lab/journals" }
  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension ShownWindow {
  /// The ring around its first button.
  fileprivate var showsCard: Bool { picture(Area(x: 290, y: 380, width: 200, height: 90)).count(of: Look.accent) > 300 }

  /// Clicks at places, one after another, while the test goes on.
  fileprivate func begin(clicking places: [(x: Int, y: Int)], every pause: Double) throws -> RunningProgram {
    let arguments = places.flatMap { place in
      ["mousemove", "\(frame.x + place.x)", "\(frame.y + place.y)", "click", "1", "sleep", "\(pause)"]
    }
    return try RunningProgram("/usr/bin/env", ["xdotool"] + arguments, environment: screen.environment)
  }
}
