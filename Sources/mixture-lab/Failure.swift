import ArgumentParser
import Foundation

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
    let message = MixtureLab.message(for: error)
    if status == 0 {
      MixtureLab.exit(withError: error)
    } else if !message.isEmpty {
      let advice = status == ExitCode.validationFailure.rawValue ? "; see 'mixture-lab --help'" : ""
      Console.note(oneLine(message) + advice)
    }
    Foundation.exit(status)
  }

  /// The message as a clause after "mixture-lab: ".
  private static func oneLine(_ message: String) -> String {
    var clause = message.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ")
    if clause.hasSuffix(".") { clause.removeLast() }
    // "There are …" begins a sentence, "CSV" or "K" do not.
    guard let first = clause.first, clause.dropFirst().first?.isLowercase == true else { return clause }
    return first.lowercased() + clause.dropFirst()
  }
}
