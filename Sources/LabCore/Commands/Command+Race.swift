extension Command {
  /// The restart race.
  public enum Race: Sendable, Equatable, Codable {
    /// Runs the first starts, or more.
    case start
    case cancel
    /// Takes over the run that found the optimum with this index.
    case adopt(Int)
    /// Lists all results in place of the chart, or no longer.
    case toggleAll
  }
}
