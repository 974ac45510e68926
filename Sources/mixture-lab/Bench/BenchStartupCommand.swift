import ArgumentParser
import Foundation
import LabFiles

struct BenchStartupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "startup",
    abstract: "Time from the start of the program to its first frame on the screen.",
    discussion: """
      The program starts itself, and the new one tells when its window has shown the first frame, and ends. Where there \
      is no display it draws for none.
      """)

  @Option(parsing: .unconditional, help: ArgumentHelp("The number of times to start it.", valueName: "n"))
  var runs = 7

  @Flag(help: "Print one JSON object instead of a table.")
  var json = false

  func validate() throws {
    guard (1...Limits.repetitions).contains(runs) else {
      throw ValidationError("--runs takes 1 to \(Limits.repetitions)")
    }
  }

  func run() throws {
    let times = try (0..<runs).map { _ in try BenchStartupCommand.start() }
    let driver = BenchStartupCommand.environment["SDL_VIDEODRIVER"] ?? "display"
    let milliseconds = Milliseconds.median(times)
    let least = times.min() ?? 0
    if json {
      let members: [JSONValue.Member] = [
        .init("millisecondsToFirstFrame", .number(milliseconds)), .init("millisecondsAtLeast", .number(least)),
        .init("runs", JSONValue(runs)), .init("videoDriver", .string(driver)),
      ]
      return try Console.write(JSONValue.object(members).indentedText)
    }
    var table = TextTable(header: ["ms to the first frame, median of \(runs)", String(format: "%.1f", milliseconds)])
    table.add(["ms, fastest", String(format: "%.1f", least)])
    table.add(["video driver", driver])
    try Console.write(table.text)
  }

  /// The one of this process; without a display, SDL's driver that shows nothing.
  private static var environment: [String: String] {
    var environment = ProcessInfo.processInfo.environment
    let hasDisplay = environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
    if !hasDisplay, environment["SDL_VIDEODRIVER"] == nil { environment["SDL_VIDEODRIVER"] = "dummy" }
    return environment
  }

  /// Milliseconds from before the program is started to after its first frame, on the clock that both share.
  private static func start() throws -> Double {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["window", "--until-first-frame"]
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    let began = Milliseconds.now
    do {
      try process.run()
    } catch {
      throw Failure("the program cannot start itself; run the benchmark from where it was built")
    }
    let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard let shown = Double(answer.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Failure("the window did not open; check the display, or unset DISPLAY to measure without one", status: 2)
    }
    return shown - began
  }
}
