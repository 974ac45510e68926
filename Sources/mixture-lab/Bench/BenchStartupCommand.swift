import ArgumentParser
import Glibc
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
    // Without a display, SDL's driver that shows nothing; the new program inherits the choice.
    if getenv("DISPLAY") == nil, getenv("WAYLAND_DISPLAY") == nil { setenv("SDL_VIDEODRIVER", "dummy", 0) }
    let driver = getenv("SDL_VIDEODRIVER").map { String(cString: $0) } ?? "display"
    let times = try (0..<runs).map { _ in try BenchStartupCommand.start() }
    let milliseconds = Milliseconds.median(times)
    let least = times.min() ?? 0
    if json {
      let members: [JSONValue.Member] = [
        .init("millisecondsToFirstFrame", .number(milliseconds)), .init("millisecondsAtLeast", .number(least)),
        .init("runs", JSONValue(runs)), .init("videoDriver", .string(driver)),
      ]
      return try Console.write(JSONValue.object(members).indentedText)
    }
    var table = TextTable(header: ["ms to the first frame, median of \(runs)", Format.fixed(milliseconds, 1)])
    table.add(["ms, fastest", Format.fixed(least, 1)])
    table.add(["video driver", driver])
    try Console.write(table.text)
  }

  /// Milliseconds from before the program is started to after its first frame, on the clock that both share.
  private static func start() throws -> Double {
    let began = Milliseconds.now
    guard let output = popen("exec /proc/\(getpid())/exe window --until-first-frame 2>/dev/null", "r") else {
      throw Failure("the program cannot start itself; end other programs and try again")
    }
    var answer = [CChar](repeating: 0, count: 80)
    let line = fgets(&answer, Int32(answer.count), output).map { String(cString: $0) }
    pclose(output)
    guard let line, let shown = Double(line.filter { !$0.isNewline }) else {
      throw Failure("the window did not open; check the display, or unset DISPLAY to measure without one", status: 2)
    }
    return shown - began
  }
}
