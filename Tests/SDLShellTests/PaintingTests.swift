import Rasterizer
import Testing

extension WindowTests {
  @Suite struct Painting {
    @Test func clicksAddPoints() throws {
      try ShownWindow.open { window in
        let places = [(120, 140), (900, 150), (130, 690)]
        let before = try window.settledPicture()
        for (x, y) in places {
          #expect(before.cropped(to: Area(around: x, y, radius: 6)).count(of: Look.point, tolerance: 8) == 0)
          try window.click(x, y)
        }
        try window.moveAway()
        for (x, y) in places {
          // A dot of 4.2 pixels radius with a light rim: at least 3 × 3 of it are pure.
          try window.waitUntil("there is a point at \(x), \(y)") {
            window.picture(Area(around: x, y, radius: 1)).count(of: Look.point, tolerance: 8) == 9
          }
        }
        let after = try window.settledPicture()
        #expect(!after.cropped(to: Look.dataSet).isSame(as: before.cropped(to: Look.dataSet)), "the number of points")
        let panels = [before, after].map { $0.cropped(to: Look.components3) }
        #expect(panels[0].isSame(as: panels[1]), "the components are where they were")
      }
    }

    @Test func aStrokeThatLeavesTheWindowEndsOnce() throws {
      try ShownWindow.open { window in
        // Any key sends the opening hint away.
        try window.key("b")
        let before = try window.settledPicture()
        try window.press(300, 150)
        for x in stride(from: 320, through: 1420, by: 50) {
          try window.move(to: x, 150)
          window.pause(0.02)
        }
        try window.release()
        try window.moveAway()
        let after = try window.settledPicture()
        #expect(after.count(of: Look.point, tolerance: 8) > before.count(of: Look.point, tolerance: 8) + 300)

        // No button is stuck: going over the canvas paints nothing.
        try window.move(to: 500, 400)
        try window.move(to: 600, 450)
        window.pause(0.3)
        try window.moveAway()
        try window.waitUntil("the picture is as after the stroke") { window.picture() == after }

        try window.key("ctrl+z")
        try window.waitUntil("the whole stroke is undone") {
          window.picture(Look.canvasArea) == before.cropped(to: Look.canvasArea)
        }
        #expect(window.picture(Look.dataSet).isSame(as: before.cropped(to: Look.dataSet)))
        #expect(window.picture(Look.panel).isSame(as: before.cropped(to: Look.panel)))
        try window.key("ctrl+shift+z")
        try window.waitUntil("the whole stroke is back") { window.picture() == after }
      }
    }

    /// Another program takes the keyboard while the button is down, and the release goes there.
    @Test func aStrokeEndsWhenTheWindowLosesFocus() throws {
      try ShownWindow.open { window in
        try window.key("b")
        _ = try window.settledPicture()
        try window.press(300, 150)
        try window.move(to: 340, 150)
        window.pause(0.2)
        try window.loseFocus()
        // Held still, the brush would go on spraying: only an ended stroke lets the picture settle.
        let settled = try window.settledPicture()
        try window.release()
        try window.moveAway()
        let after = try window.settledPicture()
        let canvas = Area(x: 450, y: 60, width: 500, height: 676)
        #expect(after.cropped(to: canvas).isSame(as: settled.cropped(to: canvas)))
        #expect(after.cropped(to: Look.dataSet).isSame(as: settled.cropped(to: Look.dataSet)))
      }
    }
  }
}
