/// Text as roff takes it.
enum Roff {
  /// Hyphens stay the ones that are typed, and nothing is a command.
  static func escape(_ text: String) -> String {
    text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  }

  /// A line of its own, which may begin with anything.
  static func line(_ text: String) -> String {
    let escaped = escape(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// The name of another page, with its section.
  static func reference(_ words: some Collection<String>) -> String {
    "\\fB\(escape(words.joined(separator: "-")))\\fR(1)"
  }

  /// Capitals on a line of their own.
  static func isHeading(_ line: Substring) -> Bool {
    line.contains(where: \.isUppercase) && line.allSatisfy { $0.isUppercase || $0 == " " } && !line.hasPrefix(" ")
  }

  /// Lines of a discussion: an empty line parts paragraphs, headings begin sections, indented lines are tables.
  static func prose(_ lines: [Substring]) -> [String] {
    var result: [String] = []
    var isTable = false
    for (index, line) in lines.enumerated() {
      if line.hasPrefix(" ") != isTable {
        isTable.toggle()
        result.append(isTable ? ".nf" : ".fi")
      }
      if line.isEmpty {
        let next = lines[(index + 1)...].first
        if let next, !next.isEmpty, !isHeading(next) { result.append(".PP") }
      } else if isHeading(line) {
        result.append(".SH \(line)")
      } else {
        let followsText = !isTable && index > 0 && !lines[index - 1].isEmpty && !isHeading(lines[index - 1])
        result += (followsText ? [".br"] : []) + [Roff.line(String(line))]
      }
    }
    return result + (isTable ? [".fi"] : [])
  }
}
