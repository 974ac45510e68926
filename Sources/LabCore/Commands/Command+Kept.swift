extension Command {
  /// The runs that are kept beside the one on show, by their numbers.
  public enum Kept: Sendable, Equatable, Codable {
    /// Returns to it, whole.
    case show(Int)
    case delete(Int)
    case beginNaming(Int)
    case typeName(String)
    case eraseName
    case commitName

    var isNaming: Bool {
      switch self {
      case .beginNaming, .typeName, .eraseName, .commitName: true
      case .show, .delete: false
      }
    }
  }
}
