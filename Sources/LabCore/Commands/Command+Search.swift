import GaussianMixtures

extension Command {
  /// The search for a number of components and a family.
  public enum Search: Sendable, Equatable, Codable {
    case toggleFamily(CovarianceFamily)
    case start
    case cancel
    /// Takes over the model of the candidate with this index.
    case adopt(Int)
  }
}
