import ArgumentParser
import LabFiles

/// What commands that write a picture are called with: what is read, if anything, and what is written.
struct PicturePaths {
  private let paths: [String]

  init(_ paths: [String]) { self.paths = paths }

  /// The file to read; nil for the example.
  var input: String? { paths.count == 2 ? paths[0] : nil }

  var output: String { paths[paths.count - 1] }

  /// Refuses what cannot be meant.
  ///
  /// - Parameters:
  ///   - command: its name.
  ///   - takes: what it is called with, as a clause.
  ///   - format: what it writes, as people call it; the name of the output ends in that in small letters.
  ///   - content: what that is called.
  func check(_ command: String, takes: String, writes format: String, _ content: String) throws {
    if let option = paths.first(where: { $0.hasPrefix("-") && $0 != "-" }) {
      throw ValidationError("unknown option '\(option)'")
    }
    guard (1...2).contains(paths.count) else { throw ValidationError("\(command) takes \(takes)") }
    let ending = "." + format.lowercased()
    guard output.lowercased().hasSuffix(ending) || output == "-" || output.hasPrefix("/dev/") else {
      throw ValidationError("\(command) writes \(format); let the \(content)'s name end in \(ending)")
    }
  }
}
