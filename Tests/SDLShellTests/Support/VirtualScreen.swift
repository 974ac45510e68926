import Foundation
import Rasterizer
import Testing

/// An X server without a monitor, one for all tests, with its picture in a file that can be read at any time.
///
/// A display that is there already is not used: its pixels could not be read without another library, and a window that
/// opens and closes on somebody's desk is no gift.
struct VirtualScreen {
  static let width = 1600
  static let height = 1000

  /// As `DISPLAY` takes it.
  let name: String
  private let pixelFile: Int32
  private let pixelOffset: Int
  private let bytesPerRow: Int
  /// The server lives as long as the writing end of this pipe is open, however the tests end.
  private let lifeline: Pipe

  /// The screen of all tests; starts with the first one.
  static func shared() throws -> VirtualScreen { try started.get() }
  private static let started = Result { try VirtualScreen() }

  private init() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mixture-lab-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // No reset: the server would forget the pointer's place whenever its last client leaves. No cursor: it would be
    // part of the picture.
    let script = """
      trap '' INT TERM
      Xvfb -displayfd 3 -screen 0 \(VirtualScreen.width)x\(VirtualScreen.height)x24 -fbdir "$1" \
        -nolisten tcp -noreset -nocursor 3>&1 >/dev/null 2>&1 </dev/null &
      exec >/dev/null 2>&1
      cat
      kill $!
      wait $!
      rm -rf "$1"
      """
    lifeline = Pipe()
    let answer = Pipe()
    let server = Process()
    server.executableURL = URL(fileURLWithPath: "/bin/sh")
    server.arguments = ["-c", script, "sh", folder]
    server.standardInput = lifeline
    server.standardOutput = answer
    try server.runWithSignals()

    var number = ""
    while !number.hasSuffix("\n") {
      let bytes = answer.fileHandleForReading.availableData
      guard !bytes.isEmpty else { throw ScreenError.noServer }
      number += String(decoding: bytes, as: UTF8.self)
    }
    name = ":" + number.trimmingCharacters(in: .whitespacesAndNewlines)

    pixelFile = open("\(folder)/Xvfb_screen0", O_RDONLY | O_CLOEXEC)
    guard pixelFile >= 0 else { throw ScreenError.noPicture }
    // The header of an XWD file: 32-bit numbers, the highest byte first.
    var header = [UInt32](repeating: 0, count: 25)
    guard pread(pixelFile, &header, 100, 0) == 100 else { throw ScreenError.noPicture }
    header = header.map { UInt32(bigEndian: $0) }
    let (headerSize, bitsPerPixel, colorMapEntries) = (Int(header[0]), header[11], Int(header[19]))
    guard bitsPerPixel == 32 else { throw ScreenError.noPicture }
    bytesPerRow = Int(header[12])
    pixelOffset = headerSize + colorMapEntries * 12
  }

  /// What a part of the screen shows now; black beyond the screen's edges.
  func picture(x: Int, y: Int, width: Int, height: Int) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height, fill: Color(0x000000))
    let count = min(width, VirtualScreen.width - x)
    guard x >= 0, count > 0 else { return bitmap }
    var pixels = bitmap.pixels
    pixels.withUnsafeMutableBufferPointer { pixels in
      for row in 0..<height where (0..<VirtualScreen.height).contains(y + row) {
        let start = row * width
        _ = pread(
          pixelFile, UnsafeMutableRawPointer(pixels.baseAddress! + start), count * 4,
          off_t(pixelOffset + (y + row) * bytesPerRow + x * 4))
        for i in start..<start + count { pixels[i] |= 0xFF00_0000 }
      }
    }
    bitmap.pixels = pixels
    return bitmap
  }

  /// Moves the mouse, presses keys: whatever `xdotool` can do, all in one go.
  @discardableResult
  func xdotool(_ arguments: String...) throws -> String { try xdotool(arguments) }

  @discardableResult
  func xdotool(_ arguments: [String]) throws -> String {
    try Executable.run("/usr/bin/env", ["xdotool"] + arguments, environment: environment).out
  }

  /// The environment of programs that open their windows here.
  var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    for name in ["WAYLAND_DISPLAY", "SDL_VIDEODRIVER", "XDG_SESSION_TYPE"] { environment[name] = nil }
    environment["DISPLAY"] = name
    return environment
  }
}

enum ScreenError: Error, CustomStringConvertible {
  case noServer, noPicture

  var description: String {
    switch self {
    case .noServer: "Xvfb did not start; run 'bash .ci/setup' to install it"
    case .noPicture: "the picture in Xvfb's -fbdir cannot be read"
    }
  }
}
