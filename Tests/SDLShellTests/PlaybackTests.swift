import Foundation
import Rasterizer
import Testing

extension WindowTests {
  @Suite struct RunningEM {
    @Test func spaceRunsAndPauses() throws {
      try ShownWindow.open { window in
        let before = window.picture(Look.canvasArea)
        let letters = try #require(before.center(of: Look.ink))
        try window.key("space")
        try window.waitUntil("the badge says running") { window.badge() == .running }
        try window.waitUntil("the points are colored by their owners") {
          window.picture(Look.canvasArea).count(of: Look.point, tolerance: 8) < 300
        }
        try window.waitUntil("the means have moved") {
          let now = window.picture(Look.canvasArea).center(of: Look.ink)
          return now.map { hypot($0.x - letters.x, $0.y - letters.y) > 15 } ?? false
        }
        try window.key("space")
        try window.waitUntil("the badge says paused") { window.badge() == .paused }
        let paused = try window.settledPicture()
        // Longer than a beat, which is a second.
        window.pause(1.5)
        #expect(window.picture().isSame(as: paused))
      }
    }

    @Test func theArrowTakesHalfSteps() throws {
      try ShownWindow.open { window in
        try window.key("Right")
        try window.waitUntil("the points are colored") {
          window.picture(Look.canvasArea).count(of: Look.point, tolerance: 8) < 300
        }
        let expectation = try window.settledPicture()
        let renderedE = try Executable.render(["--iterations", "0.5"])
        #expect(expectation.isSame(as: renderedE), "an E-step")
        try window.key("Right")
        try window.waitUntil("the means move") { window.picture() != expectation }
        let maximization = try window.settledPicture()
        let renderedM = try Executable.render(["--iterations", "1"])
        #expect(maximization.isSame(as: renderedM), "an M-step")
        try window.key("Left")
        try window.waitUntil("back at the E-step") {
          window.picture(Look.canvasArea) == expectation.cropped(to: Look.canvasArea)
        }
        #expect(window.badge() == .paused)
      }
    }

    @Test func endRunsToConvergence() throws {
      try ShownWindow.open { window in
        #expect(window.picture(Look.playButton).count(of: Look.accent) > 500)
        try window.key("End")
        try window.waitUntil("the badge says converged") { window.badge() == .converged }
        _ = try window.settledPicture()
        #expect(window.picture(Look.playButton).count(of: Look.accent) > 500, "it can be played once more")
      }
    }

    /// The X server repeats a key that is held: 25 times a second after two thirds of a second.
    @Test func aHeldKeyIsOneKey() throws {
      try ShownWindow.open { window in
        // A key that may repeat does: the brush grows.
        try window.move(to: 500, 150)
        try window.keyDown("bracketright")
        let area = Area(x: 300, y: 57, width: 400, height: 350)
        try window.waitUntil("the brush has grown to 80 pixels radius") {
          window.picture(area).bounds(of: Look.ink2).map { $0.width > 160 } ?? false
        }
        try window.keyUp("bracketright")
        try window.moveAway()

        try window.keyDown("space")
        try window.waitUntil("the badge says running") { window.badge() == .running }
        let end = Date(timeIntervalSinceNow: 2)
        var badges: Set<ShownWindow.Badge?> = []
        while Date() < end {
          badges.insert(window.badge())
          window.pause(0.01)
        }
        try window.keyUp("space")
        #expect(badges == [.running])
      }
    }
  }
}
