import Rasterizer
import Testing

extension WindowTests {
  @Suite struct Means {
    @Test func aClickPlacesAMean() throws {
      try ShownWindow.open { window in
        let (x, y) = (860, 160)
        let blue = Look.components[3]
        #expect(window.picture().count(of: blue) == 0)
        try window.key("v")
        try window.click(x, y)
        try window.moveAway()
        let marker = Area(around: x, y, radius: 13)
        try window.waitUntil("a ring is where the click was") { window.picture(marker).count(of: blue) > 60 }
        #expect(window.picture(marker).count(of: Look.ink) > 10, "its letter")
        let card = Area(x: 984, y: 318, width: 280, height: 64)
        try window.waitUntil("the fourth card shows") { window.picture(card).count(of: blue) > 200 }
      }
    }

    /// People hold a button for a tenth of a second; each such press is one.
    @Test func buttonsHeldForAMomentArePressed() throws {
      try ShownWindow.open { window in
        // Where the number of components stands, between its two buttons.
        let number = Area(x: 1210, y: 72, width: 24, height: 20)
        for hold in [0.02, 0.05, 0.08, 0.15, 0.3] {
          let before = window.picture(number)
          try window.press(1250, 82)
          window.pause(hold)
          try window.release()
          try window.waitUntil("a press of \(hold) s adds a component") { window.picture(number) != before }
        }
      }
    }

    @Test func aMeanFollowsTheMouse() throws {
      try ShownWindow.open { window in
        try window.key("v")
        // Component A of the example.
        let start = try #require(window.picture(Area(x: 200, y: 420, width: 250, height: 300)).center(of: Look.ink))
        let (x, y) = (200 + Int(start.x), 420 + Int(start.y))
        try window.press(x, y)
        for step in 1...10 { try window.move(to: x - 4 * step, y + 10 * step) }
        try window.release()
        try window.moveAway()
        let target = Area(around: x - 40, y + 100, radius: 13)
        try window.waitUntil("the mean is where it was dropped") {
          let picture = window.picture(target)
          return picture.count(of: Look.components[0]) > 60 && picture.count(of: Look.ink) > 10
        }
        try window.key("ctrl+z")
        try window.waitUntil("the mean is back") {
          window.picture(Area(around: x, y, radius: 13)).count(of: Look.ink) > 10
        }
      }
    }

    @Test func theKeyboardMovesAMeanAlone() throws {
      try ShownWindow.open(["-k", "1"]) { window in
        func ring() -> Point? { window.picture(Look.canvasArea).center(of: Look.components[0]) }
        let before = try #require(ring())
        try window.key("v")
        try window.key("Tab")
        // The mean, or one of its handles: then the mean is the other way.
        for key in ["Right", "Left", "Up", "Down"] { try window.key(key) }
        try window.key("Return")
        let grabbed = try #require(ring())
        for _ in 0..<8 {
          try window.key("Right")
          window.pause(0.1)
        }
        try window.key("Return")
        try window.waitUntil("what the keyboard holds has moved") {
          ring().map { abs($0.x - grabbed.x) + abs($0.y - before.y) > 2 } ?? false
        }
      }
    }
  }
}
