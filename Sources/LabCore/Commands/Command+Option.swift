extension Command {
  /// Settings of the fit.
  public enum Option: Sendable, Equatable, Codable {
    case set(OptionChange)
    case beginSeedEntry
    /// 0 … 9.
    case typeSeedDigit(Int)
    case eraseSeedDigit
    case commitSeed

    var isSeedEntry: Bool {
      switch self {
      case .beginSeedEntry, .typeSeedDigit, .eraseSeedDigit, .commitSeed: true
      case .set: false
      }
    }
  }
}
