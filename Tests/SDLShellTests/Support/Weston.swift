import Foundation
import Testing

/// A Wayland compositor whose own window lies on the virtual screen: what is clicked and seen there is its programs'.
final class Weston {
  private let program: RunningProgram
  private let folder: URL
  let screen: VirtualScreen

  static let path = ["/usr/bin/weston", "/usr/local/bin/weston"].first(where: FileManager.default.isExecutableFile)

  init(_ path: String) throws {
    screen = try VirtualScreen.shared()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("weston-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var environment = screen.environment
    environment["XDG_RUNTIME_DIR"] = folder.path
    program = try RunningProgram(
      path,
      [
        "--backend=x11-backend.so", "--use-pixman", "--width=1500", "--height=950", "--socket=\(Weston.socket)",
        "--idle-time=0", "--no-config",
      ], environment: environment)
    let deadline = Date(timeIntervalSinceNow: 40)
    while !FileManager.default.fileExists(atPath: folder.appendingPathComponent(Weston.socket).path) {
      guard program.process.isRunning, Date() < deadline else { throw NoWeston(message: program.err) }
      Thread.sleep(forTimeInterval: 0.05)
    }
  }

  deinit {
    kill(program.process.processIdentifier, SIGTERM)
    program.process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  private static let socket = "wayland-of-a-test"

  /// Starts the program as a client.
  func start(_ arguments: [String] = []) throws -> RunningProgram {
    var environment = screen.environment
    environment["DISPLAY"] = nil
    environment["XDG_RUNTIME_DIR"] = folder.path
    environment["WAYLAND_DISPLAY"] = Weston.socket
    environment["SDL_VIDEODRIVER"] = "wayland"
    return try RunningProgram(try Executable.mixtureLab(), arguments, environment: environment)
  }

  struct NoWeston: Error {
    let message: String
  }
}
