import ArgumentParser

/// A page of the manual, section 1, in the man macros of roff; made from what the argument parser knows.
struct ManualPage {
  /// The words that call the command, with the program's.
  let words: [String]
  let text: String

  var fileName: String { "\(words.joined(separator: "-")).1" }

  /// One page for the program and one for each of its commands.
  /// - Parameter date: as the pages print it at the bottom.
  static func all(date: String) -> [ManualPage] { pages(of: MixtureLab.self, words: [], date: date) }

  private static func pages(of command: any ParsableCommand.Type, words: [String], date: String) -> [ManualPage] {
    let words = words + [name(of: command)]
    return [ManualPage(of: command, words: words, date: date)]
      + shown(command.configuration.subcommands).flatMap { pages(of: $0, words: words, date: date) }
  }

  private init(of command: any ParsableCommand.Type, words: [String], date: String) {
    self.words = words
    let title = words.joined(separator: "-")
    let configuration = command.configuration
    let (description, sections) = ManualPage.parts(of: configuration.discussion)
    let commands = ManualPage.shown(configuration.subcommands)
    var page = [
      ".TH \(Roff.escape(title.uppercased())) 1 \"\(date)\" \"Mixture Lab \(MixtureLab.version)\" \"User Commands\"",
      ".SH NAME", "\(Roff.escape(title)) \\- \(Roff.escape(configuration.abstract))",
      ".SH SYNOPSIS",
    ]
    page += ManualPage.synopsis(of: command, words: words)
    page += [".SH DESCRIPTION"]
    page += Roff.prose(description.allSatisfy(\.isEmpty) ? [configuration.abstract[...]] : description)
    let arguments = (CommandHelp.of(words)?.arguments ?? []).filter(\.shouldDisplay)
    for (heading, isPositional) in [("ARGUMENTS", true), ("OPTIONS", false)] {
      let listed = arguments.filter { ($0.kind == .positional) == isPositional }
      if !listed.isEmpty { page += [".SH \(heading)"] + listed.flatMap(ManualPage.entry) }
    }
    if !commands.isEmpty {
      page += [".SH COMMANDS"]
      for command in commands {
        page += [
          ".TP", Roff.reference(words + [ManualPage.name(of: command)]), Roff.line(command.configuration.abstract),
        ]
      }
    }
    page += Roff.prose(sections)
    if words.count > 1 { page += [".SH SEE ALSO", Roff.reference(words.dropLast())] }
    text = page.joined(separator: "\n") + "\n"
  }

  // MARK: - Parts

  private static func name(of command: any ParsableCommand.Type) -> String { command.configuration.commandName ?? "" }

  private static func shown(_ commands: [any ParsableCommand.Type]) -> [any ParsableCommand.Type] {
    commands.filter { $0.configuration.shouldDisplay }
  }

  /// The lines of a discussion up to its first heading, and the rest.
  private static func parts(of discussion: String) -> (description: [Substring], sections: [Substring]) {
    let lines = discussion.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.firstIndex(where: Roff.isHeading) ?? lines.endIndex
    return (Array(lines[..<first]), Array(lines[first...]))
  }

  private static func synopsis(of command: any ParsableCommand.Type, words: [String]) -> [String] {
    let call = words.joined(separator: " ")
    var lines = MixtureLab.usageString(for: command).split(separator: "\n").map { line in
      line.hasPrefix(call)
        ? "\\fB\(Roff.escape(call))\\fR\(Roff.escape(String(line.dropFirst(call.count))))" : Roff.line(String(line))
    }
    if words.count == 1 { lines.insert("\\fB\(Roff.escape(call))\\fR [FILE]", at: 0) }
    return Array(lines.map { [$0] }.joined(separator: [".br"]))
  }

  /// An option or argument with its meaning, values and default.
  private static func entry(_ argument: CommandHelp.Argument) -> [String] {
    let names = (argument.names ?? []).map { "\\fB\(Roff.escape($0.text))\\fR" }.joined(separator: ", ")
    let value = argument.kind == .flag ? nil : argument.valueName.map { "\\fI\(Roff.escape($0))\\fR" }
    let values = argument.allValues.map { "values: " + $0.joined(separator: ", ") }
    let details = [values, argument.defaultValue.map { "default: " + $0 }].compactMap { $0 }
    let meaning = [argument.abstract, details.isEmpty ? nil : "(\(details.joined(separator: "; ")))"]
    return [
      ".TP", [names, value ?? ""].filter { !$0.isEmpty }.joined(separator: " "),
      Roff.line(meaning.compactMap { $0 }.joined(separator: " ")),
    ]
  }
}
