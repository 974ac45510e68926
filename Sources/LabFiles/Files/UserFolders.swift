import Glibc

/// Where a program keeps what is not a document, as the XDG Base Directory Specification has it.
///
/// A variable that is unset, empty or not absolute counts as unset. Nothing is made here: whoever writes first calls
/// `create(_:)`.
public struct UserFolders: Sendable, Equatable {
  /// What the user set: theme, speed, size, recent files. `$XDG_CONFIG_HOME/mixture-lab`, usually `~/.config/mixture-lab`.
  public let config: String
  /// What should survive a restart, such as journals. `$XDG_STATE_HOME/mixture-lab`, usually `~/.local/state/mixture-lab`.
  public let state: String
  /// What the user added, such as words in another language. `$XDG_DATA_HOME/mixture-lab`, usually
  /// `~/.local/share/mixture-lab`.
  public let data: String
  /// What the administrator set, the most important first. `$XDG_CONFIG_DIRS`, usually `/etc/xdg`.
  public let systemConfigs: [String]

  /// - Parameter variable: the value of an environment variable, by its name.
  public init(variable: (String) -> String? = UserFolders.environment) {
    func absolute(_ name: String) -> String? { variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    let home = absolute("HOME") ?? UserFolders.homeFromPasswords ?? "/"
    func folder(_ name: String, _ usual: String) -> String {
      UserFolders.joined(absolute(name) ?? UserFolders.joined(home, usual), "mixture-lab")
    }
    config = folder("XDG_CONFIG_HOME", ".config")
    state = folder("XDG_STATE_HOME", ".local/state")
    data = folder("XDG_DATA_HOME", ".local/share")
    let named = (variable("XDG_CONFIG_DIRS") ?? "").split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    systemConfigs = (named.isEmpty ? ["/etc/xdg"] : named).map { UserFolders.joined($0, "mixture-lab") }
  }

  /// The value of a variable of this process.
  public static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// A path in a folder.
  static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// Makes a folder that only its user may look into, with those above it. Returns 0, or the `errno` of the failure.
  static func create(_ folder: String) -> Int32 {
    if mkdir(folder, 0o700) == 0 { return 0 }
    let code = errno
    switch code {
    case EEXIST:
      var status = stat()
      return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR ? 0 : ENOTDIR
    case ENOENT:
      guard let slash = folder.lastIndex(of: "/"), slash > folder.startIndex else { return code }
      let above = create(String(folder[..<slash]))
      if above != 0 { return above }
      return mkdir(folder, 0o700) == 0 || errno == EEXIST ? 0 : errno
    default: return code
    }
  }

  private static var homeFromPasswords: String? {
    guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return nil }
    return String(cString: home)
  }
}
