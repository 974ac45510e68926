import Foundation
import Testing

extension WindowTests {
  @Suite struct Closing {
    @Test func controlQ() throws {
      try ShownWindow.open { window in
        try window.key("ctrl+q")
        let status = try window.exitStatus()
        #expect(status == 0)
      }
    }

    @Test func theCloseButton() throws {
      try ShownWindow.open { window in
        try window.key("space")
        try CloseButton.press(window: window.id, display: window.screen.name)
        let status = try window.exitStatus()
        #expect(status == 0)
        #expect(window.program.err == "")
      }
    }

    /// As at the end of a desktop session.
    @Test func theTerminationSignal() throws {
      try ShownWindow.open { window in
        kill(window.program.process.processIdentifier, SIGTERM)
        let status = try window.exitStatus()
        #expect(status == 0)
      }
    }
  }
}
