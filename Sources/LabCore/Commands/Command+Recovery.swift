extension Command {
  /// What becomes of work that was cut off.
  public enum Recovery: String, Sendable, Hashable, Codable, CaseIterable {
    /// Goes on with it.
    case goOn
    /// Leaves it where it is kept, for the usual start.
    case startFresh
    /// Brings back what was set aside, once more.
    case tryAgain
  }
}
