import Foundation
import Testing

extension WindowTests {
  @Suite struct AtRest {
    @Test func takesNoTime() throws {
      try ShownWindow.open { window in
        let used = try ticks(window, during: 2)
        #expect(used <= 2)
      }
    }

    /// The pointer on a button, its tooltip shown, a run behind.
    @Test func takesNoTimeAfterARun() throws {
      try ShownWindow.open { window in
        try window.key("End")
        try window.waitUntil("the run is over") { window.badge() == .converged }
        try window.move(to: 330, 28)
        window.pause(0.6)
        _ = try window.settledPicture()
        let used = try ticks(window, during: 2)
        #expect(used <= 2)
      }
    }

    /// The processor time a window uses while nothing happens, in hundredths of a second.
    private func ticks(_ window: ShownWindow, during seconds: Double) throws -> Int {
      let before = try processorTime(window)
      window.pause(seconds)
      return try processorTime(window) - before
    }

    private func processorTime(_ window: ShownWindow) throws -> Int {
      let text = try String(
        contentsOfFile: "/proc/\(window.program.process.processIdentifier)/stat", encoding: .utf8)
      // After the name in brackets, which may hold anything: state is field 3, user and system time 14 and 15.
      let fields = try #require(text.split(separator: ")").last).split(separator: " ")
      return try #require(Int(fields[11])) + #require(Int(fields[12]))
    }
  }
}
