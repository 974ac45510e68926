import ArgumentParser
import GaussianMixtures
import Glibc

/// A reason to end the program: one sentence, and the exit status.
struct Failure: Error, CustomStringConvertible {
  let sentence: String
  let status: Int32

  init(_ sentence: String, status: Int32 = 1) {
    self.sentence = sentence
    self.status = status
  }

  var description: String { sentence }

  /// Ends the program: help and version go to standard output, everything else is one line on standard error.
  static func exit(with error: any Error) -> Never {
    let status = (error as? Failure)?.status ?? MixtureLab.exitCode(for: error).rawValue
    if status == 0 { MixtureLab.exit(withError: error) }
    let message = (error as? MixtureError)?.sentence ?? MixtureLab.message(for: error)
    if !message.isEmpty {
      let advice = status == ExitCode.validationFailure.rawValue ? "; see '\(help(for: error))'" : ""
      Console.note(oneLine(message) + advice)
    }
    Glibc.exit(status)
  }

  /// The command that shows the help of the subcommand at fault.
  private static func help(for error: any Error) -> String {
    let usage = MixtureLab.fullMessage(for: error)
    return usage.firstMatch(of: /See '(.+?)' for more information/).map { String($0.1) } ?? "mixture-lab --help"
  }

  /// The message as a clause after "mixture-lab: ".
  private static func oneLine(_ message: String) -> String {
    var clause = message.matches(of: /\S(?:.*\S)?/).map(\.output).joined(separator: " ")
    // "Unknown option '--x'. Did you mean '--y'?" is one sentence here too.
    clause = clause.replacing(/(['>])\. ([A-Z])/) { "\($0.1); \($0.2.lowercased())" }
    if clause.hasSuffix(".") { clause.removeLast() }
    // "There are …" begins a sentence, "CSV" or "K" do not.
    guard let first = clause.first, clause.dropFirst().first?.isLowercase == true else { return clause }
    return first.lowercased() + clause.dropFirst()
  }
}

extension MixtureError {
  /// The description with components named by their letters, as everywhere else, and the options of the command line.
  var sentence: String {
    description(naming: Format.component).replacing(
      Self.collapseAdvice,
      with: "use another --on-collapse than fail, with a --floor above 0, or fewer components")
  }

  /// The same without its full stop, for more to follow.
  var clause: String { sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence }
}
