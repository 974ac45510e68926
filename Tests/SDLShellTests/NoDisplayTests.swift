import Foundation
import Testing

extension WindowTests {
  @Suite struct WithoutADisplay {
    private func environment(driver: String? = nil, display: String? = nil) -> [String: String] {
      var environment = ProcessInfo.processInfo.environment
      for name in ["WAYLAND_DISPLAY", "XDG_RUNTIME_DIR"] { environment[name] = nil }
      environment["DISPLAY"] = display
      environment["SDL_VIDEODRIVER"] = driver
      return environment
    }

    @Test(arguments: [nil, "x11", "nonsense"], [nil, ":9876"])
    func oneSentenceAndStatus2(driver: String?, display: String?) throws {
      let environment = environment(driver: driver, display: display)
      let result = try Executable.run(try Executable.mixtureLab(), [], environment: environment)
      #expect(result.status == 2)
      #expect(result.out == "")
      #expect(result.errorLines.count == 1)
      #expect(result.err.contains("display"))
      #expect(result.err.contains("mixture-lab render"), "what to do instead")
    }

    /// A driver that shows nothing is fine for who asks for it.
    @Test func opensOnADriverAskedFor() throws {
      let program = try RunningProgram(
        try Executable.mixtureLab(), ["--font", "/nonexistent.ttf"], environment: environment(driver: "dummy"))
      let deadline = Date(timeIntervalSinceNow: 40)
      while !program.err.hasSuffix("\n"), program.process.isRunning, Date() < deadline {
        Thread.sleep(forTimeInterval: 0.02)
      }
      Thread.sleep(forTimeInterval: 0.5)
      #expect(program.process.isRunning)
      kill(program.process.processIdentifier, SIGTERM)
      while program.process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.02) }
      try #require(!program.process.isRunning)
      #expect(program.process.terminationStatus == 0)
      #expect(program.err.split(separator: "\n").count == 1)
    }
  }

  @Suite struct WithoutAFont {
    @Test func saysSoAndOpens() throws {
      try ShownWindow.open(["--font", "/nonexistent.ttf"]) { window in
        #expect(window.program.err.split(separator: "\n").count == 1)
        #expect(window.program.err.contains("/nonexistent.ttf"))
        // Whatever font came instead wrote the name of the data.
        #expect(window.picture(Look.dataSet).count(of: Look.ink) > 100)
      }
    }
  }
}
