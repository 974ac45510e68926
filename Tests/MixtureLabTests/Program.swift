import Foundation
import Testing

/// Runs the built program as its users do.
enum Program {
  struct Result {
    let status: Int32
    let out: String
    let err: String

    /// What it wrote to standard error, line by line.
    var errorLines: [Substring] { err.split(separator: "\n") }
  }

  /// The repository's root folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func asset(_ name: String) -> String { "\(root)/assets/\(name)" }

  /// The executable stands beside the test bundle that the package manager builds with it.
  static var url: URL? {
    let candidates = [CommandLine.arguments.first ?? ""] + CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    return candidates.lazy
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("mixture-lab") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Runs the program, or another `executable`, and waits for its end. Standard input is the file `input`, or empty. Journals
  /// and settings are looked for in a new folder, unless the environment names another: never in the user's own.
  static func run(
    _ arguments: [String], in folder: String? = nil, executable: String? = nil, input: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    let program = executable.map { URL(fileURLWithPath: $0) } ?? url
    let found: URL = try #require(program, "mixture-lab is not beside \(CommandLine.arguments)")
    process.executableURL = found
    process.arguments = arguments
    // What this machine's user has set is nobody's business here, and nothing is kept.
    let home = FileManager.default.temporaryDirectory.appendingPathComponent("mixture-lab-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let own = ["XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_DIRS"].map {
      ($0, home.appendingPathComponent($0).path)
    }
    process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }.merging(["LC_ALL": "C.UTF-8"]) { $1 }
      .merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    let out = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let err = out.appendingPathExtension("err")
    for file in [out, err] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    defer { for file in [out, err] { try? FileManager.default.removeItem(at: file) } }
    // Files, unlike pipes, never fill up and stop the program.
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput =
      try input.map { try FileHandle(forReadingFrom: URL(fileURLWithPath: $0)) } ?? FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: err), as: UTF8.self))
  }

  /// Runs a line of a shell in which `$LAB` is the program.
  static func shell(_ line: String, in folder: String) throws -> Result {
    let program = try #require(url).path
    return try run(["-c", "LAB='\(program)'; \(line)"], in: folder, executable: "/bin/bash")
  }

  /// Runs `body` with a new folder, and removes the folder.
  static func withFolder<Outcome>(_ body: (String) throws -> Outcome) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mixture-lab-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }
}
