import Testing

extension WindowTests {
  @Suite struct Resizing {
    @Test func everySizeIsDrawnAnew() throws {
      try ShownWindow.open { window in
        for (width, height) in [(960, 600), (1440, 900), (1280, 800)] {
          let rendered = try Executable.render(["--size", "\(width)x\(height)"])
          try window.resize(to: width, height)
          try window.waitUntil("the picture is that of \(width) × \(height)") { window.picture() == rendered }
        }
      }
    }

    @Test func survivesTinySizesWhileEMRuns() throws {
      try ShownWindow.open { window in
        try window.key("space")
        for (width, height) in [(200, 150), (481, 361), (30, 700), (1400, 40), (1280, 800)] {
          try window.resize(to: width, height)
          window.pause(0.1)
        }
        try window.waitUntil("it runs on") { window.badge() == .running }
      }
    }
  }
}
