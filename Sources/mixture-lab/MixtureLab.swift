import ArgumentParser
import Glibc
import LabFiles

/// The program: opens the window, or does one thing without it.
@main
struct MixtureLab: ParsableCommand {
  /// The one place where the version stands. `--version`, the packages and their metadata take it from here, and a test
  /// holds the README to it.
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "mixture-lab",
    abstract: "Watch expectation–maximization fit Gaussian mixtures, or fit them without a window.",
    discussion: """
      mixture-lab [FILE …] opens the window; 'mixture-lab help window' lists its options.

      Results go to standard output, everything else to standard error. With --json a result is one JSON object.
      Every failure is one sentence on standard error that says what to do.

      Tables are CSV files with or without a header; commas, semicolons or tabs; decimal points or decimal commas; \
      UTF-8, UTF-16 or Latin-1. - is standard input or output wherever a file is named. An output never replaces what is read, \
      nor a file of another kind.

      EXIT STATUS
        0   done
        1   the data, a file or the fit was at fault
        2   there is no display for the window
        64  the command line was at fault

      LIMITS
      \(Limits.lines.map { "  " + $0 }.joined(separator: "\n"))
      """,
    version: version,
    subcommands: [
      WindowCommand.self, RenderCommand.self, AnimateCommand.self, SheetCommand.self, FitCommand.self,
      SelectCommand.self,
      RaceCommand.self,
      ClassifyCommand.self, SampleCommand.self, ScoreCommand.self, GradeCommand.self, RecoverCommand.self,
      ReplayCommand.self,
      BenchCommand.self,
      DescribeCommand.self, ShareCommand.self,
    ],
    defaultSubcommand: WindowCommand.self)

  /// The parser answers a request for help about a command that there is not with help about all.
  private static func checkHelp(_ arguments: ArraySlice<String>) throws {
    guard arguments.first == "help" else { return }
    var command: any ParsableCommand.Type = MixtureLab.self
    for name in arguments.dropFirst() where !name.hasPrefix("-") {
      let commands = command.configuration.subcommands
      guard let next = commands.first(where: { $0.configuration.commandName == name }) else {
        let names = commands.filter { $0.configuration.shouldDisplay }.compactMap { $0.configuration.commandName }
        throw ValidationError(
          "there is no command '\(name)'"
            + (names.isEmpty ? "; leave it out" : "; choose from \(names.joined(separator: ", "))"))
      }
      command = next
    }
  }

  static func main() {
    // A result that is too large for its file is said, like any other that cannot be written.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try checkHelp(CommandLine.arguments.dropFirst())
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.exit(with: error)
    }
  }
}
