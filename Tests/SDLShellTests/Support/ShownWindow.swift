import Foundation
import LabFiles
import Rasterizer
import Testing

/// The program's window on the virtual screen. All positions are the window's own.
final class ShownWindow {
  let screen: VirtualScreen
  let program: RunningProgram
  private(set) var id = ""
  private(set) var frame = Area(x: 0, y: 0, width: 0, height: 0)

  /// The window of the test under way, for the picture a failure leaves.
  nonisolated(unsafe) private(set) static var current: ShownWindow?

  /// Generous: the machine may be slow and busy with other tests.
  private static let patience = 40.0

  /// Starts the program, waits for its first frame, hands its window to a test and ends it, whatever happens.
  ///
  /// - Parameter environment: variables beside those of the screen.
  static func open(
    _ arguments: [String] = [], environment: [String: String] = [:], _ body: (ShownWindow) throws -> Void
  ) throws {
    try? FileManager.default.removeItem(at: savedPicture)
    let window = try ShownWindow(arguments, environment)
    current = window
    defer { current = nil }
    do {
      try window.waitForFirstFrame()
      try body(window)
    } catch {
      window.savePicture()
      throw error
    }
  }

  private init(_ arguments: [String], _ environment: [String: String]) throws {
    screen = try VirtualScreen.shared()
    try screen.xdotool("mousemove", "1599", "999")
    program = try RunningProgram(
      try Executable.mixtureLab(), arguments, environment: screen.environment.merging(environment) { $1 })
  }

  private func waitForFirstFrame() throws {
    try waitUntil("the window is there") {
      id =
        try screen.xdotool("search", "--onlyvisible", "--name", "^Mixture Lab$").split(separator: "\n").last
        .map(String.init) ?? ""
      return !id.isEmpty
    }
    try readFrame()
    try waitUntil("something is drawn") {
      let corner = picture(Area(x: 0, y: 0, width: 8, height: 8))
      return corner[0, 0] != 0 && corner.pixels == Bitmap(width: 8, height: 8, fill: Color(corner[0, 0])).pixels
        && picture(Look.dataSet).count(of: corner[0, 0]) < Look.dataSet.width * Look.dataSet.height
    }
    // There is no window manager to give the window the keyboard.
    try screen.xdotool("windowfocus", "--sync", id)
    _ = try settledPicture()
  }

  private func readFrame() throws {
    let text = try screen.xdotool("getwindowgeometry", "--shell", id)
    func number(_ name: String) throws -> Int {
      let line = text.split(separator: "\n").first { $0.hasPrefix("\(name)=") }
      return try #require(line.flatMap { Int($0.dropFirst(name.count + 1)) }, "no \(name) in \(text)")
    }
    frame = Area(x: try number("X"), y: try number("Y"), width: try number("WIDTH"), height: try number("HEIGHT"))
  }

  // MARK: Looking

  /// What a part of the window shows now.
  func picture(_ area: Area) -> Bitmap {
    screen.picture(x: frame.x + area.x, y: frame.y + area.y, width: area.width, height: area.height)
  }

  func picture() -> Bitmap { picture(Area(x: 0, y: 0, width: frame.width, height: frame.height)) }

  /// The picture once it has stood still for a while.
  func settledPicture() throws -> Bitmap {
    var last = picture()
    try waitUntil("the picture stands still") {
      pause(0.2)
      let next = picture()
      defer { last = next }
      return next == last
    }
    return last
  }

  /// Looks again and again until a condition holds.
  func waitUntil(_ what: String, _ condition: () throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: ShownWindow.patience)
    while try !condition() {
      guard program.process.isRunning else { throw WindowGone(awaited: what, message: program.err) }
      guard Date() < deadline else { throw TooLate(awaited: what) }
      pause(0.02)
    }
  }

  func pause(_ seconds: Double) { Thread.sleep(forTimeInterval: seconds) }

  /// Which badge stands beside "Log-likelihood".
  enum Badge { case paused, running, converged }

  func badge() -> Badge? {
    let grounds = picture(Area(x: 1130, y: 336, width: 134, height: 20))
    let candidates: [(Badge, UInt32)] = [(.paused, Look.track), (.running, Look.soft), (.converged, Look.ink)]
    return candidates.first { grounds.count(of: $0.1) > 500 }?.0
  }

  // MARK: Doing

  func move(to x: Int, _ y: Int) throws { try screen.xdotool(at(x, y)) }
  func click(_ x: Int, _ y: Int, button: Int = 1) throws { try screen.xdotool(at(x, y) + ["click", "\(button)"]) }
  func press(_ x: Int, _ y: Int) throws { try screen.xdotool(at(x, y) + ["mousedown", "1"]) }
  func release() throws { try screen.xdotool("mouseup", "1") }
  func key(_ name: String) throws { try screen.xdotool("key", name) }
  func keyDown(_ name: String) throws { try screen.xdotool("keydown", name) }
  func keyUp(_ name: String) throws { try screen.xdotool("keyup", name) }

  /// To the screen's corner, which no window covers.
  func moveAway() throws { try screen.xdotool("mousemove", "1599", "999") }

  /// Gives the keyboard to the screen itself.
  func loseFocus() throws {
    let root = try screen.xdotool("search", "--maxdepth", "0", ".*").split(separator: "\n").first.map(String.init)
    try screen.xdotool("windowfocus", try #require(root))
  }

  func resize(to width: Int, _ height: Int) throws {
    try screen.xdotool("windowsize", id, "\(width)", "\(height)")
    try waitUntil("the window is \(width) × \(height)") {
      try readFrame()
      return frame.width == width && frame.height == height
    }
  }

  private func at(_ x: Int, _ y: Int) -> [String] { ["mousemove", "\(frame.x + x)", "\(frame.y + y)"] }

  /// Waits until the program has ended by itself.
  func exitStatus() throws -> Int32 {
    let deadline = Date(timeIntervalSinceNow: ShownWindow.patience)
    while program.process.isRunning {
      guard Date() < deadline else { throw TooLate(awaited: "the program ends") }
      pause(0.02)
    }
    return program.process.terminationStatus
  }

  // MARK: Failing

  /// Leaves what the screen shows beside the tests.
  func savePicture() {
    let all = screen.picture(x: 0, y: 0, width: VirtualScreen.width, height: VirtualScreen.height)
    try? PNGFile.write(all, to: ShownWindow.savedPicture.path)
  }

  /// Named after the test under way.
  private static var savedPicture: URL {
    let name = (Test.current?.name ?? "window").prefix { $0 != "(" }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("\(name).actual.png")
  }
}

struct TooLate: Error, CustomStringConvertible {
  let awaited: String
  var description: String { "waited in vain until \(awaited)" }
}

struct WindowGone: Error, CustomStringConvertible {
  let awaited: String
  let message: String
  var description: String { "the program ended before \(awaited): \(message)" }
}
