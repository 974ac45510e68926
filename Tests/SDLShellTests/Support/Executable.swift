import Foundation
import Testing

/// Programs, run to their end.
enum Executable {
  struct Result {
    let status: Int32
    let out: String
    let err: String

    /// What it wrote to standard error, line by line.
    var errorLines: [Substring] { err.split(separator: "\n") }
  }

  /// The built program stands beside the test bundle that the package manager builds with it.
  static func mixtureLab() throws -> String {
    let candidates = [CommandLine.arguments.first ?? ""] + CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    let found = candidates.lazy
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("mixture-lab").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    return try #require(found, "mixture-lab is not beside \(CommandLine.arguments)")
  }

  /// Runs a program and waits for its end.
  static func run(_ path: String, _ arguments: [String], environment: [String: String]? = nil) throws -> Result {
    let running = try RunningProgram(path, arguments, environment: environment)
    running.process.waitUntilExit()
    return Result(status: running.process.terminationStatus, out: running.out, err: running.err)
  }
}

/// A program that was started, with what it has written so far. It is killed with its last reference.
final class RunningProgram {
  let process = Process()
  private let outFile, errFile: URL
  /// Where it keeps its journals and settings, unless it was given another place: never the user's own.
  private let home: URL

  init(_ path: String, _ arguments: [String], environment: [String: String]? = nil) throws {
    outFile = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    errFile = outFile.appendingPathExtension("err")
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    home = outFile.appendingPathExtension("home")
    process.environment = RunningProgram.environment(environment, home: home)
    for file in [outFile, errFile] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    // Files, unlike pipes, never fill up and stop the program.
    process.standardOutput = try FileHandle(forWritingTo: outFile)
    process.standardError = try FileHandle(forWritingTo: errFile)
    process.standardInput = FileHandle.nullDevice
    try process.runWithSignals()
  }

  deinit {
    if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    for file in [outFile, errFile, home] { try? FileManager.default.removeItem(at: file) }
  }

  private static func environment(_ given: [String: String]?, home: URL) -> [String: String] {
    let usual = ProcessInfo.processInfo.environment
    var environment = given ?? usual
    for name in ["XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] where environment[name] == usual[name] {
      environment[name] = home.appendingPathComponent(name).path
    }
    return environment
  }

  var out: String { text(outFile) }
  var err: String { text(errFile) }

  private func text(_ file: URL) -> String {
    (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension Process {
  /// Starts a program that receives every signal: the test's thread may hold some back, and its children inherit that.
  func runWithSignals() throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
  }
}
