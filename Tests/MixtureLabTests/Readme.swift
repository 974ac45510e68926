import Foundation

/// What the README says about the command line.
enum Readme {
  /// The section between a heading and the next.
  static func section(_ heading: String) throws -> String {
    let text = try String(contentsOfFile: Program.root + "/README.md", encoding: .utf8)
    let parts = text.components(separatedBy: "\n## ")
    return parts.first { $0.hasPrefix(heading + "\n") } ?? ""
  }

  /// The first block of code in a language; "" for blocks without one.
  static func code(_ language: String, in section: String) -> [String] {
    let blocks = section.components(separatedBy: "```")
    let code = blocks.enumerated().first { $0.offset % 2 == 1 && $0.element.hasPrefix(language + "\n") }?.element
    return code?.split(separator: "\n").map(String.init).dropFirst(language.isEmpty ? 0 : 1).map { $0 } ?? []
  }
}
