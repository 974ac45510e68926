import FoundationEssentials

/// What the argument parser knows of a command's options and arguments, as far as the manual prints it.
struct CommandHelp: Decodable, Sendable {
  struct Argument: Decodable, Sendable {
    enum Kind: String, Decodable, Sendable { case positional, option, flag }

    struct Name: Decodable, Sendable {
      enum Kind: String, Decodable, Sendable { case short, long, longWithSingleDash }

      let kind: Kind
      let name: String

      /// As it is typed.
      var text: String {
        switch kind {
        case .short, .longWithSingleDash: "-" + name
        case .long: "--" + name
        }
      }
    }

    let kind: Kind
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let allValues: [String]?
    let defaultValue: String?
    let shouldDisplay: Bool
  }

  let commandName: String
  let arguments: [Argument]?
  let subcommands: [CommandHelp]?

  /// The command that these words call, with the program's first; `nil` where there is none.
  static func of(_ words: [String]) -> CommandHelp? {
    words.dropFirst().reduce(program) { help, word in help?.subcommands?.first { $0.commandName == word } }
  }

  /// Read from the description that the parser gives for other programs.
  private static let program: CommandHelp? = {
    struct Dump: Decodable { let command: CommandHelp }
    return try? JSONDecoder().decode(Dump.self, from: Data(MixtureLab._dumpHelp().utf8)).command
  }()
}
