import Glibc

/// Speaks through speech-dispatcher: a child process for each utterance, which hands it over and ends. The dispatcher lets a
/// new one take the place of what it still speaks.
final class Speaker {
  /// The program that hands over, and the package that has it.
  static let program = "spd-say"
  static let package = "speech-dispatcher"

  enum Outcome: Sendable, Equatable { case handedOver, missing, failed }

  private let program: String
  /// Children whose end has not been taken note of.
  private var children: [pid_t] = []

  init(program: String = Speaker.program) { self.program = program }

  deinit { reap() }

  /// Hands a text over without waiting for what becomes of it.
  ///
  /// - Parameter language: as in BCP 47.
  func say(_ text: String, language: String) -> Outcome {
    reap()
    // What still waits for the dispatcher is out of date.
    for child in children { kill(child, SIGTERM) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    // Whatever this thread does not listen to, the child can be told to end.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let code = String(language.prefix { $0 != "-" })
    let arguments = [
      program, "--application-name", "mixture-lab", "--language", code, "--",
      Speaker.printable(text),
    ]
    let pointers = arguments.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    var child: pid_t = 0
    switch posix_spawnp(&child, program, &actions, &attributes, pointers + [nil], environ) {
    case 0:
      children.append(child)
      return .handedOver
    case ENOENT: return .missing
    default: return .failed
    }
  }

  /// How many children have not ended yet.
  var waiting: Int {
    reap()
    return children.count
  }

  private func reap() { children.removeAll { waitpid($0, nil, WNOHANG) != 0 } }

  /// An argument ends at a zero, and the kernel takes none that is longer than this.
  private static func printable(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(20_000).map { $0.value < 32 ? " " : $0 }))
  }
}
